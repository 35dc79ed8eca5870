"""The rows of a CSV file of the content, by their lines."""
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from baogao.content import safe_read
from baogao.content.limits import LONGEST_CELL
from baogao.records import Problem


def rows(path: Path, within: Path, shown: str, header: Sequence[str], found: list[Problem], hint: str = "") -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a file by their columns; none, and why in `found`, where it is not such a table."""
    hint = hint or "its columns are " + ", ".join(header)
    text = safe_read.read(path, within, shown, found)
    if text is None:
        return []
    read = list(_lines(text))
    odd = [line for line, row in read if len(row) != len(header) or max(map(len, row)) > LONGEST_CELL]
    if not read or tuple(read[0][1]) != tuple(header) or odd:
        found.append(Problem(shown, odd[0] if odd else 1, "not a row of this table", hint))
        return []
    return [(line, dict(zip(header, row))) for line, row in read[1:]]


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their lines; one that cannot be read is empty, and the last."""
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in lines:
            yield lines.line_num, row
    except csv.Error:
        yield lines.line_num, []
