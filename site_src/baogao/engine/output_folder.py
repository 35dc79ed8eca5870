"""The finished site on disk: written aside, checked, then put in place of the last one in one step.

A build that fails, is killed, or meets a full or read-only disk leaves the last good site as it was; a file whose
bytes are the same keeps its inode and date. The only module that writes `build/`.

Nothing is flushed to the disk by force: it would cost a build at scale more than all its writing, and all it could
lose to a power cut is what the next build, which compares every byte, makes again.
"""
import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from baogao.engine.lock import claim
from baogao.engine.swap_folders import mended, swapped

BESIDE = NEXT, LAST, CLAIM = ".next", ".last", ".claim"
DIGEST = 16  # bytes
MARK = ".nojekyll"  # in every site built here: a folder with files but without it is somebody else's
HINTS = {errno.ENOSPC: "the disk is full: make room and try again", errno.EDQUOT: "your share of the disk is used up: make room",
         errno.EFBIG: "larger than a file may be here", errno.EMFILE: "too many files are open",
         **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "choose a folder that you may write with --output"),
         **dict.fromkeys((errno.EBUSY, errno.EXDEV), "the folder itself must be one that can be renamed: choose one inside it with --output"),
         **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), "choose an empty folder with --output")}
Written = bytes | Callable[[Path], None]


class NotOurs(Exception):
    """The output folder holds something that baogao did not build."""


class NotWhole(Exception):
    """The site as written is not the site as promised."""


@contextmanager
def claimed(output: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the output folder for one build, a swap that was cut short completed; say so where another has it, and wait."""
    output = output.resolve()
    output.parent.mkdir(parents=True, exist_ok=True)
    with claim(beside(output, CLAIM), lambda: say(f"{output}: another build is at work; waiting for its end")):
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
        for path, data in files:
            if path in found or {"", ".", ".."} & set(path.split("/")) or {"\\", "\0"} & set(path):
                raise NotWhole(f"{path!r}: " + ("two files for one address" if path in found else "no address inside the site"))
            found[path], new = self._put(path, data, folders)
            changed += new
        return Put(found, changed)

    def keep(self, files: Mapping[str, tuple[int, str]]) -> bool:
        """Take files over from the present site, if all are there with these sizes and digests; return whether they are."""
        if not all(_regular(f"{self.present}/{path}", size) and _digest(f"{self.present}/{path}") == known for path, (size, known) in files.items()):
            return False
        for folder in {f"{self.following}/{path}".rpartition("/")[0] for path in files}:
            os.makedirs(folder, exist_ok=True)
        for path in files:
            _link(f"{self.present}/{path}", f"{self.following}/{path}")
        return True

    def _put(self, path: str, data: Written, folders: set[str]) -> tuple[tuple[int, str], bool]:
        target, present = f"{self.following}/{path}", f"{self.present}/{path}"
        folder = target.rpartition("/")[0]
        try:
            if folder not in folders:
                os.makedirs(folder, exist_ok=True)
                folders.add(folder)
            return _made(target, present, data) if callable(data) else _put(target, present, data)
        except OSError as error:
            error.filename = error.filename or present  # a refused write does not say where
            raise


def replaced(output: Path, write: Callable[[Coming], Iterable[Put]]) -> tuple[int, int]:
    """Make `output` hold what `write` puts into the coming site and nothing else; return how many files it has, and how many changed.

    Raises OSError where the disk refuses and `NotWhole`, the last site untouched.
    """
    output = output.resolve()  # of a link, the folder it leads to
    following = beside(output, NEXT)
    recover(output)
    if output.exists() and any(output.iterdir()) and not (output / MARK).exists():
        raise NotOurs(f"{output}: holds files that are no site of baogao's (choose an empty folder with --output)")
    try:
        following.mkdir(parents=True)
        sizes, changed = _sizes(write(Coming(str(following), str(output))))
        _check(dict(_tree(str(following))), sizes)
        if changed or sizes.keys() != {path for path, _ in _tree(str(output))}:
            swapped(following, output, beside(output, LAST))
    finally:  # what is there now is the last site, or one that came to nothing: a full disk needs the room
        shutil.rmtree(following, ignore_errors=True)
    return len(sizes), changed


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
    """Complete a swap that was cut short, and clear away what a killed build had begun."""
    output = output.resolve()
    following = beside(output, NEXT)
    mended(following, output, beside(output, LAST))
    if following.exists():
        shutil.rmtree(following)


def told(error: OSError) -> str:
    """Return what the system refused, as `path: message (hint)`."""
    hint = HINTS.get(error.errno, "")
    words = ": ".join(filter(None, (str(error.filename or ""), error.strerror or str(error))))
    return words + f" ({hint})" * bool(hint)


def _put(target: str, present: str, data: bytes) -> tuple[tuple[int, str], bool]:
    """Write bytes, or link the file that has them; return their number and digest, and whether they are new."""
    known = len(data), hashlib.blake2b(data, digest_size=DIGEST).hexdigest()
    if not _holds(present, data):
        with open(target, "xb") as file:
            file.write(data)
        return known, True
    _link(present, target)
    return known, False


def _made(target: str, present: str, make: Callable[[Path], None]) -> tuple[tuple[int, str], bool]:
    """Let a file be written and link the present one instead if it is the same; return as `_put` does."""
    make(Path(target))
    known = os.stat(target).st_size, _digest(target)
    if not _regular(present, known[0]) or _digest(present) != known[1]:
        return known, True
    os.unlink(target)
    _link(present, target)
    return known, False


def _digest(path: str) -> str:
    """Return the digest of a file's bytes, none of one that cannot be read."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=DIGEST)).hexdigest()
    except OSError:
        return ""


def _holds(path: str, data: bytes) -> bool:
    """Return whether a file has these bytes: its own are read, so that an edit made in the folder does not stay."""
    try:
        if not _regular(path, len(data)):
            return False
        with open(path, "rb", buffering=0) as file:
            return file.read() == data
    except OSError:  # what cannot be read is written anew
        return False


def _regular(path: str, size: int) -> bool:
    """Return whether a plain file of this size is there; a link to elsewhere is none."""
    try:
        state = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(state.st_mode) and state.st_size == size


def _link(present: str, target: str) -> None:
    try:
        os.link(present, target)
    except OSError:  # a file system without hard links
        shutil.copy2(present, target)


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
            raise NotWhole(f"{path}: {sizes.get(path, 'no')} bytes were to be written and {found.get(path, 'none')} are there (build again)")
