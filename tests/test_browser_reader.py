"""Reading a report in a real Chromium: contents, figures, the inspector, by keyboard, mouse and
touch, and without scripts.
"""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from baogao.content.files.own_files_read_once import take_templates
from baogao.content.site_settings import Site
from baogao.pages import mistakes
from baogao.pages.rendering import Renderer

REPORT = "reports/330200/2020/"
PREFIXES = [
    pytest.param("/", marks=pytest.mark.nightly),
    "/repo/",
]  # by day test_browser.py looks at both
REVENUE = "1468.4亿元 = 146,840,000,000 元"
# What is said for two seconds stays: on a busy machine they are over before anybody looks.
SAID_FOR_GOOD = """const wait = setTimeout;
self.setTimeout = (act, after, ...given) => after < 2000 || !after ? wait(act, after, ...given) : 0;
"""


@pytest.fixture
def phone(browser, served, complaints):
    """Give a page on a small touch screen."""
    context = browser.new_context(
        locale="zh-CN", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def scriptless(browser):
    """Give a page of a browser without JavaScript."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 800}
    )
    yield context.new_page()
    context.close()


def figure(page, words: str = "1468.4亿元"):
    return page.locator(".text a[id|=f]", has_text=words).first


def inspector(page):
    return page.get_by_role("complementary", name="数字的说明")


def ready(page, address: str) -> None:
    """Open a page and wait for its scripts."""
    page.goto(address)
    page.wait_for_selector(".contents details[open]")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_click_opens_the_inspector(page, served, prefix):
    ready(page, served(prefix) + REPORT)
    figure(page).click()
    expect(inspector(page)).to_contain_text(REVENUE)
    expect(inspector(page)).to_contain_text("全市实现地区生产总值11985亿元")
    expect(page).to_have_url(re.compile(r"#f-\w+$"))
    inspector(page).get_by_role("link", name="一般公共预算收入").click()
    expect(page).to_have_url(re.compile(r"/indicators/general_budget_revenue/$"))


def test_from_the_keyboard_it_opens_closes_and_gives_the_focus_back(page, served):
    ready(page, served("/") + REPORT)
    figure(page).focus()
    page.keyboard.press("Enter")
    expect(inspector(page).get_by_role("heading")).to_be_focused()
    expect(inspector(page).get_by_role("heading")).to_contain_text("1468.4亿元")
    page.keyboard.press("Escape")
    expect(inspector(page)).to_be_hidden()
    expect(figure(page)).to_be_focused()


def test_the_close_button_gives_the_focus_back(page, served):
    ready(page, served("/") + REPORT)
    figure(page).click()
    inspector(page).get_by_role("button", name="关上").click()
    expect(inspector(page)).to_be_hidden()
    expect(figure(page)).to_be_focused()


def test_on_a_wide_screen_the_inspector_covers_no_text(page, served):
    ready(page, served("/") + REPORT)
    figure(page).click()
    expect(inspector(page)).to_be_visible()
    text, panel = page.locator(".text").bounding_box(), inspector(page).bounding_box()
    assert panel["x"] >= text["x"] + text["width"]
    assert panel["y"] + panel["height"] <= 800


def test_on_a_phone_it_opens_by_touch_below_the_figure(phone, served):
    phone.goto(served("/") + REPORT)
    figure(phone).tap()
    expect(inspector(phone)).to_contain_text(REVENUE)
    expect(figure(phone)).to_have_attribute("aria-current", "true")  # it has been scrolled to
    marked, sheet = figure(phone).bounding_box(), inspector(phone).bounding_box()
    assert marked["y"] + marked["height"] <= sheet["y"]
    assert sheet["y"] + sheet["height"] == pytest.approx(844, abs=1)
    inspector(phone).get_by_role("button", name="下一个").tap()
    expect(inspector(phone).get_by_role("heading")).to_contain_text("6.4%")
    inspector(phone).get_by_role("button", name="关上").tap()
    expect(inspector(phone)).to_be_hidden()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_figure_s_address_opens_it_on_arrival_and_leaves_the_focus(page, served, prefix):
    page.goto(served(prefix) + "indicators/general_budget_revenue/")
    page.locator("tr", has_text="146,840,000,000").locator("td:last-child a").click()
    expect(inspector(page)).to_contain_text(REVENUE)
    expect(figure(page)).to_be_in_viewport()
    expect(figure(page)).to_have_attribute("aria-current", "true")
    assert page.evaluate("document.activeElement.closest('#inspector')") is None


def test_a_link_on_the_page_opens_its_figure(page, served):
    ready(page, served("/") + REPORT)
    page.locator(".tiles a", has_text="1468.4亿元").click()
    expect(inspector(page)).to_contain_text(REVENUE)
    expect(figure(page)).to_be_in_viewport()


def test_keys_go_from_figure_to_figure(page, served):
    ready(page, served("/") + REPORT)
    figure(page).focus()
    page.keyboard.press("j")
    expect(page.locator(".text a[id|=f]:focus")).to_have_text("6.4%")
    page.keyboard.press("k")
    expect(figure(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(inspector(page)).to_contain_text(REVENUE)
    page.keyboard.press("k")
    expect(inspector(page).get_by_role("heading")).to_contain_text("第2位")
    expect(page.locator(".text a[id|=f][aria-current]")).to_have_count(1)
    expect(page.locator(".text a[id|=f][aria-current]")).to_have_text("第2位")


def test_keys_do_nothing_while_somebody_writes_or_when_switched_off(page, served):
    ready(page, served("/") + REPORT)
    page.evaluate("document.querySelector('.report').prepend(document.createElement('textarea'))")
    page.locator(".report > textarea").click()
    page.keyboard.type("jkj")
    expect(page.locator(".report > textarea")).to_have_value("jkj")
    expect(page.locator(".text a[id|=f]:focus")).to_have_count(0)
    page.get_by_text("键盘").click()
    page.get_by_label("用 J、K 键").uncheck()
    figure(page).focus()
    page.keyboard.press("j")
    expect(figure(page)).to_be_focused()


def test_the_first_step_goes_to_the_figure_in_view(page, served):
    ready(page, served("/") + REPORT)
    page.locator(".text h2", has_text="2020年主要目标任务").evaluate(
        "heading => heading.scrollIntoView({block: 'start', behavior: 'instant'})"
    )
    page.keyboard.press("j")
    first = page.locator(".text a[id|=f]:focus")
    expect(first).to_be_in_viewport()
    assert first.evaluate(
        "figure => figure.compareDocumentPosition([...document.querySelectorAll('.text h2')]"
        ".find(h => h.textContent.includes('2020年主要目标任务'))) &"
        " Node.DOCUMENT_POSITION_PRECEDING"
    )


def test_kinds_are_switched_off_in_the_text_and_on_the_way(page, served):
    ready(page, served("/") + REPORT)
    underlined = "figure => getComputedStyle(figure).textDecorationLine"
    assert figure(page, "6.4%").evaluate(underlined) == "underline"
    page.locator(".legend").get_by_label(re.compile("变化")).uncheck()
    assert figure(page, "6.4%").evaluate(underlined) == "none"
    assert figure(page).evaluate(underlined) == "underline"
    figure(page).focus()
    page.keyboard.press("j")
    expect(page.locator(".text a[id|=f]:focus")).to_have_text("5000亿元")


def test_what_a_figure_is_can_be_heard_and_be_silenced(page, served):
    ready(page, served("/") + REPORT)
    paragraph = page.locator(".text p", has_text="固定资产投资增长8.1%").first
    for name in ("39个，已报告", "8.1%，同比增长，已报告", "4.5个百分点，变化，已报告"):
        expect(paragraph.get_by_role("link", name=name, exact=True)).to_have_count(1)
    promised = page.locator(".text p:has(.t.g)").first
    expect(
        promised.get_by_role("link", name=re.compile("%，同比增长，目标$")).first
    ).to_be_visible()
    page.locator(".legend").get_by_label(re.compile("变化")).uncheck()
    expect(paragraph.get_by_role("link", name="8.1%", exact=True)).to_have_count(1)
    page.locator(".legend summary").click()
    page.get_by_label("读屏时说出每个数字的类型和状态").uncheck()
    expect(paragraph.get_by_role("link", name="39个", exact=True)).to_have_count(1)
    paragraph.get_by_role("link", name="39个").click()
    heading = inspector(page).get_by_role("heading")
    expect(heading).to_have_accessible_name(re.compile("39个.* · 2019 年 · 已报告 · 水平$"))


def test_what_is_skipped_to_is_there(page, served):
    page.goto(served("/") + REPORT)
    skips = page.locator("a.skip")
    assert skips.all_inner_texts() == ["跳到内容", "跳到原文", "跳到文中的数字", "跳到表格"]
    for place in skips.evaluate_all("all => all.map((one) => one.hash)"):
        expect(page.locator(place)).to_have_count(1)


def test_the_legend_counts_what_is_marked(page, served):
    page.goto(served("/") + REPORT)
    for label in page.locator(".legend fieldset label").all():
        kind = label.locator("input").get_attribute("value")
        assert (
            int(label.locator("small").inner_text())
            == page.locator(f".text a[id|=f]{kind}").count()
        )


def test_reached_and_promised_differ_by_more_than_colour(page, served):
    page.goto(served("/") + REPORT)
    style = "figure => getComputedStyle(figure).textDecorationStyle"
    assert page.locator(".text a[id|=f]:not(.t)").first.evaluate(style) == "solid"
    assert page.locator(".text a.t").first.evaluate(style) == "dashed"


def test_contents_follow_the_scroll(page, served):
    page.goto(served("/") + REPORT)
    for words in ["（六）狠抓惠民生", "二、2020年主要目标任务", "（二）狠抓强产业"]:
        page.locator(".text :is(h2, h3)", has_text=words).evaluate(
            "heading => heading.scrollIntoView({block: 'start', behavior: 'instant'})"
        )
        current = page.locator(".contents a[aria-current=location]")
        expect(current).to_contain_text(words)
        expect(current).to_be_in_viewport()


def test_on_a_phone_the_contents_are_at_hand_while_reading(phone, served):
    phone.goto(served("/") + REPORT)
    expect(phone.locator(".contents ol")).to_be_hidden()
    phone.locator(".text h3", has_text="（六）狠抓惠民生").evaluate(
        "heading => heading.scrollIntoView({block: 'center', behavior: 'instant'})"
    )
    summary = phone.locator(".contents summary")
    expect(summary).to_be_in_viewport()
    expect(summary).to_contain_text("（五）狠抓提品质")
    summary.tap()
    phone.locator(".contents a", has_text="二、2020年主要目标任务").tap()
    expect(phone.locator(".contents ol")).to_be_hidden()
    heading = phone.locator(".text h2", has_text="二、2020年主要目标任务")
    expect(heading).to_be_in_viewport()
    phone.wait_for_function(
        "h => h.getBoundingClientRect().top >="
        " document.querySelector('.contents').getBoundingClientRect().bottom - 1",
        arg=heading.element_handle(),
    )


def test_the_kinds_of_sections_are_said_in_text_and_contents(page, served):
    page.goto(served("/") + REPORT)
    for place in [".text", ".contents"]:
        assert page.locator(f"{place} .kind").all_inner_texts() == ["回顾", "任务", "政府自身建设"]


def test_a_paragraph_has_an_address(page, served):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(SAID_FOR_GOOD)
    ready(page, served("/") + REPORT)
    paragraph = page.locator(".text p", has_text="一年来，我们坚持稳中求进")
    paragraph.locator("a[aria-label]").focus()
    page.keyboard.press("Enter")
    expect(paragraph).to_have_css("background-color", "rgb(255, 241, 168)")
    expect(page.get_by_role("status").filter(has_text="已复制链接")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith("#" + paragraph.get_attribute("id"))


def test_link_and_citation_are_copied(page, served):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ready(page, served("/repo/") + REPORT)
    figure(page).click()
    inspector(page).get_by_role("button", name="复制链接").click()
    expect(inspector(page).get_by_text("已复制")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == served("/repo/") + REPORT + "#" + figure(page).get_attribute("id")
    inspector(page).get_by_role("button", name="GB/T 7714").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('“')")
    citation = page.evaluate("navigator.clipboard.readText()")
    assert citation.startswith("“全市实现地区生产总值11985亿元")
    assert "宁波市人民政府. 2020年宁波市政府工作报告[R]. (2020-04-27)." in citation
    assert link in citation


def test_where_copying_is_not_allowed_the_link_can_be_selected(page, served):
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    ready(page, served("/") + REPORT)
    figure(page).click()
    inspector(page).get_by_role("button", name="复制链接").click()
    expect(inspector(page).get_by_role("status")).to_have_text(page.url)


def test_the_row_in_the_table_and_back(page, served):
    ready(page, served("/") + REPORT)
    figure(page).click()
    inspector(page).get_by_role("link", name="在数字表里").click()
    expect(page.locator("tr:target")).to_contain_text("146,840,000,000")
    page.locator("tr:target").get_by_role("link", name="1468.4亿元").click()
    expect(figure(page)).to_be_in_viewport()


def test_what_is_closed_before_it_came_does_not_come(page, served):
    requests = []
    page.route("**/figures.json", lambda route: requests.append(route))
    ready(page, served("/") + REPORT)
    with page.expect_request("**/figures.json"):
        figure(page).click()
    page.keyboard.press("Escape")
    with page.expect_event("requestfinished"):
        requests.pop().continue_()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    expect(inspector(page)).to_be_hidden()
    figure(page).click()
    expect(inspector(page)).to_be_visible()


def test_several_records_of_one_number_are_all_shown(page, served, site):
    data = json.loads((site / REPORT / "figures.json").read_text("utf-8"))
    page.goto(served("/") + REPORT)
    anchor = figure(page).get_attribute("id")
    at = next(i for i, one in enumerate(data["figures"]) if one["figure"] == anchor)
    for name in ("figures", "read", "stated"):
        data[name] += [data[name][at]] * 2
    page.route("**/figures.json", lambda route: route.fulfill(json=data))
    figure(page).click()
    expect(inspector(page).locator("dl")).to_have_count(3)


def test_where_the_data_cannot_be_had_a_figure_still_has_its_address(page, served, meant):
    meant.append("ERR_FAILED")
    page.route("**/figures.json", lambda route: route.abort())
    ready(page, served("/") + REPORT)
    figure(page).click()
    expect(page.locator(".text a[id|=f]:target")).to_have_text("1468.4亿元")
    assert page.url.endswith("#" + figure(page).get_attribute("id"))


def test_where_nobody_is_named_a_mistake_is_told_in_a_text_to_copy(page, served):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ready(page, served("/") + REPORT)
    figure(page).click()
    expect(inspector(page).get_by_role("link", name="报告错误")).to_have_count(0)
    inspector(page).get_by_role("button", name="复制报错文字").click()
    expect(inspector(page).locator(".said")).to_have_text("已复制")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    for words in [figure(page).get_attribute("id"), page.url, "全市实现地区生产总值11985亿元"]:
        assert words in copied


def test_with_a_tracker_a_mistake_is_reported_with_figure_sentence_and_address(page, served):
    tracked = Renderer(Site("", "", "", "", "https://example.org/tracker/"), take_templates())
    panel = tracked.environment.get_template("inspector.html").render(
        t=tracked.strings,
        site=tracked.site,
        cite_styles=(),
        mistake=mistakes.way(tracked.site),
        url=str,
        here="",
    )
    ready(page, served("/") + REPORT)
    page.evaluate("panel => { document.getElementById('inspector').outerHTML = panel }", panel)
    figure(page).click()
    link = urlsplit(inspector(page).get_by_role("link", name="报告错误").get_attribute("href"))
    asked = parse_qs(link.query)
    assert (link.netloc, link.path) == ("example.org", "/tracker/issues/new")
    assert asked["title"] == [f"数字有误：1468.4亿元（{figure(page).get_attribute('id')}）"]
    for words in [figure(page).get_attribute("id"), page.url, "全市实现地区生产总值11985亿元"]:
        assert words in asked["body"][0]


def test_without_scripts_a_figure_is_its_address_and_all_are_a_link_away(scriptless, served):
    scriptless.goto(served("/") + REPORT)
    figure(scriptless).click()
    expect(scriptless.locator(".text a[id|=f]:target")).to_have_text("1468.4亿元")
    row = scriptless.locator("#figures tr").last
    row.locator("a").first.click()
    expect(scriptless.locator(".text a[id|=f]:target")).to_have_text(
        row.locator("a").first.inner_text()
    )
    expect(scriptless.locator("#inspector")).to_be_hidden()
    expect(scriptless.locator(".steps")).to_be_hidden()
    scriptless.get_by_role("link", name="全部，列在一页").first.click()
    expect(scriptless.locator("article", has_text="146,840,000,000 元").first).to_be_visible()


def test_without_scripts_kinds_are_switched_and_contents_open(scriptless, served):
    scriptless.goto(served("/") + REPORT)
    scriptless.locator(".legend").get_by_label(re.compile("变化")).uncheck()
    assert (
        figure(scriptless, "6.4%").evaluate("figure => getComputedStyle(figure).textDecorationLine")
        == "none"
    )
    scriptless.locator(".contents summary").click()
    scriptless.locator(".contents a", has_text="二、2020年主要目标任务").click()
    expect(scriptless.locator(".text h2", has_text="二、2020年主要目标任务")).to_be_in_viewport()


def test_the_top_says_on_a_phone_what_the_report_claims(phone, served):
    phone.goto(served("/") + REPORT)
    for words in ["2020年宁波市政府工作报告", "全文标出", "地区生产总值"]:
        expect(phone.locator(".title").get_by_text(words).first).to_be_in_viewport()
    expect(phone.locator(".tiles a", has_text="11985亿元")).to_be_in_viewport()


def test_every_tile_leads_to_its_sentence(page, served):
    page.goto(served("/") + REPORT)
    tiles = page.locator(".tiles li")
    assert 4 <= tiles.count() <= 8
    assert tiles.first.inner_text().split() == ["地区生产总值", "11985亿元", "+6.8%"]
    for link in page.locator(".tiles a").all():
        words = re.sub(r"[+接近突破超过达]", "", link.inner_text())
        assert page.locator(link.get_attribute("href").removeprefix("./")).inner_text() in words


def test_last_year_s_targets_are_counted_at_the_top(page, served):
    page.goto(served("/") + REPORT)
    ended = page.locator(".ended")
    states = " ".join(ended.locator(".state").all_inner_texts())
    counted = sum(map(int, re.findall(r"\d+", states)))
    first = page.locator("#targets-of-last-year tbody tr").count()
    said = page.locator("#targets-of-last-year .more")
    expect(said).to_contain_text(f"前 {first} 行，共 {counted} 行")
    ended.get_by_role("link").click()
    expect(page.locator("#targets-of-last-year")).to_be_in_viewport()
