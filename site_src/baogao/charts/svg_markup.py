"""A drawing as it stands in a page: small, and told to who listens.

Shapes of one kind are one path or one group, which says once how they look. A page's fonts and
colours are its own and its Content-Security-Policy allows no inline styles, so there are neither
here. `data-kind` tells the script in the browser what is drawn, as it reads the shapes from here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from baogao.charts.svg_stamps import BEGIN, OUTLINE, Stamps, place
from baogao.charts.vega_lite import WIDTH, Drawing

LINK = "link"
BARE = re.compile(r"[^\s\"'=<>`]+")  # values of attributes that need no quotes in HTML
TEXTS_SHARE = "font-size"


def svg(name: str, drawing: Drawing, stamps: Stamps) -> str:
    """Return a drawing as `<svg class=chart>`.

    On the page stand its title (`NAME-title`) and what it shows in words (`NAME-finding`).
    It is an image, or a group where it has links, which an image would hide: what is no link is
    hidden from who listens, as those words say it.
    """
    seen = "".join(
        _layer(kind, drawing.shapes[kind], stamp, stamps["name"][TEXTS_SHARE])
        for kind, stamp in stamps.items()
        if kind in drawing.shapes and kind != LINK
    )
    links = drawing.shapes.get(LINK, ())
    opened = {
        "class": "chart",
        "viewBox": f"0 0 {WIDTH} {place(drawing.y)}",
        "role": "group" if links else "img",
        "aria-labelledby": f"{name}-title",
        "aria-describedby": f"{name}-finding",
        TEXTS_SHARE: stamps["name"][TEXTS_SHARE],
    }
    within = f"<g aria-hidden=true>{seen}</g>{_links(links, stamps[LINK])}" if links else seen
    return f"<svg{_attributes(opened)}>{within}</svg>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f" {name}={_value(value)}" for name, value in values.items())


def _value(value: str) -> str:
    return value if BARE.fullmatch(value) else f'"{escape(value)}"'


def _layer(kind: str, shapes: Sequence[dict], stamp: Mapping[str, str], common: str) -> str:
    """Return the shapes of one kind; `common` is the size that most texts have."""
    look = _attributes(
        {"data-kind": kind}
        | {
            name: value
            for name, value in stamp.items()
            if name not in (BEGIN, OUTLINE) and (name, value) != (TEXTS_SHARE, common)
        }
    )
    if "text" in shapes[0]:
        return _texts(shapes, look)
    if OUTLINE in stamp:
        turns = [shapes] if stamp["fill"] == stamp["stroke"] else _by_turns(shapes)
        return "".join(_path(look, (_symbol(shape, stamp) for shape in turn)) for turn in turns)
    return _path(look, map(_box if "fill" in stamp else _line, shapes))


def _path(look: str, parts: Iterable[str]) -> str:
    return f'<path{look} d="{"".join(parts)}"/>'


def _by_turns(shapes: Sequence[dict]) -> Iterator[list[dict]]:
    """Yield the first of each lane, then the second.

    What is hollow and covers another must not be one path with it.
    """
    lanes = [list(own) for _, own in groupby(shapes, lambda shape: shape["lane"])]
    for turn in range(max(map(len, lanes))):
        yield [own[turn] for own in lanes if turn < len(own)]


def _texts(shapes: Sequence[dict], look: str) -> str:
    """Return texts: one by itself, or a group, in which all mostly stand one below the other."""
    across = {place(shape["x"]) for shape in shapes}
    if len(across) > 1:
        texts = (_text(shape, f" x={place(shape['x'])}") for shape in shapes)
        return f"<g{look}>{''.join(texts)}</g>"
    (x,) = across
    if len(shapes) == 1:
        return _text(shapes[0], f"{look} x={x}")
    aside = "" if x == "0" else f" transform=translate({x})"
    return f"<g{look}{aside}>{''.join(map(_text, shapes))}</g>"


def _text(shape: dict, look: str = "") -> str:
    return f"<text{look} y={place(shape['y'])}>{escape(shape['text'], quote=False)}</text>"


def _links(links: Sequence[dict], stamp: Mapping[str, str]) -> str:
    """Return the links, each with its name and the place where it can be hit."""
    drawn = (
        f"<a href={_value(link['href'])}><title>{escape(link['label'], quote=False)}</title>"
        f'<path d="{_box(link)}"/></a>'
        for link in links
    )
    return f"<g{_attributes(stamp)}>{''.join(drawn)}</g>"


# --- parts of a path ------------------------------------------------------------------------------


def _symbol(shape: dict, stamp: Mapping[str, str]) -> str:
    start = place(shape["x"] + float(stamp[BEGIN]))
    return f"M{start} {place(shape['y'])}{stamp[OUTLINE]}"


def _box(shape: dict) -> str:
    x, y, x2, y2 = _ends(shape)
    return f"M{x} {y}h{place(float(x2) - float(x))}v{place(float(y2) - float(y))}H{x}z"


def _line(shape: dict) -> str:
    x, y, x2, y2 = _ends(shape)
    return f"M{x} {y}" + (f"H{x2}" if y == y2 else f"V{y2}" if x == x2 else f"L{x2} {y2}")


def _ends(shape: dict) -> Iterator[str]:
    return (place(shape[name]) for name in ("x", "y", "x2", "y2"))
