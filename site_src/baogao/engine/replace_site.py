"""The finished site on disk: written aside, checked, then put in place of the last one in one step.

A build that fails, is killed, or meets a full or read-only disk leaves the last good site as it
was. With `next_site`, this is all that writes `build/`. Each site holds a mark that lists its files
(`content/folder_ownership.py`): a folder that holds anything else is somebody's and is refused, and
only what is listed is removed.

Nothing is flushed to the disk by force: it would cost a build at scale more than all its writing,
and all it could lose to a power cut is what the next build, which compares every byte, makes again.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from baogao.content import folder_ownership
from baogao.content.folder_ownership import MARK, NotOurs
from baogao.engine import folder_lock
from baogao.engine.next_site import NextSite, NotWhole, PutFiles
from baogao.engine.swap_folders import finish_swap, swap

BESIDE = NEXT, LAST, LOCK = ".next", ".last", ".claim"
ASIDE = "choose another folder with --output: a build needs this one beside it"


class LeftAside(NotOurs):
    """The site is in place; in the last one, aside, is what somebody put there meanwhile."""


@contextmanager
def locked(output: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the output folder for one build, with a swap that was cut short completed.

    Where another build has it, say so and wait.
    """
    output = output.resolve()
    output.parent.mkdir(parents=True, exist_ok=True)

    def waiting() -> None:
        say(f"{output}: another build is at work; waiting for its end")

    with folder_lock.locked(beside(output, LOCK), waiting):
        recover(output)
        yield


def replace_site(output: Path, write: Callable[[NextSite], Iterable[PutFiles]]) -> tuple[int, int]:
    """Make `output` hold what `write` puts into the next site and nothing else.

    Returns how many files it has, and how many changed. Raises OSError where the disk refuses,
    `NotWhole`, and `NotOurs` where somebody's files are in the way, the last site untouched;
    `LeftAside` where some came into it while it was exchanged.
    """
    output = output.resolve()  # of a link, the folder it leads to
    following = beside(output, NEXT)
    recover(output)
    try:
        site = NextSite(str(following), str(output))
        site.begin()
        sizes, changed = _sizes(write(site))
        _require_whole(following, sizes)
        if site.end(sizes) or changed:
            # Building takes minutes: somebody may have put a file there.
            folder_ownership.require(output)
            swap(following, output, beside(output, LAST))
    except BaseException:
        with suppress(OSError, NotOurs):  # a full disk needs the room
            folder_ownership.clear(following)
        raise
    _clear_last(following)
    return len(sizes), changed


def recover(output: Path) -> None:
    """Complete a swap that was cut short, and clear away what a killed build had begun.

    Raises `NotOurs` before, where anything is somebody's.
    """
    output = output.resolve()
    following, aside = beside(output, NEXT), beside(output, LAST)
    folder_ownership.require(output)
    folder_ownership.require(following, ASIDE, begun=True)
    folder_ownership.require(aside, ASIDE)
    finish_swap(following, output, aside)
    folder_ownership.clear(following)


def beside(output: Path, suffix: str) -> Path:
    """Return the hidden place next to the site's: on the same disk, so that a rename is enough."""
    return output.with_name(f".{output.name.lstrip('.')}{suffix}")


def _clear_last(following: Path) -> None:
    """Remove the last site, or the new one where it is the same.

    If the disk refuses, the next build does it.
    """
    try:
        with suppress(OSError):
            folder_ownership.clear(following)
    except NotOurs as error:
        raise LeftAside(f"the new site is in place; {error}") from None


def _sizes(puts: Iterable[PutFiles]) -> tuple[dict[str, int], int]:
    """Return the sizes of all files that were put, and how many changed."""
    sizes: dict[str, int] = {}
    changed = 0
    for put in puts:
        if twice := sizes.keys() & put.files.keys():
            raise NotWhole(f"{min(twice)!r}: two files for one address")
        sizes |= {path: size for path, (size, _) in put.files.items()}
        changed += put.changed
    return sizes, changed


def _require_whole(folder: Path, sizes: dict[str, int]) -> None:
    """Raise `NotWhole` unless every file promised is there, of its size, and no other."""
    found = {path: size for path, size in _files_below(str(folder)) if path != MARK}
    for path in sorted(found.keys() | sizes.keys()):
        if found.get(path) != sizes.get(path):
            raise NotWhole(
                f"{path}: {sizes.get(path, 'no')} bytes were to be written "
                f"and {found.get(path, 'none')} are there (build again)"
            )


def _files_below(folder: str, below: str = "") -> Iterator[tuple[str, int]]:
    """Yield the files below a folder with their sizes."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files_below(entry.path, f"{below}{entry.name}/")
        else:
            yield below + entry.name, entry.stat(follow_symlinks=False).st_size
