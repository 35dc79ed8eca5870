"""Small multiples: a panel for each subject, its line through the years with ticks for targets.

All panels have the same years across. A line joins years that follow each other; it breaks where a
year is not stated, or only a limit is. What is no exact number is a ring, not a dot.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from baogao.charts.lane_data import Mark
from baogao.charts.lane_layout import ARROWS, LINE, draw_heads, signed
from baogao.charts.letters import has_room, small_width, text_width, wrap
from baogao.charts.scales import Label, Scale, scale_of
from baogao.charts.series import Series
from baogao.charts.shape_kinds import SIZE, SMALL
from baogao.charts.vega_lite import WIDTH, Drawing

# All in pixels.
ABOVE, PLOT, BELOW, BETWEEN = 10, 54, 20, 12  # a plot, what is around it, the gap to the next
ASIDE = 18  # between two panels in a row
TICK, BOUND = 7, 8  # half of a tick, and the way that is open
YEAR_ROOM = 30  # of a year's name
JOINED = {"eq", "approx"}  # bounds of what a line joins
FEW_YEARS = 5  # with which two panels fit beside each other


@dataclass(frozen=True, slots=True)
class Panels:
    """What all panels share: their years, how wide they are, the room for the scale's numbers.

    `label` writes a number of a subject's scale, which is `scale`.
    """

    years: Sequence[int]
    width: float
    axis: float
    label: Callable[[Series], Label]
    scale: Callable[[Series], Scale]

    def across(self, year: int) -> float:
        """Return the place of a year in a panel."""
        return self.axis + self.step * (year - self.years[0] + 0.5)

    @property
    def step(self) -> float:
        """Return how wide a year is."""
        return (self.width - self.axis) / len(self.years)


def panel_drawing(
    series: Sequence[Series],
    years: Sequence[int],
    heads: tuple[str, str],
    labels: Sequence[Label],
    shared: bool,
    with_zero: bool,
) -> Drawing:
    """Lay panels out, two in a row where the years are few.

    `shared`: all have one scale; `with_zero`: nought is on it; `labels` write its numbers.
    """
    in_row = 2 if len(years) <= FEW_YEARS and len(series) > 1 else 1
    width = (WIDTH - ASIDE * (in_row - 1)) / in_row
    scales = {id(one): _scale(series if shared else [one], years, with_zero) for one in series}
    label = {id(one): own for one, own in zip(series, labels, strict=True)}
    written = (label[key](tick) for key, scale in scales.items() for tick in scale.ticks)
    axis = max(map(small_width, written)) + 6
    panels = Panels(years, width, axis, lambda one: label[id(one)], lambda one: scales[id(one)])
    drawing = Drawing(lane_width=width)
    reached, promised = signed(heads, "●━")
    right = WIDTH - text_width(promised) - ASIDE
    draw_heads(drawing, (right, WIDTH), (reached, promised))
    for first in range(0, len(series), in_row):
        _draw_row(drawing, panels, series[first : first + in_row])
    return drawing


def _scale(series: Sequence[Series], years: Sequence[int], with_zero: bool) -> Scale:
    marks = [mark for one in series for year in years for mark in one.marks(year)]
    ends = [end for mark in marks for end in (mark.low, mark.high) if end is not None]
    return scale_of(ends, with_zero)


def _draw_row(drawing: Drawing, panels: Panels, row: Sequence[Series]) -> None:
    """Draw panels that stand beside each other.

    What they say in words stands beside their names, or below where there is no room for both.
    """
    rooms = [panels.width - _value_width(one) for one in row]
    is_beside = all(has_room(one.name, room) for one, room in zip(row, rooms, strict=True))
    widths = rooms if is_beside else [panels.width] * len(row)
    names = [wrap(one.name, width) for one, width in zip(row, widths, strict=True)]
    down = 0 if is_beside else max(map(len, names))
    head = max(down + 1, *map(len, names)) * LINE + ABOVE
    for place, (one, lines) in enumerate(zip(row, names, strict=True)):
        left = place * (panels.width + ASIDE)
        drawing.begin_lane(left)
        for number, line in enumerate(lines):
            drawing.add("name", x=left, y=drawing.y + SIZE + number * LINE, text=line)
        _draw_newest(drawing, one, left + panels.width, down * LINE)
        _Panel(drawing, panels, one, left, drawing.y + head).draw()
        drawing.end_lane(head + PLOT + BELOW + BETWEEN, stay=place < len(row) - 1)


def _value_width(one: Series) -> float:
    mark = _newest(one)
    return text_width(mark.text) + 8 if mark else 0


def _newest(one: Series) -> Mark | None:
    """Return what a panel says in words: the newest that is reached, else that is promised."""
    if one.newest is not None:
        return one.reached(one.newest)
    return next(filter(None, map(one.promised, sorted(one.lanes, reverse=True))), None)


def _draw_newest(drawing: Drawing, one: Series, right: float, down: float) -> None:
    mark = _newest(one)
    if mark:
        kind = "promised" if one.newest is None else "reached"
        drawing.add(kind, x=right, y=drawing.y + SIZE + down, text=mark.text)


@dataclass(frozen=True, slots=True)
class _Panel:
    """A panel while it is drawn: its subject, and where its plot begins."""

    drawing: Drawing
    panels: Panels
    series: Series
    left: float
    top: float

    def draw(self) -> None:
        """Draw the scale, the line, the marks of each year, and their links."""
        self._draw_scale()
        self._draw_line()
        for year in self.panels.years:
            for lane in self.series.lanes.get(year, ()):
                if lane.promised and lane.promised.low is not None:
                    self._draw_target(year, lane.promised, lane.promised.low)
                if lane.reached and lane.reached.low is not None:
                    self._draw_reached(year, lane.reached, lane.reached.low)
            self._draw_links(year)

    @property
    def _scale(self) -> Scale:
        return self.panels.scale(self.series).moved(self.top + PLOT, self.top)

    def _x(self, year: int) -> float:
        return self.left + self.panels.across(year)

    def _draw_scale(self) -> None:
        scale, right = self._scale, self.left + self.panels.width
        start = self.left + self.panels.axis
        for tick in scale.ticks:
            y = scale.at(tick)
            kind = "zero" if tick == 0 and scale.low < 0 else "grid"
            self.drawing.add(kind, x=start, x2=right, y=y, y2=y)
            text = self.panels.label(self.series)(tick)
            self.drawing.add("axis-right", x=start - 4, y=y + SMALL / 3, text=text)
        for year in self._named_years():
            self.drawing.add("axis", x=self._x(year), y=self.top + PLOT + 15, text=str(year))

    def _named_years(self) -> list[int]:
        """Return the years that have room for their names, the last one among them."""
        years = list(self.panels.years)
        every = -(-YEAR_ROOM // self.panels.step)
        return years[::-1][:: int(every)]

    def _draw_line(self) -> None:
        scale, series = self._scale, self.series
        for year in self.panels.years[1:]:
            before, now = series.reached(year - 1), series.reached(year)
            if before and now and {before.bound, now.bound} <= JOINED:
                ends = (scale.at(mark.low or 0) for mark in (before, now))
                y, y2 = ends
                self.drawing.add("line", x=self._x(year - 1), x2=self._x(year), y=y, y2=y2)

    def _draw_reached(self, year: int, mark: Mark, low: float) -> None:
        scale, x = self._scale, self._x(year)
        kind = "dot" if mark.exact else "ring"
        if mark.high is not None:
            self.drawing.add("line", x=x, x2=x, y=scale.at(low), y2=scale.at(mark.high))
            self.drawing.add(kind, x=x, y=scale.at(mark.high))
        self.drawing.add(kind, x=x, y=scale.at(low))

    def _draw_target(self, year: int, mark: Mark, low: float) -> None:
        """Draw a tick: two for a range, parted for about, with a stem to the side that is open."""
        scale, x = self._scale, self._x(year)
        half = min(TICK, self.panels.step / 2 - 1)
        if mark.high is not None:
            self.drawing.add("rule", x=x, x2=x, y=scale.at(low), y2=scale.at(mark.high))
            self._tick(x - half, x + half, scale.at(mark.high))
        way = ARROWS.get((mark.bound, low >= 0), 0)
        if way:
            y = scale.at(low)
            self.drawing.add("rule", x=x, x2=x, y=y, y2=y - way * BOUND)
        if mark.bound == "approx":
            self._tick(x - half, x - 2, scale.at(low))
            self._tick(x + 2, x + half, scale.at(low))
        else:
            self._tick(x - half, x + half, scale.at(low))

    def _tick(self, x: float, x2: float, y: float) -> None:
        self.drawing.add("rule", x=x, x2=x2, y=y, y2=y)

    def _draw_links(self, year: int) -> None:
        """Make a year a link, or parts of it: of what is higher above."""
        marks = sorted(
            (mark for mark in self.series.marks(year) if mark.href), key=lambda m: -(m.low or 0)
        )
        middle, half = self._x(year), self.panels.step / 2
        height = (PLOT + BELOW) / (len(marks) or 1)
        for place, mark in enumerate(marks):
            top = self.top - 4 + place * height
            self.drawing.link(mark, (middle - half, middle + half), top, top + height)
