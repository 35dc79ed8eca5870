"""A figure that the rules have passed over, as they would read it: for a person to add."""

from dataclasses import replace

from baogao.content.vocabulary import Vocabulary
from baogao.reading.figures import candidates, decided
from baogao.records import Figure, Reading


def proposed(reading: Reading, vocabulary: Vocabulary, start: int, end: int) -> Figure | None:
    """Return the first number between two offsets as if nothing spoke against it.

    None where the rules see no number there.
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
    return first and replace(first, certainty="")
