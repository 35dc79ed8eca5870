"""Readings to observations: figures whose indicator is known, measured and normalised; and doubts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from baogao.content.analysis_words import Wordlists
from baogao.content.numerals import quantity, rounded
from baogao.content.vocabulary import Vocabulary
from baogao.content.vocabulary_entries import Unit
from baogao.corpus.indicator_lists import listed
from baogao.records import Figure, Indicator, Mention, Observation, Reading

CLAUSE = re.compile(r"[，。；！？：\n]")
EACH = re.compile(r"[均都各皆]")
GROWTH_UNITS = {
    "growth": "%",
    "average_growth": "%",
    "rank": "位",
    "growth_rank": "位",
    "rank_change": "位",
    "growth_difference": "百分点",
}
DOUBTFUL, DISAGREES = "doubtful source", "disagrees"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure with a known indicator that is no data point, and why."""

    area: str
    year: int
    anchor: str
    text: str
    message: str


def observations(
    readings: Iterable[Reading], vocabulary: Vocabulary, wordlists: Wordlists
) -> tuple[tuple[Observation, ...], tuple[Doubt, ...]]:
    """Return every observation of the readings, and the figures that are doubts instead."""
    found: list[Observation] = []
    doubts: list[Doubt] = []
    for reading in readings:
        for mention in reading.mentions:
            for indicator in indicators_of(reading, mention, vocabulary, wordlists):
                result = observation(reading, mention, indicator, vocabulary, wordlists)
                (found if isinstance(result, Observation) else doubts).append(result)
    return tuple(found), tuple(doubts)


def indicators_of(
    reading: Reading, mention: Mention, vocabulary: Vocabulary, wordlists: Wordlists
) -> Iterator[Indicator]:
    """Yield what a figure is about: an indicator, or each that a list of names stands for; none for part of an area.

    “高新技术产业投资、民间投资均增长10%以上” is about two. A count of a list is about each only if it says so
    (“各20所”), and a list with an unknown name is about something else. A known name that was not taken for its
    indicator has a unit that does not fit: a doubt.
    """
    figure = mention.figure
    if figure.area:
        return
    if figure.indicator in vocabulary.indicators:
        yield vocabulary.indicators[figure.indicator]
        return
    groups = listed(figure.label, vocabulary, wordlists.rules)
    of_each = (
        len(groups) == 1
        or (figure.unit == "%" and figure.kind == "change")
        or EACH.search(clause(reading, mention))
    )
    if all(groups) and of_each:
        yield from (vocabulary.indicators[id] for ids in groups for id in ids)


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
    unit, factor = normalised(measure, figure.unit, indicator, vocabulary.units)
    value, high = (
        rounded(figure.value * factor),
        None if figure.value_high is None else rounded(figure.value_high * factor),
    )
    message = (
        misfit(figure, indicator)
        if not unit
        else implausible(indicator, measure, value, high, unit, wordlists)
    )
    if message:
        return Doubt(report.area, report.year, mention.anchor, figure.text, message)
    return Observation(
        area=report.area,
        year=report.year,
        anchor=mention.anchor,
        indicator=indicator.id,
        measure=measure,
        period=figure.period,
        value=value,
        value_high=high,
        unit=unit,
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
    return text[
        start:end
    ]  # kept once for all figures of a sentence: there are thousands of sentences


def measured(figure: Figure, words: str, indicator: Indicator, wordlists: Wordlists) -> str:
    """Return what a figure measures of its indicator.

    Points of what is no share are points of its growth: “固定资产投资增长8.1%，高于上年4.5个百分点”.
    """
    measure = wordlists.measure(figure.kind, figure.unit, words)
    in_points = measure == "difference" and figure.unit == "百分点"
    return (
        "growth_difference" if in_points and indicator.unit not in ("%", "‰", "百分点") else measure
    )


def clause(reading: Reading, mention: Mention) -> str:
    """Return the words of a figure's clause before it, and its label."""
    figure = mention.figure
    return (
        CLAUSE.split(reading.report.text[mention.sentence_start : figure.start])[-1] + figure.label
    )


def normalised(
    measure: str, unit: str, indicator: Indicator, units: dict[str, Unit]
) -> tuple[str, object]:
    """Return the unit that a value is given in and the factor to it; an empty unit where none is accepted."""
    if measure in GROWTH_UNITS:
        return (unit, 1) if unit == GROWTH_UNITS[measure] else ("", 1)
    if measure == "difference" and unit in ("百分点", "%"):
        return unit, 1
    if unit not in (indicator.unit, *indicator.units):
        return "", 1
    known, base = units.get(unit), units.get(indicator.unit)
    if known and base and known.dimension == base.dimension and base.factor:
        return indicator.unit, known.factor / base.factor
    return unit, 1  # 美元 beside 元 stays 美元: nothing here knows a rate


def misfit(figure: Figure, indicator: Indicator) -> str:
    """Say that a figure's unit is none of its indicator's."""
    return f"“{figure.text}”的单位“{figure.unit}”不是“{indicator.zh}”所用的单位（{'、'.join(indicator.units)}）"


def implausible(
    indicator: Indicator,
    measure: str,
    value: Decimal,
    high: Decimal | None,
    unit: str,
    wordlists: Wordlists,
) -> str:
    """Say that a value lies outside the range known of its indicator; nothing where it lies inside or none is known."""
    least, most = wordlists.rules.plausible.get((indicator.id, measure), (None, None))
    known = least is not None and unit == ("%" if measure in GROWTH_UNITS else indicator.unit)
    if not known or all(
        least <= limit <= most for limit in (value, value if high is None else high)
    ):
        return ""
    what = "增速" if measure in GROWTH_UNITS else ""
    return f"“{quantity(value, high, unit)}”超出“{indicator.zh}”{what}的合理范围（{quantity(least, most, unit)}）"


def bound_word(text: str, figure: Figure, vocabulary: Vocabulary) -> str:
    """Return the word that makes a figure's bound, as printed beside it or in it; empty if it stands elsewhere."""
    if figure.bound == "eq":
        return ""
    places = {
        "before": text[max(0, figure.start - 8) : figure.start].endswith,
        "after": text[figure.end : figure.end + 8].startswith,
        "glued": figure.text.__contains__,
    }
    return max(
        (
            word
            for place, bound, words in vocabulary.bounds
            if bound == figure.bound
            for word in words
            if places[place](word)
        ),
        key=len,
        default="",
    )


def doubtful(reading: Reading, start: int, end: int) -> bool:
    """Say whether an editor doubts the words there: a note that left them as printed."""
    return any(note.now is None and note.start < end and start < note.end for note in reading.notes)
