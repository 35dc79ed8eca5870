"""The rows of a CSV file of the content, by their lines."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from baogao.content.files import safe_read
from baogao.content.files.recorded_folder import Folder
from baogao.content.limits import LONGEST_CELL
from baogao.records import Problem

Row = dict[str, str]  # a row's cells by their columns


def read_rows(
    path: Path,
    within: Folder,
    shown: str,
    header: Sequence[str],
    found: list[Problem],
    hint: str = "",
    least: int = 0,
) -> list[tuple[int, Row]]:
    """Return the rows of a file, each with its line.

    None, and why in `found`, where the file is no table with the columns of `header`; where `least`
    is given, with that many of them or more, from the first on.
    """
    text = safe_read.read(path, within, shown, found)
    if text is None:
        return []
    (first, own), *rows = list(_lines(text)) or [(1, [])]
    wrong = 0 if _begins(own, header, least or len(header)) else first
    wrong = wrong or next((line for line, cells in rows if not _is_row(cells, len(own))), 0)
    if wrong:
        hint = hint or "its columns are " + ", ".join(header)
        found.append(Problem(shown, wrong, "not a row of this table", hint))
        return []
    return [(line, dict(zip(own, cells, strict=True))) for line, cells in rows]


def _begins(own: Sequence[str], header: Sequence[str], least: int) -> bool:
    """Say whether a file's columns are the first ones of a table, and as many as it needs."""
    return least <= len(own) and tuple(own) == tuple(header[: len(own)])


def _is_row(cells: list[str], columns: int) -> bool:
    return len(cells) == columns and max(map(len, cells)) <= LONGEST_CELL


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their lines; one that cannot be read is empty, and the last."""
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in lines:
            yield lines.line_num, row
    except csv.Error:
        yield lines.line_num, []
