"""A preview that answers in a thread of its own, and requests to it, byte for byte."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from baogao.preview.rebuild_and_notify import Preview
from baogao.preview.server_and_watcher import PreviewServer, usable_port

HOST = b"127.0.0.1"


@contextmanager
def serving(preview: Preview, monkeypatch) -> Iterator[tuple[int, PreviewServer]]:
    """Give the port of a running preview, with the settings that `baogao serve` has."""
    monkeypatch.setattr("tornado.autoreload.start", lambda: None)  # it would begin the tests anew
    port, started, ended = usable_port(0), threading.Event(), asyncio.Event()
    loops: list[asyncio.AbstractEventLoop] = []
    server = PreviewServer(preview)

    async def serve():
        server.application(port, "127.0.0.1")
        loops.append(asyncio.get_running_loop())
        started.set()
        await ended.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert started.wait(60)
    yield port, server
    loops[0].call_soon_threadsafe(ended.set)
    thread.join(60)


def request(
    target: bytes,
    host: bytes = HOST,
    more: bytes = b"",
    method: bytes = b"GET",
    body: bytes = b"",
) -> bytes:
    """Return a request as it is sent; `more` are its other headers."""
    more = more or b"Connection: close\r\n"
    return method + b" " + target + b" HTTP/1.1\r\nHost: " + host + b"\r\n" + more + b"\r\n" + body


def answer(port: int, sent: bytes, cut: bool = False) -> bytes:
    """Return all that comes back until the connection ends; `cut`: nothing is sent after this."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(sent)
        if cut:
            connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def status(port: int, sent: bytes) -> int:
    """Return what the first line of an answer says; the connection need not end."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(sent)
        return int(connection.recv(65536).split(b" ", 2)[1])
