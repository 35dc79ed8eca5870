"""The rows of a CSV file of the content, by their lines."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from baogao.content import safe_read
from baogao.content.hashed_folder import Folder
from baogao.content.limits import LONGEST_CELL
from baogao.records import Problem


def rows(
    path: Path,
    within: Folder,
    shown: str,
    header: Sequence[str],
    found: list[Problem],
    hint: str = "",
    least: int = 0,
) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a file by its columns; none, and why in `found`, if it is no such table.

    A file has all columns of `header`; where `least` is given, that many of them or more, from the
    first on.
    """
    text = safe_read.read(path, within, shown, found)
    if text is None:
        return []
    (first, own), *read = list(_lines(text)) or [(1, [])]
    if not _begins(own, header, least or len(header)):
        wrong = first
    else:
        wrong = next((line for line, row in read if not _fits(row, own)), 0)
    if wrong:
        hint = hint or "its columns are " + ", ".join(header)
        found.append(Problem(shown, wrong, "not a row of this table", hint))
        return []
    return [(line, dict(zip(own, row, strict=True))) for line, row in read]


def _begins(own: Sequence[str], header: Sequence[str], least: int) -> bool:
    """Say whether a file's columns are the first ones of a table, and as many as it needs."""
    return least <= len(own) and tuple(own) == tuple(header[: len(own)])


def _fits(row: Sequence[str], own: Sequence[str]) -> bool:
    return len(row) == len(own) and max(map(len, row)) <= LONGEST_CELL


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their lines; one that cannot be read is empty, and the last."""
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in lines:
            yield lines.line_num, row
    except csv.Error:
        yield lines.line_num, []
