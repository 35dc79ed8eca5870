"""Tables as JSON: what the file is, then its rows as objects, numbers exact."""

import json
from collections.abc import Iterable, Mapping
from itertools import product
from types import MappingProxyType

from baogao.content.data_dictionary import Table
from baogao.content.files.json_bytes import json_bytes
from baogao.downloads.cells import Cells, without_empty

NOTHING: Mapping[str, object] = MappingProxyType({})
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

    It has `about`, the rows under the table's name, and what goes behind them.
    """
    header, sparse = table.header, table.sparse
    objects = [dict(zip(header, without_empty(table, row), strict=True)) for row in rows]
    for row, name in product(objects, sparse):
        if row[name] is None:
            del row[name]
    return json_bytes({**about, table.name: objects, **behind})
