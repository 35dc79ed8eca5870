"""Only the preview's own pages are heard: whoever else asks changes nothing and learns nothing."""

import asyncio
import json

import pytest

from baogao.build import Options
from baogao.engine.progress import Progress
from baogao.preview.rebuild_and_notify import Preview
from baogao.preview.review.asked import ACTIONS, Bad, asked
from review_desk import ID, REVIEWS, Browser, files, reviewed
from served_preview import answer, request, serving

ADDRESS = f"/-/review/{ID}".encode()
PAGE = f"/reports/{ID}/".encode()
UNDO = b'{"action": "undo"}'


@pytest.fixture
def here(tmp_path):
    """Give a small content of which a figure is checked: there is something to undo."""
    content = reviewed(tmp_path)
    page = Browser(content.desk()).load()
    page.act("right", page.of("6.8%"))
    return content


@pytest.fixture
def served(here, tmp_path, monkeypatch):
    """Give the port and the token of a preview of it."""
    folder = tmp_path / "site"
    for place in ("", "reports", f"reports/{ID}"):
        (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / place / "index.html").write_text(f"page {place}")
    (folder / "404.html").write_text("not here")
    options = Options(content=here.root, cache=tmp_path / "cache", output=folder)
    with serving(Preview(options, Progress(quiet=True)), monkeypatch) as (port, server):
        yield port, server.reviewing.token


def sent(port: int, token: str, body: bytes = UNDO, **differently: bytes | None) -> bytes:
    """Return a request as the preview's page sends it, but for some parts."""
    own = f"127.0.0.1:{port}".encode()
    headers = {
        b"Origin": b"http://" + own,
        b"Content-Type": b"application/json",
        b"X-Review-Token": token.encode(),
        b"Content-Length": str(len(body)).encode(),
        b"Connection": b"close",
    }
    headers |= {name.replace("_", "-").encode(): is_ for name, is_ in differently.items()}
    method = headers.pop(b"method", b"POST")
    target = headers.pop(b"target", ADDRESS)
    host = headers.pop(b"Host", own)
    lines = b"".join(name + b": " + is_ + b"\r\n" for name, is_ in headers.items() if is_)
    return request(target, host, lines, method, body)


def code(said: bytes) -> tuple[int, str]:
    """Return an answer's status, and the code of what went wrong."""
    head, _, body = said.partition(b"\r\n\r\n")
    told = json.loads(body) if b"application/json" in head else {}
    return int(head.split(b" ", 2)[1]), told.get("error", "")


def test_the_page_has_what_the_review_needs_and_is_heard(here, served):
    port, token = served
    page = answer(port, request(PAGE))
    assert f'<meta name="baogao-review" content="{token}" data-report="{ID}" '.encode() in page
    for other in (b"/", b"/reports/", b"/nowhere"):
        assert token.encode() not in answer(port, request(other))
    assert b"X-Frame-Options: SAMEORIGIN" in page  # no other site can lay it under its own buttons
    assert code(answer(port, sent(port, token))) == (200, "")
    assert not (here.root / REVIEWS).exists()


def test_reports_and_words_are_told_to_the_page_alone(served):
    port, token = served
    for target in (ADDRESS + b".json", b"/-/review/words.json"):
        asking = {"method": b"GET", "Content_Length": b"0", "target": target}
        assert code(answer(port, sent(port, token, b"", **asking, Origin=None))) == (200, "")
        assert code(answer(port, sent(port, "", b"", **asking))) == (403, "token")
        evil = {"Origin": b"http://evil.example"}
        assert code(answer(port, sent(port, token, b"", **asking, **evil))) == (403, "origin")


OTHERS = {
    "no token": ({"X_Review_Token": None}, 403, "token"),
    "another token": ({"X_Review_Token": b"x" * 32}, 403, "token"),
    "a token that is no ASCII": ({"X_Review_Token": b"\xff\xfe"}, 403, "token"),
    "no origin": ({"Origin": None}, 403, "origin"),
    "an origin of nobody": ({"Origin": b"null"}, 403, "origin"),
    "another origin": ({"Origin": b"http://evil.example"}, 403, "origin"),
    "another port": ({"Origin": b"http://127.0.0.1:1"}, 403, "origin"),
    "another scheme": ({"Origin": b"https://127.0.0.1"}, 403, "origin"),
    "a form": ({"Content_Type": b"application/x-www-form-urlencoded"}, 415, "type"),
    "a form of text": ({"Content_Type": b"text/plain"}, 415, "type"),
    "no type": ({"Content_Type": None}, 415, "type"),
    "another type behind": ({"Content_Type": b"application/json, text/plain"}, 415, "type"),
    "another report": ({"target": b"/-/review/330200/1999"}, 404, "report"),
    "a report elsewhere": ({"target": b"/-/review/../../330200/2020"}, 405, ""),
    "a report elsewhere, written otherwise": (
        {"target": b"/-/review/%2e%2e/%2e%2e/330200/2020"},
        405,
        "",
    ),
    "a name with a null": ({"target": b"/-/review/330200/2020%00"}, 405, ""),
    "another folder": ({"target": b"/-/review/sources/2020"}, 405, ""),
    "a script": ({"target": b"/-/review/static/review.js"}, 405, ""),
    "words": ({"target": b"/-/review/words.json"}, 405, "method"),
    "PUT": ({"method": b"PUT"}, 405, "method"),
    "DELETE": ({"method": b"DELETE"}, 405, "method"),
    "PATCH": ({"method": b"PATCH"}, 405, "method"),
    "OPTIONS": ({"method": b"OPTIONS"}, 405, "method"),
    "HEAD": ({"method": b"HEAD"}, 405, ""),
    "BREW": ({"method": b"BREW"}, 405, "method"),
}


