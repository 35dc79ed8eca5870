"""The controls of a table: what its rows can be sorted, filtered and saved by.

`static/tables.js` does it. What a cell shows is not said again in attributes: the script reads it
from there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from baogao.content.decimal_text import plain_decimal
from baogao.content.vocabulary.vocabulary_entries import Unit
from baogao.pages.fast_html import NOTHING, as_markup, fill_html, join_html

FEWEST = 8  # rows, for a form to be worth its place
STEP = 20  # rows shown at a time
NONE = "none"  # the value of a row that a filter has nothing to say about: rows do not say it
NO_LINKS: Mapping[str, str] = {}
NUMBER = r"[-−]?[0-9,]+(?:\.[0-9]+)?"
# A quantity as a cell shows it: `11,985 元`, `6–6.5%`.
QUANTITY = re.compile(f"({NUMBER})(?:–({NUMBER}))? ?([^0-9].*)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its key and its heading.

    `csv` names the fields that it becomes in a file (`数值|单位`), `link` the field of its link's
    address; `label` names its cells where rows are cards, if the heading does not.
    """

    key: str
    name: str
    csv: str = ""
    link: str = ""
    label: str = ""


def headed(
    names: Mapping[str, str], csv: Mapping[str, str], links: Mapping[str, str]
) -> tuple[Column, ...]:
    """Return columns with their names, what some are called in CSV, and where some lead to."""
    return tuple(
        Column(key, name, csv=csv.get(key, ""), link=links.get(key, ""))
        for key, name in names.items()
    )


def named(names: Mapping[str, str], keys: Iterable[str]) -> tuple[Column, ...]:
    """Return columns with nothing but a heading."""
    return tuple(Column(key, names[key]) for key in keys)


@dataclass(frozen=True, slots=True)
class Filter:
    """What rows can be chosen by: a data attribute, and its values with their words, in order.

    Where every row has a link below the address `link`, with the value's words, that says it.
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Controls:
    """A table's columns, how many rows it has, and what its form offers.

    `file` is what a selection is saved as; without it there is no form. `unsaid` are the filters'
    values that no cell says in the form's words, each with the filter's name. Where only some rows
    are `shown`, a script adds the others and what there is to choose from, once they are wanted.
    """

    id: str
    file: str
    columns: tuple[Column, ...]
    total: int
    filters: tuple[Filter, ...] = ()
    unsaid: frozenset[tuple[str, str]] = frozenset()
    shown: int = 0

    @property
    def long(self) -> bool:
        """Say whether the table is long enough for a form."""
        return bool(self.file) and self.total >= FEWEST

    @property
    def step(self) -> int:
        """Return how many rows are shown at a time."""
        return STEP


def controls(
    table: str,
    file: str,
    columns: tuple[Column, ...],
    rows: Iterable[Mapping[str, str]],
    names: Mapping[str, tuple[str, Mapping[str, str]]],
    links: Mapping[str, str] = NO_LINKS,
) -> Controls:
    """Return a table's controls; `names` are a label and words for the values of each filter.

    Only values that a row has are offered, and only filters that tell rows apart. A column with a
    filter's name shows its words; `links` are the addresses that rows' links say a value below.
    """
    rows = list(rows)
    filters = []
    for name, (label, values) in names.items():
        there = {row[name] for row in rows}
        if len(there) > 1:
            options = tuple((value, words) for value, words in values.items() if value in there)
            filters.append(Filter(name, label, options, links.get(name, "")))
    made = Controls(table, file, columns, len(rows), tuple(filters))
    return replace(made, unsaid=frozenset(_unsaid(made))) if made.long else made


def _unsaid(made: Controls) -> Iterator[tuple[str, str]]:
    """Yield the values that a script could not tell from what the cells show."""
    shown = {column.key for column in made.columns}
    for one in made.filters:
        times = Counter(words for _, words in one.options)
        for value, words in one.options:
            said = one.link or value == NONE or (one.name in shown and times[words] == 1)
            if not said:
                yield one.name, value


def attributes(row: Mapping[str, str], made: Controls) -> Markup:
    """Return what a row is filtered by and none of its cells says, as data attributes."""
    if not made.unsaid:
        return NOTHING
    return join_html(
        fill_html(' data-{}="{}"', name, value)
        for name, value in row.items()
        if (name, value) in made.unsaid
    )


def marked(status: str) -> Markup:
    """Return the attribute of a cell that says a status: what is promised looks different."""
    return Markup(' class="target"') if status == "target" else Markup()


@lru_cache(maxsize=10_000)  # a quantity stands on several pages, and round ones in many reports
def stated(text: str) -> tuple[str, str, str]:
    """Return value, upper end and unit of a quantity as `static/tables.js` reads them from a cell.

    They are empty where there is none.
    """
    found = QUANTITY.fullmatch(text)
    low, high, unit = found.groups("") if found else ("", "", "")
    return _bare_number(low), _bare_number(high), unit


def _bare_number(shown: str) -> str:
    return shown.replace(",", "").replace("−", "-")


def measured(
    value: Decimal | None, high: Decimal | None, unit: str, units: Mapping[str, Unit], shown: str
) -> Markup:
    """Return the attributes of a cell with a quantity that what is `shown` does not say already.

    The quantity is saved as stated, each part a field, and sorted in the base unit.
    """
    parts = (_written(value), _written(high), unit)
    csv = "" if stated(shown) == parts else fill_html(' data-csv="{}|{}|{}"', *parts)
    return as_markup(f"{csv}{sorted_by(high if value is None else value, unit, units)}")


def _written(number: Decimal | None) -> str:
    return "" if number is None else plain_decimal(number)


def sorted_by(number: Decimal | None, unit: str, units: Mapping[str, Unit]) -> Markup:
    """Return the attribute of a cell for sorting, where its number is not in the base unit."""
    known = units.get(unit)
    if number is None or known is None or (known.base == unit and known.factor == 1):
        return NOTHING
    return fill_html(' data-sort="{} {}"', plain_decimal(number * known.factor), known.base)
