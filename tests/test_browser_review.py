"""Reviewing a report in the preview, in a real Chromium: by keys, by mouse and by touch."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from baogao.preview.review.doubted_fields import FIELD_OF
from interface import STRINGS
from sites import small_content, warm_cache
from test_browser_axe import THEMES, held_against, prepare

ROOT = Path(__file__).resolve().parents[1]
REPORT = "330200/2020"
ASKED = f"**/-/review/{REPORT}"  # where decisions go
LARGE = 44  # pixels of what a finger has to hit
SMALL = """least => [...document.querySelectorAll(
  ".review-desk :is(button, select, input:not([type=radio]), fieldset label, header a)")]
  .filter((one) => one.offsetParent)
  .map((one) => [one.textContent, one.getBoundingClientRect()])
  .filter(([, { width, height }]) => Math.min(width, height) < least)
  .map(([text]) => text)"""
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


@dataclass
class Preview:
    """A running preview: its address, and the folder of its content."""

    content: Path
    address: str

    @property
    def page(self) -> str:
        return f"{self.address}reports/{REPORT}/"

    def file(self, kind: str) -> Path:
        return self.content / kind / f"{REPORT}.{'md' if kind == 'reports' else 'yml'}"

    def rows(self, kind: str) -> list[dict]:
        path = self.file(kind)
        return yaml.safe_load(path.read_text("utf-8")) if path.exists() else []


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """Give a running preview of a small content folder."""
    place = tmp_path_factory.mktemp("review")
    folders = {
        "--content": small_content(place),
        "--output": place / "preview",
        "--cache": warm_cache(place / "cache"),
    }
    arguments = [str(one) for pair in folders.items() for one in pair]
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "baogao", "serve", "--port", "0", *arguments],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        stdin=subprocess.DEVNULL,
    ) as process:
        for line in process.stderr:
            if address := re.match(r"(http://127\.0\.0\.1:\d+/)", line):
                break
        yield Preview(folders["--content"], address[1])
        process.terminate()


@pytest.fixture
def preview(running):
    """Give the preview; what a test writes is taken back."""
    report = running.file("reports").read_bytes()
    yield running
    running.file("reports").write_bytes(report)
    for kind in ("figures", "reviews"):
        shutil.rmtree(running.content / kind, ignore_errors=True)


@pytest.fixture
def review(page, preview) -> Page:
    """Give a page that is in the review."""
    return begun(page, preview)


@pytest.fixture
def phone(browser, preview, complaints):
    """Give a page on a small touch screen that is in the review."""
    context = browser.new_context(
        locale="zh-CN", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield begun(page, preview)
    context.close()
    assert complaints == []


def begun(page: Page, preview: Preview) -> Page:
    page.goto(f"{preview.page}?review")
    expect(heading(page)).to_be_visible()
    if page.get_by_role("button", name="最没把握的在先").count():
        page.get_by_role("button", name="最没把握的在先").click()  # the order of the text
    figure(page, "11985亿元")
    return page


def heading(page: Page):
    return page.locator(".card h2")


def figure(page: Page, words: str) -> None:
    """Go to a figure, by a click on it in the text."""
    page.locator("a.figure", has_text=words).click()
    shows(page, words)


def field(page: Page, name: str):
    return page.locator(".card").get_by_label(name)


def shows(page: Page, words: str) -> None:
    expect(heading(page)).to_contain_text(words)
    expect(page.locator(".text [aria-current]")).to_contain_text(words)
    expect(page.locator(".text [aria-current]")).to_be_in_viewport()


def written(page: Page) -> None:
    """Wait until all decisions stand in the content."""
    expect(page.locator(".review-desk")).to_have_attribute("data-waiting", "0")


def test_a_report_leads_into_the_review_and_out_of_it(page, preview):
    page.goto(preview.page)
    page.get_by_role("link", name="校对数字").click()
    expect(heading(page)).to_be_visible()
    expect(page.get_by_role("link", name="网站导航")).to_have_count(0)
    page.get_by_role("link", name="离开").click()
    expect(page.get_by_role("heading", name="2020年宁波市政府工作报告", level=1)).to_be_visible()


def test_a_key_decides_and_the_next_figure_is_there(review, preview):
    review.keyboard.press("a")
    shows(review, "6.8%")
    review.keyboard.press("d")
    shows(review, "第12位")
    expect(review.get_by_role("button", name="已校对 2 个")).to_have_text(re.compile("^2/"))
    review.keyboard.press("5")  # its status; `t` is a target
    review.keyboard.press("t")
    review.keyboard.press("Enter")
    shows(review, "三分之一")
    written(review)
    right, mended = preview.rows("reviews")
    assert right["read"]["value"] == 1198500000000
    assert mended["read"]["status"] == "target"
    rejected, set_ = preview.rows("figures")
    assert rejected["reject"] is True
    assert set_["set"] == {"status": "target"}
    assert all(row["why"] for row in (rejected, set_))


def test_everything_can_be_undone_and_begins_where_it_was_left(review, preview):
    review.keyboard.press("s")  # the whole sentence
    shows(review, "三分之一")
    written(review)
    assert len(preview.rows("reviews")) == 3
    review.reload()
    shows(review, "三分之一")
    review.keyboard.press("z")
    shows(review, "11985亿元")
    written(review)
    assert not preview.file("reviews").exists()
    review.keyboard.press("f")  # later: behind all others
    shows(review, "6.8%")
    review.keyboard.press("k")
    shows(review, "6.8%")


def test_a_decision_waits_until_a_preview_begun_anew_takes_it(review, preview, meant):
    meant.append("Failed to load resource")  # the browser's own, of what it was refused
    told = {"error": "token", "message": "token"}
    review.route(ASKED, lambda route: route.fulfill(status=403, json=told))
    review.route(preview.page, lambda route: route.fulfill(status=500, body="not yet"))
    review.keyboard.press("a")
    expect(review.locator(".waits")).to_contain_text("1 项决定等着写入")
    review.keyboard.press("d")
    expect(review.locator(".waits")).to_contain_text("2 项决定等着写入")
    assert review.get_by_role("alert").count() == 0
    review.unroute(preview.page)
    review.unroute(ASKED)
    written(review)
    expect(review.locator(".waits")).to_have_text("")
    assert len(preview.rows("reviews")) == len(preview.rows("figures")) == 1


def test_what_is_still_being_written_is_undone_in_its_turn(review, preview):
    held = []
    review.keyboard.press("a")
    written(review)
    review.route(ASKED, lambda route: held.append(route), times=1)
    with review.expect_request(ASKED):
        review.keyboard.press("d")
    review.keyboard.press("z")
    expect(review.locator(".review-desk")).to_have_attribute("data-waiting", "2")
    held[0].continue_()
    written(review)
    shows(review, "6.8%")
    assert not preview.file("figures").exists()
    assert len(preview.rows("reviews")) == 1


def test_the_end_leads_on(review, preview):
    for key in "ssss":  # every sentence
        review.keyboard.press(key)
    expect(heading(review)).to_contain_text("都校对过了")
    written(review)
    expect(review.locator(".card")).to_contain_text(f"reviews/{REPORT}.yml")
    expect(review.get_by_role("link", name="校对别的报告")).to_have_attribute("href", "/reports/")
    review.locator(".card").get_by_role("button", name="疑点").click()
    expect(heading(review)).to_have_text("报告本身的疑点")


def test_fields_are_set_by_typing_and_a_mistake_is_told(review, preview):
    held = []
    review.keyboard.press("2")
    review.keyboard.type("没有这个")
    review.keyboard.press("Enter")
    expect(review.get_by_role("alert")).to_contain_text("没有名为“没有这个”的指标")
    review.keyboard.press("Control+a")
    review.keyboard.type("urban_jobs_new")
    field(review, "年份").fill("2018")
    field(review, "数值").fill("1.3万亿")
    field(review, "理由").fill("句中另有所指")
    review.route(ASKED, lambda route: held.append(route), times=1)
    with review.expect_request(ASKED):
        review.keyboard.press("Enter")
    shows(review, "6.8%")
    beside = review.get_by_role("region", name="同一句里的数字").locator("[data-state=mended]")
    expect(beside).to_contain_text("= 13,000亿元")
    expect(beside).to_contain_text("2018")
    held[0].continue_()
    written(review)
    [row] = preview.rows("figures")
    value = 1_300_000_000_000
    assert row["set"] == {"value": value, "period": "2018", "indicator": "urban_jobs_new"}
    assert row["why"] == "句中另有所指"


def test_words_are_clicked_for_the_label_and_a_missed_number_is_selected(review, preview):
    words = review.locator(".sentence .word")
    words.filter(has_text="总量").click()
    expect(field(review, "说的是什么")).to_have_value("总量")
    words.filter(has_text="城市").click()
    expect(field(review, "说的是什么")).to_have_value("总量跃居全国城市")
    review.keyboard.press("Escape")
    figure(review, "6.8%")
    review.keyboard.press("d")
    review.locator(".text .number", has_text="6.8%").dblclick()
    expect(heading(review)).to_contain_text("标出")
    expect(review.locator(".text mark[aria-current]")).to_have_text("6.8%")
    field(review, "说的是什么").fill("增速")
    review.keyboard.press("Enter")
    expect(review.locator("a.figure.added")).to_have_text("6.8%")
    assert review.get_by_role("alert").count() == 0
    written(review)
    assert "增速" in preview.file("figures").read_text("utf-8")


def test_a_number_that_is_clicked_twice_is_asked_for_once(review):
    held = []
    figure(review, "6.8%")
    review.keyboard.press("d")
    written(review)
    review.route(ASKED, lambda route: held.append(route), times=1)
    review.locator(".text .number", has_text="6.8%").dblclick()
    expect(review.locator(".review-desk")).to_have_attribute("data-waiting", "1")
    held[0].continue_()
    expect(heading(review)).to_contain_text("标出")
    expect(field(review, "说的是什么")).to_have_value("地区生产总值")
    review.locator(".text mark[aria-current]").dblclick()
    expect(field(review, "说的是什么")).to_have_value("地区生产总值")


def test_keys_are_shown_and_changed(review, page):
    review.keyboard.press("?")
    keys = review.get_by_role("dialog", name="怎样校对")
    keys.get_by_role("button", name="对 A", exact=True).click()
    review.keyboard.press("q")
    expect(keys.get_by_role("button", name="对 Q", exact=True)).to_be_focused()
    review.keyboard.press("Escape")
    review.keyboard.press("a")
    shows(review, "11985亿元")
    review.keyboard.press("q")
    shows(review, "6.8%")
    written(review)


def fits(page: Page) -> None:
    """Hold that everything can be hit, and nothing stands beyond the edge."""
    assert page.evaluate(SMALL, LARGE) == []
    assert not page.evaluate(TOO_WIDE)


def test_by_touch_alone(phone, preview):
    figure(phone, "6.8%")
    fits(phone)
    phone.locator("[data-do=doubts]").first.tap()
    fits(phone)
    phone.get_by_role("button", name="回到数字").tap()
    phone.locator("[data-field=status]").tap()
    fits(phone)
    phone.locator("[name=status][value=target]").tap()
    phone.get_by_role("button", name="保存").tap()
    shows(phone, "第12位")
    phone.get_by_role("button", name="对", exact=True).tap()
    written(phone)
    assert len(preview.rows("reviews")) == 2


def test_what_an_editor_and_another_browser_write_is_taken_in(review, preview, meant):
    meant.append("Failed to load resource")  # the browser's own, that a report cannot be read
    other = begun(review.context.new_page(), preview)
    review.evaluate("window.stays = true")
    other.keyboard.press("a")
    written(other)
    expect(review.locator("[data-do=progress]")).to_have_text(re.compile("^1/"))
    review.keyboard.press("j")
    review.keyboard.press("a")
    written(review)
    assert len(preview.rows("reviews")) == 2
    report = preview.file("reports")
    report.write_text(report.read_text("utf-8").replace("增长6.8%", "增长6.9%"), "utf-8")
    expect(review.locator("a.figure", has_text="6.9%")).to_be_visible()
    right = report.read_text("utf-8")
    report.write_text(right.replace("year: 2020", "year: 20xx"), "utf-8")
    expect(review.locator(".waits")).to_contain_text("front matter year cannot be '20xx'")
    report.write_text(right, "utf-8")
    expect(review.locator(".waits")).to_have_text("")
    assert review.evaluate("window.stays")


def test_what_is_unsure_of_the_report_is_confirmed_or_mended(review, preview):
    review.keyboard.press("g")
    doubts = review.locator(".report-doubts")
    doubts.get_by_role("button", name="报告人").click()
    doubts.get_by_label("报告人").fill("某某")
    doubts.get_by_role("button", name="保存").click()
    written(review)
    expect(review.locator(".card h2")).to_be_focused()
    assert "speaker: 某某\n" in preview.file("reports").read_text("utf-8")
    doubts.get_by_role("button", name="二、2020年主要目标任务").click()
    doubts.get_by_label("作为").select_option("二级标题")
    doubts.get_by_role("button", name="保存").click()
    expect(review.locator(".review-desk .text h3", has_text="主要目标任务")).to_be_visible()
    review.keyboard.press("z")
    expect(review.locator(".review-desk .text h2", has_text="主要目标任务")).to_be_visible()


# Colours hardly hang on the width, as in test_browser_axe.
@pytest.mark.parametrize(("width", "themes"), [(390, ()), (1280, THEMES)])
def test_no_state_breaks_a_rule(page, preview, width, themes):
    begun(page, preview)
    page.evaluate("document.querySelector('article.report').remove()")  # it is not shown
    prepare(page)
    found = []
    for state in (None, "wrong", "missed", "doubts", "keys", "progress"):
        if state:
            page.locator(f"[data-do={state}]").first.click()
        found += [f"{state} {line}" for line in held_against(page, width, themes)]
        page.keyboard.press("Escape")
    assert found == []


def test_every_reason_for_doubt_speaks_of_a_field():
    assert set(FIELD_OF) == set(STRINGS["certainty"]["reasons"])


def test_no_build_has_any_of_it(site):
    own = {path.read_bytes() for path in (ROOT / "site_src" / "review").iterdir()}
    for path in site.rglob("*"):
        if path.suffix in (".html", ".js", ".css"):
            data = path.read_bytes()
            assert data not in own, path
            assert b"-/review" not in data and b"baogao-review" not in data, path
