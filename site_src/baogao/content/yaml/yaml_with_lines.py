"""YAML that remembers its lines: the one home of pyyaml.

Every mapping read carries the line it begins on under `LINE`, so that a message can name it.
"""

import re
from collections.abc import Callable, Container, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from baogao.content.files.invisible_characters import UNSEEN
from baogao.content.limits import DEEPEST, LONGEST_NUMBER, LONGEST_TEXT, MOST_VALUES

if TYPE_CHECKING:
    FastestLoader = yaml.SafeLoader
else:
    FastestLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

LINE = "__line__"
CORE = "tag:yaml.org,2002:"
TEXT = CORE + "str"
NUMBERS = {CORE + name for name in ("int", "float")}
WORDS = {CORE + name for name in ("bool", "null")}
# YAML knows more numbers, which nobody means: 1:30 is 90 there, 0777 is 511, 1_0 is 10.
NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
COLLECTIONS = {None, "!", CORE + "map", CORE + "seq"}
ENOUGH = "texts, numbers, lists and mappings are enough"


class YamlMistake(Exception):
    """A file that is not the YAML it should be; `line` counts from 1."""

    def __init__(self, message: str, line: int):
        super().__init__(message)
        self.message, self.line = message, line


class _Loader(FastestLoader):
    """Reads a date as the text that was written: `2020-04-27` is checked as such."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != CORE + "timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}


def load(text: str, first_line: int = 1) -> Any:
    """Return what the YAML says; raise `YamlMistake` with the line, counted from `first_line`.

    What content never needs and an attacker does is refused: aliases (a few lines that mean
    gigabytes), tags, depth (which fells the parser that builds trees), keys that are no text,
    numbers that are not written in tens, texts and files without end.
    """
    return _copied(_read(text, first_line))


def _copied(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    if isinstance(data, Items):
        return Items(data.line, map(_copied, data), data.lines)
    return data


# The preview reads some forty files at every edit, all but one as they were.
@lru_cache(maxsize=128)
def _read(text: str, first_line: int) -> Any:
    loader: Any = None  # the library gives no types for what it is asked here
    try:
        loader = _Loader(text)
        return _Builder(loader, first_line).build()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise YamlMistake(f"not YAML: {problem}", first_line + (mark.line if mark else 0)) from None
    finally:
        if loader:
            loader.dispose()


class Items(list[Any]):
    """A list, the line on which it begins, and those on which its items do."""

    awaits_key = False

    def __init__(self, line: int, items: Iterable[Any] = (), lines: Iterable[int] = ()):
        super().__init__(items)
        self.line, self.lines = line, list(lines)

    def take(self, item: Any, line: int) -> None:
        """Take a further item."""
        self.append(item)
        self.lines.append(line)


class _Mapping(dict[str, Any]):
    """A mapping while it is being read: keys and values in turn."""

    def __init__(self, line: int):
        super().__init__()
        self[LINE] = self.line = line
        self.key, self.awaits_key = "", True

    def take(self, value: Any, line: int) -> None:
        """Take the next key, or the value of the last one."""
        if self.awaits_key:
            self.key = value
        else:
            self[self.key] = value
        self.awaits_key = not self.awaits_key


class _Builder:
    """Builds lists and mappings from the parser's events, one after the other."""

    def __init__(self, loader: Any, first_line: int):
        self.loader, self.first_line = loader, first_line
        self.documents = self.values = 0
        self.open: list[Items | _Mapping] = [Items(first_line)]  # the innermost is the last

    def build(self) -> Any:
        """Return what all events make, None where there are none."""
        while self.loader.check_event():
            event = self.loader.get_event()
            if take := TAKERS.get(type(event)):
                take(self, event, event.start_mark.line + self.first_line)
        [top] = self.open
        return next(iter(top), None)

    def document(self, event: Any, line: int) -> None:
        """Take the beginning of a document."""
        self.documents += 1
        if self.documents > 1:
            raise YamlMistake("a second document (---): write it into the first", line)

    def alias(self, event: Any, line: int) -> None:
        """Refuse a reference to another part."""
        raise YamlMistake("an alias (*): write it out", line)

    def begin(self, event: Any, line: int) -> None:
        """Take the beginning of a list or mapping."""
        if self.open[-1].awaits_key:
            raise YamlMistake("a key that is no text but a list or a mapping", line)
        if len(self.open) > DEEPEST:
            raise YamlMistake(f"more than {DEEPEST} levels inside each other", line)
        if event.tag not in COLLECTIONS:
            raise YamlMistake(f"a tag, {_short(event.tag)}: {ENOUGH}", line)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.open.append(_Mapping(line) if is_mapping else Items(line))

    def end(self, event: Any, line: int) -> None:
        """Take the end of a list or mapping."""
        ended = self.open.pop()
        self.open[-1].take(ended, ended.line)

    def scalar(self, event: Any, line: int) -> None:
        """Take a text, a number, yes or no, or nothing: a value or a key."""
        tag, written, into = event.tag, event.value, self.open[-1]
        self.values += 1
        if self.values > MOST_VALUES:
            raise YamlMistake(f"more than {MOST_VALUES} values in one file", line)
        if len(written) > LONGEST_TEXT:
            raise YamlMistake(f"a text of {len(written)} characters, at most {LONGEST_TEXT}", line)
        if tag in (None, "!"):
            tag = self.loader.resolve(yaml.ScalarNode, written, event.implicit)
        if unseen := UNSEEN.search(written):
            raise YamlMistake(f"a character that nobody sees, U+{ord(unseen[0]):04X}", line)
        if into.awaits_key:
            _require_new_key(tag, written, into, line)
        into.take(written if tag == TEXT else self._typed(tag, written, line), line)

    def _typed(self, tag: str, written: str, line: int) -> Any:
        """Return a number, yes, no, or nothing."""
        if tag in NUMBERS:
            _require_decimal(written, line)
        elif tag not in WORDS:
            raise YamlMistake(f"a tag, {_short(tag)}: {ENOUGH}", line)
        try:
            return self.loader.construct_object(yaml.ScalarNode(tag, written))
        except (ValueError, KeyError):
            message = f"not a number, nor yes or no: {_short(written)}"
            raise YamlMistake(message, line) from None


