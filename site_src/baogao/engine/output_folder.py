"""The finished site on disk: written aside, checked, then put in place of the last one in one step.

A build that fails, is killed, or meets a full or read-only disk leaves the last good site as it was; a file whose
bytes are the same keeps its inode and date. The only module that writes `build/`. Each site holds a mark that lists its
files (`marks.py`): a folder that holds anything else is somebody's and is refused, and only what is listed is removed.
While a site is written, its mark grows by every file before it is there: what a killed build leaves is known too.

Nothing is flushed to the disk by force: it would cost a build at scale more than all its writing, and all it could
lose to a power cut is what the next build, which compares every byte, makes again.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from baogao.content import folder_ownership
from baogao.content.folder_ownership import MARK, NotOurs
from baogao.engine.file_links import digest, digest_of, holds, link, regular
from baogao.engine.lock import claim
from baogao.engine.swap_folders import mended, swapped

BESIDE = NEXT, LAST, CLAIM = ".next", ".last", ".claim"
NEW_MARK = f"{MARK}.new"  # the mark of a whole site, until it takes the other's place
ASIDE = "choose another folder with --output: a build needs this one beside it"
Written = bytes | Callable[[Path], None]


class LeftAside(NotOurs):
    """The site is in place, and in the last one, aside, is what somebody put there while the new one was made."""


class NotWhole(Exception):
    """The site as written is not the site as promised."""


@contextmanager
def claimed(output: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the output folder for one build, a swap that was cut short completed; say so where another has it, and wait."""
    output = output.resolve()
    output.parent.mkdir(parents=True, exist_ok=True)
    with claim(
        beside(output, CLAIM),
        lambda: say(f"{output}: another build is at work; waiting for its end"),
    ):
        recover(output)
        yield


@dataclass(frozen=True, slots=True)
class Put:
    """Files that were put into the coming site: size and digest of each by its path; how many are not as they were."""

    files: dict[str, tuple[int, str]]
    changed: int


@dataclass(frozen=True, slots=True)
class Coming:
    """The site that is being written, and the one that is there; any process can put files into it."""

    following: str
    present: str

    def put(self, files: Iterable[tuple[str, Written]]) -> Put:
        """Put files into the site.

        Paths are relative, with `/`; a file is its bytes, or what writes it to a path (the files before it stand around
        it then). Raises OSError where the disk refuses, `NotWhole` where a path is no address.
        """
        found, changed, folders = {}, 0, set()
        with self._list() as listed:
            for path, data in files:
                if path in found or not folder_ownership.is_address(path):
                    raise NotWhole(
                        f"{path!r}: "
                        + (
                            "two files for one address"
                            if path in found
                            else "no address inside the site"
                        )
                    )
                found[path], new = self._put(path, data, folders, listed)
                changed += new
        return Put(found, changed)

    def keep(self, files: Mapping[str, tuple[int, str]]) -> bool:
        """Take files over from the present site, if all are there with these sizes and digests; return whether they are."""
        if not all(
            regular(f"{self.present}/{path}", size) and digest(f"{self.present}/{path}") == known
            for path, (size, known) in files.items()
        ):
            return False
        with self._list() as listed:
            listed.write(b"".join(map(folder_ownership.mark_line, files)))
        for folder in {f"{self.following}/{path}".rpartition("/")[0] for path in files}:
            os.makedirs(folder, exist_ok=True)
        for path in files:
            link(f"{self.present}/{path}", f"{self.following}/{path}")
        return True

    def begin(self) -> None:
        """Make the folder of the coming site, with the beginning of its mark."""
        os.makedirs(self.following)
        with open(f"{self.following}/{MARK}", "xb") as mark:
            mark.write(folder_ownership.mark_text([NEW_MARK]))

    def end(self, files: Iterable[str]) -> bool:
        """Give the site the mark that lists its files in order; return whether it is another than the present one."""
        whole = f"{self.following}/{NEW_MARK}"
        _, changed = _put(whole, f"{self.present}/{MARK}", folder_ownership.mark_text(files))
        os.replace(whole, f"{self.following}/{MARK}")
        return changed

    def _list(self) -> BinaryIO:
        return open(f"{self.following}/{MARK}", "ab", buffering=0)  # any process adds to its end

    def _put(
        self, path: str, data: Written, folders: set[str], listed: BinaryIO
    ) -> tuple[tuple[int, str], bool]:
        target, present = f"{self.following}/{path}", f"{self.present}/{path}"
        folder = target.rpartition("/")[0]
        try:
            listed.write(
                folder_ownership.mark_line(path)
            )  # first: whatever is there when a build is killed is listed
            if folder not in folders:
                os.makedirs(folder, exist_ok=True)
                folders.add(folder)
            return _made(target, present, data) if callable(data) else _put(target, present, data)
        except OSError as error:
            error.filename = error.filename or present  # a refused write does not say where
            raise


