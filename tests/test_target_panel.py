"""The target panel: which rows there are, what stands in them by which rule, and its files."""

import csv
from decimal import Decimal

import pandas
import pytest

from baogao.content.data_dictionary import tables
from baogao.corpus.join import corpus
from baogao.corpus.panel_distances import distance
from baogao.corpus.reading_result import ReadingResult
from baogao.downloads.panel_rows import panel_rows
from baogao.downloads.stata_files import label
from baogao.reading.report_reading import as_rules_read
from baogao.records import Excerpt, Report
from own_content import own_content

CONTENT = own_content()
WORDS = CONTENT.vocabulary
HEADLINE = [one.id for one in WORDS.headline]


def report(
    area: str,
    year: int,
    review: str,
    plan: str,
    is_excerpt: bool = False,
    in_december: bool = False,
) -> ReadingResult:
    """Return a report for a year that was read: what it looks back on and what it plans."""
    place = WORDS.areas[area]
    before = year - 1
    parts = (f"## 一、{before}年工作回顾\n\n{review}\n", f"## 二、{year}年工作安排\n\n{plan}\n")
    made = Report(
        path="content/reports/a.md",
        text="\n".join(parts),
        body=0,
        title=f"{year}年{place.name}政府工作报告",
        area=area,
        area_name=place.name,
        area_level=place.level,
        year=before if in_december else year,
        reviews=(before,),
        plans=(year,),
        source=Excerpt("a.txt", "", ""),
        excerpt=is_excerpt,
    )
    return ReadingResult(as_rules_read(made, WORDS), (), ())


def rows(*read: ReadingResult) -> dict[tuple[str, int, str], dict]:
    """Return the rows of the panel by area, year and indicator, each there once."""
    whole = corpus(CONTENT, read)
    found = [row for area in whole.areas() for row in panel_rows(whole, area.code)]
    by_key = {(row["area"], row["year"], row["indicator"]): row for row in found}
    assert len(by_key) == len(found)
    return by_key


def row(plan: str, indicator: str = "gdp", review: str = "一年来稳步前行。") -> dict:
    """Return the row of an indicator of the only report there is."""
    return rows(report("330200", 2021, review, plan))["330200", 2021, indicator]


def shown(row: dict, *names: str) -> tuple:
    return tuple(row[name] for name in names)


# --- which rows there are -------------------------------------------------------------------------


def test_every_year_from_the_first_to_the_last_report_has_every_headline_indicator():
    found = rows(
        report("330200", 2018, "", "地区生产总值增长7%。"),
        report("330200", 2021, "", "地区生产总值增长6%。"),
        report("330600", 2020, "", "地区生产总值增长6%。"),
    )
    assert list(found) == [
        (area, year, id)
        for area, years in (("330200", range(2018, 2022)), ("330600", (2020,)))
        for year in years
        for id in HEADLINE
    ]
    gap = found["330200", 2019, "gdp"]
    assert shown(gap, "absent", "report", "quote", "figure", "low", "state") == (
        "no_report",
        "",
        "",
        "",
        None,
        "",
    )


@pytest.mark.parametrize(
    ("plan", "indicator", "absent", "quote"),
    [
        ("地区生产总值增长7%。", "gdp", "", "地区生产总值增长7%。"),
        ("经济平稳运行，做强县域经济增长点。", "gdp", "not_mentioned", ""),
        ("保持经济平稳增长。", "gdp", "no_number", "保持经济平稳增长。"),
        (
            "今年固定资产投资争取实现正增长。",
            "fixed_asset_investment",
            "no_number",
            "今年固定资产投资争取实现正增长。",
        ),
        # named, but without a number
        (
            "扩大内需。固定资产投资保持平稳增长。",
            "fixed_asset_investment",
            "no_number",
            "固定资产投资保持平稳增长。",
        ),
        (
            "做好保供稳价，保持物价总体稳定。",
            "cpi",
            "no_number",
            "做好保供稳价，保持物价总体稳定。",
        ),
        (
            "居民消费价格涨幅控制在合理区间。",
            "cpi",
            "no_number",
            "居民消费价格涨幅控制在合理区间。",
        ),
        # another thing by its name, or a part of it
        ("用好出口退税。", "exports", "not_mentioned", ""),
        ("推动出口基地提升发展。", "exports", "not_mentioned", ""),
        ("跨境电商出口快速增长。", "exports", "not_mentioned", ""),
        # by the economy's growth, a rank, a gap: no number of its own
        (
            "城乡居民收入与经济增长同步。",
            "income_rural",
            "no_number",
            "城乡居民收入与经济增长同步。",
        ),
        (
            "规上工业增加值增速居全省第3位。",
            "industrial_value_added",
            "no_number",
            "规上工业增加值增速居全省第3位。",
        ),
    ],
)
def test_why_there_is_no_number(plan, indicator, absent, quote):
    found = row(plan, indicator)
    assert shown(found, "absent", "quote") == (absent, quote)
    assert (found["low"] is None) == bool(absent)
    assert bool(found["figure"]) == bool(quote)


