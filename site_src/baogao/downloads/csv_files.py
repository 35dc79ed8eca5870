"""Tables as CSV: RFC 4180, UTF-8 with a byte-order mark."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

from baogao.content.data_dictionary import Table
from baogao.downloads.cells import Cell, Cells, written


def table_csv(table: Table, rows: Iterable[Cells]) -> bytes:
    """Return a table, whose rows have been looked at, as CSV."""
    return csv_head(table) + csv_lines(table, rows)


def csv_head(table: Table) -> bytes:
    """Return what comes before the rows: the byte-order mark, and the names of the columns."""
    return codecs.BOM_UTF8 + lines_of([table.header])


def csv_lines(table: Table, rows: Iterable[Cells]) -> bytes:
    """Return rows, which have been looked at, as lines of CSV."""
    return lines_of(_written(row, table.no_texts) for row in rows)


def lines_of(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows of texts as lines of CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def _written(row: Cells, places: Sequence[int]) -> Sequence[Cell]:
    """Return a row with all that is no text as text."""
    cells = list(row)
    for place in places:
        cells[place] = written(cells[place])
    return cells
