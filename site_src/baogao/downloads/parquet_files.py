"""Tables as Parquet: the one home of pyarrow, which is large and imported only where it is used."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from baogao.content.data_dictionary import Column, Table
from baogao.downloads.cells import Cell, Cells

BATCH = 10_000  # rows that are held at once
LEVEL = 9  # of compression: half of what the usual one leaves of sentences, in the same second


def write_parquet(path: Path, table: Table, rows: Iterable[Cells], meta: dict[str, str]) -> None:
    """Write a table as Parquet, ten thousand rows at a time.

    Raises `NotAsDescribed` for a cell that must not be published.
    """
    from pyarrow import parquet

    schema = _schema(table, meta)
    packed = {"compression": "zstd", "compression_level": LEVEL}
    with parquet.ParquetWriter(path, schema, **packed) as out:
        for batch in _batches(iter(rows)):
            out.write_table(_arrow_table(table, batch, schema))


def _schema(table: Table, meta: dict[str, str]) -> Any:
    import pyarrow

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
            column.name,
            types[column.type],
            nullable=bool(column.empty),
            metadata={"zh": column.zh, "en": column.en},
        )
        for column in table.columns
    ]
    return pyarrow.schema(fields, metadata=meta)


def _batches(rows: Iterator[Cells]) -> Iterator[list[Cells]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _arrow_table(table: Table, batch: list[Cells], schema: Any) -> Any:
    import pyarrow

    columns = zip(table.columns, zip(*batch, strict=True), schema, strict=True)
    arrays = [pyarrow.array(_stored(column, cells), field.type) for column, cells, field in columns]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _stored(column: Column, cells: Sequence[Cell]) -> list[Cell | date]:
    """Return a column's typed cells as Parquet keeps them."""
    if column.type == "date":
        return [date.fromisoformat(str(cell)) if cell else None for cell in cells]
    if column.type == "number":
        return [None if cell is None else float(cell) for cell in cells]
    return list(cells)
