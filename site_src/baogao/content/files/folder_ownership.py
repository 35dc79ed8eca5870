"""Whose a folder is.

A site of baogao's holds a mark that names baogao and lists all files of a build. What lies in a
folder and is not on its list is somebody's, and so is what belongs to version control, whatever a
list says. Nothing here removes it: what is removed is what is listed, file by file, and folders
only when they are empty.
"""

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from baogao.content.problem_printing import printable

MARK = ".baogao"
FIRST = (
    "baogao: a site built here; these files are its own, "
    "and the next build replaces or removes them and no others\n"
)
VERSIONED = frozenset(
    {
        ".git",
        ".hg",
        ".svn",
        ".bzr",
        ".jj",
        ".sl",
        ".pijul",
        ".fslckout",
        "_fossil_",
        "_darcs",
        "_mtn",
        "cvs",
        "rcs",
        "sccs",
    }
)
NO_JEKYLL = ".nojekyll"  # in every site, and all that a site of an older baogao is known by
SHOWN = 3  # names in a message
ELSEWHERE = "choose an empty folder with --output"


class NotOurs(Exception):
    """Something of somebody's is where baogao would write or remove; says what and what to do."""


def mark_text(paths: Iterable[str]) -> bytes:
    """Return the mark of a site of these files."""
    return FIRST.encode() + b"".join(map(mark_line, sorted(paths)))


def mark_line(path: str) -> bytes:
    """Return a file's line in a mark."""
    return f"{path}\n".encode("utf-8", "surrogateescape")


def is_address(path: str) -> bool:
    """Say whether a file of a site may have this path.

    It may where it is inside the site, not its mark, and not version control's.
    """
    parts = path.split("/")
    leads_elsewhere = {"", ".", ".."} & set(parts) or {"\\", "\0", "\n"} & set(path)
    return not leads_elsewhere and path != MARK and not any(map(versioned, parts))


def versioned(name: str) -> bool:
    """Say whether a file or folder of this name is version control's."""
    return name.casefold() in VERSIONED


def listed(folder: Path, begun: bool = False) -> frozenset[str] | None:
    """Return the files that a folder's mark lists, None without one.

    `begun`: its first line may be half written.
    """
    mark = folder / MARK
    try:
        if not stat.S_ISREG(os.lstat(mark).st_mode):
            return None
    except FileNotFoundError:
        return None
    said = mark.read_bytes().decode("utf-8", "surrogateescape")
    if begun and FIRST.startswith(said):
        return frozenset()
    if not said.startswith(FIRST):
        return None
    # Of a line half written the file is not there.
    *whole_lines, _ = said.removeprefix(FIRST).split("\n")
    return frozenset(filter(is_address, whole_lines))


def foreign(folder: Path, files: Collection[str]) -> list[str]:
    """Return what lies in a folder beside its mark and these files.

    A folder that holds none of them is one, and ends with `/`.
    """
    return list(_foreign(str(folder), "", frozenset(files), folders_of(files)))


def holds_others(paths: Collection[str], files: Collection[str]) -> bool:
    """Say whether a folder of which all paths are known holds what `foreign` would return.

    Those of its folders end with `/`.
    """
    folders = {f"{folder}/" for folder in folders_of(files)}
    return not set(paths) <= {MARK, *files, *folders}


def require(folder: Path, hint: str = ELSEWHERE, begun: bool = False) -> None:
    """Raise `NotOurs` unless a folder is missing or empty, or holds only what its mark lists."""
    if folder.is_symlink():
        raise NotOurs(f"{folder}: is a link that baogao did not make ({hint})")
    if not folder.exists() or not (names := sorted(os.listdir(folder))):
        return
    files = listed(folder, begun)
    if files is None:
        if NO_JEKYLL in names and not any(map(versioned, names)):
            hint = f"if an older baogao built it, delete it once; else {hint}"
        message = f"{folder}: holds files that are no site of baogao's: {named(names)}"
        raise NotOurs(f"{message} ({hint})")
    if others := foreign(folder, files):
        message = f"{folder}: holds what baogao did not build: {named(others)}"
        raise NotOurs(f"{message} (move it away, or {hint})")


def clear(folder: Path) -> None:
    """Remove what was written into a folder, and the folder.

    Raises `NotOurs` where anything is left in it.
    """
    if not folder.exists():
        return
    files = listed(folder, begun=True)
    if files is not None:
        _remove(str(folder), "", files, folders_of(files))
        if not foreign(folder, files):
            (folder / MARK).unlink()
    try:
        folder.rmdir()
    except OSError:
        require(folder, "delete what is left", begun=True)
        raise


def named(names: list[str]) -> str:
    """Return the first few of some names, and how many more there are."""
    more = len(names) - SHOWN
    return ", ".join(map(printable, names[:SHOWN])) + (f" and {more} more" if more > 0 else "")


def _foreign(
    folder: str, below: str, files: frozenset[str], folders: frozenset[str]
) -> Iterator[str]:
    for found in sorted(os.scandir(folder), key=lambda found: found.name):
        path = below + found.name
        if found.is_dir(follow_symlinks=False):
            if path in folders:
                yield from _foreign(found.path, f"{path}/", files, folders)
            else:
                yield f"{path}/"
        elif path not in files and path != MARK:
            yield path


def _remove(folder: str, below: str, files: frozenset[str], folders: frozenset[str]) -> None:
    """Remove listed files, never through a link, and the folders that are empty then."""
    for found in list(os.scandir(folder)):
        path = below + found.name
        if found.is_dir(follow_symlinks=False):
            if path in folders:
                _remove(found.path, f"{path}/", files, folders)
                if not os.listdir(found.path):
                    os.rmdir(found.path)
        elif path in files:
            with suppress(FileNotFoundError):
                os.unlink(found.path)


def folders_of(files: Iterable[str]) -> frozenset[str]:
    """Return the folders that hold these files, those around them too."""
    found: set[str] = set()
    for folder in {path.rpartition("/")[0] for path in files}:
        around = folder
        while around and around not in found:
            found.add(around)
            around = around.rpartition("/")[0]
    return frozenset(found)
