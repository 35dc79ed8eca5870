"""What a browser needs of a lane chart to make it answer: its shapes, the orders its lanes can take, its data.

The drawing's rules are one Vega specification for all charts (`template`); a chart brings its shapes only,
a column for each of their properties.
"""

from collections.abc import Iterator, Sequence

from baogao.charts import svg
from baogao.charts.chart_words import AS_PRINTED, BOUNDS, BY_VALUE, BY_YEAR, DATA, STATES
from baogao.charts.lanes import Lane, Mark
from baogao.charts.shapes import Drawing, live_specification
from baogao.content.numerals import plain_decimal

FEWEST = 4  # lanes that another order would help
LONGEST = 70  # characters of a sentence


def template() -> dict:
    """Return the Vega specification of every chart; its data sets are the kinds of shapes."""
    return svg.compiled(live_specification())


def live(drawing: Drawing, lanes: Sequence[Lane], columns: Sequence[str]) -> dict:
    """Return a chart for the browser: `links` are pairs of lane and row, in the order in which the drawing has them."""
    drawn, rows, links = [], [], []
    for lane in lanes:
        for mark, head in zip((lane.reached, lane.promised), columns[1:]):
            if mark and mark.href and lane.drawn:
                links.append([len(drawn), len(rows)])
            if mark:
                rows.append(_row(lane, mark, head))
        if lane.drawn:
            drawn.append(lane)
    return {
        "height": drawing.y,
        "shapes": dict(_shapes(drawing)),
        "kin": _kin(drawn),
        "orders": list(_orders(drawing, drawn, columns)),
        "links": links,
        "columns": DATA,
        "rows": rows,
    }


def _shapes(drawing: Drawing) -> Iterator[tuple[str, dict[str, list]]]:
    for kind, shapes in drawing.shapes.items():
        if kind != "link":
            columns = {name: [_short(shape[name]) for shape in shapes] for name in shapes[0]}
            yield (
                kind,
                {
                    name: column[0] if name != "lane" and len(set(column)) == 1 else column
                    for name, column in columns.items()
                },
            )


def _short(value: object) -> object:
    """Round a place to a hundredth of a pixel."""
    if not isinstance(value, float):
        return value
    return int(value) if value.is_integer() else round(value, 2)


def _row(lane: Lane, mark: Mark, head: str) -> list[str]:
    seen = mark.seen
    if not seen:
        return [lane.title, "", head, mark.text, mark.text, "", "", "", "", mark.href]
    high = "" if seen.value_high is None else plain_decimal(seen.value_high)
    return [
        lane.title,
        seen.period,
        STATES[seen.status],
        mark.text,
        plain_decimal(seen.value),
        high,
        BOUNDS.get(seen.bound, ""),
        seen.unit,
        excerpt(seen.quote, seen.text),
        mark.href,
    ]


def excerpt(sentence: str, figure: str) -> str:
    """Return what fits into a hint of a sentence: its beginning, or what stands around a figure that comes later."""
    end = max(sentence.find(figure), 0) + len(figure) + 10
    start = max(0, end - LONGEST)
    return (
        ("…" if start else "")
        + sentence[start : start + LONGEST]
        + ("…" if len(sentence) > start + LONGEST else "")
    )


# --- lanes of one area, lanes in another order ----------------------------------------------------


def _first(lane: Lane, name: str) -> str:
    return next((getattr(mark.seen, name) for mark in lane.marks if mark.seen), "")


def _kin(lanes: Sequence[Lane]) -> list[int]:
    """Return a number for each lane, the same for lanes of one area and indicator; none where each has its own."""
    families = [(_first(lane, "area"), _first(lane, "indicator")) for lane in lanes]
    known = list(dict.fromkeys(families))
    return [known.index(family) for family in families] if 1 < len(known) < len(lanes) else []


def _orders(drawing: Drawing, lanes: Sequence[Lane], columns: Sequence[str]) -> Iterator[dict]:
    """Yield the orders that differ, the drawing's own first: their names, and how far each lane moves."""
    if len(lanes) < FEWEST or any(lane.group for lane in lanes):
        return
    drawn = list(range(len(lanes)))
    found = {tuple(order): name for name, order in _named_orders(lanes, columns)}
    own = found.pop(tuple(drawn), AS_PRINTED)
    if found:
        yield {"name": own, "shift": []}
    for order, name in found.items():
        yield {"name": name, "shift": _shift(drawing, order)}


def _named_orders(lanes: Sequence[Lane], columns: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    drawn = range(len(lanes))
    years = {_first(lane, "period") for lane in lanes}
    if len(years) > 1:
        yield (
            BY_YEAR,
            sorted(drawn, key=lambda number: _first(lanes[number], "period"), reverse=True),
        )
    for head, marks in zip(
        columns[1:], ([lane.reached for lane in lanes], [lane.promised for lane in lanes])
    ):
        if sum(bool(mark) for mark in marks) > 1:
            yield (
                BY_VALUE.format(head),
                sorted(drawn, key=lambda number: _height(marks[number]), reverse=True),
            )


def _height(mark: Mark | None) -> float:
    return float("-inf") if mark is None or mark.low is None else mark.low


def _shift(drawing: Drawing, order: Sequence[int]) -> list[float]:
    """Return how far each lane moves down when the lanes stand in this order."""
    ends = [*drawing.tops[1:], drawing.y]
    shift, top = [0.0] * len(order), drawing.tops[0]
    for number in order:
        shift[number] = round(top - drawing.tops[number], 2)
        top += ends[number] - drawing.tops[number]
    return shift
