"""A page whose lines were broken at one width, with a line for each paragraph again.

Furniture that stands between paragraphs goes on with none of them, and what stands above a report's
text is no text that could be broken.
"""

import re
from collections.abc import Iterator

from baogao.cleaning.scraped_posts import Recognised, is_furniture
from baogao.cleaning.typography import compact
from baogao.content.files.invisible_characters import Seen
from baogao.received.broken_lines import as_paragraphs

TEXT_BEGINS = re.compile(r"^[ \t\u3000]*(?:各位代表|一、)", re.M)
# No line ends with a bracket that opens, none begins with a mark that follows words: a link of
# the page's stood there.
TORN = re.compile(r"(?<=[（(“《])[ \t\u3000]*\n\s*|[ \t\u3000]*\n\s*(?=[，。；：、）)》”])")
ENDS = ("。", "！", "？", "”", "）")


def whole_lines(page: str, known: Recognised) -> str:
    """Return a page with its paragraphs whole; only white space differs."""
    apart = "\n".join(_apart(page.split("\n"), known))
    begin = TEXT_BEGINS.search(apart)
    whole = as_paragraphs(Seen(apart, apart), begin.start() if begin else 0).text
    return TORN.sub("", whole)


def _apart(lines: list[str], known: Recognised) -> Iterator[str]:
    """Yield the lines, blank ones around furniture behind a whole sentence."""
    before, was_furniture = "", False
    for line in lines:
        words = compact(line).translate(known.traditional)
        stands_apart = was_furniture or not before or before.endswith(ENDS)
        was_furniture = bool(words) and stands_apart and is_furniture(words, known.boilerplate)
        if was_furniture and before:
            yield ""
        yield line
        if was_furniture:
            yield ""
        before = words or before
