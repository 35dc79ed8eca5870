"""Where a report's plan names an indicator and says something of it, but no number of its own."""

import re
from collections.abc import Iterator
from functools import lru_cache

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.by_key import by_key
from baogao.corpus.names_listing_indicators import ids_of_list
from baogao.corpus.promises_in_reports import Span, blocks_planning, sentence_around
from baogao.record_decorator import record
from baogao.records import Block, Reading

BETWEEN = "，。；：、！？（）\n"  # the pieces of a list: each a name with what is said of it
PIECE_END = re.compile(f"[{BETWEEN}]")


@record
class Named:
    """A sentence that names an indicator, and the anchor of the paragraph that it stands in."""

    anchor: str
    quote: str


def named_without_number(
    reading: Reading, vocabulary: Vocabulary, rules: Rules
) -> dict[str, Named]:
    """Return the headline indicators of which a report's plan for its year says no number.

    Of several sentences it is the first that promises a number of something, else the first.
    """
    names = _names(vocabulary)
    places = by_key(
        (id, (block, name))
        for block in blocks_planning(reading, reading.report.planned_year)
        for name, ids in _named(reading, block, names, vocabulary, rules)
        for id in ids
    )
    found = {}
    for id, own in places.items():
        block, name = min(own, key=lambda place: not _stands_by_a_promise(reading, place[1]))
        found[id] = Named(block.anchor, sentence_around(reading.report.text, *name))
    return found


def _named(
    reading: Reading, block: Block, names: re.Pattern[str], vocabulary: Vocabulary, rules: Rules
) -> Iterator[tuple[Span, list[str]]]:
    """Yield the names in a paragraph of which the rules' words are said right behind."""
    text = reading.report.text
    for name in names.finditer(text, block.start, block.end):
        start, end = piece = _piece_around(text, block, name.span())
        said = any(words.match(text, name.end(), end) for words in rules.without_number)
        if said and not _mentions(reading, piece, "actual"):
            listed = ids_of_list(text[start : name.end()], vocabulary, rules)
            yield name.span(), [id for ids in listed for id in ids]


def _piece_around(text: str, block: Block, name: Span) -> Span:
    """Return the piece of a list that a name stands in."""
    before = max(text.rfind(mark, block.start, name[0]) for mark in BETWEEN)
    behind = PIECE_END.search(text, name[1], block.end)
    return max(before + 1, block.start), behind.start() if behind else block.end


@lru_cache(maxsize=4)
def _names(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return the pattern of all names of headline indicators."""
    names = (name for one in vocabulary.headline for name in (one.zh, *one.aliases))
    return re.compile(regex_of(names))


def _stands_by_a_promise(reading: Reading, name: Span) -> bool:
    """Say whether the line of a name promises a number somewhere: the list of the year's aims."""
    line = (
        place for place in reading.mentions if place.sentence_start <= name[0] < place.sentence_end
    )
    return any(mention.figure.status == "target" for mention in line)


def _mentions(reading: Reading, within: Span, status: str) -> bool:
    """Say whether a number of a status stands there."""
    return any(
        within[0] <= mention.figure.start < within[1] and mention.figure.status == status
        for mention in reading.mentions
    )