def test_what_the_review_says_is_no_plan():
    assert row("扩大开放。", "exports", review="出口保持平稳增长。")["absent"] == "not_mentioned"


def test_the_sentence_of_the_years_aims_comes_before_others():
    plan = "固定资产投资稳定增长。\n\n地区生产总值增长6%，固定资产投资稳步提高。"
    quote = row(plan, "fixed_asset_investment")["quote"]
    assert quote == "地区生产总值增长6%，固定资产投资稳步提高。"


def test_an_excerpt_that_does_not_say_it_is_no_silence():
    read = report("330200", 2021, "", "地区生产总值增长6%，出口稳定增长。", is_excerpt=True)
    found = {id: row["absent"] for (_, _, id), row in rows(read).items()}
    assert found == dict.fromkeys(HEADLINE, "excerpt") | {"gdp": "", "exports": "no_number"}


def test_a_report_of_december_stands_in_the_year_that_it_plans():
    found = rows(
        report("330281", 2020, "地区生产总值增长7.1%。", "地区生产总值增长7%。", in_december=True),
        report("330281", 2021, "地区生产总值增长3%。", "出口稳定增长。", in_december=True),
    )
    names = ("report", "low", "last_outcome", "absent", "outcome_report", "outcome")
    assert [found["330281", year, "gdp"]["report"] for year in (2020, 2021)] == [
        "330281/2019",
        "330281/2020",
    ]
    first, second = (shown(found["330281", year, "gdp"], *names[:4]) for year in (2020, 2021))
    assert first[1:] == (7, Decimal("7.1"), "") and second[1:] == (None, 3, "not_mentioned")
    assert found["330281", 2021, "exports"]["absent"] == "no_number"


# --- one target of several ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "indicator", "measure", "low", "high", "others"),
    [
        ("地区生产总值增长6.5%以上。", "gdp", "growth", "6.5", None, 0),
        ("地区生产总值增长6%—6.5%。", "gdp", "growth", "6", "6.5", 0),
        # the first of the report; the usual measure; the level where that is all
        ("地区生产总值增长6.5%，力争达到7%。", "gdp", "growth", "6.5", "6.5", 1),
        ("地区生产总值突破8000亿元，增长7%。", "gdp", "growth", "7", "7", 1),
        ("地区生产总值突破8000亿元。", "gdp", "level", "800000000000", None, 0),
        ("城镇调查失业率控制在5.5%以内。", "unemployment_surveyed", "level", None, "5.5", 0),
        ("城镇新增就业20万人以上。", "urban_jobs_new", "level", "200000", None, 0),
        # what is for another year is none of this one
        ("到2025年，地区生产总值达到9000亿元。", "gdp", "growth", None, None, 0),
        # a number of its own before what goes by the economy
        (
            "固定资产投资与经济增长同步。\n\n固定资产投资增长8%。",
            "fixed_asset_investment",
            "growth",
            "8",
            "8",
            1,
        ),
    ],
)
def test_one_target_of_several(plan, indicator, measure, low, high, others):
    found = row(plan, indicator)
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert shown(found, "measure", "low", "high", "others") == (measure, *ends, others)


# --- what it is held against ----------------------------------------------------------------------

PROVINCE = report("330000", 2021, "", "地区生产总值增长6%—7%，出口增长5%，城镇新增就业80万人。")
CITY = report(
    "330200",
    2021,
    "地区生产总值增长3.3%。城镇调查失业率4.5%。",
    "“十四五”期间，全市生产总值年均增长6%左右。到2022年末，全市城镇调查失业率控制在5%以内。"
    "\n\n2021年，地区生产总值增长7%以上，出口规模突破100亿元，城镇新增就业20万人。",
)
NEXT = report(
    "330200",
    2022,
    "地区生产总值突破1.4万亿元，增长8.2%，总量和增速均居前列。出口增长21%。",
    "地区生产总值增长6.5%左右，城镇调查失业率控制在5.5%以内。",
)
COUNTY = report("330281", 2021, "", "地区生产总值增长7.5%。")
HELD = rows(PROVINCE, CITY, NEXT, COUNTY)


def test_the_area_above_is_that_of_the_same_year_in_the_same_measure():
    names = ("superior", "superior_low", "superior_high", "distance")
    held = {key: shown(row, *names) for key, row in HELD.items()}
    assert held["330200", 2021, "gdp"] == ("330000", 6, 7, Decimal("0.5"))
    assert held["330281", 2021, "gdp"] == ("330200", 7, None, Decimal("0.5"))
    assert held["330200", 2021, "urban_jobs_new"] == (
        "330000",
        800000,
        800000,
        None,
    )  # a part of it
    assert held["330200", 2022, "gdp"] == ("330000", None, None, None)  # no report of it
    assert held["330200", 2021, "exports"] == ("330000", None, None, None)  # a level, and growth
    assert held["330000", 2021, "gdp"] == ("100000", None, None, None)


