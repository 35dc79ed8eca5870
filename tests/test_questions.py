"""The questions that readers come with, answered within two clicks from home."""

import csv
import re

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def home(page, served) -> Page:
    page.goto(served("/repo/"))
    return page


def test_how_fast_did_each_city_grow_in_2019(home):
    home.locator(".chips").get_by_role("link", name=re.compile("^地区生产总值")).click()
    order = home.locator(".order", has=home.get_by_role("heading", name="2019年同比增长"))
    expect(order.get_by_role("row").first).to_contain_text("湖州市")
    expect(order.get_by_role("row").first).to_contain_text("7.9%")
    expect(order).to_contain_text("宁波市")


def test_which_of_ningbos_2019_targets_were_reached(home):
    home.get_by_role("link", name="目标", exact=True).click()
    home.locator("table.tally").get_by_role("row", name=re.compile("宁波市 2019")).get_by_role(
        "link", name="宁波市"
    ).click()
    invested = target(home, "固定资产投资")
    expect(invested).to_contain_text("10%左右")
    expect(invested).to_contain_text("8.1%")
    expect(invested).to_contain_text("未达到")
    expect(target(home, "社会消费品零售总额")).to_contain_text("下一年未提及")


def target(page, indicator):
    """Return the row of an indicator's target."""
    return (
        page.locator("table.targets")
        .get_by_role("row")
        .filter(has=page.get_by_role("link", name=indicator, exact=True))
    )


def test_what_both_reports_say_stands_beside_the_figures(home, served):
    home.goto(served("/repo/") + "targets/330200/2019/")
    cells = target(home, "固定资产投资").get_by_role("cell")
    expect(cells.nth(1)).to_contain_text("…固定资产投资增长10%左右…")
    expect(cells.nth(2)).to_contain_text("…省市县长项目工程开工建设39个，固定资产投资增长8.1%…")


def test_both_sentences_are_one_click_away(home, served):
    home.goto(served("/repo/") + "targets/330200/2019/")
    invested = target(home, "固定资产投资")
    invested.get_by_role("link", name="8.1%").click()
    expect(home).to_have_url(re.compile("reports/330200/2020/#f-"))
    expect(home.locator(".text a[id|=f]:target")).to_have_text("8.1%")
    home.go_back()
    invested.get_by_role("link", name="10%左右").click()
    expect(home).to_have_url(re.compile("reports/330200/2019/#f-"))
    expect(home.locator(".text a[id|=f]:target")).to_have_text("10%")


def test_what_share_of_gdp_goes_to_research_where(home):
    home.locator(".chips").get_by_role(
        "link", name=re.compile("^研发经费支出占生产总值比重")
    ).click()
    rows = home.locator("table.figures").get_by_role("row")
    expect(rows.filter(has_text="瑞安市").filter(has_text="2018")).to_contain_text("2.5%")
    expect(rows.filter(has_text="宁波市").filter(has_text="2018")).to_contain_text("2.6%")


def test_what_did_huzhou_promise_for_2020(home):
    home.get_by_role("link", name="目标", exact=True).click()
    home.locator("table.tally").get_by_role("row", name=re.compile("湖州市 2020")).get_by_role(
        "link", name="湖州市"
    ).click()
    expect(home.get_by_role("heading", level=1)).to_have_text("湖州市2020年的目标与结果")
    growth = target(home, "地区生产总值").first
    expect(growth).to_contain_text("7%左右")
    expect(growth).to_contain_text("下一年报告未收录")


def test_the_table_of_targets_can_be_filtered(home, served, site):
    home.goto(served("/repo/") + "targets/")
    shown = home.locator("table.targets tbody tr").locator("visible=true")
    with (site / "data/targets.csv").open(encoding="utf-8-sig", newline="") as lines:
        missed = sum(row["state_code"] == "not_met" for row in csv.DictReader(lines))
    home.get_by_label("状态").select_option("未达到")
    expect(home.locator("form.filter output")).to_have_text(str(missed))
    expect(shown).to_have_count(missed)
    home.get_by_label("查找").fill("固定资产投资")
    expect(shown).to_have_count(1)


WAYS = ["地区", "指标", "目标", "报告", "数据"]


def test_the_home_page_tells_a_finding_and_has_five_ways_in(home):
    title = home.locator(".wide figure.chart h3")
    expect(title).to_have_text(re.compile("^2019年地区生产总值增速：.*湖州最高（7.9%）"))
    evidence = home.locator(".wide svg").get_by_role("link", name=re.compile("湖州.*7.9%")).first
    assert re.search("reports/330500/2020/#f-", evidence.get_attribute("href"))
    assert home.locator(".ways strong").all_inner_texts() == WAYS
    menu = home.get_by_role("navigation", name="网站导航").get_by_role("link").all_inner_texts()
    assert menu == [*WAYS, "搜索", "关于"]
    assert home.locator(".brand span").nth(1).inner_text() not in menu
    assert home.locator(".findings", has_text="2019年地区生产总值增速").count() == 0, "once"


def test_what_can_be_asked_is_a_link(home):
    home.get_by_role("link", name="宁波 未达到").click()
    expect(home.locator("#q")).to_have_value("宁波 未达到")


def test_what_is_about_the_site_stands_below_about(home):
    home.get_by_role("navigation", name="网站导航").get_by_role("link", name="关于").click()
    home.locator(".cards").get_by_role("link", name="收录范围").click()
    expect(home.get_by_role("heading", level=1)).to_have_text("收录范围")
    menu = home.get_by_role("navigation", name="网站导航")
    expect(menu.locator("[aria-current]")).to_have_text("关于")


def test_findings_on_the_home_page_lead_to_their_evidence(home):
    found = home.locator(".findings a")
    assert found.count() >= 2
    found.filter(has_text="宁波市2019年对应到指标的").click()
    expect(home).to_have_url(re.compile("targets/330200/2019/$"))
