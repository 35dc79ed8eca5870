"""Where figures stand in a report: block, section, sentence, and the anchor of their number."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from baogao.reading.blocks import anchors, sentences
from baogao.records import Block, Figure, Mention, Report


@dataclass(frozen=True, slots=True)
class Places:
    """The sentences of a report, and the anchors of all its numbers by their offsets."""

    report: Report
    blocks: tuple[Block, ...]
    spans: list[tuple[int, int]]
    anchor_at: dict[int, str]
    numbers: list[int]
    span_starts: list[int]
    block_starts: list[int]

    def mention(self, figure: Figure, nth: int = 0) -> Mention:
        """Return a figure in its place."""
        anchor = self.anchor_at[self._number_of(figure.start, figure.end)]
        block = bisect_right(self.block_starts, figure.start) - 1
        section = self.blocks[block].section
        return Mention(figure, anchor, *self.sentence(figure.start), block, section, nth=nth)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the span of the sentence that an offset lies in."""
        return self.spans[bisect_right(self.span_starts, at) - 1]

    def anchor_of(self, start: int, end: int) -> str:
        """Return the anchor of the number that some words hold; "" where they hold none."""
        number = self._number_of(start, end) if self.numbers else -1
        return self.anchor_at[number] if start <= number < end else ""

    def words_at(self, anchor: str, words: str) -> int | None:
        """Return where words stand that hold the number of an anchor; None where they do not."""
        for number, its in self.anchor_at.items():
            if its == anchor:
                return self._words_around(number, words)
        return None

    def _words_around(self, number: int, words: str) -> int | None:
        begin, end = self.sentence(number)
        at = self.report.text.find(words, begin, end)
        while at >= 0:
            if at <= number and self._number_of(at, at + len(words)) == number:
                return at
            at = self.report.text.find(words, at + 1, end)
        return None

    def _number_of(self, start: int, end: int) -> int:
        """Return where the number stands that words begin with, or hold ("第12位").

        Where they hold none, it is the one before them.
        """
        following = bisect_right(self.numbers, start - 1)
        if following < len(self.numbers) and self.numbers[following] < end:
            return self.numbers[following]
        return self.numbers[bisect_right(self.numbers, end - 1) - 1]


def places(report: Report, blocks: tuple[Block, ...]) -> Places:
    """Return the places of a report, whose blocks are given."""
    spans = [span for block in blocks for span in sentences(report.text, block.start, block.end)]
    anchor_at = anchors(report, spans)
    return Places(
        report,
        blocks,
        spans,
        anchor_at,
        sorted(anchor_at),
        [begin for begin, _ in spans],
        [block.start for block in blocks],
    )


def mentions(
    report: Report, blocks: tuple[Block, ...], found: Iterable[Figure]
) -> tuple[Mention, ...]:
    """Put every figure in its place; several of one number are its records, in their order."""
    there = places(report, blocks)
    out = []
    seen: Counter[str] = Counter()
    for figure in found:
        mention = there.mention(figure)
        nth = seen[mention.anchor]
        out.append(there.mention(figure, nth) if nth else mention)
        seen[mention.anchor] += 1
    return tuple(out)
