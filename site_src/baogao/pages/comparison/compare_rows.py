"""The rows of a comparison as HTML: there are a hundred and fifty, so they are no template loop.

What stands in every row is said once for all: how a cell looks is told by its column, what a row
can be chosen by from its cells and the group that it stands in (`static/compare.js`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from baogao.pages.comparison.compare_indicators import BOTH, OLDER, Cell, Row, targets_only_in
from baogao.pages.comparison.compare_sections import Same, Side, SidePair, same
from baogao.pages.fast_html import escaped
from baogao.records import Indicator, Mention

COMMA = "、"


@dataclass(frozen=True, slots=True)
class ComparisonRows:
    """Writes rows whose links lead to two reports' pages and to the indicators' below a folder.

    All strings in here are HTML: what content says goes through `escaped`; anchors and addresses
    have nothing to escape, and no quotes. No line is broken, as the break would be in a cell.
    """

    older: str
    newer: str
    indicators: str
    words: dict
    doubts: tuple[Markup, Markup]  # the marks of the reports, where their sources are doubtful

    # --- indicators -------------------------------------------------------------------------------

    def statements(self, rows: Iterable[Row]) -> Markup:
        """Return what both say of every indicator, in a group for each topic."""
        topics = groupby(rows, lambda row: row.indicator.topic)
        return Markup("").join(
            Markup(f'<tbody data-topic="{escaped(topic)}">' + "".join(map(self._row, group)))
            for topic, group in topics
        )

    def _row(self, row: Row) -> str:
        name = escaped(row.indicator.name)
        if row.there == BOTH:  # a reader goes on from here to all other years and places
            name = f"<a href={self.indicators}{row.indicator.id}/>{name}</a>"
        cells = (
            _cell(older, self.older) + _cell(newer, self.newer) + f"<td>{row.changes[status]}"
            for status, (older, newer) in row.cells.items()
        )
        return f"<tr><td>{name} <small>{escaped(row.measure)}</small>" + "".join(cells)

    def targets(self, rows: Iterable[Row], presence: str) -> Markup:
        """Return what only one of the reports promises, as a list's items."""
        report = self.older if presence == OLDER else self.newer
        return Markup("\n").join(
            Markup(
                f"<li>{escaped(row.indicator.name)} {escaped(row.measure)} "
                + COMMA.join(
                    f"{_link(value.anchor, value.text, report)}{value.doubt}" for value in values
                )
            )
            for row, values in targets_only_in(rows, presence)
        )

    # --- parts ------------------------------------------------------------------------------------

    def parts(
        self, chapters: Iterable[list[SidePair]], indicators: Mapping[str, Indicator]
    ) -> Markup:
        """Return the parts in pairs, a group for each chapter, and what both sides state."""
        lines: list[str] = []
        for chapter in chapters:
            lines.append("<tbody>")
            for pair in chapter:
                lines.append(self._titles(pair))
                lines += map(self._same, same(pair, indicators))
        return Markup("".join(lines))

    def _titles(self, pair: SidePair) -> str:
        older, newer = self._title(pair.older, self.older), self._title(pair.newer, self.newer)
        return f"<tr id={pair.main.anchor}><td>{older}<td>{newer}"

    def _title(self, side: Side | None, report: str) -> str:
        return _link(side.anchor, side.title or self.words["opening"], report) if side else ""

    def _same(self, found: Same) -> str:
        older, newer = found.said
        return (
            f"<tr class=same><td>{escaped(found.indicator.name)} {_figures(older, self.older)}"
            f"{self.doubts[0]}<td>{_figures(newer, self.newer)}{self.doubts[1]}"
        )


def _cell(cell: Cell, report: str) -> str:
    if not cell.values:
        return "<td>"
    return f"<td{cell.attributes}>" + " ".join(_values(cell, report))


def _values(cell: Cell, report: str) -> Iterator[str]:
    for value in cell.values:
        year = f" <small>{value.year}</small>" if value.year else ""
        yield f"{_link(value.anchor, value.text, report)}{year}{value.doubt}"


def _link(anchor: str, words: str, report: str) -> str:
    return f"<a href={report}#{anchor}>{escaped(words)}</a>"


def _figures(mentions: Iterable[Mention], report: str) -> str:
    return COMMA.join(_figure(mention, report) for mention in mentions)


def _figure(mention: Mention, report: str) -> str:
    look = " class=target" if mention.figure.status == "target" else ""
    return f"<a{look} href={report}#{mention.anchor}>{escaped(mention.figure.text)}</a>"
