"""A chart with all that a page shows of it: the drawing's specification, its words, its table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from baogao.charts.chart_words import quantity, sentence
from baogao.charts.lanes import Lane, Mark, lane_drawing
from baogao.charts.live import live
from baogao.charts.shapes import Drawing
from baogao.records import Observation

Href = Callable[[Observation], str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table beside a chart, and where its sentence is."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart for a page: `svg.render(chart.spec)` draws it, and `drawn_from` is all that the drawing depends on; `alt` states what it shows, in words.

    `id` is its own in the whole site; `rows` are the table beside it, one cell a column; `live` is what
    a browser needs to make the drawing answer.
    """

    id: str
    title: str
    question: str
    alt: str
    drawing: Drawing
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    live: dict

    @property
    def spec(self) -> dict:
        """Return the Vega-Lite specification."""
        return self.drawing.specification() | {
            "name": f"chart-{self.id}",
            "description": self.alt,
            "usermeta": {"title": self.title},
        }

    @property
    def drawn_from(self) -> tuple:
        """Return what makes the drawing another where it is another: known without Altair."""
        return self.id, self.title, self.alt, self.drawing.y, self.drawing.shapes


def chart(
    id: str,
    title: str,
    question: str,
    alt: str,
    lanes: Sequence[Lane],
    columns: tuple[str, str, str],
    stacked: bool = False,
) -> tuple[Chart, ...]:
    """Return the chart of these lanes, or none for fewer than two; columns: subject, reached, promised.

    A lane with nothing to draw stands in the table only.
    """
    drawn = [lane for lane in lanes if lane.drawn]
    if len(drawn) < 2:
        return ()
    drawing = lane_drawing(drawn, columns[1:], stacked)
    rows = tuple((Cell(lane.title), _cell(lane.reached), _cell(lane.promised)) for lane in lanes)
    shown = [place for place in range(3) if any(row[place].text for row in rows)]
    return (
        Chart(
            id,
            title,
            question,
            alt,
            drawing,
            tuple(columns[place] for place in shown),
            tuple(tuple(row[place] for place in shown) for row in rows),
            live(drawing, lanes, columns),
        ),
    )


def mark(name: str, seen: Observation | None, href: Href) -> Mark | None:
    """Return an observation as a mark that leads to its sentence."""
    if seen is None:
        return None
    high = None if seen.value_high is None else float(seen.value_high)
    return Mark(
        quantity(seen), sentence(name, seen), href(seen), float(seen.value), high, seen.bound, seen
    )


def lanes_of(
    name: str,
    reached: Iterable[Observation],
    promised: Iterable[Observation],
    href: Href,
    subject: str = "",
    group: str = "",
) -> list[Lane]:
    """Return a lane for every different value: statements that disagree stand one below the other."""
    pairs = zip_longest(_different(reached), _different(promised))
    return [
        Lane(name, mark(subject or name, one, href), mark(subject or name, other, href), group)
        for one, other in pairs
    ]


def _different(seen: Iterable[Observation]) -> list[Observation]:
    first: dict[tuple, Observation] = {}
    for one in seen:
        first.setdefault((one.value, one.value_high, one.bound), one)
    return list(first.values())


def _cell(mark: Mark | None) -> Cell:
    return Cell(mark.text, mark.href) if mark else Cell("")
