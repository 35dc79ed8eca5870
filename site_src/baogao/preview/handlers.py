"""What the preview answers: files, its 404 page, and livereload's connection."""

import asyncio
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from livereload.handlers import LiveReloadHandler
from tornado import web
from tornado.websocket import WebSocketClosedError

from baogao.content.problem_printing import printable
from baogao.preview.rebuild_and_notify import Preview
from baogao.preview.review.handlers import Reviewing

INDEX = "index.html"
LONGEST_SHOWN = 200  # characters of a request, in the terminal
HELLO = {
    "command": "hello",
    "protocols": ["http://livereload.com/protocols/official-7"],
    "serverName": "baogao",
}
RELOAD = {"command": "reload", "path": "*"}


def is_page(folder: str, address: str) -> bool:
    """Say whether a path of an address leads to a file of the site, and not out of it.

    A page that is missing would be told to reload again and again.
    """
    inside = unquote(address).removeprefix("/")
    if "\0" in inside:
        return False
    file = os.path.abspath(os.path.join(folder, inside))
    if inside.endswith("/") or not inside:
        file = os.path.join(file, INDEX)
    return file.startswith(os.path.abspath(folder) + os.sep) and os.path.isfile(file)


def log_request(handler: web.RequestHandler) -> None:
    """Say what was refused or is missing, in characters that a terminal only shows."""
    status, request = handler.get_status(), handler.request
    preview = handler.application.settings["preview"]
    if status >= 400:
        asked = printable(f"{request.method} {request.uri}"[:LONGEST_SHOWN])
        preview.progress.say(f"{status} {asked}")


class RefusedHandler(web.RequestHandler):
    """Answers requests that are for another host: there is nothing here."""

    def prepare(self) -> None:
        """End with 404."""
        self.set_status(404)
        self.finish("404")


class PageHandler(web.StaticFileHandler):
    """Static files, never cached; a page that is not there is answered with 404.html."""

    def initialize(  # type: ignore[override]  # Tornado passes what the address's rule says
        self, path: str, default_filename: str, preview: Preview, reviewing: Reviewing
    ) -> None:
        super().initialize(path, default_filename)
        self.preview, self.reviewing = preview, reviewing

    async def get(self, path: str, include_body: bool = True) -> None:
        """Give a file; a page with the mistakes of the last edit, and the review, at its end."""
        if "\0" in path:
            raise web.HTTPError(404)
        await super().get(path, include_body)
        if self.get_status() == 200:
            self.preview.given(self.request.path)
            if include_body:
                self.write(self._banner())

    def set_extra_headers(self, path: str) -> None:
        """Forbid to keep what the next edit changes, and to frame what can write."""
        self.set_header("Cache-Control", "no-store")
        if self.reviewing.on_page(self.request.path):
            self.set_header("X-Frame-Options", "SAMEORIGIN")

    def compute_etag(self) -> None:
        """Give no tag: there is nothing to compare."""
        return

    def should_return_304(self) -> bool:
        """Always give the file."""
        return False

    def get_content_size(self) -> int:
        """Return the size with the banner."""
        return super().get_content_size() + len(self._banner())

    def _banner(self) -> bytes:
        is_page = (self.absolute_path or "").endswith(".html")
        if not is_page:
            return b""
        return self.preview.banner() + self.reviewing.on_page(self.request.path)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer with the site's own page where one is missing, and never with what went wrong."""
        missing = Path(self.root) / "404.html"
        if status_code == 404 and missing.exists():
            self.finish(missing.read_bytes())
        else:
            self.finish(self._reason)


class ReloadHandler(LiveReloadHandler):
    """Livereload's connection, for the preview's own pages only.

    As livereload has it, any page in the browser could listen, and write to the terminal.
    """

    def initialize(self, preview: Preview) -> None:
        """Take what the address's rule says."""
        self.preview = preview

    def prepare(self) -> None:
        """Refuse who is no page of the preview, or does not say who it is."""
        origin = self.request.headers.get("Origin", "")
        if origin.lower() != f"http://{self.request.host}".lower():
            self.set_status(403)
            self.finish("403")

    def on_message(self, message: str | bytes) -> None:
        """Answer; what is no message of livereload's is passed over.

        A page that was given before the last edit is told at once: it was not yet listening when
        the others were told.
        """
        told = _decoded(message)
        if told.get("command") == "hello":
            self.write_message(HELLO)
        elif told.get("command") == "info":
            LiveReloadHandler.waiters.add(self)
            if self._is_stale(told.get("url")):
                self.write_message(RELOAD)

    def write_message(self, message: Any, binary: bool = False) -> asyncio.Future[None]:
        """Send a message; that a page has been closed meanwhile is nothing to tell."""
        try:
            sent = super().write_message(message, binary)
        except WebSocketClosedError:
            sent = asyncio.get_running_loop().create_future()
            sent.set_result(None)
        sent.add_done_callback(_passed_over)
        return sent

    def log_exception(self, *error: Any) -> None:
        """Pass over frames that are none."""

    def _is_stale(self, url: object) -> bool:
        if not isinstance(url, str):
            return False
        try:
            address = urlsplit(url).path
        except ValueError:
            return False
        return self.preview.is_stale(address) and is_page(str(self.preview.folder), address)


def _decoded(message: str | bytes) -> dict[str, Any]:
    """Return a message as livereload sends it: a JSON object; an empty one of anything else."""
    with suppress(ValueError, RecursionError):
        told = json.loads(message)
        if isinstance(told, dict):
            return told
    return {}


def _passed_over(sent: "asyncio.Future[None]") -> None:
    """Take a failure to send, so that nobody prints that it was not taken."""
    if not sent.cancelled():
        sent.exception()
