"""Type comes in few sizes and weights: a browser asks the system for each of them before it lays
out the first line.
"""

from page_types import page_types

FACES = """() => new Set([...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && [...one.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
  .map((one) => getComputedStyle(one))
  .map((style) => [style.fontFamily, style.fontSize, style.fontWeight, style.fontStyle].join())
  ).size"""
MOST = 13


def test_every_page_is_set_in_few_faces(page, site, served):
    counts = {}
    for kind, place in page_types(site).items():
        page.goto(served("/repo/") + place)
        counts[kind] = page.evaluate(FACES)
    assert {kind: count for kind, count in counts.items() if count > MOST} == {}
    assert min(counts.values()) > 1  # they were found
