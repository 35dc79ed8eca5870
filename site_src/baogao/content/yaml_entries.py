"""The entries of a YAML file that lists them: mappings that remember their lines."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from baogao.content import safe_read, yaml_with_lines
from baogao.content.hashed_folder import Folder
from baogao.records import Problem

Entry = dict[str, Any]  # keys are texts; a value is what YAML says, and whoever reads it checks it
Made = TypeVar("Made")
Kind = TypeVar("Kind", list[Any], Entry)
FORMS = {
    list: "the file is a list of entries: - key: value",
    dict: "one `key: value` a line",
}


class Mistake(Exception):
    """What is wrong with an entry, and how to mend it."""

    def __init__(self, message: str, hint: str = ""):
        super().__init__(message)
        self.message, self.hint = message, hint


def read_entries(path: Path, within: Folder, shown: str, found: list[Problem]) -> list[Entry]:
    """Return the entries of a file, none where it is missing; what is no entry is a problem."""
    if not safe_read.exists(path):
        return []
    entries = []
    for item in read_data(path, within, shown, found, list):
        if isinstance(item, dict):
            entries.append(item)
        else:
            hint = "each entry is a mapping: - key: value"
            found.append(Problem(shown, 1, f"not an entry: {item!r}", hint))
    return entries


def read_data(
    path: Path, within: Folder, shown: str, found: list[Problem], kind: type[Kind]
) -> Kind:
    """Return the list or mapping of a file, empty where it cannot be read."""
    try:
        data = yaml_with_lines.load(safe_read.read(path, within, shown, found) or "")
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
