"""A subject through the years: what of it is reached and promised in each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baogao.charts.lane_data import Lane, Mark


@dataclass(frozen=True, slots=True)
class Series:
    """A subject, called `name`, with its lanes in each year; several where statements disagree."""

    name: str
    lanes: dict[int, tuple[Lane, ...]]

    def reached(self, year: int) -> Mark | None:
        """Return what is reached in a year."""
        return _first(lane.reached for lane in self.lanes.get(year, ()))

    def promised(self, year: int) -> Mark | None:
        """Return what is promised for a year."""
        return _first(lane.promised for lane in self.lanes.get(year, ()))

    def marks(self, year: int) -> list[Mark]:
        """Return all marks of a year that can be drawn."""
        every = (mark for lane in self.lanes.get(year, ()) for mark in lane.marks)
        return [mark for mark in every if mark.low is not None]

    @property
    def years_reached(self) -> list[int]:
        """Return the years in which something is reached."""
        return [year for year in self.lanes if self.reached(year)]

    @property
    def goes_on(self) -> bool:
        """Say whether it is through the years: at least two of what is reached, or of targets."""
        promised = [year for year in self.lanes if self.promised(year)]
        return max(len(self.years_reached), len(promised)) > 1

    @property
    def newest(self) -> int | None:
        """Return the newest year in which something is reached."""
        return max(self.years_reached, default=None)

    def within(self, years: Iterable[int]) -> "Series":
        """Return the same subject in some years only."""
        return Series(self.name, {year: self.lanes[year] for year in years if year in self.lanes})

    @property
    def table(self) -> list[Lane]:
        """Return its lanes in order of year."""
        return [lane for year in sorted(self.lanes) for lane in self.lanes[year]]


def _first(marks: Iterable[Mark | None]) -> Mark | None:
    """Return the first mark that can be drawn; one of a doubtful source only where there is none
    other.
    """
    there = [mark for mark in marks if mark and mark.low is not None]
    return min(there, key=lambda mark: mark.doubtful, default=None)


def newest_years(series: Sequence[Series], most: int) -> list[int]:
    """Return years in a row: up to the one ahead of the newest in which something is reached.

    Targets further ahead would leave a chart empty; without anything reached they are all there is.
    """
    said = {year for one in series for year in one.lanes}
    reached = [year for one in series for year in one.years_reached]
    if not said:
        return []
    last = min(max(said), max(reached) + 1) if reached else max(said)
    return list(range(max(min(said), last - most + 1), last + 1))


@dataclass(frozen=True, slots=True)
class Change:
    """How one thing changed from a year to the next."""

    name: str
    year: int
    before: Mark
    now: Mark

    @property
    def way(self) -> int:
        """Return 1 for what rose, -1 for what fell, 0 for what stayed."""
        before, now = self.before.low or 0, self.now.low or 0
        return (now > before) - (now < before)


def changes(series: Iterable[Series]) -> list[Change]:
    """Return the changes in the newest year of which nearly as many are known as of any.

    What is only known within bounds, or of a doubtful source, is not compared.
    """
    found = [
        Change(one.name, year, before, now)
        for one in series
        for year in one.lanes
        if (now := one.reached(year)) and (before := one.reached(year - 1))
        if now.exact and before.exact
    ]
    counts = Counter(one.year for one in found)
    enough = max(counts.values(), default=0) / 2
    newest = max((year for year, count in counts.items() if count >= enough), default=0)
    return [one for one in found if one.year == newest]
