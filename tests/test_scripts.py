"""What scripts/ promises on a machine with nothing but Python, as far as that shows without a
network.
"""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import environment
import machine

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
COMMANDS = ["baogao", "build", "coverage", "lint", "lock", "serve", "test"]


def fake_python(path: Path, version: str) -> Path:
    path.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo "Python {version}" && exit\nexit 1\n')
    path.chmod(0o755)
    return path


# --- the Python that is taken ---------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_an_old_python_gets_one_line_that_says_what_to_do(command, tmp_path):
    old = fake_python(tmp_path / "python3", "3.9.2")
    script = SCRIPTS / command
    done = subprocess.run(
        [script], env=os.environ | {"PYTHON": str(old)}, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr == f"baogao needs Python 3.11 or newer ({old}: Python 3.9.2). "
        f"Install one, or name it: PYTHON=/path/to/python3 {script}\n"
    )


def test_a_newer_python_beside_an_old_python3_is_found(tmp_path):
    fake_python(tmp_path / "python3", "3.9.2")
    (tmp_path / "python3.12").symlink_to(sys.executable)
    (tmp_path / "dirname").symlink_to(shutil.which("dirname"))
    command = [shutil.which("sh"), "-c", '. "$0"; find_python', SCRIPTS / "environment.sh"]
    done = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True)
    assert done.stdout == "python3.12\n"


def test_a_python_without_venv_gets_the_package_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)  # importing it fails, as on Debian
    with pytest.raises(
        machine.SetupError,
        match=r"lacks venv: install it \(Debian, Ubuntu: apt-get install python3-venv\)",
    ):
        environment.Environment(tmp_path).make(lock=0)


@pytest.mark.parametrize("name", ["pyvenv.cfg", "bin/python"])
def test_an_environment_that_somebody_made_is_not_deleted(tmp_path, name):
    path = tmp_path / ".venv" / name
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    with pytest.raises(
        machine.SetupError,
        match=(
            r"\.venv was not made by these scripts: move it away, then run the same command again$"
        ),
    ):
        environment.Environment(tmp_path).make(lock=0)
    assert path.read_text() == "mine"


def test_a_link_to_an_environment_with_other_lists_leaves_that_one_ready(tmp_path):
    ready = tmp_path / "elsewhere" / environment.READY
    (ready.parent / "bin").mkdir(parents=True)
    (ready.parent / "bin" / "python").touch()
    ready.write_text('{"run": "of other lists"}')
    (tmp_path / ".venv").symlink_to("elsewhere")
    here = environment.Environment(tmp_path)
    here.locks = SCRIPTS / "locks"
    with pytest.raises(machine.SetupError, match="was not made by these scripts"):
        here.prepare(["run"])
    assert ready.read_text() == '{"run": "of other lists"}'


def test_an_environment_that_is_a_link_is_not_deleted(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".venv").symlink_to("elsewhere")
    with pytest.raises(machine.SetupError, match="was not made by these scripts"):
        environment.Environment(tmp_path).make(lock=0)
    assert (tmp_path / "elsewhere").is_dir()


@pytest.mark.parametrize(
    "name", [environment.MADE, environment.READY, "lib/python3.11/site-packages/baogao.pth"]
)
def test_an_environment_of_these_scripts_is_known(tmp_path, name):
    path = tmp_path / ".venv" / name
    path.parent.mkdir(parents=True)
    path.touch()
    environment.Environment(tmp_path).require_ours()


# --- what is done, and what is not done again -----------------------------------------------------


class Rehearsal(environment.Environment):
    """An environment that only writes down what it would do."""

    def __init__(self, root: Path):
        super().__init__(root)
        self.done: list[str] = []
        self.locks.mkdir(parents=True)
        for name in ("run", "test"):
            (self.locks / f"{name}.txt").write_text("pandas==3.1.1\n")

    def make(self, lock):
        self.done.append("make")
        self.python.parent.mkdir(parents=True, exist_ok=True)
        self.python.touch()

    def install(self, name, lock):
        self.done.append(name)

    def prepared(self, *lists: str) -> list[str]:
        self.done.clear()
        self.prepare(list(lists))
        return list(self.done)


@pytest.fixture
def rehearsal(tmp_path) -> Rehearsal:
    return Rehearsal(tmp_path)


def test_the_second_run_does_nothing(rehearsal):
    assert rehearsal.prepared("run") == ["make", "run"]
    assert rehearsal.prepared("run") == []


def test_what_tests_need_is_added_to_what_is_there(rehearsal):
    rehearsal.prepared("run")
    assert rehearsal.prepared("run", "test") == ["test"]
    assert rehearsal.prepared("run") == []


def test_a_changed_list_makes_the_environment_anew(rehearsal):
    rehearsal.prepared("run", "test")
    (rehearsal.locks / "test.txt").write_text("pandas==3.1.2\n")
    assert rehearsal.prepared("run") == []
    assert rehearsal.prepared("run", "test") == ["make", "run", "test"]


def test_an_environment_whose_python_is_gone_is_made_anew(rehearsal):
    rehearsal.prepared("run")
    rehearsal.python.unlink()
    assert rehearsal.prepared("run") == ["make", "run"]


