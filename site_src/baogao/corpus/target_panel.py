"""The target panel: one entry for each area, year and headline indicator, missing ones too.

What stands in it is told column by column in `dictionary.yml`. An entry is of one area: what the
area above promised is held against it where the entries of all areas are together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.by_key import by_key
from baogao.corpus.named_without_number import Named, named_without_number
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.panel_entry import (
    EXCERPT,
    NO_NUMBER,
    NO_REPORT,
    NOT_MENTIONED,
    PanelEntry,
)
from baogao.corpus.targets_with_outcomes import Target
from baogao.record_decorator import record
from baogao.records import Indicator, Observation, Reading

Key = tuple[str, str, str]  # a report, an indicator, a period
# What a target's number may measure, after what the indicator's targets are usually set as.
MEASURES = ("growth", "level", "difference", "growth_difference", "average_growth")


@record
class _Wanted:
    """What an entry is about: what is measured of an indicator, in which unit, and narrowed how."""

    indicator: str
    measure: str
    unit: str
    qualifiers: tuple[str, ...]

    def is_of(self, stated: Observation) -> bool:
        """Say whether a statement is in the same unit and of as much of the indicator."""
        return (stated.unit, stated.qualifiers) == (self.unit, self.qualifiers)


@dataclass(frozen=True)
class _Stated:
    """What the reports of an area state of headline indicators, and what they promise."""

    observations: Sequence[Observation]
    targets: Sequence[Target]

    @cached_property
    def reached(self) -> Mapping[Key, tuple[Observation, ...]]:
        """What is said to be reached."""
        actual = (o for o in self.observations if o.status == "actual" and not o.against)
        return by_key(((o.report, o.indicator, o.period), o) for o in actual)

    @cached_property
    def promised(self) -> Mapping[Key, tuple[Target, ...]]:
        """The targets."""
        each = ((t.promise, t) for t in self.targets)
        return by_key(((p.report, p.indicator, p.period), t) for p, t in each)

    @cached_property
    def planned(self) -> Mapping[str, tuple[Observation, ...]]:
        """What is promised, by indicator, that of the newest reports first."""
        ahead = [o for o in self.observations if o.status == "target" and not o.against]
        ahead.sort(key=lambda o: -o.year)
        return by_key((o.indicator, o) for o in ahead)


def target_panel(
    readings: Iterable[Reading],
    observations: Iterable[Observation],
    targets: Iterable[Target],
    vocabulary: Vocabulary,
    rules: Rules,
) -> tuple[PanelEntry, ...]:
    """Return the panel of all areas, by area, year, and indicator as the vocabulary orders them."""
    ids = {one.id for one in vocabulary.headline}
    stated = by_key((o.area, o) for o in observations if o.indicator in ids)
    promised = by_key((t.promise.area, t) for t in targets if t.promise.indicator in ids)
    entries: list[PanelEntry] = []
    for area, own in by_key((one.report.area, one) for one in readings).items():
        said = _Stated(stated.get(area, ()), promised.get(area, ()))
        by_year = {one.report.planned_year: one for one in own}
        for year in range(min(by_year), max(by_year) + 1):
            two = by_year.get(year), by_year.get(year + 1)
            entries += _of_year(area, year, *two, said, vocabulary, rules)
    return tuple(entries)


def _of_year(
    area: str,
    year: int,
    reading: Reading | None,
    following: Reading | None,
    said: _Stated,
    vocabulary: Vocabulary,
    rules: Rules,
) -> Iterator[PanelEntry]:
    """Yield the entries of a year of an area, which may have no report, nor a following one."""
    named = named_without_number(reading, vocabulary, rules) if reading else {}
    own, next_one = (one.report.id if one else "" for one in (reading, following))
    delivered = reading.report.year if reading else year
    for indicator in vocabulary.headline:
        promised = said.promised.get((own, indicator.id, str(year)), ())
        target = chosen(promised, indicator, rules)
        wanted = _wanted(target, indicator, rules)
        place = _without_number(promised, named.get(indicator.id))
        yield PanelEntry(
            area=area,
            year=year,
            indicator=indicator.id,
            measure=wanted.measure,
            unit=wanted.unit,
            qualifiers=wanted.qualifiers,
            absent=_absent(reading, target, place),
            report=own,
            target=target,
            others=max(len(promised) - 1, 0) if target else 0,
            named=None if target else place,
            outcome=target.outcome if target else _reached(said, wanted, next_one, year),
            last=_reached(said, wanted, own, year - 1),
            plan=_plan(said.planned.get(indicator.id, ()), wanted, year, delivered),
        )


def _wanted(target: Target | None, indicator: Indicator, rules: Rules) -> _Wanted:
    """Return what an entry is about: what the target is, else what targets usually are."""
    if target:
        about = target.promise
        return _Wanted(indicator.id, about.measure, about.unit, about.qualifiers)
    unit = "%" if indicator.promised_as == "growth" else indicator.unit
    own = rules.qualifiers.of("", indicator)
    return _Wanted(indicator.id, indicator.promised_as, unit, own)


def chosen(promised: Sequence[Target], indicator: Indicator, rules: Rules) -> Target | None:
    """Return the target that stands for an indicator's in a report, None where none can.

    One with a number of its own comes before one that goes by the economy, what the indicator's
    targets are usually set as before another measure, all of it before what is narrowed, what
    nobody doubts before what is doubted; then the first of the report.
    """
    order = (indicator.promised_as, *MEASURES)
    all_of_it = rules.qualifiers.of("", indicator)

    def key(target: Target) -> tuple[bool, int, bool, bool]:
        promise = target.promise
        is_narrowed = promise.qualifiers != all_of_it
        has_none = promise.value is None
        return has_none, order.index(promise.measure), is_narrowed, promise.doubtful

    return min((t for t in promised if t.promise.measure in order), key=key, default=None)


def _without_number(promised: Sequence[Target], named: Named | None) -> Named | None:
    """Return where an indicator is named: by what is no number of its own (a rank), or by none."""
    if promised:
        return Named(promised[0].promise.anchor, promised[0].promise.quote)
    return named


def _absent(reading: Reading | None, target: Target | None, named: Named | None) -> str:
    """Return why there is no number; empty where there is one."""
    if reading is None:
        return NO_REPORT
    if target:
        return "" if target.promise.value is not None else NO_NUMBER
    if named:
        return NO_NUMBER
    return EXCERPT if reading.report.excerpt else NOT_MENTIONED


def _reached(said: _Stated, wanted: _Wanted, report: str, year: int) -> Observation | None:
    """Return what a report says was reached in a year.

    What nobody doubts and what is exact comes first.
    """
    stated = said.reached.get((report, wanted.indicator, str(year)), ())
    alike = (o for o in stated if o.measure == wanted.measure and wanted.is_of(o))
    return min(alike, key=lambda o: (DOUBTFUL in o.quality, o.bound != "eq"), default=None)


def _plan(
    promised: Sequence[Observation], wanted: _Wanted, year: int, delivered: int
) -> Observation | None:
    """Return what the newest report up to one of a year promises for the years of a plan.

    Growth is held against average yearly growth over years that the year lies in, a level against
    what an earlier report promised for this very year.
    """
    known = [o for o in promised if wanted.is_of(o) and DOUBTFUL not in o.quality]
    if wanted.measure == "growth":
        yearly = (o for o in known if o.measure == "average_growth" and o.year <= delivered)
        return next((o for o in yearly if _spans(o.period, year)), None)
    alike = (o for o in known if o.measure == wanted.measure and o.year < delivered)
    return next((o for o in alike if o.period == str(year)), None)


def _spans(period: str, year: int) -> bool:
    """Say whether a year lies in a period of several years: 2018 in 2016-2020."""
    first, _, last = period.partition("-")
    return last != "" and int(first) <= year <= int(last)
