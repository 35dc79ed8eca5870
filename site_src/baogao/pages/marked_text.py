"""A report's text as HTML: figures and terms marked where they stand, leads, editor's notes, permanent anchors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from baogao.content.glossary import Use
from baogao.pages.fast_html import filled, joined
from baogao.records import Block, Mention, Note, Reading


@dataclass(frozen=True, slots=True)
class Part:
    """A block as the page shows it."""

    tag: str
    anchor: str
    html: Markup
    kind: str  # of its section
    width: int  # of its words in one line, in halves of a Han character: its height is told from it before it is laid out


def parts(
    reading: Reading, terms: Iterable[tuple[int, Use]] = (), moved: Mapping[str, Sequence[str]] = {}
) -> Iterator[Part]:
    """Yield the report's blocks with everything marked in them.

    `terms` are the uses to mark, each with its block's index; `moved` are the earlier ids of what stands there now.
    """
    uses: dict[int, list[Use]] = {}
    for i, use in terms:
        uses.setdefault(i, []).append(use)
    by_block: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        by_block.setdefault(mention.block, []).append(mention)
    numbered = list(enumerate(reading.notes, 1))
    for i, block in enumerate(reading.blocks):
        following = (
            reading.blocks[i + 1].start
            if i + 1 < len(reading.blocks)
            else len(reading.report.text) + 1
        )
        notes = [(n, note) for n, note in numbered if block.start <= note.start < following]
        kind = reading.sections[block.section].kind if reading.sections else "opening"
        yield Part(
            f"h{block.level}" if block.level else "p",
            block.anchor,
            _html(reading.report.text, block, by_block.get(i, []), notes, uses.get(i, []), moved),
            kind,
            len(reading.report.text[block.start : block.end].encode("gb18030")),
        )


def _html(
    text: str,
    block: Block,
    mentions: list[Mention],
    notes: list[tuple[int, Note]],
    uses: list[Use],
    moved: Mapping[str, Sequence[str]],
) -> Markup:
    """Splice the marks into the words; everything else is escaped. In one place a note stands between two figures."""
    groups = merged(mentions)
    inserts = [(block.start, 0, _ids(moved.get(block.anchor, ())))]
    inserts += [insert for group in groups for insert in _marks(group, moved)]
    for use in uses:
        inserts += [
            (use.start, 3, filled('<a class="term" href="#{}">', use.term.id)),
            (use.end, 1, Markup("</a>")),
        ]
    links = [(group[0].figure.start, max(m.figure.end for m in group)) for group in groups] + [
        (use.start, use.end) for use in uses
    ]
    inserts += [
        (max(block.start, min(_after(note, links), block.end)), 2, _note_mark(n, note))
        for n, note in notes
    ]
    if block.lead > block.start:
        inserts += [
            (block.start, 0, Markup('<strong class="lead">')),
            (block.lead, 0, Markup("</strong>")),
        ]
    out, at = [], block.start
    for offset, _, markup in sorted(inserts, key=lambda insert: insert[:2]):
        out += [escape(text[at:offset]), markup]
        at = offset
    return joined([*out, escape(text[at : block.end])])


def merged(mentions: list[Mention]) -> list[list[Mention]]:
    """Group mentions whose words overlap: several records of one number are one mark."""
    groups: list[list[Mention]] = []
    for mention in sorted(mentions, key=lambda m: (m.figure.start, -m.figure.end)):
        if groups and mention.figure.start < max(m.figure.end for m in groups[-1]):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _marks(
    group: list[Mention], moved: Mapping[str, Sequence[str]]
) -> list[tuple[int, int, Markup]]:
    first = group[0]
    end = max(m.figure.end for m in group)
    opening = filled(
        '<a class="figure {}" id="{}" href="#{}">',
        " ".join(classes(group)),
        first.anchor,
        row_id(first.anchor),
    )
    own = dict.fromkeys(m.anchor for m in group)
    ids = _ids(
        [
            *(a for a in own if a != first.anchor),
            *(old for anchor in own for old in moved.get(anchor, ())),
        ]
    )
    return [(first.figure.start, 3, opening + ids), (end, 1, Markup("</a>"))]


def _ids(anchors: Sequence[str]) -> Markup:
    """Return further places to arrive at."""
    return joined(filled('<span id="{}"></span>', anchor) for anchor in anchors)


def classes(group: list[Mention]) -> tuple[str, str, str]:
    """Return what a mark shows of its figures: status and kind of the first, and whether an indicator is known."""
    figure = group[0].figure
    return (
        figure.status,
        figure.kind,
        "known" if any(m.figure.indicator for m in group) else "unknown",
    )


def marked_kinds(reading: Reading) -> Counter[str]:
    """Return how many marks of each status, kind and knowledge the text has."""
    return Counter(name for group in merged(list(reading.mentions)) for name in classes(group))


def _after(note: Note, links: list[tuple[int, int]]) -> int:
    """Return where a note's mark stands: behind the changed words, never inside a figure or a term."""
    return next((end for start, end in links if start < note.end < end), note.end)


def _note_mark(number: int, note: Note) -> Markup:
    return filled(
        '<sup class="note"><a id="note-{0}" href="#notes-{0}" title="{1}">注{0}</a></sup>',
        number,
        note.why,
    )


def row_id(anchor: str, nth: int = 0) -> str:
    """Return the id of a figure's row in the table; further records of one number count on."""
    return f"r-{anchor[2:]}" + (f"-{nth}" if nth else "")


def rows(reading: Reading) -> Iterator[tuple[str, Mention]]:
    """Yield every mention with the id of its row."""
    for anchor, group in groupby(reading.mentions, key=lambda m: m.anchor):
        for nth, mention in enumerate(group):
            yield row_id(anchor, nth), mention
