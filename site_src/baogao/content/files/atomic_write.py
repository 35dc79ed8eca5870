"""A maintainer's file written in one step: as it was, or as it is to be, and on the disk.

For files that no build makes again. Several files in one step: `file_plan.py`.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from baogao.content.files.folder_ownership import NotOurs


def require_within(root: Path, *paths: Path) -> None:
    """Raise `NotOurs` where a path that is to be written leads out of a folder by a link."""
    for path in paths:
        if not path.resolve().is_relative_to(root.resolve()):
            hint = "put the folder or file itself there"
            raise NotOurs(f"{path}: a link that leads out of {root} ({hint})")


def write_file(path: Path, data: bytes) -> None:
    """Give a file new bytes in one step, its rights as they were; a link stays one.

    It is written aside, under a name that tells whose it is: what a killed process has begun is
    written anew by the next one.
    """
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    new = aside(path)
    new.unlink(missing_ok=True)
    try:
        with open(new, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, new)
        os.replace(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def aside(path: Path) -> Path:
    """Return where a file is written before it takes its place: `.site.yml.baogao-new`."""
    return path.with_name(f".{path.name}.baogao-new")


def _sync_folder(folder: Path) -> None:
    """Let a new name in a folder outlast a power cut, where the system can do that."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
