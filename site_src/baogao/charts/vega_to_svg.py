"""Drawings of specifications, pictures, and what draws in a browser, by vl-convert.

A picture's text is of a real Han font; without one on the machine the build stops.
"""

import re
from functools import lru_cache
from importlib import metadata

import vl_convert

from baogao.charts import han_fonts, png_files
from baogao.charts.han_fonts import FontMissing
from baogao.content.value_digest import digest

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
ENTRY = "export default vegaEmbed;"
SCRIPT = f"vega-{metadata.version('vl-convert-python')}-{digest(ENTRY)[:8]}.js"
# Holds something once vl-convert works in this process, which has threads then: a copy of the
# process would lack them, and wait for them without end.
_threads_begun: list[str] = []


def has_begun_threads() -> bool:
    """Say whether the drawing program works in this process, which must not be copied then."""
    return bool(_threads_begun)


def drawn(spec: dict) -> str:
    """Draw a Vega-Lite specification, as Vega writes it.

    Raises ValueError for a spec that cannot be drawn or that would load its data from elsewhere.
    """
    _threads_begun.append("vl_convert")
    return vl_convert.vegalite_to_svg(_with_font(spec, "inherit"), allowed_base_urls=[])


def compiled(spec: dict) -> dict:
    """Return the Vega specification of a Vega-Lite one: a browser then needs no compiler."""
    _threads_begun.append("vl_convert")
    return vl_convert.vegalite_to_vega(_with_font(spec, "inherit"))


def script() -> bytes:
    """Return Vega as a JavaScript module whose default export draws a specification.

    This takes many seconds. It is a module because Vega's own names would clash with a page's.
    """
    _threads_begun.append("vl_convert")
    return vl_convert.javascript_bundle(ENTRY).encode()


def versions() -> dict[str, str]:
    """Return the versions of what the script is made of."""
    return {
        "vega": vl_convert.get_vega_version(),
        "vega-lite": vl_convert.get_vegalite_versions()[-1],
        "vega-embed": vl_convert.get_vega_embed_version(),
    }


# --- pictures -------------------------------------------------------------------------------------


def png(drawing: str, scale: float = 1) -> bytes:
    """Turn a drawing with colours of its own into a PNG; its text takes a Han font."""
    with_font = drawing.replace("<svg ", f'<svg font-family="{_font()}" ', 1)
    return png_files.packed(vl_convert.svg_to_png(with_font, scale=scale))


# --- the font -------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _font() -> str:
    """Return the family that a picture's text takes.

    It is the first that, registered with vl-convert, measures Han characters.
    """
    _threads_begun.append("vl_convert")
    for family, folder in han_fonts.han_fonts():
        vl_convert.register_font_directory(str(folder))
        if _measures_han(family):
            return family
    raise FontMissing


def _measures_han(family: str) -> bool:
    """Check that ten Han characters are ten ems wide: with a missing font they are not."""
    axis = {
        "labelFontSize": 100,
        "labelLimit": 0,
        "labelPadding": 0,
        "domain": False,
        "ticks": False,
    }
    probe = {
        "data": {"values": [{"text": "汉字宽度应为字号一样"}]},
        "mark": "point",
        "width": 0,
        "padding": 0,
        "encoding": {"y": {"field": "text", "type": "nominal", "axis": axis, "title": None}},
    }
    drawn = vl_convert.vegalite_to_svg(_with_font(probe, family))
    width = re.search(r'viewBox="0 0 (\d+)', drawn)
    return width is not None and 980 <= int(width[1]) <= 1020


def _with_font(spec: dict, family: str) -> dict:
    page_decides = {"background": None, "view": {"stroke": None}}
    config = page_decides | spec.get("config", {}) | {"font": family}
    return {"$schema": SCHEMA} | spec | {"config": config}
