"""Bars from a target to its outcome: all targets stand at one line, outcomes beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from baogao.charts.lane_data import Lane
from baogao.charts.lane_layout import (
    GAP,
    column_width,
    draw_heads,
    draw_words,
    signed,
    too_long,
)
from baogao.charts.letters import wrap
from baogao.charts.vega_lite import WIDTH, Drawing

# All in pixels.
BETWEEN, BAR = 27, 12
BEHIND = 112  # room for what is said behind a bar
EDGE = 8


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where names and columns end, where all targets stand, and how long a point is.

    `below`: values stand below the names.
    """

    name: float
    reached: float
    zero: float
    step: float
    below: bool


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
    name = right - reached - GAP
    below = too_long([lane.name for lane in lanes], name)
    rows = _Rows(WIDTH if below else name, right, EDGE - low * step, step, below)
    for one in distances:
        _draw_row(drawing, one, rows)
    drawing.levels = [rows.zero + one.above * step for one in distances]
    return drawing


def _draw_row(drawing: Drawing, one: Distance, rows: _Rows) -> None:
    drawing.begin_lane()
    top, names = drawing.y, wrap(one.lane.name, rows.name)
    words = draw_words(drawing, names, one.lane, (rows.reached, WIDTH), rows.below)
    end, bar = rows.zero + one.above * rows.step, top + words + 3
    drawing.add("zero", x=rows.zero, x2=rows.zero, y=bar - 3, y2=bar + BAR + 3)
    if one.above:
        left, right = sorted((rows.zero, end))
        drawing.add("bar", x=left, x2=right, y=bar, y2=bar + BAR)
    drawing.add("name", x=max(rows.zero, end) + 6, y=bar + BAR - 1, text=one.words)
    middle, bottom = rows.reached + GAP / 2, bar + BAR + 8
    for mark, ends in ((one.lane.reached, (0, middle)), (one.lane.promised, (middle, WIDTH))):
        if mark:
            drawing.link(mark, ends, top, bottom)
    drawing.end_lane(words + BETWEEN)
