"""No page type breaks a rule of axe-core, in either theme, from a small phone to a desktop."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from page_types import page_types

WIDTHS, THEMES = (320, 768, 1280), ("light", "dark")
PHONE, DESKTOP = WIDTHS[0], WIDTHS[-1]
COLOUR = [
    "color-contrast",
    "link-in-text-block",
]  # what a theme can break; all other rules are run once for each width
# Nothing is fetched for axe: styles are for rules that are not run, and sound there is none.
RUN = """async (options) => (await axe.run(
    {resultTypes: ["violations"], preload: false, ...options})).violations
  .flatMap(rule => rule.nodes.map(
      node => `${rule.id}: ${node.target} ${node.html.slice(0, 120)}`))"""
# The rules of colour take nine tenths of the time, and long pages repeat themselves in it. So while
# they are run, what looks in all that they judge by, with all around it, like three elements before
# it is put away, and what it holds is taken out. Other rules see everything.
SHOW = """() => {
  for (const [node, children] of self.putAway) {
    node.removeAttribute("data-alike");
    node.replaceChildren(...children);
  }
}"""
PUT_AWAY = """() => {
  const numbers = new Map(), looks = new Map(), counts = [], kept = new Set([document.body]);
  const all = [...document.body.querySelectorAll("*")];
  for (const node of all) {
    const { color, backgroundColor, backgroundImage, fontSize, fontWeight, opacity,
      textDecoration, textShadow, visibility } = getComputedStyle(node);
    const look = [looks.get(node.parentElement), node.localName, node.getAttribute("class"),
      color, backgroundColor, backgroundImage,
                  fontSize, fontWeight, opacity, textDecoration, textShadow, visibility].join();
    if (!numbers.has(look)) numbers.set(look, counts.push(0) - 1);
    looks.set(node, numbers.get(look));
    if (++counts[numbers.get(look)] > 3) continue;
    for (let up = node; !kept.has(up); up = up.parentElement) kept.add(up);
  }
  const alike = all.filter((node) => !kept.has(node) && kept.has(node.parentElement));
  self.putAway = new Map(alike.map((node) => [node, [...node.childNodes]]));
  for (const node of alike) {
    node.dataset.alike = "";
    node.replaceChildren();
  }
}"""
PREPARE = """() => {
  const sheet = new CSSStyleSheet();
  // what is far away counts
  sheet.replaceSync("* { content-visibility: visible !important; }"
    + " [data-alike] { display: none !important; }");
  document.adoptedStyleSheets.push(sheet);
}"""

AS_IT_WAS = """() => {
  document.adoptedStyleSheets.pop();
  document.documentElement.dataset.theme = "system";
}"""


def opened(page, address: str) -> None:
    """Open a page and give it axe."""
    page.goto(address)
    prepare(page)


def prepare(page) -> None:
    """Give an open page axe."""
    page.evaluate(Axe().axe_script)
    page.evaluate(PREPARE)


def held_against(page, width: int, themes: tuple[str, ...] = THEMES) -> list[str]:
    """Return what axe holds against a page at a width, its colours in these themes, a line for each
    element.
    """
    page.set_viewport_size({"width": width, "height": 800})
    found = page.evaluate(RUN, {"rules": {rule: {"enabled": False} for rule in COLOUR}})
    for theme in themes:
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        page.evaluate(PUT_AWAY)
        found += [f"{theme} {line}" for line in page.evaluate(RUN, {"runOnly": COLOUR})]
        page.evaluate(SHOW)
    return [f"{width} {line}" for line in found]


def breaks_no_rule(page, place: str) -> None:
    """Hold that an open page breaks none, and leave it as it was.

    Colours hardly hang on the width: each theme is looked at once, on the screen where more is
    shown of it.
    """
    prepare(page)
    found = held_against(page, PHONE, ()) + held_against(page, DESKTOP)
    page.evaluate(AS_IT_WAS)
    assert found == []


# By day each page type is looked at in the visit of test_browser_everywhere.py.
@pytest.mark.nightly
def test_no_page_type_breaks_a_rule_at_any_width(page, site, served):
    violations = []
    for kind, address in page_types(site).items():
        opened(page, served("/repo/") + address)
        found = (line for width in WIDTHS for line in held_against(page, width))
        violations += [f"{kind} {line}" for line in found]
    assert violations == []


def test_one_element_of_thousands_is_found_where_its_colour_cannot_be_read(page, served):
    opened(page, served("/repo/") + "reports/330200/2020/")
    page.locator("#table tbody tr").last.locator("td").nth(3).evaluate(
        "cell => { cell.style.color = 'var(--line)' }"
    )
    page.locator(".text b").last.evaluate("lead => { lead.style.color = 'var(--line)' }")
    rules = [line.split(": ")[0] for line in held_against(page, 1280)]
    assert rules == ["1280 light color-contrast"] * 2 + ["1280 dark color-contrast"] * 2
