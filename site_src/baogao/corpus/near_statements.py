"""What the next report says that may be about a target of which it does not state the outcome.

Statements of the same name say another quantity of it: with other qualifiers, in another unit.
Others are near it: a related indicator, years around the one promised, a plan to keep what there
is, or a clause without a number in which a name of it stands (`near_clauses`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.by_key import by_key
from baogao.corpus.names_of_things import name_of, names_of
from baogao.corpus.near_clauses import NearClauses
from baogao.corpus.observations import CLAUSE
from baogao.corpus.promises_in_reports import Promise
from baogao.record_decorator import record
from baogao.records import Indicator, Mention, Observation, Reading

LONGEST = 60  # characters of a clause that are shown
MOST = 5  # statements that are listed for a target
SPAN = re.compile(r"(\d{4})-(\d{4})")


@record
class Near:
    """A statement of a report that may be about a target: where it stands, and its words."""

    report: str
    anchor: str
    words: str
    qualifiers: tuple[str, ...] = ()


class Other(NamedTuple):
    """Statements of the same name that are of another quantity, and what differs."""

    reason: str
    near: tuple[Near, ...]


class NextReport:
    """A report, and what it states, as they are searched for what may be about a target."""

    def __init__(
        self, reading: Reading, stated: Sequence[Observation], vocabulary: Vocabulary, rules: Rules
    ):
        self.reading, self.stated = reading, stated
        self.vocabulary, self.rules = vocabulary, rules

    def of_same_name(self, promise: Promise) -> Other | None:
        """Return the statements of the same name that differ in qualifiers, else in the unit."""
        said = list(self._named(promise))
        qualified = [one for one in said if self._qualifiers(one) != promise.qualifiers]
        if qualified:
            return Other("qualifier", self._near(qualified))
        units = (*self.vocabulary.indicators[promise.indicator].units, "%")
        in_unit = [one for one in said if one.figure.unit not in units]
        return Other("unit", self._near(in_unit)) if in_unit else None

    def related(self, promise: Promise) -> tuple[Near, ...]:
        """Return what may be about a target, the nearest first, each clause once."""
        indicator = self.vocabulary.indicators[promise.indicator]
        figures = self._near([*self._named(promise), *self._of_statements(promise)])
        found = {one.words: one for one in (*figures, *self._in_words(promise, indicator))}
        return tuple(islice(found.values(), MOST))

    @cached_property
    def _by_name(self) -> dict[str, tuple[Mention, ...]]:
        """What was reported as achieved in the area itself, by what its label names."""
        return by_key(
            (name_of(mention.figure.label, self.vocabulary, self.rules), mention)
            for mention in self.reading.mentions
            if mention.figure.status == "actual" and not mention.figure.area
        )

    @cached_property
    def _mentions(self) -> dict[tuple[str, int], Mention]:
        return {(mention.anchor, mention.nth): mention for mention in self.reading.mentions}

    @cached_property
    def _clauses(self) -> NearClauses:
        return NearClauses(self.reading, self.vocabulary, self.rules)

    def _named(self, promise: Promise) -> Iterator[Mention]:
        """Yield the figures of the year promised that are called as a target's indicator is."""
        indicator = self.vocabulary.indicators[promise.indicator]
        for name in names_of(indicator, self.vocabulary, self.rules):
            for mention in self._by_name.get(name, ()):
                if mention.figure.period == promise.period:
                    yield mention

    def _qualifiers(self, mention: Mention) -> tuple[str, ...]:
        own = self.vocabulary.indicators.get(mention.figure.indicator or "")
        return self.rules.qualifiers.of(mention.figure.label, own)

    def _of_statements(self, promise: Promise) -> Iterator[Mention]:
        """Yield the figures of related indicators, of years around, and of what is to be kept."""
        related = self.rules.related.get(promise.indicator, ())
        for o in self.stated:
            if o.indicator in related:
                is_near = (o.status, o.period) == ("actual", promise.period)
            elif o.indicator == promise.indicator:
                is_near = _is_around(o, promise) or self._is_kept(o)
            else:
                is_near = False
            if is_near:
                yield self._mentions[o.anchor, o.nth]

    def _is_kept(self, o: Observation) -> bool:
        """Say whether a plan for the report's own year is to keep a number as it is."""
        if (o.status, o.period) != ("target", str(o.year)):
            return False
        mention = self._mentions[o.anchor, o.nth]
        text = self.reading.report.text[mention.sentence_start : mention.figure.start]
        return any(pattern.search(text) for pattern in self.rules.kept)

    def _in_words(self, promise: Promise, indicator: Indicator) -> Iterator[Near]:
        for anchor, start, end in self._clauses.near(indicator, promise.year):
            words = self.reading.report.text[start:end].strip()
            yield Near(self.reading.report.id, anchor, words[:LONGEST])

    def _near(self, mentions: Iterable[Mention]) -> tuple[Near, ...]:
        """Return figures with their clauses, each clause once."""
        found: dict[str, Near] = {}
        for mention in mentions:
            words = self._clause(mention.figure.start, mention.figure.end)
            near = Near(self.reading.report.id, mention.anchor, words, self._qualifiers(mention))
            found.setdefault(words, near)
        return tuple(islice(found.values(), MOST))

    def _clause(self, start: int, end: int) -> str:
        """Return the clause of a number, of a long one what is next to it."""
        text = self.reading.report.text
        before = CLAUSE.split(text[max(0, start - LONGEST) : start])[-1]
        behind = CLAUSE.split(text[end : end + LONGEST])[0]
        return (before + text[start:end] + behind).strip()


def _is_around(o: Observation, promise: Promise) -> bool:
    """Say whether a statement is about several years of which the one promised is one."""
    span = SPAN.fullmatch(o.period)
    if o.status != "actual" or span is None:
        return False
    return int(span[1]) <= promise.year <= int(span[2])
