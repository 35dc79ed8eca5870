"""Two years side by side in a real Chromium: the way there and back, the table, the paired texts,
on a phone and without scripts.
"""

import re

import pytest
from playwright.sync_api import expect

PAGE = "reports/330200/2020/compare/2019/"


@pytest.mark.parametrize(
    "start",
    [
        "reports/330200/2019/",
        "reports/330200/2020/",
        pytest.param("areas/330200/", marks=pytest.mark.nightly),
    ],
)
def test_there_and_back(page, served, start):
    page.goto(served("/repo/") + start)
    page.get_by_role("link", name="2019、2020年对照").click()
    expect(page).to_have_url(served("/repo/") + PAGE)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "宁波市政府工作报告：2019年与2020年对照"
    )
    page.locator(".cards a").first.click()
    expect(page).to_have_url(re.compile("/repo/reports/330200/2019/$"))


def test_what_was_promised_and_reached_stands_in_one_row_with_both_sentences(page, served):
    page.goto(served("/repo/") + PAGE)
    row = page.locator("#indicators tbody tr", has_text="地区生产总值 同比增长").first
    for text in ["7%", "6.8%", "低0.2个百分点", "6.8%左右", "6.5%左右", "低0.3个百分点"]:
        expect(row).to_contain_text(text)
    links = row.locator("td + td a").evaluate_all("links => links.map(link => link.pathname)")
    assert links == [f"/repo/reports/330200/{year}/" for year in (2019, 2020, 2019, 2020)]


def test_a_target_in_another_measure_is_neither_dropped_nor_new(page, served):
    page.goto(served("/") + PAGE)
    lists = page.locator(".changed")
    expect(lists).to_have_count(2)
    expect(lists.nth(0)).to_contain_text("民间投资")
    for one in lists.all():
        expect(one).not_to_contain_text("实际利用外资")


def test_what_only_one_year_says_can_be_chosen(page, served):
    page.goto(served("/") + PAGE)
    page.get_by_role("combobox", name="写到").select_option("older")
    page.get_by_role("button", name="全部列出").click()
    shown = page.locator("#indicators tbody tr:visible")
    assert shown.count() == page.locator('#indicators tr[data-there="older"]').count() > 0
    assert shown.locator("td:nth-child(3) a, td:nth-child(6) a").count() == 0


PARTS = "table.parts tr[id]"


def part(page, title):
    """Return the row of a part, and that of its texts once it is opened."""
    row = page.locator(PARTS, has_text=title)
    return row, row.locator("xpath=following-sibling::tr[1][@class='texts']")


def opened(page, title):
    """Open a part and return its two texts."""
    row, texts = part(page, title)
    row.get_by_role("button").click()
    expect(texts).to_be_visible()
    return texts.locator("td")


def test_parts_that_belong_together_stand_beside_each_other(page, served):
    page.goto(served("/repo/") + PAGE)
    row, texts = part(page, "（八）加快城乡融合，率先走出乡村振兴新路子")
    expect(row.locator("td").nth(1)).to_have_text("（五）深入实施乡村振兴战略，加快农业农村现代化")
    expect(texts).to_have_count(0)
    alone, _ = part(page, "（三）加大科技投入")
    assert alone.locator("td").evaluate_all("cells => cells.map(cell => !cell.textContent)") in (
        [True, False],
        [False, True],
    )
    same = page.locator("table.parts .same", has_text="地区生产总值").first
    expect(same.locator("td").nth(0)).to_contain_text("10745.5亿元")
    expect(same.locator("td").nth(1)).to_contain_text("11985亿元")
    same.locator("a").first.click()
    expect(page).to_have_url(re.compile("/repo/reports/330200/2019/#f-"))


def test_a_part_that_is_opened_shows_both_texts_with_their_figures(page, served):
    page.goto(served("/repo/") + PAGE)
    sides = opened(page, "（八）加快城乡融合，率先走出乡村振兴新路子")
    expect(sides.nth(0)).to_contain_text("保持粮食播种面积160万亩、蔬菜播种面积135万亩")
    expect(sides.nth(1)).to_contain_text("着力增强农村发展活力")
    older, newer = (sides.nth(at).bounding_box() for at in (0, 1))
    assert older["y"] == newer["y"] and older["x"] < newer["x"]
    figure = sides.nth(0).locator("a.figure.target", has_text="160万亩")
    expect(figure).to_have_css("text-decoration-style", "dashed")
    figure.click()
    expect(page).to_have_url(re.compile("/repo/reports/330200/2019/#f-"))
    expect(page.locator(".text a[id|=f]:target")).to_be_in_viewport()
    page.go_back()
    opened(page, "（八）加快城乡融合").nth(1).get_by_role("link", name="看这一段").first.click()
    expect(page).to_have_url(re.compile("/repo/reports/330200/2020/#p-"))
    expect(page.locator(".text p:target")).to_be_in_viewport()


