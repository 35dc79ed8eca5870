"""What the working copy reads otherwise than the last commit: figures gained, lost and changed."""

import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from scores import GOLD, ROOT, names

Figures = dict[tuple[str, int, int], dict]


def texts() -> list[Path]:
    """Return the texts that are compared: the annotated ones, and the published reports."""
    return [
        *(GOLD / f"{name}.txt" for name in names()),
        *sorted((ROOT / "content" / "reports").glob("*/*.md")),
    ]


def changes(commit: str = "HEAD") -> Iterator[str]:
    """Yield a line for every figure that the working copy reads otherwise than a commit."""
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(
            ["git", "archive", commit, "site_src", "content/vocabulary", "scripts/locks"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        with tarfile.open(fileobj=BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        before, now = read(Path(folder)), read(ROOT)
    for key in sorted(before.keys() | now.keys()):
        place = f"{Path(key[0]).relative_to(ROOT)}:{key[1]}"
        if line := difference(before.get(key), now.get(key)):
            yield f"{place}: {line}"


def read(folder: Path) -> Figures:
    """Return what the code and vocabulary of a folder read, by the command that either version has.

    Its keys are the text, the start of a figure and the number of its record there.
    """
    found: Figures = {}
    for text in texts():
        done = subprocess.run(
            [sys.executable, "-m", "baogao", "extract", text],
            check=True,
            env=os.environ | {"PYTHONPATH": str(folder / "site_src")},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        seen: dict[int, int] = defaultdict(int)
        for figure in map(json.loads, done.stdout.splitlines()):
            start = figure["start"]
            found[str(text), start, seen[start]] = figure
            seen[start] += 1
    return found


def difference(before: dict | None, now: dict | None) -> str:
    """Return what has become of a figure, or "" for nothing."""
    if not before or not now:
        one = before or now
        return f"{'lost' if before else 'gained'} {one['text']} | {one['label']}"
    changed = [
        f"{field}: {before[field]} → {now[field]}"
        for field in now
        if field in before and before[field] != now[field]
    ]
    return f"{now['text']} | " + "; ".join(changed) if changed else ""
