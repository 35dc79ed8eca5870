"""Tables as JSON: what the file is, then its rows as objects, numbers exact."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from baogao.content.data_dictionary import Table
from baogao.content.json_bytes import json_bytes
from baogao.downloads.cells import Cells, checked, without_empty

NOTHING: Mapping[str, object] = MappingProxyType({})
Document = dict[str, object]  # an object of JSON


def document(data: object) -> bytes:
    """Return data as JSON for people and programs: Chinese as it is, one value a line."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def table_json(
    table: Table,
    rows: Iterable[Cells],
    file: str,
    about: Mapping[str, object],
    behind: Mapping[str, object] = NOTHING,
) -> bytes:
    """Return a table as JSON: `about`, its rows under its name, and what goes behind them.

    Raises `NotAsDescribed` for a cell that must not be published.
    """
    header = table.header
    objects = [
        dict(zip(header, without_empty(row), strict=True)) for row in checked(table, rows, file)
    ]
    return json_bytes({**about, table.name: objects, **behind})
