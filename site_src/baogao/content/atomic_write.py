"""A maintainer's file in one step: as it was, or as it is to be, and on the disk. For what no build makes again."""
import os
import shutil
from pathlib import Path
from tempfile import mkstemp


def replaced(path: Path, data: bytes) -> None:
    """Give a file new bytes in one step, its rights as they were; a link stays one."""
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    number, aside = mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(number)
        shutil.copymode(path, aside) if path.exists() else os.chmod(aside, 0o666 & ~_umask())
        os.replace(aside, path)
    except BaseException:
        os.unlink(aside)
        raise


def added(path: Path, text: str) -> None:
    """Give a file further text at its end, in one step; a file where there is none."""
    replaced(path, (path.read_bytes() if path.exists() else b"") + text.encode())


def _umask() -> int:
    """Return what new files are denied: it can only be had by setting it."""
    os.umask(mask := os.umask(0o077))
    return mask
