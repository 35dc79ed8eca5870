"""Lane charts: one lane a subject, what is reached as a solid bar, what is promised as a hollow mark.

All of baogao's charts so far are of this one form. It is drawn as wide as a phone's column, so that its
text keeps its size there. Names stand above the bars and values in columns at the right, as in a table: nothing
has to be read off an axis, and no text can run into a bar. Places are computed here in pixels, so that
the drawing does not change with the fonts of the machine that builds it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from baogao.charts.shapes import SIZE, WIDTH, Drawing
from baogao.records import Observation

# In pixels: room for a mark at the chart's edge, between columns; a line, a bar, the head, a group's
# heading, and the lowest lane, which a finger must still hit on a phone.
EDGE, GAP = 24, 14
LINE, BAR, HEAD, GROUP, LEAST = 17, 10, 24, 34, 30
# Which way a bound leads, by the bound and whether the value is positive.
ARROWS = {("ge", True): 1, ("le", False): 1, ("ge", False): -1, ("le", True): -1}


@dataclass(frozen=True, slots=True)
class Mark:
    """A value in a lane: its text, its place on the lane's scale (None: text only), and its sentence.

    `seen` is the observation behind it; a count has none.
    """

    text: str
    label: str = ""
    href: str = ""
    low: float | None = None
    high: float | None = None
    bound: str = "eq"
    seen: Observation | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """A subject with what is reached and what is promised; `span` is a scale of its own, track shown."""

    name: str
    reached: Mark | None = None
    promised: Mark | None = None
    group: str = ""
    span: tuple[float, float] | None = None

    @property
    def title(self) -> str:
        """Return the name with the group's before it."""
        return " ".join(filter(None, (self.group, self.name)))

    @property
    def drawn(self) -> bool:
        """Say whether there is anything to draw but text."""
        return any(mark.low is not None for mark in self.marks)

    @property
    def marks(self) -> list[Mark]:
        """Return the marks that the lane has."""
        return [mark for mark in (self.reached, self.promised) if mark]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns end, and how wide a name may be: as the longest texts need."""

    name: float
    reached: float
    promised: float
    link: float


def text_width(text: str) -> float:
    """Estimate how wide a text is in pixels, on the safe side."""
    return sum(SIZE if ord(char) > 0x2E7F or char in "～−" else 0.6 * SIZE for char in text)


def wrap(name: str, width: float) -> list[str]:
    """Break a name into two lines at most, alike in length; what does not fit ends in an ellipsis."""
    if text_width(name) > width:
        width = min(width, text_width(name) / 2 + SIZE)
    lines = [""]
    for char in name:
        if text_width(lines[-1] + char) > width and char not in "，。、；：！？）》”":
            if len(lines) == 2:
                return [lines[0], lines[1][:-1] + "…"]
            lines.append("")
        lines[-1] += char
    return lines


def lane_drawing(lanes: Sequence[Lane], heads: tuple[str, str], stacked: bool = False) -> Drawing:
    """Lay lanes out; `stacked` puts promised behind reached."""
    drawing, columns, common = Drawing(), _columns(lanes, heads), _span(lanes, stacked)
    _draw_heads(drawing, columns, heads, stacked)
    group = ""
    for lane in lanes:
        if lane.group != group:
            group = lane.group
            if group:
                drawing.add("group", x=0, y=drawing.y + 22, text=group)
            drawing.y += GROUP if group else GAP
        _draw_lane(drawing, columns, lane, lane.span or common, stacked)
    _draw_levels(drawing, lanes, _scale(common), stacked)
    return drawing


# --- layout ---------------------------------------------------------------------------------------


def _columns(lanes: Sequence[Lane], heads: tuple[str, str]) -> Columns:
    reached = max([text_width(lane.reached.text) for lane in lanes if lane.reached], default=0)
    promised = max([text_width(lane.promised.text) for lane in lanes if lane.promised], default=0)
    reached = max(reached, text_width(heads[0]) + SIZE) if reached else 0
    promised = max(promised, text_width(heads[1]) + SIZE) if promised else 0
    right = WIDTH - (promised + GAP if promised else 0)
    return Columns(right - (reached + GAP if reached else 0), right, WIDTH, right + GAP / 2)


def _span(lanes: Sequence[Lane], stacked: bool) -> tuple[float, float]:
    """Return the scale that lanes without one of their own share; it holds nought."""
    shared = [lane for lane in lanes if not lane.span]
    places = [
        place
        for lane in shared
        for mark in lane.marks
        for place in (mark.low, mark.high)
        if place is not None
    ] + [0.0]
    if stacked:
        places += [sum(mark.low or 0 for mark in lane.marks) for lane in shared]
    return min(places), max(places)


def _draw_heads(drawing: Drawing, columns: Columns, heads: tuple[str, str], stacked: bool) -> None:
    drawing.add("reached head", x=columns.reached, y=SIZE, text=f"■ {heads[0]}" if heads[0] else "")
    sign = "□" if stacked else "◇"
    drawing.add(
        "promised head", x=columns.promised, y=SIZE, text=f"{sign} {heads[1]}" if heads[1] else ""
    )
    drawing.y = HEAD


def _draw_lane(
    drawing: Drawing, columns: Columns, lane: Lane, span: tuple[float, float], stacked: bool
) -> None:
    drawing.begin_lane()
    top, names = drawing.y, wrap(lane.name, columns.name)
    for number, line in enumerate(names):
        drawing.add("name", x=0, y=top + SIZE + number * LINE, text=line)
    for mark, style, right in (
        (lane.reached, "reached", columns.reached),
        (lane.promised, "promised", columns.promised),
    ):
        if mark:
            drawing.add(style, x=right, y=top + SIZE, text=mark.text)
    height = max(LEAST, len(names) * LINE + (BAR + 15 if lane.drawn else 9))
    if lane.drawn:
        _draw_marks(drawing, lane, _scale(span), top + len(names) * LINE + 2, stacked)
    drawing.add("band", x=-4, x2=WIDTH + 4, y=top - 1, y2=top + height - 2)
    _draw_links(drawing, lane, columns.link, top, top + height - 2)
    drawing.end_lane(height)


def _draw_levels(
    drawing: Drawing, lanes: Sequence[Lane], at: Callable[[float], float], stacked: bool
) -> None:
    """Draw, for each lane on the common scale, a line through all of them at its value, to compare the others with."""
    shared = [number for number, lane in enumerate(lanes) if not lane.span]
    for number in shared if len(shared) > 1 else ():
        values = [mark.low for mark in lanes[number].marks if mark.low is not None]
        place = at(sum(values) if stacked else values[0])
        bottom = [*drawing.tops, drawing.y][shared[-1] + 1]
        drawing.add("level", lane=number, x=place, x2=place, y=drawing.tops[shared[0]], y2=bottom)


def _scale(span: tuple[float, float]) -> Callable[[float], float]:
    low, high = span
    left = EDGE if low < 0 else 1
    return lambda value: left + (value - low) / ((high - low) or 1) * (WIDTH - EDGE - left)


def _draw_marks(
    drawing: Drawing, lane: Lane, at: Callable[[float], float], y: float, stacked: bool
) -> None:
    box = {"y": y, "y2": y + BAR}
    reached, promised = lane.reached, lane.promised
    if lane.span:
        drawing.add("track", x=at(lane.span[0]), x2=at(lane.span[1]), **box)
    if at(0) >= EDGE:
        drawing.add("zero", x=at(0), x2=at(0), y=y - 3, y2=y + BAR + 3)
    end = reached.low if reached and reached.low is not None else 0.0
    if end:
        drawing.add("bar", x=min(at(0), at(end)), x2=max(at(0), at(end)), **box)
    if promised and promised.low is not None:
        if stacked:
            drawing.add(
                "hollow bar",
                x=at(end) + 1,
                x2=at(end + promised.low),
                y=y + 0.75,
                y2=y + BAR - 0.75,
            )
        else:
            _draw_promise(drawing, promised, at, y + BAR / 2)


def _draw_promise(drawing: Drawing, mark: Mark, at: Callable[[float], float], y: float) -> None:
    """Draw a hollow diamond, and its bound as an arrow, a range or whiskers."""
    low = at(mark.low)
    high = low if mark.high is None else at(mark.high)
    way = ARROWS.get((mark.bound, mark.low >= 0), 0)
    if way:
        tip = min(max(low + 18 * way, 4), WIDTH - 4)
        drawing.add("rule", x=low, x2=tip, y=y, y2=y)
        drawing.add(
            "point", x=tip, y=y, shape="triangle-right" if way > 0 else "triangle-left", size=40
        )
    elif mark.bound == "approx":
        drawing.add("rule", x=max(low - 12, 0), x2=low + 12, y=y, y2=y)
    elif high != low:
        drawing.add("rule", x=low, x2=high, y=y, y2=y)
        drawing.add("point", x=high, y=y, shape="diamond", size=80)
    drawing.add("point", x=low, y=y, shape="diamond", size=80)


def _draw_links(drawing: Drawing, lane: Lane, middle: float, top: float, bottom: float) -> None:
    """Make the lane a link, or its two halves: large enough for a finger."""
    linked = [mark for mark in lane.marks if mark.href]
    edges = (
        [0.0, middle, WIDTH] if lane.reached in linked and lane.promised in linked else [0.0, WIDTH]
    )
    for mark, left, right in zip(linked, edges, edges[1:]):
        drawing.add("link", x=left, x2=right, y=top, y2=bottom, href=mark.href, label=mark.label)