@pytest.mark.parametrize("before", [(), ("run",)], ids=["first set-up", "an added list"])
def test_what_an_interrupted_set_up_left_is_made_anew(rehearsal, monkeypatch, before):
    rehearsal.prepared(*before)

    def interrupted(name, lock):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(rehearsal, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            rehearsal.prepare(["run", "test"])
    assert rehearsal.prepared("run", "test") == ["make", "run", "test"]


def test_of_two_at_once_one_works_and_the_other_waits(rehearsal, monkeypatch):
    working, waiting = threading.Event(), threading.Event()
    monkeypatch.setattr(
        environment, "say", lambda text: waiting.set() if text.startswith("waiting") else None
    )

    def install(name, lock):
        rehearsal.done.append(name)
        working.set()
        assert waiting.wait(60)

    monkeypatch.setattr(rehearsal, "install", install)
    first = threading.Thread(target=rehearsal.prepare, args=[["run"]])
    first.start()
    assert working.wait(60)
    rehearsal.prepare(["run"])
    first.join()
    assert rehearsal.done == ["make", "run"]


def test_what_fails_is_shown_with_what_it_said(tmp_path, capfd):
    broken = environment.Environment(tmp_path)
    broken.python = Path(sys.executable)
    with (
        environment.alone() as lock,
        pytest.raises(machine.SetupError, match="no_such_module failed"),
    ):
        broken.run(["no_such_module"], lock)
    assert "No module named no_such_module" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (machine.SetupError("pip failed"), 1, "set-up: pip failed\n"),
        (
            PermissionError(13, "Permission denied", ".venv"),
            1,
            "set-up: could not make .venv/: [Errno 13] Permission denied: '.venv'\n",
        ),
        (KeyboardInterrupt(), 130, "set-up: interrupted; the next run begins anew\n"),
    ],
)
def test_a_set_up_that_fails_ends_with_one_line(error, status, said, monkeypatch, capsys):
    def prepare(self, lists):
        raise error

    monkeypatch.setattr(environment.Environment, "prepare", prepare)
    assert environment.main(["run"]) == status
    assert capsys.readouterr() == ("", said)


# --- the machine ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("families", "found"),
    [
        (["DejaVu Sans", "Noto Sans CJK SC"], True),
        (["DejaVu Sans"], False),
        ([], False),
    ],
)
def test_set_up_brings_a_font_where_charts_would_find_none(families, found, monkeypatch):
    monkeypatch.setattr(
        machine.han_fonts, "installed", lambda: ((family, Path("fonts")) for family in families)
    )
    monkeypatch.setattr(machine.han_fonts, "in_folders", lambda: iter(()))
    assert machine.has_han_font() is found


def test_charts_can_use_the_font_that_set_up_brings(tmp_path):
    (tmp_path / environment.FONT_KEPT).touch()
    assert machine.han_fonts.preferred(machine.han_fonts.in_folders([str(tmp_path)])) == [
        ("Noto Sans CJK SC", tmp_path)
    ]


def test_of_the_font_package_only_the_font_for_charts_is_kept(tmp_path):
    fonts = tmp_path / "lib" / "python3.11" / "site-packages" / "mplfonts" / "fonts"
    fonts.mkdir(parents=True)
    for name in (environment.FONT_KEPT, "SimHei.ttf", "NotoSerifCJKsc-Regular.otf"):
        (fonts / name).touch()
    environment.keep_one_font(tmp_path)
    assert [font.name for font in fonts.iterdir()] == [environment.FONT_KEPT]


@pytest.mark.parametrize(
    ("there", "user", "ci", "rights"),
    [
        ({"apt-get"}, 0, "", []),
        ({"apt-get", "sudo"}, 1000, "true", ["sudo", "-n"]),
        ({"apt-get", "sudo"}, 1000, "", None),  # not on somebody's own machine without asking
        ({"apt-get"}, 1000, "true", None),
        (set(), 0, "true", None),  # no Debian
    ],
)
def test_system_packages_are_installed_only_as_root_or_in_ci(there, user, ci, rights, monkeypatch):
    monkeypatch.setattr(machine.shutil, "which", lambda name: name if name in there else None)
    monkeypatch.setattr(machine.os, "geteuid", lambda: user)
    monkeypatch.setenv("CI", ci)
    assert machine.apt_rights() == rights


@pytest.mark.parametrize(
    ("there", "said"),
    [
        (
            {"curl", "jq"},
            "Chromium: sudo apt-get install chromium fonts-noto-cjk, or set CHROMIUM",
        ),
        (
            {"curl"},
            "Chromium and jq: sudo apt-get install chromium fonts-noto-cjk jq, or set CHROMIUM",
        ),
    ],
)
def test_without_a_program_one_line_says_what_to_type(there, said, monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("CI", raising=False)
    known = {"apt-get", *there}
    monkeypatch.setattr(machine.shutil, "which", lambda name: name if name in known else None)
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    with pytest.raises(machine.SetupError, match=f"the tests need {said}"):
        machine.ensure_programs()


def test_a_chromium_that_does_not_start_is_passed_over(tmp_path, monkeypatch):
    stub = fake_python(tmp_path / "chromium-browser", "")
    stub.write_text("#!/bin/sh\necho 'requires the chromium snap to be installed' >&2\nexit 10\n")
    chrome = fake_python(tmp_path / "google-chrome", "156")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(machine, "CHROMIUM_APPS", [])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine.find_chromium() == str(chrome)
    monkeypatch.setenv("CHROMIUM", str(stub))
    with pytest.raises(machine.SetupError, match="does not start"):
        machine.find_chromium()
