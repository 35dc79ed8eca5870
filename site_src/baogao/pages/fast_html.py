"""HTML from templates of one line, where there are thousands.

What is put in is escaped, unless it is markup itself. `Markup.format` does the same by way of
Python's own formatter and takes ten times as long; most words have nothing to escape.
"""

import re
from collections.abc import Callable, Iterable
from functools import partial

from markupsafe import Markup, escape

# A text that is HTML, as such: `Markup(text)` would ask the text first whether it is markup.
as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
NOTHING = as_markup("")

SPECIAL = re.compile(r"[&<>\"']")
PLAIN = re.compile(r"[^\s&<>\"'=`]+")  # what an attribute may be without quotes


def attribute(name: str, value: str) -> Markup:
    """Return an attribute with the blank before it, in quotes only where it needs some."""
    if PLAIN.fullmatch(value):
        return as_markup(f" {name}={value}")
    return fill_html(' {}="{}"', name, value)


def class_attribute(names: Iterable[str]) -> Markup:
    """Return the attribute of the classes that are not empty; none where all are."""
    classes = " ".join(filter(None, names))
    return attribute("class", classes) if classes else NOTHING


def fill_html(template: str, *values: object) -> Markup:
    """Return a template with values put in."""
    return as_markup(template.format(*map(escaped, values)))


def fill_words(words: str, **values: object) -> Markup:
    """Return words of the interface with values put in by their names."""
    return escape(words).format(**values)


def join_html(parts: Iterable[object], between: str = "") -> Markup:
    """Return parts one after the other."""
    return as_markup(str.join(between, map(escaped, parts)))


def escaped(value: object) -> str:
    """Return a value as it may stand in HTML; what is markup is left as it is."""
    if type(value) is Markup:
        return value
    if type(value) is not str or SPECIAL.search(value):
        return escape(value)
    return value
