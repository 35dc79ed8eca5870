"""The text of a PDF: its lines as printed, without page numbers and what heads every page."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

import pypdfium2

from baogao.received.not_taken import NotTaken
from baogao.received.same_in_print import SAME_IN_PRINT

FEWEST = 20  # characters of a page, on average: fewer are a scan's, or its stamps
EDGE = 2  # lines at the top and at the bottom of a page that may be on every one
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"[-—–－・·\s第]*\d{1,3}[-—–－・·\s页]*(?:[/共]\s*\d{1,3}\s*页?)?")
INDENT = "　　"
INDENTED = 0.9  # characters that a line is moved in: it begins a paragraph, or is centred
COLUMN = 6  # characters: a line that begins further to the right may be of another column
OF_A_COLUMN = 0.1  # of a page's lines, at least, begin where a column does


class Printed(NamedTuple):
    """A line as printed: where it begins, and how wide its first character is."""

    words: str
    left: float
    width: float

    @property
    def form(self) -> str:
        """The line as it is on every page, where only a number differs."""
        return DIGITS.sub("0", self.words)


def text_of(data: bytes) -> str:
    """Return the text of a PDF, a printed line a line; raise `NotTaken` where it has none."""
    try:
        document = pypdfium2.PdfDocument(data)
        pages = [list(_printed(page.get_textpage())) for page in document]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise NotTaken("encrypted: save it without a password") from None
        raise NotTaken("a PDF that cannot be read: save it anew") from None
    if sum(len(line.words) for page in pages for line in page) < FEWEST * len(pages):
        hint = "run a text recognition (OCR) over it first"
        raise NotTaken(f"a scanned PDF without text: {hint}")
    lines = chain.from_iterable(map(_indented, _without_edges(pages)))
    return "\n".join(lines).translate(SAME_IN_PRINT)


def _printed(page: pypdfium2.PdfTextPage) -> Iterator[Printed]:
    at = 0
    for line in page.get_text_range().split("\n"):
        if line.strip():
            left, _, right, _ = page.get_charbox(at, loose=True)
            yield Printed(line.strip(), left, right - left)
        at += len(line) + 1


def _indented(page: list[Printed]) -> Iterator[str]:
    """Yield the lines of a page, those that are moved in from their column with an indent."""
    width = max((line.width for line in page), default=0)
    margins = _margins(page, width)
    for line in page:
        moved = line.left - max(margin for margin in margins if margin <= line.left)
        yield INDENT + line.words if moved > INDENTED * width else line.words


def _margins(page: list[Printed], width: float) -> list[float]:
    """Return where the columns of a page begin, the first of them where its first line does."""
    margins: list[float] = []
    for left in sorted(line.left for line in page):
        here = sum(left <= line.left < left + width / 2 for line in page)
        is_far = not margins or left > margins[-1] + COLUMN * width
        if is_far and (not margins or here >= OF_A_COLUMN * len(page)):
            margins.append(left)
    return margins


def _without_edges(pages: list[list[Printed]]) -> Iterator[list[Printed]]:
    """Yield the pages without their numbers and what stands on most pages' edges."""
    edges = Counter(chain.from_iterable({line.form for line in _edge(page)} for page in pages))
    often = {form for form, times in edges.items() if times > 2 and times > len(pages) / 2}
    for page in pages:
        drop = {
            line for line in _edge(page) if line.form in often or PAGE_NUMBER.fullmatch(line.words)
        }
        yield [line for line in page if line not in drop]


def _edge(page: list[Printed]) -> list[Printed]:
    return [*page[:EDGE], *page[EDGE:][-EDGE:]]
