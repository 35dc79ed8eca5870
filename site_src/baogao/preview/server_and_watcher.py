"""The preview's server: it listens on this machine alone, and watches what people edit."""

import logging
import socket
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import autoreload, ioloop, web

from baogao.build import Options
from baogao.content.files.own_places import LISTS, SITE_SRC, VOCABULARY
from baogao.content.files.recorded_folder import lies_aside
from baogao.content.problem_printing import printable
from baogao.engine.progress import Progress
from baogao.preview.handlers import (
    INDEX,
    PageHandler,
    RefusedHandler,
    ReloadHandler,
    log_request,
)
from baogao.preview.rebuild_and_notify import Preview
from baogao.preview.review.desk import Desk
from baogao.preview.review.handlers import Reviewing, routes

HOST = "127.0.0.1"
NAMES = r"(127\.0\.0\.1|localhost)"  # what a request may call us
POLLING = 150  # milliseconds between two looks at what is watched
LARGEST_MESSAGE = 64_000  # bytes that a client may send at once
WATCHED = ("templates", "static", "strings")  # of the generator's own


class PortTaken(Exception):
    """Another program listens on the port."""


class PreviewServer(Server):
    """A livereload server without an inline script, which the pages' policy refuses."""

    def __init__(self, preview: Preview):
        super().__init__(watcher=_FrequentWatcher(preview))
        self.preview = preview
        options = preview.options
        self.reviewing = Reviewing(Desk(options.content, options.cache, preview.reviewed))
        preview.reload = LiveReloadHandler.reload_waiters

    def application(
        self,
        port: int,
        host: str,
        liveport: int | None = None,
        debug: bool | None = None,
        live_css: bool = True,
    ) -> None:
        """Serve the site, its 404 page, and livereload's own addresses.

        Begins anew when the code changes, unless `debug` is False.
        """
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = live_css
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        application = web.Application(
            autoreload=debug is not False,
            default_handler_class=RefusedHandler,
            log_function=log_request,
            preview=self.preview,
            websocket_max_message_size=LARGEST_MESSAGE,
        )
        for name in LISTS:
            autoreload.watch(str(SITE_SRC / name))
        application.add_handlers(NAMES, self._handlers())
        application.listen(port, address=host, max_body_size=LARGEST_MESSAGE)
        self.preview.progress.say(f"{self.preview.options.base_url} (Ctrl-C ends)")

    def _handlers(self) -> list[tuple]:
        preview = {"preview": self.preview}
        reviewing = {"reviewing": self.reviewing}
        pages = {"path": str(self.preview.folder), "default_filename": INDEX}
        return [
            *routes(self.reviewing),
            (r"/livereload", ReloadHandler, preview),
            (r"/livereload.js", LiveReloadJSHandler),
            (r"/(.*)", PageHandler, pages | preview | reviewing),
        ]

    def _setup_logging(self) -> None:
        """Let the libraries' warnings reach the terminal, not what they say of every request."""
        handler = logging.StreamHandler()
        handler.setFormatter(PrintableFormatter())
        for name in ("livereload", "tornado", "asyncio"):
            logger = logging.getLogger(name)
            logger.handlers = [handler]
            logger.propagate = False
            logger.setLevel(logging.WARNING)


class PrintableFormatter(logging.Formatter):
    """Formats what a library logs without anything that a terminal would obey."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines with control characters as escapes."""
        return "\n".join(map(printable, super().format(record).splitlines()))


class _FrequentWatcher(Watcher):
    """Looks more often than livereload itself, which lets an edit wait up to 0.8 s."""

    def __init__(self, preview: Preview):
        super().__init__()
        self._preview = preview

    def examine(self) -> tuple[str | None, float | None]:
        """Look for changes; of those that the review has made no page is told yet."""
        changed = super().examine()
        return (None, None) if self._preview.is_quiet else changed

    def start(self, callback: Callable[[], None]) -> bool:
        ioloop.PeriodicCallback(callback, POLLING).start()
        return True


def usable_port(port: int) -> int:
    """Return the port, or a free one for 0; raise `PortTaken` where another program has it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            message = f"port {port} is taken by another program (choose one with --port)"
            raise PortTaken(message) from None
        return probe.getsockname()[1]


def serve(options: Options, port: int, progress: Progress) -> None:
    """Build, serve on this machine, and watch until interrupted.

    Raises `PortTaken` where the port is not free.
    """
    port = usable_port(port)
    address = f"http://{HOST}:{port}/"
    options = replace(options, livereload=port, base_url=address)
    preview = Preview(options, progress)
    preview.rebuild()
    server = PreviewServer(preview)
    for folder in {options.content, VOCABULARY, *(SITE_SRC / name for name in WATCHED)}:
        server.watch(str(folder), preview.edited, ignore=partial(lies_aside, root=folder))
    server.serve(port=port, host=HOST, restart_delay=0)
