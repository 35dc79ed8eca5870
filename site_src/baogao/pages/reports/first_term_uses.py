"""Which uses of terms a report's page marks: the first in each part of the report."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from baogao.content.vocabulary.glossary import Use
from baogao.corpus.corpus import by_key
from baogao.records import Reading

PART = 2  # the level of the headings that open parts


def first_uses(reading: Reading, uses: Iterable[Use]) -> Iterator[tuple[int, Use]]:
    """Yield the uses to mark, each with the index of its block.

    What stands in a heading or overlaps a figure is passed over, and the next use marked instead.
    """
    starts = [block.start for block in reading.blocks]
    parts = [block.start for block in reading.blocks if block.level == PART]
    figures = by_key((m.block, (m.figure.start, m.figure.end)) for m in reading.mentions)
    seen = set()
    for use in uses:
        index = bisect_right(starts, use.start) - 1
        key = bisect_right(parts, use.start), use.term.id
        if (
            key not in seen
            and _is_in_paragraph(reading, index, use)
            and not _overlaps(use, figures.get(index, ()))
        ):
            seen.add(key)
            yield index, use


def _is_in_paragraph(reading: Reading, index: int, use: Use) -> bool:
    """Say whether a use lies wholly in the block of this index, and that is no heading."""
    if index < 0:
        return False
    block = reading.blocks[index]
    return not block.level and use.end <= block.end


def _overlaps(use: Use, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < use.end and use.start < end for start, end in spans)
