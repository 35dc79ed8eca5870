"""What takes long to make, kept on disk under the digest of what it was made from. The folder can be deleted at any time."""
import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

SEAL = 16  # bytes before what is kept: its digest, so that a file that was damaged is made again
STALE = 30 * 86_400  # seconds for which what nobody asks for is kept


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
                elif entry.stat().st_mtime < now - STALE:
                    os.unlink(entry.path)


def _seal(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SEAL).digest()
