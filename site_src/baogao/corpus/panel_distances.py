"""How far a target of the panel lies from another: the area above's, a plan's, last year's outcome.

A distance is of two numbers in the same measure and unit, each taken at the middle of its range.
"""

from collections.abc import Iterator
from decimal import Decimal

from baogao.content.decimal_text import rounded
from baogao.content.vocabulary.outcome_and_check_rules import POINTS
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.corpus import Corpus
from baogao.corpus.panel_entry import Limits, PanelEntry
from baogao.corpus.promises_in_reports import promise_of
from baogao.corpus.target_state import limits
from baogao.record_decorator import record
from baogao.records import Area, Observation

NOTHING: Limits = (None, None)


@record
class Held:
    """An entry of the panel with what it is held against; `superior` is the code of the area above.

    `above`, `plan` and `last` are the lowest and the highest value of each, where there is one.
    `doubtful` says whether an editor doubts the source of one of all these numbers.
    """

    entry: PanelEntry
    superior: str
    above: Limits
    plan: Limits
    last: Limits
    doubtful: bool

    @property
    def from_above(self) -> Decimal | None:
        """Return how far the target lies above that of the area above.

        Nothing of amounts: of jobs or yuan an area's are a part of those of the area above.
        """
        is_amount = self.entry.unit not in POINTS
        return None if is_amount else distance(self.entry.limits, self.above)


def held(corpus: Corpus, area: str) -> Iterator[Held]:
    """Yield an area's entries of the panel in order, each with what it is held against."""
    superior = area_above(corpus.area(area), corpus.vocabulary)
    entries = {(one.year, one.indicator): one for one in corpus.panel_for(superior)}
    for entry in corpus.panel_for(area):
        above = entries.get((entry.year, entry.indicator))
        if above and not _are_alike(entry, above):
            above = None
        doubted_above = above and above.target and above.target.promise.doubtful
        yield Held(
            entry=entry,
            superior=superior,
            above=above.limits if above else NOTHING,
            plan=limits(promise_of(entry.plan), None) if entry.plan else NOTHING,
            last=_values(entry.last) if entry.last else NOTHING,
            doubtful=entry.doubtful or bool(doubted_above),
        )


def area_above(area: Area, vocabulary: Vocabulary) -> str:
    """Return the code of the area that an area belongs to: of a province, the country's."""
    if area.level != "province":
        return area.parent
    countries = (one.code for one in vocabulary.areas.values() if one.level == "country")
    return next(countries, "")


def distance(own: Limits, other: Limits) -> Decimal | None:
    """Return how far a number lies above another; nothing where one of them is not there."""
    here, there = middle(own), middle(other)
    return None if here is None or there is None else rounded(here - there)


def middle(ends: Limits) -> Decimal | None:
    """Return the middle of a range, and of what has one end that end."""
    there = [end for end in ends if end is not None]
    return sum(there, Decimal(0)) / len(there) if there else None


def _values(stated: Observation) -> Limits:
    return stated.value, stated.value if stated.value_high is None else stated.value_high


def _are_alike(one: PanelEntry, other: PanelEntry) -> bool:
    return _what(one) == _what(other)


def _what(entry: PanelEntry) -> tuple[object, ...]:
    return entry.measure, entry.unit, entry.qualifiers
