"""Which uses of terms a report's page marks: the first in each part that is neither in a heading nor on a figure."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from baogao.content.glossary import Use
from baogao.records import Reading


def first_uses(reading: Reading, uses: Iterable[Use]) -> Iterator[tuple[int, Use]]:
    """Yield the uses to mark, each with the index of its block; a part is what stands under a heading of the second level."""
    starts = [block.start for block in reading.blocks]
    parts = [block.start for block in reading.blocks if block.level == 2]
    figures: dict[int, list[tuple[int, int]]] = {}
    for mention in reading.mentions:
        figures.setdefault(mention.block, []).append((mention.figure.start, mention.figure.end))
    seen = set()
    for use in uses:
        i = bisect_right(starts, use.start) - 1
        if i < 0 or reading.blocks[i].level or use.end > reading.blocks[i].end:
            continue
        once = bisect_right(parts, use.start), use.term.id
        if once not in seen and not any(
            start < use.end and use.start < end for start, end in figures.get(i, ())
        ):
            seen.add(once)
            yield i, use
