"""A table whose page has the newest rows alone, in a real Chromium: the others come from the file
when somebody asks for them.
"""

import csv
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from baogao.pages.tables.controls import STEP

SAME = ("text", "bound_words", "report", "period", "measure", "status", "against", "qualifiers")
CELLS = """rows => rows.map(row => [...row.cells].map(cell =>
    [cell.textContent, cell.className, cell.querySelector("a")?.href ?? ""]))"""


@pytest.fixture(scope="module")
def address(site) -> str:
    """Give the address of an indicator that reports state more often than its page has rows."""
    pages = sorted(site.glob("indicators/*/index.html"))
    path = next(path for path in pages if "data-all=" in path.read_text("utf-8"))
    return f"indicators/{path.parent.name}/"


@pytest.fixture(scope="module")
def stated(site, address) -> list[dict[str, str]]:
    """Give the rows of its file; what a report says again in the same words is one."""
    file = site / f"{address.strip('/')}.csv"
    every = csv.DictReader(file.read_text("utf-8-sig").splitlines())
    return list({tuple(row[name] for name in SAME): row for row in every}.values())


@pytest.fixture
def listing(page, served, address) -> Page:
    page.goto(served("/repo/") + address)
    return page


def rows(page: Page) -> Locator:
    return page.locator("#stated tbody tr")


def button(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("全部列出|没有取到"))


def test_the_newest_are_there_and_a_button_lists_all(listing, stated):
    expect(rows(listing)).to_have_count(STEP)
    expect(listing.locator(".found")).to_have_text(f"符合 {len(stated)} / {len(stated)} 行")
    before = rows(listing).evaluate_all(CELLS)
    button(listing).click()
    expect(rows(listing)).to_have_count(len(stated))
    assert rows(listing).evaluate_all(CELLS)[:STEP] == before, "the same in every cell"
    years = [row[1][0] for row in rows(listing).evaluate_all(CELLS)]
    assert years == sorted((row["period"] for row in stated), reverse=True)
    expect(rows(listing).locator("visible=true")).to_have_count(len(stated))
    expect(button(listing)).to_be_hidden()
    expect(rows(listing).nth(STEP).get_by_role("link").first).to_be_focused()


def test_the_form_acts_on_all(listing, stated):
    newest = {row[1][0] for row in rows(listing).evaluate_all(CELLS)}
    oldest = min(row["period"] for row in stated)
    wanted = [row for row in stated if row["period"] == oldest]
    assert oldest not in newest or len(wanted) > 1
    listing.locator("select[name=period]").select_option(oldest)
    expect(listing.locator("output")).to_have_text(str(len(wanted)))
    option = listing.locator(f'select[name=period] option[value="{oldest}"]')
    expect(option).to_have_text(f"{oldest} ({len(wanted)})")
    assert re.search(rf"\?period={oldest}#places$", listing.url)


def test_an_address_with_a_selection_acts_on_all(page, served, address, stated):
    page.goto(served("/") + address + "?sort=period")
    expect(rows(page)).to_have_count(len(stated))
    assert rows(page).evaluate_all(CELLS)[0][1][0] == min(row["period"] for row in stated)


def test_sorting_by_a_header_brings_all(listing, stated):
    listing.locator("th[data-key=value] button").click()
    expect(rows(listing)).to_have_count(len(stated))
    expect(listing.locator("th[data-key=value]")).to_have_attribute("aria-sort", "ascending")


def test_what_cannot_be_got_is_said_and_can_be_tried_again(listing, stated, meant):
    meant.append("ERR_FAILED")
    listing.route("**/*.json", lambda route: route.abort())
    button(listing).click()
    expect(button(listing)).to_have_text("没有取到，请再试一次")
    expect(rows(listing)).to_have_count(STEP)
    listing.unroute("**/*.json")
    button(listing).click()
    expect(rows(listing)).to_have_count(len(stated))


def test_what_comes_is_text(listing, site, address):
    markup = '<img src=x onerror="window.run=1">'
    data = json.loads((site / f"{address.strip('/')}.json").read_text("utf-8"))
    for seen in data["observations"]:
        seen["quote"] = seen["unit"] = seen["period"] = markup
    data["names"]["area"] = dict.fromkeys(data["names"]["area"], markup)
    data["names"]["printed"] = [f"{markup}{at}" for at in range(len(data["observations"]))]
    listing.route("**/*.json", lambda route: route.fulfill(json=data))
    button(listing).click()
    expect(rows(listing)).to_have_count(len(data["observations"]))
    expect(rows(listing).first).to_contain_text(markup)
    assert rows(listing).locator("img").count() == 0
    assert listing.evaluate("() => window.run") is None


def test_on_a_phone_the_button_can_be_hit_and_lines_have_their_labels(
    browser, served, address, stated
):
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(served("/") + address)
    assert button(page).bounding_box()["height"] >= 24
    button(page).tap()
    expect(rows(page)).to_have_count(len(stated))
    label = "cell => getComputedStyle(cell, '::before').content"
    assert "数值" in rows(page).last.locator("td:nth-child(4)").evaluate(label)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    context.close()


def test_without_scripts_the_newest_are_there_and_the_files(browser, served, site, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/") + address)
    expect(rows(page)).to_have_count(STEP)
    expect(button(page)).to_be_hidden()
    for kind in ("CSV", "JSON"):
        link = page.locator("#places .note").get_by_role("link", name=kind)
        assert (site / address / Path(link.get_attribute("href"))).resolve().is_file()
    context.close()
