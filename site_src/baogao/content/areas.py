"""`content/vocabulary/areas.csv`: the country, and the areas of GB/T 2260 from provinces to
counties.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from baogao.content.csv_table import Row, read_rows
from baogao.content.limits import LONGEST_NAME
from baogao.content.recorded_folder import Folder
from baogao.content.safe_read import exists
from baogao.records import Area, Problem

KEYS = ("code", "name", "level", "parent", "short")
CODE = re.compile("[0-9]{6}")
TOP = ("country", "province")  # they have no parent
LEVELS = ("country", "province", "prefecture", "county")
HINT = "code,name,level,parent,short; a parent stands before its children"


def load(
    path: Path, within: Folder, shown: str, known: Mapping[str, Area]
) -> tuple[dict[str, Area], list[Problem]]:
    """Return the areas by code, and the lines that are none: such a line is left out.

    `known` are the areas of other files; they may be parents here, or be said anew.
    """
    found: dict[str, Area] = {}
    problems: list[Problem] = []
    rows = read_rows(path, within, shown, KEYS, problems) if exists(path) else []
    for line, row in rows:
        if mistake := _mistake(row, found, known):
            problems.append(Problem(shown, line, mistake, HINT))
        else:
            found[row["code"]] = Area(**row)
    return found, problems


def _mistake(row: Row, before: Mapping[str, Area], known: Mapping[str, Area]) -> str:
    """Return what is wrong with a line, or nothing."""
    code = row["code"]
    if code in before:
        return f"area code {code!r} stands twice"
    if not CODE.fullmatch(code):
        return f"area code {code!r} is not six digits"
    if max(len(row["name"]), len(row["short"])) > LONGEST_NAME:
        return f"area {code} has a name of more than {LONGEST_NAME} characters"
    if row["level"] not in LEVELS or not row["name"] or not row["short"]:
        levels = ", ".join(LEVELS)
        return f"area {code} lacks a name, or its level {row['level']!r} is none of {levels}"
    if row["level"] not in TOP and row["parent"] not in {**known, **before}:
        return f"area {code} {row['name']} has no parent {row['parent']!r}"
    return ""
