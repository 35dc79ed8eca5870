"""Lanes laid out: what is reached as a solid bar, what is promised as a hollow mark.

The form for about a dozen values. It is as wide as a phone's column, so that its text keeps
its size there. Names stand above the bars and values in columns at the right, as in a table:
nothing has to be read off an axis, and no text can run into a bar. Places are computed here in
pixels, so that the drawing does not change with the fonts of the machine that builds it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from baogao.charts.lane_data import Lane, Mark
from baogao.charts.letters import ELLIPSIS, text_width, wrap
from baogao.charts.shape_kinds import SIZE
from baogao.charts.vega_lite import WIDTH, Drawing

# All in pixels.
EDGE = 24  # room for a mark at the chart's edge
GAP = 14  # between columns
LINE = 17
BAR = 10
HEAD = 24
GROUP = 34  # a group's heading
LEAST = 30  # the lowest lane, which a finger must still hit on a phone
ARROW = 18
WHISKER = 12
# Which way a bound leads, by the bound and whether the value is positive.
ARROWS = {("ge", True): 1, ("le", False): 1, ("ge", False): -1, ("le", True): -1}

Scale = Callable[[float], float]  # from a value to its place


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns end, how wide a name may be, and how lanes are drawn.

    `link` is where a lane's two links meet; `stacked` puts what is promised behind what is reached;
    `below`: names are too long to stand beside the values, which have a line of their own.
    """

    name: float
    reached: float
    promised: float
    link: float
    stacked: bool
    below: bool


def lane_drawing(lanes: Sequence[Lane], heads: tuple[str, str], stacked: bool = False) -> Drawing:
    """Lay lanes out below the headings of their two columns; `stacked` as in `Layout`."""
    drawing, layout, common = Drawing(), _layout(lanes, heads, stacked), _span(lanes, stacked)
    signs = "■□" if stacked else "■◇"
    ends = (layout.reached, layout.promised)
    draw_heads(drawing, ends, signed(used(lanes, heads), signs))
    group = ""
    for lane in lanes:
        if lane.group != group:
            group = lane.group
            _begin_group(drawing, group)
        _draw_lane(drawing, layout, lane, lane.span or common)
    drawing.levels = _levels(lanes, _scale(common), stacked)
    return drawing


# --- layout ---------------------------------------------------------------------------------------


def _layout(lanes: Sequence[Lane], heads: tuple[str, str], stacked: bool) -> Layout:
    reached = column_width([lane.reached for lane in lanes], heads[0])
    promised = column_width([lane.promised for lane in lanes], heads[1])
    right = WIDTH - (promised + GAP if promised else 0)
    name = right - (reached + GAP if reached else 0)
    below = too_long([lane.name for lane in lanes], name)
    return Layout(WIDTH if below else name, right, WIDTH, right + GAP / 2, stacked, below)


def too_long(names: Iterable[str], width: float) -> bool:
    """Say whether some name has no room even in two lines."""
    return any(wrap(name, width)[-1].endswith(ELLIPSIS) for name in names)


def column_width(marks: Sequence[Mark | None], head: str) -> float:
    """Return how wide a column must be for its texts and its heading; nought if it is empty."""
    widest = max([text_width(mark.text) for mark in marks if mark], default=0)
    return max(widest, text_width(head) + SIZE) if widest else 0


def _span(lanes: Sequence[Lane], stacked: bool) -> tuple[float, float]:
    """Return the scale that lanes without one of their own share; it holds nought."""
    shared = [lane for lane in lanes if not lane.span]
    places = [0.0, *(place for lane in shared for place in lane.places)]
    if stacked:
        places += [lane.total for lane in shared]
    return min(places), max(places)


def _scale(span: tuple[float, float]) -> Scale:
    low, high = span
    left = EDGE if low < 0 else 1
    return lambda value: left + (value - low) / ((high - low) or 1) * (WIDTH - EDGE - left)


# --- drawing --------------------------------------------------------------------------------------


def draw_heads(drawing: Drawing, ends: tuple[float, float], heads: tuple[str, str]) -> None:
    """Draw the headings of the columns of what is reached and promised, which end there."""
    drawing.add("reached-head", x=ends[0], y=SIZE, text=heads[0])
    drawing.add("promised-head", x=ends[1], y=SIZE, text=heads[1])
    drawing.y = HEAD


def used(lanes: Sequence[Lane], heads: tuple[str, str]) -> tuple[str, str]:
    """Return the headings, without that of a column with nothing in it."""
    reached = heads[0] if any(lane.reached for lane in lanes) else ""
    return reached, heads[1] if any(lane.promised for lane in lanes) else ""


def signed(heads: tuple[str, str], signs: str) -> tuple[str, str]:
    """Return headings behind the signs of their marks; an empty one stays so."""
    reached, promised = (
        f"{sign} {head}" if head else "" for sign, head in zip(signs, heads, strict=True)
    )
    return reached, promised


