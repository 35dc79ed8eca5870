"""A report's text as it is indexed: pairs of characters, so that phrases are found exactly.

Words of Chinese cannot be told apart for certain; pairs can: `长三角` is the phrase `长三 三角`.
One document is all that a report says in one kind of section: a search loads little, and knows the
kind without loading anything.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from baogao.records import Block, Mention, Reading

# Full-width letters, digits, percent sign, full stop and signs are read as half-width ones, as the
# site's scripts read them in what is searched for.
NARROW = {
    code: code - 0xFEE0
    for code in range(0xFF01, 0xFF5F)
    if chr(code).isalnum() or chr(code) in "％．＋－"
}


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed of one kind of section of one report, as HTML with each block's anchor."""

    report: str
    kind: str
    html: str


def documents(reading: Reading) -> Iterator[Document]:
    """Yield a report's documents, one for each kind of section that it has."""
    kinds = [
        reading.sections[block.section].kind if reading.sections else "opening"
        for block in reading.blocks
    ]
    for kind in dict.fromkeys(kinds):
        chosen = [number for number, own in enumerate(kinds) if own == kind]
        yield Document(reading.report.id, kind, _html(reading, chosen))


def words(text: str) -> str:
    """Return a text as the words that are indexed, blanks left out: `长三角` is `长三 三角 角`."""
    seen = "".join(text.split()).translate(NARROW)
    return " ".join(seen[i : i + 2] for i in range(len(seen)))


def _html(reading: Reading, chosen: list[int]) -> str:
    """Return the blocks of some numbers, and what a search shows of the figures in them."""
    text = reading.report.text
    body = "\n".join(_anchored(reading.blocks[number], text) for number in chosen)
    place = {number: nth for nth, number in enumerate(chosen)}
    figures = [_figure(place[m.block], m) for m in reading.mentions if m.block in place]
    content = escape(json.dumps(figures, ensure_ascii=False, separators=(",", ":")))
    meta = f'<meta data-pagefind-meta="figures[content]" content="{content}">'
    return f'<html><head><meta charset="utf-8">{meta}</head><body>{body}</body></html>'


def _anchored(block: Block, text: str) -> str:
    return f'<span id="{block.anchor}"></span> {escape(words(text[block.start : block.end]))}'


def _figure(block: int, mention: Mention) -> list[object]:
    """Return what a search shows of a figure, in the order that `static/search_index.js` reads."""
    figure = mention.figure
    return [
        block,
        mention.anchor,
        figure.text,
        figure.label,
        figure.period,
        figure.status,
        figure.area,
    ]
