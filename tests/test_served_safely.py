"""Every page forbids what it does not need, and the preview server gives nothing away but its own
folder.
"""

import asyncio
import re
import socket
import threading
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from baogao.build import Options
from baogao.engine.progress import Progress
from baogao.pages.rendering import POLICY, policy
from baogao.preview.rebuild_and_notify import Preview
from baogao.preview.server_and_watcher import PreviewServer, usable_port
from page_types import page_types

SECRET = b"what lies outside"
LONG = re.compile(r"(?:en/)?targets/index\.html")  # the page that has its styles in it
WRITTEN = re.compile("<style>(.*?)</style>", re.DOTALL)


class Elements(HTMLParser):
    """Collects every element with its attributes."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, {name: value or "" for name, value in attributes}))


def unsafe(html: str) -> list[str]:
    """Return what a page has that could run, load or open what it should not."""
    found = []
    for tag, held in Elements(html).found:
        address = [
            urlsplit(held[name].strip()).scheme
            for name in ("href", "src", "action", "formaction", "xlink:href", "data")
            if name in held
        ]
        found += [
            f"{tag} leads to {scheme}:" for scheme in address if scheme not in ("", "http", "https")
        ]
        found += [
            f"{tag} has {name}"
            for name in held
            if name.startswith("on") or (name in ("style", "srcdoc") and tag != "svg")
        ]
        found += [
            f"{tag} is inline"
            for _ in [0]
            if tag == "style"
            or (
                tag == "script"
                and "src" not in held
                and held.get("type") not in ("application/json", "application/ld+json")
            )
        ]
        found += [
            f"{tag} may be used by the page it opens"
            for _ in [0]
            if held.get("target", "_self") != "_self" and "noopener" not in held.get("rel", "")
        ]
        found += [
            f"{tag} loads {held['src']}"
            for _ in [0]
            if tag in ("script", "img", "iframe", "source") and urlsplit(held.get("src", "")).netloc
        ]
        found += [
            f"<{tag}>"
            for _ in [0]
            if tag in ("base", "object", "embed", "applet", "iframe", "frame")
        ]
    return found


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:alert(1)">',
        '<a href=" JavaScript:alert(1)">',
        '<a href="data:text/html,x">',
        '<img src="data:image/png;base64,x">',
        '<a onclick="x">',
        '<p style="x">',
        "<style>p{}</style>",
        "<script>x</script>",
        '<a target="_blank" href="x">',
        '<form target="new" action="x">',
        '<script src="//x.example/y.js">',
        '<base href="x">',
        '<iframe src="x">',
    ],
)
def test_the_walk_finds_what_is_unsafe(html):
    assert unsafe(html)


@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.nightly)])
def test_every_page_forbids_what_it_does_not_need(site, every):
    kinds = {
        site / (place if place.endswith(".html") else f"{place}index.html")
        for place in page_types(site).values()
    }
    kinds.add(site / "updates/index.html")
    pages = sorted(kinds | set(sorted(site.rglob("*.html"))[::every]))
    assert {"404.html", "embed", "terms", "data", "reports", "targets", "updates"} <= {
        path.relative_to(site).parts[0] for path in pages
    }
    for path in pages:
        text, name = path.read_text("utf-8"), path.relative_to(site).as_posix()
        head, policies = (
            text.partition("<body")[0],
            re.findall(r'<meta http-equiv="Content-Security-Policy" content="(.*?)">', text),
        )
        written = WRITTEN.findall(text)
        assert len(written) == bool(LONG.fullmatch(name)), name
        assert [unescape(one) for one in policies] == [policy("".join(written))], name
        assert head.index("Content-Security-Policy") < min(
            head.index(what) for what in ("<link", "<title", "<script") if what in head
        ), name
        assert unsafe(WRITTEN.sub("", text)) == [], name


def test_a_page_allows_the_styles_that_stand_in_it_and_no_others():
    # the digest is what `printf 'p{}' | openssl dgst -sha256 -binary | base64` prints
    assert policy(inline="p{}") == POLICY.replace(
        "style-src 'self'", "style-src 'self' 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"
    )
    assert policy() == POLICY


def test_the_policy_is_strict():
    rules = dict(rule.strip().split(" ", 1) for rule in POLICY.split(";"))
    assert rules["default-src"] == rules["base-uri"] == "'none'"
    assert not [loose for loose in ("unsafe", "*", "http") if loose in POLICY]


def test_no_drawing_holds_a_script(site):
    drawings = list(site.rglob("*.svg"))
    assert [
        path
        for path in drawings
        if re.search(rb"<script|\son\w+=|javascript:|<foreignObject", path.read_bytes())
    ] == []


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """Give the port of a preview server over a small folder that has links in it, with secrets
    beside.
    """
    place = tmp_path_factory.mktemp("served")
    root = place / "site"
    (root / "a").mkdir(parents=True)
    for path, data in [
        ("site/index.html", b"home"),
        ("site/a/index.html", b"inside"),
        ("site/404.html", b"nowhere"),
        ("secret.txt", SECRET),
        ("sited/secret.txt", SECRET),
        ("folder/index.html", SECRET),
    ]:
        (place / path).parent.mkdir(exist_ok=True)
        (place / path).write_bytes(data)
    (root / "link.txt").symlink_to(place / "secret.txt")
    (root / "folder").symlink_to(place / "folder")
    (root / "a" / "again").symlink_to(root / "a")
    port, started, ended = usable_port(0), threading.Event(), asyncio.Event()

    async def serve():
        PreviewServer(Preview(Options(output=root), Progress(quiet=True))).application(
            port, "127.0.0.1", debug=False
        )
        loops.append(asyncio.get_running_loop())
        started.set()
        await ended.wait()

    loops: list[asyncio.AbstractEventLoop] = []
    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert started.wait(60)
    yield port
    loops[0].call_soon_threadsafe(ended.set)
    thread.join(60)


def asked(
    port: int, target: bytes, host: bytes = b"127.0.0.1", more: bytes = b"", method: bytes = b"GET"
) -> tuple[int, bytes]:
    """Send a request as it is written, and return the status and all that comes back; 0 where
    nothing does.
    """
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(
            method
            + b" "
            + target
            + b" HTTP/1.1\r\nHost: "
            + host
            + b"\r\nConnection: close\r\n"
            + more
            + b"\r\n"
        )
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    return int(answer.split(b" ", 2)[1]) if answer else 0, answer


def test_it_serves_its_folder(port):
    assert [
        asked(port, target)[0] for target in (b"/", b"/a/", b"/a", b"/a/again/", b"/nowhere")
    ] == [200, 200, 301, 200, 404]
    assert b"inside" in asked(port, b"/a/")[1] and b"nowhere" in asked(port, b"/b/")[1]


@pytest.mark.parametrize(
    "target",
    [
        b"/../secret.txt",
        b"/a/../../secret.txt",
        b"/%2e%2e/secret.txt",
        b"/%2e%2e%2fsecret.txt",
        b"/..%2fsecret.txt",
        b"/a/..%2f..%2fsecret.txt",
        b"/%252e%252e%252fsecret.txt",
        b"/..\\secret.txt",
        b"/..%5csecret.txt",
        b"/a/..%5c..%5csecret.txt",
        b"//etc/passwd",
        b"/%2fetc%2fpasswd",
        b"///etc/passwd",
        b"/..",
        b"/../sited/secret.txt",
        b"/..%2fsited%2fsecret.txt",
        b"/link.txt",
        b"/folder/",
        b"/folder/index.html",
        b"/folder",
        b"/index.html%00.txt",
        b"/%00",
        b"/..%00/secret.txt",
        b"/a/%00../../secret.txt",
        b"/%c0%ae%c0%ae/secret.txt",
        b"/%ff",
        b"/%",
        b"http://127.0.0.1/../secret.txt",
        b"file:///etc/passwd",
        b"*",
        b"../secret.txt",
        b"/a/\xe2\x80\xa5/secret.txt",
    ],
)
@pytest.mark.parametrize("method", [b"GET", b"HEAD"])
def test_it_does_not_leave_its_folder(port, target, method):
    status, answer = asked(port, target, method=method)
    assert (
        status not in (200, 301, 302)
        and SECRET not in answer
        and b"root:" not in answer
        and b"Traceback" not in answer
    )
    assert str(Path(__file__).parent).encode() not in answer and asked(port, b"/")[0] == 200


@pytest.mark.parametrize("method", [b"POST", b"PUT", b"DELETE", b"PATCH", b"TRACE", b"CONNECT"])
def test_it_only_gives(port, method):
    assert asked(port, b"/a/index.html", more=b"Content-Length: 0\r\n", method=method)[0] in (
        400,
        405,
    )


@pytest.mark.parametrize(
    ("host", "status"),
    [
        (b"127.0.0.1:5500", 200),
        (b"localhost", 200),
        (b"LOCALHOST:8000", 200),
        (b"evil.example", 404),
        (b"127.0.0.1.evil.example", 404),
        (b"localhost.evil.example", 404),
        (b"evil.example:5500", 404),
        (b"evil-localhost", 404),
        (b"127.0.0.10", 404),
        (b"", 400),
    ],
)
@pytest.mark.parametrize("target", [b"/", b"/livereload.js"])
def test_it_answers_to_its_own_name_only(port, host, status, target):
    """A page elsewhere whose name is made to lead here (DNS rebinding) reads nothing."""
    answered, answer = asked(port, target, host)
    assert answered == status or (status == 400 and answered in (400, 404))
    assert (b"home" in answer or b"livereload" in answer.lower()) == (status == 200)


WEBSOCKET = (
    b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key:"
    b" dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
)


@pytest.mark.parametrize(
    ("origin", "host", "status"),
    [
        (b"http://127.0.0.1:5500", b"127.0.0.1:5500", 101),
        (b"https://evil.example", b"127.0.0.1:5500", 403),
        (b"null", b"127.0.0.1:5500", 403),
        (b"http://127.0.0.1:5501", b"127.0.0.1:5500", 403),
        (b"http://evil.example", b"evil.example", 404),
    ],
)
def test_only_its_own_pages_are_told_of_edits(port, origin, host, status):
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(
            b"GET /livereload HTTP/1.1\r\nHost: "
            + host
            + b"\r\nOrigin: "
            + origin
            + b"\r\n"
            + WEBSOCKET
            + b"\r\n"
        )
        assert int(connection.recv(65536).split(b" ", 2)[1]) == status
