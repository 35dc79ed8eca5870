"""Static SVG from a Vega-Lite specification, and what draws it in a browser: the one home of vl-convert.

The drawing is made to be put into a page whose Content-Security-Policy allows no inline styles. Its
colours stay CSS (`currentColor`, `var(--chart-…)`), its text takes the page's own font, and it scales
with its column. Text is measured by a real Han font while it is laid out; without one the build stops.
"""
import json
import re
import zlib
from functools import lru_cache
from xml.etree import ElementTree

import vl_convert

from baogao.charts import fonts, svg_labels
from baogao.charts.fonts import FontMissing
from baogao.charts.svg_labels import HREF, SVG

SCRIPT = f"vega-{vl_convert.__version__}.js"
# vl-convert puts this address before every link that has no host.
VEGA_BASE = "https://vega.github.io/vega-datasets/"
DROPPED = {"class", "role", "style", "font-family", "pointer-events", "aria-roledescription"}
IDLE = {("opacity", "1"), ("transform", "translate(0,0)")}
SPOKEN = {"href", "aria-label", "fill", "stroke", "id"}
DECIMAL = re.compile(r"-?\d+\.\d+(e-?\d+)?")
SIGNATURE = b"\x89PNG\r\n\x1a\n"
ElementTree.register_namespace("", SVG)
_threads_begun: list[str] = []  # a copy of this process would lack the library's threads, and wait for them without end


def has_begun_threads() -> bool:
    """Return whether the drawing program is at work in this process, which must not be copied then."""
    return bool(_threads_begun)


def render(spec: dict) -> str:
    """Draw a Vega-Lite specification as one `<svg class="chart">`, the same bytes for the same input.

    `name` is the prefix of the drawing's ids, `usermeta.title` its title and `description` its text
    alternative. Raises FontMissing without a Han font, ValueError for a spec that cannot be drawn or
    that would load its data from elsewhere.
    """
    if svg_labels.is_placed(spec):
        root = ElementTree.fromstring(_drawn(svg_labels.bare(spec)))
        svg_labels.dress(root, spec)
    else:
        root = ElementTree.fromstring(vl_convert.vegalite_to_svg(_with_font(spec, _font()), allowed_base_urls=[]))
    _name_links(root)
    _tidy(root)
    _rename_ids(root, spec.get("name", "chart"))
    _describe(root, spec)
    return ElementTree.tostring(root, encoding="unicode")


def _drawn(spec: dict) -> str:
    """Draw layers that bring their own rows: Vega-Lite is compiled once for a type of chart, then only fed rows."""
    whole = json.loads(_type(json.dumps(_with_font(svg_labels.emptied(spec), _font()), sort_keys=True)))
    for data, layer in zip(whole["data"], spec["layer"], strict=True):
        data["values"] = layer["data"]["values"]
    return vl_convert.vega_to_svg(whole | {"height": spec["height"]}, allowed_base_urls=[])


@lru_cache(maxsize=64)
def _type(spec: str) -> str:
    return json.dumps(vl_convert.vegalite_to_vega(spec))


def compiled(spec: dict) -> dict:
    """Return the Vega specification of a Vega-Lite one: a browser then needs no compiler."""
    _threads_begun.append("vl_convert")
    return vl_convert.vegalite_to_vega(_with_font(spec, "inherit"))


def script() -> bytes:
    """Return Vega as a JavaScript module whose default export draws a specification into an element.

    This takes many seconds. It is a module because Vega's own names would clash with a page's.
    """
    _threads_begun.append("vl_convert")
    return vl_convert.javascript_bundle("export default vegaEmbed;").encode()


def versions() -> dict[str, str]:
    """Return the versions of what the script is made of."""
    return {"vega": vl_convert.get_vega_version(), "vega-lite": vl_convert.get_vegalite_versions()[-1], "vega-embed": vl_convert.get_vega_embed_version()}


def png(drawing: str, scale: float = 1) -> bytes:
    """Turn a drawing with colours of its own into a PNG; its text takes the measured font."""
    drawn = vl_convert.svg_to_png(drawing.replace("<svg ", f'<svg font-family="{_font()}" ', 1), scale=scale)
    return _packed(drawn)


def _packed(picture: bytes) -> bytes:
    """Pack a PNG's pixels as tightly as zlib can, which vl-convert does not: a third of the size."""
    chunks, at = [], len(SIGNATURE)
    while at < len(picture):
        size = int.from_bytes(picture[at:at + 4])
        chunks.append((picture[at + 4:at + 8], picture[at + 8:at + 8 + size]))
        at += 12 + size
    pixels = zlib.compress(zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT")))
    kept = [(b"IHDR", chunks[0][1]), (b"IDAT", pixels), (b"IEND", b"")]
    return SIGNATURE + b"".join(len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4) for kind, data in kept)


# --- the font -------------------------------------------------------------------------------------

