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

from baogao.charts.lane_data import Mark
from baogao.charts.shape_kinds import TRACK, box, kinds, link

WIDTH = 328  # pixels, as all lengths
NO_LANE = -1
PARAMETERS = {"shift": [], "lit": [], "here": NO_LANE}
UNLIT = "length(lit) > 0 && indexof(lit, datum.lane) < 0"


@dataclass
class Drawing:
    """Shapes by kind, while a chart is laid out from top to bottom.

    `y` is where it has come to, `tops` are where the lanes begin, `lefts` where across, `heights`
    how high they are and `lane_width` how wide; a shape belongs to the last lane, or to none.
    `levels` are the places across of what lanes are compared by, None for a lane on a scale of its
    own; `linked` are the marks that the links lead from, in the order of the links.
    """

    y: float = 0
    lane: int = NO_LANE
    tops: list[float] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    lane_width: float = WIDTH
    heights: list[float] = field(default_factory=list)
    levels: list[float | None] = field(default_factory=list)
    shapes: dict[str, list[dict]] = field(default_factory=dict)
    linked: list[Mark] = field(default_factory=list)

    def begin_lane(self, left: float = 0) -> None:
        """Let the following shapes belong to a new lane."""
        self.lane = len(self.tops)
        self.tops.append(self.y)
        self.lefts.append(left)

    def end_lane(self, height: float, stay: bool = False) -> None:
        """Come to the lane's lower edge; `stay` where another lane stands beside it."""
        self.lane = NO_LANE
        self.heights.append(height)
        self.y += 0 if stay else height

    def add(self, kind: str, **shape: object) -> None:
        """Put a shape on the layer of its kind."""
        self.shapes.setdefault(kind, []).append({"lane": self.lane} | shape)

    def link(self, mark: Mark, ends: tuple[float, float], top: float, bottom: float) -> None:
        """Let what lies between these ends lead to the sentence of a mark, if it has one."""
        if mark.href:
            x, x2 = ends
            self.add("link", x=x, x2=x2, y=top, y2=bottom, href=mark.href, label=mark.label)
            self.linked.append(mark)

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

    every = kinds(altair, "y", "y2") | {"link": link(altair)}
    whole = altair.layer(*every.values(), padding=0, autosize="none").to_dict(validate=False)
    layers = list(zip(every, whole.pop("layer"), strict=True))
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
        "band": band.encode(opacity=here, **box(altair, "at", "to")),
        "level": level.encode(opacity=here, **box(altair, "y", "y2")),
    }


def _lit_kinds(altair: Any) -> dict:
    """Return the kinds of shapes, of which those in lanes that are not lit are paler."""
    unlit = altair.condition(UNLIT, altair.value(0.35), altair.value(1))
    return {
        kind: layer if layer.mark.type == "text" else layer.encode(opacity=unlit)
        for kind, layer in kinds(altair, "at", "to").items()
    }
