"""Single figures corrected by hand: rejected or set, shown as such, and refused when they no longer
apply.
"""

from pathlib import Path

import pytest

from baogao.content.content_folder import read
from baogao.reading.figure_places import places
from baogao.reading.report_reading import as_rules_read
from sites import build_here, small_content
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
    site = build_here(folder, folder.parent / "build", without=frozenset({"charts", "search"}))
    there = site / "reports" / "330200" / "2020"
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


def missed(folder: Path, words: str) -> str:
    """Return the anchor of a number that the rules read no figure in."""
    content = read(folder)
    report = next(r for r in content.reports if r.year == 2020)
    there = places(report, as_rules_read(report, content.vocabulary).blocks)
    start = report.text.rindex(words)
    return there.anchor_of(start, start + len(words))


def test_a_figure_that_the_rules_missed_is_a_figure_like_all_others(folder):
    """第十五届: a number that no rule takes for a figure."""
    own = missed(folder, "十五届")
    write(
        folder,
        f"- {{figure: {own}, add: {{text: 第十五届, value: 15, unit: 届, label: 届数"
        ", period: '2020', indicator: gdp}, why: 规则漏读}\n",
    )
    assert said(folder) == []
    page, table = built(folder)
    assert f"<a id={own} " in page and "编者改正：规则漏读" in page
    assert ",第十五届,15,,届," in table


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
            f"{PATH}:1: an edit rejects a figure, sets fields of it, or adds it (reject: true, set:"
            " {label: …}, or add: {text: as printed, value: …}; record: 1 for a second record)"
        ],
    ),
    (
        "- {figure: GDP, reject: true, add: {text: 11985亿元, value: 1}, why: x}\n",
        [
            f"{PATH}:1: an edit rejects a figure, sets fields of it, or adds it (reject: true, set:"
            " {label: …}, or add: {text: as printed, value: …}; record: 1 for a second record)"
        ],
    ),
    (
        "- {figure: GDP, set: {label: 生产总值}, why: x}\n- {figure: GDP, reject: true, why: x}\n",
        [f"{PATH}:2: a second edit of GDP (the first is in line 1: one row a figure)"],
    ),
    (
        "- {figure: GDP, add: {text: 11985亿元, value: 1}, why: x}\n",
        [
            f"{PATH}:1: the rules read a figure GDP by themselves (remove the edit, or let it set"
            " fields)"
        ],
    ),
    (
        "- {figure: GDP, record: 1, add: {text: 12亿元, value: 1}, why: x}\n",
        [
            f"{PATH}:1: no number GDP, record 1 in the words '12亿元' (the sentence changed: remove"
            " or renew the edit)"
        ],
    ),
    (
        "- {figure: GDP, record: 1, add: {value: 1}, why: x}\n",
        [
            f"{PATH}:1: a figure that is added lacks text or value (add: {{text: 6.8%, value: 6.8,"
            " unit: '%', label: …})"
        ],
    ),
    (
        "- {figure: GDP, record: 1, add: {text: 11985亿元, value: 1, unit: 元, tone: x}, why: x}\n",
        [f"{PATH}:1: a figure has no field 'tone' (the fields of `baogao extract`)"],
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
