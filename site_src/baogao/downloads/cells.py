"""The cells of a download: typed values as text, and what no cell may begin with."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice

from baogao.content.data_dictionary import Column, NotAsDescribed, Table
from baogao.content.decimal_text import plain_decimal

Cell = str | int | float | Decimal | None  # true and false are integers
Cells = tuple[Cell, ...]  # a row, in the order of its table's columns

# What a spreadsheet takes for the beginning of one; where people write Chinese or Japanese it takes
# the wide and small forms for the same signs.
SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫\t\r\n"
FORMULA = frozenset(SIGNS)
AT_ONCE = 1000  # rows
DIGITS = 15  # that a double holds exactly
LARGEST = 2**63 - 1  # whole number that they hold; of a larger one a double has all the digits


def checked(table: Table, rows: Iterable[Cells], file: str) -> Iterator[Cells]:
    """Yield the rows; raise `NotAsDescribed` at the first cell that is not as described."""
    first = 1
    for some in batches(rows):
        for column, values in zip(table.columns, zip(*some, strict=True), strict=True):
            if any(_problem(value, column) for value in _different(values, column)):
                _complain(table, some, first, file)
        yield from some
        first += len(some)


def batches(rows: Iterable[Cells]) -> Iterator[list[Cells]]:
    """Yield the rows, some at a time: most of their cells come back again and again."""
    coming = iter(rows)
    while some := list(islice(coming, AT_ONCE)):
        yield some


def _different(values: Cells, column: Column) -> Iterable[Cell]:
    """Return the cells to look at: texts once each, of others those that are empty."""
    if column.is_text:
        return set(values)
    return () if column.empty else [value for value in values if value is None or value == ""]


def _complain(table: Table, rows: Iterable[Cells], first: int, file: str) -> None:
    """Raise `NotAsDescribed` at the first cell that is not as described."""
    for number, row in enumerate(rows, first):
        for column, value in zip(table.columns, row, strict=True):
            if problem := _problem(value, column):
                raise NotAsDescribed(f"{file}:{number}: {problem}")


def _problem(value: Cell, column: Column) -> str:
    if value is None or value == "":
        empty = "is empty (say in dictionary.yml what that means)"
        return "" if column.empty else f"{column.name} {empty}"
    if not column.is_text:
        return ""
    if not isinstance(value, str):
        return f"{column.name} is {value!r}, which is no text" if value else ""
    if value[0] in FORMULA:
        return f"{column.name} begins like a formula: {value[:20]!r} (a spreadsheet would run it)"
    if column.values and value not in column.values:
        return f"{column.name} is {value!r}, which dictionary.yml does not list"
    return ""


def quoted(text: str) -> str:
    """Return a text from its first letter, digit or Han character on: it begins no formula."""
    if text[:1].isalnum():
        return text
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
    is_whole = value == value.to_integral_value() and abs(value) <= LARGEST
    return int(value) if is_whole else float(value)


def without_empty(table: Table, row: Cells) -> Cells:
    """Return a row with numbers as numbers, and None for every empty cell."""
    cells = [value or None for value in row]
    for place in table.no_texts:
        value = row[place]
        if isinstance(value, Decimal):
            cells[place] = number(value)
        else:
            cells[place] = None if value == "" else value
    return tuple(cells)
