"""Shapes in pixels to a Vega-Lite specification: the one home of Altair.

How each kind of shape looks is said once, in Altair; a chart then only brings its shapes. Colours
are the page's, so that a chart follows its theme. There are two drawings: the static one, and the
one that a browser makes of the same shapes, in which lanes can move (`shift`, pixels for each lane)
and be lit (`lit`, lanes; `here`, the one lane that a reader is at).

For the static one Vega draws each kind of shape once (`one_of_each`), and `svg_stamps` repeats it.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

WIDTH = 328  # pixels, as all lengths
SIZE = 13  # of letters
REACHED, PROMISED, TRACK, BACK = (
    f"var(--chart-{name})" for name in ("reached", "promised", "track", "back")
)
NO_LANE = -1
PARAMETERS = {"shift": [], "lit": [], "here": NO_LANE}
UNLIT = "length(lit) > 0 && indexof(lit, datum.lane) < 0"
# The kinds of shapes that stand at a point, and the area of each, the lowest first.
SYMBOLS = {"triangle-right": 40, "triangle-left": 40, "circle": 60, "diamond": 80}


@dataclass
class Drawing:
    """Shapes by kind, while a chart is laid out from top to bottom.

    `y` is where it has come to, `tops` are where the lanes begin, `heights` how high they are; a
    shape belongs to the last lane, or to none. `levels` are the places across of what lanes are
    compared by, None for a lane on a scale of its own.
    """

    y: float = 0
    lane: int = NO_LANE
    tops: list[float] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    levels: list[float | None] = field(default_factory=list)
    shapes: dict[str, list[dict]] = field(default_factory=dict)

    def begin_lane(self) -> None:
        """Let the following shapes belong to a new lane."""
        self.lane = len(self.tops)
        self.tops.append(self.y)

    def end_lane(self, height: float) -> None:
        """Come to the lane's lower edge."""
        self.lane = NO_LANE
        self.heights.append(height)
        self.y += height

    def add(self, kind: str, **shape: object) -> None:
        """Put a shape on the layer of its kind."""
        self.shapes.setdefault(kind, []).append({"lane": self.lane} | shape)

    def specification(self) -> dict:
        """Return the static Vega-Lite specification, as high as the drawing has come."""
        whole, layers = _templates()
        drawn = [
            layer | {"data": {"values": self.shapes[kind]}}
            for kind, layer in layers
            if kind in self.shapes
        ]
        return whole | {"width": WIDTH, "height": self.y, "layer": drawn}


def one_of_each() -> tuple[list[str], dict]:
    """Return the kinds of shapes, the lowest first, and a specification with one shape of each."""
    _, layers = _templates()
    drawing = Drawing()
    for kind, _ in layers:
        drawing.add(kind, x=0, y=0, x2=1, y2=1, text=kind, href=kind, label=kind)
    return [kind for kind, _ in layers], drawing.specification()


@lru_cache(maxsize=1)
def _templates() -> tuple[dict, list[tuple[str, dict]]]:
    """Return the specification without layers, and the layers without data, the lowest first."""
    import altair  # half a second, which only a build that draws has to wait

    kinds = _kinds(altair, "y", "y2") | {"link": _link(altair)}
    whole = altair.layer(*kinds.values(), padding=0, autosize="none").to_dict(validate=False)
    layers = list(zip(kinds, whole.pop("layer"), strict=True))
    return whole | {"background": None, "config": {"view": {"stroke": None}}}, layers


def live_specification() -> dict:
    """Return the Vega-Lite specification of every chart in a browser.

    Each kind of shape is a data set to be filled. Links are not in it: the page keeps its own.
    """
    import altair

    layers = [
        layer.properties(data=altair.NamedData(kind)).transform_calculate(**_moved())
        for kind, layer in (_lane_marks(altair) | _lit_kinds(altair)).items()
    ]
    whole = altair.layer(*layers, padding=0, autosize="none", width=WIDTH, height=WIDTH)
    parameters = [altair.param(name=name, value=value) for name, value in PARAMETERS.items()]
    whole = whole.add_params(*parameters)
    return whole.to_dict(validate=False) | {"config": {"aria": False, "view": {"stroke": None}}}


