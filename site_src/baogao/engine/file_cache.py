"""What takes long to make, kept on disk under the digest of what it was made from. The folder can be deleted at any time.

It is marked as other programs mark theirs, by a CACHEDIR.TAG, so that back-ups can leave it out. One that
holds anything else is somebody's: nothing is kept in it, and what is removed has a name that is given here.
"""

import hashlib
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from baogao.content.folder_ownership import NotOurs, named

SEAL = 16  # bytes before what is kept: its digest, so that a file that was damaged is made again
TAG = "CACHEDIR.TAG"
SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55\n"
TAGGED = SIGNATURE + b"# made by baogao; it can be deleted at any time\n"
FOLDERS = frozenset(
    {"readings", "drawings", "templates", "sites", "bench"}
)  # the last is the scripts'
FILE = re.compile(
    r"vega-[\d.]+(-[0-9a-f]{8})?\.js|tmp[a-z0-9_]{8}"
)  # a whole one, one that a killed build has begun
KEPT = re.compile(r"[0-9a-f]{16,64}|tmp[a-z0-9_]{8}")  # in the folders
STALE = 30 * 86_400  # seconds for which what nobody asks for is kept


def take(folder: Path) -> None:
    """Mark a folder as a cache of baogao's, where the disk allows it; raise `NotOurs` where it holds other things."""
    with suppress(OSError):
        tagged = _is_tagged(folder)
        if others := list(_others(folder, tagged)):
            raise NotOurs(
                f"{folder}: holds what is no cache of baogao's: {named(others)} "
                "(choose an empty folder with --cache)"
            )
        if not tagged:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / TAG).write_bytes(TAGGED)


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return what is kept at `path`; make and keep it where it is not there, or not whole."""
    data = found(path)
    if data is None:
        data = make()
        keep(path, data)
    return data


def found(path: Path) -> bytes | None:
    """Return what is kept at `path`, if it is there and whole."""
    try:
        sealed = path.read_bytes()
    except OSError:
        return None
    return sealed[SEAL:] if _seal(sealed[SEAL:]) == sealed[:SEAL] else None


def keep(path: Path, data: bytes) -> None:
    """Keep bytes at `path`, written aside as another build may be reading. A disk that refuses does no harm."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = mkstemp(dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(_seal(data) + data)
            os.replace(name, path)
        except OSError:
            os.unlink(name)


def sweep(folder: Path, used: set[str]) -> None:
    """Remove what has not been asked for in a month; `used` are the names that were asked for now."""
    now = time.time()
    with suppress(OSError):
        for entry in os.scandir(folder):
            with suppress(OSError):
                if entry.name in used:
                    os.utime(entry.path)
                elif (
                    KEPT.fullmatch(entry.name)
                    and entry.stat(follow_symlinks=False).st_mtime < now - STALE
                ):
                    os.unlink(entry.path)


def _is_tagged(folder: Path) -> bool:
    try:
        return (folder / TAG).read_bytes() == TAGGED
    except FileNotFoundError:
        return False


def _others(folder: Path, tagged: bool) -> Iterator[str]:
    """Yield what does not belong into a cache; without a tag every file has to bear a name of ours."""
    for path in sorted(folder.iterdir()) if folder.exists() else ():
        if path.name in FOLDERS and path.is_dir():
            looked_at = () if tagged or path.name == "bench" else sorted(path.iterdir())
            yield from (
                f"{path.name}/{one.name}" for one in looked_at if not KEPT.fullmatch(one.name)
            )
        elif path.name == TAG:
            if not tagged and path.read_bytes().startswith(SIGNATURE):  # another program's
                yield TAG
        elif not FILE.fullmatch(path.name):
            yield path.name


def _seal(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SEAL).digest()
