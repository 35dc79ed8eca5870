"""What a search shows of a report: its headings and paragraphs, and the figures in each."""

from collections.abc import Iterator
from dataclasses import dataclass

from baogao.records import Figure, Mention, Reading

# Full-width letters, digits and signs are read as half-width ones, as the site's scripts read them
# in what is searched for (`static/phrases.js`).
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading or a paragraph, blanks left out, with the kind of section that it stands in.

    `folded` is its text in the one spelling that is searched: small letters, half-width forms.
    """

    anchor: str
    kind: str
    text: str
    folded: str
    figures: tuple[Mention, ...]

    def shown(self) -> list[object]:
        """Return the passage in the order that `static/search_index.js` reads."""
        return [self.anchor, self.kind, self.text, [_figure(one) for one in self.figures]]


def passages(reading: Reading) -> Iterator[Passage]:
    """Yield a report's headings and paragraphs in order."""
    figures: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        figures.setdefault(mention.block, []).append(mention)
    for number, block in enumerate(reading.blocks):
        kind = reading.sections[block.section].kind if reading.sections else "opening"
        text = "".join(reading.report.text[block.start : block.end].split())
        own = tuple(figures.get(number, ()))
        yield Passage(block.anchor, kind, text, text.lower().translate(NARROW), own)


def _figure(mention: Mention) -> list[str]:
    figure: Figure = mention.figure
    return [
        mention.anchor,
        figure.text,
        figure.label,
        figure.period,
        figure.status,
        figure.area,
    ]
