"""Shapes in pixels to a Vega-Lite specification: the one home of Altair.

How each kind of shape looks is said once, in Altair; a chart then only brings its shapes. Colours are
the page's, so that a chart follows its theme. There are two drawings: the static one, and the one that
a browser makes of the same shapes, in which lanes can move (`shift`, pixels for each lane) and be lit
(`lit`, lanes; `here`, the one lane that a reader is at).
"""

from dataclasses import dataclass, field
from functools import lru_cache

WIDTH, SIZE = 328, 13
REACHED, PROMISED, TRACK, BACK = (
    f"var(--chart-{name})" for name in ("reached", "promised", "track", "back")
)
NO_LANE = -1
PARAMETERS = {"shift": [], "lit": [], "here": NO_LANE}
UNLIT = "length(lit) > 0 && indexof(lit, datum.lane) < 0"


@dataclass
class Drawing:
    """Shapes by kind, while a chart is laid out from top to bottom; `y` is where it has come to.

    `tops` are where the lanes begin; a shape belongs to the last one, or to none.
    """

    y: float = 0
    lane: int = NO_LANE
    tops: list[float] = field(default_factory=list)
    shapes: dict[str, list[dict]] = field(default_factory=dict)

    def begin_lane(self) -> None:
        """Let the following shapes belong to a new lane."""
        self.lane = len(self.tops)
        self.tops.append(self.y)

    def end_lane(self, height: float) -> None:
        """Come to the lane's lower edge."""
        self.lane = NO_LANE
        self.y += height

    def add(self, kind: str, **shape: object) -> None:
        """Put a shape on the layer of its kind."""
        self.shapes.setdefault(kind, []).append({"lane": self.lane} | shape)

    def specification(self) -> dict:
        """Return the static Vega-Lite specification, WIDTH wide and as high as the drawing has come."""
        whole, layers = _templates()
        drawn = [
            layer | {"data": {"values": self.shapes[kind]}}
            for kind, layer in layers
            if kind in self.shapes
        ]
        return whole | {"width": WIDTH, "height": self.y, "layer": drawn}


@lru_cache(maxsize=1)
def _templates() -> tuple[dict, list[tuple[str, dict]]]:
    """Return the specification without its layers, and the layers without data, the lowest first."""
    import altair  # half a second, which only a build that draws has to wait

    kinds = _kinds(altair, "y", "y2") | {"link": _link(altair)}
    whole = altair.layer(*kinds.values(), padding=0, autosize="none").to_dict(validate=False)
    layers = list(zip(kinds, whole.pop("layer"), strict=True))
    return whole | {"background": None, "config": {"view": {"stroke": None}}}, layers


def live_specification() -> dict:
    """Return the Vega-Lite specification of every chart in a browser, where each kind is a data set to be filled.

    Links are not in it: the page keeps its own.
    """
    import altair

    unlit = altair.condition(UNLIT, altair.value(0.35), altair.value(1))
    here = altair.condition("datum.lane === here", altair.value(0.6), altair.value(0))
    chart, dashed = altair.Chart(), {"stroke": "currentColor", "strokeDash": [2, 3]}
    kinds = {
        "band": chart.mark_rect(aria=False, fill=TRACK).encode(
            opacity=here, **_box(altair, "at", "to")
        ),
        "level": chart.mark_rule(aria=False, **dashed).encode(
            opacity=here, **_box(altair, "y", "y2")
        ),
    }
    for kind, layer in _kinds(altair, "at", "to").items():
        kinds[kind] = layer if layer.mark.type == "text" else layer.encode(opacity=unlit)
    layers = [
        layer.properties(data=altair.NamedData(kind)).transform_calculate(
            **{to: f"datum.{y} + (shift[datum.lane] || 0)" for y, to in (("y", "at"), ("y2", "to"))}
        )
        for kind, layer in kinds.items()
    ]
    whole = altair.layer(*layers, padding=0, autosize="none", width=WIDTH, height=WIDTH)
    whole = whole.add_params(
        *(altair.param(name=name, value=value) for name, value in PARAMETERS.items())
    )
    return whole.to_dict(validate=False) | {"config": {"aria": False, "view": {"stroke": None}}}


def _dot(altair, y: str) -> dict:
    return {
        "x": altair.X("x", type="quantitative", scale=None, axis=None),
        "y": altair.Y(y, type="quantitative", scale=None, axis=None),
    }


def _box(altair, y: str, y2: str) -> dict:
    return _dot(altair, y) | {"x2": altair.X2("x2"), "y2": altair.Y2(y2)}


def _kinds(altair, y: str, y2: str) -> dict:
    """Return how each kind of shape is drawn: solid for what is reached, hollow for what is promised.

    None of them speaks to a reader of the screen: the links, the chart's description and its table do.
    """
    dot, box = _dot(altair, y), _box(altair, y, y2)
    symbol = dot | {
        "shape": altair.Shape("shape:N", scale=None),
        "size": altair.Size("size:Q", scale=None),
    }
    chart = altair.Chart()

    def text(colour: str = "currentColor", **style: str) -> object:
        mark = chart.mark_text(
            aria=False, baseline="alphabetic", fontSize=SIZE, fill=colour, **style
        )
        return mark.encode(text="text:N", **dot)

    return {
        "track": chart.mark_rect(aria=False, fill=TRACK).encode(**box),
        "bar": chart.mark_rect(aria=False, fill=REACHED).encode(**box),
        "zero": chart.mark_rule(aria=False, stroke="currentColor").encode(**box),
        "hollow bar": chart.mark_rect(
            aria=False, fill="transparent", stroke=PROMISED, strokeWidth=1.5
        ).encode(**box),
        "rule": chart.mark_rule(aria=False, stroke=PROMISED, strokeWidth=2).encode(**box),
        "point": chart.mark_point(
            aria=False, stroke=PROMISED, strokeWidth=2, fill=BACK, opacity=1
        ).encode(**symbol),
        "group": text(fontWeight="bold", align="left"),
        "name": text(align="left"),
        "reached": text(align="right"),
        "promised": text(PROMISED, align="right"),
        "reached head": text(REACHED, align="right"),
        "promised head": text(PROMISED, align="right"),
    }


def _link(altair) -> object:
    """Return how a link is drawn: painted, if not visibly, as what has no fill cannot be pointed at."""
    mark = altair.Chart().mark_rect(fill="currentColor", fillOpacity=0, ariaRoleDescription="链接")
    return mark.encode(
        **_box(altair, "y", "y2"),
        href=altair.Href("href:N"),
        description=altair.Description("label:N"),
        tooltip=altair.Tooltip("label:N"),
    )
