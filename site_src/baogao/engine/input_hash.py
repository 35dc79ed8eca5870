"""What a build is made of, as one hash: two sites with the same one hold the same bytes.

Content (the vocabulary is part of it), code, templates, styles, scripts and words, the locked versions of the libraries,
and what the command line sets. Not in it: the machine's font for Chinese, which measures the charts' text, and its processor.
"""
import hashlib
from collections.abc import Iterator
from pathlib import Path

from baogao.content.limits import LARGEST

ROOT = Path(__file__).resolve().parents[3]
LOCKS = ("run.txt", "font.txt")  # scripts/locks: what builds; not what tests
DEEPEST = 3  # of content: reports/330200/2020.md


def digest(content: Path, settings: dict[str, str], root: Path = ROOT) -> str:
    """Return `sha256:` and the hash of all files that a build reads, by name and bytes, and of its settings."""
    whole = hashlib.sha256()
    for name, path in sorted(files(content, root)):
        whole.update(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n".encode())
    for name, value in sorted(settings.items()):
        whole.update(f"{value}  --{name}\n".encode())
    return f"sha256:{whole.hexdigest()}"


def files(content: Path, root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files by their names, which do not say where on the machine they are."""
    of_content = (path for depth in range(DEEPEST) for path in content.glob("*/" * depth + "*") if path.suffix in LARGEST)
    of_code = (path for path in (root / "site_src").rglob("*") if "__pycache__" not in path.parts)
    of_locks = (root / "scripts" / "locks" / name for name in LOCKS)
    for label, folder, found in [("content", content, of_content), ("site_src", root / "site_src", of_code), ("locks", root / "scripts" / "locks", of_locks)]:
        yield from ((f"{label}/{path.relative_to(folder).as_posix()}", path) for path in found if path.is_file() and not path.name.startswith("."))
