"""Several files of the content written as one step: first a plan, then the files, then no plan.

A command that is cut short before its plan is on the disk has changed nothing. Cut short later, its
plan stays: `check` names what is half, a build refuses, and the next command that writes content
goes on, whichever it is. A plan holds whole files, so that nothing else is needed to go on.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from baogao.content.files.atomic_write import aside, require_within, write_file
from baogao.content.files.folder_ownership import NotOurs
from baogao.content.problem_printing import printable
from baogao.records import Problem

PLAN = ".baogao-plan.json"
CITATION = "../CITATION.cff"  # the only file beside the content folder that a command writes
BROKEN = "cannot be understood"


class CutShort(NotOurs):
    """A command was cut short, and what it has left cannot be completed; says what to do."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file as it is to be: its path from the content folder, and the digest of what was there."""

    path: str
    before: str  # "" where there was no file
    data: bytes | None  # None where there is to be no file


@dataclass(frozen=True, slots=True)
class _Begun:
    """A plan that is on the disk."""

    command: str
    changes: tuple[Change, ...]


class FilePlan:
    """What a command is about to write: nothing is written before `carry_out`."""

    def __init__(self, root: Path, command: str):
        self.root = root
        self.command = command
        self._changes: dict[str, Change] = {}

    def read(self, path: str) -> bytes:
        """Return a file as it is to be; nothing where there is none."""
        if path in self._changes:
            return self._changes[path].data or b""
        file = self.root / path
        return file.read_bytes() if file.exists() else b""

    def exists(self, path: str) -> bool:
        """Say whether there is, or will be, anything at a path, be it a link that leads nowhere."""
        file = self.root / path
        if path in self._changes:
            return self._changes[path].data is not None
        return file.exists() or file.is_symlink()

    def write(self, path: str, data: bytes) -> None:
        """Let a file be these bytes; raise `NotOurs` where its path leads out of the content."""
        self._change(path, data)

    def remove(self, path: str) -> None:
        """Let there be no file; raise `NotOurs` where its path leads out of the content."""
        self._change(path, None)

    def _change(self, path: str, data: bytes | None) -> None:
        file = _file(self.root, path)
        known = self._changes.get(path)
        before = known.before if known else _digest_of(file)
        self._changes[path] = Change(path, before, data)

    def carry_out(self) -> None:
        """Write the plan, then all files, then remove the plan. Raises OSError."""
        if self._changes:
            begun = _Begun(self.command, tuple(self._changes.values()))
            write_file(self.root / PLAN, _packed(begun))
            _complete(self.root, begun)


def go_on(root: Path) -> str:
    """Complete what an earlier command has begun; return that command, "" where there was none.

    Raises `CutShort` where a file has been edited since, OSError where the disk refuses.
    """
    aside(root / PLAN).unlink(missing_ok=True)  # a plan that was not finished has changed nothing
    begun = _read(root)
    if begun is None:
        return ""
    for change in begun.changes:
        if _digest_of(_file(root, change.path)) not in (change.before, _digest(change.data)):
            raise CutShort(
                f"{root.name}/{PLAN}: `baogao {printable(begun.command)}` was cut short, "
                f"and {printable(change.path)} has been edited since "
                "(bring the file back, or delete the plan, and the rest is left as it is)"
            )
    _complete(root, begun)
    return begun.command


def completed(command: str) -> list[str]:
    """Return what to tell of a command that `go_on` has completed."""
    return [f"completed: `baogao {printable(command)}`, which was cut short"] if command else []


def problem(root: Path) -> Problem | None:
    """Return what is half, if anything is: files that a command has begun to write."""
    try:
        begun = _read(root)
    except CutShort:
        return Problem(f"{root.name}/{PLAN}", 1, BROKEN, "delete it, then look at what changed")
    if begun is None:
        return None
    missing = [change.path for change in begun.changes if not _is_done(root, change)]
    done = len(begun.changes) - len(missing)
    return Problem(
        f"{root.name}/{PLAN}",
        1,
        f"`baogao {begun.command}` was cut short: {done} of {len(begun.changes)} files are written"
        + (f", {missing[0]} is not" if missing else ""),
        "give the command again: it goes on",
    )


def _complete(root: Path, begun: _Begun) -> None:
    """Write what is not written yet, and remove the plan."""
    for change in begun.changes:
        if not _is_done(root, change):
            _put(_file(root, change.path), change.data)
    (root / PLAN).unlink(missing_ok=True)


def _put(file: Path, data: bytes | None) -> None:
    """Give a file its bytes, or take it away, and its folder where nothing else lies there."""
    if data is not None:
        write_file(file, data)
        return
    file.unlink(missing_ok=True)
    with suppress(OSError):
        file.parent.rmdir()


def _is_done(root: Path, change: Change) -> bool:
    return _digest_of(_file(root, change.path)) == _digest(change.data)


def _file(root: Path, path: str) -> Path:
    """Return where a path leads; raise `NotOurs` where that is out of the content."""
    if path == CITATION:
        return root.parent / "CITATION.cff"
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        raise NotOurs(f"{printable(path)}: leads out of {root}")
    file = root / path
    require_within(root, file)
    return file


def _digest_of(file: Path) -> str:
    return _digest(file.read_bytes()) if file.exists() else ""


def _digest(data: bytes | None) -> str:
    return "" if data is None else sha256(data).hexdigest()


def _packed(begun: _Begun) -> bytes:
    files: Iterable[dict[str, str | None]] = (
        {
            "path": change.path,
            "before": change.before,
            "data": None if change.data is None else b64encode(change.data).decode(),
        }
        for change in begun.changes
    )
    return json.dumps({"command": begun.command, "files": list(files)}, indent=1).encode()


def _unpacked(data: Any) -> bytes | None:
    return None if data is None else b64decode(data, validate=True)


def _read(root: Path) -> _Begun | None:
    """Return the plan that is on the disk; raise `CutShort` where it is no plan."""
    try:
        said = json.loads((root / PLAN).read_bytes())
        changes = (
            Change(str(one["path"]), str(one["before"]), _unpacked(one["data"]))
            for one in said["files"]
        )
        return _Begun(str(said["command"]), tuple(changes))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise CutShort(
            f"{root.name}/{PLAN}: {BROKEN} (delete it, then run `baogao check`)"
        ) from None
