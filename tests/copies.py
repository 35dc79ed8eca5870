"""A copy of the repository beside a small content folder, in which everything may be edited."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sites import small_content
from worked_examples import Step, steps

ROOT = Path(__file__).resolve().parent.parent
CODE = "site_src/baogao"
APART = "\n\n"  # between two functions
COPIED = ("site_src", "scripts", "tests", "pyproject.toml")
# Byte code goes with what it was made of, so that a copy starts as fast.
UNNEEDED = shutil.ignore_patterns("locks", "gold", ".pytest_cache")


@dataclass
class Copy:
    """A copy of the generator beside a small content folder."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    def file(self, path: str) -> Path:
        """Return a file by its path as CONTRIBUTING.md has it: of code, seen from the package."""
        is_code = path.endswith(".py") and path.partition("/")[0] not in COPIED
        return self.root / (CODE if is_code else "") / path

    def walk(self, example: str) -> list[Step]:
        """Write what a worked example of CONTRIBUTING.md tells to write; return its steps."""
        found = steps(example)
        for step in found:
            self.write(step)
        return found

    def write(self, step: Step) -> None:
        """Do one step; fail where the file is not as the step takes it to be."""
        file = self.file(step.path)
        assert file.exists() is not step.new, f"{step.path}: there already, or not there"
        text = file.read_text("utf-8") if file.exists() else ""
        file.write_text(placed(step, text), "utf-8")

    def insert(self, path: str, how: str, place: str, text: str) -> None:
        """Put text behind, before or instead of a line that a file has once, or at its end."""
        self.write(Step(path, text, False, how, place, False))

    def run(self, *arguments: object, module: str = "baogao", fails: bool = False) -> str:
        """Run a command of the copied generator; return what it prints, fail if it fails.

        With `fails` it must fail.
        """
        done = subprocess.run(
            [sys.executable, "-m", module, *map(str, arguments)],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root / "site_src"), "COLUMNS": "100"},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        said = done.stdout + done.stderr
        assert bool(done.returncode) is fails, said
        return said if fails else done.stdout

    def check(self) -> None:
        """Fail if the content has mistakes."""
        self.run("check", "--content", self.content)

    def build(self, without: str = "charts,search,downloads", fails: bool = False) -> Path:
        """Build the site of the content; return its folder."""
        output = self.root / "build"
        left_out = ("--without", without) if without else ()
        folders = ("--content", self.content, "--output", output)
        self.run("build", "--quiet", "--jobs", "1", *left_out, *folders, fails=fails)
        return output

    def page(self, address: str) -> str:
        """Return a page of the site that was built last."""
        return (self.root / "build" / address / "index.html").read_text("utf-8")

    def test(self, file: str, words: str = "", fails: bool = False) -> str:
        """Run tests of the copy whose names have these words; return what pytest says."""
        chosen = ("-k", words) if words else ()
        plugins = ("-p", "no:cacheprovider", "-p", "no:xdist")
        return self.run("-q", *plugins, file, *chosen, module="pytest", fails=fails)


def placed(step: Step, text: str) -> str:
    """Return a file's text with what a step writes into it, functions apart from each other."""
    is_function = step.text.startswith("def ")
    if not step.place:
        return text + (APART if text and is_function else "") + step.text
    lines = text.splitlines(keepends=True)
    found = [i for i, line in enumerate(lines) if line.strip() == step.place]
    assert found if step.each else len(found) == 1, (
        f"{step.path}: {step.place!r} stands there {len(found)} times"
    )
    for i in reversed(found):
        begin, end = i + (step.how == "behind"), i + (step.how != "before")
        lines[begin:end] = [step.text + (APART if is_function else "")]
    return "".join(lines)


def copy_of_repository(folder: Path) -> Copy:
    """Return a copy of the generator with a small content folder."""
    for name in COPIED:
        copy = shutil.copy if (ROOT / name).is_file() else partial(shutil.copytree, ignore=UNNEEDED)
        copy(ROOT / name, folder / name)
    small_content(folder)
    return Copy(folder)
