"""The stages one after the other: from a text to its figures."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from heapq import merge
from itertools import groupby

from baogao.content.vocabulary.section_kinds import APPENDIX
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.bounds import decide_bounds
from baogao.reading.figures.candidate import Candidate, Named, Sentence, Source
from baogao.reading.figures.certainty import decide_certainty
from baogao.reading.figures.clauses.numbers_in_clauses import parse_clauses
from baogao.reading.figures.indicators import decide_indicators
from baogao.reading.figures.kind_and_sign import decide_kinds
from baogao.reading.figures.lists_of_targets import lists_of_targets
from baogao.reading.figures.numbers.quantities import quantities
from baogao.reading.figures.status_and_period import decide_periods
from baogao.reading.figures.subjects.naming import name_subjects
from baogao.reading.figures.subjects.places import (
    district_at,
    districts,
    names_of,
    zone_at_start,
)
from baogao.reading.figures.subjects.subject_words import words_of
from baogao.reading.figures.tones import decide_tones
from baogao.reading.figures.vetoes.nonfigures import Vetoes
from baogao.reading.figures.vetoes.unreadable_numbers import Unread, masks
from baogao.reading.normalise import normalise, unbroken
from baogao.records import Figure, Section

# What each sentence goes through, in this order.
STAGES = (
    parse_clauses,
    decide_kinds,
    decide_bounds,
    name_subjects,
    decide_periods,
    decide_tones,
    decide_indicators,
    decide_certainty,
)
SENTENCE_END = re.compile(r"[。;!?\n]")
OPENING = 40
ONE = Decimal(1)


def figures(
    text: str,
    sections: tuple[Section, ...],
    vocabulary: Vocabulary,
    *,
    area: str = "",
    year: int | None = None,
    start: int = 0,
) -> tuple[Figure, ...]:
    """Return the figures of a text from `start` on, in order.

    `area` is the name or code of the report's own area, `year` its year of delivery.
    """
    found = decided(text, sections, vocabulary, area=area, year=year, start=start)
    return tuple(candidate.figure for candidate in found)


def decided(
    text: str,
    sections: tuple[Section, ...],
    vocabulary: Vocabulary,
    *,
    area: str = "",
    year: int | None = None,
    start: int = 0,
    among: Iterable[Candidate] | None = None,
) -> Iterator[Candidate]:
    """Yield the candidates of a text that are figures, in order, each with what decided it.

    `among` are its `candidates`, if they are at hand; the other arguments are those of `figures`.
    """
    read = _read(text, vocabulary)
    ends = [match.end() for match in SENTENCE_END.finditer(read)]
    named = districts(read, ends, start, vocabulary)
    source = Source(
        text,
        read,
        sections,
        vocabulary,
        area,
        year,
        words_of(vocabulary),
        names_of(vocabulary, area, year),
        named,
        [end for end, _ in named],
        [section.start for section in sections],
        lists_of_targets(read, ends, start, vocabulary),
    )
    found = candidates(text, vocabulary, start) if among is None else among
    for sentence in _sentences(source, found, ends, start):
        if sentence.section and sentence.section.kind == APPENDIX:
            continue
        for stage in STAGES:
            stage(sentence)
        for candidate in sentence.candidates:
            candidate.figure = _figure(candidate, text)
            yield candidate


def candidates(text: str, vocabulary: Vocabulary, start: int = 0) -> Iterator[Candidate]:
    """Yield the quantities of a text from `start` on, those that are no figures with their veto."""
    read = _read(text, vocabulary)
    vetoes = Vetoes(read, vocabulary)
    for quantity in quantities(read, vocabulary):
        if quantity.start >= start:
            yield Candidate(quantity, vetoes.veto(quantity))


def doubts(
    text: str,
    vocabulary: Vocabulary,
    start: int = 0,
    among: Iterable[Candidate] | None = None,
) -> Iterator[Unread]:
    """Yield, in order, what tells a measure from `start` on and could not be read safely.

    None of them is a figure; each has its reason.
    """
    read, last = _read(text, vocabulary), 0
    hidden = ((*span, "masked") for span in masks(read, vocabulary) if span[0] >= start)
    found = candidates(text, vocabulary, start) if among is None else among
    for begin, end, reason in merge(hidden, _doubtful(found)):
        if begin >= last:
            yield Unread(begin, end, text[begin:end], reason)
        last = max(last, end)


def _doubtful(found: Iterable[Candidate]) -> Iterator[tuple[int, int, str]]:
    """Yield where numbers stand that are no figures because they cannot be read safely, and why."""
    for candidate in found:
        veto = candidate.veto
        if veto and veto.doubt and veto.rule != "masked":
            yield candidate.quantity.start, candidate.quantity.end, veto.rule


def _read(text: str, vocabulary: Vocabulary) -> str:
    return unbroken(normalise(text, vocabulary.traditional))


def _sentences(
    source: Source, found: Iterable[Candidate], ends: list[int], start: int
) -> Iterator[Sentence]:
    """Yield the sentences that have figures, up to each semicolon; `ends` are the ends of all.

    A sentence is to be taken through all stages before the next is asked for: what it named is told
    to what follows behind a semicolon.
    """
    whole_ends = [end for end in ends if source.read[end - 1] != ";"]
    before: Sentence | None = None
    left = (candidate for candidate in found if candidate.veto is None)
    for at, members in groupby(
        left, lambda candidate: bisect_right(ends, candidate.quantity.start)
    ):
        begin = max(ends[at - 1] if at else 0, start)
        whole_at = bisect_right(whole_ends, begin)
        whole = max(whole_ends[whole_at - 1] if whole_at else 0, start)
        told = before.named if before and before.whole == whole else []
        before = _sentence(source, begin, whole, list(members), told)
        yield before


def _sentence(
    source: Source, begin: int, whole: int, members: list[Candidate], told: list[Named]
) -> Sentence:
    """Return a sentence with its section, and the area that its opening or its paragraph names."""
    at = bisect_right(source.section_starts, members[0].quantity.start) - 1
    section = source.sections[max(at, 0)] if source.sections else None
    opening = source.read[begin : begin + OPENING]
    zone = zone_at_start(opening, source.words.lead, source.vocabulary)
    area = zone or district_at(source, begin)
    return Sentence(source, begin, whole, section, members, area, told)


def _figure(candidate: Candidate, text: str) -> Figure:
    """Put together what the stages have found."""
    quantity, kind = candidate.quantity, candidate.kind
    low = plain(quantity.value)
    high = None if quantity.high is None else plain(quantity.high)
    if kind.sign < 0:
        low, high = (-low, None) if high is None else (-high, -low)
    return Figure(
        start=quantity.start,
        end=quantity.end,
        text=text[quantity.start : quantity.end],
        value=low,
        value_high=high,
        unit=quantity.unit,
        bound=candidate.bound.bound,
        kind=kind.kind,
        status=candidate.time.status,
        period=candidate.time.period,
        label=candidate.named.label,
        area=candidate.named.area,
        indicator=candidate.known.id,
        certainty=candidate.certainty,
        bound_words=candidate.bound.word,
        tone_words=candidate.tone.words,
        tone=candidate.tone.tone,
    )


def plain(value: Decimal) -> Decimal:
    """Return a number as a reader writes it: 8.0 is 8, 1E+8 is 100000000."""
    return value.quantize(ONE) if value == value.to_integral_value() else value.normalize()
