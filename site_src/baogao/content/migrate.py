"""`baogao migrate`: a content folder of an older format brought to this one.

Every change is shown, file by file, and all are written in one step. A new format is a new step at
the end of `STEPS`.
"""

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from baogao.content import content_folder, format_version
from baogao.content.files import write_journal
from baogao.content.files.write_journal import FilePlan
from baogao.content.problem_printing import line_of
from baogao.content.yaml import yaml_with_lines

SITE = "site.yml"


class CannotMigrate(Exception):
    """The folder cannot be brought to this format; says why and what to do."""


class Draft:
    """A content folder as it is to be: what is on the disk, and over it what the steps wrote."""

    def __init__(self, root: Path):
        self.root = root
        self.written: dict[str, str] = {}

    def text(self, name: str) -> str:
        """Return a file's text as it is to be, its line ends kept; "" where there is none."""
        return self.written[name] if name in self.written else self.present(name)

    def present(self, name: str) -> str:
        """Return a file's text as it is on the disk."""
        try:
            return (self.root / name).read_bytes().decode()
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError:
            shown = self.shown(name)
            raise CannotMigrate(f"{shown}:1: not UTF-8 (save the file as UTF-8)") from None

    def data(self, name: str) -> Any:
        """Return what a YAML file says; nothing where it is missing."""
        try:
            data = yaml_with_lines.load(self.text(name).removeprefix("\ufeff"))
        except yaml_with_lines.YamlMistake as mistake:
            shown = self.shown(name)
            raise CannotMigrate(f"{shown}:{mistake.line}: {mistake.message}") from None
        return yaml_with_lines.unlined(data)

    def set(self, name: str, key: str, value: str) -> None:
        """Let a setting of a YAML file have a value, all else as it stands, comments too."""
        wanted = (self.data(name) or {}) | {key: yaml_with_lines.load(value)}
        self.written[name] = _with_line(self.text(name), key, f"{key}: {value}")
        try:
            kept = self.data(name) == wanted
        except CannotMigrate:
            kept = False
        if not kept:
            hint = "one `key: value` a line; write it yourself"
            message = f"cannot be given a line `{key}: {value}` ({hint})"
            raise CannotMigrate(f"{self.shown(name)}:1: {message}")

    def shown(self, name: str) -> str:
        """Return a file's path as messages show it."""
        return content_folder.shown_path(self.root / name, self.root)


def _with_line(text: str, key: str, line: str) -> str:
    """Return a text with a line in the place of the one that begins with the key, or at its end."""
    new, found = re.subn(rf"(?m)^{key}:[^\r\n]*", line, text, count=1)
    if found:
        return new
    end = "\r\n" if "\r\n" in text else "\n"
    if text and not text.endswith(end):
        text += end
    return text + line + end


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from one format to the next: its number, what it does in words, and how."""

    origin: int
    what: str
    change: Callable[[Draft], None]


def _state_date(draft: Draft) -> None:
    """State the date of the data, which stands in every file now: that of the last release."""
    releases = draft.data("releases/releases.yml") or []
    if releases and not draft.data(SITE).get("date"):
        draft.set(SITE, "date", f'"{releases[-1]["date"]}"')


def _nothing_else(draft: Draft) -> None:
    """Change no file: what the older format has means the same in this one."""


STATED = "site.yml states its format, and the date of the data where a release tells it"
REVIEWED = "reviews/ says what people have checked, figures/ can add what the rules have missed"
STEPS = [
    Step(0, STATED, _state_date),
    Step(1, REVIEWED, _nothing_else),
]


def migrate(root: Path, dry: bool = False) -> Iterator[str]:
    """Bring a content folder to this format, unless `dry`; yield what is changed, line by line.

    Raises `CannotMigrate`.
    """
    if dry and (half := write_journal.problem(root)):
        raise CannotMigrate(line_of(half))
    if not dry:
        yield from write_journal.completed(write_journal.go_on(root))
    draft = Draft(root)
    origin = _format_of(draft)
    if origin == format_version.FORMAT:
        yield f"the content is of format {origin}, the newest: nothing to change"
        return
    for step in STEPS[origin:]:
        yield f"format {step.origin} to {step.origin + 1}: {step.what}"
        step.change(draft)
        draft.set(SITE, "format", str(step.origin + 1))
    plan = FilePlan(root, "migrate")
    for name in sorted(draft.written):
        yield from _difference(draft, name)
        plan.write(name, draft.written[name].encode())
    if not dry:
        plan.carry_out()
    yield "nothing was written" if dry else f"the content is of format {format_version.FORMAT} now"


def _format_of(draft: Draft) -> int:
    """Return the format of a folder: one that the steps begin with, or the newest."""
    settings, shown = draft.data(SITE), draft.shown(SITE)
    # Many programs have a site.yml.
    if not isinstance(settings, dict) or not (draft.root / "vocabulary").is_dir():
        raise CannotMigrate(f"{shown}:1: missing or no settings (is it a content folder?)")
    wrong, origin = format_version.unfit(settings, shown), settings.get("format", 0)
    if wrong is None:
        return format_version.FORMAT
    if not isinstance(origin, int) or not 0 <= origin < format_version.FORMAT:
        raise CannotMigrate(line_of(wrong))
    return origin


def _difference(draft: Draft, name: str) -> Iterator[str]:
    shown = draft.shown(name)
    old, new = draft.present(name).splitlines(), draft.written[name].splitlines()
    yield from difflib.unified_diff(old, new, shown, shown, n=0, lineterm="")
