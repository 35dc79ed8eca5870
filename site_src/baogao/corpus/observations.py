"""Readings to observations: figures of known indicators, measured and normalised; and doubts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from baogao.content.analysis_words import Wordlists
from baogao.content.numerals import quantity, rounded
from baogao.content.outcome_rules import Rules
from baogao.content.vocabulary import Vocabulary
from baogao.corpus.indicator_lists import ids_of_list
from baogao.record import record
from baogao.records import Figure, Indicator, Mention, Observation, Reading, Unit

CLAUSE = re.compile(r"[，。；：！？\n]")  # where a clause ends
EACH = re.compile(r"[均都各皆]")
GROWTH_UNITS = {
    "growth": "%",
    "average_growth": "%",
    "rank": "位",
    "growth_rank": "位",
    "rank_change": "位",
    "growth_difference": "百分点",
}
SHARES = ("%", "‰", "百分点")  # units of indicators whose own change is in points
ONE = Decimal(1)
REACH = 8  # characters before and behind a number in which its bound's word stands
DOUBTFUL = "doubtful source"
DISAGREES = "disagrees"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure with a known indicator that is no data point, and why."""

    area: str
    year: int
    anchor: str
    text: str
    message: str


@record
class Quantity:
    """What a figure gives of its indicator: the measure, and the value in base units.

    `unit` is empty where the indicator has no such unit.
    """

    measure: str
    value: Decimal
    high: Decimal | None
    unit: str


def observations(
    readings: Iterable[Reading], vocabulary: Vocabulary, wordlists: Wordlists
) -> tuple[tuple[Observation, ...], tuple[Doubt, ...]]:
    """Return every observation of the readings, and the figures that are doubts instead."""
    found: list[Observation] = []
    doubts: list[Doubt] = []
    for reading in readings:
        for mention in reading.mentions:
            for indicator in indicators_of(reading, mention, vocabulary, wordlists.rules):
                result = observation(reading, mention, indicator, vocabulary, wordlists)
                if isinstance(result, Observation):
                    found.append(result)
                else:
                    doubts.append(result)
    return tuple(found), tuple(doubts)


def indicators_of(
    reading: Reading, mention: Mention, vocabulary: Vocabulary, rules: Rules
) -> Iterator[Indicator]:
    """Yield what a figure is about: an indicator, or each that a list of names stands for.

    None for a figure of part of an area. A known name that was not taken for its indicator has a
    unit that does not fit: it becomes a doubt.
    """
    figure = mention.figure
    if figure.area:
        return
    if figure.indicator in vocabulary.indicators:
        yield vocabulary.indicators[figure.indicator]
        return
    names = ids_of_list(figure.label, vocabulary, rules)
    # A list with an unknown name is about something else.
    if all(names) and (len(names) == 1 or _is_of_each(reading, mention)):
        yield from (vocabulary.indicators[id] for ids in names for id in ids)


def _is_of_each(reading: Reading, mention: Mention) -> bool:
    """Say whether a figure behind a list of names is about each of them.

    Growth is: “高新技术产业投资、民间投资均增长10%以上”. A count is only where the words say so:
    “各20所”.
    """
    figure = mention.figure
    is_growth = figure.unit == "%" and figure.kind == "change"
    return is_growth or EACH.search(clause(reading, mention)) is not None


def observation(
    reading: Reading,
    mention: Mention,
    indicator: Indicator,
    vocabulary: Vocabulary,
    wordlists: Wordlists,
) -> Observation | Doubt:
    """Return what a figure says of its indicator, in base units, or why that is in doubt."""
    figure, report = mention.figure, reading.report
    measure = measured(figure, clause(reading, mention), indicator, wordlists)
    said = _quantity(figure, measure, indicator, vocabulary)
    if said.unit:
        message = implausible(said, indicator, wordlists.rules)
    else:
        message = misfit(figure, indicator)
    if message:
        return Doubt(report.area, report.year, mention.anchor, figure.text, message)
    return _observation(reading, mention, indicator, said, vocabulary)


