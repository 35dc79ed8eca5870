"""Tables as JSON: what the file is, then the table by its columns, numbers exact."""

import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from baogao.content.data_dictionary import Table
from baogao.content.json_bytes import json_bytes
from baogao.downloads.cells import Cell, Cells, without_empty

NOTHING: Mapping[str, object] = MappingProxyType({})
MARKS = PLACE = 3  # letters: what stands around a value, and what its place takes, about
Document = dict[str, object]  # an object of JSON


def document(data: object) -> bytes:
    """Return data as JSON for people and programs: Chinese as it is, one value a line."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def table_json(
    table: Table,
    rows: Iterable[Cells],
    about: Mapping[str, object],
    behind: Mapping[str, object] = NOTHING,
) -> bytes:
    """Return a table, whose rows have been looked at, as JSON: compact, numbers exact.

    It has `about`, the columns under the table's name, and what goes behind them.
    """
    columns = list(zip(*(without_empty(table, row) for row in rows), strict=True))
    cells = zip(table.header, columns or [()] * len(table.header), strict=True)
    by_name = {name: _column(values, is_key=name == table.key[0]) for name, values in cells}
    return json_bytes({**about, table.name: by_name, **behind})


def _column(values: Sequence[Cell], is_key: bool) -> object:
    """Return one value where all rows have the same, else what they have, each value once.

    The first column of the key is always whole: it says how many rows there are.
    """
    places = {value: place for place, value in enumerate(dict.fromkeys(values))}
    if is_key or not values:
        return values
    if len(places) == 1:
        return values[0]
    if _length(values) - _length(places) <= PLACE * len(values):
        return values
    return {"values": list(places), "at": [places[value] for value in values]}


def _length(values: Iterable[Cell]) -> int:
    return sum(len(str(value)) + MARKS for value in values)
