"""Frictionless data packages: what the files are, their columns, types and keys, for programs."""

from collections.abc import Sequence

from baogao.content.data_dictionary import Column, Table, tables
from baogao.downloads.dataset_metadata import LICENCE
from baogao.downloads.json_files import Document

PROFILES = "https://datapackage.org/profiles/2.0"
TYPES: dict[str, Document] = {
    "uri": {"type": "string", "format": "uri"},
    "number": {"type": "number", "bareNumber": True},
}


def package(
    metadata: dict[str, str], name: str, title: str, resources: Sequence[Document]
) -> Document:
    """Return the descriptor of a data package."""
    home = {"homepage": metadata["address"]} if "address" in metadata else {}
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": name,
        "title": title,
        "description": metadata["description"],
        "version": metadata["version"],
        "created": f"{metadata['date']}T00:00:00Z",
        **home,
        "licenses": [LICENCE],
        "citation": metadata["citation"],
        "resources": list(resources),
    }


def resource(table: Table, path: str, together: Sequence[str]) -> Document:
    """Return a CSV file's descriptor.

    `together` are the tables of the package: keys to others are left out.
    """
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "type": "table",
        "name": table.name,
        "path": path,
        "title": table.zh,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"$schema": f"{PROFILES}/tabledialect.json", "lineTerminator": "\r\n"},
        "schema": _schema(table, together),
    }


def _schema(table: Table, together: Sequence[str]) -> Document:
    schema: Document = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        _foreign(own, other, key, table.name)
        for own, other, key in table.foreign
        if other in together
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> Document:
    field: Document = {
        "name": column.name,
        **TYPES.get(column.type, {"type": column.type}),
        "title": column.zh,
        "description": column.en,
    }
    if column.empty:
        field["missingValues"] = [{"value": "", "label": column.empty}]
    constraints = _constraints(column)
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(column: Column) -> Document:
    constraints: Document = {} if column.empty else {"required": True}
    if column.values:
        constraints["enum"] = list(column.values)
    return constraints


def _foreign(own: tuple[str, ...], other: str, key: tuple[str, ...], name: str) -> Document:
    return {
        "fields": list(own),
        "reference": {"resource": "" if other == name else other, "fields": list(key)},
    }


def corpus_package(metadata: dict[str, str], names: Sequence[str]) -> Document:
    """Return the package of the tables of the whole corpus, beside their CSV files."""
    resources = [resource(tables()[name], f"{name}.csv", names) for name in names]
    return package(metadata, "baogao", metadata["title"], resources)
