"""Two years side by side in a real Chromium: the way there and back, the table, the paired texts,
on a phone and without scripts.
"""

import re

import pytest
from playwright.sync_api import expect

PAGE = "reports/330200/2020/compare/2019/"


@pytest.mark.parametrize(
    "start",
    [
        "reports/330200/2019/",
        "reports/330200/2020/",
        pytest.param("areas/330200/", marks=pytest.mark.nightly),
    ],
)
def test_there_and_back(page, served, start):
    page.goto(served("/repo/") + start)
    page.get_by_role("link", name="2019、2020年对照").click()
    expect(page).to_have_url(served("/repo/") + PAGE)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "宁波市政府工作报告：2019年与2020年对照"
    )
    page.locator(".cards a").first.click()
    expect(page).to_have_url(re.compile("/repo/reports/330200/2019/$"))


def test_what_was_promised_and_reached_stands_in_one_row_with_both_sentences(page, served):
    page.goto(served("/repo/") + PAGE)
    row = page.locator("#indicators tbody tr", has_text="地区生产总值 同比增长").first
    for text in ["7%", "6.8%", "低0.2个百分点", "6.8%左右", "6.5%左右", "低0.3个百分点"]:
        expect(row).to_contain_text(text)
    links = row.locator("td a.figure").evaluate_all("links => links.map(link => link.pathname)")
    assert links == [f"/repo/reports/330200/{year}/" for year in (2019, 2020, 2019, 2020)]


def test_a_target_in_another_measure_is_neither_dropped_nor_new(page, served):
    page.goto(served("/") + PAGE)
    lists = page.locator(".changed")
    expect(lists).to_have_count(2)
    expect(lists.nth(0)).to_contain_text("民间投资")
    for one in lists.all():
        expect(one).not_to_contain_text("实际利用外资")


def test_what_only_one_year_says_can_be_chosen(page, served):
    page.goto(served("/") + PAGE)
    page.get_by_role("combobox", name="写到").select_option("older")
    shown = page.locator("#indicators tbody tr:visible")
    assert shown.count() == page.locator('#indicators tr[data-there="older"]').count() > 0
    assert shown.locator("td:nth-child(3) a, td:nth-child(6) a").count() == 0


def test_parts_that_belong_together_stand_beside_each_other(page, served):
    page.goto(served("/repo/") + PAGE)
    pair = page.locator(".pair", has_text="（八）加快城乡融合，率先走出乡村振兴新路子")
    expect(pair).to_contain_text("（五）深入实施乡村振兴战略")
    older, newer = (pair.locator(".side").nth(at).bounding_box() for at in (0, 1))
    assert older["y"] == newer["y"] and older["x"] < newer["x"]
    alone = page.locator(".pair", has_text="（三）加大科技投入")
    expect(alone.locator(".side.alone")).to_contain_text("2020年的报告没有与之相近的部分")
    same = page.locator("table.same tr", has_text="地区生产总值").first
    expect(same.locator("td").nth(0)).to_contain_text("2019")
    pair.locator(".side").nth(0).locator("a.figure").first.click()
    expect(page).to_have_url(re.compile("/repo/reports/330200/2019/#f-"))
    expect(page.locator(".text a[id|=f]:target")).to_be_in_viewport()
    page.go_back()
    page.locator(".pair .there").first.click()
    expect(page.locator(".text p:target")).to_be_in_viewport()


def test_the_outline_leads_to_a_pair(page, served):
    page.goto(served("/") + PAGE)
    page.locator(".outline a", has_text="（五）深入实施乡村振兴战略").click()
    expect(page.locator(".pair:target")).to_be_in_viewport()


def test_on_a_phone_one_stands_under_the_other(page, served):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(served("/") + PAGE)
    older, newer = (
        page.locator(".pair").nth(2).locator(".side").nth(at).bounding_box() for at in (0, 1)
    )
    assert older["x"] == newer["x"] and older["y"] + older["height"] <= newer["y"]
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_is_there_without_scripts(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/") + PAGE)
    expect(page.locator("form.filter")).to_be_hidden()
    assert page.locator("#indicators tbody tr:visible").count() > 100
    assert page.locator(".pair a.figure").count() > 400
    context.close()
