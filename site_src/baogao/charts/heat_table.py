"""A heat table: areas one below the other, years across; what is not stated stays empty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from baogao.charts.lane_data import Mark
from baogao.charts.letters import small_width, text_width, wrap
from baogao.charts.shape_kinds import SHADES, SMALL
from baogao.charts.vega_lite import WIDTH, Drawing

# All in pixels.
ROW, APART = 26, 2  # which a finger still hits; between cells
NAME = 110  # the widest name
WIDEST = 64  # of a cell
YEAR_ROOM = 30
KEY, KEY_WIDTH = 14, 22  # of the shades' key
LINE = 20  # of a key in words


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the kind of its ground, what is written in it, and whose sentence it leads to."""

    ground: str
    text: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An area with its cells, one for each year; None where nothing is stated."""

    name: str
    cells: tuple[Cell | None, ...]


def heat_drawing(rows: Sequence[Row], years: Sequence[int], key: Sequence[Cell]) -> Drawing:
    """Lay rows out below the key and the years.

    The key is of shades from low to high, whose ends are named, or of grounds with their words.
    """
    drawing = Drawing()
    names = min(NAME, max(text_width(row.name) for row in rows)) + 8
    width = min(WIDEST, (WIDTH - names) / len(years))
    draw_key(drawing, key)
    every = int(-(-YEAR_ROOM // width))
    for place in range(len(years))[::-1][::every]:
        x = names + (place + 0.5) * width
        drawing.add("axis", x=x, y=drawing.y + SMALL, text=str(years[place]))
    drawing.y += 18
    for row in _with_room(rows, width - APART):
        _draw_row(drawing, row, names, width)
    return drawing


def _with_room(rows: Sequence[Row], width: float) -> Sequence[Row]:
    """Return rows without their texts, if one of these is too wide for its cell."""
    texts = [cell.text for row in rows for cell in row.cells if cell]
    if all(small_width(text) <= width for text in texts):
        return rows
    bare = (tuple(cell and replace(cell, text="") for cell in row.cells) for row in rows)
    return [Row(row.name, cells) for row, cells in zip(rows, bare, strict=True)]


def _draw_row(drawing: Drawing, row: Row, left: float, width: float) -> None:
    drawing.begin_lane()
    top, base = drawing.y, drawing.y + ROW / 2 + SMALL / 3
    drawing.add("name", x=0, y=base, text=wrap(row.name, NAME)[0])
    for place, cell in enumerate(row.cells):
        if cell:
            _draw_cell(drawing, cell, (left + place * width, top), width)
    drawing.end_lane(ROW)


def _draw_cell(drawing: Drawing, cell: Cell, corner: tuple[float, float], width: float) -> None:
    left, top = corner
    right, bottom = left + width - APART, top + ROW - APART
    drawing.add(cell.ground, x=left, x2=right, y=top, y2=bottom)
    if cell.text:
        middle = (left + right) / 2
        drawing.add("cell", x=middle, y=top + ROW / 2 + SMALL / 3, text=cell.text)
    if cell.mark:
        drawing.link(cell.mark, (left, left + width), top, top + ROW)


# --- the key --------------------------------------------------------------------------------------


def draw_key(drawing: Drawing, key: Sequence[Cell]) -> None:
    """Draw what the grounds mean: shades in a row with words at both ends, or each with its own."""
    if all(cell.ground in SHADES for cell in key):
        _draw_shades(drawing, key)
    else:
        _draw_grounds(drawing, key)
    drawing.y += 8


def _draw_shades(drawing: Drawing, key: Sequence[Cell]) -> None:
    lowest, highest = key[0].text, key[-1].text
    left = small_width(lowest) + 6
    drawing.add("axis-left", x=0, y=drawing.y + SMALL, text=lowest)
    for place, cell in enumerate(key):
        x = left + place * (KEY_WIDTH + 1)
        drawing.add(cell.ground, x=x, x2=x + KEY_WIDTH, y=drawing.y, y2=drawing.y + KEY)
    end = left + len(key) * (KEY_WIDTH + 1) + 5
    drawing.add("axis-left", x=end, y=drawing.y + SMALL, text=highest)
    drawing.y += LINE


def _draw_grounds(drawing: Drawing, key: Sequence[Cell]) -> None:
    x = 0.0
    for cell in key:
        need = KEY_WIDTH + small_width(cell.text) + 16
        if x and x + need > WIDTH:
            x, drawing.y = 0.0, drawing.y + LINE
        y = drawing.y
        drawing.add(cell.ground, x=x, x2=x + KEY, y=y, y2=y + KEY)
        drawing.add("axis-left", x=x + KEY + 4, y=y + SMALL, text=cell.text)
        x += need
    drawing.y += LINE