def test_all_parts_opened_are_both_texts_whole(page, served):
    page.goto(served("/") + PAGE)
    page.get_by_role("button", name="并排打开全部原文").click()
    expect(page.locator(f"{PARTS} button[aria-expanded=false]")).to_have_count(0)
    expect(page.locator("tr.texts")).to_have_count(page.locator(PARTS).count())
    for at, year in enumerate((2019, 2020)):
        shown = page.locator(f"tr.texts td:nth-child({at + 1}) p").evaluate_all(READ)
        figures = page.locator(f"tr.texts td:nth-child({at + 1}) a.figure").count()
        report = page.context.new_page()
        report.goto(served("/") + f"reports/330200/{year}/")
        wanted = report.locator(".text :is(p, h4)").evaluate_all(READ)
        assert sorted(shown) == sorted(wanted) and len(wanted) > 50
        assert figures == report.locator(".text :is(p, h4) a[id|=f]").count() > 100
        report.close()
    page.get_by_role("button", name="收起全部原文").click()
    expect(page.locator("tr.texts:visible")).to_have_count(0)


# What a paragraph says: without what a report's page puts beside its words.
READ = """paragraphs => paragraphs.map(paragraph => {
    const copy = paragraph.cloneNode(true);
    copy.querySelectorAll("sup, .kind, .here, .there").forEach(aside => aside.remove());
    return copy.textContent.trim();
})"""


def test_by_keyboard_a_part_is_opened_and_closed(page, served):
    page.goto(served("/") + PAGE)
    row, texts = part(page, "（八）加快城乡融合，率先走出乡村振兴新路子")
    button = page.get_by_role("button", name="并排看原文：（八）加快城乡融合")
    row.locator("a").first.focus()
    page.keyboard.press("Shift+Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(texts).to_be_visible()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(texts).to_be_hidden()
    page.keyboard.press("Space")
    expect(texts).to_be_visible()
    expect(page.locator("tr.texts")).to_have_count(1)


def test_an_address_of_a_part_opens_it(page, served):
    page.goto(served("/") + PAGE)
    anchors = page.locator(PARTS).evaluate_all("rows => rows.map(row => row.id)")
    page.goto(f"{served('/')}{PAGE}#{anchors[3]}")
    expect(page.locator("tr.texts")).to_have_count(1)
    expect(page.locator(f"{PARTS}:target")).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(f"{served('/')}{PAGE}#{anchors[5]}")
    expect(page.locator("tr.texts")).to_have_count(1)


def test_what_cannot_be_fetched_is_said_and_can_be_tried_again(page, served, meant):
    meant.append("ERR_FAILED")
    page.goto(served("/") + PAGE)
    page.route("**/reports/330200/2019/", lambda route: route.abort())
    row, texts = part(page, "（八）加快城乡融合，率先走出乡村振兴新路子")
    row.get_by_role("button").click()
    expect(page.get_by_text("没有取到原文，请再试一次")).to_be_visible()
    expect(row.get_by_role("button")).to_have_attribute("aria-expanded", "false")
    expect(texts).to_have_count(0)
    expect(row.locator("td a")).to_have_count(2)
    page.unroute("**/reports/330200/2019/")
    opened(page, "（八）加快城乡融合")
    expect(page.get_by_text("没有取到原文")).to_have_count(0)


def test_on_a_phone_one_stands_under_the_other(page, served):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(served("/") + PAGE)
    sides = opened(page, "（八）加快城乡融合")
    older, newer = (sides.nth(at).bounding_box() for at in (0, 1))
    assert older["x"] == newer["x"] and older["y"] + older["height"] <= newer["y"]
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_each_part_leads_to_both_texts(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/") + PAGE)
    expect(page.locator("form.filter")).to_be_hidden()
    expect(page.get_by_role("button", name="并排打开全部原文")).to_be_hidden()
    assert page.locator("#indicators tbody tr:visible").count() > 100
    row, _ = part(page, "（八）加快城乡融合，率先走出乡村振兴新路子")
    expect(row.locator("td a")).to_have_count(2)
    row.locator("td a").nth(1).click()
    expect(page).to_have_url(re.compile("/reports/330200/2020/#p-"))
    expect(page.locator("h3:target")).to_be_in_viewport()
    expect(page.locator("h3:target")).to_have_text(re.compile("（五）深入实施乡村振兴战略"))
    context.close()
