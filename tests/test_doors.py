"""What CONTRIBUTING teaches, walked in a copy of the repository: each path leads where it says."""

import csv
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from test_golden import small_content

ROOT = Path(__file__).resolve().parent.parent
# A column as somebody adds it: what the rows give for it, and what the dictionary says of it.
NEW_CELL = '            "characters": f.end - f.start,\n'
NEW_COLUMN = """\
    characters:
      type: integer
      zh: 原文里的写法有多少字
      en: How many characters the figure has as printed
"""


@dataclass
class Copy:
    """A copy of the generator beside a small content folder, in which everything may be edited."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    def run(self, *arguments: object) -> str:
        """Run a command of the copied generator; return what it prints, fail if it fails."""
        done = subprocess.run(
            [sys.executable, "-m", "baogao", *map(str, arguments)],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root / "site_src")},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def build(self) -> Path:
        """Build the site of the content; return its folder."""
        output = self.root / "build"
        self.run("build", "--quiet", "--content", self.content, "--output", output)
        return output

    def insert(self, path: str, before: str, text: str) -> None:
        """Put text into a file, before a pattern that it has once."""
        file = self.root / path
        edited, found = re.subn(f"(?m)(?={before})", lambda _: text, file.read_text("utf-8"))
        assert found == 1, f"{path}: {before!r} is there {found} times"
        file.write_text(edited, "utf-8")


@pytest.fixture
def copy(tmp_path) -> Copy:
    shutil.copytree(
        ROOT / "site_src",
        tmp_path / "site_src",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    small_content(tmp_path)
    return Copy(tmp_path)


def header(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return next(csv.reader(lines))


def test_a_column_is_added_after_a_release(copy):
    copy.run("release", "0.1.0", "--date", "2026-11-22", "--content", copy.content)
    first = copy.content / "releases" / "0.1.0.csv"
    published = header(first)

    end_of_row = r"        \}\n\n\ndef paragraph_rows\("
    copy.insert("site_src/baogao/downloads/figure_rows.py", end_of_row, NEW_CELL)
    copy.insert("site_src/dictionary.yml", "observations:\n", NEW_COLUMN)

    copy.run("check", "--content", copy.content)
    site = copy.build()
    assert header(site / "data" / "figures.csv") == [*published, "characters"]
    assert "原文里的写法有多少字" in (site / "data/dictionary/index.html").read_text("utf-8")
    assert copy.run("diff", first, site / "data") == "The data are the same.\n"
    assert "自上一版以来" not in (site / "updates/index.html").read_text("utf-8")

    # The next release has the column, and both are told on one page.
    copy.run("release", "0.2.0", "--date", "2026-12-01", "--content", copy.content)
    assert header(copy.content / "releases" / "0.2.0.csv") == [*published, "characters"]
    copy.run("check", "--content", copy.content)
    updates = (copy.build() / "updates/index.html").read_text("utf-8")
    assert updates.index("0.2.0") < updates.index("0.1.0")
