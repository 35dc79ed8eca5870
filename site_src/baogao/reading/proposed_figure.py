"""A figure that the rules have passed over, as they would read it: for a person to add."""

import re
from dataclasses import replace

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures import candidates, decided
from baogao.records import Figure, Reading

UNIT = re.compile(r"[^\W\d_]{1,2}")  # what may be one that the vocabulary does not have


def proposed(reading: Reading, vocabulary: Vocabulary, start: int, end: int) -> Figure | None:
    """Return the first number between two offsets as if nothing spoke against it.

    Where it has no unit, a short word behind it that the offsets take in is its unit. None where
    the rules see no number there.
    """
    report = reading.report
    found = list(candidates(report.text, vocabulary, report.body))
    for candidate in found:
        quantity = candidate.quantity
        if quantity.start < end and quantity.end > start:
            candidate.veto = None
    figures = (
        candidate.figure
        for candidate in decided(
            report.text,
            reading.sections,
            vocabulary,
            area=report.area,
            year=report.year,
            start=report.body,
            among=found,
        )
    )
    first = next((one for one in figures if one.start < end and one.end > start), None)
    return first and _with_unit(replace(first, certainty=""), report.text, end)


def _with_unit(figure: Figure, text: str, end: int) -> Figure:
    rest = text[figure.end : end]
    if figure.unit or not UNIT.fullmatch(rest):
        return figure
    return replace(figure, end=end, text=figure.text + rest, unit=rest)
