"""Whatever happens to a build, the site that is served is the last good one or the new, whole."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import interrupted
from baogao.cli import main
from baogao.content.system_errors import message_of
from baogao.engine import next_site, replace_site, swap_folders
from interrupted import NEW, OLD, Disk, watched
from sites import write
from test_golden import small_content

ROOT = Path(__file__).resolve().parents[1]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(autouse=True)
def plain_open(monkeypatch):
    monkeypatch.setattr(next_site, "open", open, raising=False)


@pytest.fixture
def states(tmp_path) -> dict[str, dict[str, bytes]]:
    """Give the old and the new site as written without harm."""
    found = {}
    for name, files in [("old", OLD), ("new", NEW)]:
        write(files, tmp_path / name)
        found[name] = contents(tmp_path / name)
    return found


def steps_in(folder: Path, monkeypatch, number: int = 0, last=None) -> int:
    """Write the new site in this process, with `last` at the nth step; return their number."""
    with monkeypatch.context() as patching:
        disk = Disk(number, last)
        watched(disk, patching.setattr)
        with replace_site.locked(folder / "build", pytest.fail):
            write(NEW, folder / "build")
        return disk.done


@pytest.fixture
def kill():
    """Give a function that writes the new site below a folder in a process that is killed at the
    nth step.
    """
    with subprocess.Popen(
        [sys.executable, interrupted.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:

        def killed(*what: object) -> None:
            print(*what, file=program.stdin, flush=True)
            assert program.stdout.readline() == f"{-signal.SIGKILL}\n"

        yield killed
        program.stdin.close()


@pytest.mark.parametrize("kills", [8, pytest.param(50, marks=pytest.mark.nightly)])
@pytest.mark.parametrize("how", ["exchange", "renames"])
def test_a_build_killed_at_any_moment(tmp_path, monkeypatch, states, kill, how, kills):
    if how == "renames":
        monkeypatch.setattr(swap_folders, "exchange", lambda *_: False)
    output, chance, seen = tmp_path / "build", random.Random(20), set()
    write(OLD, output)
    steps = steps_in(tmp_path, monkeypatch)
    for number in chance.sample(range(1, steps + 1), kills):
        with replace_site.locked(output, pytest.fail):
            write(OLD, output)
        kill(number, how, tmp_path)
        if number % 3 == 0 and output.exists():  # and again, on what the first has left
            kill(chance.randrange(1, min(number, 20)), how, tmp_path)
        if (
            how == "renames" and not output.exists()
        ):  # killed between the two: the next command's first act ends it
            replace_site.recover(output)
        now = contents(output)
        assert now in states.values(), f"killed at step {number} of {steps}: {now}"
        seen.add(now == states["new"])
        with replace_site.locked(output, pytest.fail):
            write(NEW, output)
        assert contents(output) == states["new"]
        assert not list(tmp_path.glob(".build.*"))
    assert seen == {True, False}


@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_refuses_at_any_point(tmp_path, states, monkeypatch, number, exchange):
    if not exchange:
        monkeypatch.setattr(swap_folders, "exchange", lambda *_: False)

    def refuse():
        raise OSError(number, os.strerror(number))

    output = tmp_path / "build"
    write(OLD, output)
    steps = steps_in(tmp_path, monkeypatch)
    refusals = 0
    for step in range(1, steps + 1):
        write(OLD, output)
        try:
            steps_in(tmp_path, monkeypatch, step, refuse)
            # what refused was a link, for which a copy stands, or the clearing away of the old site
            expected = "new"
        except OSError as error:
            refusals += 1
            expected = "old"
            assert os.strerror(number) in message_of(error) and error.errno == number
        assert contents(output) == states[expected], f"refused at step {step} of {steps}"
        assert (
            expected == "new" or not (tmp_path / ".build.next").exists()
        )  # a full disk needs the room
    assert refusals > 20
    steps_in(tmp_path, monkeypatch)
    assert contents(output) == states["new"] and not list(tmp_path.glob(".build.*"))


# For processes that may not write: scripts/coverage would have them write what they have run.
UNMEASURED = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}
AS_NOBODY = """
import os, sys
import baogao.build, baogao.charts.vega_to_svg
from baogao.cli import main
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main())
"""


def test_a_folder_that_may_not_be_written():
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write(OLD, folder / "build")
        before = contents(folder / "build")
        folder.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, "build", "--output", folder / "build"],
            cwd=ROOT / "site_src",
            env=UNMEASURED,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        folder.chmod(0o755)
        assert contents(folder / "build") == before and not list(folder.glob(".build.*"))
    assert (done.returncode, done.stderr) == (
        1,
        (
            f"{folder}/.build.claim: Permission denied (choose a folder that you may write with"
            " --output)\nnot built; the last site is as it was\n"
        ),
    )


def test_a_refusal_is_told_for_people(monkeypatch, capsys):
    def build(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "build/data/baogao.zip")

    monkeypatch.setattr("baogao.build.build", build)
    assert main(["build"]) == 1
    assert (
        capsys.readouterr().err
        == "build/data/baogao.zip: No space left on device (the disk is full: make room and try"
        " again)\nnot built; the last site is as it was\n"
    )


@pytest.mark.parametrize(
    "command", [["release", "9.9.9", "--date", "2030-01-01"], ["add", "page.txt"], ["migrate"]]
)
def test_a_maintainers_file_is_never_half_written(tmp_path, monkeypatch, capsys, command):
    """Where the disk refuses at any replacement, every file is as it was or as it is to be."""
    folder = small_content(tmp_path)
    (tmp_path / "page.txt").write_bytes(
        (ROOT / "content/sources/001_1d3ab0f540b61540.txt").read_bytes()
    )
    monkeypatch.chdir(tmp_path)
    if command == ["migrate"]:
        settings = folder / "site.yml"
        settings.write_text(settings.read_text("utf-8").replace("format: 2\n", ""), "utf-8")
    before = contents(folder)

    def refuse(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "there")

    monkeypatch.setattr(os, "replace", refuse)
    assert main([*command, "--content", str(folder)]) == 1
    assert (
        capsys.readouterr().err
        == "there: No space left on device (the disk is full: make room and try again)\n"
    )
    assert {path: data for path, data in contents(folder).items() if path in before} == before


LIMITED = """
import resource, signal, sys
from collections import defaultdict
sys.dont_write_bytecode = True  # it would be cut off, and stay so
from pathlib import Path
from baogao.build import Options, joined
from baogao.content.data_dictionary import tables
from baogao.downloads import download_files
from baogao.downloads.rows_made_once import TableRows
from baogao.engine.progress import Progress
whole = joined(Options(content=Path(sys.argv[1]), jobs=1), Progress(quiet=True))
rows = TableRows(whole)
for name in tables():
    rows.count(name)  # made before the system refuses, so that each library is refused by itself
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))
names = defaultdict(lambda: defaultdict(str))  # what codes are called is nothing to this
of_all = (
    download_files.texts(rows, names),
    download_files.parquets(rows),
    download_files.database(rows),
    download_files.workbook(rows),
)
for name, made in (file for files in of_all for file in files):
    try:
        made(Path(sys.argv[2]) / name.replace("/", "-")) if callable(made) else None
    except OSError:
        print(name.removeprefix("data/"))
