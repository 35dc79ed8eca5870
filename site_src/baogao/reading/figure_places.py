"""Where figures stand in a report: block, section, sentence, and the anchor of their number."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from baogao.content.reports.sentence_spans import sentence_spans
from baogao.reading.blocks import NumberPlace, anchor, numbers
from baogao.records import Block, Figure, Mention, Report


@dataclass(frozen=True, slots=True)
class Places:
    """The sentences of a report, and the places of all its numbers by their offsets."""

    report: Report
    blocks: tuple[Block, ...]
    spans: list[tuple[int, int]]
    number_at: dict[int, NumberPlace]
    numbers: list[int]
    span_starts: list[int]
    block_starts: list[int]

    @property
    def anchor_at(self) -> dict[int, str]:
        """Return the anchors of all numbers, by their offsets."""
        return {at: anchor(place) for at, place in self.number_at.items()}

    def mention(self, figure: Figure, nth: int = 0) -> Mention:
        """Return a figure in its place."""
        address = anchor(self.number_at[self._number_of(figure.start, figure.end)])
        block = bisect_right(self.block_starts, figure.start) - 1
        section = self.blocks[block].section
        return Mention(figure, address, *self.sentence(figure.start), block, section, nth=nth)

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the span of the sentence that an offset lies in."""
        return self.spans[bisect_right(self.span_starts, at) - 1]

    def anchor_of(self, start: int, end: int) -> str:
        """Return the anchor of the number that some words hold; "" where they hold none."""
        number = self._number_of(start, end) if self.numbers else -1
        return anchor(self.number_at[number]) if start <= number < end else ""

    def words_at(self, address: str, words: str) -> int | None:
        """Return where words stand that hold the number of an anchor; None where they do not."""
        for number, place in self.number_at.items():
            if anchor(place) == address:
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
    spans = [
        span for block in blocks for span in sentence_spans(report.text, block.start, block.end)
    ]
    number_at = numbers(report, spans)
    return Places(
        report,
        blocks,
        spans,
        number_at,
        sorted(number_at),
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
        out.append(replace(mention, nth=nth) if nth else mention)
        seen[mention.anchor] += 1
    return tuple(out)
