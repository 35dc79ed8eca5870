"""Tables as CSV: RFC 4180, UTF-8 with a byte-order mark."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from baogao.content.data_dictionary import Table
from baogao.downloads.cells import Cell, Cells, written


def table_csv(table: Table, rows: Iterable[Cells]) -> bytes:
    """Return a table, whose rows have been looked at, as CSV."""
    out = io.StringIO(newline="")
    _write(out, table, rows)
    return out.getvalue().encode("utf-8-sig")


def write_csv(path: Path, table: Table, rows: Iterable[Cells]) -> None:
    """Write a table, whose rows have been looked at, as CSV row by row."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        _write(out, table, rows)


def _write(out: TextIO, table: Table, rows: Iterable[Cells]) -> None:
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(table.header)
    lines.writerows(_written(row, table.no_texts) for row in rows)


def _written(row: Cells, places: Sequence[int]) -> Sequence[Cell]:
    """Return a row with all that is no text as text."""
    cells = list(row)
    for place in places:
        cells[place] = written(cells[place])
    return cells
