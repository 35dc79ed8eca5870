"""The main tables and the dictionary as an Excel workbook: the one home of xlsxwriter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import repeat
from pathlib import Path
from typing import Any

from baogao.content.data_dictionary import tables
from baogao.corpus.corpus import Corpus
from baogao.downloads.cells import Cells, checked, typed
from baogao.downloads.table_rows import table_rows

SHEETS = ("figures", "observations", "targets", "reports", "indicators")
MOST_ROWS = 1_048_575  # a sheet's, its heads left out
WIDTHS = {
    "text": 14,
    "quote": 60,
    "label": 24,
    "section": 24,
    "title": 30,
    "definition": 50,
    "about": 60,
    "zh": 40,
    "en": 50,
}
WIDTH = 14  # of any other column
# Texts stay texts: what looks like a link, a formula or a number is none.
OPTIONS = {
    "constant_memory": True,
    "strings_to_urls": False,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook, its rows made as they are written."""

    title: str
    header: tuple[str, ...]
    rows: Iterable[Cells]


def write_workbook(path: Path, corpus: Corpus, meta: dict[str, str]) -> None:
    """Write the workbook row by row.

    A sheet that cannot hold all rows says so in its last one. Raises OSError where the disk
    refuses, and `NotAsDescribed` for a cell that must not be published.
    """
    from xlsxwriter.exceptions import FileCreateError

    try:
        _write(path, corpus, meta)
    except FileCreateError as error:
        refused = error.args[0]  # the system's own error
        raise refused from None


def _write(path: Path, corpus: Corpus, meta: dict[str, str]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path, OPTIONS) as book:
        book.set_properties(
            {
                "title": meta["title"],
                "comments": meta["citation"],
                "created": datetime.fromisoformat(meta["date"]),
            }
        )
        bold = book.add_format({"bold": True, "bottom": 1})
        for sheet in _sheets(path.name, corpus, meta):
            _write_sheet(book.add_worksheet(sheet.title), sheet, bold)


def _sheets(file: str, corpus: Corpus, meta: dict[str, str]) -> Iterator[Sheet]:
    yield Sheet("说明", ("name", "value"), meta.items())
    for name in SHEETS:
        table = tables()[name]
        rows = checked(table, table_rows(name, corpus), file)
        yield Sheet(table.zh, table.header, map(typed, repeat(table), rows))
    yield Sheet("数据字典", ("table", "column", "type", "zh", "en", "empty"), _described())


def _described() -> Iterator[Cells]:
    return (
        (table.name, c.name, c.type, c.zh, c.en, c.empty)
        for table in tables().values()
        for c in table.columns
    )


def _write_sheet(out: Any, sheet: Sheet, bold: Any) -> None:
    out.freeze_panes(1, 0)
    for place, name in enumerate(sheet.header):
        out.set_column(place, place, WIDTHS.get(name, WIDTH))
    out.write_row(0, 0, sheet.header, bold)
    for number, row in enumerate(sheet.rows, 1):
        if number > MOST_ROWS:
            out.write_row(MOST_ROWS, 0, ["……更多的行见 CSV、Parquet 或 SQLite 文件"])
            return
        out.write_row(number, 0, ["" if value is None else value for value in row])
