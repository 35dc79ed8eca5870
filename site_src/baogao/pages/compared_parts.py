"""Two reports of an area part by part, each text with its figures marked, and what both say of the same indicator."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from baogao.corpus import addresses
from baogao.corpus.corpus import by_key
from baogao.pages.fast_html import filled, joined
from baogao.pages.marked_text import merged
from baogao.pages.section_alignment import Part, pairs
from baogao.records import Block, Indicator, Mention, Reading

OPENING = "opening"


@dataclass(frozen=True, slots=True)
class Side:
    """A part of one report: its blocks from `first` up to `last`; of those, `heading` is the title's, if it has one."""

    reading: Reading
    first: int
    last: int
    kind: str
    titled: bool
    figures: Mapping[int, Sequence[Mention]]  # of the whole report, by block

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of the part."""
        return self.reading.blocks[self.first : self.last]

    @property
    def title(self) -> str:
        """Return the words of the heading."""
        return _words(self.reading, self.blocks[0]) if self.titled else ""

    @property
    def part(self) -> Part:
        """Return what pairs it."""
        return Part(
            self.kind,
            self.title,
            "\n".join(_words(self.reading, block) for block in self.blocks[self.titled :]),
        )


def sides(
    reading: Reading,
    level: int,
    figures: Mapping[int, Sequence[Mention]],
    first: int = 0,
    last: int | None = None,
) -> list[Side]:
    """Return the parts between two blocks that headings of a level open; what precedes the first heading is one, too."""
    last = len(reading.blocks) if last is None else last
    starts = [at for at in range(first, last) if reading.blocks[at].level == level]
    opening = [first] if first < last and first not in starts else []
    places = [*opening, *starts, last]
    return [
        Side(
            reading,
            start,
            end,
            _kind(reading, start, level),
            reading.blocks[start].level == level,
            figures,
        )
        for start, end in zip(places, places[1:])
    ]


def _kind(reading: Reading, start: int, level: int) -> str:
    block = reading.blocks[start]
    return (
        reading.sections[block.section].kind
        if block.level == level and reading.sections
        else OPENING
    )


def parts(
    older: Reading, newer: Reading, indicators: dict[str, Indicator], page: str
) -> list[dict]:
    """Return the chapters of two reports in pairs, in each the opening words and the sub-sections in pairs."""
    return [
        {
            **_pair(one, other, indicators, page, opening=True),
            "parts": [_pair(a, b, indicators, page) for a, b in _paired(_subs(one), _subs(other))],
        }
        for one, other in _paired(
            *(
                sides(reading, 2, by_key((m.block, m) for m in reading.mentions))
                for reading in (older, newer)
            )
        )
    ]


def _paired(older: list[Side], newer: list[Side]) -> list[tuple[Side | None, Side | None]]:
    return [
        (None if i is None else older[i], None if j is None else newer[j])
        for i, j in pairs([side.part for side in older], [side.part for side in newer])
    ]


def _subs(chapter: Side | None) -> list[Side]:
    """Return the sub-sections of a chapter; what precedes them stands with the chapter's title."""
    return (
        [
            side
            for side in sides(chapter.reading, 3, chapter.figures, chapter.first, chapter.last)
            if side.titled
        ]
        if chapter
        else []
    )


def _opening(chapter: Side) -> Side:
    subs = _subs(chapter)
    return Side(
        chapter.reading,
        chapter.first,
        subs[0].first if subs else chapter.last,
        chapter.kind,
        chapter.titled,
        chapter.figures,
    )


def _pair(
    older: Side | None,
    newer: Side | None,
    indicators: dict[str, Indicator],
    page: str,
    opening: bool = False,
) -> dict:
    two = [_opening(side) if side and opening else side for side in (older, newer)]
    main = two[1] or two[0]
    return {
        "anchor": main.blocks[0].anchor,
        "title": main.title,
        "kind": main.kind,
        "sides": [_shown(side, page) if side else None for side in two],
        "same": list(_same(*two, indicators, page)) if all(two) else [],
    }


def _shown(side: Side, page: str) -> dict:
    """Return a side as the template shows it: its heading and its paragraphs, each with the way to the reader page."""
    there = addresses.relative(page)(addresses.report(side.reading.report))
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
    """Return a block's words with its figures marked, each a link to itself on the reader page."""
    text, out, at = reading.report.text, [], block.start
    for group in merged(list(mentions)):
        first, end = group[0], max(m.figure.end for m in group)
        out += [
            escape(text[at : first.figure.start]),
            filled(
                '<a class="figure {}" href="{}#{}">{}</a>',
                first.figure.status,
                there,
                first.anchor,
                text[first.figure.start : end],
            ),
        ]
        at = end
    return joined([*out, escape(text[at : block.end])])


def _same(older: Side, newer: Side, indicators: dict[str, Indicator], page: str) -> Iterator[dict]:
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
    there = addresses.relative(page)(addresses.report(side.reading.report))
    found: dict[str, list[dict]] = {}
    for mention in (one for at in range(side.first, side.last) for one in side.figures.get(at, ())):
        if mention.figure.indicator and not mention.figure.area:
            found.setdefault(mention.figure.indicator, []).append(
                {
                    "text": mention.figure.text,
                    "status": mention.figure.status,
                    "address": f"{there}#{mention.anchor}",
                }
            )
    return found


def _words(reading: Reading, block: Block) -> str:
    return reading.report.text[block.start : block.end]
