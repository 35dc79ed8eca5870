"""A report's sentences, each with where it stands, and how much of it looks back and ahead.

Headings are listed with the sentences, as their words count; where sentences are counted they are
none.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from baogao.content.made_lately import made_lately
from baogao.content.reports.sentence_spans import sentence_spans, spoken
from baogao.content.vocabulary.section_kinds import LOOKING_AHEAD, LOOKING_BACK, OPENING
from baogao.record_decorator import record
from baogao.records import Block, Reading


@record
class Sentence:
    """A sentence or a heading: its number in the report, its paragraph's, and what it holds.

    `characters` are those that are no blanks; `figures` are the records of all its numbers.
    """

    number: int
    start: int
    end: int
    position: int
    block: Block
    kind: str
    characters: int
    figures: int
    targets: int


@record
class Extent:
    """How much there is of a report, or of what looks back or ahead in it."""

    characters: int
    sentences: int
    with_figures: int


@made_lately(30)  # an area's reports are counted one after the other, in several ways
def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Return a report's headings and sentences in order, but those of punctuation alone."""
    return tuple(_sentences(reading))


def _sentences(reading: Reading) -> Iterator[Sentence]:
    text = reading.report.text
    figures = Counter(mention.sentence_start for mention in reading.mentions)
    targets = Counter(
        mention.sentence_start for mention in reading.mentions if mention.figure.status == "target"
    )
    starts = [section.start for section in reading.sections]
    number = 0
    for position, block in enumerate(reading.blocks):
        for start, end in sentence_spans(text, block.start, block.end):
            words = "".join(text[start:end].split())
            if any(map(str.isalnum, words)):
                section = max(0, bisect_right(starts, start) - 1)  # a paragraph may turn to another
                yield Sentence(
                    number,
                    start,
                    end,
                    position,
                    block,
                    kind_of(reading, section),
                    len(words),
                    figures[start],
                    targets[start],
                )
                number += 1


def spoken_sentences(reading: Reading) -> list[str]:
    """Return the letters and digits of a report's headings and sentences, in order."""
    text = reading.report.text
    return [spoken(text[one.start : one.end]) for one in sentences(reading)]


def kind_of(reading: Reading, section: int) -> str:
    """Return the kind of a section by its number."""
    return reading.sections[section].kind if reading.sections else OPENING


@made_lately(30)
def characters_by_kind(reading: Reading) -> dict[str, int]:
    """Return how many characters a report's sections of each kind have, headings too."""
    found: Counter[str] = Counter()
    for one in sentences(reading):
        found[one.kind] += one.characters
    return dict(found)


def extents(found: Iterable[Sentence]) -> tuple[Extent, Extent, Extent]:
    """Return how much there is in all, of what looks back, and of what looks ahead.

    An appendix does neither.
    """
    listed = list(found)
    back = [one for one in listed if one.kind in LOOKING_BACK]
    ahead = [one for one in listed if one.kind in LOOKING_AHEAD]
    return _extent(listed), _extent(back), _extent(ahead)


def _extent(found: list[Sentence]) -> Extent:
    told = [one for one in found if not one.block.level]
    return Extent(
        sum(one.characters for one in found), len(told), sum(one.figures > 0 for one in told)
    )
