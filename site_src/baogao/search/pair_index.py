"""Where in some texts each pair of neighbouring characters stands.

Words of Chinese cannot be told apart for certain; pairs can: `长三角` stands where `长三` does and,
one place on, `三角`. So phrases are found exactly, whatever they are cut from.

The pairs are dealt out to shards of some kilobytes by a rule that the browser knows too: it loads
the shards of the pairs that are searched for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]

BITS = 21  # of a character's number
LOWEST = np.uint64((1 << BITS) - 1)
FACTOR = np.uint64(31)
BETWEEN = "\0"  # stands behind every text: no pair goes beyond one
PLACES_IN_SHARD = 4096  # at most, on average


@dataclass(frozen=True, slots=True)
class Shard:
    """Some pairs, how many places each has, and where they are: from each place to the next.

    `gaps` are four bytes each, the highest bytes of all first, then the next: like beside like is
    compressed best.
    """

    pairs: tuple[str, ...]
    counts: tuple[int, ...]
    gaps: bytes


def shards(texts: Iterable[str]) -> Iterator[Shard]:
    """Yield the shards of an index, in order; how many there are is a power of two."""
    pairs, places = _pairs("".join(text + BETWEEN for text in texts))
    count = 1
    while len(places) > count * PLACES_IN_SHARD:
        count *= 2
    dealt = _shard_of(pairs, count)
    order = np.lexsort((places, pairs, dealt))
    pairs, places = pairs[order], places[order]
    ends = np.cumsum(np.bincount(dealt.astype(np.int64), minlength=count))
    for own, where in zip(np.split(pairs, ends[:-1]), np.split(places, ends[:-1]), strict=True):
        yield _shard(own, where)


def _pairs(text: str) -> tuple[Numbers, Numbers]:
    """Return each pair of characters as one number, and where it stands."""
    characters = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    first, second = characters[:-1], characters[1:]
    places = np.flatnonzero((first != 0) & (second != 0))
    return (first[places] << np.uint64(BITS)) | second[places], places.astype(np.uint64)


def _shard_of(pairs: Numbers, count: int) -> Numbers:
    """Return the number of each pair's shard, as `static/search_index.js` tells it."""
    return ((pairs >> np.uint64(BITS)) * FACTOR + (pairs & LOWEST)) % np.uint64(count)


def _shard(pairs: Numbers, places: Numbers) -> Shard:
    distinct, begins, counts = np.unique(pairs, return_index=True, return_counts=True)
    gaps = np.diff(places, prepend=np.uint64(0))
    gaps[begins] = places[begins]
    named = (chr(pair >> BITS) + chr(pair & int(LOWEST)) for pair in distinct.tolist())
    planes = gaps.astype(">u4").view(np.uint8).reshape(-1, 4).T
    return Shard(tuple(named), tuple(counts.tolist()), planes.tobytes())
