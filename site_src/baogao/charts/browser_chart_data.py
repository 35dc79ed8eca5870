"""What a browser needs to make a chart answer: its shapes, its data, the orders of its lanes.

The drawing's rules are one Vega specification for all charts (`template`); a chart brings its
shapes only, a column for each of their properties.
"""

from collections.abc import Iterator, Sequence

from baogao.charts import vega_to_svg
from baogao.charts.lane_data import Lane, Mark
from baogao.charts.quantity_words import bound_word
from baogao.charts.vega_lite import Drawing, live_specification
from baogao.content.decimal_text import plain_decimal

FEWEST = 4  # lanes that another order would help
LONGEST = 70  # characters of a sentence
BEHIND = 10  # characters that a hint shows behind a figure that comes late in its sentence


def template() -> dict:
    """Return the Vega specification of every chart; its data sets are the kinds of shapes."""
    return vega_to_svg.compiled(live_specification())


def browser_data(
    drawing: Drawing, lanes: Sequence[Lane], columns: Sequence[str], strings: dict
) -> dict:
    """Return a chart as the script in the browser takes it.

    `columns` are the headings: subject, reached, promised. `links` are pairs of lane and row, in
    the order in which the drawing has its links.
    """
    drawn = [lane for lane in lanes if lane.drawn]
    rows, links = _rows_and_links(lanes, columns, strings)
    return {
        "height": drawing.y,
        "shapes": dict(_shapes(drawing)),
        "kin": _kin(drawn),
        "orders": list(_orders(drawing, drawn, columns, strings["charts"]["orders"])),
        "links": links,
        "columns": strings["charts"]["data"],
        "rows": rows,
    }


def _rows_and_links(
    lanes: Sequence[Lane], columns: Sequence[str], strings: dict
) -> tuple[list[list[str]], list[list[int]]]:
    """Return the data, a row for each mark, and which drawn lane's link leads to which row."""
    rows: list[list[str]] = []
    links: list[list[int]] = []
    drawn = 0
    for lane in lanes:
        for mark, head in zip((lane.reached, lane.promised), columns[1:], strict=True):
            if mark is None:
                continue
            if mark.href and lane.drawn:
                links.append([drawn, len(rows)])
            rows.append(_row(lane, mark, head, strings))
        drawn += lane.drawn
    return rows, links


def _shapes(drawing: Drawing) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each kind of shape with its properties as columns; links stay the page's own."""
    for kind, shapes in drawing.shapes.items():
        if kind != "link":
            yield kind, {name: _column(name, shapes) for name in shapes[0]}


def _column(name: str, shapes: Sequence[dict]) -> object:
    """Return a property of all shapes, said once where it is the same for all."""
    column = [_short(shape[name]) for shape in shapes]
    return column[0] if name != "lane" and len(set(column)) == 1 else column


def _short(value: object) -> object:
    """Round a place to a hundredth of a pixel."""
    if not isinstance(value, float):
        return value
    return int(value) if value.is_integer() else round(value, 2)


def _row(lane: Lane, mark: Mark, head: str, strings: dict) -> list[str]:
    seen = mark.seen
    if not seen:
        return [lane.title, "", head, mark.text, mark.text, "", "", "", "", mark.href]
    return [
        lane.title,
        seen.period,
        strings["charts"]["statuses"][seen.status],
        mark.text,
        plain_decimal(seen.value),
        "" if seen.value_high is None else plain_decimal(seen.value_high),
        bound_word(seen.bound, strings),
        seen.unit,
        excerpt(seen.quote, seen.text),
        mark.href,
    ]


def excerpt(sentence: str, figure: str) -> str:
    """Return what fits into a hint: a sentence's beginning, or what stands around a late figure."""
    end = max(sentence.find(figure), 0) + len(figure) + BEHIND
    start = max(0, end - LONGEST)
    before = "…" if start else ""
    after = "…" if len(sentence) > start + LONGEST else ""
    return before + sentence[start : start + LONGEST] + after


# --- lanes of one area, lanes in another order ----------------------------------------------------


def _seen_field(lane: Lane, name: str) -> str:
    """Return a field of the first observation in a lane."""
    return next((getattr(mark.seen, name) for mark in lane.marks if mark.seen), "")


def _kin(lanes: Sequence[Lane]) -> list[int]:
    """Return a number for each lane, the same for lanes of one area and indicator.

    There are none where each lane has its own, or all have the same.
    """
    families = [(_seen_field(lane, "area"), _seen_field(lane, "indicator")) for lane in lanes]
    known = list(dict.fromkeys(families))
    return [known.index(family) for family in families] if 1 < len(known) < len(lanes) else []


def _orders(
    drawing: Drawing, lanes: Sequence[Lane], columns: Sequence[str], words: dict
) -> Iterator[dict]:
    """Yield the orders that differ, with how far each lane moves; the drawing's own comes first."""
    if len(lanes) < FEWEST or any(lane.group for lane in lanes):
        return
    found = {tuple(order): name for name, order in _named_orders(lanes, columns, words)}
    own = found.pop(tuple(range(len(lanes))), words["printed"])
    if found:
        yield {"name": own, "shift": []}
    for order, name in found.items():
        yield {"name": name, "shift": _shift(drawing, order)}


def _named_orders(
    lanes: Sequence[Lane], columns: Sequence[str], words: dict
) -> Iterator[tuple[str, list[int]]]:
    """Yield orders by year and by value: a name, and the places of the lanes in it."""
    years = [_seen_field(lane, "period") for lane in lanes]
    if len(set(years)) > 1:
        yield words["year"], _falling(years)
    sides = ([lane.reached for lane in lanes], [lane.promised for lane in lanes])
    for head, marks in zip(columns[1:], sides, strict=True):
        if sum(bool(mark) for mark in marks) > 1:
            yield words["value"].format(head=head), _falling([_height(mark) for mark in marks])


def _falling(keys: Sequence[str] | Sequence[float]) -> list[int]:
    """Return the places of these keys from the highest to the lowest."""
    return sorted(range(len(keys)), key=keys.__getitem__, reverse=True)


def _height(mark: Mark | None) -> float:
    return float("-inf") if mark is None or mark.low is None else mark.low


def _shift(drawing: Drawing, order: Sequence[int]) -> list[float]:
    """Return how far each lane moves down when the lanes stand in this order."""
    ends = [*drawing.tops[1:], drawing.y]
    shift = [0.0] * len(order)
    top = drawing.tops[0]
    for number in order:
        shift[number] = round(top - drawing.tops[number], 2)
        top += ends[number] - drawing.tops[number]
    return shift
