"""What each area adds to the tables of the corpus, made and looked at once for all formats.

A table is written in up to four formats. An area's rows are made where its readings are at hand,
and kept twice: as CSV, and typed, as the other formats hold them. An edit makes those of one area.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from baogao.content.data_dictionary import tables
from baogao.corpus.corpus import Corpus
from baogao.downloads import sdmx
from baogao.downloads.cells import Cells, checked, without_empty
from baogao.downloads.csv_files import csv_lines
from baogao.downloads.reference_rows import terms_used, units_used
from baogao.downloads.table_rows import OF_AREA, area_rows

SDMX, UNITS_USED, TERMS_USED = "sdmx", "units_used", "terms_used"
# What rows of tables that belong to no area are made of; the dictionary knows none of these.
UNDESCRIBED: dict[str, Callable[[Corpus, str], Iterable[Cells]]] = {
    UNITS_USED: units_used,
    TERMS_USED: terms_used,
}
HELD_AGAINST_ABOVE = ("target_panel", "similarity")  # an area's share tells of the area above too
SHARED = (*OF_AREA, SDMX, *UNDESCRIBED)


@dataclass(frozen=True, slots=True)
class TableShare:
    """Rows of a table: how many, their lines of CSV, and themselves, typed and packed."""

    count: int
    lines: bytes
    packed: bytes

    @property
    def rows(self) -> list[Cells]:
        """Return the rows with numbers as numbers, and None for an empty cell."""
        rows: list[Cells] = pickle.loads(self.packed)
        return rows


def of_area(name: str, corpus: Corpus, area: str) -> TableShare:
    """Return an area's share of a table; raise `NotAsDescribed` for a cell not to be published."""
    if name == SDMX:
        return TableShare(0, sdmx.observation_lines(corpus.stated_for(area)), b"")
    if name in UNDESCRIBED:
        rows = list(UNDESCRIBED[name](corpus, area))
        return TableShare(len(rows), b"", pickle.dumps(rows, protocol=5))
    return share(name, area_rows(name, corpus, area))


def share(name: str, rows: Iterator[Cells]) -> TableShare:
    """Return rows of a table as its share; raise `NotAsDescribed` as `of_area` does."""
    table = tables()[name]
    exact = list(checked(table, rows, f"data/{name}.csv"))
    typed = [without_empty(table, row) for row in exact]
    return TableShare(len(exact), csv_lines(table, exact), pickle.dumps(typed, protocol=5))
