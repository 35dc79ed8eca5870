"""Prose pages, Markdown to HTML: the one home of the markdown library.

Markup in a page is shown as text, and a link leads to the web, to a mailbox or to a page of the
site, nowhere else.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, STX
from markupsafe import Markup

from baogao.content.limits import LONGEST_PAGE, LONGEST_PARAGRAPH, MOST_BRACKETS
from baogao.content.web_addresses import may_be_linked, stays_on_site
from baogao.records import Problem

ADDRESSES = {"href": "link", "src": "picture"}
ATTRIBUTES = {"href", "src", "alt", "title", "id", "class", "align", "start"}
EMPTY_LINE = re.compile(r"(\n[ \t]*\n)")
TITLE = re.compile(r"^# (.+)$", re.M)
ADDRESS_HINT = "http, https, mailto, or an address on this site"


class _Refused(NamedTuple):
    """What was taken out of a page: the words it stood on, and what is wrong with it."""

    words: str
    message: str


class _Page(NamedTuple):
    """A page as converted."""

    title: str
    html: Markup
    refused: tuple[_Refused, ...]


def prose(text: str) -> tuple[str, Markup]:
    """Return a prose page's title (its first heading) and its HTML."""
    page = _converted(text)
    return page.title, page.html


def problems(path: str, text: str) -> Iterator[Problem]:
    """Yield what a page must not hold.

    That are links that run or hide something, pictures from elsewhere, paragraphs without end.
    """
    if too_long := next(_too_long(path, text), None):
        yield too_long
        return
    try:
        refused = _converted(text).refused
    except RecursionError:
        yield Problem(path, 1, "lists or quotations too deep inside each other", "flatten them")
        return
    for words, message in refused:
        line = text.count("\n", 0, max(text.find(words), 0)) + 1
        yield Problem(path, line, message, ADDRESS_HINT)


def _too_long(path: str, text: str) -> Iterator[Problem]:
    """Yield what would cost the library too much time."""
    if len(text) > LONGEST_PAGE:
        message = f"a page of {len(text)} characters, more than {LONGEST_PAGE}"
        yield Problem(path, 1, message, "make two of it")
    line = 1
    for paragraph in EMPTY_LINE.split(text):
        brackets = paragraph.count("[")
        if len(paragraph) > LONGEST_PARAGRAPH or brackets > MOST_BRACKETS:
            message = f"a paragraph of {len(paragraph)} characters with {brackets} brackets"
            hint = f"at most {LONGEST_PARAGRAPH} and {MOST_BRACKETS}: make several of it"
            yield Problem(path, line, message, hint)
        line += paragraph.count("\n")


class _Guard(Treeprocessor):
    """Takes out of a page what could run, and remembers it in `refused`."""

    def __init__(self, reader: markdown.Markdown):
        super().__init__(reader)
        self.refused: list[_Refused] = []

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in list(element.attrib.items()):
                if not _allowed(name, self._finished(value)):
                    del element.attrib[name]
                    self.refused.append(_refused(element, name, value))

    def _finished(self, value: str) -> str:
        """Return a value as browsers will have it: the library puts entities in at the end."""
        stashed = self.md.htmlStash.rawHtmlBlocks
        value = value.replace(AMP_SUBSTITUTE, "&")
        value = HTML_PLACEHOLDER_RE.sub(lambda place: str(stashed[int(place[1])]), value)
        return html.unescape(value)


def _refused(element: Element, name: str, value: str) -> _Refused:
    first_line = "".join(element.itertext()).strip().split("\n")[0]
    what = ADDRESSES.get(name, f"attribute {name}")
    message = f"{what}: {html.unescape(value)[:80]!r} is not allowed"
    return _Refused(first_line or element.get("alt") or value, message)


def _allowed(name: str, value: str) -> bool:
    """Say whether an attribute may have a value; none may hold a mark of the library's."""
    if name not in ADDRESSES:
        return name in ATTRIBUTES
    if STX in value:
        return False
    return may_be_linked(value) if name == "href" else stays_on_site(value)


# A page is checked first, then shown.
@lru_cache(maxsize=64)
def _converted(text: str) -> _Page:
    reader = markdown.Markdown(
        extensions=["tables", "attr_list", "toc"],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )
    guard = _Guard(reader)
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    reader.treeprocessors.register(guard, "guard", -1)
    page = Markup(reader.convert(text))
    title = TITLE.search(text)
    return _Page(title[1].strip() if title else "", page, tuple(guard.refused))
