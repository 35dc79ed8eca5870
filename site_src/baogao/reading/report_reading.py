"""A report, read: its blocks, sections, figures in their places, and editor's notes.

A pure function of the report, its source and the vocabulary: it runs on any executor.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from baogao.content.vocabulary import Vocabulary
from baogao.reading.blocks import anchor, blocks, numbers, sentences
from baogao.reading.field_reasons import Reason, reasoned
from baogao.reading.figures import candidates, decided, doubts
from baogao.reading.figures.candidate import OTHER_UNIT, Candidate
from baogao.reading.normalise import normalise
from baogao.reading.sections import sections
from baogao.records import Block, Figure, Mention, Reading, Report

# What a `Mention` says of where a figure stands: its fields from `anchor` to `nth`.
Place = tuple[str, int, int, int, int, str, int]
NOT_EDITED = ""


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
    placed = places(report, lines, [one.figure for one, _ in why])
    return Reading(
        report,
        lines,
        parts,
        tuple(
            _mention(one, place, reasons) for place, (one, reasons) in zip(placed, why, strict=True)
        ),
        unread=tuple(doubts(text, vocabulary, start, quantities)),
    )


def _mention(one: Candidate, place: Place, reasons: tuple[Reason, ...]) -> Mention:
    """Return a figure in its place, with why it was read so."""
    known = one.known
    other_unit = known.alias if known.rule == OTHER_UNIT else ""
    return Mention(one.figure, *place, known.refused, other_unit, reasons)


def places(report: Report, lines: tuple[Block, ...], found: Iterable[Figure]) -> Iterator[Place]:
    """Yield the place of every figure."""
    spans = [span for line in lines for span in sentences(report.text, line.start, line.end)]
    number_at = numbers(report, spans)
    offsets = sorted(number_at)
    span_starts, line_starts = [begin for begin, _ in spans], [line.start for line in lines]
    seen: Counter[str] = Counter()
    for figure in found:
        sentence = spans[bisect_right(span_starts, figure.start) - 1]
        block = bisect_right(line_starts, figure.start) - 1
        address = anchor(number_at[_number_of(figure, offsets)])
        yield address, *sentence, block, lines[block].section, NOT_EDITED, seen[address]
        seen[address] += 1


def _number_of(figure: Figure, offsets: list[int]) -> int:
    """Return where the number stands that a figure's words begin with, or hold ("第12位").

    `offsets` are those of all numbers. Where the figure holds none, it is the one before it.
    """
    following = bisect_right(offsets, figure.start - 1)
    if following < len(offsets) and offsets[following] < figure.end:
        return offsets[following]
    return offsets[bisect_right(offsets, figure.end - 1) - 1]
