"""Content of another format is refused with the way out, and `baogao migrate` brings it here,
showing every change.
"""

import os

import pytest
import yaml

from baogao.check import problems
from baogao.cli import main
from baogao.content import content_folder, format_version
from baogao.content import migrate as migrating
from baogao.content.files import write_journal
from baogao.content.files.atomic_write import write_file
from baogao.content.migrate import CannotMigrate, migrate
from baogao.content.problem_printing import line_of
from sites import small_content

OLD = (
    "# our site\ntitle: 小站\ntagline: 测试\ndescription: 两篇很短的报告。\nbase_url: ''   # none"
    " yet\nversion: 1.0.0\n"
)
DATED = OLD + "date: 2020-05-01\n"
REVIEWS = (
    "format 1 to 2: reviews/ says what people have checked, figures/ can add what the rules have"
    " missed"
)


@pytest.fixture
def folder(tmp_path):
    """Give a content folder from before formats had numbers."""
    root = small_content(tmp_path)
    (root / "site.yml").write_text(DATED, "utf-8")
    return root


def said(root) -> list[str]:
    return [line_of(problem) for problem in problems(content_folder.read(root))]


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        (
            "",
            (
                "the content is of format 0, and 2 is read here (`baogao migrate --dry-run` shows"
                " what would change, `baogao migrate` changes it)"
            ),
        ),
        (
            "format: 0\n",
            (
                "the content is of format 0, and 2 is read here (`baogao migrate --dry-run` shows"
                " what would change, `baogao migrate` changes it)"
            ),
        ),
        (
            "format: 1\n",
            (
                "the content is of format 1, and 2 is read here (`baogao migrate --dry-run` shows"
                " what would change, `baogao migrate` changes it)"
            ),
        ),
        (
            "format: 3\n",
            (
                "the content is of format 3, and no more than 2 is known here (get the baogao that"
                " wrote it; `baogao migrate` leads to newer formats only)"
            ),
        ),
        (
            "format: one\n",
            "format cannot be 'one' (the number that `baogao migrate` writes; now 2)",
        ),
        (
            "format: true\n",
            "format cannot be True (the number that `baogao migrate` writes; now 2)",
        ),
        ("format: -1\n", "format cannot be -1 (the number that `baogao migrate` writes; now 2)"),
    ],
)
def test_another_format_is_refused_and_nothing_else_is_told(folder, stated, message):
    (folder / "site.yml").write_text(stated + DATED.replace("title", "titel"), "utf-8")
    assert said(folder) == [f"content/site.yml:1: {message}"]


@pytest.mark.parametrize(
    "command", [["build"], ["check"], ["release", "9.9.9", "--date", "2026-12-01"]]
)
def test_every_command_that_reads_content_refuses_it(folder, tmp_path, capsys, command):
    where = [
        "--content",
        str(folder),
        *(["--output", str(tmp_path / "build")] if command == ["build"] else []),
    ]
    assert main([*command, *where]) == 1
    assert "baogao migrate" in capsys.readouterr().err
    assert (folder / "site.yml").read_text("utf-8") == DATED and not (folder / "releases").exists()


def test_nothing_is_added_to_content_of_another_format(folder, tmp_path, capsys):
    (tmp_path / "page.txt").write_text("政府工作报告", "utf-8")
    before = sorted(folder.rglob("*"))
    assert main(["add", str(tmp_path / "page.txt"), "--content", str(folder)]) == 1
    assert "baogao migrate" in capsys.readouterr().err and sorted(folder.rglob("*")) == before


