"""`baogao migrate`: a content folder of an older format brought to this one, every change shown, file by file.

A new format is a new step at the end of `STEPS`. A step may run on a folder that has it half behind it: the format is
written last, so that after an interruption the same command goes on.
"""
import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from baogao.content import content_folder, format_version, yaml_with_lines
from baogao.content.messages import line_of
from baogao.content.atomic_write import replaced

SITE = "site.yml"


class CannotMigrate(Exception):
    """The folder cannot be brought to this format; says why and what to do."""


class Draft:
    """A content folder as it is to be: what is on the disk, and over it what the steps have written."""

    def __init__(self, root: Path):
        self.root = root
        self.written: dict[str, str] = {}

    def text(self, name: str) -> str:
        """Return a file's text as it is to be, its line ends as they are; empty where there is none."""
        return self.written[name] if name in self.written else self.present(name)

    def present(self, name: str) -> str:
        """Return a file's text as it is on the disk."""
        try:
            return (self.root / name).read_bytes().decode()
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError:
            raise CannotMigrate(f"{content_folder.name(self.root / name, self.root)}:1: not UTF-8 (save the file as UTF-8)") from None

    def data(self, name: str):
        """Return what a YAML file says; nothing where it is missing."""
        try:
            return yaml_with_lines.unlined(yaml_with_lines.load(self.text(name).removeprefix("\ufeff")))
        except yaml_with_lines.YamlMistake as mistake:
            raise CannotMigrate(f"{content_folder.name(self.root / name, self.root)}:{mistake.line}: {mistake.message}") from None

    def set(self, name: str, key: str, value: str) -> None:
        """Let a setting of a YAML file have a value, all else as it stands, comments too."""
        text, wanted = self.text(name), (self.data(name) or {}) | {key: yaml_with_lines.load(value)}
        new, found = re.subn(rf"(?m)^{key}:[^\r\n]*", f"{key}: {value}", text, count=1)
        end = "\r\n" if "\r\n" in text else "\n"
        self.written[name] = new if found else f"{text}{end * bool(text and not text.endswith(end))}{key}: {value}{end}"
        try:
            kept = self.data(name) == wanted
        except CannotMigrate:
            kept = False
        if not kept:
            raise CannotMigrate(f"{content_folder.name(self.root / name, self.root)}:1: cannot be given a line `{key}: {value}` (one `key: value` a line; write it yourself)")


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from one format to the next: its number, what it does in words, and how."""
    origin: int
    what: str
    change: Callable[[Draft], None]


def _dated(draft: Draft) -> None:
    """The date of the data must be stated since it stands in every file; that of the last release is the one it had."""
    releases = draft.data("releases/releases.yml") or []
    if releases and not draft.data(SITE).get("date"):
        draft.set(SITE, "date", f'"{releases[-1]["date"]}"')


STEPS = (Step(0, "site.yml states its format, and the date of the data where a release tells it", _dated),)


def migrate(root: Path, dry: bool = False) -> Iterator[str]:
    """Bring a content folder to this format, unless `dry`; yield what is changed, line by line. Raises `CannotMigrate`."""
    draft = Draft(root)
    settings, shown = draft.data(SITE), content_folder.name(root / SITE, root)
    if not isinstance(settings, dict):
        raise CannotMigrate(f"{shown}:1: missing or no settings (is it a content folder?)")
    wrong, origin = format_version.unfit(settings, shown), settings.get("format", 0)
    if wrong and not (isinstance(origin, int) and 0 <= origin < format_version.FORMAT):
        raise CannotMigrate(line_of(wrong))
    if not wrong:
        yield f"the content is of format {origin}, the newest: nothing to change"
        return
    for step in STEPS[origin:]:
        yield f"format {step.origin} to {step.origin + 1}: {step.what}"
        step.change(draft)
        draft.set(SITE, "format", str(step.origin + 1))
    for name in sorted(draft.written, key=lambda name: (name == SITE, name)):
        yield from _difference(draft, name)
        if not dry:
            replaced(root / name, draft.written[name].encode())
    yield "nothing was written" if dry else f"the content is of format {format_version.FORMAT} now"


def _difference(draft: Draft, name: str) -> Iterator[str]:
    shown = content_folder.name(draft.root / name, draft.root)
    old, new = draft.present(name).splitlines(), draft.written[name].splitlines()
    yield from difflib.unified_diff(old, new, shown, shown, n=0, lineterm="")
