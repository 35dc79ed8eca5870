"""The main tables and the dictionary as an Excel workbook: the one home of xlsxwriter."""

from collections.abc import Iterable, Iterator
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
        for title, header, rows in _sheets(path.name, corpus, meta):
            _write_sheet(book.add_worksheet(title), header, rows, bold)


def _sheets(
    file: str, corpus: Corpus, meta: dict[str, str]
) -> Iterator[tuple[str, tuple[str, ...], Iterable[Cells]]]:
    """Yield the title, the header and the rows of each sheet."""
    yield "说明", ("name", "value"), meta.items()
    for name in SHEETS:
        table = tables()[name]
        rows = checked(table, table_rows(name, corpus), file)
        yield table.zh, table.header, map(typed, repeat(table), rows)
    yield "数据字典", ("table", "column", "type", "zh", "en", "empty"), _described()


def _described() -> Iterator[Cells]:
    return (
        (table.name, c.name, c.type, c.zh, c.en, c.empty)
        for table in tables().values()
        for c in table.columns
    )


def _write_sheet(sheet: Any, header: Iterable[str], rows: Iterable[Cells], bold: Any) -> None:
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(header):
        sheet.set_column(place, place, WIDTHS.get(name, WIDTH))
    sheet.write_row(0, 0, header, bold)
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            sheet.write_row(MOST_ROWS, 0, ["……更多的行见 CSV、Parquet 或 SQLite 文件"])
            return
        sheet.write_row(number, 0, ["" if value is None else value for value in row])
