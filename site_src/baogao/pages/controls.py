"""The controls of a table: what its rows can be sorted, filtered and taken along by (`static/tables.js` does it)."""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from baogao.markups import filled, joined
from baogao.numerals import plain
from baogao.records import Unit

FEWEST = 8  # rows, for a form to be worth its place
NONE = "none"  # the value of a row that a filter has nothing to say about


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key and heading; `csv` names the fields it becomes (`数值|单位`), `link` one for its link's address.

    `label` names its cells where rows are cards, if not the heading.
    """
    key: str
    name: str
    csv: str = ""
    link: str = ""
    label: str = ""


def named(names: Mapping[str, str], keys: Iterable[str]) -> tuple[Column, ...]:
    """Return columns with nothing but a heading."""
    return tuple(Column(key, names[key]) for key in keys)


@dataclass(frozen=True, slots=True)
class Filter:
    """What rows can be chosen by: its name is that of a data attribute, its options are value and words, in order."""
    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Controls:
    """A table's columns, how many rows it has, what its form offers, and the `file` a selection is saved as."""
    id: str
    file: str
    columns: tuple[Column, ...]
    total: int
    filters: tuple[Filter, ...] = ()

    @property
    def long(self) -> bool:
        """Say whether the table is long enough for a form."""
        return self.total >= FEWEST


def controls(table: str, file: str, columns: tuple[Column, ...], rows: Iterable[Mapping[str, str]],
             names: Mapping[str, tuple[str, Mapping[str, str]]]) -> Controls:
    """Return a table's controls; `names` are, for each filter, its label and the words for its values in order.

    Only values that a row has are offered, and only filters that tell rows apart.
    """
    rows = list(rows)
    there = {name: {row[name] for row in rows} for name in names}
    filters = (Filter(name, label, tuple((value, words) for value, words in values.items() if value in there[name]))
               for name, (label, values) in names.items() if len(there[name]) > 1)
    return Controls(table, file, columns, len(rows), tuple(filters))


def attributes(row: Mapping[str, str]) -> Markup:
    """Return what a row is filtered by, as data attributes."""
    return joined(filled(' data-{}="{}"', name, value) for name, value in row.items())


def measured(value: Decimal | None, high: Decimal | None, unit: str, units: Mapping[str, Unit], shown: str | None = None) -> Markup:
    """Return the attributes of a cell with a quantity: sorted in the base unit, taken along as stated, each part a field."""
    fields = [*([] if shown is None else [shown]), *("" if number is None else plain(number) for number in (value, high)), unit]
    known = units.get(unit)
    size = high if value is None else value
    base = "" if size is None else f"{plain(size * known.factor if known else size)} {known.base if known else unit}"
    return filled(' data-sort="{}" data-csv="{}"', base, "|".join(fields))
