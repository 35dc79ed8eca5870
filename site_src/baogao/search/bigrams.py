"""A report's text as the search index wants it: overlapping pairs of characters as words, so that phrases are found exactly.

Words of Chinese cannot be told apart for certain; pairs can: `长三角` is the phrase `长三 三角`. One shadow is all that a report
says in one kind of section, so that a search loads little, and knows the kind without loading anything.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from baogao.records import Block, Mention, Reading

# Full-width letters, digits, percent sign, full stop and signs are read as half-width ones, as in the site's scripts.
NARROW = {
    code: code - 0xFEE0
    for code in range(0xFF01, 0xFF5F)
    if chr(code).isalnum() or chr(code) in "％．＋－"
}


@dataclass(frozen=True, slots=True)
class Shadow:
    """The HTML to index for one kind of section of one report; `html` anchors each block at its words."""

    report: str
    kind: str
    html: str


def shadows(reading: Reading) -> Iterator[Shadow]:
    """Yield a report's shadows, one for each kind of section that it has."""
    kinds = [
        reading.sections[block.section].kind if reading.sections else "opening"
        for block in reading.blocks
    ]
    for kind in dict.fromkeys(kinds):
        chosen = [i for i, own in enumerate(kinds) if own == kind]
        yield Shadow(reading.report.id, kind, _html(reading, chosen))


def words(text: str) -> str:
    """Return a text as the words that are indexed: each character with the next, the last alone, blanks left out."""
    seen = "".join(text.split()).translate(NARROW)
    return " ".join(seen[i : i + 2] for i in range(len(seen)))


def _html(reading: Reading, chosen: list[int]) -> str:
    text = reading.report.text
    body = "\n".join(_anchored(block, text) for block in (reading.blocks[i] for i in chosen))
    place = {block: nth for nth, block in enumerate(chosen)}
    figures = [_figure(place[m.block], m) for m in reading.mentions if m.block in place]
    said = json.dumps(figures, ensure_ascii=False, separators=(",", ":"))
    return (
        f'<html><head><meta charset="utf-8"><meta data-pagefind-meta="figures[content]" content="{escape(said)}"></head>'
        f"<body>{body}</body></html>"
    )


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
