"""Tables as JSON: what the file is, then its rows as objects, numbers exact."""

import json
from collections.abc import Iterable, Mapping

from baogao.content.data_dictionary import Table
from baogao.downloads.cells import Cells, checked, without_empty

Document = dict[str, object]  # an object of JSON


def document(data: object) -> bytes:
    """Return data as JSON for people and programs: Chinese as it is, one value a line."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def table_json(
    table: Table, rows: Iterable[Cells], file: str, about: Mapping[str, object]
) -> bytes:
    """Return a table as JSON: `about`, and its rows under its name, one a line.

    Raises `NotAsDescribed` for a cell that must not be published.
    """
    head = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lines = ",\n".join(
        encode(dict(zip(table.header, without_empty(table, row), strict=True)))
        for row in checked(table, rows, file)
    )
    return f'{head},\n "{table.name}": [\n{lines}\n]\n}}\n'.encode()
