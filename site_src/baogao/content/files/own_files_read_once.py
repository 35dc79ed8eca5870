"""The generator's own files, each taken once.

Code is taken when the process begins, templates when a build does.

All that is made of them is made of the bytes that were taken, and so is their digest: a file that
changes meanwhile, and perhaps back again, is in neither.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from baogao.content.files.own_places import (
    CONTENT,
    FOLDERS,
    IS_INSTALLED,
    LISTS,
    PACKAGE,
    SITE_SRC,
    VOCABULARY,
    missing,
)

LOCKS = ("run.txt", "font.txt")  # of scripts/locks: what builds; not what tests


class CodeChanged(Exception):
    """The code on the disk, or of another process, is not the one that this process began with."""

    def __init__(self, message: str = "the code changed while the site was made: build again"):
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Files:
    """Files by their names below `site_src/`, as they were when they were taken."""

    held: Mapping[str, bytes]

    def text(self, name: str) -> str:
        """Return a file as text; raise `OwnFileMissing` where it was not there."""
        if name not in self.held:
            raise missing(SITE_SRC / name)
        return self.held[name].decode().replace("\r\n", "\n")

    def below(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a folder, sorted by name."""
        return (one for one in sorted(self.held.items()) if one[0].startswith(f"{folder}/"))

    def hashes(self) -> dict[str, str]:
        """Return the SHA-256 of every file."""
        return {name: hashlib.sha256(data).hexdigest() for name, data in sorted(self.held.items())}


def take_templates(source: Path | None = None) -> Files:
    """Take templates, styles, scripts, words and examples, for one build."""
    source = source or SITE_SRC
    return _files(source, (path for folder in FOLDERS for path in (source / folder).rglob("*")))


def take_words() -> Files:
    """Take the vocabulary that baogao comes with, which words of a content folder are added to."""
    return _files(CONTENT, VOCABULARY.rglob("*"))


def take_code(source: Path | None = None) -> Files:
    """Take what does not change while a process runs: modules, lists, libraries' versions."""
    source = source or SITE_SRC
    package = PACKAGE if IS_INSTALLED else source / "baogao"
    modules = _files(package.parent, package.rglob("*.py"))
    lists = _files(source, (source / name for name in LISTS))
    return Files({**modules.held, **lists.held, **_versions(source.parent / "scripts")})


def _versions(scripts: Path) -> dict[str, bytes]:
    """Return the lists of the libraries' versions; beside an installed package, what is there."""
    if not IS_INSTALLED:
        return dict(_files(scripts, (scripts / "locks" / name for name in LOCKS)).held)
    lines = sorted(f"{one.name}=={one.version}\n" for one in metadata.distributions())
    return {"locks/installed.txt": "".join(lines).encode()}


def require_unchanged_code() -> None:
    """Raise `CodeChanged` unless the code on the disk is still the one that this process has."""
    if take_code() != CODE:
        raise CodeChanged


@lru_cache(maxsize=1)
def require_imported_code() -> None:
    """Raise `CodeChanged` unless what was imported is `CODE`: looked at once a process."""
    require_unchanged_code()


def _files(root: Path, paths: Iterable[Path]) -> Files:
    plain = (path for path in paths if path.is_file() and not path.name.startswith("."))
    return Files({path.relative_to(root).as_posix(): path.read_bytes() for path in plain})


CODE = take_code()
