"""One Chromium for all files of tests that a process runs, and profiles that tests take turns in.

To start a browser takes a second, a new profile half of one: more than most tests. What a test
leaves in a profile is taken out behind it: pages with all that was set on them, what they stored,
what they were permitted. Files that were fetched may stay in the cache, as with every reader.
"""

from contextlib import ExitStack
from functools import partial

from playwright.sync_api import Browser, BrowserContext, CDPSession, sync_playwright

import machine

BROWSER_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No host is found but the test server's. To hold each request up and ask would take a page
    # twice the time, and keep it from the browser's own cache.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
EVERYTHING_STORED = {"origin": "*", "storageTypes": "all"}


class Chromium:
    """A browser that starts when it is asked for.

    While it runs, nothing else in the process can run asyncio.
    """

    def __init__(self, patience: int):
        self.patience, self._until_the_end = patience, ExitStack()
        self._browser: Browser | None = None
        self._free: dict[str, list[BrowserContext]] = {}

    def browser(self) -> Browser:
        """Return the browser, whose `new_context` gives profiles that others have given back."""
        if not self._browser:
            executable = machine.find_chromium()
            assert executable, "no Chromium: scripts/test sets one up"
            playwright = self._until_the_end.enter_context(sync_playwright())
            self._browser = playwright.chromium.launch(
                executable_path=executable, args=BROWSER_OPTIONS
            )
            self._until_the_end.callback(self._browser.close)
            self._browser.new_context = partial(self._profile, self._browser.new_context)
        return self._browser

    def end(self) -> None:
        """End it where it runs."""
        self._until_the_end.close()
        self._browser = None
        self._free.clear()

    def _profile(self, new_context, **options) -> BrowserContext:
        """Return a profile with these options; to close it is to give it back."""
        free = self._free.setdefault(repr(sorted(options.items())), [])
        if free:
            return free.pop()
        profile = new_context(**options)
        profile.set_default_timeout(self.patience)
        # An empty page stays: the next page of a profile that has none takes twice the time.
        stays = profile.new_cdp_session(profile.new_page())
        profile.close = partial(_give_back, profile, stays, free)
        return profile


def _give_back(profile: BrowserContext, stays: CDPSession, free: list[BrowserContext]) -> None:
    _, *pages = profile.pages
    for page in pages:
        page.close()
    stays.send("Storage.clearDataForOrigin", EVERYTHING_STORED)
    profile.clear_permissions()
    free.append(profile)
