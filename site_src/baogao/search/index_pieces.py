"""The pieces that the index is made in: some reports each, told by their ids alone.

A report that comes changes one piece. Only where there are twice as many reports as before, there
are twice as many pieces: each is then parted in two.
"""

from collections.abc import Iterable
from zlib import crc32

MOST = 128  # reports in a piece, on average


def index_pieces(reports: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the reports in each piece, by its name: `8-3` is the fourth of eight."""
    ids = list(reports)
    count = 1
    while len(ids) > count * MOST:
        count *= 2
    pieces: dict[int, list[str]] = {}
    for id in ids:
        pieces.setdefault(crc32(id.encode()) % count, []).append(id)
    return {f"{count}-{number}": tuple(pieces[number]) for number in sorted(pieces)}
