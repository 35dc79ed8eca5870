"""The preview: an edit shows in the browser, a mistake shows its message and keeps the last good
site.
"""

import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from sites import small_content

ROOT = Path(__file__).resolve().parents[1]
REPORT = "reports/330200/2020.md"


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """Give the content folder of a running preview and its address."""
    place = tmp_path_factory.mktemp("preview")
    folder = small_content(place)
    command = [
        sys.executable,
        "-u",
        "-m",
        "baogao",
        "serve",
        "--content",
        folder,
        "--output",
        place / "preview",
        "--port",
        "0",
    ]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL
    ) as process:
        for line in process.stderr:
            if address := re.match(r"(http://127\.0\.0\.1:\d+/)", line):
                break
        yield folder, address[1]
        process.terminate()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_an_edit_shows_and_a_mistake_is_told(page, preview):
    folder, address = preview
    page.goto(address + "reports/330200/2020/")
    expect(page.locator(".quality")).to_have_count(0)
    edit(folder / REPORT, "speaker:\n", "speaker:\nnotes: [这一句是刚刚写的。]\n")
    expect(page.locator(".quality")).to_contain_text("这一句是刚刚写的。")
    edit(folder / REPORT, "year: 2020\n", "year: 20xx\n")
    expect(page.get_by_role("alert")).to_contain_text(
        "content/reports/330200/2020.md:4: front matter year cannot be '20xx'"
    )
    expect(page.locator(".quality")).to_contain_text("这一句是刚刚写的。")
    edit(folder / REPORT, "year: 20xx\n", "year: 2020\n")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_page_that_was_not_listening_yet_when_an_edit_was_built_shows_it(page, preview):
    folder, address = preview
    held = []
    page.route(
        "**/livereload.js*", lambda route: held.append(route)
    )  # the page is there, its connection is not yet
    page.goto(address + "reports/330200/2020/", wait_until="commit")
    expect(page.locator(".meta").first).not_to_contain_text("某某")
    edit(folder / REPORT, "speaker:\n", "speaker: 某某\n")
    other = page.context.new_page()
    other.goto(address + "reports/330200/2020/index.html")
    expect(other.locator(".meta").first).to_contain_text("某某")
    other.close()
    held[0].continue_()
    expect(page.locator(".meta").first).to_contain_text("某某")


def test_a_missing_page_is_answered_by_ours(page, preview, meant):
    meant.append("404")  # the browser's own, that the page was not found
    response = page.goto(preview[1] + "nowhere/")
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
    assert page.evaluate("getComputedStyle(document.querySelector('.brand')).display") == "flex"


@pytest.mark.parametrize(
    "host", ["127.0.0.2", "::1"]
)  # a server on every address would answer there
def test_it_listens_on_the_loopback_address_only(preview, host):
    port = urlsplit(preview[1]).port
    socket.create_connection(("127.0.0.1", port), timeout=30).close()
    with pytest.raises(OSError):
        socket.create_connection((host, port), timeout=30)
