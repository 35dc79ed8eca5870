"""Whoever follows an address to a place in a page ends there, however slow the machine and whatever
is still on its way.
"""

import re

import pytest
from playwright.sync_api import expect

from test_browser_skipped import UNTIL_LAID_OUT

REPORT = "reports/330200/2020/"
PLACES = {  # the last of each kind: as far down as there is one
    "figure": r" id=(f-\w+)",
    "row": r" id=(r-\w+)",
    "paragraph": r"<p id=([\w-]+)",
    "heading": r"<h3 id=([\w-]+)",
    "note": r'<li id="(notes-\d+)"',
    "part": r'<section id="([\w-]+)"',
}


@pytest.fixture
def last(site):
    """Give a function from a kind of place to the last address of that kind in the report."""
    html = (site / REPORT / "index.html").read_text("utf-8")
    return lambda kind: f"{REPORT}#{re.findall(PLACES[kind], html)[-1]}"


@pytest.fixture
def held(page):
    """Give the requests for the inspector's data, which nobody answers."""
    requests = []
    page.route("**/figures.json", lambda route: requests.append(route))
    return requests


def slow_down(page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})


def settled(page) -> None:
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def opened(page) -> None:
    page.locator(".text a[id|=f][aria-current]").wait_for()
    settled(page)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_figure_is_in_view_before_the_inspector_comes_and_stays_where_it_is(
    page, served, held, last, width
):
    page.set_viewport_size({"width": width, "height": 800})
    with page.expect_request("**/figures.json"):
        page.goto(served("/") + last("figure"))
    settled(page)
    figure = page.locator(".text a[id|=f]:target")
    expect(figure).to_be_in_viewport(ratio=1)
    arrived = figure.bounding_box()
    page.wait_for_function(UNTIL_LAID_OUT)
    before = figure.bounding_box()
    assert (
        abs(before["y"] - arrived["y"]) < 1
    )  # the paragraphs above are laid out, and a window scrolls by whole pixels
    held.pop().continue_()
    opened(page)
    assert figure.bounding_box() == before
    if width == 390:
        assert before["y"] + before["height"] < page.locator("#inspector").bounding_box()["y"]


def test_whoever_reads_on_is_not_called_back_when_the_inspector_comes(page, served, held, last):
    with page.expect_request("**/figures.json"):
        page.goto(served("/") + last("figure"))
    expect(page.locator(".text a[id|=f]:target")).to_be_in_viewport()
    page.wait_for_function(
        UNTIL_LAID_OUT
    )  # till then the window follows the words that are read, as those above take their room
    page.evaluate("scrollBy(0, -3000)")
    read = page.evaluate("scrollY")
    held.pop().continue_()
    opened(page)
    assert page.evaluate("scrollY") == read


@pytest.mark.parametrize(
    "link", [".tiles a", "#charts svg a[href*='#f-']", "#table tbody tr:last-child a[href*='#f-']"]
)
def test_a_link_on_the_page_ends_at_its_figure(page, served, link):
    page.goto(served("/") + REPORT)
    page.wait_for_selector(".contents details[open]")
    slow_down(page)
    page.locator(link).last.evaluate(
        "link => link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))"
    )
    opened(page)
    expect(page.locator(".text a[id|=f][aria-current]")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("width", "kinds"),
    [(390, ["figure", "row", "paragraph"]), (1280, ["figure", "row", "heading", "note", "part"])],
)
def test_every_address_in_a_report_is_where_one_arrives(page, served, last, width, kinds):
    page.set_viewport_size({"width": width, "height": 800})
    slow_down(page)
    for kind in kinds:
        page.goto("about:blank")
        page.goto(served("/") + last(kind))
        opened(page) if kind == "figure" else settled(page)
        expect(page.locator(":target").last).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_one_sees_at_once_whose_figure_it_is_and_finds_the_report(
    browser, served, last, scripts
):
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(served("/") + last("figure"))
    bar, name = page.locator(".contents"), page.locator(".brand span").last.inner_text()
    for words in (name, "宁波市2020年报告"):
        expect(bar.get_by_role("link", name=words, exact=True)).to_be_in_viewport(ratio=1)
    section = bar.locator(".now") if scripts else page.locator(".text > h2").last
    expect(section).to_be_in_viewport()
    expect(section).to_contain_text("三、大力建设人民满意的服务型政府")
    if scripts:
        head = page.locator("#inspector .where")
        expect(head).to_have_text(f"{name} 宁波市2020年报告 三、大力建设人民满意的服务型政府")
    way = head if scripts else bar
    way.get_by_role("link", name="宁波市2020年报告").click()
    expect(page.locator("h1")).to_be_in_viewport(ratio=1)
    expect(page.locator("#inspector")).to_be_hidden()
    context.close()
