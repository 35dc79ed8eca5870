"""`content/vocabulary/areas.csv`: the areas of GB/T 2260, a tree from provinces to counties."""
import csv
from pathlib import Path

from baogao.records import Area, Problem

KEYS = ("code", "name", "level", "parent", "short")
LEVELS = ("province", "prefecture", "county")


def load(path: Path) -> tuple[dict[str, Area], list[Problem]]:
    """Return the areas by code, and the lines that are none: such a line is left out."""
    if not path.exists():
        return {}, []
    try:
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    except UnicodeDecodeError:
        return {}, [Problem(str(path), 1, "not UTF-8", "save the file as UTF-8")]
    found: dict[str, Area] = {}
    problems: list[Problem] = []
    for line, row in enumerate(rows, 2):
        if mistake := _mistake(row, found):
            problems.append(Problem(str(path), line, mistake, "code,name,level,parent,short; a parent stands before its children"))
        else:
            found[row["code"]] = Area(*(row[key] for key in KEYS))
    return found, problems


def _mistake(row: dict, before: dict[str, Area]) -> str:
    """Return what is wrong with a line, or nothing."""
    if None in row or any(row.get(key) is None for key in KEYS):
        return f"not five columns: {','.join(filter(None, map(str, row.values())))}"
    if not (row["code"].isdigit() and len(row["code"]) == 6) or row["code"] in before:
        return f"area code {row['code']!r} stands twice" if row["code"] in before else f"area code {row['code']!r} is not six digits"
    if row["level"] not in LEVELS or not row["name"] or not row["short"]:
        return f"area {row['code']} lacks a name, or its level {row['level']!r} is none of {', '.join(LEVELS)}"
    if row["level"] != "province" and row["parent"] not in before:
        return f"area {row['code']} {row['name']} has no parent {row['parent']!r}"
    return ""
