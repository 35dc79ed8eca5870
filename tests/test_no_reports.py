"""A site without any report says so, and everything that looks for reports finds none."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from baogao.build import Options, build
from baogao.engine.progress import Progress
from interface import STRINGS
from sites import small_content, warm_cache

SAID = STRINGS["site"]["empty"]
LISTS = (
    "",
    "reports/",
    "areas/",
    "indicators/",
    "targets/",
    "terms/",
    "search/",
    "data/",
    "coverage/",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """Give a folder with content without a report, and its site."""
    folder = tmp_path_factory.mktemp("empty")
    content = small_content(folder)
    for name in ("reports", "corrections"):
        shutil.rmtree(content / name)
    for source in (content / "sources").iterdir():
        source.write_text("", "utf-8") if source.suffix == ".yml" else source.unlink()
    made(folder)
    return folder


def made(folder: Path) -> None:
    cache = warm_cache(folder / "cache")
    build(Options(folder / "content", folder / "build", cache=cache, jobs=1), Progress(quiet=True))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_that_there_is_no_report(place, name):
    assert SAID in (place / "build" / name / "index.html").read_text("utf-8")


def test_the_downloads_are_tables_without_a_row(place):
    data = place / "build" / "data"
    for name in ("figures", "observations", "targets", "reports"):
        text = (data / f"{name}.csv").read_text("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(text)))) == 1
    assert (data / "baogao.zip").exists() and (data / "baogao.sqlite").exists()


def test_the_search_finds_nothing_and_says_so(page, serve_folder, place):
    page.goto(serve_folder(place / "build", "/") + "search/?q=示例市")
    expect(page.locator("#status")).to_have_text(STRINGS["search"]["words"]["nothing"])
    expect(page.locator("main > .note").first).to_have_text(SAID)


def test_with_the_first_report_no_page_says_it_any_more(place, tmp_path):
    folder = shutil.copytree(place, tmp_path / "place")
    shutil.rmtree(folder / "content")
    small_content(folder)
    made(folder)
    pages = (folder / "build").rglob("*.html")
    assert not [path for path in pages if SAID in path.read_text("utf-8")]
