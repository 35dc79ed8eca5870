"""Labels: what names a cell where a table's rows are cards, as a style sheet made from the tables' headings.

Said once here, and not in every cell; without scripts it is there too.
"""

from collections.abc import Iterable, Mapping

from baogao.pages import compare, data, figure_table, indicators, prose, target_table, updates
from baogao.pages.controls import Column

SHEET = "tables.css"  # where they stand, behind what is written there


def tables(strings: dict) -> Mapping[str, Iterable[Column]]:
    """Return the columns of every kind of table, by its class; a table that is of two kinds goes by the later."""
    return {
        "figures": figure_table.columns(strings),
        "statements": indicators.columns(strings),
        "targets": target_table.columns(strings),
        "places": target_table.columns(strings, places=True),
        "compared": compare.columns(strings),
        "corrections": prose.corrected(strings),
        "changes": updates.columns(strings),
        "columns": data.described(strings),
    }


def sheet(strings: dict) -> str:
    """Return the rules that put a label in front of every cell of a card."""
    rules = (
        f"table.{table} td:nth-child({at})::before{{content:{_quoted(column.label or column.name)}}}"
        for table, columns in tables(strings).items()
        for at, column in enumerate(columns, 1)
    )
    return "@media screen and (max-width: 44rem) {\n" + "\n".join(rules) + "\n}\n"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '　"'
