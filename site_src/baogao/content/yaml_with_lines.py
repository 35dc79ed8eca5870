"""YAML that remembers its lines: the one home of pyyaml.

Every mapping read carries the line it begins on under `LINE`, so that a message can name it.
"""
import math
import re
from functools import lru_cache

import yaml

from baogao.content.limits import DEEPEST
from baogao.content.patterns import INVISIBLE

LINE = "__line__"


class YamlMistake(Exception):
    """A file that is not the YAML it should be; `line` counts from 1."""

    def __init__(self, message: str, line: int):
        super().__init__(message)
        self.message, self.line = message, line


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    pass


# A date stays the text that was written: "2020-04-27" is checked as such, never turned into a clock's date.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()}
CORE = "tag:yaml.org,2002:"
TEXT = CORE + "str"
TAGS = {CORE + name for name in ("int", "float", "bool", "null")}
UNSEEN = re.compile(f"[{INVISIBLE}]")


def load(text: str, first_line: int = 1):
    """Return what the YAML says; raise `YamlMistake` with the line, counted from `first_line`.

    What content never needs and an attacker does is refused: aliases (a few lines that mean gigabytes), tags,
    depth (which fells the parser that builds trees), keys that are no text.
    """
    return _copied(_read(text, first_line))


def _copied(read):
    if isinstance(read, dict):
        return {key: _copied(value) for key, value in read.items()}
    return [_copied(value) for value in read] if isinstance(read, list) else read


@lru_cache(maxsize=128)  # the preview reads some forty files at every edit, all but one as they were
def _read(text: str, first_line: int):
    loader = None
    try:
        loader = _Loader(text)
        return _built(loader, first_line)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise YamlMistake(f"not YAML: {problem}", first_line + (mark.line if mark else 0)) from None
    finally:
        if loader:
            loader.dispose()


def _built(loader, first_line: int):
    """Build lists and mappings from the parser's events, one after the other."""
    top: list = []
    unfinished: list[list] = [top]
    documents = 0
    while loader.check_event():
        event = loader.get_event()
        line = event.start_mark.line + first_line
        if isinstance(event, yaml.ScalarEvent):
            unfinished[-1].append(_scalar(event, loader, unfinished[-1], line))
        elif isinstance(event, yaml.CollectionStartEvent):
            unfinished.append(_begun(event, unfinished, line))
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = unfinished.pop()
            unfinished[-1].append(ended.mapping() if isinstance(ended, _Pairs) else ended)
        elif isinstance(event, yaml.AliasEvent):
            raise YamlMistake("an alias (*): write it out", line)
        elif isinstance(event, yaml.DocumentStartEvent) and (documents := documents + 1) > 1:
            raise YamlMistake("a second document (---): write it into the first", line)
    return top[0] if top else None


class _Pairs(list):
    """A mapping while it is being read: keys and values in turn."""

    def __init__(self, line: int):
        super().__init__()
        self.line, self.keys = line, {LINE}

    @property
    def awaits_key(self) -> bool:
        return len(self) % 2 == 0

    def mapping(self) -> dict:
        return {**dict(zip(self[::2], self[1::2])), LINE: self.line}


def _begun(event, unfinished: list[list], line: int) -> list:
    if isinstance(unfinished[-1], _Pairs) and unfinished[-1].awaits_key:
        raise YamlMistake("a key that is no text but a list or a mapping", line)
    if len(unfinished) > DEEPEST:
        raise YamlMistake(f"more than {DEEPEST} levels inside each other", line)
    if event.tag not in (None, "!", CORE + "map", CORE + "seq"):
        raise YamlMistake(f"a tag, {_short(event.tag)}: texts, numbers, lists and mappings are enough", line)
    return _Pairs(line) if isinstance(event, yaml.MappingStartEvent) else []


def _scalar(event, loader, into: list, line: int):
    tag = loader.resolve(yaml.ScalarNode, event.value, event.implicit) if event.tag in (None, "!") else event.tag
    if unseen := UNSEEN.search(event.value):
        raise YamlMistake(f"a character that nobody sees, U+{ord(unseen[0]):04X}", line)
    if isinstance(into, _Pairs) and into.awaits_key:
        if tag != TEXT:
            raise YamlMistake(f"a key that is no text: {_short(event.value)} (put it in quotation marks)", line)
        if event.value in into.keys:
            raise YamlMistake(f"key {_short(event.value)} stands twice", line)
        into.keys.add(event.value)
    return event.value if tag == TEXT else _typed(tag, event.value, loader, line)


def _typed(tag: str, written: str, loader, line: int):
    """Return a number, yes, no, or nothing."""
    if tag not in TAGS:
        raise YamlMistake(f"a tag, {_short(tag)}: texts, numbers, lists and mappings are enough", line)
    try:
        value = loader.construct_object(yaml.ScalarNode(tag, written))
    except (ValueError, KeyError, OverflowError):
        value = math.nan
    if isinstance(value, float) and not math.isfinite(value):
        raise YamlMistake(f"not a number, nor yes or no: {_short(written)}", line)
    return value


def _short(text: str) -> str:
    return f"{text.removeprefix(CORE)!r:.40}"


class _Dumper(yaml.SafeDumper):
    """Writes nothing for nothing: `date:`, not `date: null`."""


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def unlined(data):
    """Return nested data without the remembered lines."""
    if isinstance(data, dict):
        return {key: unlined(value) for key, value in data.items() if key != LINE}
    return [unlined(item) for item in data] if isinstance(data, list) else data


def dump(data) -> str:
    """Return YAML in the given order, Chinese as it is."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=None)
