"""A command that is killed, or meets a full disk, leaves content as it was, or says what is half.

When it is called again it goes on, whichever write it was killed at.
"""

import errno
import os
import shutil
import signal
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from baogao.build import Options, joined
from baogao.check import problems
from baogao.cleaning.add import Wishes, add
from baogao.cli import main
from baogao.content import atomic_write, content_folder, write_journal
from baogao.content.folder_ownership import NotOurs
from baogao.content.migrate import migrate
from baogao.content.problem_printing import line_of
from baogao.content.write_journal import PLAN, CutShort, FilePlan
from baogao.corpus.corpus import Corpus
from baogao.downloads import release_and_diff as releases
from baogao.engine.progress import Progress
from baogao.preview.review.desk import Desk
from review_desk import Browser
from sites import small_content

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "content" / "sources" / "001_1d3ab0f540b61540.txt"  # of several reports
VERSION, DAY = "9.9.9", "2030-01-01"
FIGURE = "6.8%"
CACHE = TemporaryDirectory()  # until the tests end
CITATION = "title: ours\nversion: 1.0.0\n"


def add_page(content: Path) -> None:
    add(PAGE, content, Wishes())


def release_data(content: Path) -> None:
    is_done, _ = releases.go_on(VERSION, DAY, content)
    if not is_done:
        releases.release(VERSION, DAY, content, corpus())


@lru_cache(maxsize=1)
def corpus() -> Corpus:
    """Return what is released: of all copies of the small content the same."""
    with TemporaryDirectory() as folder:
        options = Options(content=small_content(Path(folder)), cache=Path(folder) / "cache", jobs=1)
        return joined(options, Progress(quiet=True))


def migrate_folder(content: Path) -> None:
    list(migrate(content))


def page_of(content: Path) -> Browser:
    """Return a page that reviews; what it keeps beside the content lies elsewhere."""
    return Browser(Desk(content, Path(CACHE.name), lambda paths: None)).load()


def reject_figure(content: Path) -> None:
    """Write one file and take another away: the figure was checked before."""
    write_journal.go_on(content)  # as every decision does first
    page = page_of(content)
    if page.state(FIGURE) != "rejected":
        page.act("reject", page.of(FIGURE))


COMMANDS: dict[str, Callable[[Path], None]] = {
    "add": add_page,
    "release": release_data,
    "migrate": migrate_folder,
    "review": reject_figure,
}


