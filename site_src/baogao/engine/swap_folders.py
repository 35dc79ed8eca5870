"""Two folders put in each other's place: in one step where the system can, else by renames.

The one home of ctypes: of the packages that wrap `renameat2` none is kept; it is one call.
"""

import ctypes
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # of Linux's fcntl.h and fs.h
# How a kernel, file system or sandbox that knows no exchange answers.
UNSUPPORTED = {
    errno.ENOSYS,
    errno.EINVAL,
    errno.ENOTSUP,
    errno.EPERM,
}


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return whether the system can."""
    if sys.platform != "linux":
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(other))


def swap(following: Path, present: Path, aside: Path) -> None:
    """Put `following` where `present` is, and `present` where `following` was.

    Without the one step, `present` is called `aside` in between, and there is a moment without a
    folder at `present`; where a process ends there, `finish_swap` goes on.
    """
    if not present.exists():
        os.rename(following, present)
    elif not exchange(following, present):
        _swap_by_renames(following, present, aside)


def _swap_by_renames(following: Path, present: Path, aside: Path) -> None:
    os.rename(present, aside)
    try:
        os.rename(following, present)
    except BaseException:  # Ctrl-C too
        if not present.exists():
            os.rename(aside, present)
        raise
    with suppress(OSError):  # the new one is in place: `finish_swap` clears the old one away later
        os.rename(aside, following)


def finish_swap(following: Path, present: Path, aside: Path) -> None:
    """Complete the renames of a `swap` that was killed.

    While `aside` stands, `following` is whole.
    """
    if aside.exists():
        if not present.exists():
            os.rename(following if following.exists() else aside, present)
        if aside.exists():
            os.rename(aside, following)
