"""A report, read: its blocks, sections, figures in their places, and editor's notes.

A pure function of the report, its source and the vocabulary: it runs on any executor.
"""

from dataclasses import replace

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.blocks import blocks
from baogao.reading.field_reasons import Reason, reasoned
from baogao.reading.figure_places import mentions
from baogao.reading.figures import candidates, decided, doubts
from baogao.reading.figures.candidate import OTHER_UNIT, Known
from baogao.reading.normalise import normalise
from baogao.reading.sections import sections
from baogao.records import Mention, Reading, Report


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
