"""The content folder as its readers see it: where it lies, and what its files held."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from baogao.records import Problem


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it is read: `held` is the SHA-256 of each file's bytes as they were given out.

    `changed` are the files that were read again and held other bytes then.
    """

    root: Path
    held: dict[str, str] = field(default_factory=dict)
    changed: list[Problem] = field(default_factory=list)

    def given_out(self, path: Path, data: bytes, shown: str) -> bytes:
        """Note what is given out of a file, and return it."""
        known = hashlib.sha256(data).hexdigest()
        if self.held.setdefault(self.name(path), known) != known:
            self.changed.append(Problem(shown, 1, "changed while it was read", "build again"))
        return data

    def name(self, path: Path) -> str:
        """Return a file's name, wherever the folder is: `content/reports/330200/2020.md`."""
        return f"content/{path.relative_to(self.root).as_posix()}"


def content_files(root: Path, pattern: str) -> list[Path]:
    """Return the files below `root` that fit a pattern, in order, without hidden ones.

    Those are no content: editors lock a file with `.#2020.md`, systems lay `._2020.md` beside it.
    """
    found = sorted(root.glob(pattern))
    return [
        path
        for path in found
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
    ]
