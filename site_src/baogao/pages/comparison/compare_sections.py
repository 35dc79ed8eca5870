"""Two reports of an area part by part: which belong together, and what both say of an indicator.

The texts themselves are the reports'; `static/compare.js` takes them from there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from baogao.content.made_lately import made_lately
from baogao.corpus.corpus import by_key
from baogao.pages.comparison.section_alignment import ComparedPart, pairs
from baogao.records import Indicator, Mention, Reading

OPENING = "opening"
CHAPTER, SUBSECTION = 2, 3  # levels of headings


@dataclass(frozen=True, slots=True)
class Side:
    """A part of one report: its blocks from `first` up to `last`, of which there is at least one.

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
    def anchor(self) -> str:
        """Return where it begins on its report's page."""
        return self.reading.blocks[self.first].anchor

    @property
    def title(self) -> str:
        """Return the words of the heading."""
        heading = self.reading.blocks[self.first]
        return self.reading.report.text[heading.start : heading.end] if self.titled else ""

    @property
    def part(self) -> ComparedPart:
        """Return what pairs it."""
        blocks = self.reading.blocks[self.first + self.titled : self.last]
        text = self.reading.report.text[blocks[0].start : blocks[-1].end] if blocks else ""
        return ComparedPart(self.kind, self.title, text)


class Same(NamedTuple):
    """An indicator that both sides of a pair state, with the figures of each."""

    indicator: Indicator
    said: tuple[list[Mention], list[Mention]]


class SidePair(NamedTuple):
    """Two parts that belong together, or one that stands alone."""

    older: Side | None
    newer: Side | None

    @property
    def main(self) -> Side:
        """Return the part that the pair goes by: the newer report's, if there is one."""
        found = self.newer or self.older
        assert found, "a pair has a side"
        return found


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


def _opening(chapter: Side | None, below: Sequence[Side]) -> Side | None:
    """Return a chapter up to its first sub-section, if anything stands there."""
    if chapter is None or not below:
        return chapter
    return replace(chapter, last=below[0].first) if below[0].first > chapter.first else None


# --- pairs ----------------------------------------------------------------------------------------


@made_lately(2)  # each language's page asks for them
def sections(older: Reading, newer: Reading) -> list[list[SidePair]]:
    """Return the chapters of two reports in pairs, each followed by its sub-sections in pairs."""
    return list(_sections(older, newer))


def _sections(older: Reading, newer: Reading) -> Iterator[list[SidePair]]:
    for one, other in _paired(_chapters(older), _chapters(newer)):
        below = _subsections(one), _subsections(other)
        opening = SidePair(_opening(one, below[0]), _opening(other, below[1]))
        yield [*([opening] if any(opening) else []), *_paired(*below)]


def _paired(older: list[Side], newer: list[Side]) -> list[SidePair]:
    return [
        SidePair(None if i is None else older[i], None if j is None else newer[j])
        for i, j in pairs([side.part for side in older], [side.part for side in newer])
    ]


# --- what both say --------------------------------------------------------------------------------


def same(pair: SidePair, indicators: Mapping[str, Indicator]) -> Iterator[Same]:
    """Yield the indicators that both sides state, with what each says."""
    if pair.older is None or pair.newer is None:
        return
    older, newer = _figures(pair.older), _figures(pair.newer)
    for id, said in newer.items():
        if id in older and id in indicators:
            yield Same(indicators[id], (older[id], said))


def _figures(side: Side) -> dict[str, list[Mention]]:
    """Return the figures of a side by indicator, those of other areas aside."""
    found: dict[str, list[Mention]] = {}
    for at in range(side.first, side.last):
        for mention in side.figures.get(at, ()):
            if mention.figure.indicator and not mention.figure.area:
                found.setdefault(mention.figure.indicator, []).append(mention)
    return found
