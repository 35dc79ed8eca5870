"""The entries of a YAML file that lists them: mappings that remember their lines."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from baogao.content.files import safe_read
from baogao.content.files.recorded_folder import Folder
from baogao.content.limits import LONGEST_PATTERN, LONGEST_WORD
from baogao.content.yaml import yaml_with_lines
from baogao.records import Problem

Entry = dict[str, Any]  # keys are texts; a value is what YAML says, and whoever reads it checks it
Made = TypeVar("Made")
Kind = TypeVar("Kind", list[Any], Entry)
PATTERNS = ("pattern", "opener")  # keys whose text is a pattern
FORMS = {
    list: "the file is a list of entries: - key: value",
    dict: "one `key: value` a line",
}


class Mistake(Exception):
    """What is wrong with an entry, and how to mend it."""

    def __init__(self, message: str, hint: str = ""):
        super().__init__(message)
        self.message, self.hint = message, hint


def require_short(entry: Entry, **longest: int) -> None:
    """Raise `Mistake` where a text of an entry is longer than its key allows."""
    for key, most in longest.items():
        value = entry.get(key)
        if isinstance(value, str) and len(value) > most:
            raise Mistake(f"{key} is a text of {len(value)} characters", f"at most {most}")


def require_keys(entry: Entry, *known: str) -> None:
    """Raise `Mistake` where an entry has a key that is none of those known."""
    for key in entry:
        if key not in known and key != yaml_with_lines.LINE:
            raise Mistake(f"unknown key {key!r}", "known are " + ", ".join(sorted(known)))


def read_entries(path: Path, within: Folder, shown: str, found: list[Problem]) -> list[Entry]:
    """Return the entries of a file, none where it is missing; what is no entry is a problem."""
    if not safe_read.exists(path):
        return []
    return entries_in(safe_read.read(path, within, shown, found) or "", shown, found)


def entries_in(text: str, shown: str, found: list[Problem]) -> list[Entry]:
    """Return the entries that a text lists; what is no entry is a problem."""
    items = data_in(text, shown, found, list)
    entries = [item for item in items if isinstance(item, dict)]
    if len(entries) < len(items):
        found.append(_no_entries(shown, items))
    return entries


def _no_entries(shown: str, items: list[Any]) -> Problem:
    """Return the problem of items that are no entries, at the first of them."""
    wrong = [number for number, item in enumerate(items) if not isinstance(item, dict)]
    line = items.lines[wrong[0]] if isinstance(items, yaml_with_lines.Items) else 1
    more = f", nor are {len(wrong) - 1} items below" if len(wrong) > 1 else ""
    message = f"not an entry: {items[wrong[0]]!r:.40}{more}"
    return Problem(shown, line, message, "each entry is a mapping: - key: value")


def read_data(
    path: Path, within: Folder, shown: str, found: list[Problem], kind: type[Kind]
) -> Kind:
    """Return the list or mapping of a file, empty where it cannot be read."""
    return data_in(safe_read.read(path, within, shown, found) or "", shown, found, kind)


def data_in(text: str, shown: str, found: list[Problem], kind: type[Kind]) -> Kind:
    """Return the list or mapping that a text is, empty where it is none."""
    try:
        data = yaml_with_lines.load(text)
    except yaml_with_lines.YamlMistake as mistake:
        found.append(Problem(shown, mistake.line, mistake.message))
        return kind()
    if data is None:
        return kind()
    if not isinstance(data, kind):
        found.append(Problem(shown, 1, f"not a {kind.__name__}", FORMS[kind]))
        return kind()
    return data


def make_each(
    entries: Iterable[Entry], make: Callable[[Entry], Made], shown: str, found: list[Problem]
) -> list[Made]:
    """Return what `make` makes of each entry; one that it refuses is left out and a problem.

    `make` raises `Mistake`, or `re.error` where a pattern of the entry is none.
    """
    made = []
    for entry in entries:
        line = entry[yaml_with_lines.LINE]
        try:
            made.append(make(entry))
        except Mistake as mistake:
            found.append(Problem(shown, line, mistake.message, mistake.hint))
        except re.error as error:
            found.append(Problem(shown, line, f"not a pattern: {error}", "see Python's re"))
    return made


def text_of(entry: Entry, key: str) -> str:
    """Return the text of a key; raise `Mistake` where there is none."""
    require_short(entry, **{key: LONGEST_PATTERN if key in PATTERNS else LONGEST_WORD})
    value = entry.get(key)
    if isinstance(value, str) and value:
        return value
    message = f"lacks {key}" if value is None else f"{key} cannot be {value!r}"
    raise Mistake(message, f"write {key}: and a word")


def texts_of(entry: Entry, key: str) -> tuple[str, ...]:
    """Return the texts that a key lists, none where it is not there."""
    value = entry.get(key) or []
    if not isinstance(value, list):
        raise Mistake(f"{key} is not a list", f"write {key}: [one, another]")
    for item in value:
        if not isinstance(item, str) or not item:
            raise Mistake(f"{key} cannot hold {item!r}", "put it in quotation marks")
        if len(item) > LONGEST_WORD:
            message = f"{key} holds a text of {len(item)} characters"
            raise Mistake(message, f"at most {LONGEST_WORD}")
    return tuple(value)
