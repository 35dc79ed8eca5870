"""The cells of a download: typed values as text, and what no cell may begin with."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from baogao.content.data_dictionary import Column, NotAsDescribed, Table
from baogao.content.decimal_text import plain_decimal

Cell = str | int | float | Decimal | None  # true and false are integers
Cells = tuple[Cell, ...]  # a row, in the order of its table's columns

# What a spreadsheet takes for the beginning of one; where people write Chinese or Japanese it takes
# the wide and small forms for the same signs.
SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫\t\r\n"
FORMULA = frozenset(SIGNS)
DIGITS = 15  # that a double holds exactly


def checked(table: Table, rows: Iterable[Cells], file: str) -> Iterator[Cells]:
    """Yield the rows; raise `NotAsDescribed` at the first cell that is not as described."""
    places = list(enumerate(table.columns))
    texts = [(place, column) for place, column in places if column.type in ("string", "uri")]
    required = [(place, column) for place, column in places if not column.empty]
    for number, row in enumerate(rows, 1):
        for place, column in texts:
            text = row[place]
            if text and (
                not isinstance(text, str)
                or text[0] in FORMULA
                or (column.values and text not in column.values)
            ):
                raise NotAsDescribed(f"{file}:{number}: {_problem(text, column)}")
        for place, column in required:
            if row[place] is None or row[place] == "":
                what = f"{column.name} is empty (say in dictionary.yml what that means)"
                raise NotAsDescribed(f"{file}:{number}: {what}")
        yield row


def _problem(text: Cell, column: Column) -> str:
    if not isinstance(text, str):
        return f"{column.name} is {text!r}, which is no text"
    if text[0] in FORMULA:
        return f"{column.name} begins like a formula: {text[:20]!r} (a spreadsheet would run it)"
    return f"{column.name} is {text!r}, which dictionary.yml does not list"


def quoted(text: str) -> str:
    """Return a text from its first letter, digit or Han character on: it begins no formula."""
    first = next((place for place, sign in enumerate(text) if sign.isalnum()), len(text))
    return text[first:]


def harmless(text: str) -> str:
    """Return of a text that begins as a formula does what follows the sign."""
    return text.lstrip(f"{SIGNS} ")


def list_cell(values: Iterable[object]) -> str:
    """Return several values as one cell: `2019; 2020`."""
    return "; ".join(map(str, values))


def written(value: object) -> str:
    """Return a value as text: numbers exact and ungrouped, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain_decimal(value) if isinstance(value, Decimal) else str(value)


def number(value: Decimal) -> int | float:
    """Return an exact number as one that JSON, Parquet and SQLite hold without loss.

    Raises `NotAsDescribed` for one with too many digits.
    """
    if len(value.as_tuple().digits) > DIGITS and len(value.normalize().as_tuple().digits) > DIGITS:
        raise NotAsDescribed(f"{value} has more than {DIGITS} digits")
    return int(value) if value == value.to_integral_value() else float(value)


def typed(table: Table, row: Cells) -> Cells:
    """Return a row with numbers as numbers, and None for an empty cell of any type but text."""
    cells: list[Cell] = []
    for column, value in zip(table.columns, row, strict=True):
        if isinstance(value, Decimal):
            cells.append(number(value))
        elif value == "" and column.type != "string":
            cells.append(None)
        else:
            cells.append(value)
    return tuple(cells)


def without_empty(table: Table, row: Cells) -> Cells:
    """Return a row with numbers as numbers, and None for every empty cell."""
    return tuple([None if value == "" else value for value in typed(table, row)])
