"""Labels that name a cell where a table's rows are shown as cards, as a style sheet.

It is made from the tables' headings: said once here, and not in every cell, and there without
scripts too.
"""

from collections.abc import Iterable, Mapping

from baogao.pages import (
    compare,
    compare_indicators,
    corrections_and_doubts,
    data,
    figure_table,
    statement_table,
    target_table,
    updates,
)
from baogao.pages.controls import Column

SHEET = "tables.css"  # where they stand, behind what is written there
CARDS = "@media screen and (max-width: 44rem)"  # the screens on which rows are cards
LABEL_END = "\N{IDEOGRAPHIC SPACE}"


def tables(strings: dict) -> Mapping[str, Iterable[Column]]:
    """Return the columns of every kind of table by its class; of two classes the later counts."""
    return {
        "figures": figure_table.columns(strings),
        "statements": statement_table.columns(strings),
        "targets": target_table.columns(strings),
        "places": target_table.columns(strings, places=True),
        "compared": compare_indicators.columns(strings),
        "parts": compare.part_columns(strings),
        "corrections": corrections_and_doubts.columns(strings),
        "changes": updates.columns(strings),
        "columns": data.described(strings),
    }


def sheet(strings: dict) -> str:
    """Return the rules that put a label in front of every cell of a card."""
    rules = (
        _rule(table, at, column.label or column.name)
        for table, columns in tables(strings).items()
        for at, column in enumerate(columns, 1)
    )
    return f"{CARDS} {{\n" + "\n".join(rules) + "\n}\n"


def _rule(table: str, at: int, label: str) -> str:
    return f"table.{table} td:nth-child({at})::before{{content:{_quoted(label)}}}"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + LABEL_END + '"'
