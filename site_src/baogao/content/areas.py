"""`content/vocabulary/areas.csv`: the areas of GB/T 2260, a tree from provinces to counties."""
import re
from pathlib import Path

from baogao.content.csv_table import rows
from baogao.records import Area, Problem
from baogao.content.safe_read import there

KEYS = ("code", "name", "level", "parent", "short")
CODE = re.compile("[0-9]{6}")
LEVELS = ("province", "prefecture", "county")


def load(path: Path, within: Path) -> tuple[dict[str, Area], list[Problem]]:
    """Return the areas by code, and the lines that are none: such a line is left out."""
    found: dict[str, Area] = {}
    problems: list[Problem] = []
    for line, row in rows(path, within, str(path), KEYS, problems) if there(path) else ():
        if mistake := _mistake(row, found):
            problems.append(Problem(str(path), line, mistake, "code,name,level,parent,short; a parent stands before its children"))
        else:
            found[row["code"]] = Area(**row)
    return found, problems


def _mistake(row: dict, before: dict[str, Area]) -> str:
    """Return what is wrong with a line, or nothing."""
    if not CODE.fullmatch(row["code"]) or row["code"] in before:
        return f"area code {row['code']!r} stands twice" if row["code"] in before else f"area code {row['code']!r} is not six digits"
    if row["level"] not in LEVELS or not row["name"] or not row["short"]:
        return f"area {row['code']} lacks a name, or its level {row['level']!r} is none of {', '.join(LEVELS)}"
    if row["level"] != "province" and row["parent"] not in before:
        return f"area {row['code']} {row['name']} has no parent {row['parent']!r}"
    return ""
