"""How each kind of shape looks, said in Altair, which is handed in: it takes time to load.

Colours are the page's, so that a chart follows its theme.
"""

from typing import Any, NamedTuple

SIZE, SMALL = 13, 11  # of letters, in pixels
REACHED, PROMISED, TRACK, BACK, MISSED = (
    f"var(--chart-{name})" for name in ("reached", "promised", "track", "back", "missed")
)
QUIET = "var(--quiet)"
SHADES = tuple(f"heat-{number}" for number in range(1, 6))  # of cells, the palest first


class Symbol(NamedTuple):
    """A shape that stands at a point: its form, its area, and how it is painted."""

    form: str
    area: int
    fill: str = BACK
    stroke: str = PROMISED


# The kinds of shapes that stand at a point, the lowest first.
SYMBOLS = {
    "triangle-right": Symbol("triangle-right", 40),
    "triangle-left": Symbol("triangle-left", 40),
    "circle": Symbol("circle", 60),
    "diamond": Symbol("diamond", 80),
    "dot": Symbol("circle", 44, REACHED, REACHED),
    "ring": Symbol("circle", 44, BACK, REACHED),
}


def _dot(altair: Any, y: str) -> dict:
    return {
        "x": altair.X("x", type="quantitative", scale=None, axis=None),
        "y": altair.Y(y, type="quantitative", scale=None, axis=None),
    }


def box(altair: Any, y: str, y2: str) -> dict:
    """Return the encoding of what has two ends."""
    return _dot(altair, y) | {"x2": altair.X2("x2"), "y2": altair.Y2(y2)}


def kinds(altair: Any, y: str, y2: str) -> dict:
    """Return how each kind of shape is drawn, from below to above; `y` and `y2` are its fields.

    None of them speaks to a reader of the screen: the links, the description and the table do.
    """
    return _boxes(altair, y, y2) | _points(altair, y) | _texts(altair, y)


def _boxes(altair: Any, y: str, y2: str) -> dict:
    """Return the bars and lines: solid for what is reached, hollow for what is promised."""
    ends = box(altair, y, y2)

    def filled(colour: str, **style: object) -> Any:
        return altair.Chart().mark_rect(aria=False, fill=colour, **style).encode(**ends)

    def line(colour: str, **style: object) -> Any:
        return altair.Chart().mark_rule(aria=False, stroke=colour, **style).encode(**ends)

    return {
        **{shade: filled(f"var(--chart-{shade})") for shade in SHADES},
        "missed": filled(MISSED),
        "track": filled(TRACK),
        "grid": line(TRACK),
        "bar": filled(REACHED),
        "zero": line("currentColor"),
        "hollow-bar": filled("transparent", stroke=PROMISED, strokeWidth=1.5),
        "line": line(REACHED, strokeWidth=2),
        "rule": line(PROMISED, strokeWidth=2),
    }


def _points(altair: Any, y: str) -> dict:
    """Return the marks that stand at a point, each with its own form and size."""

    def symbol(form: str, area: int, fill: str, stroke: str) -> Any:
        mark = altair.Chart().mark_point(
            aria=False,
            shape=form,
            size=area,
            stroke=stroke,
            strokeWidth=2,
            fill=fill,
            opacity=1,
        )
        return mark.encode(**_dot(altair, y))

    return {kind: symbol(*own) for kind, own in SYMBOLS.items()}


def _texts(altair: Any, y: str) -> dict:
    """Return names and values: what is reached and promised in the colours of its marks."""

    def text(colour: str, align: str, size: int = SIZE, **style: str) -> Any:
        mark = altair.Chart().mark_text(
            aria=False, baseline="alphabetic", fontSize=size, fill=colour, align=align, **style
        )
        return mark.encode(text="text:N", **_dot(altair, y))

    return {
        "group": text("currentColor", "left", fontWeight="bold"),
        "name": text("currentColor", "left"),
        "reached": text("currentColor", "right"),
        "promised": text(PROMISED, "right"),
        "reached-head": text(REACHED, "right"),
        "promised-head": text(PROMISED, "right"),
        "axis": text(QUIET, "center", SMALL),
        "axis-left": text(QUIET, "left", SMALL),
        "axis-right": text(QUIET, "right", SMALL),
        "cell": text("currentColor", "center", SMALL),
    }


def link(altair: Any) -> Any:
    """Return how a link is drawn: painted, if not visibly, as what has no fill cannot be hit."""
    mark = altair.Chart().mark_rect(fill="currentColor", fillOpacity=0)
    return mark.encode(
        **box(altair, "y", "y2"),
        href=altair.Href("href:N"),
        description=altair.Description("label:N"),
        tooltip=altair.Tooltip("label:N"),
    )
