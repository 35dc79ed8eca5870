"""A small site from two short reports: its data to the letter, its pages as skeletons.

A missing expected file is written where a person runs the tests, never in CI; look at it before
committing.
"""

import os
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sites import build_here, small_content, warm_cache

HERE = Path(__file__).parent
EXPECTED = HERE / "golden" / "expected"
DATA = [
    "reports/330200/2019/figures.csv",
    "reports/330200/2020/figures.csv",
    "data/observations.csv",
    "data/targets.csv",
    "sitemap.xml",
    "robots.txt",
]
PAGES = [
    "index.html",
    "reports/330200/2019/index.html",
    "areas/330200/index.html",
    "indicators/gdp/index.html",
    "corrections/index.html",
    "404.html",
]
SHOWN = ("id", "href", "class")


class Skeleton(HTMLParser):
    """Collects the elements that readers and links hold on to, one a line."""

    def __init__(self):
        super().__init__()
        self.lines: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag, attributes):
        if tag in ("svg", "style"):
            self.inside = tag
            self.lines.append(tag)
        kept = [f'{name}="{value}"' for name, value in attributes if name in SHOWN]
        if not self.inside and (kept or tag in ("h1", "h2", "h3")):
            self.lines.append(" ".join([tag, *kept]))

    def handle_endtag(self, tag):
        self.inside = "" if tag == self.inside else self.inside

    def handle_data(self, data):
        if data.strip() and not self.inside:
            self.lines.append(f"  {data.strip()}")


@pytest.fixture(scope="module")
def golden(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    cache = warm_cache(folder / "cache")
    return build_here(small_content(folder), folder / "build", cache=cache)


def compare(name: str, got: str) -> None:
    expected = EXPECTED / name
    if not expected.exists() and not os.environ.get("CI"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(got, "utf-8")
    assert got == expected.read_text("utf-8")


@pytest.mark.parametrize("name", DATA)
def test_data(golden, name):
    compare(
        name.replace("/", "-"),
        (golden / name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n"),
    )


@pytest.mark.parametrize("name", PAGES)
def test_page_skeleton(golden, name):
    skeleton = Skeleton()
    skeleton.feed((golden / name).read_text("utf-8"))
    compare(name.replace("/", "-") + ".txt", "\n".join(skeleton.lines) + "\n")


def test_markup_in_a_report_is_shown_as_text(golden):
    html = (golden / "reports/330200/2019/index.html").read_text("utf-8")
    assert "&lt;b&gt;压减&lt;/b&gt;" in html and "<b>压减" not in html


def test_the_same_input_gives_the_same_bytes(golden, tmp_path):
    build_here(small_content(tmp_path), tmp_path / "build")
    files = {
        path.relative_to(golden): path.read_bytes() for path in golden.rglob("*") if path.is_file()
    }
    again = {
        path.relative_to(tmp_path / "build"): path.read_bytes()
        for path in (tmp_path / "build").rglob("*")
        if path.is_file()
    }
    assert files == again
