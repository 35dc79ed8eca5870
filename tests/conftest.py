"""What tests share: the site built once, served at `/` and at `/repo/`, and a real Chromium to read
it with.

    def test_home(page, served):
        page.goto(served("/repo/"))

fails not only where it says so, but also on any console error and on any request to another host.

`scripts/test` has tests run by as many processes as there are processors, each taking file after
file; they share the built site. Tests marked `nightly` look at every page or at many cases of what
others look at once: they run with `scripts/test --all`, as .github/workflows/nightly.yml does every
night.
"""

import fcntl
import gc
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import hypothesis
import pytest
from playwright.sync_api import Browser, Page, Request, expect

from profiles import Chromium

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120_000  # milliseconds: what is true comes true, and a busy machine is no failure
expect.set_options(timeout=PATIENCE)

CHROMIUM = pytest.StashKey[Chromium]()
WITH_BROWSER = pytest.StashKey[set[Path]]()  # the files of tests that ask for a browser

EXAMPLES = {False: 20, True: 300}  # of each property: by day, and with --all


def pytest_addoption(parser) -> None:
    """Take `--all`."""
    parser.addoption("--all", action="store_true", help="run the tests marked nightly too")


def pytest_configure(config) -> None:
    """Let properties be tried with the same examples every time, however slow the machine is."""
    settings = hypothesis.settings(
        derandomize=True, deadline=None, database=None, max_examples=EXAMPLES[config.option.all]
    )
    hypothesis.settings.register_profile("steady", settings)
    hypothesis.settings.load_profile("steady")
    config.stash[CHROMIUM] = Chromium(PATIENCE)


def pytest_collection_modifyitems(config, items: list[pytest.Item]) -> None:
    """Leave nightly tests out where they are not asked for, and begin with browsers' files."""
    nightly = (
        [] if config.option.all else [item for item in items if item.get_closest_marker("nightly")]
    )
    config.hook.pytest_deselected(items=nightly)
    browsers = config.stash[WITH_BROWSER] = {
        item.path for item in items if "browser" in item.fixturenames
    }
    # A browser's file takes longest: with short ones at the end, all processes end together.
    items[:] = sorted(
        (item for item in items if item not in nightly), key=lambda item: item.path not in browsers
    )


def pytest_collection_finish() -> None:
    """Let garbage be looked for in what tests make, not in all that they were made of."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """End the browser behind the last file that asks for one: others may run asyncio."""
    if nextitem is None or nextitem.path not in item.config.stash[WITH_BROWSER]:
        item.config.stash[CHROMIUM].end()


def pytest_unconfigure(config) -> None:
    """End the browser where the tests are broken off."""
    config.stash[CHROMIUM].end()


@pytest.hookimpl(
    optionalhook=True
)  # scripts/test asks for `-n auto`; without pytest-xdist there is nothing to ask
def pytest_xdist_auto_num_workers(config) -> int:
    """Return how many processes run the tests: one where only some are asked for, which are done
    before others start.
    """
    some = (
        config.args_source is not config.ArgsSource.TESTPATHS
        or config.option.keyword
        or config.option.markexpr
    )
    return 0 if some else min(os.cpu_count() or 1, 4)


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """Give the folder of the site, built by the command line, once for all processes.

    Its 404 page is for `/repo/`: that one needs the base path.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "site"
    with open(folder.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            build_site(folder)
    return folder


def build_site(folder: Path) -> None:
    """Build the whole site into a folder, or fail with what the command said."""
    command = [
        sys.executable,
        "-m",
        "baogao",
        "build",
        "--output",
        folder,
        "--base-url",
        "https://example.org/repo/",
    ]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        pytest.fail(f"baogao build failed:\n{done.stdout}{done.stderr}", pytrace=False)


@pytest.fixture(scope="session")
def database(site) -> Iterator[sqlite3.Connection]:
    """Give the site's database, which nobody writes to."""
    connection = sqlite3.connect(f"file:{site / 'data' / 'baogao.sqlite'}?mode=ro", uri=True)
    yield connection
    connection.close()


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves a folder below a prefix as GitHub Pages does: what is not there is answered by
    /404.html.
    """

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, prefix: str, **options):
        self.prefix = prefix
        super().__init__(*arguments, **options)

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path
        if not inside.startswith(self.prefix):
            return str(Path(self.directory) / "no such file")
        return super().translate_path("/" + inside.removeprefix(self.prefix))

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def list_directory(self, path):
        return self.send_error(404)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path, str], str]]:
    """Give a function that serves a folder at a prefix and returns the address,
    `http://127.0.0.1:…/repo/`.
    """
    servers: dict[tuple[Path, str], ThreadingHTTPServer] = {}

    def serve(folder: Path, prefix: str = "/") -> str:
        if (folder, prefix) not in servers:
            server = ThreadingHTTPServer(
                ("127.0.0.1", 0), partial(SiteHandler, prefix=prefix, directory=str(folder))
            )
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers[folder, prefix] = server
        return f"http://127.0.0.1:{servers[folder, prefix].server_port}{prefix}"

    yield serve
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def served(site, serve_folder) -> Callable[[str], str]:
    """Give a function from a prefix (`/`, `/repo/`) to the address of the site served there."""
    return partial(serve_folder, site)


@pytest.fixture(scope="module")
def browser(pytestconfig) -> Browser:
    """Give a real Chromium, the same to every file of tests that asks for one."""
    return pytestconfig.stash[CHROMIUM].browser()


@pytest.fixture(scope="module")
def told(browser, served) -> Callable[[str], dict[str, list[dict]]]:
    """Give a function from a report to what its inspector tells of every figure: its records by
    their anchors, each with the fields that have something to say.
    """
    page, known = browser.new_context().new_page(), {}

    def told(report: str) -> dict[str, list[dict]]:
        if report not in known:
            page.goto(f"{served('/')}reports/{report}/")
            known[report] = {}
            for anchor, record in page.evaluate(TOLD):
                said = {name: value for name, value in record.items() if value}
                known[report].setdefault(anchor, []).append(said)
        return known[report]

    yield told
    page.context.close()


TOLD = """async () => {
  const { figures, facts } = await import("/static/figure_facts.js");
  return (await figures()).map((one) => [one.figure.figure, facts(one)]);
}"""


@pytest.fixture
def complaints() -> list[str]:
    """Give what `page` holds against the site."""
    return []


@pytest.fixture
def meant() -> list[str]:
    """Give words of the complaints that a test means to cause, whenever they come: a test puts them
    here before, and they are not held against the site.
    """
    return []


@pytest.fixture
def page(browser, complaints, meant) -> Iterator[Page]:
    """Give a page in a new browser profile; fail on any complaint."""

    def hold(complaint: str) -> None:
        if not any(words in complaint for words in meant):
            complaints.append(complaint)

    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    tell_complaints(page, hold)
    yield page
    context.close()
    assert complaints == []


def tell_complaints(page: Page, hold: Callable[[str], None]) -> None:
    """Tell `hold` of every error on a page, and of every request to another host, by pages too
    that it opens.
    """

    def hold_foreign(request: Request) -> None:
        if is_foreign(request.url):
            hold(f"off the site: {request.url}")

    page.on("pageerror", lambda error: hold(f"script error: {error}"))
    page.on("console", lambda message: message.type == "error" and hold(f"console: {message.text}"))
    page.context.on("request", hold_foreign)
    page.on("close", lambda: page.context.remove_listener("request", hold_foreign))


def is_foreign(url: str) -> bool:
    """Return whether an address is neither on the test server nor in the page itself."""
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob", "about"} and parts.hostname != "127.0.0.1"
