"""The site before the last, kept in the cache: with a few files changed it becomes the next one.

Its files are second names of the present site's, but for those that the last build changed. So a
build need not give ten thousand files a second name each time, and take it away again.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from baogao.content.files import folder_ownership
from baogao.content.files.file_states import A_FOLDER, NO_FILE, FileState, states_below
from baogao.content.files.folder_ownership import MARK, NotOurs
from baogao.content.value_digest import digest

PLACE = "spares"
NEW_MARK = f"{MARK}.new"
FEWEST = 2_000  # files for which a spare site is kept: fewer are linked anew in no time


def path_of(cache: Path, output: Path) -> Path:
    """Return where the spare site of a folder is kept."""
    return cache.resolve() / PLACE / digest(str(output.resolve()))


@dataclass(frozen=True, slots=True)
class Spare:
    """Where the spare site of a folder is kept, and what stands in the present site."""

    folder: Path
    present: Mapping[str, FileState]


def taken(spare: Spare, present: str, kept: Collection[str], following: str) -> set[str] | None:
    """Let a spare site be the next one, with no more files than those that are kept.

    Returns which of them stand in it; None where there is no spare site, or it cannot be used.
    """
    try:
        listed = folder_ownership.listed(spare.folder, begun=True)
        there = states_below(spare.folder)
        if listed is None or folder_ownership.holds_others(there, listed):
            return None
        same_disk = os.stat(spare.folder).st_dev == os.stat(present).st_dev
        shared = _shared(there, spare.present) & set(kept) if same_disk else set()
        _mark(spare.folder, [NEW_MARK, *listed, *kept])
        _leave_only(spare.folder, shared, listed, there)
        os.rename(spare.folder, following)
    except FileNotFoundError:
        return None
    except OSError:  # a disk that refuses, or another disk
        with suppress(OSError, NotOurs):
            folder_ownership.clear(spare.folder)
        return None
    return shared


def keep(following: Path, spare: Path) -> bool:
    """Keep what was the site as the spare one; return whether it could be, and is nobody's."""
    listed = folder_ownership.listed(following)
    if spare.exists() or not listed or len(listed) < FEWEST:
        return False
    if folder_ownership.foreign(following, listed):
        return False
    try:
        spare.parent.mkdir(parents=True, exist_ok=True)
        os.rename(following, spare)
        _mark(spare, listed)
    except OSError:  # another disk
        return False
    return True


def _shared(there: Mapping[str, FileState], here: Mapping[str, FileState]) -> set[str]:
    """Return the paths at which both have one and the same file."""
    return {
        path
        for path, state in there.items()
        if state not in (A_FOLDER, NO_FILE) and here.get(path) == state
    }


def _mark(spare: Path, paths: Iterable[str]) -> None:
    """Give the spare site a mark of its own: it had one together with the present site."""
    number, name = mkstemp(dir=spare.parent)
    with os.fdopen(number, "wb") as mark:
        mark.write(folder_ownership.mark_text(set(paths)))
    os.replace(name, spare / MARK)


def _leave_only(
    spare: Path, kept: set[str], listed: Collection[str], there: Mapping[str, FileState]
) -> None:
    """Remove the listed files that are not kept, and the folders that are empty then.

    `there` is what stood there before.
    """
    for path in set(listed) - kept:
        with suppress(FileNotFoundError):
            os.unlink(spare / path)
    needed = {str(folder) for folder in folder_ownership.folders_of(kept)}
    folders = [path for path, state in there.items() if state == A_FOLDER]
    for path in sorted(folders, reverse=True):
        if path.rstrip("/") not in needed:
            os.rmdir(spare / path)
