"""One build at a time into a folder: the second waits and says so. The system lets go of a killed one's claim.

A dozen lines over `fcntl`, no library: those that there are either leave the file behind or have lost claims by
removing it. Here it goes while it is held, and who gets a claim looks whether the file is still the one of that name.
"""
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # not a POSIX system: there two builds at once are up to the people
    fcntl = None


@contextmanager
def claim(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the file at `path` alone; call `waiting` first where another process has it."""
    if fcntl is None:
        yield
        return
    number = _held(path, waiting)
    try:
        yield
    finally:
        with suppress(OSError):  # a file that stays does no harm
            path.unlink()
        os.close(number)


def _held(path: Path, waiting: Callable[[], None]) -> int:
    """Return an open, locked file that bears the name `path`."""
    while True:
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(number, fcntl.LOCK_EX)
        if _bears(number, path):
            return number
        os.close(number)


def _bears(number: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(number), os.stat(path))
    except FileNotFoundError:
        return False
