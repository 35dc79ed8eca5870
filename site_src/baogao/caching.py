"""What takes long to make and never changes, kept on disk. The folder can be deleted at any time."""
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import mkstemp


def kept(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return what is kept at `path`; make and keep it where it is not there. A disk that refuses does no harm."""
    try:
        return path.read_bytes()
    except OSError:
        data = make()
    try:
        _write(path, data)
    except OSError:
        pass
    return data


def _write(path: Path, data: bytes) -> None:
    """Write aside and rename: another build may be reading."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = mkstemp(dir=path.parent)
    with os.fdopen(number, "wb") as file:
        file.write(data)
    os.replace(name, path)
