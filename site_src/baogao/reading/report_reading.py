"""A report, read: its blocks, sections, figures in their places, and editor's notes.

A pure function of the report, its source and the vocabulary: it runs on any executor.
"""

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from baogao.content.vocabulary import Vocabulary
from baogao.reading.blocks import anchors, blocks, sentences
from baogao.reading.figures import candidates, decided, doubts
from baogao.reading.normalise import normalise
from baogao.reading.reasons import reasoned
from baogao.reading.sections import sections
from baogao.records import Block, Figure, Mention, Reading, Report


def as_rules_read(report: Report, vocabulary: Vocabulary) -> Reading:
    """Read one report by the rules alone."""
    parts = sections(
        report.text, vocabulary, start=report.body, reviews=report.reviews, plans=report.plans
    )
    lines = blocks(report, parts)
    quantities = tuple(candidates(report.text, vocabulary, report.body))
    found = decided(
        report.text,
        parts,
        vocabulary,
        area=report.area,
        year=report.year,
        start=report.body,
        among=quantities,
    )
    why = tuple(reasoned(found, normalise(report.text, vocabulary.traditional), vocabulary))
    placed = mentions(report, lines, tuple(one.figure for one, _ in why))
    return Reading(
        report,
        lines,
        parts,
        tuple(replace(mention, reasons=reasons) for mention, (_, reasons) in zip(placed, why)),
        unread=tuple(doubts(report.text, vocabulary, report.body, quantities)),
    )


def mentions(
    report: Report, lines: tuple[Block, ...], found: tuple[Figure, ...]
) -> tuple[Mention, ...]:
    """Put every figure in its place: block, sentence, section, anchor."""
    spans = [span for line in lines for span in sentences(report.text, line.start, line.end)]
    named = anchors(report, spans)
    numbers, span_starts, line_starts = (
        sorted(named),
        [a for a, _ in spans],
        [line.start for line in lines],
    )
    out, seen = [], Counter()
    for figure in found:
        sentence = spans[bisect_right(span_starts, figure.start) - 1]
        block = bisect_right(line_starts, figure.start) - 1
        # the number that the figure's words begin with, or hold ("第12位")
        number = numbers[min(bisect_right(numbers, figure.end - 1), len(numbers)) - 1]
        first = next(
            (n for n in numbers[bisect_right(numbers, figure.start - 1) :] if n < figure.end),
            number,
        )
        anchor = named[first]
        out.append(
            Mention(figure, anchor, *sentence, block, lines[block].section, nth=seen[anchor])
        )
        seen[anchor] += 1
    return tuple(out)
