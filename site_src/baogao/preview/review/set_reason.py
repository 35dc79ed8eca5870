"""The reason that stands in a correction where nobody gives one: each field as it was and is."""

from decimal import Decimal
from typing import Any

from baogao.content.decimal_text import plain_decimal
from baogao.content.reports.figure_fields import all_fields
from baogao.preview.review.words import CALLED, field_names
from baogao.records import Figure

Words = dict[str, Any]


def set_reason(rules: Figure, figure: Figure, words: Words) -> str:
    """Return what was made of the fields of a figure as the rules read it."""
    before, now, called = all_fields(rules), all_fields(figure), field_names(words)
    changed = "、".join(
        f"{called[name]} {_said(name, was, words)}→{_said(name, now[name], words)}"
        for name, was in before.items()
        if now[name] != was
    )
    return str(words["review_rows"]["set"]).format(changed)


def _said(name: str, value: object, words: Words) -> str:
    if name in CALLED:
        return str(words[CALLED[name]][value])
    if isinstance(value, Decimal):
        return plain_decimal(value)
    return str(value or words["review_rows"]["nothing"])
