"""CSV on the Web: the tables' metadata as the W3C describes it, where programs look for it."""

from collections.abc import Sequence

from baogao.content.data_dictionary import Column, Table, tables
from baogao.downloads.dataset_metadata import LICENCE
from baogao.downloads.json_files import Document

TYPES = {"number": "decimal", "year": "gYear", "uri": "anyURI"}


def table_group(metadata: dict[str, str], names: Sequence[str]) -> Document:
    """Return the metadata of the tables' CSV files beside it."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "zh-CN"}],
        "dc:title": metadata["title"],
        "dc:license": {"@id": LICENCE["path"]},
        "dc:modified": {"@value": metadata["date"], "@type": "xsd:date"},
        "schema:version": metadata["version"],
        "dc:bibliographicCitation": metadata["citation"],
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tables": [_table(tables()[name], names) for name in names],
    }


def _table(table: Table, together: Sequence[str]) -> Document:
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.zh,
        "dc:description": table.about,
        "tableSchema": _schema(table, together),
    }


def _schema(table: Table, together: Sequence[str]) -> Document:
    schema: Document = {"columns": [_column(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        {
            "columnReference": list(own),
            "reference": {"resource": f"{other}.csv", "columnReference": list(key)},
        }
        for own, other, key in table.foreign
        if other in together
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _column(column: Column) -> Document:
    kind = TYPES.get(column.type, column.type)
    listed = {"base": kind, "format": "|".join(column.values)} if column.values else kind
    return {
        "name": column.name,
        "titles": column.name,
        "datatype": listed,
        "required": not column.empty,
        "dc:description": {"zh-CN": column.zh, "en": column.en},
    }
