"""How sure readings are against how often they are wrong: the rows of certainty.csv.

A row is all figures of some annotated texts that have as much against them: how many they are, and
how many of them are wrong.
"""

from pathlib import Path

from baogao.content.files.csv_table import read_rows
from baogao.content.files.recorded_folder import Folder
from baogao.record_decorator import record
from baogao.records import Problem

COLUMNS = ("texts", "certainty", "against", "figures", "wrong")
GRADES = ("high", "medium", "low")
HINT = "write the file with `scripts/score --certainty --write`"
MOST_DIGITS = 9


@record
class CertaintyPoint:
    """Figures of annotated texts that have as much `against` them, and how many are wrong."""

    texts: str
    certainty: str
    against: int
    figures: int
    wrong: int


def certainty_points(
    path: Path, within: Folder, shown: str, found: list[Problem]
) -> tuple[CertaintyPoint, ...]:
    """Return the rows of the file, the surest first; none, and why in `found`, if one is wrong."""
    held = [
        (line, _point(row)) for line, row in read_rows(path, within, shown, COLUMNS, found, HINT)
    ]
    wrong = [line for line, point in held if point is None]
    if wrong:
        found.append(Problem(shown, wrong[0], "not a row of certainty", HINT))
        return ()
    points = [point for _, point in held if point]
    return tuple(sorted(points, key=lambda point: (point.texts, point.against)))


def _point(row: dict[str, str]) -> CertaintyPoint | None:
    """Return a row as a point, or None where it is none."""
    numbers = [row[name] for name in ("against", "figures", "wrong")]
    if row["certainty"] not in GRADES or not all(map(_is_number, numbers)):
        return None
    against, figures, wrong = map(int, numbers)
    if not 0 <= wrong <= figures or not figures:
        return None
    return CertaintyPoint(row["texts"], row["certainty"], against, figures, wrong)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
