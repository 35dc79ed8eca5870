"""Any two reports, or one indicator in any areas and years, in a real Chromium: chosen in the
address and by hand, and without scripts.
"""

import re

from playwright.sync_api import expect

REACHED, PROMISED = "a.figure:not(.target)", "a.figure.target"


def test_two_reports_of_an_address_stand_side_by_side_each_value_with_its_year(page, served):
    page.goto(served("/repo/") + "compare/?a=330200/2020&b=330100/2020")
    row = page.locator("#compared tbody tr", has_text="地区生产总值 同比增长").first
    expect(row.locator("td")).to_have_count(2)
    expect(page).to_have_title(re.compile("^宁波市 2020、杭州市 2020 · 任意对照"))
    for cell in row.locator("td").all():
        expect(cell.locator(REACHED)).to_have_text("6.8%")
        expect(cell.locator("div").first).to_have_text("6.8% 2019")
        expect(cell.locator("div").last).to_have_text("6.5%左右 2020 目标")
    row.locator("td").nth(1).locator(PROMISED).click()
    expect(page).to_have_url(re.compile("/repo/reports/330100/2020/#f-"))
    expect(page.locator(".text a[id|=f]:target")).to_have_text("6.5%")


def test_what_only_one_states_is_asked_for_and_never_looks_like_nought(page, served):
    page.goto(served("/") + "compare/?a=330600/2020&b=330381/2019")
    rows = page.locator("#compared tbody tr:has(td)")
    expect(rows.first).to_be_visible()
    both = rows.count()
    assert page.locator("#compared .unstated").count() == 0
    page.get_by_role("checkbox", name="也列只有一份写到的").check()
    expect(page).to_have_url(re.compile(r"\?a=330600/2020&b=330381/2019&all=1$"))
    expect(rows.nth(both)).to_be_visible()
    assert set(page.locator("#compared .unstated").all_inner_texts()) == {"—"}
    assert page.locator("#compared td:not(:has(*))").count() == 0
    doubted = page.locator("#compared td:nth-child(2):has(a)")
    assert doubted.count() == doubted.filter(has_text="存疑").count() > 20
    assert page.locator("#compared td:nth-child(3) .doubt").count() == 0
    fall = page.locator("#compared tr", has_text="生产安全事故死亡人数 同比增长").first
    expect(fall.locator("td").first).to_contain_text("−45.7%")
    said = page.locator("#compared [role=status]").inner_text()
    assert [int(n) for n in re.findall(r"(\d+) 项", said)] == [both, rows.count() - both]


def test_from_a_report_one_chooses_another_by_hand(page, served):
    page.goto(served("/") + "reports/330200/2020/")
    page.get_by_role("link", name="与别处对照").click()
    expect(page.get_by_text("请在上面选出要对照的")).to_be_visible()
    expect(page.get_by_role("combobox", name="第一份，地区")).to_have_value("330200")
    page.get_by_role("combobox", name="第二份，地区").select_option("宁波市")
    page.get_by_role("combobox", name="第二份，年份").select_option("2019")
    expect(page).to_have_url(re.compile(r"\?a=330200/2020&b=330200/2019$"))
    expect(page.locator("#compared thead")).to_contain_text("宁波市 2019")
    page.get_by_role("button", name="左右对调").click()
    expect(page).to_have_url(re.compile(r"\?a=330200/2019&b=330200/2020$"))
    page.get_by_role("link", name="逐部分对照两份的原文").click()
    expect(page).to_have_url(re.compile("/reports/330200/2020/compare/2019/$"))


def test_an_indicator_is_compared_in_the_areas_and_years_that_are_chosen(page, served):
    page.goto(served("/") + "indicators/gdp/")
    page.get_by_role("link", name="选地区和年份对照").click()
    expect(page.locator("#compared tbody tr")).to_have_count(8)
    page.get_by_text("地区 全部").click()
    page.get_by_role("searchbox", name="查找地区").fill("湖州")
    expect(page.get_by_role("checkbox", name="宁波市")).to_be_hidden()
    page.get_by_role("checkbox", name="湖州市").check()
    page.get_by_text("年份 全部").click()
    for year in ("2018", "2019"):
        page.get_by_role("checkbox", name=year, exact=True).check()
    expect(page).to_have_url(
        re.compile(r"\?indicator=gdp&measure=growth&areas=330500&years=2019,2018$")
    )
    cells = page.locator("#compared tbody td")
    expect(cells).to_have_count(2)
    expect(cells.nth(0)).to_have_text("7.9% 2019")
    expect(cells.nth(1).locator(PROMISED)).to_have_count(1)


def test_an_address_of_an_indicator_says_what_is_not_stated_and_what_is_not_here(page, served):
    page.goto(
        served("/")
        + "compare/?indicator=urban_jobs_new&measure=level&areas=330683,330200&years=2023,2019"
    )
    cells = page.locator("#compared tbody td")
    expect(cells).to_have_count(4)
    expect(cells.nth(0)).to_have_text("未收录")
    expect(cells.nth(1)).to_contain_text("2019 目标")
    expect(cells.nth(2)).to_have_text("—")
    expect(cells.nth(3)).to_have_text("未收录")


def test_what_cannot_be_fetched_is_said(page, served, complaints):
    page.route("**/figures.json", lambda route: route.abort())
    page.goto(served("/") + "compare/?a=330200/2020&b=330100/2020")
    expect(page.get_by_text("没有取到，请检查网络后再试")).to_be_visible()
    page.unroute("**/figures.json")
    page.get_by_role("button", name="左右对调").click()
    expect(page.locator("#compared tbody").first).to_be_visible()
    complaints.clear()


def test_without_scripts_the_prepared_pairs_are_listed(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/") + "compare/")
    expect(page.locator("form.choose")).to_be_hidden()
    expect(page.get_by_text("任选要用 JavaScript")).to_be_visible()
    page.get_by_role("link", name="2019、2020年对照").click()
    expect(page).to_have_url(re.compile("/reports/330200/2020/compare/2019/$"))
    context.close()
