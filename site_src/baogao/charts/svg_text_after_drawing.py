"""Texts and links put into a drawing after it is drawn, where nothing is fitted to a text.

To measure a text takes vl-convert 3 ms, to resolve a link 2 ms, and all the rest of a drawing 8 ms.
Where no place depends on how wide a text is, both are left out of the conversion.
"""

from xml.etree import ElementTree

SVG = "http://www.w3.org/2000/svg"
HREF = "{http://www.w3.org/1999/xlink}href"
OWN_WORDS = ("name", "description", "usermeta")  # of a specification: which chart it is of


def is_placed(spec: dict) -> bool:
    """Say whether a specification has layers with rows of their own and is not fitted to them."""
    layers = spec.get("layer", ())
    return (
        bool(layers)
        and spec.get("autosize") == "none"
        and all(layer.get("data", {}).get("values") for layer in layers)
    )


def bare(spec: dict) -> dict:
    """Return a specification without its texts and links."""
    layers = [_bare_layer(layer) for layer in spec.get("layer", ())]
    return spec | {"layer": layers} if layers else spec


def _bare_layer(layer: dict) -> dict:
    encoding = {channel: how for channel, how in layer["encoding"].items() if channel != "href"}
    rows, text = layer["data"]["values"], _field(layer, "text")
    if text:
        rows = [row | {text: ""} for row in rows]
    return layer | {"encoding": encoding, "data": {"values": rows}}


def _field(layer: dict, channel: str) -> str | None:
    """Return the field of a row that a channel of a layer shows."""
    return layer.get("encoding", {}).get(channel, {}).get("field")


def dress(root: ElementTree.Element, spec: dict) -> None:
    """Put the texts and links of a specification into its bare drawing."""
    groups = {
        name: group for group in root.iter(f"{{{SVG}}}g") for name in group.get("class", "").split()
    }
    for number, layer in enumerate(spec.get("layer", ())):
        marks = f"layer_{number}_marks"
        _dress_layer(next(groups[name] for name in groups if name.endswith(marks)), layer)


def _dress_layer(group: ElementTree.Element, layer: dict) -> None:
    text, href = _field(layer, "text"), _field(layer, "href")
    for place, (mark, row) in enumerate(zip(list(group), layer["data"]["values"], strict=True)):
        if text:
            mark.text = str(row[text])
        if href:
            group[place] = ElementTree.Element(f"{{{SVG}}}a", {HREF: row[href]})
            group[place].append(mark)


def emptied(spec: dict) -> dict:
    """Return what charts of one type have in common: no words, and one row in each layer.

    The row is numbered, so that no two layers have the same data and are taken for one.
    """
    layers = [
        layer | {"data": {"values": [_emptied_row(layer["data"]["values"][0], number)]}}
        for number, layer in enumerate(spec["layer"])
    ]
    common = {name: value for name, value in spec.items() if name not in OWN_WORDS}
    return common | {"layer": layers, "height": 1}


def _emptied_row(row: dict, number: int) -> dict:
    return {name: number if isinstance(value, int | float) else "" for name, value in row.items()}
