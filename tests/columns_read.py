"""The rows of a table that a JSON file holds by its columns."""

import json
from pathlib import Path


def rows_of(columns: dict) -> list[dict]:
    """Return the rows of a table: each of its columns is taken apart."""
    whole = next(column for column in columns.values() if isinstance(column, list))
    return [
        {name: _cell(column, at) for name, column in columns.items()} for at in range(len(whole))
    ]


def rows_in(path: Path, table: str) -> list[dict]:
    """Return the rows of a table in a file."""
    return rows_of(json.loads(path.read_text("utf-8"))[table])


def by_columns(rows: list[dict]) -> dict[str, list]:
    """Return rows as the columns of a file, each of them whole."""
    return {name: [row[name] for row in rows] for name in rows[0]}


def _cell(column, at: int):
    if isinstance(column, dict):
        return column["values"][column["at"][at]]
    return column[at] if isinstance(column, list) else column
