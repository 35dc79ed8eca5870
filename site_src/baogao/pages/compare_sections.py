"""Two reports of an area part by part: both texts, and what both say of the same indicator."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from baogao.corpus import addresses
from baogao.corpus.corpus import by_key
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.marked_text import merged
from baogao.pages.section_alignment import ComparedPart, pairs
from baogao.records import Block, Indicator, Mention, Reading

OPENING = "opening"
CHAPTER, SUBSECTION = 2, 3  # levels of headings


@dataclass(frozen=True, slots=True)
class Side:
    """A part of one report: its blocks from `first` up to `last`.

    `titled` says whether the first block is its heading; `figures` are those of the whole report,
    by block.
    """

    reading: Reading
    first: int
    last: int
    kind: str
    titled: bool
    figures: Mapping[int, Sequence[Mention]]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of the part."""
        return self.reading.blocks[self.first : self.last]

    @property
    def title(self) -> str:
        """Return the words of the heading."""
        return _words(self.reading, self.blocks[0]) if self.titled else ""

    @property
    def part(self) -> ComparedPart:
        """Return what pairs it."""
        texts = [_words(self.reading, block) for block in self.blocks[self.titled :]]
        return ComparedPart(self.kind, self.title, "\n".join(texts))

    @property
    def report_address(self) -> str:
        """Return the address of its report."""
        return addresses.report(self.reading.report)


def _words(reading: Reading, block: Block) -> str:
    return reading.report.text[block.start : block.end]


# --- parts of a report ----------------------------------------------------------------------------


def _chapters(reading: Reading) -> list[Side]:
    figures = by_key((mention.block, mention) for mention in reading.mentions)
    return sides(reading, CHAPTER, figures, 0, len(reading.blocks))


def sides(
    reading: Reading,
    level: int,
    figures: Mapping[int, Sequence[Mention]],
    first: int,
    last: int,
) -> list[Side]:
    """Return the parts between two blocks that headings of a level open.

    What precedes the first heading is a part, too.
    """
    starts = [at for at in range(first, last) if reading.blocks[at].level == level]
    if first < last and first not in starts:
        starts.insert(0, first)
    return [_side(reading, start, end, level, figures) for start, end in pairwise([*starts, last])]


def _side(
    reading: Reading, start: int, end: int, level: int, figures: Mapping[int, Sequence[Mention]]
) -> Side:
    block = reading.blocks[start]
    titled = block.level == level
    kind = reading.sections[block.section].kind if titled and reading.sections else OPENING
    return Side(reading, start, end, kind, titled, figures)


def _subsections(chapter: Side | None) -> list[Side]:
    """Return the sub-sections of a chapter; what precedes them stands with the chapter's title."""
    if chapter is None:
        return []
    parts = sides(chapter.reading, SUBSECTION, chapter.figures, chapter.first, chapter.last)
    return [side for side in parts if side.titled]


def _opening(chapter: Side | None) -> Side | None:
    """Return a chapter up to its first sub-section."""
    if chapter is None:
        return None
    below = _subsections(chapter)
    last = below[0].first if below else chapter.last
    return Side(chapter.reading, chapter.first, last, chapter.kind, chapter.titled, chapter.figures)


# --- pairs ----------------------------------------------------------------------------------------

SidePair = tuple[Side | None, Side | None]


def sections(
    older: Reading, newer: Reading, indicators: Mapping[str, Indicator], page: str
) -> list[dict]:
    """Return the chapters of two reports in pairs, each with its sub-sections in pairs."""
    return [
        {
            **_pair(_opening(one), _opening(other), indicators, page),
            "parts": [
                _pair(a, b, indicators, page)
                for a, b in _paired(_subsections(one), _subsections(other))
            ],
        }
        for one, other in _paired(_chapters(older), _chapters(newer))
    ]


def _paired(older: list[Side], newer: list[Side]) -> list[SidePair]:
    return [
        (None if i is None else older[i], None if j is None else newer[j])
        for i, j in pairs([side.part for side in older], [side.part for side in newer])
    ]


def _pair(
    older: Side | None, newer: Side | None, indicators: Mapping[str, Indicator], page: str
) -> dict:
    """Return a pair as the template shows it; it goes by the title of the newer report."""
    there = [side for side in (newer, older) if side]
    main = there[0]
    return {
        "anchor": main.blocks[0].anchor,
        "title": main.title,
        "kind": main.kind,
        "sides": [_shown(side, page) if side else None for side in (older, newer)],
        "same": list(_same(older, newer, indicators, page)) if older and newer else [],
    }


def _shown(side: Side, page: str) -> dict:
    """Return a side's heading and paragraphs, each with the way to the report's page."""
    there = addresses.relative(page)(side.report_address)
    texts = [
        {
            "address": f"{there}#{block.anchor}",
            "level": block.level,
            "html": _html(side.reading, block, side.figures.get(at, ()), there),
        }
        for at, block in enumerate(side.blocks, side.first)
    ]
    return {"heading": texts[0] if side.titled else None, "texts": texts[side.titled :]}


def _html(reading: Reading, block: Block, mentions: Sequence[Mention], there: str) -> Markup:
    """Return a block's words with its figures, each a link to itself on the report's page."""
    text, at = reading.report.text, block.start
    out: list[Markup] = []
    for group in merged(list(mentions)):
        first, end = group[0], max(mention.figure.end for mention in group)
        words = text[first.figure.start : end]
        out.append(escape(text[at : first.figure.start]))
        out.append(_figure_link(first, there, words))
        at = end
    return join_html([*out, escape(text[at : block.end])])


def _figure_link(mention: Mention, there: str, words: str) -> Markup:
    template = '<a class="figure {}" href="{}#{}">{}</a>'
    return fill_html(template, mention.figure.status, there, mention.anchor, words)


# --- what both say --------------------------------------------------------------------------------


def _same(
    older: Side, newer: Side, indicators: Mapping[str, Indicator], page: str
) -> Iterator[dict]:
    """Yield the indicators that both sides state, with what each says."""
    said = [_figures(side, page) for side in (older, newer)]
    for id in said[1]:
        if id in said[0] and id in indicators:
            yield {
                "name": indicators[id].zh,
                "address": addresses.indicator(id),
                "said": [figures[id] for figures in said],
            }


def _figures(side: Side, page: str) -> dict[str, list[dict]]:
    """Return the figures of a side by indicator, those of other areas aside."""
    there = addresses.relative(page)(side.report_address)
    found: dict[str, list[dict]] = {}
    for at in range(side.first, side.last):
        for mention in side.figures.get(at, ()):
            figure = mention.figure
            if figure.indicator and not figure.area:
                shown = {
                    "text": figure.text,
                    "status": figure.status,
                    "address": f"{there}#{mention.anchor}",
                }
                found.setdefault(figure.indicator, []).append(shown)
    return found