def _moved() -> dict[str, str]:
    """Return where a shape's top and bottom are when its lane has moved, as Vega expressions."""
    ends = {"at": "y", "to": "y2"}
    return {moved: f"datum.{end} + (shift[datum.lane] || 0)" for moved, end in ends.items()}


def _lane_marks(altair: Any) -> dict:
    """Return what shows the lane that a reader is at: a band behind it, a line at its level."""
    here = altair.condition("datum.lane === here", altair.value(0.6), altair.value(0))
    band = altair.Chart().mark_rect(aria=False, fill=TRACK)
    level = altair.Chart().mark_rule(aria=False, stroke="currentColor", strokeDash=[2, 3])
    return {
        "band": band.encode(opacity=here, **_box(altair, "at", "to")),
        "level": level.encode(opacity=here, **_box(altair, "y", "y2")),
    }


def _lit_kinds(altair: Any) -> dict:
    """Return the kinds of shapes, of which those in lanes that are not lit are paler."""
    unlit = altair.condition(UNLIT, altair.value(0.35), altair.value(1))
    return {
        kind: layer if layer.mark.type == "text" else layer.encode(opacity=unlit)
        for kind, layer in _kinds(altair, "at", "to").items()
    }


# --- kinds of shapes ------------------------------------------------------------------------------


def _dot(altair: Any, y: str) -> dict:
    return {
        "x": altair.X("x", type="quantitative", scale=None, axis=None),
        "y": altair.Y(y, type="quantitative", scale=None, axis=None),
    }


def _box(altair: Any, y: str, y2: str) -> dict:
    return _dot(altair, y) | {"x2": altair.X2("x2"), "y2": altair.Y2(y2)}


def _kinds(altair: Any, y: str, y2: str) -> dict:
    """Return how each kind of shape is drawn, from below to above; `y` and `y2` are its fields.

    None of them speaks to a reader of the screen: the links, the description and the table do.
    """
    return _boxes(altair, y, y2) | _points(altair, y) | _texts(altair, y)


def _boxes(altair: Any, y: str, y2: str) -> dict:
    """Return the bars and lines: solid for what is reached, hollow for what is promised."""
    box = _box(altair, y, y2)

    def filled(colour: str, **style: object) -> Any:
        return altair.Chart().mark_rect(aria=False, fill=colour, **style).encode(**box)

    def line(colour: str, **style: object) -> Any:
        return altair.Chart().mark_rule(aria=False, stroke=colour, **style).encode(**box)

    return {
        "track": filled(TRACK),
        "bar": filled(REACHED),
        "zero": line("currentColor"),
        "hollow-bar": filled("transparent", stroke=PROMISED, strokeWidth=1.5),
        "rule": line(PROMISED, strokeWidth=2),
    }


def _points(altair: Any, y: str) -> dict:
    """Return the marks of promises, each with its own form and size."""

    def symbol(shape: str, size: int) -> Any:
        mark = altair.Chart().mark_point(
            aria=False,
            shape=shape,
            size=size,
            stroke=PROMISED,
            strokeWidth=2,
            fill=BACK,
            opacity=1,
        )
        return mark.encode(**_dot(altair, y))

    return {shape: symbol(shape, size) for shape, size in SYMBOLS.items()}


def _texts(altair: Any, y: str) -> dict:
    """Return names and values: what is reached and promised in the colours of its marks."""

    def text(colour: str, align: str, **style: str) -> Any:
        mark = altair.Chart().mark_text(
            aria=False, baseline="alphabetic", fontSize=SIZE, fill=colour, align=align, **style
        )
        return mark.encode(text="text:N", **_dot(altair, y))

    return {
        "group": text("currentColor", "left", fontWeight="bold"),
        "name": text("currentColor", "left"),
        "reached": text("currentColor", "right"),
        "promised": text(PROMISED, "right"),
        "reached-head": text(REACHED, "right"),
        "promised-head": text(PROMISED, "right"),
    }


def _link(altair: Any) -> Any:
    """Return how a link is drawn: painted, if not visibly, as what has no fill cannot be hit."""
    mark = altair.Chart().mark_rect(fill="currentColor", fillOpacity=0)
    return mark.encode(
        **_box(altair, "y", "y2"),
        href=altair.Href("href:N"),
        description=altair.Description("label:N"),
        tooltip=altair.Tooltip("label:N"),
    )
