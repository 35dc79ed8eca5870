"""Shapes in pixels to a Vega-Lite specification: the one home of Altair.

How each kind of shape looks is said once, in Altair; a chart then only brings its shapes. Colours are
the page's, so that a chart follows its theme.
"""
from dataclasses import dataclass, field
from functools import lru_cache

WIDTH, SIZE = 328, 13
REACHED, PROMISED, TRACK, BACK = (f"var(--chart-{name})" for name in ("reached", "promised", "track", "back"))


@dataclass
class Drawing:
    """Shapes by kind, while a chart is laid out from top to bottom; `y` is where it has come to."""
    y: float = 0
    shapes: dict[str, list[dict]] = field(default_factory=dict)

    def add(self, kind: str, **shape: object) -> None:
        """Put a shape on the layer of its kind."""
        self.shapes.setdefault(kind, []).append(shape)

    def specification(self) -> dict:
        """Return the Vega-Lite specification, WIDTH wide and as high as the drawing has come."""
        whole, layers = _templates()
        drawn = [layer | {"data": {"values": self.shapes[kind]}} for kind, layer in layers if kind in self.shapes]
        return whole | {"width": WIDTH, "height": self.y, "layer": drawn}


@lru_cache(maxsize=1)
def _templates() -> tuple[dict, list[tuple[str, dict]]]:
    """Return the specification without its layers, and the layers without data, the lowest first."""
    import altair  # half a second, which only a build that draws has to wait
    kinds = _kinds(altair)
    whole = altair.layer(*kinds.values(), padding=0, autosize="none").to_dict(validate=False)
    layers = list(zip(kinds, whole.pop("layer"), strict=True))
    return whole | {"background": None, "config": {"view": {"stroke": None}}}, layers


def _kinds(altair) -> dict:
    """Return how each kind of shape is drawn: solid for what is reached, hollow for what is promised.

    Only links speak to a reader of the screen: the chart's description and table say the rest.
    """
    dot = {name: getattr(altair, name.upper())(name, type="quantitative", scale=None, axis=None) for name in "xy"}
    box = dot | {"x2": altair.X2("x2"), "y2": altair.Y2("y2")}
    symbol = dot | {"shape": altair.Shape("shape:N", scale=None), "size": altair.Size("size:Q", scale=None)}
    link = box | {"href": altair.Href("href:N"), "description": altair.Description("label:N"),
                  "tooltip": altair.Tooltip("label:N")}
    chart = altair.Chart()

    def text(colour: str = "currentColor", **style: str) -> object:
        mark = chart.mark_text(aria=False, baseline="alphabetic", fontSize=SIZE, fill=colour, **style)
        return mark.encode(text="text:N", **dot)

    return {
        "track": chart.mark_rect(aria=False, fill=TRACK).encode(**box),
        "bar": chart.mark_rect(aria=False, fill=REACHED).encode(**box),
        "zero": chart.mark_rule(aria=False, stroke="currentColor").encode(**box),
        "hollow bar": chart.mark_rect(aria=False, fill="transparent", stroke=PROMISED, strokeWidth=1.5).encode(**box),
        "rule": chart.mark_rule(aria=False, stroke=PROMISED, strokeWidth=2).encode(**box),
        "point": chart.mark_point(aria=False, stroke=PROMISED, strokeWidth=2, fill=BACK, opacity=1).encode(**symbol),
        "group": text(fontWeight="bold", align="left"),
        "name": text(align="left"),
        "reached": text(align="right"),
        "promised": text(PROMISED, align="right"),
        "reached head": text(REACHED, align="right"),
        "promised head": text(PROMISED, align="right"),
        # painted, if not visibly: what has no fill cannot be pointed at
        "link": chart.mark_rect(fill="currentColor", fillOpacity=0, ariaRoleDescription="链接").encode(**link),
    }
