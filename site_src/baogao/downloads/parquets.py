"""Tables as Parquet: the one home of pyarrow."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from baogao.content.data_dictionary import Table
from baogao.downloads.cells import checked, typed

BATCH = 10_000


def write_parquet(path: Path, table: Table, rows: Iterable[tuple], meta: dict[str, str]) -> None:
    """Write a table as Parquet, ten thousand rows at a time; raise `NotAsDescribed` for a cell that must not be published."""
    import pyarrow
    from pyarrow import parquet

    types = {
        "string": pyarrow.string(),
        "uri": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "year": pyarrow.int32(),
        "date": pyarrow.date32(),
    }
    fields = [
        pyarrow.field(
            column.name, types[column.type], bool(column.empty), {"zh": column.zh, "en": column.en}
        )
        for column in table.columns
    ]
    schema = pyarrow.schema(fields, metadata=meta)
    with parquet.ParquetWriter(path, schema, compression="zstd") as out:
        for batch in _batches(table, checked(table, rows, path.name)):
            out.write_table(
                pyarrow.Table.from_arrays(
                    [
                        pyarrow.array(values, field.type)
                        for values, field in zip(zip(*batch), fields)
                    ],
                    schema=schema,
                )
            )


def _batches(table: Table, rows: Iterator[tuple]) -> Iterator[list[tuple]]:
    while batch := [_dated(table, typed(table, row)) for row in islice(rows, BATCH)]:
        yield batch


def _dated(table: Table, row: tuple) -> tuple:
    return tuple(
        date.fromisoformat(value)
        if column.type == "date" and value
        else None
        if value == ""
        else float(value)
        if column.type == "number" and value is not None
        else value
        for column, value in zip(table.columns, row)
    )
