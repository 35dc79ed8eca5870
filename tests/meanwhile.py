"""A program for tests: `baogao build` with files edited at given moments of it.

The first argument is the edits as JSON, `{moment: [[file, old, new], …]}`; the others are the
command's.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from baogao.cli import main
from baogao.engine import changed_parts, taken_content
from baogao.pages import files_of_site, rendering

# What is called then, and whether the edits are made before or after that.
MOMENTS = {
    "before the content is read": (taken_content, "take", "before"),
    "when the content was read": (taken_content, "take", "after"),
    "when the words were loaded": (rendering.Renderer, "__init__", "after"),
    "before the parts are made": (changed_parts, "site_parts", "before"),
    "when the parts were made": (files_of_site, "for_machines", "after"),
}


def edit(file: str, old: str, new: str) -> None:
    """Change words of a file."""
    text = Path(file).read_text("utf-8")
    assert old in text, f"{file} lacks {old}"
    Path(file).write_text(text.replace(old, new), "utf-8")


def at(moment: str, edits: list[list[str]]) -> None:
    """Let edits be made at a moment."""
    owner, name, when = MOMENTS[moment]
    setattr(owner, name, _around(getattr(owner, name), when, edits))


def _around(call: Callable, when: str, edits: list[list[str]]) -> Callable:
    def made(*arguments, **named):
        if when == "before":
            _all(edits)
        result = call(*arguments, **named)
        if when == "after":
            _all(edits)
        return result

    return made


def _all(edits: list[list[str]]) -> None:
    """Make the edits, once: there are words of every language."""
    while edits:
        edit(*edits.pop(0))


if __name__ == "__main__":
    for moment, edits in json.loads(sys.argv[1]).items():
        at(moment, edits)
    sys.exit(main(sys.argv[2:]))
