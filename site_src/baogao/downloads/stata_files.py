"""Tables as Stata files: the one home of pandas, which is imported only where it is used.

What has few values is numbered, with labels that are the values of the other files.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from baogao.content.data_dictionary import Column, Table
from baogao.downloads.cells import Cell, Cells

VERSION = 118  # Stata 14 and newer: the first in UTF-8
LONGEST_LABEL = 80  # characters, as Stata has it
LABEL_ENDS = "："  # in the dictionary's words, a name stands before it
LONG_TEXTS = ("quote", "outcome_quote")  # of any length; each different text is kept once


def write_stata(path: Path, table: Table, rows: Iterable[Cells], meta: dict[str, str]) -> None:
    """Write a table as a Stata file with labels."""
    import pandas

    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    frame = pandas.DataFrame(
        {
            column.name: _stored(column, own)
            for column, own in zip(table.columns, columns, strict=True)
        }
    )
    frame.to_stata(
        path,
        write_index=False,
        version=VERSION,
        time_stamp=datetime.fromisoformat(meta["date"]),
        data_label=f"{table.zh} {meta['version']}"[:LONGEST_LABEL],
        variable_labels={column.name: label(column) for column in table.columns},
        convert_strl=[name for name in LONG_TEXTS if name in table.header],
    )


def label(column: Column) -> str:
    """Return what Stata calls a column."""
    return column.zh.partition(LABEL_ENDS)[0][:LONGEST_LABEL]


def _stored(column: Column, cells: Sequence[Cell]) -> Any:
    """Return a column's typed cells as Stata keeps them."""
    import pandas

    if column.values and cells:  # where there is nothing, there is nothing to number
        return pandas.Categorical([cell or None for cell in cells], categories=column.values)
    if column.is_text:
        return pandas.Series([cell or "" for cell in cells], dtype="object")
    is_whole = column.type != "number" and not column.empty
    return pandas.Series(cells, dtype="int32" if is_whole else "float64")
