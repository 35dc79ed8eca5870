"""A report, read: its blocks, sections, figures in their places, and editor's notes.

A pure function of the report, its source and the vocabulary: it runs on any executor.
"""

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from baogao.content.vocabulary import Vocabulary
from baogao.reading.blocks import anchor, blocks, numbers, sentences
from baogao.reading.field_reasons import Reason, reasoned
from baogao.reading.figures import candidates, decided, doubts
from baogao.reading.figures.candidate import OTHER_UNIT, Known
from baogao.reading.normalise import normalise
from baogao.reading.sections import sections
from baogao.records import Block, Figure, Mention, Reading, Report


def as_rules_read(report: Report, vocabulary: Vocabulary) -> Reading:
    """Read one report by the rules alone."""
    text, start = report.text, report.body
    parts = sections(text, vocabulary, start=start, reviews=report.reviews, plans=report.plans)
    lines = blocks(report, parts)
    quantities = tuple(candidates(text, vocabulary, start))
    found = decided(
        text,
        parts,
        vocabulary,
        area=report.area,
        year=report.year,
        start=start,
        among=quantities,
    )
    why = tuple(reasoned(found, normalise(text, vocabulary.traditional), vocabulary))
    placed = mentions(report, lines, tuple(one.figure for one, _ in why))
    return Reading(
        report,
        lines,
        parts,
        tuple(
            _explained(mention, one.known, reasons)
            for mention, (one, reasons) in zip(placed, why, strict=True)
        ),
        unread=tuple(doubts(text, vocabulary, start, quantities)),
    )


def _explained(mention: Mention, known: Known, reasons: tuple[Reason, ...]) -> Mention:
    """Return a mention with why it was read so, and what was decided of its indicator."""
    other_unit = known.alias if known.rule == OTHER_UNIT else ""
    return replace(mention, reasons=reasons, refused=known.refused, other_unit=other_unit)


def mentions(
    report: Report, lines: tuple[Block, ...], found: tuple[Figure, ...]
) -> tuple[Mention, ...]:
    """Put every figure in its place: block, sentence, section, anchor."""
    spans = [span for line in lines for span in sentences(report.text, line.start, line.end)]
    places = numbers(report, spans)
    offsets = sorted(places)
    span_starts, line_starts = [begin for begin, _ in spans], [line.start for line in lines]
    out = []
    seen: Counter[str] = Counter()
    for figure in found:
        sentence = spans[bisect_right(span_starts, figure.start) - 1]
        block = bisect_right(line_starts, figure.start) - 1
        address = anchor(places[_number_of(figure, offsets)])
        section = lines[block].section
        out.append(Mention(figure, address, *sentence, block, section, nth=seen[address]))
        seen[address] += 1
    return tuple(out)


def _number_of(figure: Figure, offsets: list[int]) -> int:
    """Return where the number stands that a figure's words begin with, or hold ("第12位").

    `offsets` are those of all numbers. Where the figure holds none, it is the one before it.
    """
    following = bisect_right(offsets, figure.start - 1)
    if following < len(offsets) and offsets[following] < figure.end:
        return offsets[following]
    return offsets[bisect_right(offsets, figure.end - 1) - 1]
