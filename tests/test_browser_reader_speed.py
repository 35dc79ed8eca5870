"""A guard, not the bar: what reading the longest report computes at a time stays within twice what the bar allows.

The bar is no task over 50 ms on a processor four times as slow, 12.5 ms here. The first opening of the inspector
is at that bar, not surely under it, and the charts' script, which starts when a reader's scrolling rests, is far over it: it has
run before scrolling is measured here. A task's time is what its thread computed; the clock would measure a busy
machine's other work. Of five fresh pages the best counts, so this finds what became slow, not what is slow at times.
"""
import json

import pytest
from test_browser_skipped import UNTIL_LAID_OUT

MOST = 25  # milliseconds; restyling the whole text when a figure opens took 35 to 50
ATTEMPTS = 5
CATEGORIES = ["devtools.timeline", "toplevel"]
FROM_THE_TEXT_ON = """async () => {
  const text = document.querySelector('.text'), end = scrollY + text.getBoundingClientRect().bottom;
  for (let y = end - text.offsetHeight; y < end; y += 700) {
    scrollTo({ top: y, behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
}"""


def longest_task(trace: bytes) -> float:
    """Return the milliseconds that the longest task of a page's main thread computed."""
    events = json.loads(trace)["traceEvents"]
    main = {(e["pid"], e["tid"]) for e in events if e["name"] == "thread_name" and e["args"]["name"] == "CrRendererMain"}
    return max(e.get("tdur", 0) for e in events if e["name"].endswith("RunTask") and (e["pid"], e["tid"]) in main) / 1000


def scroll(page) -> None:
    page.evaluate(FROM_THE_TEXT_ON)


def inspect(page) -> None:
    """Open the first figure of this page: the script and the data of the inspector come with it."""
    figure = page.locator(".text a.figure").nth(40)
    figure.evaluate("figure => figure.click()")
    page.locator(".text a.figure[aria-current]").wait_for()
    for _ in range(5):
        page.keyboard.press("j")
    page.keyboard.press("Escape")
    page.locator("#inspector").wait_for(state="hidden")


@pytest.mark.parametrize("act", [scroll, inspect])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_task_has_become_long(browser, page, served, site, act, width):
    report = max(site.glob("reports/*/*/index.html"), key=lambda path: path.stat().st_size).parent
    page.set_viewport_size({"width": width, "height": 800})
    took = []
    for _ in range(ATTEMPTS):  # a page of its own each time, or all but the first would find everything fetched
        page.goto("about:blank")
        page.goto(served("/") + report.relative_to(site).as_posix() + "/")
        page.wait_for_load_state("networkidle")  # the charts in view fetch their script: that is loading still
        page.wait_for_function(UNTIL_LAID_OUT)  # so is this: it takes about a second
        page.evaluate("() => new Promise((done) => requestIdleCallback(done))")
        page.locator("#inspector").evaluate("() => 0")  # what drives this page begins its own script here, not in what is measured
        if act is scroll:
            scroll(page)
            page.wait_for_load_state("networkidle")
        browser.start_tracing(page=page, categories=CATEGORIES)
        act(page)
        took.append(longest_task(browser.stop_tracing()))
    assert min(took) <= MOST, f"the longest task of each attempt, in milliseconds: {took}"
