"""Tables as CSV: RFC 4180, UTF-8 with a byte-order mark."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from baogao.content.data_dictionary import Table
from baogao.downloads.cells import Cells, checked, written

AS_IT_IS = frozenset((str, int, type(None)))  # what the writer writes as `written` does


def table_csv(table: Table, rows: Iterable[Cells], file: str) -> bytes:
    """Return a table as CSV; raise `NotAsDescribed` for a cell that must not be published."""
    out = io.StringIO(newline="")
    _write(out, table, rows, file)
    return out.getvalue().encode("utf-8-sig")


def write_csv(path: Path, table: Table, rows: Iterable[Cells], file: str) -> None:
    """Write a table as CSV row by row; raise `NotAsDescribed` as `table_csv` does."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        _write(out, table, rows, file)


def _write(out: TextIO, table: Table, rows: Iterable[Cells], file: str) -> None:
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(table.header)
    lines.writerows(
        [value if type(value) in AS_IT_IS else written(value) for value in row]
        for row in checked(table, rows, file)
    )
