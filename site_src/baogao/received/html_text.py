"""The text of a page in HTML: the lines of the part that holds its prose, and what stands above.

What a page is made of tells its text apart from menus and lists of other pages: the prose lies
together in one element, and lists of links are links. What is left of furniture is known by its
words, which is not decided here.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree, html

SAVED_FROM = re.compile(rb"<!-- saved from url=\(\d{4}\)([!-~]+) -->")
# Nobody reads these on a page.
UNREAD = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "select",
        "button",
        "input",
        "textarea",
        "head",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
CELLS = frozenset(("td", "th"))
BETWEEN_CELLS = "　"
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
BLANKS = re.compile(r"[ \t\n\r\f]+")
PROSE = 40  # characters of a line that is no menu's
SHARE = 0.97  # of the prose lies in the element that holds the text
LINKED = 0.5  # of a line's characters are links: it leads elsewhere
TITLE = re.compile(r"工作报告|工作報告")
LONGEST_TITLE = 60
HEADINGS = frozenset(("h1", "h2", "h3"))
MOST_ABOVE = 30  # lines above the text that may say what it is


class Line(NamedTuple):
    """A line of a page, the elements around it, and how many characters of it are links."""

    words: str
    within: tuple[etree._Element, ...]
    linked: int

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence of some length, and not one that leads to another page."""
        return len(self.words) >= PROSE and not self.leads_away

    @property
    def leads_away(self) -> bool:
        """Whether it is mostly links."""
        return self.linked > LINKED * len(self.words)


def saved_from(page: bytes) -> str:
    """Return the address that a browser noted in a page that it saved; empty where none did."""
    noted = SAVED_FROM.search(page)
    return noted[1].decode() if noted else ""


def text_of(page: str) -> str:
    """Return the text of a page, a block a line."""
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = html.document_fromstring(page.encode("utf-8", "replace") or b"<p>", parser=parser)
    title = BLANKS.sub(" ", root.findtext(".//title") or "").strip()
    lines = _lines(root)
    main = _main(lines, root)
    begin = next((i for i, line in enumerate(lines) if main in line.within), 0)
    own = [line for line in lines[begin:] if main in line.within and not line.leads_away]
    above = [line for line in lines[:begin] if not line.leads_away]
    kept = [title, *(line.words for line in (*_heading(above), *own))]
    return "\n".join(words for words in kept if words)


def _main(lines: Iterable[Line], root: etree._Element) -> etree._Element:
    """Return the innermost element that holds nearly all prose."""
    held: Counter[etree._Element] = Counter()
    for line in lines:
        if line.is_prose:
            held.update(dict.fromkeys(line.within, len(line.words)))
    enough = SHARE * held[root]
    inside = [element for element, characters in held.items() if characters >= max(1, enough)]
    return max(inside, key=lambda element: len(list(element.iterancestors())), default=root)


def _heading(above: list[Line]) -> list[Line]:
    """Return the lines above the text that belong to it: from its title on."""
    near = above[-MOST_ABOVE:]
    titles = [
        i
        for i, line in enumerate(near)
        if (TITLE.search(line.words) and len(line.words) <= LONGEST_TITLE and not line.linked)
        or any(element.tag in HEADINGS for element in line.within)
    ]
    return near[titles[0] :] if titles else []


def _lines(root: etree._Element) -> list[Line]:
    """Return the lines of a page as people see them."""
    found = _Lines()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            found.begin(element)
            if _is_unread(element):
                walk.skip_subtree()
            else:
                found.add(element.text)
        else:
            found.end(element)
            if element is not root:
                found.add(element.tail)
    return found.lines


class _Lines:
    """The lines of a page, as its elements begin and end."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._linked = 0
        self._within: list[etree._Element] = []

    def begin(self, element: etree._Element) -> None:
        """Begin an element: a block begins a line; the cells of a table's row stand in one."""
        self._break_at(element)
        if element.tag in CELLS and self._words:
            self._words.append(BETWEEN_CELLS)
        self._within.append(element)

    def end(self, element: etree._Element) -> None:
        """End an element: a block ends a line."""
        self._break_at(element)
        self._within.pop()

    def add(self, text: str | None) -> None:
        """Add the text of the innermost element."""
        tags = {element.tag for element in self._within}
        for i, words in enumerate((text or "").split("\n")):
            if i and "pre" in tags:
                self._break()
            self._words.append(words if not i else f" {words}")
            self._linked += len(words.strip()) if "a" in tags else 0

    def _break_at(self, element: etree._Element) -> None:
        if element.tag in BLOCKS or (element.tag in CELLS and _holds_blocks(element)):
            self._break()

    def _break(self) -> None:
        if words := BLANKS.sub(" ", "".join(self._words)).strip():
            self.lines.append(Line(words, tuple(self._within), self._linked))
        self._words, self._linked = [], 0


def _is_unread(element: etree._Element) -> bool:
    return element.tag in UNREAD or bool(HIDDEN.search(element.get("style", "")))


def _holds_blocks(cell: etree._Element) -> bool:
    """Say whether a cell of a table is no datum, but lays out a part of the page."""
    return any(inside.tag in BLOCKS for inside in cell.iterdescendants())
