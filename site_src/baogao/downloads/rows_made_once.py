"""The tables of the corpus, each area's share of them made once, for all formats."""

import pickle
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, cast

from baogao.content.data_dictionary import tables
from baogao.corpus.corpus import Corpus
from baogao.downloads import reference_rows, table_shares
from baogao.downloads.cells import Cells
from baogao.downloads.csv_files import csv_head
from baogao.downloads.labels import label_rows
from baogao.downloads.reference_rows import TermUsed
from baogao.downloads.statement_rows import Row
from baogao.downloads.table_rows import OF_ALL, in_column_order
from baogao.downloads.table_shares import TERMS_USED, UNITS_USED, TableShare

# Returns what is kept of an area's share of a table; where nothing is, what the function makes.
Keep = Callable[[str, str, Callable[[], bytes]], bytes]
Words = Mapping[str, Mapping[str, Any]]
NO_WORDS: Words = {}


class TableRows:
    """The tables of a corpus.

    `keep` keeps the shares of areas; without one they are kept here, as long as this is. `words`
    are those of the interface by language, for the labels of codes.
    """

    def __init__(self, corpus: Corpus, keep: Keep | None = None, words: Words = NO_WORDS):
        self.corpus = corpus
        self._words = words
        self._keep = keep or self._keep_here
        self._here: dict[tuple[str, str], bytes] = {}
        self._of_all: dict[str, TableShare] = {}

    def of(self, name: str) -> Iterator[Cells]:
        """Yield the rows of a table, numbers as numbers, and None for an empty cell.

        Raises `NotAsDescribed` for a cell that must not be published, as all that is here does.
        """
        return chain.from_iterable(share.rows for share in self._shares(name))

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield a table as CSV, piece by piece."""
        yield csv_head(tables()[name])
        yield from self.lines_without_head(name)

    def lines_without_head(self, name: str) -> Iterator[bytes]:
        """Yield the lines of CSV of a table but the first."""
        return (share.lines for share in self._shares(name))

    def count(self, name: str) -> int:
        """Return how many rows a table has."""
        return sum(share.count for share in self._shares(name))

    def of_area(self, area: str, name: str) -> TableShare:
        """Return an area's share of a table."""

        def make() -> bytes:
            return pickle.dumps(table_shares.of_area(name, self.corpus, area), protocol=5)

        share: TableShare = pickle.loads(self._keep(area, name, make))
        return share

    def _shares(self, name: str) -> Iterator[TableShare]:
        if name in table_shares.SHARED:
            for area in self.corpus.areas():
                yield self.of_area(area.code, name)
        else:
            yield self._share(name)

    def _share(self, name: str) -> TableShare:
        """Return a table that tells of all areas together."""
        if name not in self._of_all:
            rows = in_column_order(tables()[name], self._rows_of_all(name))
            self._of_all[name] = table_shares.share(name, rows)
        return self._of_all[name]

    def _rows_of_all(self, name: str) -> Iterator[Row]:
        if name == "units":
            return reference_rows.unit_rows(self.corpus, self.of(UNITS_USED))
        if name == "glossary":
            used = cast(Iterator[TermUsed], self.of(TERMS_USED))
            return reference_rows.glossary_rows(self.corpus, used)
        if name == "labels":
            return label_rows(self.corpus, self._words)
        return OF_ALL[name](self.corpus)

    def _keep_here(self, area: str, name: str, make: Callable[[], bytes]) -> bytes:
        if (area, name) not in self._here:
            self._here[area, name] = make()
        return self._here[area, name]
