"""What charts across reports are made of: statements of whole years, of one quantity, grouped."""

import re
from collections.abc import Iterable, Sequence

from baogao.charts.chart import LaneMaker
from baogao.charts.lane_data import Lane
from baogao.charts.series import Series
from baogao.records import Observation

YEAR = re.compile(r"\d{4}")
MEASURES = ("growth", "level")  # that are charted


def unit_of(measure: str, unit: str) -> str:
    """Return the unit of a measure of an indicator with a base unit."""
    return "%" if measure == "growth" else unit


def of_one_quantity(seen: Iterable[Observation], measure: str, unit: str) -> list[Observation]:
    """Return what is of a whole year and of one quantity.

    What a word narrows, as 省级 does, is another quantity.
    """
    return [
        one
        for one in seen
        if (one.measure, one.unit) == (measure, unit)
        and not one.qualifiers
        and YEAR.fullmatch(one.period)
    ]


def grouped(seen: Iterable[Observation], field: str) -> dict[str, list[Observation]]:
    """Return statements by one of their fields."""
    groups: dict[str, list[Observation]] = {}
    for one in seen:
        groups.setdefault(getattr(one, field), []).append(one)
    return groups


def lanes_of(
    maker: LaneMaker, name: str, subject: str, seen: Sequence[Observation], group: str = ""
) -> list[Lane]:
    """Return a lane for every different value, what is reached beside what is promised.

    突破3000亿元 is left out where 3122.4亿元 is said too, and where 突破4000亿元 is.
    """
    actual = [one for one in seen if one.status == "actual"]
    reached = [one for one in actual if one.bound == "eq"] or _farthest(actual)
    promised = [one for one in seen if one.status == "target"]
    return maker.lanes(name, reached, promised, subject, group)


def _farthest(seen: Sequence[Observation]) -> list[Observation]:
    """Leave out lower limits below another one."""
    highest = max((one.value for one in seen if one.bound == "ge"), default=None)
    return [one for one in seen if one.bound != "ge" or one.value == highest]


def series_of(
    maker: LaneMaker, name: str, lane: str, subject: str, seen: Sequence[Observation]
) -> Series:
    """Return statements of one subject through the years.

    `lane` is the template by which the table names a year (`year`), `subject` what links call it.
    """
    by_year = {int(period): own for period, own in grouped(seen, "period").items()}
    return Series(
        name,
        {
            year: tuple(lanes_of(maker, lane.format(year=year), subject, by_year[year]))
            for year in sorted(by_year)
        },
    )
