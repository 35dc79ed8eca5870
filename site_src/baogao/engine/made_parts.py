"""What the last build into a folder made of which questions: the next one need not make it again.

The files themselves are those of the last site. One that has its size, date and inode still is as
it was left; another is taken over only if its bytes are.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from baogao.content.files.file_states import A_FOLDER, NO_FILE, FileState, states_below
from baogao.content.files.folder_ownership import MARK
from baogao.content.value_digest import digest
from baogao.engine import file_cache
from baogao.engine.code_fingerprint import code_fingerprint
from baogao.engine.dependencies import Answer
from baogao.engine.file_reuse import digest_of_file
from baogao.engine.site_parts import SitePart

FOLDER = "sites"
FORM = ("content/file_states.py", "engine/made_parts.py", "engine/site_parts.py")  # of a manifest
SizeAndDigest = tuple[int, str]


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part that was made, and what of.

    `answers` are what it asked of the corpus, with the digests of what that answered; `files` the
    size and digest of each file, by path; `sheets` the style sheets that its pages ask for
    together.
    """

    part: SitePart
    answers: tuple[Answer, ...]
    files: dict[str, SizeAndDigest]
    sheets: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LastSite:
    """The last site in a folder: its parts, all files, their states, and what it was built from.

    `states` are those of the files that would have another one if they had changed since.
    """

    key: str = ""
    inputs: str = ""
    parts: Mapping[SitePart, MadePart] = field(default_factory=dict)
    files: Mapping[str, SizeAndDigest] = field(default_factory=dict)
    states: Mapping[str, FileState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PresentSite:
    """What stands in a folder now, held against what the last build left there."""

    folder: Path
    last: LastSite
    now: Mapping[str, FileState]
    verify: bool

    def holds(self, files: Mapping[str, SizeAndDigest]) -> bool:
        """Say whether all of some files are there, with the same bytes."""
        return all(self._is_as_left(path) or self._has(path, *files[path]) for path in files)

    def is_as_left(self) -> bool:
        """Say whether the folder holds the files of the last site, as they were, and no others."""
        there = {path for path, state in self.now.items() if state != A_FOLDER} - {MARK}
        return there == self.last.files.keys() and self.holds(self.last.files)

    def _is_as_left(self, path: str) -> bool:
        now = self.now.get(path, NO_FILE)
        return not self.verify and now != NO_FILE and now == self.last.states.get(path)

    def _has(self, path: str, size: int, known: str) -> bool:
        now = self.now.get(path, NO_FILE)
        return now[0] == size and digest_of_file(f"{self.folder}/{path}") == known


def path_of(cache: Path, output: Path) -> Path:
    """Return where the manifest of the site in a folder is kept."""
    return cache / FOLDER / digest((code_fingerprint(*FORM), str(output.resolve())))


def load(path: Path) -> LastSite:
    """Return what is known of the last site; nothing where that is not known."""
    data = file_cache.get(path)
    known: LastSite = pickle.loads(data) if data else LastSite()
    return known


def present(output: Path, cache: Path, verify: bool) -> PresentSite:
    """Return what stands in a folder, and what the last build left there."""
    output = output.resolve()
    return PresentSite(output, load(path_of(cache, output)), states_below(output), verify)


def save(path: Path, site: LastSite) -> None:
    """Keep what is known of a site; an answer that several parts were given is kept once."""
    seen: dict[Answer, Answer] = {}
    parts = {
        part: replace(made, answers=tuple(seen.setdefault(one, one) for one in made.answers))
        for part, made in site.parts.items()
    }
    file_cache.put(path, pickle.dumps(replace(site, parts=parts), protocol=5))
