"""Figures, observations, targets and the dictionary as an Excel workbook: the one home of xlsxwriter."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from baogao.content.data_dictionary import tables
from baogao.corpus.corpus import Corpus
from baogao.downloads.cells import checked, typed
from baogao.downloads.tables import rows

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


def write_workbook(path: Path, corpus: Corpus, meta: dict[str, str]) -> None:
    """Write the workbook row by row; what a sheet cannot hold is named on the first one, not left out in silence.

    Raises OSError where the disk refuses.
    """
    from xlsxwriter.exceptions import FileCreateError

    try:
        _write(path, corpus, meta)
    except FileCreateError as error:  # around the system's own
        raise error.args[0]


def _write(path: Path, corpus: Corpus, meta: dict[str, str]) -> None:
    import xlsxwriter

    # Texts stay texts: what looks like a link, a formula or a number is none.
    options = {
        "constant_memory": True,
        "strings_to_urls": False,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties(
            {
                "title": meta["title"],
                "comments": meta["citation"],
                "created": datetime.fromisoformat(meta["date"]),
            }
        )
        bold = book.add_format({"bold": True, "bottom": 1})
        _sheet(book, "说明", ("name", "value"), meta.items(), bold)
        for name in SHEETS:
            table = tables()[name]
            _sheet(
                book,
                table.zh,
                table.header,
                (typed(table, row) for row in checked(table, rows(name, corpus), path.name)),
                bold,
            )
        _sheet(
            book, "数据字典", ("table", "column", "type", "zh", "en", "empty"), _described(), bold
        )


def _described() -> Iterator[tuple]:
    return (
        (table.name, c.name, c.type, c.zh, c.en, c.empty)
        for table in tables().values()
        for c in table.columns
    )


def _sheet(book, title: str, header: Iterable[str], lines: Iterable[tuple], bold) -> None:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(header):
        sheet.set_column(place, place, WIDTHS.get(name, 14))
    sheet.write_row(0, 0, header, bold)
    for number, line in enumerate(lines, 1):
        if number > MOST_ROWS:
            sheet.write_row(MOST_ROWS, 0, ["……更多的行见 CSV、Parquet 或 SQLite 文件"])
            return
        sheet.write_row(number, 0, ["" if value is None else value for value in line])