def _observation(
    reading: Reading,
    mention: Mention,
    indicator: Indicator,
    said: Quantity,
    vocabulary: Vocabulary,
) -> Observation:
    figure, report = mention.figure, reading.report
    return Observation(
        area=report.area,
        year=report.year,
        anchor=mention.anchor,
        indicator=indicator.id,
        measure=said.measure,
        period=figure.period,
        value=said.value,
        value_high=said.high,
        unit=said.unit,
        bound=figure.bound,
        status=figure.status,
        quote=_sentence(report.text, mention.sentence_start, mention.sentence_end),
        text=figure.text,
        word=bound_word(report.text, figure, vocabulary),
        quality=(DOUBTFUL,) if doubtful(reading, figure.start, figure.end) else (),
        nth=mention.nth,
    )


@lru_cache(maxsize=1)
def _sentence(text: str, start: int, end: int) -> str:
    """Return a sentence: one text for all figures of it, which follow each other."""
    return text[start:end]


def measured(figure: Figure, words: str, indicator: Indicator, wordlists: Wordlists) -> str:
    """Return what a figure measures of its indicator.

    Points of what is no share are points of its growth:
    “固定资产投资增长8.1%，高于上年4.5个百分点”.
    """
    measure = wordlists.measure(figure.kind, figure.unit, words)
    in_points = measure == "difference" and figure.unit == "百分点"
    return "growth_difference" if in_points and indicator.unit not in SHARES else measure


def clause(reading: Reading, mention: Mention) -> str:
    """Return the words of a figure's clause before it, and its label."""
    figure = mention.figure
    before = reading.report.text[mention.sentence_start : figure.start]
    return CLAUSE.split(before)[-1] + figure.label


def _quantity(
    figure: Figure, measure: str, indicator: Indicator, vocabulary: Vocabulary
) -> Quantity:
    unit, factor = normalised(measure, figure.unit, indicator, vocabulary.units)
    high = None if figure.value_high is None else rounded(figure.value_high * factor)
    return Quantity(measure, rounded(figure.value * factor), high, unit)


def normalised(
    measure: str, unit: str, indicator: Indicator, units: dict[str, Unit]
) -> tuple[str, Decimal]:
    """Return the unit that a value is given in and the factor to it.

    The unit is empty where the indicator accepts none such.
    """
    if measure in GROWTH_UNITS:
        return (unit if unit == GROWTH_UNITS[measure] else ""), ONE
    if measure == "difference" and unit in ("百分点", "%"):
        return unit, ONE
    if unit not in (indicator.unit, *indicator.units):
        return "", ONE
    known, base = units.get(unit), units.get(indicator.unit)
    if known and base and known.dimension == base.dimension and base.factor:
        return indicator.unit, known.factor / base.factor
    return unit, ONE  # 美元 beside 元 stays 美元: nothing here knows a rate


def misfit(figure: Figure, indicator: Indicator) -> str:
    """Say that a figure's unit is none of its indicator's."""
    accepted = "、".join(indicator.units)
    own = f"“{figure.text}”的单位“{figure.unit}”"
    return f"{own}不是“{indicator.zh}”所用的单位（{accepted}）"


def implausible(said: Quantity, indicator: Indicator, rules: Rules) -> str:
    """Say that a value lies outside the range that is plausible for its indicator.

    Nothing where it lies inside, or where no range is known.
    """
    limits = rules.plausible.get((indicator.id, said.measure))
    is_growth = said.measure in GROWTH_UNITS
    if limits is None or said.unit != ("%" if is_growth else indicator.unit):
        return ""
    least, most = limits
    ends = (said.value, said.value if said.high is None else said.high)
    if all(least <= end <= most for end in ends):
        return ""
    of = f"“{indicator.zh}”{'增速' if is_growth else ''}"
    stated = quantity(said.value, said.high, said.unit)
    plausible = quantity(least, most, said.unit)
    return f"“{stated}”超出{of}的合理范围（{plausible}）"


def bound_word(text: str, figure: Figure, vocabulary: Vocabulary) -> str:
    """Return the longest word at a figure that makes its bound: 左右; empty if there is none."""
    if figure.bound == "eq":
        return ""
    stands = {
        "before": text[max(0, figure.start - REACH) : figure.start].endswith,
        "after": text[figure.end : figure.end + REACH].startswith,
        "glued": figure.text.__contains__,
    }
    found = (
        word
        for place, bound, words in vocabulary.bounds
        if bound == figure.bound
        for word in words
        if stands[place](word)
    )
    return max(found, key=len, default="")


def doubtful(reading: Reading, start: int, end: int) -> bool:
    """Say whether an editor doubts the words there: a note that left them as printed."""
    return any(note.now is None and note.start < end and start < note.end for note in reading.notes)
