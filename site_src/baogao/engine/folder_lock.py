"""One build at a time into a folder: the second waits and says so.

The system lets go of a killed build's lock. It is a dozen lines over `fcntl` and no library: those
that there are either leave the file behind or have lost locks by removing it. Here the file is
removed while it is locked, and who gets a lock looks whether the file still bears that name.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from baogao.content.files.folder_ownership import NotOurs

# Where the system is not POSIX there is no `fcntl`, and two builds at once are up to the people.
HAS_LOCKS = find_spec("fcntl") is not None
SOMEBODYS = "is no lock of baogao's (a build needs this name: move the file away)"


@contextmanager
def locked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the file at `path` alone; call `waiting` first where another process has it.

    Raises `NotOurs` where the file is somebody's.
    """
    if not HAS_LOCKS:
        yield
        return
    number = _acquire(path, waiting)
    try:
        yield
    finally:
        with suppress(OSError):  # a file that stays does no harm
            if _bears(number, path) and _is_lock(number):
                path.unlink()
        os.close(number)


def _acquire(path: Path, waiting: Callable[[], None]) -> int:
    """Return an open, locked file that bears the name `path`."""
    while True:
        number = _opened(path)
        _wait_for(number, waiting)
        if _bears(number, path):
            return number
        os.close(number)


def _opened(path: Path) -> int:
    if path.is_symlink():
        raise NotOurs(f"{path}: {SOMEBODYS}")
    number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
    if not _is_lock(number):
        os.close(number)
        raise NotOurs(f"{path}: {SOMEBODYS}")
    return number


def _wait_for(number: int, waiting: Callable[[], None]) -> None:
    import fcntl

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(number, fcntl.LOCK_EX)


def _is_lock(number: int) -> bool:
    """Say whether an open file is one that `locked` makes: a plain one, and empty."""
    state = os.fstat(number)
    return stat.S_ISREG(state.st_mode) and state.st_size == 0


def _bears(number: int, path: Path) -> bool:
    """Say whether an open file still has this name."""
    try:
        return os.path.samestat(os.fstat(number), os.stat(path))
    except FileNotFoundError:
        return False
