"""Prose pages, Markdown to HTML: the one home of the markdown library.

Markup in a page is shown as text, and a link leads to the web, to a mailbox or to a page of the site, nowhere else.
"""
import html
import re
from collections.abc import Iterator
from functools import lru_cache

import markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from baogao.content.limits import LONGEST_PAGE, LONGEST_PARAGRAPH, MOST_BRACKETS
from baogao.records import Problem

SCHEMES = {"http", "https", "mailto"}
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0]+")  # browsers skip them in an address
AMPERSAND = "\x02amp\x03"  # as the library writes it in the addresses of mailboxes
ADDRESSES = {"href": "link", "src": "picture"}
ATTRIBUTES = {"href", "src", "alt", "title", "id", "class", "align", "start"}


def prose(text: str) -> tuple[str, Markup]:
    """Return a prose page's title (its first heading) and its HTML."""
    title, page, _ = _converted(text)
    return title, page


def problems(path: str, text: str) -> Iterator[Problem]:
    """Yield what a page must not hold: links that run or hide something, pictures from elsewhere, paragraphs without end."""
    if len(text) > LONGEST_PAGE:
        yield Problem(path, 1, f"a page of {len(text)} characters, more than {LONGEST_PAGE}", "make two of it")
        return
    line, blocks = 1, re.split(r"(\n[ \t]*\n)", text)
    for block in blocks:
        if len(block) > LONGEST_PARAGRAPH or block.count("[") > MOST_BRACKETS:
            yield Problem(path, line, f"a paragraph of {len(block)} characters with {block.count('[')} brackets",
                          f"at most {LONGEST_PARAGRAPH} and {MOST_BRACKETS}: make several of it")
            return
        line += block.count("\n")
    try:
        for words, message in _converted(text)[2]:
            yield Problem(path, text.count("\n", 0, max(text.find(words), 0)) + 1, message, "http, https, mailto, or an address on this site")
    except RecursionError:
        yield Problem(path, 1, "lists or quotations too deep inside each other", "flatten them")


class _Guard(Treeprocessor):
    """Takes out of a page what could run, and remembers it: the words it stood on, and what it was."""

    def run(self, root):
        self.md.refused = []
        for element in root.iter():
            for name, value in list(element.attrib.items()):
                if name in ADDRESSES and not _allowed(name, value) or name not in ATTRIBUTES:
                    words = "".join(element.itertext()).strip().split("\n")[0] or element.get("alt") or value
                    self.md.refused.append((words, f"{ADDRESSES.get(name, f'attribute {name}')}: {html.unescape(value)[:80]!r} is not allowed"))
                    del element.attrib[name]


def _allowed(name: str, value: str) -> bool:
    address = BLANKS.sub("", html.unescape(value.replace(AMPERSAND, "&")))
    scheme = SCHEME.match(address)
    return scheme[1].lower() in SCHEMES and name == "href" if scheme else name == "href" or not address.startswith(("//", "\\"))


@lru_cache(maxsize=64)  # checked first, then shown
def _converted(text: str) -> tuple[str, Markup, tuple[tuple[str, str], ...]]:
    title = re.search(r"^# (.+)$", text, re.M)
    reader = markdown.Markdown(extensions=["tables", "attr_list", "toc"], extension_configs={"tables": {"use_align_attribute": True}}, output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    reader.treeprocessors.register(_Guard(reader), "guard", -1)
    page = Markup(reader.convert(text))
    return title[1].strip() if title else "", page, tuple(getattr(reader, "refused", ()))
