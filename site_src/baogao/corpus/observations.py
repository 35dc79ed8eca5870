"""Readings to observations: figures of known indicators, measured and normalised; and doubts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from baogao.content.analysis_words import Wordlists
from baogao.content.outcome_rules import Rules
from baogao.content.vocabulary import Vocabulary
from baogao.corpus.figure_quantity import Quantity, implausible, measured, misfit, quantity_of
from baogao.corpus.indicator_lists import ids_of_list
from baogao.records import Figure, Indicator, Mention, Observation, Reading

CLAUSE = re.compile(r"[，。；：！？\n]")  # where a clause ends
EACH = re.compile(r"[均都各皆]")
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
    said = quantity_of(figure, measure, indicator, vocabulary)
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


def clause(reading: Reading, mention: Mention) -> str:
    """Return the words of a figure's clause before it, and its label."""
    figure = mention.figure
    before = reading.report.text[mention.sentence_start : figure.start]
    return CLAUSE.split(before)[-1] + figure.label


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