def test_it_says_what_it_changes_and_changes_it_once(folder, capsys):
    changes = [
        (
            "format 0 to 1: site.yml states its format, and the date of the data where a release"
            " tells it"
        ),
        REVIEWS,
        "--- content/site.yml",
        "+++ content/site.yml",
        "@@ -7,0 +8 @@",
        "+format: 2",
    ]
    assert main(["migrate", "--dry-run", "--content", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [*changes, "nothing was written"]
    assert (folder / "site.yml").read_text("utf-8") == DATED
    assert main(["migrate", "--content", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [*changes, "the content is of format 2 now"]
    assert (folder / "site.yml").read_text("utf-8") == DATED + "format: 2\n"
    assert said(folder) == []
    assert main(["migrate", "--content", str(folder)]) == 0
    assert capsys.readouterr().out == "the content is of format 2, the newest: nothing to change\n"
    assert (folder / "site.yml").read_text("utf-8") == DATED + "format: 2\n"


def test_content_without_reviews_changes_its_number_alone(folder, tmp_path):
    edits = folder / "figures" / "330200" / "2020.yml"
    edits.parent.mkdir(parents=True)
    edits.write_text("# none yet\n[]\n", "utf-8")
    (folder / "site.yml").write_text("format: 1   # ours\n" + DATED, "utf-8")
    there = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert list(migrate(folder)) == [
        REVIEWS,
        "--- content/site.yml",
        "+++ content/site.yml",
        "@@ -1 +1 @@",
        "-format: 1   # ours",
        "+format: 2",
        "the content is of format 2 now",
    ]
    there[folder / "site.yml"] = ("format: 2\n" + DATED).encode()
    assert there == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert said(folder) == []


def test_a_release_tells_the_date(folder):
    (folder / "site.yml").write_text(OLD, "utf-8")
    (folder / "releases").mkdir()
    (folder / "releases" / "releases.yml").write_text(
        '- {version: 0.9.0, date: "2020-04-01"}\n- {version: 1.0.0, date: "2020-05-01"}\n', "utf-8"
    )
    list(migrate(folder))
    assert (folder / "site.yml").read_text("utf-8") == OLD + 'date: "2020-05-01"\nformat: 2\n'


@pytest.mark.parametrize(
    "text",
    [
        DATED.replace("\n", "\r\n"),
        "\ufeff" + DATED,
        DATED.rstrip("\n"),
        "format: 0\n" + DATED,
        DATED.replace("title", "format: 0   # old\ntitle"),
    ],
)
def test_all_else_in_a_file_stays(folder, text):
    path = folder / "site.yml"
    path.write_bytes(text.encode())
    path.chmod(0o640)
    before = yaml.safe_load(text)
    list(migrate(folder))
    new = path.read_bytes().decode()
    assert yaml.safe_load(new) == before | {"format": 2} and path.stat().st_mode & 0o777 == 0o640
    assert new.startswith("\ufeff") == text.startswith("\ufeff") and new.count("\r") in (
        0,
        new.count("\n"),
    )
    assert "# our site" in new and "# none yet" in new


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "content/site.yml:1: missing or no settings (is it a content folder?)"),
        ("- title\n", "content/site.yml:1: missing or no settings (is it a content folder?)"),
        ("title: [\n", "content/site.yml:2: not YAML"),
        ("{title: 小站}\n", "content/site.yml:1: cannot be given a line `format: 1`"),
        ("description: |\n  format: 0\n  and more\nformat: 0\n", None),
        (
            "format: 7\ntitle: 小站\n",
            "content/site.yml:1: the content is of format 7, and no more than 2 is known here",
        ),
        ("format: x\n", "content/site.yml:1: format cannot be 'x'"),
    ],
)
def test_what_cannot_be_brought_here_stays_as_it_is(folder, text, message):
    (folder / "site.yml").write_text(text, "utf-8")
    if message is None:
        list(migrate(folder))
        assert yaml.safe_load((folder / "site.yml").read_text("utf-8")) == {
            "description": "format: 0\nand more\n",
            "format": 2,
        }
        return
    with pytest.raises(CannotMigrate) as refused:
        list(migrate(folder))
    assert str(refused.value).startswith(message)
    assert (folder / "site.yml").read_text("utf-8") == text


def test_several_steps_follow_each_other_and_an_interrupted_one_goes_on(folder, monkeypatch):
    """The steps of the future: the second works on what the first has made."""

    def second(draft):
        draft.set("scores.yml", "first", str(draft.data("site.yml")["format"]))
        draft.set("a.yml", "second", "2")

    monkeypatch.setattr(format_version, "FORMAT", 3)
    monkeypatch.setattr(migrating, "STEPS", (*migrating.STEPS, migrating.Step(2, "more", second)))

    def refusing(path, data):
        if path.name == "site.yml":
            raise OSError("full")
        write_file(path, data)

    with monkeypatch.context() as patching:
        patching.setattr(write_journal, "write_file", refusing)
        with pytest.raises(OSError, match="full"):
            list(migrate(folder))
    assert "format" not in (folder / "site.yml").read_text("utf-8")
    assert said(folder) == [
        "content/.baogao-plan.json:1: `baogao migrate` was cut short: 2 of 3 files are written, "
        "site.yml is not (give the command again: it goes on)"
    ]
    with pytest.raises(CannotMigrate, match="was cut short"):
        list(migrate(folder, dry=True))
    assert list(migrate(folder)) == [
        "completed: `baogao migrate`, which was cut short",
        "the content is of format 3, the newest: nothing to change",
    ]
    assert (folder / "scores.yml").read_text() == "first: 2\n"
    assert yaml.safe_load((folder / "site.yml").read_text("utf-8"))["format"] == 3


def test_there_is_a_step_for_every_format():
    assert [step.origin for step in migrating.STEPS] == list(range(format_version.FORMAT))


@pytest.mark.parametrize("refusing", ["replace", "fsync"])
def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch, refusing):
    def refuse(*_):
        raise OSError("full")

    (tmp_path / "real.yml").write_bytes(b"old")
    (tmp_path / "link.yml").symlink_to(tmp_path / "real.yml")
    with monkeypatch.context() as patching:
        patching.setattr(os, refusing, refuse)
        with pytest.raises(OSError):
            write_file(tmp_path / "link.yml", b"new")
    assert (tmp_path / "real.yml").read_bytes() == b"old"
    write_file(tmp_path / "link.yml", b"new")
    assert (tmp_path / "link.yml").is_symlink() and (tmp_path / "real.yml").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yml", "real.yml"]