def replaced(output: Path, write: Callable[[Coming], Iterable[Put]]) -> tuple[int, int]:
    """Make `output` hold what `write` puts into the coming site and nothing else; return how many files it has, and how many changed.

    Raises OSError where the disk refuses, `NotWhole`, and `NotOurs` where somebody's files are in the way, the last
    site untouched; `LeftAside` where some came into it while it was exchanged.
    """
    output = output.resolve()  # of a link, the folder it leads to
    following = beside(output, NEXT)
    recover(output)
    try:
        coming = Coming(str(following), str(output))
        coming.begin()
        sizes, changed = _sizes(write(coming))
        _check({path: size for path, size in _tree(str(following)) if path != MARK}, sizes)
        if coming.end(sizes) or changed:
            folder_ownership.require(
                output
            )  # building takes minutes: somebody may have put a file there
            swapped(following, output, beside(output, LAST))
    except BaseException:
        with suppress(OSError, NotOurs):  # a full disk needs the room
            folder_ownership.clear(following)
        raise
    _clear_last(following)
    return len(sizes), changed


def _clear_last(following: Path) -> None:
    """Remove the last site, or the new one where it is the same; if the disk refuses, the next build does it."""
    try:
        with suppress(OSError):
            folder_ownership.clear(following)
    except NotOurs as error:
        raise LeftAside(f"the new site is in place; {error}") from None


def _sizes(puts: Iterable[Put]) -> tuple[dict[str, int], int]:
    """Return the sizes of all files that were put, and how many changed."""
    sizes, changed = {}, 0
    for put in puts:
        if twice := sizes.keys() & put.files.keys():
            raise NotWhole(f"{min(twice)!r}: two files for one address")
        sizes |= {path: size for path, (size, _) in put.files.items()}
        changed += put.changed
    return sizes, changed


def beside(output: Path, suffix: str) -> Path:
    """Return the hidden place next to the site's: on the same disk, so that a rename is enough."""
    return output.with_name(f".{output.name.lstrip('.')}{suffix}")


def recover(output: Path) -> None:
    """Complete a swap that was cut short, and clear away what a killed build had begun.

    Raises `NotOurs` before, where anything is somebody's.
    """
    output = output.resolve()
    following, aside = beside(output, NEXT), beside(output, LAST)
    folder_ownership.require(output)
    folder_ownership.require(following, ASIDE, begun=True)
    folder_ownership.require(aside, ASIDE)
    mended(following, output, aside)
    folder_ownership.clear(following)


def _put(target: str, present: str, data: bytes) -> tuple[tuple[int, str], bool]:
    """Write bytes, or link the file that has them; return their number and digest, and whether they are new."""
    known = len(data), digest_of(data)
    if not holds(present, data):
        with open(target, "xb") as file:
            file.write(data)
        return known, True
    link(present, target)
    return known, False


def _made(target: str, present: str, make: Callable[[Path], None]) -> tuple[tuple[int, str], bool]:
    """Let a file be written and link the present one instead if it is the same; return as `_put` does."""
    make(Path(target))
    known = os.stat(target).st_size, digest(target)
    if not regular(present, known[0]) or digest(present) != known[1]:
        return known, True
    os.unlink(target)
    link(present, target)
    return known, False


def _tree(folder: str, below: str = "") -> Iterator[tuple[str, int]]:
    """Yield the files below a folder with their sizes."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _tree(entry.path, f"{below}{entry.name}/")
        else:
            yield below + entry.name, entry.stat(follow_symlinks=False).st_size


def _check(found: dict[str, int], sizes: dict[str, int]) -> None:
    """Raise `NotWhole` unless every file promised is there, of its size, and no other."""
    for path in sorted(found.keys() | sizes.keys()):
        if found.get(path) != sizes.get(path):
            raise NotWhole(
                f"{path}: {sizes.get(path, 'no')} bytes were to be written and {found.get(path, 'none')} are there (build again)"
            )
