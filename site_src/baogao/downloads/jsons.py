"""Tables as JSON: what the file is, then its rows as objects, numbers exact."""

import json
from collections.abc import Iterable

from baogao.content.data_dictionary import Table
from baogao.downloads.cells import checked, typed


def document(data: object) -> bytes:
    """Return data as JSON for people and programs: Chinese as it is, one value a line."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def table_json(table: Table, rows: Iterable[tuple], file: str, about: dict) -> bytes:
    """Return a table as JSON: `about`, and its rows under its name, one a line; raise `NotAsDescribed`."""
    head = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    header, line = table.header, json.JSONEncoder(ensure_ascii=False).encode
    lines = ",\n".join(
        line(dict(zip(header, _bare(table, row)))) for row in checked(table, rows, file)
    )
    return f'{head},\n "{table.name}": [\n{lines}\n]\n}}\n'.encode()


def _bare(table: Table, row: tuple) -> tuple:
    """Return a row with nothing where a cell is empty."""
    return tuple([None if value == "" else value for value in typed(table, row)])
