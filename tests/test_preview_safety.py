"""The preview withstands what is sent to it: no traceback, no growth, nothing in the terminal."""

import gc
import json
import logging
import struct

import pytest

from baogao.build import Options
from baogao.engine.progress import Progress
from baogao.preview.handlers import is_page
from baogao.preview.rebuild_and_notify import Preview
from baogao.preview.server_and_watcher import PrintableFormatter
from served_preview import answer, request, serving, status

MASK = b"\1\2\3\4"


@pytest.fixture
def preview(tmp_path):
    """Give a preview of two pages, which says what it says to a terminal."""
    folder = tmp_path / "site"
    (folder / "a").mkdir(parents=True)
    for name in ("index.html", "a/index.html", "404.html"):
        (folder / name).write_text(name)
    return Preview(Options(output=folder), Progress())


@pytest.fixture
def port(preview, monkeypatch):
    """Give the port of a running preview."""
    with serving(preview, monkeypatch) as (port, _):
        yield port


def test_a_foreign_host_is_told_nothing(port, preview):
    for target in (b"/", b"/livereload", b"/a/", b"/nowhere"):
        said = answer(port, request(target, b"evil.example"))
        assert said.startswith(b"HTTP/1.1 404")
        assert said.partition(b"\r\n\r\n")[2] == b"404"


@pytest.mark.parametrize("method", [b"GET", b"HEAD"])
@pytest.mark.parametrize("target", [b"/%00", b"/a/%00", b"/index.html%00.txt", b"/..%00/x"])
def test_a_null_in_an_address_is_a_missing_page(port, target, method):
    assert status(port, request(target, method=method)) == 404


def test_nothing_grows_with_what_is_asked(port, preview, capfd, monkeypatch):
    monkeypatch.setattr("baogao.preview.rebuild_and_notify.MOST_SEEN", 50)

    def ask(first: int, last: int) -> None:
        for number in range(first, last):
            answer(port, request(b"/nowhere/%d" % number))
            answer(port, request(b"/a/?%d" % number))
            answer(port, request(b"/a/./%d/../" % number))
            answer(port, request(b"/", b"evil%d.example" % number))

    ask(0, 100)
    gc.collect()
    before = len(gc.get_objects())
    ask(100, 600)
    capfd.readouterr()
    gc.collect()
    assert len(gc.get_objects()) - before < 500
    assert len(preview._seen) <= 50


def frame(data: bytes, code: int = 0x81) -> bytes:
    """Return a message as a browser sends it, masked."""
    size = len(data)
    head = (
        bytes([code, 0x80 | size]) if size < 126 else bytes([code, 0xFE]) + struct.pack("!H", size)
    )
    return head + MASK + bytes(byte ^ MASK[at % 4] for at, byte in enumerate(data))


CLOSE = frame(b"\x03\xe8", 0x88)


def upgrade(port: int, origin: bytes | None, frames: bytes = b"") -> bytes:
    """Return a request for livereload's connection, and what is sent in it."""
    more = (
        b"Upgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    )
    if origin is not None:
        more += b"Origin: " + origin + b"\r\n"
    return request(b"/livereload", b"127.0.0.1:%d" % port, more) + frames + CLOSE


def own(port: int) -> bytes:
    return b"http://127.0.0.1:%d" % port


def test_a_client_that_does_not_say_who_it_is_is_refused(port):
    assert status(port, upgrade(port, None)) == 403
    assert status(port, upgrade(port, b"")) == 403
    assert status(port, upgrade(port, b"http://evil.example")) == 403
    assert status(port, upgrade(port, own(port))) == 101


def message(**told: object) -> bytes:
    return frame(json.dumps(told).encode())


FRAMES = {
    "no JSON": frame(b"\x1b]0;title\x07"),
    "no object": frame(b"[1]"),
    "a number": frame(b"7"),
    "no command": frame(b"{}"),
    "a command that is none": message(command=["hello"]),
    "an address that is none": message(command="info", url={"a": 1}),
    "an address of no host": message(command="info", url="http://["),
    "an address with a null": message(command="info", url="http://127.0.0.1/%00"),
    "an address with half a character": message(command="info", url="http://127.0.0.1/\udc00"),
    "an address that a terminal obeys": message(command="info", url="/\x1b[31m\x07\r\n"),
    "deep": frame(b"[" * 20_000),
    "no UTF-8": frame(b"\xff\xfe"),
    "binary": frame(b"\xff\xfe", 0x82),
    "unmasked": b"\x81\x02{}",
    "a continuation of nothing": frame(b"x", 0x80),
    "reserved bits": frame(b"x", 0xF1),
    "an unknown kind": frame(b"x", 0x8F),
    "a ping that is too long": bytes([0x89, 0xFE]) + struct.pack("!H", 200) + MASK + b"x" * 200,
    "a close of one byte": frame(b"x", 0x88),
    "a close without UTF-8": frame(b"\x03\xe8\xff", 0x88),
    "larger than is taken": bytes([0x81, 0xFF]) + struct.pack("!Q", 1 << 40) + MASK,
    "cut short": frame(b"{}")[:4],
    "hello, and gone": message(command="hello") * 20,
}


@pytest.mark.parametrize("name", FRAMES)
def test_malformed_frames_are_silence(port, capfd, caplog, name):
    with caplog.at_level(logging.WARNING):
        answer(port, upgrade(port, own(port), FRAMES[name]), cut=True)
        gc.collect()
        assert status(port, request(b"/")) == 200
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_no_control_character_reaches_the_terminal(port, capfd):
    for target in (b"/%1b%5b31m", b"/\x1b[31m", b"/\xc2\x9b31m", b"/a\x07", b"/%e2%80%ae"):
        answer(port, request(target))
        answer(port, request(target, b"evil.example\x1b[31m"))
    said = capfd.readouterr().err
    assert all(line.isprintable() for line in said.split("\n"))
    record = logging.makeLogRecord({"msg": "asked: %s", "args": ("/\x1b[31m\x9b\u202e\rx",)})
    assert PrintableFormatter().format(record).replace("\n", "").isprintable()


def test_a_page_of_an_earlier_edit_is_told_and_a_missing_one_is_not(port, preview):
    answer(port, request(b"/a/"))
    preview._edits += 1
    told = {}
    for path in ("/a/", "/a/index.html", "/nowhere/", "/"):
        info = message(command="info", url=f"http://127.0.0.1:{port}{path}?q#x")
        told[path] = b'"reload"' in answer(port, upgrade(port, own(port), info))
    assert told == {"/a/": True, "/a/index.html": True, "/nowhere/": False, "/": True}
    answer(port, request(b"/a/?again"))
    info = message(command="info", url=f"http://127.0.0.1:{port}/a/")
    assert b'"reload"' not in answer(port, upgrade(port, own(port), info))


def test_no_file_outside_is_one_of_the_site(preview, tmp_path):
    (tmp_path / "secret.html").write_text("")
    (tmp_path / "sited").mkdir()
    (tmp_path / "sited" / "index.html").write_text("")
    folder = str(preview.folder)
    assert is_page(folder, "/") and is_page(folder, "/a/index.html")
    for path in ("/../secret.html", "/..%2fsecret.html", "/../sited/", "//etc/passwd", "/%00"):
        assert not is_page(folder, path)
