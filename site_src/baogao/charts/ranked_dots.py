"""A ranked dot plot: areas in the order of one value, each with a dot and the value in figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from baogao.charts.lane_data import Lane, Mark
from baogao.charts.lane_layout import ARROWS, GAP, column_width, draw_heads, signed, used
from baogao.charts.letters import text_width, wrap
from baogao.charts.scales import Label, Scale, scale_of
from baogao.charts.shape_kinds import SIZE
from baogao.charts.vega_lite import WIDTH, Drawing

# All in pixels.
ROW = 26  # which a finger still hits
NAME = 116  # the widest name
HEAD = 40  # the headings of the columns, and the numbers of the scale
STEM = 12  # how far a bound is drawn
EDGE = 8  # room for a mark at the scale's ends
PARTED = 30  # where rows are left out


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns are, and the scale between them."""

    scale: Scale
    reached: float
    promised: float


def dot_drawing(
    lanes: Sequence[Lane],
    heads: tuple[str, str],
    label: Label,
    with_zero: bool,
    left_out: tuple[int, str] = (0, ""),
) -> Drawing:
    """Lay rows out below their headings, in the order in which they come.

    `label` writes a number of the scale; `left_out`: before which row some are left out, and what
    is said there.
    """
    drawing, columns = Drawing(), _columns(lanes, heads, with_zero)
    ends = (columns.reached, columns.promised)
    draw_heads(drawing, ends, signed(used(lanes, heads), "●◇"))
    drawing.y = HEAD
    _draw_scale(drawing, columns.scale, label, len(lanes) * ROW + PARTED * bool(left_out[1]))
    for number, lane in enumerate(lanes):
        if left_out[1] and number == left_out[0]:
            middle = (columns.scale.start + columns.scale.end) / 2
            drawing.add("axis", x=middle, y=drawing.y + 19, text=left_out[1])
            drawing.y += PARTED
        _draw_row(drawing, columns, lane)
    drawing.y += 4
    drawing.levels = [columns.scale.at(_compared(lane)) for lane in lanes]
    return drawing


def _columns(lanes: Sequence[Lane], heads: tuple[str, str], with_zero: bool) -> Columns:
    promised = column_width([lane.promised for lane in lanes], heads[1])
    right = WIDTH - (promised + GAP if promised else 0)
    reached = column_width([lane.reached for lane in lanes], heads[0])
    end = right - (reached + GAP if reached else 0)
    start = min(NAME, max(text_width(lane.name) for lane in lanes)) + GAP
    places = [place for lane in lanes for place in lane.places]
    return Columns(scale_of(places, with_zero).moved(start + EDGE, end - EDGE), right, WIDTH)


def _draw_scale(drawing: Drawing, scale: Scale, label: Label, height: float) -> None:
    """Draw the scale's lines through all rows, with the numbers of its ends above."""
    ticks = scale.ticks
    for tick in ticks:
        kind = "zero" if tick == 0 and scale.low < 0 else "grid"
        x = scale.at(tick)
        drawing.add(kind, x=x, x2=x, y=HEAD - 4, y2=HEAD + height)
    for tick in (ticks[0], ticks[-1]):
        drawing.add("axis", x=scale.at(tick), y=HEAD - 8, text=label(tick))


def _draw_row(drawing: Drawing, columns: Columns, lane: Lane) -> None:
    drawing.begin_lane()
    top, middle = drawing.y, drawing.y + ROW / 2
    base = middle + SIZE / 3
    drawing.add("name", x=0, y=base, text=wrap(lane.name, NAME)[0])
    if lane.reached:
        drawing.add("reached", x=columns.reached, y=base, text=lane.reached.text)
    if lane.promised:
        drawing.add("promised", x=columns.promised, y=base, text=lane.promised.text)
        _draw_promised(drawing, columns.scale, lane.promised, middle)
    if lane.reached:
        _draw_reached(drawing, columns.scale, lane.reached, middle)
    _draw_links(drawing, columns, lane, top)
    drawing.end_lane(ROW)


def _draw_reached(drawing: Drawing, scale: Scale, mark: Mark, y: float) -> None:
    if mark.low is None:
        return
    kind, x = "dot" if mark.exact else "ring", scale.at(mark.low)
    if mark.high is not None:
        drawing.add("line", x=x, x2=scale.at(mark.high), y=y, y2=y)
        drawing.add(kind, x=scale.at(mark.high), y=y)
    drawing.add(kind, x=x, y=y)


def _draw_promised(drawing: Drawing, scale: Scale, mark: Mark, y: float) -> None:
    if mark.low is None:
        return
    x = scale.at(mark.low)
    if mark.high is not None:
        drawing.add("rule", x=x, x2=scale.at(mark.high), y=y, y2=y)
        drawing.add("diamond", x=scale.at(mark.high), y=y)
    elif mark.bound == "approx":
        drawing.add("rule", x=x - STEM, x2=x + STEM, y=y, y2=y)
    elif way := ARROWS.get((mark.bound, mark.low >= 0), 0):
        drawing.add("rule", x=x, x2=x + way * STEM, y=y, y2=y)
    drawing.add("diamond", x=x, y=y)


def _draw_links(drawing: Drawing, columns: Columns, lane: Lane, top: float) -> None:
    """Make the row a link, or its two parts: what is reached, and what is promised."""
    linked = [mark for mark in lane.marks if mark.href]
    edges = [0.0, columns.reached + GAP / 2, WIDTH] if len(linked) > 1 else [0.0, WIDTH]
    for mark, ends in zip(linked, pairwise(edges), strict=False):
        drawing.link(mark, ends, top, top + ROW)


def _compared(lane: Lane) -> float:
    return next(mark.low for mark in lane.marks if mark.low is not None)
