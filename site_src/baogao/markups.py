"""HTML from templates of one line, where there are thousands: what is put in is escaped, unless it is markup itself.

`Markup.format` does the same by way of Python's own formatter and takes ten times as long.
"""
from collections.abc import Iterable

from markupsafe import Markup, escape


def filled(template: str, *values: object) -> Markup:
    """Return a template with values put in."""
    return Markup(template.format(*map(_safe, values)))


def joined(parts: Iterable[object], between: str = "") -> Markup:
    """Return parts one after the other."""
    return Markup(between.join(map(_safe, parts)))


def _safe(value: object) -> str:
    return value if type(value) is Markup else escape(value)
