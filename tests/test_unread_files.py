"""Nothing of the content is silently not read: what nothing reads is named, with its right name."""

import shutil
from functools import partial
from pathlib import Path
from unicodedata import normalize

import pytest

from baogao import check
from baogao.content import content_folder
from baogao.content.files import unread_files
from baogao.content.files.recorded_folder import is_passed_over, lies_aside
from baogao.content.problem_printing import line_of
from sites import small_content

REPORT = "reports/330200/2020.md"


def said(folder: Path) -> list[str]:
    return [line_of(problem) for problem in check.problems(content_folder.read(folder))]


def laid(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("- {}\n", "utf-8")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("reports/330200/2021.MD", "call it content/reports/330200/2021.md"),
        ("reports/330200/2021.markdown", "call it content/reports/330200/2021.md"),
        ("Reports/330200/2021.md", "call it content/reports/330200/2021.md"),
        ("330200/2021.md", "call it content/reports/330200/2021.md"),
        ("reports/old/330200/2021.md", "call it content/reports/330200/2021.md"),
        ("reports/２０２１/2021.txt", "a report is reports/<area code>/<year>.md"),
        ("reports/2021.md", "a report is reports/<area code>/<year>.md"),
        ("corrections/330200/2021.yaml", "call it content/corrections/330200/2021.yml"),
        ("figures/330200/2019.YML", "call it content/figures/330200/2019.yml"),
        ("330200/2021.yml", "it belongs into corrections/, figures/ or reviews/<area code>/"),
        ("pages/More.markdown", "call it content/pages/more.md"),
        ("site.yaml", "content/site.yml is: put there what it says, or move it away"),
        (
            "vocabulary/indicator.yml",
            "content/vocabulary/indicators.yml is: put there what it says, or move it away",
        ),
        (
            "glossary.yaml",
            "content/vocabulary/glossary.yml is: put there what it says, or move it away",
        ),
        ("sources/2021.txt", "list it in sources.yml, or let `baogao add` do it"),
        ("sources/2021/2021.txt", "list it in sources.yml, or let `baogao add` do it"),
        ("notes.txt", "nothing is read from this place: move it out of the content"),
        ("releases/extra.csv", "nothing is read from this place: move it out of the content"),
    ],
)
def test_a_file_that_nothing_reads_is_named(tmp_path, name, hint):
    folder = small_content(tmp_path)
    laid(folder, name)
    assert said(folder) == [f"content/{name}:1: is not read ({hint})"]


@pytest.mark.parametrize(
    "name",
    [
        "reports/330200/.#2020.md",
        "reports/330200/._2020.md",
        "reports/330200/2020.md~",
        "reports/330200/#2020.md#",
        ".git/HEAD",
        "pages/.about.md.swp",
        "sources/~$2020.docx",
        "Thumbs.db",
        "README.md",
        "reports/README.md",
        "vocabulary/areas.README.md",
    ],
)
def test_what_is_no_content_is_passed_over(tmp_path, name):
    folder = small_content(tmp_path)
    laid(folder, name)
    assert said(folder) == []


def test_a_lock_file_that_leads_nowhere_is_passed_over(tmp_path):
    """Emacs locks a file that is edited with a link of that sort."""
    folder = small_content(tmp_path)
    (folder / "reports" / "330200" / ".#2020.md").symlink_to("somebody@somewhere.1:2")
    assert said(folder) == []


@pytest.mark.parametrize("kind", ["corrections", "figures", "reviews"])
def test_what_belongs_to_no_report_is_named(tmp_path, kind):
    folder = small_content(tmp_path)
    laid(folder, f"{kind}/330200/2031.yml")
    assert said(folder) == [
        f"content/{kind}/330200/2031.yml:1: belongs to no report that can be read "
        "(it is called as its report: <area code>/<year>.yml)"
    ]


@pytest.mark.parametrize("name", ["about", "methods"])
def test_a_page_that_every_page_leads_to_is_needed(tmp_path, name):
    folder = small_content(tmp_path)
    (folder / "pages" / f"{name}.md").unlink()
    assert said(folder) == [
        f"content/pages/{name}.md:1: missing "
        "(every page leads to it: bring it back, or take that of `baogao init`)"
    ]


def test_a_page_of_another_suffix_is_told_beside_the_one_that_is_missing(tmp_path):
    folder = small_content(tmp_path)
    (folder / "pages" / "about.md").rename(folder / "pages" / "about.MD")
    assert said(folder)[1:] == [
        "content/pages/about.MD:1: is not read (call it content/pages/about.md)"
    ]


@pytest.mark.parametrize("listed", ["NFC", "NFD"])
@pytest.mark.parametrize("named", ["NFC", "NFD"])
@pytest.mark.parametrize("lies", ["NFC", "NFD"])
def test_a_name_is_one_however_its_accents_are_spelt(tmp_path, lies, named, listed):
    folder, name = small_content(tmp_path), "café 2020.txt"
    (folder / "sources" / "2020.txt").rename(folder / "sources" / normalize(lies, name))
    for file, form in (("sources/sources.yml", listed), (REPORT, named)):
        text = (folder / file).read_text("utf-8")
        (folder / file).write_text(text.replace("2020.txt", normalize(form, name)), "utf-8")
    assert said(folder) == []
    read = content_folder.read(folder)
    assert f"content/sources/{normalize('NFC', name)}" in read.held


def test_what_is_read_is_what_the_readers_read(tmp_path):
    """The table of places says of no file that it is read which no reader opens."""
    folder = small_content(tmp_path)
    shutil.rmtree(folder / "vocabulary")
    read = {name.removeprefix("content/") for name in content_folder.read(folder).held}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {name for name in there if unread_files.is_read(name, {"2019.txt", "2020.txt"})} == read


def test_the_preview_does_not_build_for_an_editors_files(tmp_path):
    ignored = partial(lies_aside, root=tmp_path)
    assert all(map(is_passed_over, (".#2020.md", "._2020.md", ".swp", "2020.md~", "#2020.md#")))
    assert ignored(str(tmp_path / "reports" / "330200" / ".#2020.md"))
    assert ignored(str(tmp_path / ".git" / "index"))
    assert not ignored(str(tmp_path / "reports" / "330200" / "2020.md"))
