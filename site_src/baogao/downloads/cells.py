"""The cells of a download: typed values as text, and what no cell may begin with."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from baogao.content.data_dictionary import Column, NotAsDescribed, Table
from baogao.content.numerals import plain_decimal

FORMULA = frozenset("=+-@\t\r")  # what a spreadsheet takes for the beginning of one
DIGITS = 15  # that a double holds exactly


def checked(table: Table, rows: Iterable[tuple], file: str) -> Iterator[tuple]:
    """Yield the rows; raise `NotAsDescribed` at the first cell that is not as the dictionary says."""
    texts = [
        (place, column)
        for place, column in enumerate(table.columns)
        if column.type in ("string", "uri")
    ]
    required = [(place, column) for place, column in enumerate(table.columns) if not column.empty]
    for number, row in enumerate(rows, 1):
        for place, column in texts:
            text = row[place]
            if text and (text[0] in FORMULA or (column.values and text not in column.values)):
                raise NotAsDescribed(f"{file}:{number}: {_problem(text, column)}")
        for place, column in required:
            if row[place] is None or row[place] == "":
                raise NotAsDescribed(
                    f"{file}:{number}: {column.name} is empty (say in dictionary.yml what that means)"
                )
        yield row


def _problem(text: str, column: Column) -> str:
    if text[0] in FORMULA:
        return f"{column.name} begins like a formula: {text[:20]!r} (a spreadsheet would run it)"
    return f"{column.name} is {text!r}, which dictionary.yml does not list"


def written(value: object) -> str:
    """Return a value as text: numbers exact and ungrouped, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain_decimal(value) if isinstance(value, Decimal) else str(value)


def number(value: Decimal | None) -> int | float | None:
    """Return an exact number as one that JSON, Parquet and SQLite hold without loss; raise `NotAsDescribed` for a longer one."""
    if value is None:
        return None
    if len(value.as_tuple().digits) > DIGITS and len(value.normalize().as_tuple().digits) > DIGITS:
        raise NotAsDescribed(f"{value} has more than {DIGITS} digits")
    return int(value) if value == value.to_integral_value() else float(value)


def typed(table: Table, row: tuple) -> tuple:
    """Return a row with numbers as numbers and nothing for empty texts."""
    return tuple(
        [
            number(value)
            if isinstance(value, Decimal)
            else None
            if value == "" and column.type != "string"
            else value
            for column, value in zip(table.columns, row)
        ]
    )
