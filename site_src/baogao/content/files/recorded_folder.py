"""The content folder as its readers see it: where it lies, and what its files held."""

import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from baogao.records import Problem

# Hidden files, and those that editors and systems lay beside what is edited: `.#2020.md`,
# `._2020.md`, `2020.md~`, `#2020.md#`, `~$2020.docx`.
PASSED_OVER = re.compile(r"\..*|.*~|#.*\#|~\$.*|Thumbs\.db|desktop\.ini", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it is read: `held` is the SHA-256 of each file's bytes as they were given out.

    `called` is how names of its files begin, wherever it is.
    `changed` are the files that were read again and held other bytes then.
    """

    root: Path
    held: dict[str, str] = field(default_factory=dict)
    changed: list[Problem] = field(default_factory=list)
    called: str = "content"

    def given_out(self, path: Path, data: bytes, shown: str) -> bytes:
        """Note what is given out of a file, and return it."""
        known = hashlib.sha256(data).hexdigest()
        changed = Problem(shown, 1, "changed while it was read", "build again")
        if self.held.setdefault(self.name(path), known) != known and changed not in self.changed:
            self.changed.append(changed)
        return data

    def name(self, path: Path) -> str:
        """Return a file's name, wherever the folder is: `content/reports/330200/2020.md`."""
        return one_name(f"{self.called}/{path.relative_to(self.root).as_posix()}")


def content_files(root: Path, pattern: str) -> list[Path]:
    """Return the files below `root` that fit a pattern, in order, without what is passed over."""
    return [path for path in sorted(root.glob(pattern)) if not lies_aside(path, root)]


def one_name(name: str) -> str:
    """Return a name as it is compared: systems spell é as one character, or as e and an accent."""
    return normalize("NFC", name)


def as_spelt(path: Path) -> Path:
    """Return a path as the disk spells its name, of the two ways to do it."""
    spellings = (path.with_name(normalize(form, path.name)) for form in ("NFC", "NFD"))
    return next(filter(os.path.lexists, spellings), path)


def lies_aside(path: Path | str, root: Path) -> bool:
    """Say whether a path below `root` is, or lies in, what is no content: hidden, an editor's."""
    return any(map(is_passed_over, Path(path).relative_to(root).parts))


def is_passed_over(name: str) -> bool:
    """Say whether a file or folder of this name is hidden, or an editor's or a system's."""
    return bool(PASSED_OVER.fullmatch(name))
