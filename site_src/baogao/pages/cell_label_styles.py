"""Labels that name a cell where a table's rows are shown as cards or lines, as a style sheet.

It is made from the tables' headings: said once here, and not in every cell, and there without
scripts too. In a line a label is heard and not seen, but where cells could be taken for each other.
"""

from collections.abc import Iterable, Mapping

from baogao.pages import corrections_and_doubts, data, updates
from baogao.pages.comparison import compare, compare_indicators
from baogao.pages.reports import figure_table
from baogao.pages.tables import statement_table
from baogao.pages.tables.controls import Column
from baogao.pages.targets import target_table

SHEET = "tables.css"  # where they stand, behind what is written there
CARDS = "@media screen and (max-width: 44rem)"  # the screens on which rows are cards
LABEL_END = "\N{IDEOGRAPHIC SPACE}"
LINES = ("figures", "statements", "targets", "places")  # tables whose rows are lines
BETWEEN = " · "
SEEN = {"promised": "\n", "outcome": BETWEEN}  # columns of lines whose label is seen, behind what


def tables(strings: dict) -> Mapping[str, Iterable[Column]]:
    """Return the columns of every kind of table by its class; of two classes the later counts."""
    return {
        "figures": figure_table.columns(strings),
        "statements": statement_table.columns(strings),
        "targets": target_table.columns(strings),
        "sentences": target_table.columns(strings),
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
        _rule(table, at, column)
        for table, columns in tables(strings).items()
        for at, column in enumerate(columns, 1)
    )
    return f"{CARDS} {{\n" + "\n".join(rules) + "\n}\n"


def _rule(table: str, at: int, column: Column) -> str:
    label = (column.label or column.name) + LABEL_END
    if table in LINES and column.key in SEEN:
        content = _quoted(SEEN[column.key] + label)
    elif table in LINES:
        # What does not know words that are only heard takes the first.
        content = f"{_quoted(BETWEEN)};content:{_quoted(BETWEEN)}/{_quoted(label)}"
    else:
        content = _quoted(label)
    return f"table.{table} td:nth-child({at})::before{{content:{content}}}"


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\A ")
    return f'"{escaped}"'
