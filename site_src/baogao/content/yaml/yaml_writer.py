"""YAML as `baogao add` writes it: one key a line, no line wider than can be read and merged."""

import json
from typing import Any
from unicodedata import east_asian_width

import yaml

WIDEST = 100  # columns of a line; a Han character takes two
BESIDE = 24  # columns beside a value: its indent, its key, its quotation marks
NULL = "tag:yaml.org,2002:null"
TEXT = "tag:yaml.org,2002:str"
BREAK_COLUMN = WIDEST - 3  # behind it a text goes on in the next line


class _Dumper(yaml.SafeDumper):
    """Writes nothing for nothing (`date:`, not `date: null`), and breaks long texts anywhere.

    The library breaks them at blanks only, and Chinese has none.
    """

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        """Write a text in quotation marks; a line that goes on ends with `\\`."""
        emitter: Any = self  # the library's types leave out what it offers to emitters
        emitter.write_indicator('"', True)
        column = emitter.column
        for character in text:
            written = _escaped(character)
            if column + columns(written) > BREAK_COLUMN:
                emitter.stream.write("\\")
                emitter.column += 1
                emitter.write_indent()
                written = "\\ " if character == " " else written
                column = emitter.column
            emitter.stream.write(written)
            emitter.column += len(written)
            column += columns(written)
            emitter.whitespace = emitter.indention = False
        emitter.write_indicator('"', False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    fits = columns(text) <= WIDEST - BESIDE
    return dumper.represent_scalar(TEXT, text, style=None if fits else '"')


def _mapping(dumper: yaml.SafeDumper, data: dict[str, Any]) -> yaml.MappingNode:
    """Write a mapping one key a line, one in it on its key's line where it fits there."""
    node = dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=False)
    for _, value in node.value:
        if isinstance(value, yaml.CollectionNode):
            value.flow_style = _fits(value)
    return node


def _fits(node: yaml.CollectionNode) -> bool:
    """Say whether a list or mapping of single values can stand on one line with its key."""
    parts = [part for item in node.value for part in (item if isinstance(item, tuple) else [item])]
    if not all(isinstance(part, yaml.ScalarNode) for part in parts):
        return False
    return sum(columns(part.value) + len("'', ") for part in parts) <= WIDEST - BESIDE


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar(NULL, ""))
_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)


def _escaped(character: str) -> str:
    """Return a character as it stands between double quotation marks."""
    if character.isprintable():
        return json.dumps(character, ensure_ascii=False)[1:-1]
    return f"\\U{ord(character):08x}"


class _RowDumper(yaml.SafeDumper):
    """Writes braces and brackets on one line, however long."""


def _row_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Write a text as it is, in double quotation marks where it would be read as something else."""
    emitter: Any = dumper
    is_text = emitter.resolve(yaml.ScalarNode, text, (True, False)) == TEXT
    is_plain = is_text and emitter.analyze_scalar(text).allow_flow_plain
    return dumper.represent_scalar(TEXT, text, style=None if is_plain else '"')


_RowDumper.add_representer(str, _row_text)


def row(entry: dict[str, Any], widest: int = WIDEST) -> str:
    """Return an entry of a list on one line: `- {figure: f-7k2m9qxa, reject: true, why: …}`.

    Where that would be wider than it may, each key has its line.
    """
    flowing = f"- {_flow(entry)}\n"
    if columns(flowing.rstrip()) <= widest:
        return flowing
    lines = [line for key, value in entry.items() for line in _key_lines(key, value, widest)]
    return "- " + "\n  ".join(lines) + "\n"


def _key_lines(key: str, value: Any, widest: int) -> list[str]:
    """Return a key of an entry with its value, on one line where that fits."""
    whole = line(key, value)
    if not isinstance(value, dict) or columns(whole) + len("- ") <= widest:
        return [whole]
    return [f"{key}:", *(f"  {line(*one)}" for one in value.items())]


def line(key: str, value: Any) -> str:
    """Return a key and its value on one line: `reviews: [2019]`, `date: 2020-04-27`, `office:`."""
    return f"{key}:" if value is None else _flow({key: value})[1:-1]


def _flow(data: Any) -> str:
    written: str = yaml.dump(
        data,
        Dumper=_RowDumper,
        allow_unicode=True,
        sort_keys=False,
        width=10**9,
        default_flow_style=True,
    )
    return written.rstrip("\n")


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def dump(data: Any) -> str:
    """Return YAML in the given order, Chinese as it is."""
    written: str = yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,  # characters; what is too wide is broken above
        default_flow_style=False,
    )
    return written
