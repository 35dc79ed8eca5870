"""What takes long to make, kept on disk under the digest of what it was made from.

The folder can be deleted at any time. It is marked as other programs mark theirs, by a
CACHEDIR.TAG, so that back-ups can leave it out. One that holds anything else is somebody's: nothing
is kept in it, and what is removed has a name that is given here.
"""

import hashlib
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from baogao.content.files.folder_ownership import NotOurs, named

SEAL = 16  # bytes before what is kept: its digest, so that a file that was damaged is made again
TAG = "CACHEDIR.TAG"
SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55\n"
TAGGED = SIGNATURE + b"# made by baogao; it can be deleted at any time\n"
BENCH = "bench"  # where the scripts that measure keep theirs
FOLDERS = frozenset(
    {
        "areas",
        "readings",
        "reviews",
        "rows",
        "drawings",
        "templates",
        "sites",
        "temporary",
        "known",
        "spares",
        "words",
        BENCH,
    }
)
# At the top: what draws charts in a browser (`vega-1.9.0-0a1b2c3d.js`, `vega-1.8.0.js` of an older
# baogao), or the beginning of it that a killed build has left (`tmpab12cd34`).
FILE = re.compile(r"vega-[0-9a-z.]+(-[0-9a-f]{8})?\.js|tmp[a-z0-9_]{8}")
# In the folders: what is kept, called by its digest, or the beginning of it.
KEPT = re.compile(r"[0-9a-f]{16,64}|tmp[a-z0-9_]{8}")
STALE = 30 * 86_400  # seconds for which what nobody asks for is kept


def claim_folder(folder: Path) -> None:
    """Mark a folder as a cache of baogao's, where the disk allows it.

    Raises `NotOurs` where it holds other things.
    """
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


def get_or_make(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return what is kept at `path`; make and keep it where it is not there, or not whole."""
    data = get(path)
    if data is None:
        data = make()
        put(path, data)
    return data


def get(path: Path) -> bytes | None:
    """Return what is kept at `path`, if it is there and whole."""
    try:
        sealed = path.read_bytes()
    except OSError:
        return None
    return sealed[SEAL:] if _seal(sealed[SEAL:]) == sealed[:SEAL] else None


def put(path: Path, data: bytes) -> bool:
    """Keep bytes at `path`, and return whether they are kept: a disk that refuses does no harm.

    They are written aside, as another build may be reading.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = mkstemp(dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(_seal(data) + data)
            os.replace(name, path)
            return True
        except OSError:
            os.unlink(name)
    return False


def moment(folder: Path) -> int:
    """Return the time of now by the clock that files get their dates of.

    0 where the disk refuses: nothing is older then.
    """
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        number, name = mkstemp(dir=folder)
        try:
            return os.fstat(number).st_mtime_ns
        finally:
            os.close(number)
            os.unlink(name)
    return 0


def sweep(folder: Path, used: set[str]) -> None:
    """Remove what has not been asked for in a month; `used` are the names asked for now."""
    now = time.time()
    with suppress(OSError):
        for entry in os.scandir(folder):
            with suppress(OSError):
                if entry.name in used:
                    os.utime(entry.path)
                elif _is_stale(entry, now):
                    os.unlink(entry.path)


def _is_stale(entry: os.DirEntry[str], now: float) -> bool:
    if not KEPT.fullmatch(entry.name):
        return False
    return entry.stat(follow_symlinks=False).st_mtime < now - STALE


def _is_tagged(folder: Path) -> bool:
    try:
        return (folder / TAG).read_bytes() == TAGGED
    except FileNotFoundError:
        return False


def _others(folder: Path, tagged: bool) -> Iterator[str]:
    """Yield what does not belong into a cache.

    Without a tag every file has to bear a name of ours.
    """
    for path in sorted(folder.iterdir()) if folder.exists() else ():
        if path.name in FOLDERS and path.is_dir():
            if not tagged and path.name != BENCH:
                yield from _others_in(path)
        elif path.name == TAG:
            if not tagged and path.read_bytes().startswith(SIGNATURE):  # another program's
                yield TAG
        elif not FILE.fullmatch(path.name):
            yield path.name


def _others_in(folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if not KEPT.fullmatch(path.name):
            yield f"{folder.name}/{path.name}"


def _seal(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SEAL).digest()
