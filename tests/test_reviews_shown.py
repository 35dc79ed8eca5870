"""Readers see what a person has checked, and what was found: on pages, in tables, in the curve."""

import csv
import json
from pathlib import Path

import pytest

from baogao.build import Options, build
from baogao.content.measured_certainty import CertaintyPoint
from baogao.corpus.whole_reviews import points
from baogao.downloads.data_diff import differences
from baogao.engine.progress import Progress
from baogao.engine.site_parts import CHARTS, SEARCH
from baogao.reading.review_counts import review_counts
from baogao.records import Checked, ReviewCount
from interface import STRINGS
from sites import small_content
from test_reviews import mention, reading, review, write

REPORT = "reports/330200/2020/"
SAID = STRINGS["report"]["reviewed"]


class Site:
    """A small site of which a person checks figures."""

    def __init__(self, folder: Path):
        self.content, self.output = small_content(folder), folder / "build"
        self.cache = folder / "cache"
        (self.content / "pages" / "methods.md").write_text(
            "# 方法\n\n核对。\n\n[reviews]\n", "utf-8"
        )
        self.build()

    def build(self) -> None:
        places = {"content": self.content, "output": self.output, "cache": self.cache}
        build(Options(**places, jobs=1, without=frozenset([CHARTS, SEARCH])), Progress(quiet=True))

    def text(self, name: str) -> str:
        return (self.output / name).read_text("utf-8-sig")

    def rows(self, name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(self.text(name).splitlines()))

    def check(self, *texts: str) -> set[str]:
        """Let a person find these figures right, and build; return the files that changed."""
        write(self.content, "".join(review(mention(self.content, text)) for text in texts))
        before = self.files()
        self.build()
        return {name for name, data in self.files().items() if data != before.get(name)}

    def files(self) -> dict[str, bytes]:
        paths = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Site:
    return Site(tmp_path_factory.mktemp("reviewed"))


def test_where_nobody_has_checked_that_is_said(site):
    assert SAID["none"] in site.text(f"{REPORT}index.html")
    assert STRINGS["reviews"]["none"] in site.text("methods/index.html")
    assert {row["reviewed"] for row in site.rows("data/figures.csv")} == {""}
    assert site.rows("data/reviews.csv") == []


def test_a_review_makes_anew_what_tells_of_it_and_nothing_else(site):
    before = site.rows("data/figures.csv")
    changed = site.check("6.8%", "三分之一")
    assert differences(before, site.rows("data/figures.csv")) == ()  # no correction of the data
    pages = {"index.html", "figures.csv", "figures.json"}
    assert {name for name in changed if not name.startswith(("data/", "en/data/"))} == {
        *(folder + "methods/index.html" for folder in ("", "en/")),
        *(REPORT + name for name in pages),
        f"en/{REPORT}index.html",
    }
    assert not {"data/observations.csv", "data/targets.csv"} & changed
    figures = site.rows(f"{REPORT}figures.csv")
    assert [row["text"] for row in figures if row["reviewed"] == "true"] == ["6.8%", "三分之一"]
    data = json.loads(site.text(f"{REPORT}figures.json"))
    assert [figure.get("reviewed") for figure in data["figures"]].count(True) == 2
    assert SAID["some"].format(figures=6, checked=2, share=33) in site.text(f"{REPORT}index.html")
    by_report = {row["report"]: row["reviewed"] for row in site.rows("data/reports.csv")}
    assert by_report == {"330200/2019": "0", "330200/2020": "2"}
    found = {
        row["certainty"]: (row["checked"], row["right"]) for row in site.rows("data/reviews.csv")
    }
    assert found == {"high": ("1", "1"), "medium": ("1", "1")}
    assert site.text("methods/index.html").count("100.0%") == 2


def test_the_whole_report_checked_is_said(site):
    site.check(*(one.figure.text for one in reading(site.content).mentions))
    assert SAID["all"] in site.text(f"{REPORT}index.html")


# --- counts ---------------------------------------------------------------------------------------


def test_what_was_found_is_counted_by_how_surely_it_was_read(tmp_path):
    read = reading(small_content(tmp_path)).mentions
    outcomes = ("right", "mended", "rejected")
    checked = [
        Checked(one.anchor, one.nth, outcome, one.figure.certainty)
        for one, outcome in zip(read, outcomes, strict=False)
    ]
    counts = review_counts(read, [*checked, Checked("f-missed22", 0, "added", "")])
    assert [one.against for one in counts[:-1]] == sorted({one.against for one in counts[:-1]})
    assert (counts[0].certainty, counts[0].against) == ("high", 0)
    assert sum(one.figures for one in counts) == len(read)
    sums = [sum(getattr(one, name) for one in counts) for name in ("right", "wrong", "rejected")]
    assert sums == [1, 1, 1] and sum(one.checked for one in counts) == 3
    assert counts[-1] == ReviewCount("unread", 0, missed=1)


def test_single_corrections_do_not_tell_how_many_are_wrong(tmp_path):
    read = reading(small_content(tmp_path)).mentions
    assert review_counts(read, [Checked(read[0].anchor, 0, "rejected", "high")]) == ()


def test_the_curve_has_only_reports_that_were_checked_whole():
    whole = (ReviewCount("high", 0, 9, 9), ReviewCount("low", 3, 3, 1, 1, 1))
    more = (ReviewCount("high", 0, 5, 4, 1), ReviewCount("unread", 0, missed=2))
    begun = (ReviewCount("high", 0, 100, 1), ReviewCount("medium", 1, 10, 0, 10))
    assert points([whole, more, begun]) == (
        CertaintyPoint("reviewed", "high", 0, 14, 1),
        CertaintyPoint("reviewed", "low", 3, 3, 2),
    )
    assert points([begun]) == ()
