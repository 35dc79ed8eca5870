"""A tile map: the provinces as equal tiles, each about where it lies; what is not stated is empty.

The arrangement is one of seven by eight: neighbours stay neighbours as far as a grid lets them.
"""

from collections.abc import Mapping, Sequence

from baogao.charts.heat_table import Cell, draw_key
from baogao.charts.letters import small_width
from baogao.charts.vega_lite import WIDTH, Drawing

COLUMNS = 7
TILE = WIDTH / COLUMNS
APART = 2
NAME, VALUE = 20, 36  # how far below a tile's edge its words stand
MORE = "…"  # for a value in more words than a tile holds
# By code: the row and the column of its tile.
TILES = {
    "230000": (0, 6),
    "150000": (1, 4),
    "110000": (1, 5),
    "220000": (1, 6),
    "650000": (2, 0),
    "620000": (2, 1),
    "640000": (2, 2),
    "140000": (2, 3),
    "130000": (2, 4),
    "120000": (2, 5),
    "210000": (2, 6),
    "630000": (3, 1),
    "610000": (3, 2),
    "410000": (3, 3),
    "370000": (3, 4),
    "540000": (4, 0),
    "510000": (4, 1),
    "500000": (4, 2),
    "420000": (4, 3),
    "340000": (4, 4),
    "320000": (4, 5),
    "310000": (4, 6),
    "530000": (5, 1),
    "520000": (5, 2),
    "430000": (5, 3),
    "360000": (5, 4),
    "330000": (5, 5),
    "450000": (6, 2),
    "440000": (6, 3),
    "350000": (6, 4),
    "710000": (6, 5),
    "460000": (7, 2),
    "820000": (7, 3),
    "810000": (7, 4),
}


def tile_drawing(
    names: Mapping[str, str], cells: Mapping[str, Cell], key: Sequence[Cell]
) -> Drawing:
    """Lay tiles out below the key: `names` are those of all provinces, `cells` what is stated."""
    drawing = Drawing()
    draw_key(drawing, key)
    top = drawing.y
    shown = {code: name for code, name in names.items() if code in TILES}
    for code, name in shown.items():
        row, column = TILES[code]
        _draw_tile(drawing, name, cells.get(code), (column * TILE, top + row * TILE))
    drawing.y = top + TILE * (1 + max(TILES[code][0] for code in shown))
    return drawing


def _draw_tile(drawing: Drawing, name: str, cell: Cell | None, corner: tuple[float, float]) -> None:
    left, top = corner
    right, bottom, middle = left + TILE - APART, top + TILE - APART, left + TILE / 2 - 1
    drawing.add(cell.ground if cell else "track", x=left, x2=right, y=top, y2=bottom)
    drawing.add("cell" if cell else "axis", x=middle, y=top + NAME, text=_short(name))
    if cell:
        value = cell.text if small_width(cell.text) <= TILE else MORE
        drawing.add("cell", x=middle, y=top + VALUE, text=value)
        if cell.mark:
            drawing.link(cell.mark, (left, right), top, bottom)


def _short(name: str) -> str:
    """Return as much of a name as a tile holds."""
    if small_width(name) <= TILE:
        return name
    fitting = (name[:end] for end in range(len(name), 0, -1) if small_width(name[:end]) < TILE - 4)
    return next(fitting) + "."
