"""Two folders put in each other's place: in one step where the system can, else by renames. The one home of ctypes.

Of the packages that wrap `renameat2` none is kept; it is one call.
"""
import ctypes
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # of Linux's fcntl.h and fs.h
CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}  # a kernel, file system or sandbox that knows no exchange


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return whether the system can."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if call is None:
        return False
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def swapped(following: Path, present: Path, aside: Path) -> None:
    """Put `following` where `present` is, and `present` where `following` was; `aside` holds it in between.

    Without the one step there is a moment without a folder at `present`; `aside` stands then, and `mended` ends it.
    """
    if not present.exists():
        os.rename(following, present)
    elif not exchanged(following, present):
        os.rename(present, aside)
        try:
            os.rename(following, present)
        except BaseException:  # Ctrl-C too
            if not present.exists():
                os.rename(aside, present)
            raise
        with suppress(OSError):  # the new one is in place: `mended` clears the old one away another time
            os.rename(aside, following)


def mended(following: Path, present: Path, aside: Path) -> None:
    """Complete the renames of a `swapped` that was killed: while `aside` stands, `following` is whole."""
    if aside.exists():
        if not present.exists():
            os.rename(following if following.exists() else aside, present)
        if aside.exists():
            os.rename(aside, following)