@pytest.mark.parametrize(("differently", "expected", "why"), OTHERS.values(), ids=OTHERS)
def test_whoever_else_writes_changes_nothing(here, served, differently, expected, why):
    port, token = served
    before = files(here.root)
    said = answer(port, sent(port, token, **differently))
    if differently.get("method") == b"HEAD":
        assert said.startswith(b"HTTP/1.1 405")
    else:
        assert code(said) == (expected, why)
    assert files(here.root) == before
    assert b"Access-Control" not in said


def test_a_name_that_is_led_here_is_told_nothing(here, served):
    """DNS of somebody else's name, for this machine: the page of that name has its own origin."""
    port, token = served
    before = files(here.root)
    for host in (b"evil.example", b"evil.example:%d" % port):
        said = answer(port, sent(port, token, Host=host, Origin=b"http://" + host))
        assert said.startswith(b"HTTP/1.1 404") and said.endswith(b"404")
    assert files(here.root) == before


BODIES = [
    b"",
    b"{}",
    b"[]",
    b"null",
    b'"undo"',
    b'{"action": "undo"',
    b"action=undo",
    b'{"action": "Undo"}',
    b'{"action": ["undo"]}',
    b'{"action": "undo", "step": "1"}',
    b'{"action": "undo", "step": -1}',
    b'{"action": "undo", "step": true}',
    b'{"action": "undo", "path": "../x"}',
    b'{"action": "undo", "step": NaN}',
    b'{"action": "undo", "step": ' + b"9" * 5000 + b"}",
    b"[" * 9000,
    b'{"action":' * 1900,
    b"\xff\xfe",
    b'{"action": "right", "figures": []}',
    b'{"action": "right", "figures": "f-a"}',
    b'{"action": "right", "figures": [{"id": "f-a"}]}',
    b'{"action": "right", "figures": [{"id": "f-a", "version": 1}]}',
    b'{"action": "wrong", "figures": [{"id": "f-a", "version": ""}], "set": []}',
    b'{"action": "add", "start": 1.5, "end": 3}',
    b'{"action": "add", "start": 0}',
    b'{"action": "reject", "figures": [{"id": "f-a", "version": ""}], "why": "a\\nb"}',
    b'{"action": "reject", "figures": [{"id": "f-a", "version": ""}], "why": '
    + b'"x' * 500
    + b'"}',
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_what_is_no_action_is_none(body):
    with pytest.raises(Bad):
        asked(body)


def test_bodies_of_all_kinds_change_nothing(here, served):
    port, token = served
    before = files(here.root)
    for body in (b"{", b"[" * 9000, b'{"action": "right", "figures": []}'):
        assert code(answer(port, sent(port, token, body))) == (400, "bad")
    large = b'{"action": "undo", "x": "' + b"x" * 30_000 + b'"}'
    assert code(answer(port, sent(port, token, large))) == (413, "large")
    assert files(here.root) == before


@pytest.mark.parametrize("length", [b"10000000", b"-1", b"99999999999999999999", b"x"])
def test_a_body_of_ten_megabytes_is_not_taken(here, served, length):
    port, token = served
    before = files(here.root)
    head = sent(port, token, b"", Content_Length=length)
    assert answer(port, head + b"x" * 1000).startswith(b"HTTP/1.1 4")
    assert files(here.root) == before


UNKNOWN = [{"id": "../../../etc/passwd", "version": "x"}]


@pytest.mark.parametrize("action", ACTIONS)
def test_what_is_not_there_is_not_written(here, served, action):
    port, token = served
    before = files(here.root)
    told = {"action": action, "figures": UNKNOWN, "doubts": UNKNOWN, "set": {}, "value": "x"}
    told |= {"start": 10**9, "end": 10**9 + 4, "step": 10**6}
    needs, may = ACTIONS[action]
    kept = {name: is_ for name, is_ in told.items() if name in ("action", *needs, *may)}
    status, why = code(answer(port, sent(port, token, json.dumps(kept).encode())))
    assert (status, why) in ((409, "changed"), (409, "undone"), (422, "refused"), (200, ""))
    assert (status == 200) == (action == "propose")
    assert files(here.root) == before


def test_a_file_that_leads_out_of_the_content_is_not_written(here, served, tmp_path):
    port, token = served
    outside = tmp_path / "outside.yml"
    (here.root / REVIEWS).rename(outside)
    (here.root / REVIEWS).symlink_to(outside)
    before = outside.read_bytes()
    assert code(answer(port, sent(port, token))) == (409, "mistakes")
    assert outside.read_bytes() == before


def test_two_pages_at_once_lose_nothing(here, served):
    """Each has seen the report as it was; both decisions are kept, whichever comes first."""
    port, token = served
    page = Browser(here.desk()).load()
    left = [id for id, one in page.figures.items() if one["state"] == "open"]

    async def send(id: str) -> tuple[int, str]:
        chosen = [{"id": id, "version": page.figures[id]["version"]}]
        body = json.dumps({"action": "right", "figures": chosen}).encode()
        return code(await asyncio.to_thread(answer, port, sent(port, token, body)))

    async def both() -> list[tuple[int, str]]:
        return await asyncio.gather(*map(send, left))

    assert asyncio.run(both()) == [(200, "")] * len(left)
    assert {one["state"] for one in page.load().figures.values()} == {"right"}
