"""No page type breaks a rule of axe-core, in either theme, from a small phone to a desktop."""
from axe_playwright_python.sync_playwright import Axe
from page_types import page_types

WIDTHS, THEMES = (320, 768, 1280), ("light", "dark")
COLOUR = ["color-contrast", "link-in-text-block"]  # what a theme can break; all other rules are run once for each width
# The rules of colour take nine tenths of the time, and long pages repeat themselves in it: what has forty
# siblings before it (rows, paragraphs, terms) looks like them. All other rules look at everything.
ALIKE = {"exclude": [[":nth-child(n+41)"]]}
RUN = """async ([context, options]) => (await axe.run(context ?? document, {resultTypes: ["violations"], ...options})).violations
  .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.html.slice(0, 120)}`))"""


def held_against(page, width: int) -> list[str]:
    """Return what axe holds against a page at a width, a line for each element."""
    page.set_viewport_size({"width": width, "height": 800})
    found = page.evaluate(RUN, [None, {"rules": {rule: {"enabled": False} for rule in COLOUR}}])
    for theme in THEMES:
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        found += [f"{theme} {line}" for line in page.evaluate(RUN, [ALIKE, {"runOnly": COLOUR}])]
    return [f"{width} {line}" for line in found]


def test_no_page_type_breaks_a_rule(page, site, served):
    violations = []
    for kind, address in page_types(site).items():
        page.goto(served("/repo/") + address)
        assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1, address
        page.evaluate(Axe().axe_script)
        violations += [f"{kind} {line}" for width in WIDTHS for line in held_against(page, width)]
    assert violations == []
