"""The site before the last, kept in the cache: with a few files changed it becomes the next one.

Its files are second names of the present site's, but for those that the last build changed. So a
build need not give ten thousand files a second name each time, and take it away again.
"""

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from baogao.content import folder_ownership
from baogao.content.file_states import A_FOLDER, NO_FILE, states_below
from baogao.content.folder_ownership import MARK, NotOurs
from baogao.content.value_digest import digest

PLACE = "spares"
NEW_MARK = f"{MARK}.new"
FEWEST = 2_000  # files for which a spare site is kept: fewer are linked anew in no time


def path_of(cache: Path, output: Path) -> Path:
    """Return where the spare site of a folder is kept."""
    return cache.resolve() / PLACE / digest(str(output.resolve()))


def taken(spare: Path, present: str, kept: Collection[str], following: str) -> set[str] | None:
    """Let a spare site be the next one, with no more files than those that are kept.

    Returns which of them stand in it; None where there is no spare site, or it cannot be used.
    """
    try:
        listed = folder_ownership.listed(spare, begun=True)
        if listed is None or folder_ownership.foreign(spare, listed):
            return None
        there = _shared(spare, present) & set(kept)
        _mark(spare, [NEW_MARK, *listed, *kept])
        _leave_only(spare, there, listed)
        os.rename(spare, following)
    except FileNotFoundError:
        return None
    except OSError:  # a disk that refuses, or another disk
        with suppress(OSError, NotOurs):
            folder_ownership.clear(spare)
        return None
    return there


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


def _shared(spare: Path, present: str) -> set[str]:
    """Return the paths at which both have one and the same file."""
    there, here = states_below(spare), states_below(present)
    same_disk = os.stat(spare).st_dev == os.stat(present).st_dev
    return {
        path
        for path, state in there.items()
        if same_disk and state not in (A_FOLDER, NO_FILE) and here.get(path) == state
    }


def _mark(spare: Path, paths: Iterable[str]) -> None:
    """Give the spare site a mark of its own: it had one together with the present site."""
    number, name = mkstemp(dir=spare.parent)
    with os.fdopen(number, "wb") as mark:
        mark.write(folder_ownership.mark_text(set(paths)))
    os.replace(name, spare / MARK)


def _leave_only(spare: Path, kept: set[str], listed: Collection[str]) -> None:
    """Remove the listed files that are not kept, and the folders that are empty then."""
    for path in set(listed) - kept:
        with suppress(FileNotFoundError):
            os.unlink(spare / path)
    needed = {str(folder) for folder in folder_ownership.folders_of(kept)}
    folders = [path for path, state in states_below(spare).items() if state == A_FOLDER]
    for path in sorted(folders, reverse=True):
        if path.rstrip("/") not in needed:
            os.rmdir(spare / path)
