"""Files of the content as a build takes them: those that are known are neither read nor hashed.

Known is what the last build read without finding a mistake and has its size, date and inode still.
"""

import hashlib
import os
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from baogao.content.files import safe_read
from baogao.content.files.file_states import NO_FILE, FileState, is_settled
from baogao.content.files.recorded_folder import Folder, as_spelt
from baogao.content.files.unread_files import content_states
from baogao.content.limits import LARGEST
from baogao.content.value_digest import digest
from baogao.engine import file_cache
from baogao.engine.code_fingerprint import code_fingerprint
from baogao.records import Problem

FOLDER = "known"


class _Known(NamedTuple):
    """A file as it was: its state and SHA-256; of a report, the source that it names."""

    state: FileState
    hash: str
    source: str


UNKNOWN = _Known(NO_FILE, "", "")


@dataclass(frozen=True, slots=True)
class KnownFiles:
    """The files of a content folder: the SHA-256 of each by its path from there.

    It is empty where a file cannot be read; who needs the file says why. `data` are the bytes of
    those that were not known, `sources` the names of the sources that reports name. What is changed
    from `moment` on may look as it did. `others` are files of suffixes that nothing reads.
    """

    root: Path
    states: Mapping[str, FileState]
    hashes: dict[str, str]
    data: dict[str, bytes]
    sources: dict[str, str]
    moment: int
    others: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:  # another process reads again what it needs
        return KnownFiles, (
            self.root,
            self.states,
            self.hashes,
            {},
            self.sources,
            self.moment,
            self.others,
        )

    def bytes_of(self, name: str) -> bytes | None:
        """Return the bytes that a file had when it was taken; None where they are gone."""
        if name not in self.data:
            data = _read(Folder(self.root), name)
            if data is None or hashlib.sha256(data).hexdigest() != self.hashes[name]:
                return None
            return data
        return self.data[name]


def take(root: Path, cache: Path, verify: bool = False) -> KnownFiles:
    """Take the files of a content folder; with `verify` all are read."""
    moment = file_cache.moment(cache)
    there, known = content_states(root), {} if verify else _load(_path(cache, root))
    states = {name: state for name, state in there.items() if _is_read_as(name)}
    others = tuple(name for name in there if name not in states)
    taken = KnownFiles(root, states, {}, {}, {}, moment, others)
    for name, state in states.items():
        before = known.get(name, UNKNOWN)
        if state == before.state != NO_FILE:
            taken.hashes[name] = before.hash
            taken.sources[name] = before.source
        else:
            data = _read(Folder(root), name)
            taken.hashes[name] = "" if data is None else hashlib.sha256(data).hexdigest()
            if data is not None:
                taken.data[name] = data
    return taken


def remember(files: KnownFiles, held: Mapping[str, str], cache: Path) -> None:
    """Keep the states of the files of which a build was made: they have no mistakes."""
    known = {
        name: _Known(state, files.hashes[name], files.sources.get(name, ""))
        for name, state in files.states.items()
        if is_settled(state, files.moment) and _has_been_looked_at(name, held)
    }
    file_cache.put(_path(cache, files.root), pickle.dumps(known, protocol=5))


def _has_been_looked_at(name: str, held: Mapping[str, str]) -> bool:
    """Say whether a build has looked at all that may be wrong with a file: not at spare sources."""
    return not name.startswith("sources/") or f"content/{name}" in held


def _path(cache: Path, root: Path) -> Path:
    return cache / FOLDER / digest((code_fingerprint("engine/known_files.py"), str(root.resolve())))


def _load(path: Path) -> dict[str, _Known]:
    data = file_cache.get(path)
    known: dict[str, _Known] = pickle.loads(data) if data else {}
    return known


def _is_read_as(name: str) -> bool:
    """Say whether files of a name's suffix are read."""
    return os.path.splitext(name)[1] in LARGEST


def _read(folder: Folder, name: str) -> bytes | None:
    unread: list[Problem] = []
    return safe_read.read_bytes(as_spelt(folder.root / name), folder, name, unread)