def _begin_group(drawing: Drawing, name: str) -> None:
    """Draw a group's heading; lanes of no group behind a group are set off by a gap."""
    if name:
        drawing.add("group", x=0, y=drawing.y + 22, text=name)
    drawing.y += GROUP if name else GAP


def _draw_lane(drawing: Drawing, layout: Layout, lane: Lane, span: tuple[float, float]) -> None:
    drawing.begin_lane()
    top, names = drawing.y, wrap(lane.name, layout.name)
    ends = (layout.reached, layout.promised)
    words = draw_words(drawing, names, lane, ends, layout.below)
    height = max(LEAST, words + (BAR + 15 if lane.drawn else 9))
    bottom = top + height - 2
    if lane.drawn:
        _draw_marks(drawing, lane, _scale(span), top + words + 2, layout.stacked)
    _draw_links(drawing, lane, layout.link, top, bottom)
    drawing.end_lane(height)


def draw_words(
    drawing: Drawing, names: Sequence[str], lane: Lane, ends: tuple[float, float], below: bool
) -> float:
    """Draw a lane's name and its values, which end there; return how high they are together."""
    for number, line in enumerate(names):
        drawing.add("name", x=0, y=drawing.y + SIZE + number * LINE, text=line)
    above = len(names) * LINE if below else 0
    marks = (lane.reached, lane.promised)
    for kind, mark, x in zip(("reached", "promised"), marks, ends, strict=True):
        if mark:
            drawing.add(kind, x=x, y=drawing.y + SIZE + above, text=mark.text)
    return len(names) * LINE + (LINE if below else 0)


def _levels(lanes: Sequence[Lane], at: Scale, stacked: bool) -> list[float | None]:
    """Return the place of each lane's value on the common scale, if several lanes share it."""
    if sum(not lane.span for lane in lanes) < 2:
        return []
    return [None if lane.span else at(_compared(lane, stacked)) for lane in lanes]


def _compared(lane: Lane, stacked: bool) -> float:
    """Return the value that a lane is compared by: what is reached, else what is promised."""
    values = [mark.low for mark in lane.marks if mark.low is not None]
    return sum(values) if stacked else values[0]


def _draw_marks(drawing: Drawing, lane: Lane, at: Scale, y: float, stacked: bool) -> None:
    if lane.span:
        drawing.add("track", x=at(lane.span[0]), x2=at(lane.span[1]), y=y, y2=y + BAR)
    if at(0) >= EDGE:
        drawing.add("zero", x=at(0), x2=at(0), y=y - 3, y2=y + BAR + 3)
    zero, end = at(0), at(lane.reached_value)
    if lane.reached_value:
        drawing.add("bar", x=min(zero, end), x2=max(zero, end), y=y, y2=y + BAR)
    if lane.promised and lane.promised.low is not None:
        if stacked:
            _draw_hollow_bar(drawing, end + 1, at(lane.total), y)
        else:
            _draw_promise(drawing, lane.promised, lane.promised.low, at, y + BAR / 2)


def _draw_hollow_bar(drawing: Drawing, left: float, right: float, y: float) -> None:
    """Draw a bar of which only the outline is seen: it is as high as a solid one."""
    drawing.add("hollow-bar", x=left, x2=right, y=y + 0.75, y2=y + BAR - 0.75)


def _draw_promise(drawing: Drawing, mark: Mark, value: float, at: Scale, y: float) -> None:
    """Draw a hollow diamond, and its bound as an arrow, a range or whiskers."""
    low = at(value)
    high = low if mark.high is None else at(mark.high)
    way = ARROWS.get((mark.bound, value >= 0), 0)
    if way:
        _draw_arrow(drawing, low, way, y)
    elif mark.bound == "approx":
        drawing.add("rule", x=max(low - WHISKER, 0), x2=low + WHISKER, y=y, y2=y)
    elif high != low:
        drawing.add("rule", x=low, x2=high, y=y, y2=y)
        drawing.add("diamond", x=high, y=y)
    drawing.add("diamond", x=low, y=y)


def _draw_arrow(drawing: Drawing, start: float, way: int, y: float) -> None:
    """Draw an arrow to the right (1) or to the left (-1) that ends inside the drawing."""
    tip = min(max(start + ARROW * way, 4), WIDTH - 4)
    drawing.add("rule", x=start, x2=tip, y=y, y2=y)
    drawing.add("triangle-right" if way > 0 else "triangle-left", x=tip, y=y)


def _draw_links(drawing: Drawing, lane: Lane, middle: float, top: float, bottom: float) -> None:
    """Make the lane a link, or its two halves: large enough for a finger."""
    linked = [mark for mark in lane.marks if mark.href]
    edges = [0.0, middle, WIDTH] if len(linked) > 1 else [0.0, WIDTH]
    for mark, (left, right) in zip(linked, pairwise(edges), strict=False):  # a lane may have none
        drawing.link(mark, (left, right), top, bottom)
