"""The rows of all tables of the corpus, each made and looked at once, for all formats.

A table is written in up to four formats. Its rows are made of readings that are loaded for it, and
every cell is looked at: so what was made for the first format is kept in a temporary file, some
thousand rows at a time, and the others read it from there.
"""

import pickle
import tempfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from baogao.content.data_dictionary import tables
from baogao.corpus.corpus import Corpus
from baogao.downloads.cells import Cells, batches, checked
from baogao.downloads.table_rows import table_rows


class TableRows:
    """The rows of the tables of a corpus."""

    def __init__(self, corpus: Corpus):
        self.corpus = corpus
        self._kept: dict[str, BinaryIO] = {}
        self._counts: dict[str, int] = {}

    def of(self, name: str) -> Iterator[Cells]:
        """Yield the rows of a table; raise `NotAsDescribed` for a cell that must not be published.

        The same table is not read twice at the same time.
        """
        if name not in self._kept:
            self._make(name)
        kept = self._kept[name]
        kept.seek(0)
        left = self._counts[name]
        while left:
            some: list[Cells] = pickle.load(kept)
            left -= len(some)
            yield from some

    def count(self, name: str) -> int:
        """Return how many rows a table has."""
        if name not in self._kept:
            self._make(name)
        return self._counts[name]

    def _make(self, name: str) -> None:
        kept = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 - gone when nobody holds it
        count = 0
        rows = table_rows(name, self.corpus)
        for some in batches(checked(tables()[name], rows, f"data/{name}.csv")):
            pickle.dump(some, kept, protocol=5)
            count += len(some)
        self._kept[name], self._counts[name] = kept, count
