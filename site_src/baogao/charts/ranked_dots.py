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
ROW, HIGH_ROW = 26, 44  # which a finger still hits; of two lines
NAME = 116  # the widest name
HEAD = 40  # the headings of the columns, and the numbers of the scale
STEM = 12  # how far a bound is drawn
EDGE = 8  # room for a mark at the scale's ends
PARTED = 30  # where rows are left out
PLOT = 76  # the narrowest plot


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns end, and the scale between them.

    `told`: what is promised has room for its words, and not only for its mark. `row` is how high a
    row is: of two lines where names and values leave no room for a plot between them.
    """

    scale: Scale
    reached: float
    promised: float
    told: bool
    row: float

    @property
    def middle(self) -> float:
        """Return how far below a row's top its marks stand."""
        return ROW / 2 if self.row == ROW else ROW + 4


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
    above = signed(used(lanes, heads), "●◇")
    aside = WIDTH - text_width(above[0]) - 2 * GAP  # of a heading that no column is below
    ends = (columns.reached, columns.promised if columns.told else aside)
    draw_heads(drawing, ends, above)
    drawing.y = HEAD
    _draw_scale(drawing, columns, label, len(lanes) * columns.row + PARTED * bool(left_out[1]))
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
    start = min(NAME, max(text_width(lane.name) for lane in lanes)) + GAP
    promised = column_width([lane.promised for lane in lanes], heads[1])
    reached = column_width([lane.reached for lane in lanes], heads[0])
    right = WIDTH - (promised + GAP if promised else 0)
    told = right - reached - GAP - start >= PLOT
    right = right if told else WIDTH
    end = right - (reached + GAP if reached else 0)
    row = ROW
    if end - start < PLOT:
        start, end, row = 0, WIDTH, HIGH_ROW
    scale = scale_of([place for lane in lanes for place in lane.places], with_zero)
    return Columns(scale.moved(start + EDGE, end - EDGE), right, WIDTH, told, row)


def _draw_scale(drawing: Drawing, columns: Columns, label: Label, height: float) -> None:
    """Draw the scale's lines through all rows, with the numbers of its ends above."""
    scale = columns.scale
    ticks = scale.ticks
    for tick in ticks:
        kind = "zero" if tick == 0 and scale.low < 0 else "grid"
        x = scale.at(tick)
        drawing.add(kind, x=x, x2=x, y=HEAD - 4, y2=HEAD + height)
    kinds = ("axis", "axis") if columns.row == ROW else ("axis-left", "axis-right")
    for kind, tick in zip(kinds, (ticks[0], ticks[-1]), strict=True):
        drawing.add(kind, x=scale.at(tick), y=HEAD - 8, text=label(tick))


def _draw_row(drawing: Drawing, columns: Columns, lane: Lane) -> None:
    drawing.begin_lane()
    top, middle = drawing.y, drawing.y + columns.middle
    base = drawing.y + ROW / 2 + SIZE / 3
    drawing.add("name", x=0, y=base, text=wrap(lane.name, NAME)[0])
    if lane.reached:
        drawing.add("reached", x=columns.reached, y=base, text=lane.reached.text)
    if lane.promised and columns.told:
        drawing.add("promised", x=columns.promised, y=base, text=lane.promised.text)
    if lane.promised:
        _draw_promised(drawing, columns.scale, lane.promised, middle)
    if lane.reached:
        _draw_reached(drawing, columns.scale, lane.reached, middle)
    _draw_links(drawing, columns, lane, top)
    drawing.end_lane(columns.row)


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
    middle = columns.reached + GAP / 2 if columns.told else (columns.scale.start + WIDTH) / 2
    edges = [0.0, middle, WIDTH] if len(linked) > 1 else [0.0, WIDTH]
    for mark, ends in zip(linked, pairwise(edges), strict=False):
        drawing.link(mark, ends, top, top + columns.row)


def _compared(lane: Lane) -> float:
    return next(mark.low for mark in lane.marks if mark.low is not None)
