"""Ways to spoil the good bytes of a file: its YAML, its lines, its bytes."""

import random
from collections.abc import Iterator

import yaml

ODD = [
    None,
    True,
    0,
    -1,
    1.5,
    10**30,
    "",
    " ",
    "0",
    "-",
    "=1+1",
    "字" * 300,
    "a" * 2000,
    [],
    [[]],
    {},
    {"a": 1},
    [None],
    [""],
    ["a", 1],
    "(",
    "(a+)+",
    "[",
    "\\",
    "|",
    "=",
    "../../x",
    "/etc/passwd",
    "330200",
    "2020-02-30",
    "0.1.0",
    "javascript:x",
    "<b>",
    "1e999",
    "nan",
    "²",
    "٣",
    "年",
    "…",
    "2020",
    "#",
    "##",
    "f-a",
]
TOKENS = [
    "\0",
    "\u202e",
    "\ufeff",
    "\r",
    "\n",
    "\n\n",
    "\t",
    "  ",
    "---\n",
    "...\n",
    "- ",
    ": ",
    "? ",
    "&a ",
    "*a",
    "!!set ",
    "!!python/object:a.b ",
    "<<: ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "'",
    '"',
    "#",
    "# ",
    "## ",
    "##### ",
    "| ",
    "> ",
    "%",
    "@",
    "`",
    "\\",
    "\\x00",
    "\ud800",
    "\U0010ffff",
    "“",
    "”",
    "（",
    "、",
    "。",
    "，",
    "；",
    "：",
    "分别",
    "和",
    "至",
    "%",
    "亿元",
    "1",
    "9" * 20,
    "1:2:3",
    "2019年",
    "十三五",
    "一、",
    "（一）",
    "百分之",
    "三分之一",
    "翻番",
    "X",
    "*",
    "...",
    "[scores]",
    "[rules]",
    "[a](javascript:b)",
    "<script>",
    "{: onclick=a }",
    "=",
    "+",
    "-",
]


def spoilt(name: str, seeds: dict[str, bytes], chance: random.Random) -> bytes:
    """Return a file's good bytes, spoilt in a few places."""
    data = seeds[name]
    if name.endswith(".yml") and chance.random() < 0.6:
        return _field_changed(data, chance)
    if name.startswith("reports/") and data.count(b"---\n") > 1 and chance.random() < 0.3:
        _, front, body = data.split(b"---\n", 2)
        return b"---\n" + _field_changed(front, chance) + b"---\n" + body
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(WAYS)(data, chance, seeds)
    return data


def _field_changed(data: bytes, chance: random.Random) -> bytes:
    """Put something odd in the place of a field, a key, or an item."""
    try:
        tree = yaml.safe_load(data)
        places = list(_places(tree))
    except (
        yaml.YAMLError,
        ValueError,
        TypeError,
        RecursionError,
    ):  # what is spoilt already need not be YAML
        return data
    for _ in range(chance.randint(1, 2)):
        if places:
            _put_odd(*chance.choice(places), chance)
    return yaml.safe_dump(tree, allow_unicode=True, width=10_000, sort_keys=False).encode(
        "utf-8", "surrogatepass"
    )


def _put_odd(inside: dict | list, key: object, chance: random.Random) -> None:
    """Call a key something odd, or drop it, or put something odd in place of its value, or on."""
    odd = chance.choice(ODD)
    if chance.random() < 0.15 and isinstance(inside, dict) and key in inside:
        value = inside.pop(key)
        if chance.random() < 0.5:
            inside[str(odd)] = value
        return
    there = isinstance(inside, list) or key in inside  # it may have been dropped before
    value = inside[key] if there else None
    replace = chance.random() < 0.8 or not isinstance(value, str)
    inside[key] = odd if replace else value + str(odd)


def _places(tree: object) -> Iterator[tuple[dict | list, object]]:
    """Yield every place of a YAML document: what it is in, and its key or number there."""
    if isinstance(tree, dict):
        items = list(tree.items())
    elif isinstance(tree, list):
        items = list(enumerate(tree))
    else:
        return
    for key, value in items:
        yield tree, key
        yield from _places(value)


def _cut(data, chance, seeds):
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    return data[:start] + data[end:] if chance.random() < 0.5 else data[:start]


def _repeated(data, chance, seeds):
    start = chance.randint(0, len(data))
    part = data[start : start + chance.choice((1, 3, 10, 100))]
    return data[:start] + part * chance.choice((2, 10, 500)) + data[start:]


def _inserted(data, chance, seeds):
    place, token = (
        chance.randint(0, len(data)),
        chance.choice(TOKENS).encode("utf-8", "surrogatepass"),
    )
    return data[:place] + token * chance.choice((1, 1, 1, 2, 100)) + data[place:]


def _replaced(data, chance, seeds):
    lines = data.split(b"\n")
    lines[chance.randrange(len(lines))] = chance.choice(TOKENS).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _swapped(data, chance, seeds):
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _flipped(data, chance, seeds):
    place = chance.randrange(len(data)) if data else 0
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _crossed(data, chance, seeds):
    other = seeds[chance.choice(sorted(seeds))]
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


WAYS = (_cut, _repeated, _inserted, _inserted, _replaced, _swapped, _flipped, _crossed)
