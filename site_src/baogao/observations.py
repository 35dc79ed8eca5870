"""Readings to observations: figures whose indicator is known, measured and normalised; and doubts."""
import re
from collections.abc import Iterable

from baogao.records import Doubt, Indicator, Mention, Observation, Reading, Unit
from baogao.vocabulary import Vocabulary
from baogao.wordlists import Wordlists

CLAUSE = re.compile(r"[，。；！？：\n]")
GROWTH_UNITS = {"growth": "%", "average_growth": "%", "rank": "位", "growth_rank": "位", "rank_change": "位",
                "growth_difference": "百分点"}


def observations(readings: Iterable[Reading], vocabulary: Vocabulary,
                 wordlists: Wordlists) -> tuple[tuple[Observation, ...], tuple[Doubt, ...]]:
    """Return every observation of the readings, and the figures that are doubts instead."""
    found: list[Observation] = []
    doubts: list[Doubt] = []
    for reading in readings:
        for mention in reading.mentions:
            indicator = vocabulary.indicators.get(mention.figure.indicator or "")
            if indicator is None or mention.figure.area:
                continue
            result = observation(reading, mention, indicator, vocabulary.units, wordlists)
            (found if isinstance(result, Observation) else doubts).append(result)
    return tuple(found), tuple(doubts)


def observation(reading: Reading, mention: Mention, indicator: Indicator, units: dict[str, Unit],
                wordlists: Wordlists) -> Observation | Doubt:
    """Return what a figure says of its indicator, in base units, or why that is in doubt."""
    figure, report = mention.figure, reading.report
    kind = wordlists.measure(figure.kind, figure.unit, clause(reading, mention))
    unit, factor = normalised(kind, figure.unit, indicator, units)
    if not unit:
        return Doubt(report.area, report.year, mention.anchor, figure.text,
                     f"“{figure.text}”的单位“{figure.unit}”不是“{indicator.zh}”所用的单位（{'、'.join(indicator.units)}）")
    high = figure.value_high
    return Observation(
        area=report.area, year=report.year, anchor=mention.anchor, indicator=indicator.id, measure=kind,
        period=figure.period, value=figure.value * factor, value_high=None if high is None else high * factor,
        unit=unit, bound=figure.bound, status=figure.status, quote=reading.quote(mention), text=figure.text)


def clause(reading: Reading, mention: Mention) -> str:
    """Return the words of a figure's clause before it, and its label."""
    figure = mention.figure
    return CLAUSE.split(reading.report.text[mention.sentence_start:figure.start])[-1] + figure.label


def normalised(kind: str, unit: str, indicator: Indicator, units: dict[str, Unit]) -> tuple[str, object]:
    """Return the unit that a value is given in and the factor to it; an empty unit where none is accepted."""
    if kind in GROWTH_UNITS:
        return (unit, 1) if unit == GROWTH_UNITS[kind] else ("", 1)
    if kind == "difference" and unit in ("百分点", "%"):
        return unit, 1
    if unit not in (indicator.unit, *indicator.units):
        return "", 1
    known, base = units.get(unit), units.get(indicator.unit)
    if known and base and known.dimension == base.dimension and base.factor:
        return indicator.unit, known.factor / base.factor
    return unit, 1  # 美元 beside 元 stays 美元: nothing here knows a rate
