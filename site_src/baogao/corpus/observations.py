"""Readings to observations: figures of known indicators, measured and normalised; and doubts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.content.vocabulary.words_beyond_reading import Wordlists
from baogao.corpus.figure_in_base_units import Quantity, implausible, measured, misfit, quantity_of
from baogao.corpus.names_listing_indicators import ids_of_list, ids_of_name
from baogao.records import Indicator, Mention, Observation, Reading

CLAUSE = re.compile(r"[，。；：！？\n]")  # where a clause ends
EACH = re.compile(r"[均都各皆]")
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
    nth: int = 0  # which record of the number


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

    What one name is has been decided when the report was read, and so has what is of no indicator:
    part of an area, a running total. A name whose unit does not fit becomes a doubt.
    """
    figure = mention.figure
    ids: list[str] = []
    if figure.area:
        return
    if figure.indicator in vocabulary.indicators:
        ids = [figure.indicator]
    elif mention.refused:
        return
    elif mention.other_unit:
        ids = list(ids_of_name(mention.other_unit, vocabulary, rules))
    else:
        ids = _listed(reading, mention, vocabulary, rules)
    yield from (vocabulary.indicators[id] for id in ids)


def _listed(reading: Reading, mention: Mention, vocabulary: Vocabulary, rules: Rules) -> list[str]:
    """Return what the names of a list stand for: nothing, where one of them is unknown."""
    names = ids_of_list(mention.figure.label, vocabulary, rules)
    ids = [id for own in names for id in own]
    if not all(names) or len(ids) < 2:
        return []
    return ids if len(names) == 1 or _is_of_each(reading, mention) else []


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
    words = clause(reading, mention)
    measure = measured(figure, words, indicator, wordlists)
    said = quantity_of(figure, measure, indicator, vocabulary)
    if said.unit:
        message = implausible(said, indicator, wordlists.rules)
    else:
        message = misfit(figure, indicator)
    if message:
        where = report.area, report.year, mention.anchor
        return Doubt(*where, figure.text, message, mention.nth)
    against = wordlists.against(figure.kind, figure.unit, words)
    qualifiers = wordlists.rules.qualifiers.of(figure.label, indicator)
    made = _observation(reading, mention, indicator, said)
    return replace(made, against=against, qualifiers=qualifiers) if against or qualifiers else made


def _observation(
    reading: Reading,
    mention: Mention,
    indicator: Indicator,
    said: Quantity,
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
        bound_words=figure.bound_words,
        quality=(DOUBTFUL,) if doubtful(reading, figure.start, figure.end) else (),
        nth=mention.nth,
        tone_words=figure.tone_words,
        tone=figure.tone,
    )


@lru_cache(maxsize=1)
def _sentence(text: str, start: int, end: int) -> str:
    """Return a sentence: one text for all figures of it, which follow each other."""
    return text[start:end]


def clause(reading: Reading, mention: Mention) -> str:
    """Return the words of a figure's clause before it and, on a line of its own, its label."""
    figure = mention.figure
    before = reading.report.text[mention.sentence_start : figure.start]
    return f"{CLAUSE.split(before)[-1]}\n{figure.label}"


def doubtful(reading: Reading, start: int, end: int) -> bool:
    """Say whether an editor doubts the words there, or the whole source.

    Words are doubted by a note that left them as printed.
    """
    return reading.report.doubtful or any(
        note.now is None and note.start < end and start < note.end for note in reading.notes
    )


def reports_of(stated: Iterable[Observation]) -> list[str]:
    """Return the ids of the reports that state something, each once."""
    return list(dict.fromkeys(item.report for item in stated))
