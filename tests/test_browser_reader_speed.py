"""Reading the longest report on a slow machine: no task that a reader would feel as a halt.

A task's time is what its thread computed, not what the clock says: on a busy machine the clock measures the neighbours.
"""
import json

import pytest

LONGEST_TASK, SLOWDOWN = 50, 4  # milliseconds, on a processor four times as slow
ATTEMPTS = 5  # a task that is long for a reason of its own is long every time
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
    figure = page.locator(".text a.figure").nth(40)
    figure.evaluate("figure => figure.click()")
    page.locator("#inspector:not([hidden])").wait_for()
    for _ in range(5):
        page.keyboard.press("j")
    page.keyboard.press("Escape")
    page.locator("#inspector").wait_for(state="hidden")


@pytest.mark.parametrize("act", [scroll, inspect])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_task_is_long(browser, page, served, site, act, width):
    report = max(site.glob("reports/*/*/index.html"), key=lambda path: path.stat().st_size).parent
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served("/") + report.relative_to(site).as_posix() + "/")
    scroll(page)
    took = []
    for _ in range(ATTEMPTS):
        page.evaluate("() => new Promise((done) => requestIdleCallback(done))")
        browser.start_tracing(page=page, categories=CATEGORIES)
        act(page)
        took.append(longest_task(browser.stop_tracing()))
        if took[-1] * SLOWDOWN <= LONGEST_TASK:
            return
    pytest.fail(f"the longest task of each attempt, in milliseconds: {took}")
