"""The preview: built again at every edit, reloaded in the browser. The one home of livereload.

A mistake is shown in the terminal and on every page, above the last good site. It is for this machine only: it listens
on the loopback address, answers to the loopback's names alone (so that no name of somebody else's can be led here), takes
reload connections from its own pages alone, and gives files out of its own folder alone, which Tornado sees to, links too.
"""

import socket
from dataclasses import replace
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import autoreload, ioloop, web
from tornado.escape import json_decode
from tornado.websocket import WebSocketHandler

from baogao.build import ROOT, ContentMistakes, Options, build
from baogao.content.folder_ownership import NotOurs
from baogao.content.generator_files import LISTS, SITE_SRC, CodeChanged
from baogao.content.messages import line_of
from baogao.content.system_errors import message_of
from baogao.engine.output_folder import NotWhole
from baogao.engine.progress import Progress

LATER = frozenset({"data", "index"})  # the downloads and the search
IDLE = 2  # seconds
LOOKS = 300  # milliseconds between two looks at what is watched
OURS = r"(127\.0\.0\.1|localhost)"  # what a request may call us
WATCHED = ("content", "site_src/templates", "site_src/static", "site_src/strings")


class Preview:
    """Builds into a folder of its own and remembers what is wrong with the last edit."""

    def __init__(self, options: Options, progress: Progress):
        self.options, self.progress = options, progress
        self.mistakes: list[str] = []
        self.waiting: object = None
        self.edits = 0
        self.given: dict[str, int] = {}  # how many edits a page had seen when it was last given

    def edited(self) -> None:
        """Build the pages anew at once, and what takes long when nobody has edited anything for a moment."""
        self.rebuild(LATER)
        self.edits += 1
        loop = ioloop.IOLoop.current()
        if self.waiting:
            loop.remove_timeout(self.waiting)
        self.waiting = loop.call_later(IDLE, self.rebuild)

    def rebuild(self, later: frozenset[str] = frozenset()) -> None:
        """Build, with some parts left as they were; on a mistake keep the last good site and show the message."""
        try:
            total, changed = build(replace(self.options, later=later), Progress(quiet=True))
            self.mistakes = []
            self.progress.say(f"built: {changed} of {total} files changed")
        except ContentMistakes as error:
            self.mistakes = [line_of(problem) for problem in error.problems]
            self.progress.problems(error.problems)
        except (NotOurs, NotWhole, CodeChanged, OSError) as error:
            self.mistakes = [message_of(error) if isinstance(error, OSError) else str(error)]
            self.progress.say(self.mistakes[0])
        except Exception as error:  # a template's or the code's mistake must not end the preview
            self.mistakes = [f"{type(error).__name__}: {error}"]
            self.progress.say(self.mistakes[0])

    def banner(self) -> bytes:
        """Return what every page shows at its end while there are mistakes."""
        items = "".join(f"<li>{escape(line)}</li>" for line in self.mistakes)
        return (
            f'<aside class="mistakes" role="alert"><ul>{items}</ul></aside>'.encode()
            if items
            else b""
        )


class PreviewServer(Server):
    """A livereload server without an inline script, which the pages' Content-Security-Policy refuses."""

    def __init__(self, preview: Preview):
        super().__init__(watcher=_Watcher())
        self.preview = preview

    def application(self, port, host, liveport=None, debug=None, live_css=True):
        """Serve the site, its 404 page, and livereload's own addresses; started again when the code changes, unless `debug` is False."""
        LiveReloadHandler.watcher, LiveReloadHandler.live_css = self.watcher, live_css
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        preview = {"preview": self.preview}
        pages = {
            "path": str(self.preview.options.output),
            "default_filename": "index.html",
            **preview,
        }
        application = web.Application(debug=debug is not False)
        for name in LISTS:
            autoreload.watch(str(SITE_SRC / name))
        application.add_handlers(
            OURS,
            [
                (r"/livereload", _Reloads, preview),
                (r"/livereload.js", LiveReloadJSHandler),
                (r"/(.*)", _Pages, pages),
            ],
        )
        application.listen(port, address=host)


class _Watcher(Watcher):
    """Looks more often than livereload itself, which lets an edit wait up to 0.8 s."""

    def start(self, callback):
        ioloop.PeriodicCallback(callback, LOOKS).start()
        return True


class _Reloads(LiveReloadHandler):
    """Livereload's connection, for our own pages only: it would let any page in the browser write to the terminal."""

    check_origin = WebSocketHandler.check_origin

    def initialize(self, preview):
        self.preview = preview

    def on_message(self, message):
        """Answer; a page given before the last edit is told at once, as it was not yet listening when the others were."""
        super().on_message(message)
        if page := json_decode(message).get("url"):
            if self.preview.given.get(urlsplit(page).path, -1) < self.preview.edits:
                self.send_message({"command": "reload", "path": "*"})


class _Pages(web.StaticFileHandler):
    """Static files, never cached; a page that is not there is answered with 404.html."""

    def initialize(self, path, default_filename=None, preview=None):
        super().initialize(path, default_filename)
        self.preview = preview

    def set_extra_headers(self, path):
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self):
        return None

    def should_return_304(self):
        return False

    def get_content_size(self):
        return super().get_content_size() + len(self._banner())

    def _banner(self) -> bytes:
        return self.preview.banner() if self.absolute_path.endswith(".html") else b""

    async def get(self, path, include_body=True):
        self.preview.given[self.request.path] = self.preview.edits
        await super().get(path, include_body)
        if include_body and self.get_status() == 200:
            self.write(self._banner())

    def write_error(self, status_code, **kwargs):
        missing = Path(self.root) / "404.html"
        self.finish(
            missing.read_bytes() if status_code == 404 and missing.exists() else self._reason
        )


class PortTaken(Exception):
    """Another program listens on the port."""


def usable(port: int) -> int:
    """Return the port, or a free one for 0; raise `PortTaken` where another program has it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise PortTaken(
                f"port {port} is taken by another program (choose one with --port)"
            ) from None
        return probe.getsockname()[1]


def serve(options: Options, port: int, progress: Progress) -> None:
    """Build, serve on localhost, and watch until interrupted; raise `PortTaken` where the port is not free."""
    port = usable(port)
    output = ROOT / ".preview" if options.output == Options().output else options.output
    preview = Preview(
        replace(options, output=output, livereload=port, base_url=f"http://127.0.0.1:{port}/"),
        progress,
    )
    preview.rebuild()
    server = PreviewServer(preview)
    for folder in WATCHED:
        server.watch(str(options.content if folder == "content" else ROOT / folder), preview.edited)
    progress.say(f"http://127.0.0.1:{port}/ (Ctrl-C ends)")
    server.serve(port=port, host="127.0.0.1", restart_delay=0)
