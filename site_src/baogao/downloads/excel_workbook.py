"""The main tables and the dictionary as an Excel workbook: the one home of xlsxwriter.

The library makes the workbook with the heads of its sheets. The rows, half a million cells for a
hundred reports, are put in as strings: it would take three times as long for them.
"""

import io
import re
import string
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, product
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape

from baogao.content.data_dictionary import NotAsDescribed, tables
from baogao.downloads.cells import Cell, Cells
from baogao.downloads.rows_made_once import TableRows

SHEETS = (
    "figures",
    "observations",
    "targets",
    "target_panel",
    "reports",
    "indicators",
    "sentences",
    "word_lists",
    "term_counts",
    "first_uses",
    "similarity",
    "attention",
)
LETTERS = string.ascii_uppercase
COLUMNS = (*LETTERS, *map("".join, product(LETTERS, repeat=2)))  # A to ZZ: a table has no more
FIRST_ROW, LAST_ROW = 2, 1_048_576  # of a sheet, below its head
WIDTHS = {
    "text": 14,
    "quote": 60,
    "outcome_quote": 60,
    "label": 24,
    "section": 24,
    "title": 30,
    "definition": 50,
    "about": 60,
    "zh": 40,
    "en": 50,
}
WIDTH = 14  # of any other column
WIDEST_NUMBER = 22  # characters of the largest amounts, grouped: 6,000,000,000,000
WHOLE = "#,##0"  # how whole numbers of a column of numbers look; others have all their digits
LAST_ROWS = dict.fromkeys(("sentences", "term_counts"), 20_001)  # more is too much to open
MORE = "……更多的行见 CSV、Parquet 或 SQLite 文件"  # in the last row of a sheet that cannot hold all
EMPTY = (None, "")  # cells that hold nothing
NO_STYLES: Mapping[str, bytes] = MappingProxyType({})
CHUNK = 1_000  # rows that are packed at once
# Of a sheet's XML: what it says of its size, which grows, and where its rows end.
SIZE = re.compile(rb'<dimension ref="[A-Z0-9:]+"/>')
END_OF_ROWS = b"</sheetData>"
COLUMN_STYLE = re.compile(rb'<col min="(\d+)" max="(\d+)"[^>]* style="(\d+)"')
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook, its rows made as they are written."""

    title: str
    header: tuple[str, ...]
    rows: Iterable[Cells]
    numbers: frozenset[int] = frozenset()  # the places of columns of numbers


def write_workbook(path: Path, rows: TableRows, meta: dict[str, str]) -> None:
    """Write the workbook row by row.

    A sheet that cannot hold all rows says so in its last one. Raises OSError where the disk
    refuses, and `NotAsDescribed` for a cell that must not be published.
    """
    sheets = list(_sheets(rows, meta))
    frame = zipfile.ZipFile(_frame(sheets, meta))
    filled = {f"xl/worksheets/sheet{number}.xml": s.rows for number, s in enumerate(sheets, 1)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in frame.infolist():
            data = frame.read(entry)
            if entry.filename in filled:
                with out.open(_again(entry), "w", force_zip64=True) as packed:
                    packed.writelines(_filled(data, filled[entry.filename]))
            else:
                out.writestr(_again(entry), data)


def _frame(sheets: list[Sheet], meta: dict[str, str]) -> io.BytesIO:
    """Return the workbook without its rows: names, heads, widths, what it tells of itself."""
    import xlsxwriter

    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": meta["title"],
                "comments": meta["citation"],
                "created": datetime.fromisoformat(meta["date"]),
            }
        )
        bold = book.add_format({"bold": True, "bottom": 1})
        whole = book.add_format({"num_format": WHOLE})
        for sheet in sheets:
            _write_head(book.add_worksheet(sheet.title), sheet, bold, whole)
    return packed


def _write_head(out: Any, sheet: Sheet, bold: Any, whole: Any) -> None:
    out.freeze_panes(1, 0)
    for place, name in enumerate(sheet.header):
        if place in sheet.numbers:
            out.set_column(place, place, WIDEST_NUMBER, whole)
        else:
            out.set_column(place, place, WIDTHS.get(name, WIDTH))
    out.write_row(0, 0, sheet.header, bold)


def _again(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return an entry of the same name and date for another archive."""
    again = zipfile.ZipInfo(entry.filename, entry.date_time)
    again.compress_type = zipfile.ZIP_DEFLATED
    return again


def _sheets(rows: TableRows, meta: dict[str, str]) -> Iterator[Sheet]:
    yield Sheet("说明", ("name", "value"), meta.items())
    for name in SHEETS:
        table = tables()[name]
        numbers = (at for at, column in enumerate(table.columns) if column.type == "number")
        kept = _that_fit(rows.of(name), LAST_ROWS.get(name, LAST_ROW))
        yield Sheet(table.zh, table.header, kept, frozenset(numbers))
    yield Sheet("数据字典", ("table", "column", "type", "zh", "en", "empty"), _described())


def _described() -> Iterator[Cells]:
    return (
        (table.name, c.name, c.type, c.zh, c.en, c.empty)
        for table in tables().values()
        for c in table.columns
    )


def _filled(sheet: bytes, rows: Iterable[Cells]) -> Iterator[bytes]:
    """Yield the XML of a sheet with rows after its head."""
    head, end, tail = SIZE.sub(b"", sheet).partition(END_OF_ROWS)
    yield head
    lines = _lines(rows, _styles(head))
    while chunk := "".join(islice(lines, CHUNK)):
        yield chunk.encode()
    yield end + tail


def _styles(head: bytes) -> dict[str, bytes]:
    """Return the styles of the columns that have one: a cell does not take it from its column."""
    return {
        COLUMNS[place - 1]: style
        for first, last, style in COLUMN_STYLE.findall(head)
        for place in range(int(first), int(last) + 1)
    }


def _lines(rows: Iterable[Cells], styles: Mapping[str, bytes] = NO_STYLES) -> Iterator[str]:
    """Yield the XML of rows; raise `NotAsDescribed` for a character that XML does not know.

    Whole numbers have the style of their column. A cell has the place behind the one before it: to
    name each would make the file nearly twice as large.
    """
    for number, row in enumerate(_that_fit(rows, LAST_ROW), FIRST_ROW):
        cells = (
            _cell(value, _style(value, column, styles))
            for column, value in zip(COLUMNS, row, strict=False)
        )
        line = f'<row r="{number}">{"".join(cells)}</row>'
        if NO_XML.search(line):
            raise NotAsDescribed(f"row {number} has a sign that a workbook cannot hold")
        yield line


def _that_fit(rows: Iterable[Cells], last: int) -> Iterator[Cells]:
    """Yield the rows of a sheet up to the last one, which says where there are more."""
    for number, row in enumerate(rows, FIRST_ROW):
        if number == last:
            yield (MORE,)
            return
        yield row


def _style(value: Cell, column: str, styles: Mapping[str, bytes]) -> str:
    return f' s="{styles[column].decode()}"' if type(value) is int and column in styles else ""


def _cell(value: Cell, style: str) -> str:
    """Return the XML of a cell: a text stays one, whatever it looks like."""
    if value in EMPTY:
        return "<c/>"
    if isinstance(value, str):
        kept = "" if value == value.strip() else ' xml:space="preserve"'
        return f'<c t="inlineStr"><is><t{kept}>{escape(value)}</t></is></c>'
    if isinstance(value, bool):
        return f'<c t="b"><v>{value:d}</v></c>'
    return f"<c{style}><v>{value!r}</v></c>"
