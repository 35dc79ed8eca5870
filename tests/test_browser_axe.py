"""No page type breaks a rule of axe-core, in either theme, from a small phone to a desktop."""
from axe_playwright_python.sync_playwright import Axe
from page_types import page_types

WIDTHS, THEMES = (320, 768, 1280), ("light", "dark")
# The two rules of colour take nine tenths of the time, and long pages repeat themselves in it: what has forty
# siblings before it (rows, paragraphs, terms) looks like them. All other rules look at everything.
CHECK = """async () => {
  const colour = ["color-contrast", "link-in-text-block"], alike = [[":nth-child(n+41)"]];
  const off = Object.fromEntries(colour.map(id => [id, {enabled: false}]));
  const rest = await axe.run(document, {resultTypes: ["violations"], rules: off});
  const seen = await axe.run({exclude: alike}, {resultTypes: ["violations"], runOnly: colour});
  return [...rest.violations, ...seen.violations].flatMap(rule =>
    rule.nodes.map(node => `${rule.id}: ${node.target} ${node.html.slice(0, 120)}`));
}"""


def held_against(page, width: int, theme: str) -> list[str]:
    """Return what axe holds against a page as it is shown now, a line for each element."""
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    return [f"{width} {theme}: {line}" for line in page.evaluate(CHECK)]


def test_no_page_type_breaks_a_rule(page, site, served):
    violations = []
    for kind, address in page_types(site).items():
        page.goto(served("/repo/") + address)
        assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1, address
        page.evaluate(Axe().axe_script)
        violations += [f"{kind} {line}" for width in WIDTHS for theme in THEMES for line in held_against(page, width, theme)]
    assert violations == []
