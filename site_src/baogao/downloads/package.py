"""Frictionless data packages: what the files are, their columns, types and keys, for programs."""

from collections.abc import Sequence

from baogao.content.data_dictionary import Column, Table, tables
from baogao.downloads.about import LICENCE

PROFILES = "https://datapackage.org/profiles/2.0"
TYPES = {
    "uri": {"type": "string", "format": "uri"},
    "number": {"type": "number", "bareNumber": True},
}


def package(about: dict[str, str], name: str, title: str, resources: Sequence[dict]) -> dict:
    """Return the descriptor of a data package."""
    home = {"homepage": about["address"]} if "address" in about else {}
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": name,
        "title": title,
        "description": about["description"],
        "version": about["version"],
        "created": f"{about['date']}T00:00:00Z",
        **home,
        "licenses": [LICENCE],
        "citation": about["citation"],
        "resources": list(resources),
    }


def resource(table: Table, path: str, together: Sequence[str]) -> dict:
    """Return a CSV file's descriptor; `together` are the tables of the package, which keys may lead to."""
    schema = {
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
    if keys:
        schema["foreignKeys"] = keys
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
        "schema": schema,
    }


def _field(column: Column) -> dict:
    constraints = {} if column.empty else {"required": True}
    if column.values:
        constraints["enum"] = list(column.values)
    field = {
        "name": column.name,
        **TYPES.get(column.type, {"type": column.type}),
        "title": column.zh,
        "description": column.en,
    }
    if column.empty:
        field["missingValues"] = [{"value": "", "label": column.empty}]
    return field | ({"constraints": constraints} if constraints else {})


def _foreign(own: tuple[str, ...], other: str, key: tuple[str, ...], name: str) -> dict:
    return {
        "fields": list(own),
        "reference": {"resource": "" if other == name else other, "fields": list(key)},
    }


def corpus_package(about: dict[str, str], names: Sequence[str]) -> dict:
    """Return the package of the tables of the whole corpus, beside their CSV files."""
    return package(
        about,
        "baogao",
        about["title"],
        [resource(tables()[name], f"{name}.csv", names) for name in names],
    )
