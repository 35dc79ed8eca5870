"""What was made is what it was made from, whatever is edited while it is made."""

import hashlib
import json
import os
import pickle
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import meanwhile
from baogao.build import Options, build
from baogao.charts import vega_to_svg
from baogao.content import content_folder
from baogao.content.files import own_files_read_once
from baogao.content.files.own_files_read_once import CodeChanged
from baogao.content.problem_printing import line_of
from baogao.content.site_settings import Site
from baogao.engine import workers
from baogao.engine.progress import Progress
from baogao.pages.rendering import Renderer
from test_golden import small_content
from test_incremental import files, small

ROOT = Path(__file__).resolve().parents[1]
CHANGED = "the code changed while the site was made: build again\n"
# A change of each sort of file, and back again.
OWN = [
    ("templates/base.html", "</body>", "<p>new</p></body>"),
    ("static/site.css", "body {", "body { --new: 1;"),
    ("static/theme.js", "(", "/* new */("),
    ("strings/zh.yml", "政府工作报告", "政府新工作报告"),
    ("examples/table.py", "import ", "import sys, "),
    ("dictionary.yml", "zh: 数字\n", "zh: 新数字\n"),
    ("licences.yml", "本站", "新本站"),
]


def change(folder: Path) -> list[list[str]]:
    return [[str(folder / "site_src" / name), old, new] for name, old, new in OWN]


def back(edits: list[list[str]]) -> list[list[str]]:
    return [[name, new, old] for name, old, new in edits]


def run(folder: Path, edits=None, output: str = "build", cache: str = ".cache"):
    """Build the site of a checkout with its own code, editing files meanwhile."""
    return subprocess.run(
        [
            sys.executable,
            meanwhile.__file__,
            json.dumps(edits or {}),
            "build",
            "--quiet",
            "--jobs",
            "2",
            "--without",
            "charts,search",
            "--output",
            folder / output,
            "--cache",
            folder / cache,
        ],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(folder / "site_src")},
    )


def built(
    folder: Path, edits=None, output: str = "build", cache: str = ".cache"
) -> dict[str, bytes]:
    """Return the files of the site that such a build makes."""
    done = run(folder, edits, output, cache)
    assert (done.returncode, done.stderr) == (0, "")
    return files(folder / output)


def unlike(mine: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in mine.keys() | other.keys() if mine.get(name) != other.get(name))


def inputs(site: dict[str, bytes]) -> str:
    return json.loads(site["data/version.json"])["inputs"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """Give a checkout with a small content, a page of which shows the licences, and its site."""
    folder = tmp_path_factory.mktemp("whole")
    aside = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "site_src", folder / "site_src", ignore=aside)
    shutil.copytree(ROOT / "scripts" / "locks", folder / "scripts" / "locks")
    (small(folder) / "pages" / "about.md").write_text("# 关于\n\n[licences]\n", "utf-8")
    built(folder)
    return folder


@pytest.fixture
def copied(whole, tmp_path) -> Path:
    """Give a checkout to edit, with its site."""
    return shutil.copytree(whole, tmp_path / "checkout")


@pytest.mark.parametrize(
    "moments",
    [
        ("before the content is read", "when the words were loaded"),
        ("before the parts are made", "when the parts were made"),
    ],
)
def test_what_changes_and_changes_back_leaves_no_trace(copied, moments):
    wanted, (first, last) = files(copied / "build"), moments
    shutil.rmtree(copied / "build")
    assert unlike(built(copied, {first: change(copied), last: back(change(copied))}), wanted) == []
    assert unlike(built(copied), wanted) == []


def amended(folder: Path) -> list[list[str]]:
    """Return an edit of every sort of content: a report, its source, words, a correction, pages."""
    root = folder / "content"
    source, report = root / "sources" / "2020.txt", root / "reports" / "330200" / "2020.md"
    old, new = "增长6.8%", "增长5.8%"
    before = source.read_bytes()
    after = before.replace(old.encode(), new.encode())
    digests = [hashlib.sha256(data).hexdigest() for data in (before, after)]
    return [
        [str(report), old, new],
        [str(source), old, new],
        [str(root / "sources" / "sources.yml"), *digests],
        [str(root / "vocabulary" / "topics.yml"), "zh: ", "zh: 新"],
        [str(root / "corrections" / "330200" / "2019.yml"), "顿号脱落", "新的理由"],
        [str(root / "pages" / "about.md"), "关于", "新的关于"],
        [str(root / "site.yml"), "title: ", "title: 新"],
    ]


def test_content_that_is_edited_when_it_was_read_belongs_to_the_next_build(copied):
    before = files(copied / "build")
    shutil.rmtree(copied / "build")
    mine = built(copied, {"when the content was read": amended(copied)})
    assert inputs(mine) == inputs(before) and unlike(mine, before) == []
    after = built(copied, None, "clean", "another cache")
    assert inputs(after) != inputs(before) and unlike(built(copied), after) == []


