"""Single figures corrected by hand: rejected or set, shown as such, and refused when they no longer
apply.
"""

from pathlib import Path

import pytest

from baogao.build import Options, build
from baogao.content.content_folder import read
from baogao.engine.progress import Progress
from baogao.reading.report_reading import as_rules_read
from sites import small_content
from test_check import said

PATH = "content/figures/330200/2020.yml"


@pytest.fixture
def folder(tmp_path) -> Path:
    return small_content(tmp_path)


def anchor(folder: Path, words: str) -> str:
    content = read(folder)
    report = next(r for r in content.reports if r.year == 2020)
    return next(
        m.anchor
        for m in as_rules_read(report, content.vocabulary).mentions
        if m.figure.text == words
    )


def write(folder: Path, text: str) -> None:
    (folder / "figures" / "330200").mkdir(parents=True)
    (folder / "figures" / "330200" / "2020.yml").write_text(text, "utf-8")


def built(folder: Path) -> tuple[str, str]:
    """Return the reader page and the figure table of the report of 2020."""
    build(Options(content=folder, output=folder.parent / "build"), Progress(quiet=True))
    there = folder.parent / "build" / "reports" / "330200" / "2020"
    return (there / "index.html").read_text("utf-8"), (there / "figures.csv").read_text("utf-8-sig")


def test_a_figure_can_be_rejected(folder):
    write(folder, f"- {{figure: {anchor(folder, '三分之一')}, reject: true, why: 只是概数}}\n")
    page, table = built(folder)
    assert "三分之一" not in table
    assert "<a id=f-" in page


def test_fields_can_be_set_and_the_page_says_so(folder):
    write(
        folder,
        f"- {{figure: {anchor(folder, '11985亿元')}, set: {{value: 1198500000001.5, label:"
        " 生产总值}, why: 依统计公报口径}\n",
    )
    page, table = built(folder)
    assert ",11985亿元,1198500000001.5,,元," in table
    assert "编者改正：依统计公报口径" in page


BROKEN = [
    (
        "- {figure: f-nowhere, reject: true, why: x}\n",
        [
            f"{PATH}:1: no figure f-nowhere (the sentence changed, or the rules no longer read a"
            " figure there: remove or renew the edit)"
        ],
    ),
    (
        "- {figure: GDP, set: {kind: level}, why: x}\n",
        [f"{PATH}:1: the rules read GDP so by themselves (remove the edit)"],
    ),
    (
        "- {figure: GDP, set: {kind: amount}, why: x}\n",
        [
            f"{PATH}:1: kind cannot be 'amount', only level, change, rank (the fields of `baogao"
            " extract`)"
        ],
    ),
    (
        "- {figure: GDP, set: {value: viel}, why: x}\n",
        [f"{PATH}:1: value is not a number: 'viel' (the fields of `baogao extract`)"],
    ),
    (
        "- {figure: GDP, set: {colour: red}, why: x}\n",
        [f"{PATH}:1: a figure has no field 'colour' (the fields of `baogao extract`)"],
    ),
    (
        "- {figure: GDP, set: {indicator: happiness}, why: x}\n",
        [f"{PATH}:1: unknown indicator 'happiness' (an id of content/vocabulary/indicators.yml)"],
    ),
    (
        "- {figure: GDP, why: x}\n",
        [
            f"{PATH}:1: an edit either rejects or sets fields (reject: true, or set: {{label: …}};"
            " record: 1 for a second record)"
        ],
    ),
    (
        "- {figure: GDP, reject: true}\n",
        [
            f"{PATH}:1: an edit lacks figure or why (figure: its anchor, as f-7k2m9qxa; why: what a"
            " reader sees)"
        ],
    ),
]


@pytest.mark.parametrize(("text", "messages"), BROKEN)
def test_edits_that_do_not_apply_are_named(folder, text, messages):
    gdp = anchor(folder, "11985亿元")
    write(folder, text.replace("GDP", gdp))
    assert said(folder) == [message.replace("GDP", gdp) for message in messages]


def test_an_edit_beside_no_report_is_named(folder):
    write(folder, "[]\n")
    (folder / "figures/330200/2020.yml").rename(folder / "figures/330200/1999.yml")
    assert said(folder) == [
        "content/figures/330200/1999.yml:1: belongs to no report that can be read "
        "(it is called as its report: <area code>/<year>.yml)"
    ]
