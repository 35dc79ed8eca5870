"""A content file's text, or what keeps it from being read: its kind, place, size, encoding and characters."""
import os
import re
import stat
import unicodedata
from pathlib import Path

from baogao.content.limits import LARGEST
from baogao.content.patterns import INVISIBLE
from baogao.records import Problem

UNSEEN = re.compile(f"[{INVISIBLE}]")
RECEIVED = ".txt"  # a source stays as it was received; what is invisible in it counts as white space


def read(path: Path, within: Path, shown: str, found: list[Problem]) -> str | None:
    """Return the text of a file that must be there, and lie within a folder; None, and why in `found`, where it cannot be had."""
    data = data_of(path, within, shown, found)
    return None if data is None else text_of(data, path, shown, found)


def text_of(data: bytes, path: Path, shown: str, found: list[Problem]) -> str | None:
    """Return a file's bytes as text; None, and why in `found`, where they are none, or hold what nobody sees."""
    try:
        text = decoded(data)
    except UnicodeDecodeError as error:
        line = data[:error.start].count(b"\n") + 1
        found.append(Problem(shown, line, f"not UTF-8 (byte {error.start})", "save the file as UTF-8"))
        return None
    if path.suffix != RECEIVED and (unseen := _unseen(text, shown)):
        found += unseen
        return None
    return text


def data_of(path: Path, within: Path, shown: str, found: list[Problem]) -> bytes | None:
    """Return the bytes of a file; None, and why in `found`, where it is none, too large, or not within the folder."""
    most = LARGEST[path.suffix]
    try:
        if not path.resolve(strict=True).is_relative_to(within.resolve()):
            found.append(Problem(shown, 1, "a link that leads out of the content", "put the file itself there"))
            return None
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):
            found.append(Problem(shown, 1, "cannot be read: not a file", "only plain files belong into the content"))
            return None
        if kind.st_size <= most:
            return path.read_bytes()
        found.append(Problem(shown, 1, f"{kind.st_size} bytes are too many: at most {most // 1000} KB for a *{path.suffix}", "see limits.py"))
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        found.append(Problem(shown, 1, f"cannot be read: {getattr(error, 'strerror', None) or error}"))
    return None


def decoded(data: bytes) -> str:
    """Return UTF-8 as text with `\\n` line ends and no byte-order mark."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def there(path: Path) -> bool:
    """Say whether anything stands at a path, be it a link that leads nowhere."""
    return os.path.lexists(path)


def _unseen(text: str, shown: str) -> list[Problem]:
    """Return a problem for each kind of invisible character, at its first place."""
    places: dict[str, list[int]] = {}
    for match in UNSEEN.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    return [Problem(shown, text.count("\n", 0, at[0]) + 1, f"{called(character)}, which nobody sees" + (f", {len(at)} times from here on" if len(at) > 1 else ""),
                    "delete it: it hides or reorders what is read") for character, at in places.items()]


def called(character: str) -> str:
    """Return how a character is named: `U+202E (RIGHT-TO-LEFT OVERRIDE)`."""
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'a control character')})"
