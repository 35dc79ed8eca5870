"""Drawings in which nothing is fitted to a text, so that texts and links can be put in after they are drawn.

To measure a text takes vl-convert 3 ms, to resolve a link 2 ms, and all the rest of a drawing 8 ms. Where no place
depends on how wide a text is, both are left out of the conversion.
"""

from xml.etree import ElementTree

SVG = "http://www.w3.org/2000/svg"
HREF = "{http://www.w3.org/1999/xlink}href"


def is_placed(spec: dict) -> bool:
    """Say whether a specification is a list of layers with their own rows, and is not fitted to its content."""
    layers = spec.get("layer", ())
    return (
        bool(layers)
        and spec.get("autosize") == "none"
        and all(layer.get("data", {}).get("values") for layer in layers)
    )


def _field(layer: dict, channel: str) -> str | None:
    return layer.get("encoding", {}).get(channel, {}).get("field")


def bare(spec: dict) -> dict:
    """Return a specification without its texts and links."""
    layers = []
    for layer in spec.get("layer", ()):
        encoding = {channel: how for channel, how in layer["encoding"].items() if channel != "href"}
        text = _field(layer, "text")
        rows = (
            [row | {text: ""} for row in layer["data"]["values"]]
            if text
            else layer["data"]["values"]
        )
        layers.append(layer | {"encoding": encoding, "data": {"values": rows}})
    return spec | {"layer": layers} if layers else spec


def dress(root: ElementTree.Element, spec: dict) -> None:
    """Put the texts and links of a specification into its bare drawing."""
    groups = {
        name: group for group in root.iter(f"{{{SVG}}}g") for name in group.get("class", "").split()
    }
    for number, layer in enumerate(spec.get("layer", ())):
        group = next(
            group for name, group in groups.items() if name.endswith(f"layer_{number}_marks")
        )
        text, href = _field(layer, "text"), _field(layer, "href")
        for place, (mark, row) in enumerate(zip(list(group), layer["data"]["values"], strict=True)):
            if text:
                mark.text = str(row[text])
            if href:
                group[place] = ElementTree.Element(f"{{{SVG}}}a", {HREF: row[href]})
                group[place].append(mark)


def emptied(spec: dict) -> dict:
    """Return what charts of one type have in common: a row of its own for each layer, so that none are taken for one, and no words."""
    layers = [
        layer
        | {
            "data": {
                "values": [
                    {
                        name: number if isinstance(value, int | float) else ""
                        for name, value in layer["data"]["values"][0].items()
                    }
                ]
            }
        }
        for number, layer in enumerate(spec["layer"])
    ]
    return {
        name: value
        for name, value in spec.items()
        if name not in ("name", "description", "usermeta")
    } | {"layer": layers, "height": 1}
