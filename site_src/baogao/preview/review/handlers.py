"""What the preview answers below `/-/review/`: its own pages alone, and they must say who they are.

A request is answered on this machine's own names only (the server sees to that), with the token
that stands in the preview's report pages, and, where it would write, from such a page's origin.
"""

import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from tornado import web

from baogao.content.files.folder_ownership import NotOurs
from baogao.content.files.json_bytes import json_bytes
from baogao.content.files.own_places import SITE_SRC
from baogao.content.files.system_errors import message_of
from baogao.preview.review.asked import Bad, Refused, asked
from baogao.preview.review.desk import Changed, Desk
from baogao.preview.review.seen import Mistakes, NoReport
from baogao.preview.review.steps import CannotUndo
from baogao.preview.review.words import interface, words_of

ADDRESS = "/-/review/"
REPORT = r"([0-9]{6}(?:-[a-z0-9-]+)?/[0-9]{4})"
REPORT_PAGE = re.compile(rf"/reports/{REPORT}/(?:index\.html)?")
LARGEST_BODY = 20_000  # bytes of an action
LONGEST_VERSION = 64
JSON_TYPE = re.compile(r"application/json(?:\s*;\s*charset=utf-8)?", re.I)
SCRIPTS = SITE_SRC / "review"


@dataclass(frozen=True, slots=True)
class Reviewing:
    """The desk, and the token that a page must have."""

    desk: Desk
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def on_page(self, address: str) -> bytes:
        """Return what a report's page has at its end, so that it can be reviewed."""
        page = REPORT_PAGE.fullmatch(address)
        if not page:
            return b""
        return (
            f'<meta name="baogao-review" content="{self.token}" data-report="{page[1]}"'
            f' data-open="{escape(interface()["review"]["open"])}">'
            f'<link rel="stylesheet" href="{ADDRESS}static/review.css">'
            f'<script type="module" src="{ADDRESS}static/review.js"></script>'
        ).encode()


class Failed(Exception):
    """A request that is not answered: its status, a code for the page, and what else to tell."""

    def __init__(self, status: int, code: str, message: str = "", **more: Any):
        super().__init__(code)
        self.status, self.told = status, {"error": code, "message": message or code} | more


class ReviewHandler(web.RequestHandler):
    """Answers with JSON, an error too; what a client sends is never repeated."""

    def initialize(self, reviewing: Reviewing) -> None:
        """Take what the address's rule says."""
        self.reviewing = reviewing

    def prepare(self) -> None:
        """Refuse who is no page of the preview's."""
        try:
            self._require_own_page()
        except Failed as failed:
            self._tell(failed.told, failed.status)

    def _require_own_page(self) -> None:
        headers = self.request.headers
        origin = headers.get_list("Origin")
        own = f"http://{self.request.host}"
        is_asking = self.request.method == "GET" and not origin
        if not is_asking and [one.lower() for one in origin] != [own.lower()]:
            raise Failed(403, "origin")
        token = headers.get("X-Review-Token", "")
        if not hmac.compare_digest(token.encode(), self.reviewing.token.encode()):
            raise Failed(403, "token")
        if self.request.method not in ("GET", "POST"):
            raise Failed(405, "method")

    def set_default_headers(self) -> None:
        """Let nothing be kept, or taken for something else."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer a request that no method is for."""
        code = {404: "report", 405: "method"}.get(status_code, "bad")
        self._tell({"error": code, "message": code}, status_code)

    def _tell(self, told: Any, status: int = 200) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json_bytes(told))


class ReportHandler(ReviewHandler):
    """Gives a report as it is to be reviewed, and takes decisions on it."""

    def get(self, report: str) -> None:
        """Give the report; its version alone where that is the one the page has."""
        since = self.get_query_argument("since", "")[:LONGEST_VERSION]
        self._answer(lambda: self.reviewing.desk.report(report, since))

    def post(self, report: str) -> None:
        """Do what is asked for."""
        self._answer(lambda: self.reviewing.desk.act(report, self._asked()))

    def _asked(self) -> Any:
        if not JSON_TYPE.fullmatch(self.request.headers.get("Content-Type", "")):
            raise Failed(415, "type")
        if len(self.request.body) > LARGEST_BODY:
            raise Failed(413, "large")
        return asked(self.request.body)

    def _answer(self, answer: Callable[[], Any]) -> None:
        try:
            told, status = answer(), 200
        except Failed as failed:
            told, status = failed.told, failed.status
        except Exception as error:
            unable = _failed(error)
            told, status = unable.told, unable.status
        self._tell(told, status)


class WordsHandler(ReportHandler):
    """Gives the words of the interface, and what fields can be."""

    def get(self) -> None:  # type: ignore[override]  # its address holds no report
        """Give them."""
        self._answer(lambda: words_of(self.reviewing.desk.content()))

    def post(self) -> None:  # type: ignore[override]
        """Take nothing."""
        raise web.HTTPError(405)


# What the page is told where something cannot be done.
FAILURES: dict[type[Exception], Callable[[Any], Failed]] = {
    Bad: lambda error: Failed(400, "bad", str(error)),
    NoReport: lambda error: Failed(404, "report"),
    Changed: lambda error: Failed(409, "changed", str(error), **error.now),
    CannotUndo: lambda error: Failed(409, "undone", str(error)),
    Mistakes: lambda error: Failed(409, "mistakes", str(error), lines=error.lines),
    Refused: lambda error: Failed(422, "refused", error.message, field=error.field),
    NotOurs: lambda error: Failed(500, "disk", str(error)),
    OSError: lambda error: Failed(500, "disk", message_of(error)),
}


def _failed(error: Exception) -> Failed:
    """Return what to answer where something went wrong; raise what nobody expects."""
    for kind, failed in FAILURES.items():
        if isinstance(error, kind):
            return failed(error)
    raise error


class ScriptHandler(web.StaticFileHandler):
    """Gives the scripts and styles of the review, never cached."""

    def set_extra_headers(self, path: str) -> None:
        """Let nothing be kept, or taken for something else."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")


def routes(reviewing: Reviewing) -> list[tuple]:
    """Return the addresses of the review, with what answers them."""
    own = {"reviewing": reviewing}
    return [
        (rf"{ADDRESS}static/([a-z_]+\.(?:js|css))", ScriptHandler, {"path": str(SCRIPTS)}),
        (rf"{ADDRESS}words\.json", WordsHandler, own),
        (rf"{ADDRESS}{REPORT}(?:\.json)?", ReportHandler, own),
    ]
