"""A chart with all that a page shows of it: the drawing, its words, its table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from baogao.charts.browser_chart_data import browser_data, orders
from baogao.charts.lane_data import Lane, Mark
from baogao.charts.lane_layout import lane_drawing
from baogao.charts.quantity_words import in_chart, link_label
from baogao.charts.svg_markup import svg
from baogao.charts.svg_stamps import Stamps
from baogao.charts.vega_lite import Drawing
from baogao.corpus.observations import DOUBTFUL
from baogao.records import Observation

Href = Callable[[Observation], str]  # where an observation's sentence is, seen from a page
FEWEST_LANES = 2  # one lane says less than its sentence
MOST_LANES = 14  # beyond which nothing is seen at a glance


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table beside a chart, and where its sentence is."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """The words of a chart: its title, the question that it answers, and what it shows.

    `id` is its own in the whole site; `alt` states what the drawing shows, for those who do not see
    it; `columns` are the table's headings: the subject, what is reached, what is promised.
    """

    id: str
    title: str
    question: str
    alt: str
    columns: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart for a page: `svg_markup` draws it.

    `rows` are the table beside it, one cell a column; `orders` are the names of those that its
    lanes can be put in; `live` is what a browser needs to make the drawing answer. The other words
    are those of its `Caption`.
    """

    id: str
    title: str
    question: str
    alt: str
    drawing: Drawing
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    orders: tuple[str, ...] = ()
    live: dict = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return what the chart is called in its page, and its parts begin with."""
        return f"chart-{self.id}"

    def svg(self, stamps: Stamps) -> str:
        """Return the drawing as it stands in a page."""
        return svg(self.name, self.drawing, stamps)


def caption(id: str, words: dict, alt: str, **values: object) -> Caption:
    """Return a caption from the strings of a chart (`title`, `question`, `columns`), filled in."""
    subject, reached, promised = (
        words["columns"][name].format(**values) for name in ("subject", "reached", "promised")
    )
    title, question = (words[name].format(**values) for name in ("title", "question"))
    return Caption(id, title, question, alt, (subject, reached, promised))


def chart(
    words: Caption,
    lanes: Sequence[Lane],
    strings: dict,
    stacked: bool = False,
    most: int = MOST_LANES,
) -> tuple[Chart, ...]:
    """Return the chart of these lanes, or none where fewer than two have something to draw.

    A lane with nothing to draw stands in the table only, and so does what is behind the first
    `most`.
    """
    drawn = [lane for lane in lanes if lane.drawn][:most]
    if len(drawn) < FEWEST_LANES:
        return ()
    drawing = lane_drawing(drawn, words.columns[1:], stacked)
    return (sortable(words, drawing, lanes, drawn, strings),)


def sortable(
    words: Caption, drawing: Drawing, lanes: Sequence[Lane], drawn: Sequence[Lane], strings: dict
) -> Chart:
    """Return a drawing with a lane for each of `drawn` as a chart whose lanes can be reordered.

    `lanes` are all that stand in the table.
    """
    named = orders(drawn, words.columns, strings["charts"]["orders"])
    live = browser_data(drawing, lanes, list(named.values()), strings)
    return _chart(words, drawing, lanes, tuple(named), live, strings)


def fixed(words: Caption, drawing: Drawing, lanes: Sequence[Lane], strings: dict) -> Chart:
    """Return a drawing of any other form as a chart; `lanes` are what stands in the table."""
    return _chart(words, drawing, lanes, (), browser_data(drawing, lanes, [], strings), strings)


def _chart(
    words: Caption,
    drawing: Drawing,
    lanes: Sequence[Lane],
    named: tuple[str, ...],
    live: dict,
    strings: dict,
) -> Chart:
    columns, rows = _table(words, lanes)
    said = words.id, words.title, words.question, words.alt + _doubt(lanes, strings["doubt"])
    return Chart(*said, drawing, columns, rows, named, live)


def _doubt(lanes: Sequence[Lane], words: dict) -> str:
    """Say what the sign of doubtful sources means, where a lane has one."""
    marks = [mark for lane in lanes for mark in lane.marks]
    return words["in_charts"] if any(words["sign"] in mark.text for mark in marks) else ""


def _table(
    words: Caption, lanes: Sequence[Lane]
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Return the headings and the rows of the table, without columns that are empty."""
    rows = [(Cell(lane.title), _cell(lane.reached), _cell(lane.promised)) for lane in lanes]
    filled = [place for place in range(3) if any(row[place].text for row in rows)]
    columns = tuple(words.columns[place] for place in filled)
    return columns, tuple(tuple(row[place] for place in filled) for row in rows)


def _cell(mark: Mark | None) -> Cell:
    return Cell(mark.text, mark.href) if mark else Cell("")


@dataclass(frozen=True, slots=True)
class LaneMaker:
    """Makes lanes of observations, with the words of the interface and links to the sentences.

    `told`: what reports say of them stands in the chart's own page.
    """

    href: Href
    strings: dict
    told: bool = False

    def mark(self, name: str, seen: Observation | None) -> Mark | None:
        """Return an observation as a mark that leads to its sentence."""
        if seen is None:
            return None
        return Mark(
            text=in_chart(seen, self.strings),
            label=link_label(name, seen, self.strings),
            href=self.href(seen),
            low=float(seen.value),
            high=None if seen.value_high is None else float(seen.value_high),
            bound=seen.bound,
            seen=seen,
            doubtful=DOUBTFUL in seen.quality,
            told=self.told,
        )

    def lanes(
        self,
        name: str,
        reached: Iterable[Observation],
        promised: Iterable[Observation],
        subject: str = "",
        group: str = "",
    ) -> list[Lane]:
        """Return a lane for every different value, so that statements that disagree are all seen.

        `subject` is what the links call it, if not `name`.
        """
        pairs = zip_longest(_different(reached), _different(promised))
        subject = subject or name
        return [
            Lane(name, self.mark(subject, one), self.mark(subject, other), group)
            for one, other in pairs
        ]


def _different(seen: Iterable[Observation]) -> list[Observation]:
    """Return the first observation of every different value."""
    first: dict[tuple, Observation] = {}
    for one in seen:
        first.setdefault((one.value, one.value_high, one.bound), one)
    return list(first.values())
