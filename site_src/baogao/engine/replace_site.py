"""The finished site on disk: written aside, checked, then put in place of the last one in one step.

A build that fails, is killed, or meets a full or read-only disk leaves the last good site as it
was. With `next_site`, this is all that writes `build/`. Each site holds a mark that lists its files
(`content/folder_ownership.py`): a folder that holds anything else is somebody's and is refused, and
only what is listed is removed.

Nothing is flushed to the disk by force: it would cost a build at scale more than all its writing,
and all it could lose to a power cut is what the next build, which compares every byte, makes again.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from baogao.content.files import folder_ownership
from baogao.content.files.file_states import A_FOLDER, FileState, is_settled, states_below
from baogao.content.files.folder_ownership import MARK, NotOurs
from baogao.engine import folder_lock, spare_site
from baogao.engine.next_site import NextSite, NotWhole, PutFiles, SizeAndDigest
from baogao.engine.swap_folders import finish_swap, swap

BESIDE = NEXT, LAST, LOCK = ".next", ".last", ".claim"
NOTHING: Mapping[str, SizeAndDigest] = MappingProxyType({})
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


@dataclass(frozen=True, slots=True)
class Replaced:
    """A site that has taken its place: its files, and how many changed.

    `settled` are the states of the files that would have another one if they changed from now on.
    """

    files: dict[str, SizeAndDigest]
    settled: dict[str, FileState]
    changed: int


def replace_site(
    output: Path,
    write: Callable[[NextSite], Iterable[PutFiles]],
    kept: Mapping[str, SizeAndDigest] = NOTHING,
    spare: spare_site.Spare | None = None,
) -> Replaced:
    """Make `output` hold what `write` puts into the next site, what is kept, and nothing else.

    `kept` are files of the present site; `spare` is where the site before the last is found, and
    the last one put. Raises OSError where the disk refuses, `NotWhole`, and `NotOurs` where
    somebody's files are in the way, the last site untouched; `LeftAside` where some came into it
    while it was exchanged.
    """
    output = output.resolve()  # of a link, the folder it leads to
    following = beside(output, NEXT)
    recover(output)
    try:
        site = NextSite(str(following), str(output))
        site.begin(kept, spare)
        files, changed = _put(kept, write(site))
        os.utime(following / MARK)
        moment = os.stat(following / MARK).st_mtime_ns
        states = states_below(following)
        _require_whole(states, files)
        if site.end(files) or changed:
            # Building takes minutes: somebody may have put a file there.
            folder_ownership.require(output)
            swap(following, output, beside(output, LAST))
    except BaseException:
        with suppress(OSError, NotOurs):  # a full disk needs the room
            folder_ownership.clear(following)
        raise
    if not spare or not spare_site.keep(following, spare.folder):
        _clear_last(following)
    settled = {path: states[path] for path in files if is_settled(states[path], moment)}
    return Replaced(files, settled, changed)


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


def _put(
    kept: Mapping[str, SizeAndDigest], puts: Iterable[PutFiles]
) -> tuple[dict[str, SizeAndDigest], int]:
    """Return all files, those kept and those that are put, and how many changed."""
    files = dict(kept)
    changed = 0
    for put in puts:
        if twice := files.keys() & put.files.keys():
            raise NotWhole(f"{min(twice)!r}: two files for one address")
        files |= put.files
        changed += put.changed
    return files, changed


def _require_whole(states: Mapping[str, FileState], files: Mapping[str, SizeAndDigest]) -> None:
    """Raise `NotWhole` unless every file promised is there, of its size, and no other."""
    found = {path: state[0] for path, state in states.items() if state != A_FOLDER and path != MARK}
    sizes = {path: size for path, (size, _) in files.items()}
    if found == sizes:
        return
    for path in sorted(found.keys() | sizes.keys()):
        if found.get(path) != sizes.get(path):
            raise NotWhole(
                f"{path}: {sizes.get(path, 'no')} bytes were to be written "
                f"and {found.get(path, 'none')} are there (build again)"
            )
