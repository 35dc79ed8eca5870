"""The site that is being written, beside the one that is there; any process can put files into it.

A file whose bytes are the same as in the present site is linked: it keeps its inode and date. While
a site is written, its mark grows by every file before that is there: what a killed build leaves is
known too.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from errno import ENOENT
from pathlib import Path
from typing import BinaryIO

from baogao.content.files import folder_ownership
from baogao.content.files.folder_ownership import MARK
from baogao.engine import spare_site
from baogao.engine.file_reuse import digest_of_bytes, digest_of_file, holds, is_regular, link

NEW_MARK = f"{MARK}.new"  # the mark of a whole site, until it takes the other's place
ELSEWHERE = "a worker does not see this folder: a cluster works on one disk, under one path"
SizeAndDigest = tuple[int, str]
Writer = Callable[[Path], None]  # writes a file to its path; the files before it stand around it
FileContent = bytes | Writer


class NotWhole(Exception):
    """The site as written is not the site as promised."""


@dataclass(slots=True)
class PutFiles:
    """Files that were put into the next site.

    Size and digest of each by its path, and how many are not as they are in the present site.
    """

    files: dict[str, SizeAndDigest] = field(default_factory=dict)
    changed: int = 0


@dataclass(frozen=True, slots=True)
class NextSite:
    """Two folders: the next site's, and the present one's. It can be sent to other processes."""

    following: str
    present: str

    def begin(self, kept: Mapping[str, SizeAndDigest], spare: spare_site.Spare | None) -> None:
        """Make the folder of the next site, with the files of the present one that are kept.

        Where there is a spare site, most of them stand in it already.
        """
        there = spare_site.taken(spare, self.present, kept, self.following) if spare else None
        if there is None:
            there = set()
            os.makedirs(self.following)
            with open(f"{self.following}/{MARK}", "xb") as mark:
                mark.write(folder_ownership.mark_text([NEW_MARK, *kept]))
        missing = [path for path in kept if path not in there]
        for folder in {f"{self.following}/{path}".rpartition("/")[0] for path in missing}:
            os.makedirs(folder, exist_ok=True)
        for path in missing:
            link(f"{self.present}/{path}", f"{self.following}/{path}")

    def require_here(self) -> None:
        """Raise OSError where the folder is not on this machine: a worker of a cluster needs it."""
        if not os.path.isdir(self.following):
            raise OSError(ENOENT, ELSEWHERE, self.following)

    def put(self, files: Iterable[tuple[str, FileContent]]) -> PutFiles:
        """Put files into the site; their paths are relative, with `/`.

        Raises OSError where the disk refuses, `NotWhole` where a path is no address.
        """
        done = PutFiles()
        folders: set[str] = set()
        with self._open_list() as listed:
            for path, content in files:
                _require_address(path, done.files)
                done.files[path], changed = self._put_one(path, content, folders, listed)
                done.changed += changed
        return done

    def end(self, files: Iterable[str]) -> bool:
        """Give the site the mark that lists its files in order.

        Returns whether it is another than the present site's.
        """
        whole = f"{self.following}/{NEW_MARK}"
        _, changed = _write_or_link(
            whole, f"{self.present}/{MARK}", folder_ownership.mark_text(files)
        )
        os.replace(whole, f"{self.following}/{MARK}")
        return changed

    def _open_list(self) -> BinaryIO:
        """Open the mark for further entries; any process adds to its end."""
        return open(f"{self.following}/{MARK}", "ab", buffering=0)

    def _put_one(
        self, path: str, content: FileContent, folders: set[str], listed: BinaryIO
    ) -> tuple[SizeAndDigest, bool]:
        """Put one file into the site; `folders` are those that are known to be there."""
        target, present = f"{self.following}/{path}", f"{self.present}/{path}"
        folder = target.rpartition("/")[0]
        try:
            listed.write(
                folder_ownership.mark_line(path)
            )  # first: a killed build leaves what is listed
            if folder not in folders:
                os.makedirs(folder, exist_ok=True)
                folders.add(folder)
            with suppress(FileNotFoundError):  # left by a worker of a cluster that has died
                os.unlink(target)
            if callable(content):
                return _let_write(target, present, content)
            return _write_or_link(target, present, content)
        except OSError as error:
            error.filename = error.filename or present  # a refused write does not say where
            raise


def _require_address(path: str, others: Mapping[str, SizeAndDigest]) -> None:
    if path in others:
        raise NotWhole(f"{path!r}: two files for one address")
    if not folder_ownership.is_address(path):
        raise NotWhole(f"{path!r}: no address inside the site")


def _is_file(path: str, known: SizeAndDigest) -> bool:
    """Say whether a plain file of this size and digest is there; the size is looked at first."""
    size, digest = known
    return is_regular(path, size) and digest_of_file(path) == digest


def _write_or_link(target: str, present: str, data: bytes) -> tuple[SizeAndDigest, bool]:
    """Write bytes, or link the file that has them.

    Returns their number and digest, and whether they are new.
    """
    known = len(data), digest_of_bytes(data)
    if holds(present, data):
        link(present, target)
        return known, False
    with open(target, "xb") as file:
        file.write(data)
    return known, True


def _let_write(target: str, present: str, write: Writer) -> tuple[SizeAndDigest, bool]:
    """Let a file be written, and link the present one instead if it is the same.

    Returns what `_write_or_link` does.
    """
    write(Path(target))
    known = os.stat(target).st_size, digest_of_file(target)
    if not _is_file(present, known):
        return known, True
    os.unlink(target)
    link(present, target)
    return known, False
