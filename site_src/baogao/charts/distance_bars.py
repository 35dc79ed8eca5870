"""Bars from a target to its outcome: all targets stand at one line, outcomes beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from baogao.charts.lane_data import Lane
from baogao.charts.lane_layout import GAP, LINE, column_width, draw_heads, signed
from baogao.charts.letters import wrap
from baogao.charts.shape_kinds import SIZE
from baogao.charts.vega_lite import WIDTH, Drawing

# All in pixels.
ROW, BAR = 44, 12
BEHIND = 112  # room for what is said behind a bar
EDGE = 8


@dataclass(frozen=True, slots=True)
class Distance:
    """A target with its outcome: how far the outcome lies above it, and what is said of that."""

    lane: Lane
    above: float
    words: str


def distance_drawing(distances: Sequence[Distance], heads: tuple[str, str]) -> Drawing:
    """Lay distances out, in the order in which they come."""
    drawing = Drawing()
    lanes = [one.lane for one in distances]
    promised = column_width([lane.promised for lane in lanes], heads[1])
    reached = column_width([lane.reached for lane in lanes], heads[0])
    right = WIDTH - promised - GAP
    draw_heads(drawing, (right, WIDTH), signed(heads, "■│"))
    low = min(0.0, *(one.above for one in distances))
    high = max(0.0, *(one.above for one in distances))
    step = (WIDTH - BEHIND - EDGE) / ((high - low) or 1)
    zero = EDGE - low * step
    for one in distances:
        _draw_row(drawing, one, (right - reached - GAP, right), zero, step)
    drawing.levels = [zero + one.above * step for one in distances]
    return drawing


def _draw_row(
    drawing: Drawing, one: Distance, ends: tuple[float, float], zero: float, step: float
) -> None:
    drawing.begin_lane()
    top, (name, right) = drawing.y, ends
    drawing.add("name", x=0, y=top + SIZE, text=wrap(one.lane.name, name)[0])
    for kind, x, mark in (
        ("reached", right, one.lane.reached),
        ("promised", WIDTH, one.lane.promised),
    ):
        if mark:
            drawing.add(kind, x=x, y=top + SIZE, text=mark.text)
    end, bar = zero + one.above * step, top + LINE + 3
    drawing.add("zero", x=zero, x2=zero, y=bar - 3, y2=bar + BAR + 3)
    if one.above:
        drawing.add("bar", x=min(zero, end), x2=max(zero, end), y=bar, y2=bar + BAR)
    drawing.add("name", x=max(zero, end) + 6, y=bar + BAR - 1, text=one.words)
    middle = right + GAP / 2
    for mark, x, x2 in ((one.lane.reached, 0, middle), (one.lane.promised, middle, WIDTH)):
        if mark:
            drawing.link(mark, (x, x2), top, top + ROW - 4)
    drawing.end_lane(ROW)
