"""The controls of a table: what its rows can be sorted, filtered and taken along by (`static/tables.js` does it).

What a cell shows is not said again in attributes: the script reads it from there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from baogao.content.numerals import plain_decimal
from baogao.content.vocabulary_entries import Unit
from baogao.pages.fast_html import filled, joined

FEWEST = 8  # rows, for a form to be worth its place
NONE = "none"  # the value of a row that a filter has nothing to say about: rows do not say it
NUMBER = r"([-−]?[0-9,]+(?:\.[0-9]+)?)"
QUANTITY = re.compile(f"{NUMBER}(?:–{NUMBER})? ?([^0-9].*)?")


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
    """A table's columns, how many rows it has, what its form offers, and the `file` a selection is saved as (none: no form).

    `unsaid` are the filters' values that no cell says in the form's words, each with the filter's name.
    """

    id: str
    file: str
    columns: tuple[Column, ...]
    total: int
    filters: tuple[Filter, ...] = ()
    unsaid: frozenset[tuple[str, str]] = frozenset()

    @property
    def long(self) -> bool:
        """Say whether the table is long enough for a form."""
        return bool(self.file) and self.total >= FEWEST


def controls(
    table: str,
    file: str,
    columns: tuple[Column, ...],
    rows: Iterable[Mapping[str, str]],
    names: Mapping[str, tuple[str, Mapping[str, str]]],
) -> Controls:
    """Return a table's controls; `names` are, for each filter, its label and the words for its values in order.

    Only values that a row has are offered, and only filters that tell rows apart. A column with a filter's name shows its words.
    """
    rows = list(rows)
    there = {name: {row[name] for row in rows} for name in names}
    filters = tuple(
        Filter(
            name,
            label,
            tuple((value, words) for value, words in values.items() if value in there[name]),
        )
        for name, (label, values) in names.items()
        if len(there[name]) > 1
    )
    made = Controls(table, file, columns, len(rows), filters)
    return replace(made, unsaid=frozenset(_unsaid(made))) if made.long else made


def _unsaid(made: Controls) -> Iterator[tuple[str, str]]:
    shown = {column.key for column in made.columns}
    for one in made.filters:
        words = Counter(words for _, words in one.options)
        yield from (
            (one.name, value)
            for value, said in one.options
            if value != NONE and (one.name not in shown or words[said] > 1)
        )


def attributes(row: Mapping[str, str], made: Controls) -> Markup:
    """Return what a row is filtered by and none of its cells says, as data attributes."""
    return joined(
        filled(' data-{}="{}"', name, value)
        for name, value in row.items()
        if (name, value) in made.unsaid
    )


def marked(status: str) -> Markup:
    """Return the attribute of a cell that says a status: what is promised looks different."""
    return Markup(' class="target"') if status == "target" else Markup()


def stated(text: str) -> tuple[str, ...]:
    """Return value, upper end and unit of a quantity as `static/tables.js` reads them from a cell; empty where there is none."""
    low, high, unit = ((found := QUANTITY.fullmatch(text)) and found.groups("")) or ("", "", "")
    return (*(number.replace(",", "").replace("−", "-") for number in (low, high)), unit)


def measured(
    value: Decimal | None, high: Decimal | None, unit: str, units: Mapping[str, Unit], shown: str
) -> Markup:
    """Return the attributes of a cell with a quantity, as far as what is `shown` does not say the same.

    It is taken along as stated, each part a field, and sorted in the base unit.
    """
    low, most = ("" if number is None else plain_decimal(number) for number in (value, high))
    csv = (
        Markup()
        if stated(shown) == (low, most, unit)
        else filled(' data-csv="{}|{}|{}"', low, most, unit)
    )
    known = units.get(unit)
    if known is None or (known.base, known.factor) == (unit, 1) or not (low or most):
        return csv
    return csv + filled(
        ' data-sort="{} {}"',
        plain_decimal((high if value is None else value) * known.factor),
        known.base,
    )
