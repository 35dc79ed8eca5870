"""Where the parts of a report begin: at headings, short lines, and opening sentences."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from baogao.content.vocabulary.vocabulary import Vocabulary

HANZI = "一二三四五六七八九十"
NUMERALS = {numeral: count for count, numeral in enumerate(HANZI, 1)}
COUNTED = re.compile(r"([三四五六])年")
TOP = 2  # level of 一、 and of a newspaper's line
TERM = 5  # years of a government: 五年来 opens a part, 四年来 only its paragraph
HEADING = re.compile(r"(?P<marks>#(?<=^#)#{0,3}) +(?P<title>[^\n]+)$", re.M)
# 2026年政府工作报告: the title of the whole, which opens no part
WHOLE = re.compile(r"工作报告 ?(?:\([^()]*\))?$")
# In a scraped text a heading runs into what follows; its number after the end of a sentence tells
# it: …。二、2020年工作安排, …。(三)深化改革. (The numeral stands in front of what must precede it:
# so it is found quickly.)
RUN_IN = re.compile(
    rf"""
    (?P<title>
      [{HANZI}(] (?: (?<=^.) | (?<=[。!?\n ”].) )
      (?: (?<!\() [{HANZI}]{{0,2}} (?P<first> 、 ) (?! [{HANZI}]{{1,3}} [、产] ) # no 一、二、三产业
        | (?<=\() [{HANZI}]{{1,3}} \)
      )
      [^\n。]{{2,48}}
    )
    """,
    re.M | re.VERBOSE,
)
# On a newspaper's page a short line of its own opens a part.
LINE = re.compile(
    r"""
    \n\ *
    (?P<title> [^\n。;,#( ] [^\n。;,、] [^\n。;,]{1,22} )
    \ * (?= \n | \Z )
    """,
    re.VERBOSE,
)


class Mark(NamedTuple):
    """Where a part begins: `by` heading, line (a newspaper's) or opener (a sentence).

    Or, `by` end, where the paragraph of an opener ends.
    """

    at: int
    level: int
    title: str
    by: str

    @property
    def ends_soon(self) -> bool:
        """Whether an opener speaks of some years, and so of no more than its paragraph: 四年来."""
        length = named_years(self.title) if self.by == "opener" else 0
        return length not in (0, TERM)


def named_years(title: str) -> int:
    """Return how many years a title speaks of (五年来: 5), or 0."""
    counted = COUNTED.search(title)
    return NUMERALS[counted[1]] if counted else 0


def found_marks(text: str, start: int, vocabulary: Vocabulary) -> list[Mark]:
    """Return where parts begin, in order; a heading before what else begins there."""
    led = "\n" + text  # a line and an opener stand behind the end of another
    found = list(_headings(text, start)) or [*_run_in(text, start), *_lines(led, start)]
    found += _openers(led, start, vocabulary)
    found += [
        Mark(text.find("\n", mark.at) % (len(text) + 1), 4, "", "end")
        for mark in found
        if mark.by == "opener"
    ]
    return sorted(found, key=lambda mark: (mark.at, mark.by))


def _headings(text: str, start: int) -> Iterator[Mark]:
    for found in HEADING.finditer(text, start):
        title = found["title"].strip()
        if not WHOLE.search(title):
            yield Mark(found.start(), len(found["marks"]), title, "heading")


def _run_in(text: str, start: int) -> Iterator[Mark]:
    for found in RUN_IN.finditer(text, start):
        yield Mark(found.start("title"), 2 if found["first"] else 3, found["title"], "heading")


def _lines(led: str, start: int) -> Iterator[Mark]:
    for found in LINE.finditer(led, start):
        yield Mark(found.start("title") - 1, 2, found["title"].strip(), "line")


def _openers(led: str, start: int, vocabulary: Vocabulary) -> Iterator[Mark]:
    for _, opener in vocabulary.openers:
        for found in opener.finditer(led, start):
            yield Mark(found.start("opener") - 1, 4, found["opener"], "opener")