@lru_cache(maxsize=1)
def _font() -> str:
    """Return the family that text is measured with: the first that, registered with vl-convert, measures."""
    _threads_begun.append("vl_convert")
    for family, folder in fonts.han_fonts():
        vl_convert.register_font_directory(str(folder))
        if _measures_han(family):
            return family
    raise FontMissing


def _measures_han(family: str) -> bool:
    """Check that ten Han characters are ten ems wide: with a font that is not there they are not."""
    axis = {"labelFontSize": 100, "labelLimit": 0, "labelPadding": 0, "domain": False, "ticks": False}
    probe = {"data": {"values": [{"text": "汉字宽度应为字号一样"}]}, "mark": "point", "width": 0, "padding": 0,
             "encoding": {"y": {"field": "text", "type": "nominal", "axis": axis, "title": None}}}
    drawn = vl_convert.vegalite_to_svg(_with_font(probe, family))
    width = re.search(r'viewBox="0 0 (\d+)', drawn)
    return bool(width) and 980 <= int(width[1]) <= 1020


def _with_font(spec: dict, family: str) -> dict:
    config = {"background": None, "view": {"stroke": None}} | spec.get("config", {}) | {"font": family}
    schema = "https://vega.github.io/schema/vega-lite/v6.json"
    return {"$schema": schema} | spec | {"config": config}


# --- the drawing ----------------------------------------------------------------------------------

def _name_links(root: ElementTree.Element) -> None:
    """Give links their own address back, and the name of what is drawn in them."""
    for link in root.iter(f"{{{SVG}}}a"):
        link.set("href", link.attrib.pop(HREF).removeprefix(VEGA_BASE))
        name = next((child.get("aria-label") for child in link if child.get("aria-label")), None)
        if name:
            link.set("aria-label", name)
            link.insert(0, _text_element("title", name))


def _tidy(root: ElementTree.Element) -> None:
    """Drop what draws nothing, what the page decides, and what a policy against inline style refuses."""
    kept = []
    for child in list(root):
        _tidy(child)
        child.attrib = {name: _short(name, value) for name, value in child.attrib.items()
                        if name not in DROPPED and (name, value) not in IDLE
                        and (name != "aria-label" or child.tag == f"{{{SVG}}}a")}
        if not _is_empty(child):
            kept.extend(list(child) if child.tag == f"{{{SVG}}}g" and not child.attrib else [child])
    root[:] = kept


def _is_empty(element: ElementTree.Element) -> bool:
    if element.tag == f"{{{SVG}}}path":
        return element.get("aria-hidden") == "true" and not {"fill", "stroke"} & set(element.attrib)
    return element.tag in (f"{{{SVG}}}g", f"{{{SVG}}}defs") and len(element) == 0


def _short(name: str, value: str) -> str:
    """Round the numbers of a place or a shape to a hundredth of a pixel."""
    if "." not in value or name in SPOKEN:
        return value
    return DECIMAL.sub(lambda number: f"{round(float(number[0]), 2) + 0:g}", value)


def _rename_ids(root: ElementTree.Element, prefix: str) -> None:
    """Number the ids anew behind the chart's name: vl-convert counts on from one drawing to the next."""
    old = [element.get("id") for element in root.iter() if element.get("id")]
    new = {f"#{name}": f"#{prefix}-{number}" for number, name in enumerate(old, 1)}
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, new[f"#{value}"][1:])
            elif value.startswith("url(#"):
                element.set(name, f"url({new[value[4:-1]]})")


def _describe(root: ElementTree.Element, spec: dict) -> None:
    """Say what the drawing is. An image hides the links inside it, so a drawing with links is a group.

    What is not a link is then hidden from a reader of the screen: the description and the table say it.
    """
    prefix = spec.get("name", "chart")
    linked = root.find(f".//{{{SVG}}}a") is not None
    if linked:
        _hide_all_but_links(root)
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    root.attrib.update({"class": "chart", "role": "group" if linked else "img"})
    said = {"title": spec.get("usermeta", {}).get("title", ""), "desc": spec.get("description", "")}
    for place, (tag, text) in enumerate((tag, text) for tag, text in said.items() if text):
        root.insert(place, _text_element(tag, text, id=f"{prefix}-{tag}"))
        root.set("aria-labelledby" if tag == "title" else "aria-describedby", f"{prefix}-{tag}")


def _hide_all_but_links(element: ElementTree.Element) -> None:
    for child in element:
        if child.tag == f"{{{SVG}}}a":
            continue
        if child.find(f".//{{{SVG}}}a") is None:
            child.set("aria-hidden", "true")
        else:
            _hide_all_but_links(child)


def _text_element(tag: str, text: str, **attributes: str) -> ElementTree.Element:
    element = ElementTree.Element(f"{{{SVG}}}{tag}", attributes)
    element.text = text
    return element
