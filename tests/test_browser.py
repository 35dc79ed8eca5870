"""In a real Chromium: what people click, at `/` and below `/repo/`, without an error or a request
off the site.

The `page` fixture fails a test on any console error, script error or request to another host.
"""

import re

import pytest
from playwright.sync_api import expect

PREFIXES = ["/", "/repo/"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_from_home_to_a_sentence(page, served, prefix):
    page.goto(served(prefix))
    page.locator(".coverage").get_by_role("link", name=re.compile("宁波市.*2020")).click()
    expect(page).to_have_url(re.compile(rf"{prefix}reports/330200/2020/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("2020年宁波市政府工作报告")
    figure = page.locator(".text a[id|=f]", has_text="11985亿元").first
    expect(figure).to_be_visible()
    expect(figure).to_have_css("text-decoration-style", "solid")
    figure.click()
    page.get_by_role("link", name="在数字表里").click()
    row = page.locator("tr:target")
    expect(row).to_contain_text("1,198,500,000,000")
    row.get_by_role("link", name="11985亿元").click()
    expect(page.locator(".text a[id|=f]:target")).to_have_text("11985亿元")
    expect(page.locator(".text a[id|=f]:target")).to_be_in_viewport()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_charts_are_drawn_and_lead_to_sentences(page, served, prefix):
    page.goto(served(prefix) + "reports/330200/2020/")
    drawings = page.locator("figure.chart svg")
    assert drawings.count() >= 3
    for i in range(drawings.count()):
        assert drawings.nth(i).bounding_box()["width"] > 250
    assert "增" in page.locator(f"#{drawings.first.get_attribute('aria-labelledby')}").inner_text()
    assert "地区生产总值" in drawings.first.locator("text").all_text_contents()
    link = page.locator("figure.chart svg a").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".text a[id|=f]:target")).to_be_in_viewport()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_styles_and_links_work_below_the_prefix(page, served, prefix):
    for address in [
        "",
        "reports/",
        "areas/330200/",
        "indicators/gdp/",
        "methods/",
        "corrections/",
        "about/",
    ]:
        response = page.goto(served(prefix) + address)
        assert response.status == 200
        assert page.evaluate("getComputedStyle(document.querySelector('.brand')).display") == "flex"


def test_the_indicator_page_leads_to_the_sentence(page, served):
    page.goto(served("/") + "indicators/gdp/")
    page.locator("tr", has_text="1,198,500,000,000").locator("td:last-child a").click()
    expect(page.locator(".text a[id|=f]:target")).to_have_text("11985亿元")


def test_an_editors_note_and_its_words_lead_to_each_other(page, served):
    page.goto(served("/") + "reports/330600/2020/")
    page.locator("sup.note a").first.click()
    expect(page.locator(".notes li:target")).to_contain_text("来源作")
    page.locator(".notes li:target a").click()
    expect(page.locator("sup.note a:target")).to_be_in_viewport()


def test_a_missing_page_is_answered_with_our_own(page, served, meant):
    meant.append("404")  # the browser's own, that the page was not found
    response = page.goto(served("/repo/") + "reports/330200/1900/")
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
    assert page.evaluate("getComputedStyle(document.querySelector('.brand')).display") == "flex"
    page.get_by_role("link", name="回到首页").click()
    expect(page).to_have_url(served("/repo/"))


def test_the_page_can_be_read_without_scripts(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/") + "reports/330200/2020/")
    expect(page.locator("table.figures tbody tr").first).to_be_visible()
    expect(page.locator("figure.chart svg").first).to_be_visible()
    context.close()
