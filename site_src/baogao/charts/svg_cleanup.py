"""The markup of a drawing made fit for a page: small, the same every time, and told to who listens.

A page's Content-Security-Policy allows no inline styles, its fonts and colours are its own, and its
ids must not clash.
"""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from baogao.charts.svg_text_after_drawing import HREF, SVG

# vl-convert puts this address before every link that has no host.
VEGA_BASE = "https://vega.github.io/vega-datasets/"
LINK, GROUP, PATH, DEFINITIONS = (f"{{{SVG}}}{name}" for name in ("a", "g", "path", "defs"))
# Attributes that the page decides, or that draw nothing.
DROPPED = {
    "class",
    "role",
    "style",
    "font-family",
    "pointer-events",
    "aria-roledescription",
}
IDLE = {
    ("opacity", "1"),
    ("transform", "translate(0,0)"),
}
# Attributes in which a decimal point does not make a number of a place.
NOT_NUMBERS = {
    "href",
    "aria-label",
    "fill",
    "stroke",
    "id",
}
DECIMAL = re.compile(r"-?\d+\.\d+(e-?\d+)?")  # 12.5, -0.75, 1.2e-7
ElementTree.register_namespace("", SVG)


def fit_for_page(root: Element, spec: dict) -> None:
    """Change a drawing, as vl-convert made it of a specification, into what a page takes."""
    _name_links(root)
    _tidy(root)
    _rename_ids(root, spec.get("name", "chart"))
    _describe(root, spec)


def _name_links(root: Element) -> None:
    """Give links their own address back, and the name of what is drawn in them."""
    for link in root.iter(LINK):
        link.set("href", link.attrib.pop(HREF).removeprefix(VEGA_BASE))
        name = next((child.get("aria-label") for child in link if child.get("aria-label")), None)
        if name:
            link.set("aria-label", name)
            link.insert(0, _text_element("title", name))


def _tidy(root: Element) -> None:
    """Drop what draws nothing, what the page decides, and what its policy refuses."""
    kept: list[Element] = []
    for child in list(root):
        _tidy(child)
        child.attrib = {
            name: _short(name, value)
            for name, value in child.attrib.items()
            if _is_needed(child, name, value)
        }
        if _is_empty(child):
            continue
        if child.tag == GROUP and not child.attrib:  # what groups for no reason is left out
            kept.extend(child)
        else:
            kept.append(child)
    root[:] = kept


def _is_needed(element: Element, name: str, value: str) -> bool:
    if name == "aria-label":
        return element.tag == LINK
    return name not in DROPPED and (name, value) not in IDLE


def _is_empty(element: Element) -> bool:
    if element.tag == PATH:
        return element.get("aria-hidden") == "true" and not {"fill", "stroke"} & set(element.attrib)
    return element.tag in (GROUP, DEFINITIONS) and len(element) == 0


def _short(name: str, value: str) -> str:
    """Round the numbers of a place or a shape to a hundredth of a pixel."""
    if "." not in value or name in NOT_NUMBERS:
        return value
    return DECIMAL.sub(lambda number: f"{round(float(number[0]), 2) + 0:g}", value)


def _rename_ids(root: Element, prefix: str) -> None:
    """Number the ids anew behind the chart's name.

    vl-convert counts on from one drawing to the next.
    """
    old = [element.get("id") for element in root.iter() if element.get("id")]
    new = {f"#{name}": f"#{prefix}-{number}" for number, name in enumerate(old, 1)}
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, new[f"#{value}"][1:])
            elif value.startswith("url(#"):
                element.set(name, f"url({new[value[4:-1]]})")


def _describe(root: Element, spec: dict) -> None:
    """Say what the drawing is: an image, or a group where it has links, which an image would hide.

    In a group, what is not a link is hidden from who listens: the description and the table say it.
    """
    prefix = spec.get("name", "chart")
    linked = root.find(f".//{LINK}") is not None
    if linked:
        _hide_all_but_links(root)
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    root.attrib.update({"class": "chart", "role": "group" if linked else "img"})
    said = {"title": spec.get("usermeta", {}).get("title", ""), "desc": spec.get("description", "")}
    attributes = {"title": "aria-labelledby", "desc": "aria-describedby"}
    for place, tag in enumerate(tag for tag, text in said.items() if text):
        root.insert(place, _text_element(tag, said[tag], id=f"{prefix}-{tag}"))
        root.set(attributes[tag], f"{prefix}-{tag}")


def _hide_all_but_links(element: Element) -> None:
    for child in element:
        if child.tag == LINK:
            continue
        if child.find(f".//{LINK}") is None:
            child.set("aria-hidden", "true")
        else:
            _hide_all_but_links(child)


def _text_element(tag: str, text: str, **attributes: str) -> Element:
    element = Element(f"{{{SVG}}}{tag}", attributes)
    element.text = text
    return element
