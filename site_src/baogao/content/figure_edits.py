"""Single figures corrected by a maintainer: rejected, or with fields set to what a reader sees.

For what rules should not learn. An edit that no longer applies is a mistake in the content.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from baogao.content.decimal_text import exact
from baogao.content.limits import LONGEST_TITLE
from baogao.content.tone_words import PLAIN
from baogao.records import Edit, Figure, Mention, Problem

CHOICES = {
    "bound": ("eq", "ge", "le", "approx", "range"),
    "kind": ("level", "change", "rank"),
    "status": ("actual", "target"),
}
TEXTS = ("unit", "period", "label", "area")
PERIOD = re.compile("([0-9]{4}(-[0-9]{4})?)?")
NUMBERS = ("value", "value_high")
FIELDS = (*NUMBERS, *TEXTS, *CHOICES, "indicator")


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


def apply_edits(mentions: tuple[Mention, ...], edits: tuple[Edit, ...]) -> tuple[Mention, ...]:
    """Return the mentions with the edits applied; those of figures not there do nothing."""
    wanted = {(edit.anchor, edit.nth): edit for edit in edits}
    out = []
    for mention in mentions:
        edit = wanted.get((mention.anchor, mention.nth))
        if edit is None:
            out.append(mention)
        elif not edit.reject:
            out.append(replace(mention, figure=_edited(mention.figure, edit), edited=edit.why))
    return tuple(out)


def _edited(figure: Figure, edit: Edit) -> Figure:
    """Return a figure with its fields set, and without words that say what it is no longer."""
    fields = {name: _typed(name, value) for name, value in edit.fields}
    fields["certainty"] = "high"  # somebody has looked at it
    if fields.get("bound", figure.bound) != figure.bound:
        fields["bound_words"] = ""
    if fields.get("status", figure.status) != figure.status:
        fields["tone_words"], fields["tone"] = "", PLAIN if fields["status"] == "target" else ""
    return replace(figure, **fields)


def stale_edits(
    path: str, mentions: tuple[Mention, ...], edits: tuple[Edit, ...]
) -> Iterator[Problem]:
    """Yield the edits that no longer apply to the figures as the rules read them."""
    there = {(mention.anchor, mention.nth): mention for mention in mentions}
    for edit in edits:
        mention = there.get((edit.anchor, edit.nth))
        if mention is None:
            record = f", record {edit.nth}" if edit.nth else ""
            hint = (
                "the sentence changed, or the rules no longer read a figure there: "
                "remove or renew the edit"
            )
            yield Problem(path, edit.line, f"no figure {edit.anchor}{record}", hint)
        elif not edit.reject and _says_so_already(mention, edit):
            message = f"the rules read {edit.anchor} so by themselves"
            yield Problem(path, edit.line, message, "remove the edit")


def _says_so_already(mention: Mention, edit: Edit) -> bool:
    figure = mention.figure
    return all(getattr(figure, name) == _typed(name, value) for name, value in edit.fields)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TITLE


def _typed(name: str, value: object) -> Any:
    """Return a value as the field of that name holds it; `field_problem` has looked at it."""
    return exact(value) if name in NUMBERS else value
