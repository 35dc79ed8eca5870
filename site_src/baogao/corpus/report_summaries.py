"""What pages of the whole corpus tell of every report: its size, notes, and where terms stand.

It is worked out with the join, so that no page has to open every report.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from baogao.content.vocabulary.glossary import Use
from baogao.corpus.by_key import by_key
from baogao.corpus.target_counts import TargetCount, target_count
from baogao.corpus.targets_with_outcomes import Target
from baogao.record_decorator import record
from baogao.records import Figure, Note, Reading

AROUND = 12  # the characters on each side by which a reader finds a number again


@record
class Listed:
    """What lists tell of a report: nothing that changes with each word of its text."""

    id: str
    area: str
    year: int
    title: str
    reviews: tuple[int, ...]
    excerpt: bool
    doubtful: bool
    figures: int
    targets: TargetCount


@record
class Noted:
    """A report with what is known to be wrong with its source, and the editor's notes."""

    report: str
    title: str
    notes: tuple[str, ...]
    changes: tuple[Note, ...]


@record
class UnreadNumber:
    """A number that could not be read safely, with the words around it and the reason."""

    report: str
    area: str
    year: int
    paragraph: str  # the anchor
    before: str
    words: str
    after: str
    reason: str


@record
class TermPlace:
    """How often a report uses a term, and the anchor of the first paragraph that does."""

    term: str
    paragraph: str
    times: int


def listed(reading: Reading, targets: Iterable[Target]) -> Listed:
    """Return what lists tell of a report; `targets` are those that it sets."""
    report = reading.report
    return Listed(
        id=report.id,
        area=report.area,
        year=report.year,
        title=report.title,
        reviews=report.reviews,
        excerpt=report.excerpt,
        doubtful=report.doubtful,
        figures=len(reading.mentions),
        targets=target_count(reading, targets),
    )


def noted(readings: Iterable[Reading]) -> Iterator[Noted]:
    """Yield the reports that have notes."""
    for reading in readings:
        report = reading.report
        if reading.notes or report.notes:
            yield Noted(report.id, report.title, report.notes, reading.notes)


def unread_numbers(readings: Iterable[Reading]) -> Iterator[UnreadNumber]:
    """Yield the numbers that could not be read safely."""
    for reading in readings:
        report = reading.report
        for one in reading.unread:
            block = reading.blocks[_block_at(reading, one.start)]
            yield UnreadNumber(
                report=report.id,
                area=report.area_name,
                year=report.year,
                paragraph=block.anchor,
                before=report.text[max(block.start, one.start - AROUND) : one.start],
                words=one.words,
                after=report.text[one.end : min(block.end, one.end + AROUND)],
                reason=one.reason,
            )


def term_places(reading: Reading, uses: Iterable[Use]) -> tuple[TermPlace, ...]:
    """Return where a report uses which terms, in the order in which they first stand."""
    by_term: dict[str, list[Use]] = {}
    for use in uses:
        by_term.setdefault(use.term.id, []).append(use)
    return tuple(
        TermPlace(term, reading.blocks[_block_at(reading, own[0].start)].anchor, len(own))
        for term, own in by_term.items()
    )


def _block_at(reading: Reading, place: int) -> int:
    behind = bisect_right(reading.blocks, place, key=lambda block: block.start)
    return max(0, behind - 1)


def label_counts(figures: Iterable[Figure]) -> dict[str, dict[str, int]]:
    """Return how often each indicator, by its id, is called what, in the order of figures."""
    labels = by_key((one.indicator, one.label) for one in figures if one.indicator)
    return {indicator: dict(Counter(own)) for indicator, own in labels.items()}
