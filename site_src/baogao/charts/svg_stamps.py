"""How each kind of shape looks as SVG: Vega draws one of each, and every chart repeats it.

A chart's shapes have their places in pixels before anything is drawn, so that only how they look is
Vega's to say. Drawn one by one, a chart took 8 ms and said the same of each shape; this takes half
a second, once for all charts (`engine` keeps what comes out).
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from baogao.charts import vega_to_svg
from baogao.charts.shape_kinds import SYMBOLS
from baogao.charts.vega_lite import one_of_each

SVG = "{http://www.w3.org/2000/svg}"
LAYER = re.compile(r"layer_(\d+)_marks")
# Attributes that say where a shape is, that the page decides, or that are so without being said.
PLACE = {"d", "transform", "x2", "y2"}
PAGES_OWN = {"font-family", "role", "aria-label", "aria-roledescription"}
IDLE = {("opacity", "1"), ("text-anchor", "start")}
STEP = re.compile(r"([MLA])([^MLAZ]+)")  # of an outline: M-4.472,0 or L0,-4.472

# By kind of shape, the lowest first: its attributes, and of a symbol its outline.
Stamps = Mapping[str, Mapping[str, str]]
BEGIN, OUTLINE = "begin", "outline"


def stamps() -> Stamps:
    """Return how each kind of shape looks, drawn by Vega."""
    kinds, spec = one_of_each()
    root = ElementTree.fromstring(vega_to_svg.drawn(spec))
    marks = dict(filter(None, map(_mark, root.iter(f"{SVG}g"))))
    return {kind: _stamp(kind, marks[number]) for number, kind in enumerate(kinds)}


def _mark(group: Element) -> tuple[int, Element] | None:
    """Return the number of a layer and what is drawn in it; nothing for another group."""
    layer = LAYER.search(group.get("class", ""))
    return (int(layer[1]), next(_drawn_in(group))) if layer else None


def _drawn_in(group: Element) -> Iterator[Element]:
    """Yield what is drawn in a group, in its links too."""
    return (part for part in group.iter() if part.tag not in (f"{SVG}g", f"{SVG}a"))


def _stamp(kind: str, mark: Element) -> dict[str, str]:
    """Return the attributes of a mark; what could be filled and is not says so."""
    said = {"fill": "none"} if mark.tag == f"{SVG}path" else {}
    said |= {name: value for name, value in mark.attrib.items() if _is_said(name, value)}
    return said | _outline(mark.attrib["d"]) if kind in SYMBOLS else said


def _is_said(name: str, value: str) -> bool:
    return name not in PLACE | PAGES_OWN and (name, value) not in IDLE


def _outline(path: str) -> dict[str, str]:
    """Return where a symbol's outline begins, to the side of its middle, and the way around."""
    (_, start), *rest = STEP.findall(path)
    begin = at_x, at_y = _numbers(start)
    way, last = "", ""
    for command, numbers in rest:
        *bend, x, y = _numbers(numbers)
        digits = 2 if bend else 1  # half a circle a little too wide would be an egg
        step = " ".join(place(number, digits) for number in (*bend, x - at_x, y - at_y))
        way += (" " if command == last else command.lower()) + step
        at_x, at_y, last = x, y, command
    return {BEGIN: place(begin[0]), OUTLINE: way.replace(" -", "-") + "z"}


def _numbers(written: str) -> tuple[float, ...]:
    return tuple(map(float, written.split(",")))


def place(number: float, digits: int = 1) -> str:
    """Write a number to a tenth of a pixel."""
    return f"{round(number, digits) + 0:.8g}"
