"""On every page type: the theme a reader chooses, life without scripts, small screens, few faces,
print, nothing that breaks the policy or a rule of axe-core.
"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from page_types import address, page_types
from test_browser_axe import breaks_no_rule

STATIC = Path(__file__).resolve().parents[1] / "site_src" / "static"
PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(251, 250, 246)", "rgb(21, 23, 27)"


@pytest.fixture
def unscripted(browser):
    """Give a page in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("system", "chosen", "paper"),
    [
        ("light", "dark", DARK),
        ("dark", "light", LIGHT),
        ("light", "system", LIGHT),
        ("dark", "system", DARK),
    ],
)
def test_the_chosen_theme_is_remembered(page, served, system, chosen, paper):
    page.emulate_media(color_scheme=system)
    page.goto(served("/repo/"))
    page.get_by_label("外观").select_option(chosen)
    assert page.evaluate(PAPER) == paper
    page.goto(served("/repo/") + "about/")
    assert page.evaluate(PAPER) == paper
    expect(page.get_by_label("外观")).to_have_value(chosen)


def test_the_theme_is_set_before_the_body_is_there(page, served):
    page.goto(served("/repo/"))
    page.get_by_label("外观").select_option("dark")
    page.add_init_script("""new MutationObserver((changes, observer) => {
        if (!document.body) return;
        self.themeAtBody = document.documentElement.dataset.theme;
        observer.disconnect();
    }).observe(document, {childList: true, subtree: true})""")
    page.reload()
    assert page.evaluate("self.themeAtBody") == "dark"


def test_where_nothing_can_be_stored_the_systems_theme_is_used(page, served):
    page.add_init_script(
        """Object.defineProperty(self, "localStorage", {
            get() { throw new DOMException("refused"); }
        })"""
    )
    page.emulate_media(color_scheme="dark")
    page.goto(served("/repo/"))
    assert page.evaluate(PAPER) == DARK
    expect(page.locator("#theme")).to_be_hidden()


def test_the_script_that_blocks_the_first_paint_is_tiny():
    assert (STATIC / "theme.js").stat().st_size < 400


def test_every_colour_stands_once_for_both_themes():
    for path in STATIC.glob("*.css"):
        assert "prefers-color-scheme" not in path.read_text("utf-8"), path.name


# A control that works without scripts sends its form to an address of its own, or a style goes by
# its state.
DEAD = """() => [...document.querySelectorAll("button, select, input, textarea")]
  .filter(node => node.getClientRects().length && node.checkVisibility({visibilityProperty: true}))
  .filter(node => !node.form?.hasAttribute("action")
    && ![...document.styleSheets].some(sheet => [...sheet.cssRules].some(
      rule => node.id && rule.cssText.includes(`#${node.id}:`))))
  .map(node => node.outerHTML)"""
A4 = {"width": 718, "height": 1040}  # between margins of a centimetre
CUT = """() => [...document.querySelectorAll("main table")].filter((one) => one.checkVisibility()
    && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.className)"""
PRESSED = ":not(th) > button, input, select, textarea"
# What is for reading; the way through the page and what one does on it is not printed.
READ = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, tr, figure)")]
  .filter(node => !node.closest(
    "nav, form, dialog, .do, .said, .fields, .scripted, .printing, .tools, .words, .paging"))
  .filter(node => !node.closest("details")?.querySelector(".preview"))
  .map(node => node.checkVisibility())"""


def test_without_scripts_everything_can_be_read_and_nothing_is_dead(unscripted, site, served):
    unscripted.emulate_media(color_scheme="dark")
    for kind, place in page_types(site).items():
        unscripted.goto(served("/repo/") + place)
        expect(unscripted.locator("main h1").first, kind).to_be_visible()
        assert unscripted.evaluate(DEAD) == [], kind
    assert unscripted.evaluate(PAPER) == DARK


def fits_the_screen(page, place: str) -> None:
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


# Type comes in few sizes and weights: a browser asks the system for each of them before it lays out
# the first line.
FACES = """() => new Set([...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && [...one.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  .map((one) => getComputedStyle(one))
  .map((style) => [style.fontFamily, style.fontSize, style.fontWeight, style.fontStyle].join())
  ).size"""


def is_set_in_few_faces(page, place: str) -> None:
    assert 1 < page.evaluate(FACES) <= 13


def is_printed_with_its_address_and_loses_nothing(page, place: str) -> None:
    page.set_viewport_size(A4)
    for rest in page.get_by_label("打印时附上图和表").all():
        rest.check()
    shown = page.evaluate(READ)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(PAPER) == "rgb(255, 255, 255)"
    home = (
        f"https://example.org/repo/{place}"
        if not place.startswith("embed/")
        else page.locator("link[rel=canonical]").get_attribute("href")
    )
    assert place == "404.html" or page.locator(".printed").inner_text().endswith(home)
    assert page.locator("header.site nav").is_hidden()
    assert [
        i
        for i, (before, after) in enumerate(zip(shown, page.evaluate(READ), strict=True))
        if before and not after
    ] == []
    assert page.evaluate(CUT) == []
    assert page.locator(PRESSED).locator("visible=true").count() == 0
    page.emulate_media(media="screen", color_scheme="light")


def has_its_policy(page, place: str) -> None:
    assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1


EVERY_PAGE = (
    has_its_policy,
    breaks_no_rule,  # before anything is clicked
    fits_the_screen,
    is_set_in_few_faces,
    is_printed_with_its_address_and_loses_nothing,
)


def test_what_holds_for_every_page_type(page, site, served):
    """All of it is looked at in one visit of each: to open the fullest pages takes longest."""
    failed = {}
    for kind, place in page_types(site).items():
        page.goto(served("/repo/") + place)
        for holds in EVERY_PAGE:
            try:
                holds(page, place)
            except AssertionError as error:
                failed[kind, holds.__name__] = str(error)
    assert failed == {}


@pytest.mark.nightly
def test_no_page_of_the_site_complains(page, site, served, complaints):
    found = {}
    for path in sorted(site.rglob("*.html")):
        page.goto(served("/repo/") + address(site, path))
        if complaints:
            found[path.relative_to(site).as_posix()] = complaints.copy()
            complaints.clear()
    assert found == {}
