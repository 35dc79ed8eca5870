"""Reading the longest report restyles and lays out a few elements at a time, never the text.

What that takes in milliseconds hangs on the machine: `scripts/bench_reading` measures it against a
yardstick. Here Chromium's trace says how many elements it went through.
"""

import json

import pytest

from test_browser_skipped import UNTIL_LAID_OUT

MOST = 400  # elements at a time: the inspector goes through a hundred, the text has thousands
CATEGORIES = ["devtools.timeline"]
FROM_THE_TEXT_ON = """async () => {
  const text = document.querySelector('.text'), end = scrollY + text.getBoundingClientRect().bottom;
  for (let y = end - text.offsetHeight; y < end; y += 700) {
    scrollTo({ top: y, behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
}"""
# The charts' script starts when scrolling rests, but not where data are saved: it is left out here.
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
# A page that draws nothing more may never be called idle: after a second it is taken to be.
IDLE = "() => new Promise((done) => requestIdleCallback(done, {timeout: 1000}))"
ALL_ANEW = "() => { document.documentElement.style.fontSize = '20px'; document.body.offsetHeight; }"


def most_at_once(trace: bytes) -> int:
    """Return the most elements that were restyled, or laid out, in one go."""
    events = json.loads(trace)["traceEvents"]
    names = ("UpdateLayoutTree", "Layout")
    told = {name: [e["args"] for e in events if e["name"] == name] for name in names}
    restyled = [said["elementCount"] for said in told["UpdateLayoutTree"] if "elementCount" in said]
    laid_out = [said["beginData"]["dirtyObjects"] for said in told["Layout"] if "beginData" in said]
    return max(restyled + laid_out)


def scroll(page) -> None:
    page.evaluate(FROM_THE_TEXT_ON)


def inspect(page) -> None:
    """Open the first figure of this page: the script and the data of the inspector come with it."""
    figure = page.locator(".text a[id|=f]").nth(40)
    figure.evaluate("figure => figure.click()")
    page.locator(".text a[id|=f][aria-current]").wait_for()
    for _ in range(5):
        page.keyboard.press("j")
    page.keyboard.press("Escape")
    page.locator("#inspector").wait_for(state="hidden")


@pytest.fixture
def traced(browser, page, served, site):
    """Give a function that opens the longest report and counts what an act goes through."""
    report = max(site.glob("reports/*/*/index.html"), key=lambda path: path.stat().st_size).parent

    def traced(width: int, act) -> int:
        page.add_init_script(SAVES_DATA)
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(served("/") + report.relative_to(site).as_posix() + "/")
        page.wait_for_function(UNTIL_LAID_OUT)  # that is loading still
        page.evaluate(IDLE)
        browser.start_tracing(page=page, categories=CATEGORIES)
        act(page)
        return most_at_once(browser.stop_tracing())

    return traced


@pytest.mark.parametrize("act", [scroll, inspect])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_text_is_not_gone_through(traced, act, width):
    assert traced(width, act) <= MOST


def test_what_goes_through_the_text_is_seen(traced):
    assert traced(1280, lambda page: page.evaluate(ALL_ANEW)) > 2 * MOST
