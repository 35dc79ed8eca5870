"""A report's text as HTML: figures and terms marked where they stand, leads, editor's notes."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from markupsafe import Markup

from baogao.content.vocabulary.glossary import Use
from baogao.corpus.corpus import by_key
from baogao.pages.fast_html import as_markup, attribute, fill_html, join_html
from baogao.pages.reports import marks
from baogao.records import Block, Mention, Note, Reading

OPENING = "opening"  # the kind of what belongs to no section
# An encoding in which a Han character takes two bytes and a Latin one takes one.
HALF_WIDTHS = "gb18030"


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block as the page shows it.

    `kind` is its section's; `width` that of its words in one line, in halves of a Han character,
    from which its height is told before it is laid out.
    """

    tag: str
    anchor: str
    html: Markup
    kind: str
    width: int


class _Insert(NamedTuple):
    """Markup to put into the text.

    In one place what closes comes first, then a note, then what opens: a note stands between two
    figures.
    """

    offset: int
    order: int
    markup: Markup


BLOCK_START, CLOSING, NOTE, OPENING_MARK = range(4)
PLACE = itemgetter(0, 1)  # of an insert
LINK_END = Markup("</a>")


@dataclass(frozen=True, slots=True)
class _Marks:
    """All that stands in a report's text, by block, and the earlier ids of what stands there."""

    reading: Reading
    mentions: Mapping[int, Sequence[Mention]]
    uses: Mapping[int, Sequence[Use]]
    moved: Mapping[str, Sequence[str]]
    note_label: str
    growing: Container[str]  # anchors of figures that are a growth
    term: str  # the beginning of the address of a term's explanation

    def html(self, index: int) -> Markup:
        """Return a block's words with everything marked in them; all else is escaped."""
        text, block = self.reading.report.text, self.reading.blocks[index]
        out: list[object] = []
        at = block.start
        for offset, _, markup in sorted(self._inserts(index), key=PLACE):
            out += [text[at:offset], markup]
            at = offset
        return join_html([*out, text[at : block.end]])

    def _inserts(self, index: int) -> Iterator[_Insert]:
        block, uses = self.reading.blocks[index], self.uses.get(index, ())
        groups = merged(self.mentions.get(index, ()))
        if block.anchor in self.moved:
            yield _Insert(block.start, BLOCK_START, _ids(self.moved[block.anchor]))
        for group in groups:
            yield from self._figure(group)
        for use in uses:
            yield _Insert(use.start, OPENING_MARK, _link(self.term + use.term.id))
            yield _Insert(use.end, CLOSING, LINK_END)
        if block.lead > block.start:
            yield _Insert(block.start, BLOCK_START, Markup("<b>"))
            yield _Insert(block.lead, BLOCK_START, Markup("</b>"))
        if notes := self._notes(index):
            links = [*map(span, groups), *((use.start, use.end) for use in uses)]
            for number, note in notes:
                offset = max(block.start, min(_behind(note, links), block.end))
                yield _Insert(offset, NOTE, self._note(number, note))

    def _figure(self, group: Sequence[Mention]) -> Iterator[_Insert]:
        """Yield the link around a figure, in which its further anchors are places to arrive at.

        It leads to itself: that is the figure's address.
        """
        anchor = group[0].anchor
        opening = as_markup(f"<a id={anchor} href=#{anchor}{marks.attribute(group, self.growing)}>")
        if len(group) > 1 or self.moved:
            own = dict.fromkeys(mention.anchor for mention in group)
            earlier = [old for other in own for old in self.moved.get(other, ())]
            opening += _ids([*(other for other in own if other != anchor), *earlier])
        start, end = span(group)
        yield _Insert(start, OPENING_MARK, opening)
        yield _Insert(end, CLOSING, LINK_END)

    def _notes(self, index: int) -> list[tuple[int, Note]]:
        """Return the notes on a block with their numbers; what was removed behind it is one."""
        if not self.reading.notes:
            return []
        blocks = self.reading.blocks
        start = blocks[index].start
        if index + 1 < len(blocks):
            following = blocks[index + 1].start
        else:
            following = len(self.reading.report.text) + 1
        return [
            (number, note)
            for number, note in enumerate(self.reading.notes, 1)
            if start <= note.start < following
        ]

    def _note(self, number: int, note: Note) -> Markup:
        return fill_html(
            '<sup class="note"><a id="note-{0}" href="#notes-{0}" title="{1}">{2}</a></sup>',
            number,
            note.why,
            self.note_label.format(number=number),
        )


def shown_blocks(
    reading: Reading,
    note_label: str,
    terms: Iterable[tuple[int, Use]] = (),
    moved: Mapping[str, Sequence[str]] | None = None,
    term: str = "#",
    growing: Container[str] = (),
) -> Iterator[ShownBlock]:
    """Yield the report's blocks with everything marked in them.

    `note_label` is what an editor's note is called in the text (`注{number}`), `terms` are the uses
    to mark, each with its block's index, `moved` the earlier ids of what stands there now, `term`
    the beginning of the address of a term's explanation, `growing` the anchors of what is a growth.
    """
    mentions = by_key((mention.block, mention) for mention in reading.mentions)
    shown = _Marks(reading, mentions, by_key(terms), moved or {}, note_label, growing, term)
    for index, block in enumerate(reading.blocks):
        words = reading.report.text[block.start : block.end]
        yield ShownBlock(
            tag=f"h{block.level}" if block.level else "p",
            anchor=block.anchor,
            html=shown.html(index),
            kind=_kind(reading, block),
            width=len(words.encode(HALF_WIDTHS)),
        )


@lru_cache(maxsize=1000)  # the same terms are used in many reports
def _link(address: str) -> Markup:
    return fill_html("<a{}>", attribute("href", address))


def _kind(reading: Reading, block: Block) -> str:
    return reading.sections[block.section].kind if reading.sections else OPENING


def _ids(anchors: Iterable[str]) -> Markup:
    """Return further places to arrive at."""
    return join_html(fill_html('<span id="{}"></span>', anchor) for anchor in anchors)


def _behind(note: Note, links: Iterable[tuple[int, int]]) -> int:
    """Return where a note's mark stands: behind the changed words, never inside a link."""
    return next((end for start, end in links if start < note.end < end), note.end)


# --- figures as marks -----------------------------------------------------------------------------


def merged(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Group mentions whose words overlap: several records of one number are one mark."""
    groups: list[list[Mention]] = []
    end = 0
    for mention in sorted(mentions, key=lambda m: (m.figure.start, -m.figure.end)):
        if groups and mention.figure.start < end:
            groups[-1].append(mention)
            end = max(end, mention.figure.end)
        else:
            groups.append([mention])
            end = mention.figure.end
    return groups


def span(group: Sequence[Mention]) -> tuple[int, int]:
    """Return where a mark begins and ends."""
    return group[0].figure.start, max(mention.figure.end for mention in group)


def figure_kinds(reading: Reading) -> Counter[str]:
    """Return how many figures of each status, kind and knowledge a report has."""
    return Counter(trait for mention in reading.mentions for trait in marks.kinds([mention]))


def row_id(anchor: str, nth: int = 0) -> str:
    """Return the id of a figure's row in the table; further records of one number count on."""
    return f"r-{anchor[2:]}" + (f"-{nth}" if nth else "")


def numbered_mentions(reading: Reading) -> Iterator[tuple[str, Mention]]:
    """Yield every mention with the id of its row."""
    for anchor, group in groupby(reading.mentions, key=lambda mention: mention.anchor):
        for nth, mention in enumerate(group):
            yield row_id(anchor, nth), mention
