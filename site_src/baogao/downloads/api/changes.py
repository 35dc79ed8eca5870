"""What a release changed in the figures, so that whoever has the one before can make this one.

`site_src/examples/api/changes.py` does so, byte for byte.
"""

import hashlib
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence

from baogao.content.data_dictionary import tables
from baogao.content.reports.published_addresses import Release
from baogao.downloads.csv_files import lines_of
from baogao.downloads.json_files import Document

Row = Mapping[str, str]
Key = tuple[str, ...]


def changes(before: Release, after: Release) -> Document:
    """Return the document of what a release changed.

    Rows are told apart by the key. Of a changed row it has the key and the cells that differ, those
    of columns that came later among them; the order is that of the reports as listed, then by
    `start` and `record`.
    """
    key = tables()["figures"].key
    old, new = _by_key(before.rows, key), _by_key(after.rows, key)
    return {
        "from": _state(before),
        "to": _state(after),
        "key": list(key),
        "columns": _header(after.rows),
        "reports": list(dict.fromkeys(row["report"] for row in after.rows)),
        "removed": [list(one) for one in old if one not in new],
        "changed": [
            {**_named(key, one), **cells}
            for one in new
            if one in old and (cells := _differing(old[one], new[one]))
        ],
        "added": [dict(row) for one, row in new.items() if one not in old],
    }


def checksum(rows: Sequence[Row]) -> str:
    """Return the SHA-256 of a release's `figures.csv`."""
    header = _header(rows)
    lines = [header, *([row[name] for name in header] for row in rows)]
    return hashlib.sha256(BOM_UTF8 + lines_of(lines)).hexdigest()


def _state(release: Release) -> Document:
    return {"version": release.version, "date": release.date, "sha256": checksum(release.rows)}


def _header(rows: Sequence[Row]) -> list[str]:
    return list(rows[0]) if rows else list(tables()["figures"].header)


def _by_key(rows: Iterable[Row], key: Sequence[str]) -> dict[Key, Row]:
    return {_key(row, key): row for row in rows}


def _key(row: Row, key: Sequence[str]) -> Key:
    return tuple(row[name] for name in key)


def _named(key: Sequence[str], one: Key) -> dict[str, str]:
    return dict(zip(key, one, strict=True))


def _differing(old: Row, new: Row) -> dict[str, str]:
    return {name: cell for name, cell in new.items() if old.get(name) != cell}
