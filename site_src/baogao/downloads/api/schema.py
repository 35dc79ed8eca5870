"""What the documents and the rows of the tables hold, as JSON Schema."""

from baogao.content.data_dictionary import Column, Table, tables
from baogao.downloads.api.addresses import schemas
from baogao.downloads.json_files import Document

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TYPES = {"year": "integer", "date": "string", "uri": "string"}  # others are called the same


def schema() -> Document:
    """Return the schema: a definition for each document and for a row of each table."""
    rows = {name: _row(table) for name, table in tables().items()}
    return {"$schema": DIALECT, "$defs": {**schemas(), **rows}}


def _row(table: Table) -> Document:
    return {
        "type": "object",
        "title": table.zh,
        "description": table.about,
        "required": [column.name for column in table.columns if not column.sparse],
        "properties": {column.name: _cell(column) for column in table.columns},
    }


def _cell(column: Column) -> Document:
    kind = TYPES.get(column.type, column.type)
    cell: Document = {"type": [kind, "null"] if column.empty else kind}
    if column.values:
        cell["enum"] = [*column.values, None] if column.empty else list(column.values)
    return cell | {"title": column.zh, "description": column.en}
