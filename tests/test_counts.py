"""One count, one name: every page that says how many targets there are says the same."""

import csv
import re
from html import unescape

import pytest

from interface import STRINGS

CARD = re.compile(r'<a href="?[^">]*?(\d{6})/(\d{4})/"?><strong>(.*?)</a>', re.S)
SAID = re.compile(r"(\d+) 个目标数字，其中 (\d+) 项对应到指标")
# They quote reports, tell verdicts, or are what people put to the search.
ABOUT_WORDS = ("reasons", "targets", "findings", "search.words.question")


def rows(site, name):
    with (site / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def counted(site) -> dict[str, tuple[int, int]]:
    """Targets of each report by its files: figures, and rows of the table of targets."""
    figures = rows(site, "data/figures.csv")
    targets = rows(site, "data/targets.csv")
    return {
        report["report"]: (
            sum(f["report"] == report["report"] and f["status"] == "target" for f in figures),
            sum(t["target_report"] == report["report"] for t in targets),
        )
        for report in rows(site, "data/reports.csv")
    }


def pages_of(site, report):
    """Yield what the pages say that tell of one report's targets."""
    area, year = report.split("/")
    yield (site / f"reports/{report}/index.html").read_text("utf-8")
    for page in ("reports", f"areas/{area}"):
        html = (site / page / "index.html").read_text("utf-8")
        yield "".join(card for *key, card in CARD.findall(html) if key == [area, year])
    if (target := site / f"targets/{report}/index.html").exists():
        yield target.read_text("utf-8")


def test_every_page_says_the_same_of_a_report(site, counted):
    for report, wanted in counted.items():
        for html in pages_of(site, report):
            said = {tuple(map(int, found)) for found in SAID.findall(unescape(html))}
            assert said == {wanted}, (report, html[:80])


def test_the_page_of_all_targets_adds_them_up(site, counted):
    html = (site / "targets/index.html").read_text("utf-8")
    assert [tuple(map(int, found)) for found in SAID.findall(html)] == [
        tuple(map(sum, zip(*counted.values(), strict=True)))
    ]


def test_the_rows_of_an_areas_targets_are_as_many_as_it_says(site):
    for page in site.glob("targets/[0-9]*/*/index.html"):
        html = page.read_text("utf-8")
        said = re.search(r"(\d+) 项目标对应到指标", html)
        assert int(said[1]) == len(re.findall("<td><span class=state ", html)), page


def test_a_legend_counts_the_figures_of_its_report(site, counted):
    for report, (targets, _) in counted.items():
        html = (site / f"reports/{report}/index.html").read_text("utf-8")
        assert f"目标</span> <small>{targets}</small>" in html, report


def words(said, at=""):
    if isinstance(said, dict):
        for key, inner in said.items():
            yield from words(inner, f"{at}.{key}" if at else str(key))
    elif isinstance(said, list):
        for inner in said:
            yield from words(inner, at)
    else:
        yield at, str(said)


def test_what_is_stated_is_called_reported_and_never_reached():
    about = [
        (at, text)
        for at, text in words(STRINGS)
        if not at.startswith(ABOUT_WORDS) and re.search("已达到|达到多少|承诺(?!做什么)", text)
    ]
    assert not about
