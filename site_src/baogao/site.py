"""The finished site on disk: written aside, then put in place of the last one in a moment.

A build that fails or is killed leaves the last good site as it was; a file whose bytes are the same
keeps its inode and date. The only module that writes `build/`.
"""
import filecmp
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

BESIDE = (".next", ".last")
MARK = ".nojekyll"  # in every site built here: a folder with files but without it is somebody else's


class NotOurs(Exception):
    """The output folder holds something that baogao did not build."""


def write(files: Iterable[tuple[str, bytes | Callable[[Path], None]]], output: Path) -> tuple[int, int]:
    """Make `output` hold these files and no others; return how many there are and how many changed.

    Paths are relative, with `/`; a file is its bytes, or what writes it to a path (the files before it stand
    around it then). Raises OSError, the last site untouched, where the disk refuses.
    """
    following, last = (beside(output, suffix) for suffix in BESIDE)
    recover(output)
    if output.exists() and any(output.iterdir()) and not (output / MARK).exists():
        raise NotOurs(f"{output}: holds files that are no site of baogao's (choose an empty folder with --output)")
    shutil.rmtree(following, ignore_errors=True)
    total = changed = 0
    for path, data in files:
        total += 1
        changed += _put(following / path, output / path, data)
    if changed or total != sum(1 for path in output.rglob("*") if path.is_file()):
        _swap(following, output, last)
    shutil.rmtree(following, ignore_errors=True)
    return total, changed


def beside(output: Path, suffix: str) -> Path:
    """Return the hidden folder next to the site's: on the same disk, so that a rename is enough."""
    return output.with_name(f".{output.name.lstrip('.')}{suffix}")


def recover(output: Path) -> None:
    """Bring back the last site if a build was killed between the two renames of a swap."""
    last = beside(output, BESIDE[1])
    if last.exists() and not output.exists():
        last.rename(output)
    shutil.rmtree(last, ignore_errors=True)


def _put(target: Path, present: Path, data: bytes | Callable[[Path], None]) -> bool:
    """Put one file into the coming site, linked to the present one where the bytes are the same."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if callable(data):
        data(target)
        if not present.is_file() or not filecmp.cmp(present, target, shallow=False):
            return True
        target.unlink()
        _link(present, target)
        return False
    if present.is_file() and present.stat().st_size == len(data) and present.read_bytes() == data:
        _link(present, target)
        return False
    target.write_bytes(data)
    return True


def _link(present: Path, target: Path) -> None:
    try:
        os.link(present, target)
    except OSError:  # a file system without hard links
        shutil.copy2(present, target)


def _swap(following: Path, output: Path, last: Path) -> None:
    following.mkdir(parents=True, exist_ok=True)
    if output.exists():
        output.rename(last)
    following.rename(output)
    shutil.rmtree(last, ignore_errors=True)
