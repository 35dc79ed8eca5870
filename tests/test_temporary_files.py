"""A build leaves nothing in the system's folder for temporary files, killed or not."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from baogao.engine.temporary_files import FOLDER, temporary_files_in
from sites import cache_with_script, small_content

ROOT = Path(__file__).resolve().parents[1]
# Builds, and is killed where a library has a temporary file open.
KILLED = """
import os, signal, sys, tempfile
from baogao.cli import main
from baogao.downloads import excel_workbook
def last(*arguments):
    tempfile.mkstemp()
    os.kill(os.getpid(), signal.SIGKILL)
excel_workbook._frame = last
main(sys.argv[1:])
"""


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def build(tmp_path):
    """Give a function that builds in a process of its own, with a system's folder of its own."""
    content, cache = small_content(tmp_path), cache_with_script(tmp_path / "cache")
    (tmp_path / "system").mkdir()

    def built(*program: str) -> int:
        command = [
            *(sys.executable, *program, "build", "--quiet", "--jobs", "1"),
            *("--content", content, "--output", tmp_path / "build", "--cache", cache),
        ]
        environment = os.environ | {"TMPDIR": str(tmp_path / "system")}
        return subprocess.run(command, cwd=ROOT / "site_src", env=environment).returncode

    return built


def test_what_a_killed_build_has_left_the_next_one_removes(tmp_path, build):
    assert build("-c", KILLED) == -signal.SIGKILL
    assert files(tmp_path / "system") == []
    assert files(tmp_path / "cache" / FOLDER) != []  # it was killed while it had some
    assert build("-m", "baogao") == 0
    assert files(tmp_path / "system") == files(tmp_path / "cache" / FOLDER) == []


def test_afterwards_all_is_as_it_was(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", "/there")
    monkeypatch.setattr(tempfile, "tempdir", None)
    with temporary_files_in(tmp_path / "cache", tmp_path / "build"):
        assert Path(tempfile.mkdtemp()).is_relative_to(tmp_path / "cache" / FOLDER)
        assert os.environ["TMPDIR"] == tempfile.gettempdir()
    assert os.environ["TMPDIR"] == "/there" and tempfile.tempdir is None
    assert not list((tmp_path / "cache" / FOLDER).iterdir())


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path):
    (tmp_path / "cache").write_text("a file")
    before = tempfile.gettempdir()
    with temporary_files_in(tmp_path / "cache", tmp_path / "build"):
        assert tempfile.gettempdir() == before