def test_the_plan_is_the_yearly_growth_of_its_years_or_the_level_of_this_year():
    names = ("plan_low", "plan_high", "plan_distance", "plan_report")
    gdp = [shown(HELD["330200", year, "gdp"], *names) for year in (2021, 2022)]
    assert gdp == [(6, 6, 1, "330200/2021"), (6, 6, Decimal("0.5"), "330200/2021")]
    jobless = [
        shown(HELD["330200", year, "unemployment_surveyed"], *names) for year in (2021, 2022)
    ]
    assert jobless == [(None, None, None, ""), (None, 5, Decimal("0.5"), "330200/2021")]
    assert HELD["330200", 2022, "unemployment_surveyed"]["plan_figure"].startswith("f-")


def test_last_years_outcome_is_what_the_same_report_states():
    names = ("last_outcome", "last_distance")
    assert shown(HELD["330200", 2021, "gdp"], *names) == (Decimal("3.3"), Decimal("3.7"))
    assert shown(HELD["330200", 2022, "gdp"], *names) == (Decimal("8.2"), Decimal("-1.7"))
    assert shown(HELD["330281", 2021, "gdp"], *names) == (None, None)


def test_the_outcome_is_what_the_next_report_states_with_a_target_or_without():
    names = ("state", "outcome", "outcome_report", "outcome_quote")
    gdp = shown(HELD["330200", 2021, "gdp"], *names)
    assert gdp[:3] == ("met", Decimal("8.2"), "330200/2022") and "增长8.2%" in gdp[3]
    retail = rows(CITY, report("330200", 2022, "社会消费品零售总额增长9%。", "扩大消费。"))
    found = retail["330200", 2021, "retail_sales"]
    assert shown(found, "absent", *names[:3]) == ("not_mentioned", "", 9, "330200/2022")
    assert shown(HELD["330200", 2022, "gdp"], *names) == ("no_next_report", None, "", "")


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (("7", None), ("6", "7"), "0.5"),
        ((None, "5"), ("5.5", "5.5"), "-0.5"),
        (("7", "7"), (None, None), None),
        ((None, None), ("7", "7"), None),
    ],
)
def test_a_distance_is_from_middle_to_middle(own, other, expected):
    ends = [tuple(None if end is None else Decimal(end) for end in pair) for pair in (own, other)]
    assert distance(*ends) == (None if expected is None else Decimal(expected))


# --- the files ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def table(site) -> list[dict[str, str]]:
    with (site / "data" / "target_panel.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_stata_file_says_the_same_with_labels(site, table):
    columns = tables()["target_panel"].columns
    with pandas.io.stata.StataReader(site / "data" / "target_panel.dta") as file:
        frame, labels, values = file.read(), file.variable_labels(), file.value_labels()
    assert labels == {column.name: label(column) for column in columns}
    assert all(labels.values())
    coded = {column.name: list(column.values) for column in columns if column.values}
    assert {name: list(own.values()) for name, own in values.items()} == coded
    assert len(frame) == len(table)
    for column in columns:
        kept, written = frame[column.name], [row[column.name] for row in table]
        if column.is_text:
            assert kept.astype(object).where(kept.notna(), "").tolist() == written, column.name
        else:
            numbers = [float(text) if text else None for text in written]
            assert [None if cell != cell else cell for cell in kept.tolist()] == numbers


def test_no_gap_of_the_site_is_left_out(table):
    years: dict[str, set[int]] = {}
    for one in table:
        years.setdefault(one["area"], set()).add(int(one["year"]))
    assert len(table) == len(HEADLINE) * sum(map(len, years.values()))
    assert all(own == set(range(min(own), max(own) + 1)) for own in years.values())
    assert {(one["area"], one["year"]) for one in table if one["absent"] == "no_report"} == {
        ("330500", "2019")
    }


# --- the page -------------------------------------------------------------------------------------


def test_the_page_explains_every_column_and_leads_to_the_sentences(site):
    html = (site / "targets" / "panel" / "index.html").read_text("utf-8")
    assert all(f"<code>{name}</code>" in html for name in tables()["target_panel"].header)
    assert "不能断定" in html and "无报告" in html
    for name in HEADLINE[1:]:
        assert f'href="{name}/#heat"' in html
        assert (site / "targets" / "panel" / name / "index.html").exists()
    for page, link in (("targets", "panel/"), ("data", "../targets/panel/")):
        assert f'href="{link}"' in (site / page / "index.html").read_text("utf-8")
