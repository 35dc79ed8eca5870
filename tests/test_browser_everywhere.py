"""On every page type: the theme a reader chooses, life without scripts, print, and nothing that
breaks the policy.
"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from page_types import address, page_types

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
ALIVE = """node => !!node.form?.hasAttribute("action")
  || [...document.styleSheets].some(sheet => [...sheet.cssRules].some(
    rule => node.id && rule.cssText.includes(`#${node.id}:`)))"""
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
        for control in unscripted.locator("button, select, input, textarea").all():
            assert not control.is_visible() or control.evaluate(ALIVE), (
                f"{kind}: {control.evaluate('node => node.outerHTML')}"
            )
    assert unscripted.evaluate(PAPER) == DARK


def test_a_printed_page_says_where_it_is_from_and_loses_nothing(page, site, served):
    page.set_viewport_size(A4)
    for kind, place in page_types(site).items():
        page.goto(served("/repo/") + place)
        for rest in page.get_by_label("打印时附上图和表").all():
            rest.check()
        shown = page.evaluate(READ)
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate(PAPER) == "rgb(255, 255, 255)", kind
        home = (
            f"https://example.org/repo/{place}"
            if not place.startswith("embed/")
            else page.locator("link[rel=canonical]").get_attribute("href")
        )
        assert place == "404.html" or page.locator(".printed").inner_text().endswith(home), kind
        assert page.locator("header.site nav").is_hidden()
        assert [
            i
            for i, (before, after) in enumerate(zip(shown, page.evaluate(READ), strict=True))
            if before and not after
        ] == [], kind
        assert page.evaluate(CUT) == [], kind
        assert page.locator(PRESSED).locator("visible=true").count() == 0, kind
        page.emulate_media(media="screen")


@pytest.mark.nightly
def test_no_page_of_the_site_complains(page, site, served, complaints):
    found = {}
    for path in sorted(site.rglob("*.html")):
        page.goto(served("/repo/") + address(site, path))
        if complaints:
            found[path.relative_to(site).as_posix()] = complaints.copy()
            complaints.clear()
    assert found == {}
