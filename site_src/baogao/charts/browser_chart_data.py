"""What a browser needs to make a chart answer: its lanes, their orders, what its marks say.

The drawing's rules are one Vega specification for all charts (`template`). The shapes are read off
the drawing in the page, names and numbers off the table beside it, and a sentence that stands in
the page there: a chart brings what is in none of them.
"""

from collections.abc import Iterator, Sequence

from baogao.charts import vega_to_svg
from baogao.charts.lane_data import Lane, Mark
from baogao.charts.quantity_words import bound_word
from baogao.charts.vega_lite import NO_LANE, Drawing, live_specification
from baogao.content.decimal_text import plain_decimal
from baogao.content.languages import is_chinese
from baogao.records import Observation

FEWEST = 4  # lanes that another order would help
LONGEST = 70  # characters of a sentence
BEHIND = 10  # characters that a hint shows behind a figure that comes late in its sentence
HERE = "#"  # how the address of a sentence begins that stands in the chart's own page


def template() -> dict:
    """Return the Vega specification of every chart; its data sets are the kinds of shapes."""
    return vega_to_svg.compiled(live_specification())


def browser_data(
    drawing: Drawing,
    lanes: Sequence[Lane],
    orders: Sequence[Sequence[int]],
    strings: dict,
) -> dict:
    """Return what the script in the browser cannot read off the page about a chart.

    Where its lanes are and how they can be ordered; and of every mark, in the order of the table,
    its lane (`lanes`), whether a link leads to its sentence (`links`, in the order in which the
    drawing has them), and what it says (`said`, by column of the table).
    """
    marked, links = _marks_and_links(drawing, lanes)
    return _beside_each_other(drawing) | {
        "tops": list(map(_short, drawing.tops)),
        "heights": _column(list(map(_short, drawing.heights))),
        "levels": [None if at is None else _short(at) for at in drawing.levels],
        "orders": orders,
        "lanes": marked,
        "links": links,
        "said": [_said(side, strings) for side in _sides(lanes) if side],
    }


def _beside_each_other(drawing: Drawing) -> dict[str, object]:
    """Return where lanes begin across and how wide they are, if some stand beside others."""
    if not any(drawing.lefts):
        return {}
    return {"lefts": list(map(_short, drawing.lefts)), "width": _short(drawing.lane_width)}


def _marks_and_links(drawing: Drawing, lanes: Sequence[Lane]) -> tuple[list[int], list[int]]:
    """Return the drawn lane that each mark is in, and the marks that have a link in the drawing.

    A mark without a link of its own is in the lane of the one that it stands with.
    """
    marks = [mark for lane in lanes for mark in lane.marks]
    number = {id(mark): place for place, mark in enumerate(marks)}
    links = [number[id(mark)] for mark in drawing.linked]
    shapes = drawing.shapes.get("link", ())
    at = {id(mark): one["lane"] for mark, one in zip(drawing.linked, shapes, strict=True)}
    beside = {
        id(mark): next((at[id(one)] for one in lane.marks if id(one) in at), NO_LANE)
        for lane in lanes
        for mark in lane.marks
    }
    return [at.get(id(mark), beside[id(mark)]) for mark in marks], links


def _sides(lanes: Sequence[Lane]) -> tuple[list[Mark], list[Mark]]:
    """Return all that is reached, and all that is promised."""
    reached, promised = ([lane.reached for lane in lanes], [lane.promised for lane in lanes])
    return [mark for mark in reached if mark], [mark for mark in promised if mark]


def _said(marks: Sequence[Mark], strings: dict) -> dict[str, object]:
    """Return what marks say, a column for each field; nothing for counts, which the table has."""
    rows = [_fields(mark, mark.seen, strings) for mark in marks if mark.seen]
    return {name: _column([row[name] for row in rows]) for name in rows[0]} if rows else {}


def _fields(mark: Mark, seen: Observation, strings: dict) -> dict[str, str]:
    fields = {
        "period": seen.period,
        "status": strings["charts"]["statuses"][seen.status],
        "value": plain_decimal(seen.value),
        "high": "" if seen.value_high is None else plain_decimal(seen.value_high),
        "bound": bound_word(seen.bound, strings),
        "unit": seen.unit,
    }
    if mark.told or mark.href.startswith(HERE) or not is_chinese(strings):
        return fields  # its sentence is read where it stands, or in the file of the Chinese page
    return fields | {"quote": excerpt(seen.quote, seen.text)}


def _column(values: list) -> object:
    """Return values, said once where all are the same."""
    return values[0] if values and len(set(values)) == 1 else values


def _short(place: float) -> float:
    """Round a place to a tenth of a pixel."""
    rounded = round(place, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def excerpt(sentence: str, figure: str) -> str:
    """Return what fits into a hint: a sentence's beginning, or what stands around a late figure."""
    end = max(sentence.find(figure), 0) + len(figure) + BEHIND
    start = max(0, end - LONGEST)
    before = "…" if start else ""
    after = "…" if len(sentence) > start + LONGEST else ""
    return before + sentence[start : start + LONGEST] + after


# --- lanes in another order -----------------------------------------------------------------------


def orders(lanes: Sequence[Lane], columns: Sequence[str], words: dict) -> dict[str, list[int]]:
    """Return the orders that differ, as the places of the lanes; the drawing's own comes first.

    `columns` are the headings: subject, reached, promised.
    """
    if len(lanes) < FEWEST or any(lane.group for lane in lanes):
        return {}
    found = {tuple(order): name for name, order in _named_orders(lanes, columns, words)}
    own = tuple(range(len(lanes)))
    found = {own: found.pop(own, words["printed"])} | found
    return {name: list(order) for order, name in found.items()} if len(found) > 1 else {}


def _named_orders(
    lanes: Sequence[Lane], columns: Sequence[str], words: dict
) -> Iterator[tuple[str, list[int]]]:
    """Yield orders by value: a name, and the places of the lanes in it."""
    sides = ([lane.reached for lane in lanes], [lane.promised for lane in lanes])
    for head, marks in zip(columns[1:], sides, strict=True):
        if sum(bool(mark) for mark in marks) > 1:
            yield words["value"].format(head=head), _falling([_height(mark) for mark in marks])


def _falling(keys: Sequence[float]) -> list[int]:
    """Return the places of these keys from the highest to the lowest."""
    return sorted(range(len(keys)), key=keys.__getitem__, reverse=True)


def _height(mark: Mark | None) -> float:
    return float("-inf") if mark is None or mark.low is None else mark.low
