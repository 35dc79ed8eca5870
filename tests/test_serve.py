"""The preview: an edit shows in the browser, a mistake shows its message and keeps the last good site."""
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect
from test_golden import small_content

ROOT = Path(__file__).resolve().parents[1]
REPORT = "reports/330200/2020.md"
SECONDS = 30_000  # until an edit must show; it takes two or three


@pytest.fixture
def preview(tmp_path):
    """Give the content folder of a running preview and its address."""
    folder = small_content(tmp_path)
    command = [sys.executable, "-u", "-m", "baogao", "serve", "--content", folder, "--output", tmp_path / "preview", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL) as process:
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
    expect(page.locator(".quality")).to_contain_text("这一句是刚刚写的。", timeout=SECONDS)
    edit(folder / REPORT, "year: 2020\n", "year: 20xx\n")
    expect(page.get_by_role("alert")).to_contain_text(
        "content/reports/330200/2020.md:4: front matter year cannot be '20xx'", timeout=SECONDS)
    expect(page.locator(".quality")).to_contain_text("这一句是刚刚写的。")
    edit(folder / REPORT, "year: 20xx\n", "year: 2020\n")
    expect(page.get_by_role("alert")).to_have_count(0, timeout=SECONDS)


def test_a_missing_page_is_answered_by_ours(page, preview, complaints):
    with page.expect_console_message():  # the browser's own, that the page was not found
        response = page.goto(preview[1] + "nowhere/")
    assert response.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
    assert page.evaluate("getComputedStyle(document.querySelector('.brand')).display") == "flex"
    complaints.clear()