TAKERS: dict[type, Callable[[_Builder, Any, int], None]] = {
    yaml.ScalarEvent: _Builder.scalar,
    yaml.MappingStartEvent: _Builder.begin,
    yaml.SequenceStartEvent: _Builder.begin,
    yaml.MappingEndEvent: _Builder.end,
    yaml.SequenceEndEvent: _Builder.end,
    yaml.AliasEvent: _Builder.alias,
    yaml.DocumentStartEvent: _Builder.document,
}


def _require_decimal(written: str, line: int) -> None:
    """Raise unless a number is written in tens, in as many digits as a person reads."""
    if len(written) > LONGEST_NUMBER or not NUMBER.fullmatch(written):
        hint = "put it in quotation marks, if it is none"
        raise YamlMistake(f"not a number as 2020 or 6.8: {_short(written)} ({hint})", line)


def _require_new_key(tag: str, written: str, before: Container[str], line: int) -> None:
    if tag != TEXT:
        raise YamlMistake(
            f"a key that is no text: {_short(written)} (put it in quotation marks)", line
        )
    if written in before:
        raise YamlMistake(f"key {_short(written)} stands twice", line)


def _short(text: str) -> str:
    return f"{text.removeprefix(CORE)!r:.40}"


def unlined(data: Any) -> Any:
    """Return nested data without the remembered lines."""
    if isinstance(data, dict):
        return {key: unlined(value) for key, value in data.items() if key != LINE}
    return [unlined(item) for item in data] if isinstance(data, list) else data