def state(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(params=COMMANDS)
def command(request) -> Callable[[Path], None]:
    return COMMANDS[request.param]


@pytest.fixture
def before(tmp_path, command) -> Path:
    """Give a folder with content that the command has something to do in."""
    folder = tmp_path / "before"
    content = small_content(folder)
    settings = content / "site.yml"
    text = settings.read_text("utf-8")
    if command is migrate_folder:
        settings.write_text(text.replace("format: 2\n", ""), "utf-8")
    elif command is release_data:
        corpus()
        (folder / "CITATION.cff").write_text(CITATION, "utf-8")
    elif command is reject_figure:
        page = page_of(content)
        page.act("right", page.of(FIGURE))
    return folder


class Steps:
    """Counts what is done to the disk, and does `last` before the nth step; a write is two."""

    def __init__(self, number: int, last: Callable[[], None]):
        self.done, self.number, self.last = 0, number, last

    def step(self) -> None:
        self.done += 1
        if self.done == self.number:
            self.last()

    def counted(self, call):
        def counting(*arguments, **options):
            self.step()
            return call(*arguments, **options)

        return counting

    def open(self, path, mode):
        self.step()
        return Half(open(path, mode, buffering=0), self.step)


class Half:
    """A file whose writing is counted when half is written."""

    def __init__(self, file, step):
        self.file, self.step = file, step

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def __getattr__(self, name):
        return getattr(self.file, name)

    def write(self, data: bytes) -> None:
        self.file.write(data[: len(data) // 2])
        self.step()
        self.file.write(data[len(data) // 2 :])


def watched(steps: Steps, patch: Callable[..., None]) -> None:
    """Let everything that changes a file of the content pass by `steps`."""
    for name in ("replace", "unlink", "mkdir", "fsync"):
        patch(os, name, steps.counted(getattr(os, name)))
    patch(atomic_write, "open", steps.open)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed(command: Callable[[Path], None], content: Path, number: int) -> bool:
    """Give a command in a process that is killed at its nth step; return whether it was."""
    child = os.fork()
    if not child:
        watched(Steps(number, die), lambda owner, name, call: setattr(owner, name, call))
        try:
            command(content)
        finally:
            os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status == -signal.SIGKILL


def steps_of(command: Callable[[Path], None], content: Path, monkeypatch) -> int:
    steps = Steps(0, die)
    with monkeypatch.context() as patching:
        watched(steps, lambda owner, name, call: patching.setattr(owner, name, call, raising=False))
        command(content)
    return steps.done


@pytest.mark.parametrize("few", [True, pytest.param(False, marks=pytest.mark.nightly)])
def test_a_command_killed_at_any_write_goes_on(tmp_path, monkeypatch, before, command, few):
    shutil.copytree(before, tmp_path / "whole")
    steps = steps_of(command, tmp_path / "whole" / "content", monkeypatch)
    old, new = state(before), state(tmp_path / "whole")
    assert old != new and steps >= 12
    chosen = {3, steps - 4, steps} if few else range(1, steps + 1)
    for number in sorted(chosen):
        folder = tmp_path / f"killed at {number}"
        content = shutil.copytree(before, folder) / "content"
        assert killed(command, content, number), f"{number} of {steps}"
        left = {name: data for name, data in state(folder).items() if "/." not in name}
        said = [line_of(problem) for problem in problems(content_folder.read(content))]
        if (content / PLAN).exists():
            assert len(said) == 1 and "was cut short" in said[0], number
        else:
            assert left in (old, new), number
        command(content)
        assert state(folder) == new, number


@pytest.mark.parametrize("few", [True, pytest.param(False, marks=pytest.mark.nightly)])
def test_a_command_that_meets_a_full_disk_goes_on(tmp_path, monkeypatch, before, command, few):
    def refuse():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    shutil.copytree(before, tmp_path / "whole")
    steps = steps_of(command, tmp_path / "whole" / "content", monkeypatch)
    old, new = state(before), state(tmp_path / "whole")
    for number in (3, steps - 4) if few else range(1, steps + 1):
        folder = tmp_path / f"full at {number}"
        content = shutil.copytree(before, folder) / "content"
        with monkeypatch.context() as patching:
            watched(
                Steps(number, refuse),
                lambda owner, name, call, to=patching: to.setattr(owner, name, call, raising=False),
            )
            try:
                command(content)
            except OSError as error:
                assert error.errno == errno.ENOSPC
        if not (content / PLAN).exists():
            assert state(folder) in (old, new), number
        if state(folder) != new:  # a refusal may come where nothing hangs on it
            command(content)
        assert state(folder) == new, number


@pytest.fixture
def half(tmp_path, monkeypatch) -> Path:
    """Give a content folder in which `baogao release` was cut short."""
    content = small_content(tmp_path)

    def cut_short(path, data):
        if path.name == "site.yml":
            raise OSError(errno.ENOSPC, "full")
        atomic_write.write_file(path, data)

    with monkeypatch.context() as patching:
        patching.setattr(write_journal, "write_file", cut_short)
        with pytest.raises(OSError, match="full"):
            release_data(content)
    return content


SAID = (
    "content/.baogao-plan.json:1: `baogao release 9.9.9 --date 2030-01-01` was cut short: "
    "2 of 3 files are written, site.yml is not (give the command again: it goes on)"
)


@pytest.mark.parametrize("command", ["build", "check"])
def test_what_is_half_is_named_and_not_built(half, tmp_path, capsys, command):
    output = ["--output", str(tmp_path / "build")] if command == "build" else []
    assert main([command, "--content", str(half), *output]) == 1
    assert capsys.readouterr().err.splitlines()[0] == SAID


def test_the_same_command_ends_well_and_says_so(half, capsys):
    release = ["release", VERSION, "--date", DAY, "--content", str(half)]
    assert main(release) == 0
    assert capsys.readouterr().out == (
        "completed: `baogao release 9.9.9 --date 2030-01-01`, which was cut short\n"
    )
    assert not (half / PLAN).exists() and problems_of(half) == []
    assert main(release) == 1  # as any release that is there


def problems_of(content: Path) -> list[str]:
    return [line_of(problem) for problem in problems(content_folder.read(content))]


def test_another_command_goes_on_first(half, capsys):
    assert main(["add", str(PAGE), "--content", str(half)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("completed: `baogao release 9.9.9") and len(said) > 3
    assert f"version: {VERSION}" in (half / "site.yml").read_text("utf-8")


def test_what_was_edited_since_is_not_overwritten(half, capsys):
    (half / "site.yml").write_text("mine\n")
    before = state(half)
    assert main(["release", VERSION, "--date", DAY, "--content", str(half)]) == 1
    assert capsys.readouterr().err == (
        "content/.baogao-plan.json: `baogao release 9.9.9 --date 2030-01-01` was cut short, and "
        "site.yml has been edited since "
        "(bring the file back, or delete the plan, and the rest is left as it is)\n"
    )
    assert state(half) == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        '{"command": 1, "files": 2}',
        '{"command": "x", "files": [{"path": "a", "before": "", "data": "%"}]}',
        "[" * 100_000,
    ],
)
def test_a_plan_that_is_none_is_a_problem_and_changes_nothing(tmp_path, text):
    content = small_content(tmp_path)
    (content / PLAN).write_text(text)
    assert problems_of(content) == [
        "content/.baogao-plan.json:1: cannot be understood (delete it, then look at what changed)"
    ]
    with pytest.raises(CutShort, match="cannot be understood"):
        write_journal.go_on(content)


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "../CITATION.cff/../x", "out/x"])
def test_a_plan_writes_into_the_content_alone(tmp_path, path):
    (tmp_path / "content").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content" / "out").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotOurs, match="leads out of"):
        FilePlan(tmp_path / "content", "x").write(path, b"x")
    (tmp_path / "content" / PLAN).write_text(
        f'{{"command": "x", "files": [{{"path": "{path}", "before": "", "data": ""}}]}}'
    )
    with pytest.raises(NotOurs, match="leads out of"):
        write_journal.go_on(tmp_path / "content")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "elsewhere"]
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_release_that_no_list_names_is_half(tmp_path):
    content = small_content(tmp_path)
    (content / "releases").mkdir()
    (content / "releases" / "0.3.0.csv").write_bytes(b"")
    assert problems_of(content) == [
        "content/releases/0.3.0.csv:1: is not listed in releases.yml (list it, or move it away)"
    ]
