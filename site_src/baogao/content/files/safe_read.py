"""A content file's text, or what keeps it from being read.

That may be its kind, place, size, encoding or characters.
"""

import os
import stat
from pathlib import Path

from baogao.content.files.invisible_characters import UNSEEN, called
from baogao.content.files.recorded_folder import Folder
from baogao.content.limits import LARGEST
from baogao.records import Problem

# A source stays as it was received; what is invisible in it counts as white space.
RECEIVED = ".txt"


class _Refused(Exception):
    """Why a file is not read, and how to mend it."""

    def __init__(self, message: str, hint: str):
        super().__init__(message)
        self.message, self.hint = message, hint


def read(path: Path, within: Folder, shown: str, found: list[Problem]) -> str | None:
    """Return the text of a file that must be there, and lie within a folder.

    None, and why in `found`, where it cannot be had.
    """
    data = read_bytes(path, within, shown, found)
    return None if data is None else decode(data, path, shown, found)


def decode(data: bytes, path: Path, shown: str, found: list[Problem]) -> str | None:
    """Return a file's bytes as text.

    None, and why in `found`, where they are no text, or hold what nobody sees.
    """
    try:
        text = decoded(data)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"not UTF-8 (byte {error.start})"
        found.append(Problem(shown, line, message, "save the file as UTF-8"))
        return None
    if path.suffix != RECEIVED and (unseen := _unseen(text, shown)):
        found += unseen
        return None
    return text


def read_bytes(path: Path, within: Folder, shown: str, found: list[Problem]) -> bytes | None:
    """Return the bytes of a file.

    None, and why in `found`, where it is no file, too large, or not within the folder.
    """
    try:
        _require_plain_file(path, within)
        return within.given_out(path, path.read_bytes(), shown)
    except _Refused as refused:
        found.append(Problem(shown, 1, refused.message, refused.hint))
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        reason = getattr(error, "strerror", None) or error
        found.append(Problem(shown, 1, f"cannot be read: {reason}"))
    return None


def _require_plain_file(path: Path, within: Folder) -> None:
    """Raise `_Refused` unless a path is a file of the folder and not too large."""
    if not path.resolve(strict=True).is_relative_to(within.root.resolve()):
        raise _Refused("a link that leads out of the content", "put the file itself there")
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        hint = "only plain files belong into the content"
        raise _Refused("cannot be read: not a file", hint)
    most = LARGEST[path.suffix]
    if status.st_size > most:
        allowed = f"at most {most // 1000} KB for a *{path.suffix}"
        raise _Refused(f"{status.st_size} bytes are too many: {allowed}", "see limits.py")


def decoded(data: bytes) -> str:
    """Return UTF-8 as text with `\\n` line ends and no byte-order mark."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def exists(path: Path) -> bool:
    """Say whether anything stands at a path, be it a link that leads nowhere."""
    return os.path.lexists(path)


def _unseen(text: str, shown: str) -> list[Problem]:
    """Return a problem for each kind of invisible character, at its first place."""
    places: dict[str, list[int]] = {}
    for match in UNSEEN.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    hint = "delete it: it hides or reorders what is read"
    problems = []
    for character, at in places.items():
        times = f", {len(at)} times from here on" if len(at) > 1 else ""
        message = f"{called(character)}, which nobody sees{times}"
        problems.append(Problem(shown, text.count("\n", 0, at[0]) + 1, message, hint))
    return problems
