"""The fields of a figure that a person can set, and has checked: as they are written in YAML."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from baogao.content.decimal_text import exact, plain_decimal, rounded
from baogao.content.limits import LONGEST_TITLE
from baogao.records import Figure

CHOICES = {
    "bound": ("eq", "ge", "le", "approx", "range"),
    "kind": ("level", "change", "rank"),
    "status": ("actual", "target"),
}
TEXTS = ("unit", "period", "label", "area")
PERIOD = re.compile("([0-9]{4}(-[0-9]{4})?)?")
NUMBERS = ("value", "value_high")
# In this order, with what goes without saying: of a figure that was checked it is left out.
DEFAULTS: dict[str, object] = {
    "value": None,
    "value_high": None,
    "unit": "",
    "bound": "eq",
    "kind": "level",
    "status": "actual",
    "period": "",
    "label": "",
    "indicator": None,
    "area": "",
}
FIELDS = tuple(DEFAULTS)
Fields = tuple[tuple[str, object], ...]


def field_problem(name: str, value: object) -> str:
    """Return what is wrong with setting a field so, or nothing."""
    if name not in FIELDS:
        return f"a figure has no field {name!r}"
    if name in CHOICES and value not in CHOICES[name]:
        return f"{name} cannot be {value!r}, only {', '.join(CHOICES[name])}"
    if name in NUMBERS and exact(value) is None and not (name == "value_high" and value is None):
        return f"{name} is not a number: {value!r}"
    if name == "period" and not (isinstance(value, str) and PERIOD.fullmatch(value)):
        return f"period is neither a year nor years: {value!r}"
    if (name in TEXTS and not _is_text(value)) or (
        name == "indicator" and not isinstance(value, str | None)
    ):
        return f"{name} is not a text: {value!r}"
    return ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TITLE


def typed(name: str, value: object) -> Any:
    """Return a value as the field of that name holds it; `field_problem` has looked at it."""
    return exact(value) if name in NUMBERS else value


def all_fields(figure: Figure) -> dict[str, Any]:
    """Return what a reader sees of a figure, numbers in as many digits as a person can write."""
    return {name: _seen(getattr(figure, name)) for name in FIELDS}


def stated(figure: Figure) -> Fields:
    """Return what a reader sees of a figure, but for what goes without saying."""
    seen = all_fields(figure)
    return tuple((name, value) for name, value in seen.items() if value != DEFAULTS[name])


def _seen(value: Any) -> Any:
    return rounded(value) if isinstance(value, Decimal) else value


def differences(figure: Figure, read: Fields) -> list[tuple[str, object, object]]:
    """Return the fields in which a figure is not what a person has read: was, and is."""
    was = DEFAULTS | {name: typed(name, value) for name, value in read}
    return [(name, was[name], is_) for name, is_ in all_fields(figure).items() if was[name] != is_]


def written(fields: Iterable[tuple[str, object]]) -> dict[str, Any]:
    """Return fields as YAML writes them, in their order: a number as the one that it is."""
    given = dict(fields)
    return {name: _written(given[name]) for name in FIELDS if name in given}


def _written(value: object) -> object:
    if not isinstance(value, Decimal):
        return value
    text = plain_decimal(value)
    return float(text) if "." in text else int(text)
