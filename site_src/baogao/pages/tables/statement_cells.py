"""What stands behind a number as printed: its value in the base unit, and that it is in doubt."""

from markupsafe import Markup

from baogao.charts.quantity_words import Printed, Quantity
from baogao.content.decimal_text import plain_decimal, quantity
from baogao.content.languages import is_chinese
from baogao.corpus.observations import DOUBTFUL
from baogao.pages.fast_html import NOTHING, fill_html
from baogao.records import Observation

NORMALISED = " <small class=normalised>{}</small>"
DOUBT = " <small class=doubt>{}</small>"
BOUNDED = ("ge", "le", "approx")


def is_doubtful(item: Observation) -> bool:
    """Say whether an editor doubts the source of a statement."""
    return DOUBTFUL in item.quality


def doubt_mark(doubtful: bool, strings: dict) -> Markup:
    """Return what is said behind a number of a doubtful source; nothing behind others."""
    return fill_html(DOUBT, strings["doubt"]["mark"]) if doubtful else NOTHING


def normalised(item: Printed, strings: dict) -> Markup:
    """Return a number's value in its base unit with its bound, where it is printed otherwise.

    In another language it is shown in that, and what is printed stands behind it.
    """
    if not is_chinese(strings):
        return fill_html(NORMALISED, item.text) if item.text else NOTHING
    value = quantity(item.value, item.value_high, item.unit)
    if value.replace(" ", "") == item.text:
        return NOTHING
    return fill_html(NORMALISED, f"{bound_before(item.bound, strings)}{value}")


def bound_before(bound: str, strings: dict) -> str:
    """Return what stands before a bounded value: `不低于 `; ranges and exact numbers have none."""
    return f"{strings['bounds'][bound]} " if bound in BOUNDED else ""


def fields(item: Quantity, strings: dict) -> str:
    """Return value, upper end, unit and bound as a file takes them from a cell."""
    ends = ("" if end is None else plain_decimal(end) for end in (item.value, item.value_high))
    return "|".join([*ends, item.unit, strings["bounds"][item.bound]])