"""


def test_every_library_that_writes_says_so_when_the_system_refuses(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, small_content(tmp_path), tmp_path],
        cwd=ROOT / "site_src",
        env=UNMEASURED,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.stderr == ""
    refused = {"figures.parquet", "target_panel.dta", "baogao.sqlite", "baogao.xlsx", "areas.csv"}
    assert refused <= set(done.stdout.split())


def test_the_second_of_two_builds_waits_and_says_so(tmp_path):
    output, content = tmp_path / "build", tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "golden" / "content", content)
    (content / "site.yml").write_text(
        "title: 1\n"
    )  # a mistake: this is about who waits, not about what is built
    command = [sys.executable, "-m", "baogao", "build", "--content", content, "--output", output]
    with replace_site.locked(output, pytest.fail):
        second = subprocess.Popen(
            command,
            cwd=ROOT / "site_src",
            stderr=subprocess.PIPE,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        assert (
            second.stderr.readline() == f"{output}: another build is at work; waiting for its end\n"
        )
        assert second.poll() is None
    assert "mistakes in the content" in second.communicate()[1]
    assert not list(tmp_path.glob(".build.*"))


def test_many_builds_at_once_never_share_the_folder(tmp_path):
    """Each adds a line when it has the folder and one when it lets go: no two lie within one
    another.
    """
    script = (
        "import sys; from pathlib import Path; from baogao.engine.replace_site import locked\nfor"
        " n in range(20):\n    with locked(Path(sys.argv[1]) / 'build', lambda _: None),"
        " open(sys.argv[1] + '/log', 'a', buffering=1) as log:\n        log.write(sys.argv[2]);"
        " log.flush(); log.write(sys.argv[2])"
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", script, tmp_path, name], cwd=ROOT / "site_src")
        for name in "abcd"
    ]
    assert [process.wait() for process in processes] == [0] * 4
    log = (tmp_path / "log").read_text()
    assert len(log) == 160 and all(
        one == other for one, other in zip(log[::2], log[1::2], strict=True)
    )


def test_a_killed_builds_claim_is_let_go(tmp_path):
    script = (
        "import sys; from pathlib import Path; from baogao.engine.replace_site import locked\n"
        "with locked(Path(sys.argv[1]), print): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, tmp_path / "build"],
        cwd=ROOT / "site_src",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    assert (tmp_path / ".build.claim").exists()
    with replace_site.locked(tmp_path / "build", pytest.fail):
        pass
    assert not (tmp_path / ".build.claim").exists()
