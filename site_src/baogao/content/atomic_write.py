"""A maintainer's file written in one step: as it was, or as it is to be, and on the disk.

For files that no build makes again.
"""

import os
import shutil
from pathlib import Path
from tempfile import mkstemp

from baogao.content.folder_ownership import NotOurs


def require_within(root: Path, *paths: Path) -> None:
    """Raise `NotOurs` where a path that is to be written leads out of a folder by a link."""
    for path in paths:
        if not path.resolve().is_relative_to(root.resolve()):
            hint = "put the folder or file itself there"
            raise NotOurs(f"{path}: a link that leads out of {root} ({hint})")


def write_file(path: Path, data: bytes) -> None:
    """Give a file new bytes in one step, its rights as they were; a link stays one."""
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    number, aside = mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(number)
        if path.exists():
            shutil.copymode(path, aside)
        else:
            os.chmod(aside, 0o666 & ~_umask())
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise


def append_text(path: Path, text: str) -> None:
    """Give a file further text at its end, in one step; a file where there is none."""
    before = path.read_bytes() if path.exists() else b""
    write_file(path, before + text.encode())


def _umask() -> int:
    """Return what new files are denied: it can only be had by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
