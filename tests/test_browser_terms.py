"""A term's explanation opens where the term stands, by mouse, key and finger, and without scripts;
the glossary leads back to the text.
"""

import re

import pytest
from playwright.sync_api import expect

REPORT = "reports/330200/2020/"
WORDS = "最多上门一次"


@pytest.fixture
def reader(page, served):
    """Give a report's page."""
    page.goto(served("/repo/") + REPORT)
    return page


def mark(page):
    return page.locator('.text a[href*="/terms/#"]', has_text="最多跑一次").first


def card(page):
    return page.get_by_role("dialog", name="最多跑一次")


def test_a_click_explains_the_term_beside_it_and_leaves_the_page_where_it_is(reader):
    mark(reader).scroll_into_view_if_needed()
    before = reader.evaluate("[scrollY, location.href]")
    mark(reader).click()
    expect(card(reader)).to_contain_text(WORDS)
    word, box = mark(reader).bounding_box(), card(reader).bounding_box()
    assert (
        min(abs(box["y"] - word["y"] - word["height"]), abs(word["y"] - box["y"] - box["height"]))
        < 12
    )
    assert box["x"] >= 0 and box["x"] + box["width"] <= 1280
    assert reader.evaluate("[scrollY, location.href]") == before


def test_a_second_click_a_click_elsewhere_and_the_cross_close_it(reader):
    for close in (
        mark(reader).click,
        lambda: reader.mouse.click(5, 400),
        lambda: card(reader).get_by_role("button", name="关闭").click(),
    ):
        mark(reader).click()
        expect(card(reader)).to_be_visible()
        close()
        expect(card(reader)).to_be_hidden()


def test_another_term_takes_its_place(reader):
    mark(reader).click()
    other = reader.locator('.text a[href*="/terms/#"]', has_text="优化营商环境").first
    other.click()
    expect(reader.locator(".explained")).to_have_count(1)
    expect(reader.get_by_role("dialog", name="优化营商环境")).to_be_visible()


def test_by_keyboard_alone(reader):
    mark(reader).focus()
    reader.keyboard.press("Enter")
    expect(card(reader)).to_be_focused()
    reader.keyboard.press("Tab")
    expect(card(reader).get_by_role("link", name="还见于哪些报告")).to_be_focused()
    reader.keyboard.press("Escape")
    expect(card(reader)).to_be_hidden()
    expect(mark(reader)).to_be_focused()
    reader.keyboard.press("Enter")
    expect(card(reader)).to_be_visible()


def test_from_the_card_to_the_glossary_and_back_into_a_report(reader):
    mark(reader).click()
    card(reader).get_by_role("link", name="还见于哪些报告").click()
    entry = reader.locator("article.entry:has(:target)")
    expect(entry).to_contain_text(WORDS)
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text("本站所收报告中最早见于 2018 年")
    entry.get_by_role("link", name="湖州市 2018").click()
    expect(reader).to_have_url(re.compile(r"/repo/reports/330500/2018/#p-"))
    expect(reader.locator(":target")).to_contain_text("最多跑一次")
    expect(reader.locator(":target")).to_be_in_viewport()


@pytest.fixture
def phone(browser, served):
    """Give a report's page on a small touch screen."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(served("/repo/") + REPORT)
    yield page
    context.close()


def test_on_a_phone_a_tap_explains_the_term_within_the_window(phone):
    mark(phone).tap()
    shown = phone.locator(".explained").filter(has_text=WORDS)
    expect(shown).to_be_in_viewport(ratio=1)
    expect(mark(phone)).to_be_in_viewport()
    box = shown.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320


def test_where_the_explanations_cannot_be_had_the_link_leads_to_the_glossary(reader, meant):
    meant.append("ERR_FAILED")
    reader.route("**/terms.json", lambda route: route.abort())
    mark(reader).click()
    expect(reader.locator("article.entry:has(:target)")).to_contain_text(WORDS)


def test_without_scripts_a_term_leads_to_the_glossary_and_the_list_back_to_the_text(
    browser, served
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/repo/") + REPORT)
    mark(page).click()
    entry = page.locator("article.entry:has(:target)")
    expect(entry).to_contain_text(WORDS)
    expect(entry).to_be_in_viewport()
    page.go_back()
    page.locator(".words summary").click()
    page.locator(".words").get_by_role("link", name="最多跑一次", exact=True).click()
    expect(page.locator(".text p:target")).to_contain_text("最多跑一次")
    context.close()


def test_the_glossary_goes_from_a_to_z(page, served):
    page.goto(served("/repo/"))
    about = page.get_by_role("navigation", name="关于网站")
    about.get_by_role("link", name="名词").click()
    expect(page.locator(".letters")).to_be_visible()
    letters = page.locator(".letters a").all_inner_texts()
    assert letters == sorted(letters) and len(letters) > 20
    page.locator(".letters").get_by_role("link", name="Z", exact=True).click()
    expect(page.get_by_role("heading", name="Z", exact=True)).to_be_in_viewport()
    assert page.locator("article.entry").count() > 250
