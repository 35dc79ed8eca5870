"""What the system says of a folder's files without opening them: their size, date and inode.

A file that has all three as before is the file that it was, and need not be read again. As git has
it, one whose date is not older than the moment at which it was looked at is not known: it could
change once more within the same tick of the clock.
"""

import os
import stat
from pathlib import Path

FileState = tuple[int, int, int]  # bytes, nanoseconds of the last change, inode
A_FOLDER: FileState = (0, 0, 0)  # of a folder, whose name ends with `/`
NO_FILE: FileState = (-1, 0, 0)  # of a link, and of what is no plain file: it is never known


def states_below(folder: Path | str) -> dict[str, FileState]:
    """Return the states of all that lies below a folder, by its path from there, in order."""
    found: dict[str, FileState] = {}
    _collect(str(folder), "", found)
    return found


def _collect(folder: str, below: str, found: dict[str, FileState]) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        path = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            found[f"{path}/"] = A_FOLDER
            _collect(entry.path, f"{path}/", found)
        else:
            found[path] = state_of(entry.stat(follow_symlinks=False))


def state_of(status: os.stat_result) -> FileState:
    """Return what counts of a file's status."""
    if not stat.S_ISREG(status.st_mode):
        return NO_FILE
    return status.st_size, status.st_mtime_ns, status.st_ino


def is_settled(state: FileState, moment: int) -> bool:
    """Say whether a file that is changed after `moment` would have another state."""
    return state != NO_FILE and state[1] < moment
