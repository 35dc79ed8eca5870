"""What reports promise: targets with a number, and those that keep up with the economy."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from baogao.content.analysis_words import Wordlists
from baogao.content.outcome_rules import Basis
from baogao.content.vocabulary import Vocabulary
from baogao.corpus.indicator_lists import listed
from baogao.corpus.observations import DOUBTFUL, doubtful
from baogao.record import record
from baogao.records import Block, Observation, Reading

STATED, GDP_GROWTH = "stated", "gdp_growth"
CLAUSE = re.compile(r"[，。；：！？\n]")
SENTENCE = re.compile(r"[^。！？\n]*[。！？]?")


@record
class Promise:
    """A target of an area for a year, as a report states it; without a value if it goes by the economy (`keeps_up`)."""

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
    """Return every target of a known indicator, in order of area and year, each distinct one once."""
    found = [
        *map(stated, filter(is_target, observations)),
        *(
            promise
            for reading in readings
            for promise in keeping_up(reading, vocabulary, wordlists)
        ),
    ]
    distinct: dict[tuple, Promise] = {}
    for p in sorted(found, key=lambda p: (p.area, p.year, p.report)):
        distinct.setdefault(
            (
                p.area,
                p.year,
                p.indicator,
                p.measure,
                p.unit,
                p.value,
                p.value_high,
                p.bound,
                p.basis,
            ),
            p,
        )
    return tuple(distinct.values())


def is_target(item: Observation) -> bool:
    """Say whether an observation promises something for the year of its report or a later one."""
    return (
        item.status == "target"
        and item.period[-4:].isdigit()
        and int(item.period[-4:]) >= item.year
    )


def stated(item: Observation) -> Promise:
    """Return the promise that an observation states; one for several years is for the last of them."""
    return Promise(
        item.area,
        int(item.period[-4:]),
        item.indicator,
        item.measure,
        item.unit,
        item.value,
        item.value_high,
        item.bound,
        f"{item.area}/{item.year}",
        item.anchor,
        item.period,
        item.quote,
        item.text,
        DOUBTFUL in item.quality,
    )


def keeping_up(reading: Reading, vocabulary: Vocabulary, wordlists: Wordlists) -> Iterator[Promise]:
    """Yield what a report promises by the growth of the economy: “固定资产投资增速高于经济增速”.

    There is no number to link to: the anchor is the paragraph's.
    """
    for block in reading.blocks:
        section = reading.sections[block.section]
        if (
            block.level
            or section.kind not in ("tasks", "outlook")
            or section.years != (reading.report.year,)
        ):
            continue
        for basis in wordlists.rules.bases:
            for words in basis.pattern.finditer(reading.report.text, block.start, block.end):
                yield from _kept_up(reading, block, basis, words.span(), vocabulary, wordlists)


def _kept_up(
    reading: Reading,
    block: Block,
    basis: Basis,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    wordlists: Wordlists,
) -> Iterator[Promise]:
    report = reading.report
    names = CLAUSE.split(report.text[block.start : span[0]])[-1]
    for id in (id for ids in listed(names, vocabulary, wordlists.rules) for id in ids):
        yield Promise(
            report.area,
            report.year,
            id,
            "growth",
            "%",
            None,
            None,
            basis.bound,
            report.id,
            block.anchor,
            str(report.year),
            _sentence(report.text, *span),
            report.text[span[0] : span[1]],
            doubtful(reading, *span),
            basis,
        )


def _sentence(text: str, start: int, end: int) -> str:
    first = max(text.rfind(mark, 0, start) for mark in "。！？\n") + 1
    return text[first : SENTENCE.match(text, end).end()]
