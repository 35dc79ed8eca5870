"""What is far from the window is not laid out, takes the room all the same, and is there for
whoever asks for it.
"""

import re

import pytest
from playwright.sync_api import expect

NIGHTLY = pytest.mark.nightly
REPORT = "reports/330200/2020/"
CHART = (  # on a wide screen the charts are in the first window
    "#chart-330200-2020-parts .drawing > svg"
)
FAR = "#neighbours td"
LAID_OUT = "one => one.checkVisibility({contentVisibilityAuto: true})"
HEIGHTS = """() => Object.fromEntries([
    ...document.querySelectorAll('.drawing, #neighbours .scroll')]
    .map((one, n) => [one.id || one.closest('[id]').id, one.offsetHeight]))"""
REFUSE = (
    "() => { for (const one of document.querySelectorAll('section, .drawing, .scroll, tr, .text >"
    " p')) one.style.contentVisibility = 'visible'; }"
)


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_far_away_is_not_laid_out_and_takes_about_its_room(page, served, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served("/") + REPORT)
    assert [
        one
        for one in ([FAR, CHART] if width == 390 else [FAR])
        if page.locator(one).first.evaluate(LAID_OUT)
    ] == []
    kept = page.evaluate(HEIGHTS)
    page.locator("#source").scroll_into_view_if_needed()
    page.evaluate(REFUSE)
    real = page.evaluate(HEIGHTS)
    assert {name: height for name, height in kept.items() if name.startswith("chart-")} == {
        name: height for name, height in real.items() if name.startswith("chart-")
    }


ROOM = "() => [...document.querySelectorAll('.text > p')].map((one) => one.offsetHeight)"
UNTIL_LAID_OUT = (
    "() => [...document.querySelectorAll('.text > p')].every((one) => one.style.contentVisibility"
    " === 'visible')"
)
LINE = 35  # pixels


@pytest.mark.parametrize(
    "width", [pytest.param(320, marks=NIGHTLY), 390, pytest.param(768, marks=NIGHTLY), 1280]
)
def test_a_paragraph_takes_its_room_before_it_is_laid_out(browser, served, width):
    """Without scripts, as with them the paragraphs are laid out once the page stands."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(served("/") + REPORT)
    assert not page.locator(".text > p a").last.evaluate(LAID_OUT)
    told = page.evaluate(ROOM)
    page.evaluate(REFUSE)
    real = page.evaluate(ROOM)
    off = [round((one - other) / LINE) for one, other in zip(told, real, strict=True)]
    assert set(off) <= {-1, 0, 1} and off.count(0) >= 0.8 * len(off)
    context.close()


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=NIGHTLY)])
def test_without_scripts_a_far_figure_is_arrived_at(browser, served, width):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(served("/") + REPORT)
    far = page.locator(".text a[id|=f]").last.get_attribute("id")
    for address in (page.url, "about:blank"):  # from the page itself, and from elsewhere
        page.goto(address)
        page.goto(f"{served('/')}{REPORT}#{far}")
        expect(page.locator(f"#{far}")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=NIGHTLY)])
def test_with_scripts_every_paragraph_is_laid_out_soon(page, served, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served("/") + REPORT)
    page.wait_for_function(UNTIL_LAID_OUT)
    assert page.locator(".text > p a").last.evaluate(LAID_OUT)


def test_paper_has_the_text_and_what_is_asked_for_besides(page, served):
    page.goto(served("/") + REPORT)
    rest = "#charts, #table, #targets-of-last-year, #neighbours"
    page.emulate_media(media="print")
    assert not page.locator(rest).evaluate_all("all => all.some((one) => one.checkVisibility())")
    assert page.locator("main :is(button, input, select):visible").count() == 0
    for part in ("#text", "#source", "#cite"):
        expect(page.locator(part)).to_be_visible()
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert 5 <= len(pages) <= 15
    page.locator("#print-all").evaluate("box => { box.checked = true; }")
    assert page.locator(rest).evaluate_all("all => all.every((one) => one.checkVisibility())")
    expect(page.locator("#table .more .where")).to_contain_text(f"/embed/{REPORT}")
    assert [one for one in (CHART, FAR) if not page.locator(one).first.evaluate(LAID_OUT)] == []


def test_no_drawing_is_longer_than_a_page(page, served):
    page.set_viewport_size({"width": 794, "height": 1123})  # A4
    page.goto(served("/") + REPORT)
    page.emulate_media(media="print")
    heights = page.locator("figure.chart").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert max(heights) < 990  # what Letter leaves between margins of a centimetre


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=NIGHTLY)])
def test_a_jump_over_all_of_it_ends_where_it_leads(page, served, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served("/") + REPORT)
    page.locator(".jump a[href='#source']").click()
    expect(page.locator("#source h2")).to_be_in_viewport()
    page.keyboard.press("End")
    expect(page.locator("footer.site")).to_be_in_viewport()
