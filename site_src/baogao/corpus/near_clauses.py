"""Clauses of what a report looks back on in which an indicator is spoken of without its number."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from baogao.content.vocabulary.indicator_names import LOOSE
from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.content.vocabulary.section_kinds import LOOKING_BACK
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.names_of_things import PIECE, Pieces, attribute, pieces_of
from baogao.corpus.observations import CLAUSE
from baogao.records import Block, Indicator, Mention, Reading

TITLE = re.compile(r"《[^》]{0,60}》")  # a law's name says nothing of what it is about
SCOPE = re.compile(r"^全[市省县区州旗国]")


class Clause(NamedTuple):
    """A clause: its place, its paragraph, the years it is about, and its words as compared."""

    start: int
    end: int
    block: Block
    years: tuple[int, ...]
    words: str


class NearClauses:
    """The clauses of a report's paragraphs that look back, as they are searched."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary, rules: Rules):
        self.reading, self.vocabulary, self.rules = reading, vocabulary, rules

    def near(self, indicator: Indicator, year: int) -> Iterator[tuple[str, int, int]]:
        """Yield anchor, start and end of the clauses of a year that may be about an indicator."""
        pieces = self._there(pieces_of(indicator, self.vocabulary, self.rules))
        for clause in self._clauses if any(pieces) else ():
            held = [*self._held(clause, pieces)]
            if held and year in clause.years:
                inside = self._figures_in(clause)
                if not any(_is_of_other(one, held, indicator) for one in inside):
                    anchor = inside[0].anchor if inside else clause.block.anchor
                    yield anchor, clause.start, clause.end

    @cached_property
    def _clauses(self) -> list[Clause]:
        found = []
        for block in self.reading.blocks:
            section = self.reading.sections[block.section]
            text = self.reading.report.text[block.start : block.end]
            if block.level or section.kind not in LOOKING_BACK or self._is_lacking(text):
                continue
            start = block.start
            for part in CLAUSE.split(text):
                words = SCOPE.sub("", LOOSE.sub("", TITLE.sub("", part)).upper())
                found.append(Clause(start, start + len(part), block, section.years, words))
                start += len(part) + 1
        return [clause for clause in found if len(clause.words) >= PIECE]

    def _is_lacking(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in self.rules.lacking)

    @cached_property
    def _words(self) -> str:
        """The words of all clauses."""
        return "\n".join(clause.words for clause in self._clauses)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """What any words of the clauses begin with: most names begin otherwise."""
        words = self._words
        return frozenset(words[at : at + PIECE] for at in range(len(words) - PIECE + 1))

    def _there(self, pieces: Pieces) -> Pieces:
        there, words = self._beginnings, self._words
        return Pieces(
            *(
                tuple(one for one in some if one[:PIECE] in there and one in words)
                for some in pieces
            )
        )

    def _held(self, clause: Clause, pieces: Pieces) -> Iterator[str]:
        """Yield the words of an indicator that a clause has.

        What it is an attribute of opens the clause, and none of its other attributes follows:
        企业开办|可一日办结, but not 高新技术产业|增加值 of their investment.
        """
        yield from (piece for piece in pieces.anywhere if piece in clause.words)
        for piece in pieces.opening:
            behind = clause.words[len(piece) :]
            if clause.words.startswith(piece) and not attribute(self.vocabulary).match(behind):
                yield piece

    def _figures_in(self, clause: Clause) -> list[Mention]:
        return [
            mention
            for mention in self.reading.mentions
            if clause.start <= mention.figure.start < clause.end
        ]


def _is_of_other(mention: Mention, held: Sequence[str], indicator: Indicator) -> bool:
    """Say whether the words of an indicator belong to a figure that is known to be of another."""
    figure, label = mention.figure, LOOSE.sub("", mention.figure.label).upper()
    known = figure.area or (figure.indicator and figure.indicator != indicator.id)
    return bool(known) and any(piece in label for piece in held)
