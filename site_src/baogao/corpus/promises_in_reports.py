"""What reports promise: targets with a number, and those that keep up with the economy."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from baogao.content.vocabulary.outcome_and_check_rules import Basis, Rules
from baogao.content.vocabulary.tone_words import CAPPED, PLAIN
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.content.vocabulary.words_beyond_reading import Wordlists
from baogao.corpus.names_listing_indicators import ids_of_list
from baogao.corpus.observations import CLAUSE, DOUBTFUL, doubtful
from baogao.record_decorator import record
from baogao.records import Block, Observation, Reading

STATED = "stated"
GDP_GROWTH = "gdp_growth"
SENTENCE_END = re.compile(r"[。！？]|(?=\n)|$")
Span = tuple[int, int]


@record
class Promise:
    """A target of an area for a year, as a report states it.

    One that goes by the economy's growth (`keeps_up`) has no value.
    """

    area: str
    year: int
    indicator: str
    measure: str
    unit: str
    value: Decimal | None
    value_high: Decimal | None
    bound: str
    report: str
    anchor: str
    period: str
    quote: str
    text: str = ""
    doubtful: bool = False
    keeps_up: Basis | None = None
    against: str = ""
    bound_words: str = ""
    tone_words: str = ""
    tone: str = ""
    qualifiers: tuple[str, ...] = ()

    @property
    def basis(self) -> str:
        """Return what the target is held against: its own number, or the growth of the economy."""
        return GDP_GROWTH if self.keeps_up else STATED


def promises(
    readings: Iterable[Reading],
    observations: Iterable[Observation],
    vocabulary: Vocabulary,
    wordlists: Wordlists,
) -> tuple[Promise, ...]:
    """Return every target of a known indicator, in order of area and year, each once."""
    found = [promise_of(item) for item in observations if is_target(item)]
    for reading in readings:
        found += promises_by_growth(reading, vocabulary, wordlists.rules)
    distinct: dict[tuple[object, ...], Promise] = {}
    for promise in sorted(found, key=lambda promise: (promise.area, promise.year, promise.report)):
        distinct.setdefault(_what_is_promised(promise), promise)
    return tuple(distinct.values())


def _what_is_promised(p: Promise) -> tuple[object, ...]:
    about = p.area, p.year, p.indicator, p.measure, p.unit, p.against, p.qualifiers
    return *about, p.value, p.value_high, p.bound, p.basis


def is_target(item: Observation) -> bool:
    """Say whether an observation promises something for the year of its report or a later one."""
    last = item.period[-4:]
    return item.status == "target" and last.isdigit() and int(last) >= item.year


def promise_of(item: Observation) -> Promise:
    """Return the promise that an observation states; one for several years is for the last one."""
    return Promise(
        area=item.area,
        year=int(item.period[-4:]),
        indicator=item.indicator,
        measure=item.measure,
        unit=item.unit,
        value=item.value,
        value_high=item.value_high,
        bound=item.bound,
        report=item.report,
        anchor=item.anchor,
        period=item.period,
        quote=item.quote,
        text=item.text,
        doubtful=DOUBTFUL in item.quality,
        against=item.against,
        bound_words=item.bound_words,
        tone_words=item.tone_words,
        tone=item.tone,
        qualifiers=item.qualifiers,
    )


def observed(promise: Promise) -> Observation | None:
    """Return a promise as the observation that it was read from, if it has a value."""
    if promise.value is None:
        return None
    return Observation(
        area=promise.area,
        year=int(promise.report.rpartition("/")[2]),
        anchor=promise.anchor,
        indicator=promise.indicator,
        measure=promise.measure,
        period=promise.period,
        value=promise.value,
        value_high=promise.value_high,
        unit=promise.unit,
        bound=promise.bound,
        status="target",
        quote=promise.quote,
        text=promise.text,
        bound_words=promise.bound_words,
        quality=(DOUBTFUL,) if promise.doubtful else (),
    )


def promises_by_growth(reading: Reading, vocabulary: Vocabulary, rules: Rules) -> Iterator[Promise]:
    """Yield what a report promises by the growth of the economy: “固定资产投资增速高于经济增速”.

    There is no number to link to: the anchor is the paragraph's.
    """
    text = reading.report.text
    for block in blocks_planning(reading, reading.report.year):
        for basis in rules.bases:
            for words in basis.pattern.finditer(text, block.start, block.end):
                names = CLAUSE.split(text[block.start : words.start()])[-1]
                for ids in ids_of_list(names, vocabulary, rules):
                    for id in ids:
                        own = rules.qualifiers.of("", vocabulary.indicators[id])
                        made = _promise_by_growth(reading, block, basis, words.span(), id)
                        yield replace(made, qualifiers=own)


def blocks_planning(reading: Reading, year: int) -> Iterator[Block]:
    """Yield the paragraphs of a report about what is planned for a year."""
    for block in reading.blocks:
        section = reading.sections[block.section]
        is_plan = section.kind in ("tasks", "outlook") and section.years == (year,)
        if is_plan and not block.level:
            yield block


def _promise_by_growth(
    reading: Reading, block: Block, basis: Basis, span: Span, indicator: str
) -> Promise:
    report = reading.report
    tone, tone_words = _tone_around(reading, span)
    return Promise(
        area=report.area,
        year=report.year,
        indicator=indicator,
        measure="growth",
        unit="%",
        value=None,
        value_high=None,
        bound=basis.bound,
        report=report.id,
        anchor=block.anchor,
        period=str(report.year),
        quote=sentence_around(report.text, *span),
        text=report.text[span[0] : span[1]],
        doubtful=doubtful(reading, *span),
        keeps_up=basis,
        bound_words=report.text[span[0] : span[1]],
        tone_words=tone_words,
        tone=tone,
    )


def _tone_around(reading: Reading, span: Span) -> tuple[str, str]:
    """Return tone and words of the targets in the sentence of a span, plain where they differ.

    What is capped is so by words that stand at its own number.
    """
    said = {
        (mention.figure.tone, mention.figure.tone_words)
        for mention in reading.mentions
        if mention.sentence_start <= span[0] < mention.sentence_end
        and mention.figure.status == "target"
        and mention.figure.tone != CAPPED
    }
    return said.pop() if len(said) == 1 else (PLAIN, "")


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence around some words, with the mark that ends it."""
    first = max(text.rfind(mark, 0, start) for mark in "。！？\n") + 1
    last = next(SENTENCE_END.finditer(text, end))
    return text[first : last.end()]
