"""The generator's own files, each taken once.

Code is taken when the process begins, templates when a build does.

All that is made of them is made of the bytes that were taken, and so is their digest: a file that
changes meanwhile, and perhaps back again, is in neither.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SITE_SRC = Path(__file__).resolve().parents[2]
FOLDERS = ("examples", "static", "strings", "templates")
LISTS = ("dictionary.yml", "licences.yml")  # the code's, as constants are: read once a process
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
        """Return a file as text."""
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


def take_code(source: Path | None = None) -> Files:
    """Take what does not change while a process runs: modules, lists, libraries' versions."""
    source = source or SITE_SRC
    scripts = source.parent / "scripts"
    modules = _files(source, (source / "baogao").rglob("*.py"))
    lists = _files(source, (source / name for name in LISTS))
    locks = _files(scripts, (scripts / "locks" / name for name in LOCKS))
    return Files({**modules.held, **lists.held, **locks.held})


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