def test_code_that_changes_meanwhile_ends_the_build_and_nothing_is_kept(copied):
    before, kept = files(copied / "build"), files(copied / ".cache" / "sites")
    meanwhile.edit(str(copied / "content" / "site.yml"), "title: ", "title: 新")
    code = str(copied / "site_src" / "baogao" / "content" / "decimal_text.py")
    done = run(copied, {"before the parts are made": [[code, '"""', '# new\n"""']]})
    assert (
        done.stderr == CHANGED + "not built; the last site is as it was\n" and done.returncode == 1
    )
    assert unlike(files(copied / "build"), before) == []
    assert files(copied / ".cache" / "sites") == kept


@pytest.mark.parametrize(
    "name",
    [
        "site_src/baogao/content/decimal_text.py",
        "site_src/baogao/pages/new.py",
        "site_src/dictionary.yml",
        "site_src/licences.yml",
        "scripts/locks/run.txt",
    ],
)
def test_what_belongs_to_the_code_is_known(copied, monkeypatch, name):
    monkeypatch.setattr(own_files_read_once, "SITE_SRC", copied / "site_src")
    own_files_read_once.require_unchanged_code()
    with (copied / name).open("a", encoding="utf-8") as file:
        file.write("# new\n")
    with pytest.raises(CodeChanged):
        own_files_read_once.require_unchanged_code()


@pytest.fixture
def other_code(copied, monkeypatch) -> Options:
    """Let the code on the disk not be the one that was imported; give what to build there."""
    (copied / "site_src" / "baogao" / "new.py").touch()
    monkeypatch.setattr(own_files_read_once, "SITE_SRC", copied / "site_src")
    return Options(
        copied / "content",
        copied / "other",
        cache=copied / "another cache",
        jobs=1,
        without=frozenset({"charts", "search", "downloads"}),
    )


def test_code_that_changed_while_it_was_imported_makes_nothing(other_code):
    own_files_read_once.require_imported_code.cache_clear()
    with pytest.raises(CodeChanged):
        build(other_code, Progress(quiet=True))
    assert not other_code.cache.exists() and not other_code.output.exists()


def test_what_the_preview_has_imported_counts_until_it_begins_anew(other_code, monkeypatch):
    monkeypatch.setattr(
        own_files_read_once, "require_imported_code", lambda: None
    )  # as it was found when the preview began
    address = "http://127.0.0.1:5500/"
    preview = replace(other_code, livereload=5500, base_url=address)
    assert build(preview, Progress(quiet=True))[0] > 20
    with pytest.raises(CodeChanged):
        build(other_code, Progress(quiet=True))


def same(shared: object, item: object) -> object:
    return item


def test_a_process_with_other_code_does_no_work(monkeypatch):
    monkeypatch.setattr(vega_to_svg, "_threads_begun", ["a library"])  # processes begin anew
    assert list(workers.run_each(same, None, ["one", "two"], jobs=2)) == ["one", "two"]
    monkeypatch.setattr(workers, "code_fingerprint", lambda: "of yesterday")
    with pytest.raises(CodeChanged, match="another process has other code"):
        list(workers.run_each(same, None, ["one", "two"], jobs=2))


def test_what_was_taken_goes_with_the_renderer():
    own = own_files_read_once.Files(
        {
            "templates/404.html": b"{{ t.word }}",
            "strings/zh.yml": b"word: one\npunctuation: {marks: {}}",
        }
    )
    there = pickle.loads(pickle.dumps(Renderer(Site("", "", "", "", ""), own)))
    assert there.assets == own
    assert there.environment.get_template("404.html").render(t=there.strings) == "one"


def test_a_file_that_is_read_twice_and_changes_between_is_a_mistake(tmp_path, monkeypatch):
    root, given = small_content(tmp_path), Path.read_bytes

    def edited(path: Path) -> bytes:
        data = given(path)
        if path.name == "indicators.yml":
            path.write_bytes(data + b"# edited\n")
        return data

    monkeypatch.setattr(Path, "read_bytes", edited)
    told = [line_of(problem) for problem in content_folder.read(root).problems]
    assert told == ["content/vocabulary/indicators.yml:1: changed while it was read (build again)"]


def test_content_that_nothing_reads_does_not_count(tmp_path):
    root = small_content(tmp_path)
    held = content_folder.read(root).held
    (root / "sources" / "unlisted.txt").write_text("不在名单里\n", "utf-8")
    (root / "vocabulary" / "mine.yml").write_text("- {}\n", "utf-8")
    assert content_folder.read(root).held == held
    assert {
        "content/site.yml",
        "content/vocabulary/areas.csv",
        "content/reports/330200/2020.md",
    } <= held.keys()
    for name, known in held.items():
        assert hashlib.sha256((root.parent / name).read_bytes()).hexdigest() == known


def test_every_file_that_builds_counts():
    known = {
        f"site_src/{path}"
        for path in (*own_files_read_once.take_templates().held, *own_files_read_once.CODE.held)
    }
    made = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "site_src").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    of_others = ("site_src/starter/", "site_src/review/")  # of `init`, and of `serve`
    others = {path for path in made if path.startswith(of_others)}
    assert made - known - others == {"site_src/reader.png"}  # shown by the README alone
