"""Long tables in a real Chromium: sorted, filtered, searched, shared, taken along, printed; by
mouse, by keys, without scripts.
"""

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from baogao.content.vocabulary.vocabulary_entries import Unit
from baogao.pages.tables.controls import STEP, stated
from conftest import tell_complaints
from own_content import own_content
from test_controls import SHOWN

REPORT, INDICATOR = "reports/330200/2020/", "indicators/gdp/"
TARGETS, OF_AREA = "targets/", "targets/330200/2019/"
NIGHTLY = pytest.mark.nightly
ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "site_src" / "static" / "tables.js"


# Nothing chosen, no order, no place asked for.
AS_IT_WAS = """() => {
  location.hash = "";
  document.querySelector("form.filter [data-reset]").click();
  document.querySelector("#print-all").checked = false;
  history.replaceState(null, "", location.pathname);
  scrollTo(0, 0);
}"""


@pytest.fixture(scope="module")
def opened(browser, served) -> Iterator[tuple[Page, list[str]]]:
    """Give a report with all rows of its table, which take long to come, and what complains."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800})
    page, complaints = context.new_page(), []
    tell_complaints(page, complaints.append)
    whole(page, served("/repo/") + REPORT)
    yield page, complaints
    context.close()


@pytest.fixture
def report(opened) -> Iterator[Page]:
    """Give that report; what a test chooses, sorts and opens is taken back."""
    page, complaints = opened
    yield page
    page.emulate_media(media="null")
    page.keyboard.press("Escape")
    page.evaluate(AS_IT_WAS)
    assert complaints == []


def whole(page: Page, address: str) -> None:
    """Open a report and have all rows of its table, as one has who comes near it."""
    page.goto(address)
    page.locator("section:has(#figures) h2").first.scroll_into_view_if_needed()
    expect(form(page)).to_be_visible()
    every(page)


def every(page: Page) -> None:
    """List all rows, of which a few are shown at first."""
    page.get_by_role("button", name="全部列出").click()


def rows(page: Page) -> Locator:
    return page.locator("#figures tbody tr")


def shown(page: Page) -> Locator:
    return rows(page).locator("visible=true")


def ids(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        "#figures tbody tr:not([hidden])", "rows => rows.map(row => row.id)"
    )


def form(page: Page) -> Locator:
    return page.locator("form.filter")


def choose(page: Page, label: str, value: str) -> None:
    form(page).get_by_role("combobox", name=label, exact=True).select_option(value)


def head(page: Page, name: str) -> Locator:
    return page.locator("#figures thead th", has=page.get_by_role("button", name=name))


def query(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.fixture(scope="module")
def exact(site) -> dict[str, dict[str, str]]:
    """Give the report's figures as its file has them, by the ids of their rows."""
    found = csv.DictReader((site / REPORT / "figures.csv").read_text("utf-8-sig").splitlines())
    times: Counter[str] = Counter()
    rows = {}
    for row in found:
        anchor = row["figure"].removeprefix("f-")
        rows[f"r-{anchor}" + (f"-{times[anchor]}" if times[anchor] else "")] = row
        times[anchor] += 1
    return rows


def sort_keys(page: Page, exact: dict[str, dict[str, str]]) -> list[tuple[str, Decimal]]:
    """Return base unit and number in it of every row from top to bottom."""
    units = own_content().vocabulary.units
    figures = [
        exact[row]
        for row in page.eval_on_selector_all("#figures tbody tr", "rows => rows.map(row => row.id)")
    ]
    known = [
        (
            units.get(f["unit"], Unit(f["unit"], "", f["unit"], Decimal(1))),
            f["value"] or f["value_high"],
        )
        for f in figures
    ]
    return [(unit.base, Decimal(number) * unit.factor) for unit, number in known]


def by_mouse(page: Page, button: Locator) -> None:
    button.click()


def by_keys(page: Page, button: Locator) -> None:
    button.focus()
    page.keyboard.press("Enter")


def test_a_header_sorts_up_then_down_then_as_the_text_has_it(report, exact):
    before, sorted_by = ids(report), head(report, "规范值")
    for hit in (by_mouse, by_keys):
        expect(sorted_by).to_have_attribute("aria-sort", "none")
        for way, wanted in [(1, "ascending"), (-1, "descending")]:
            hit(report, sorted_by.get_by_role("button"))
            expect(sorted_by).to_have_attribute("aria-sort", wanted)
            keys = sort_keys(report, exact)
            units = list(dict.fromkeys(unit for unit, _ in keys))
            assert keys == sorted(keys, key=lambda key: (units.index(key[0]), way * key[1])), (
                "by size within one unit"
            )
            assert units[:2] == ["元", "%"]
            assert sorted(ids(report)) == sorted(before)
        hit(report, sorted_by.get_by_role("button"))
        expect(sorted_by).to_have_attribute("aria-sort", "none")
        assert ids(report) == before


def test_what_is_equal_keeps_the_order_of_the_text_both_ways(report):
    before = ids(report)
    head(report, "状态").get_by_role("button").click()
    for _ in range(2):
        order = report.eval_on_selector_all(
            "#figures tbody tr", "rows => rows.map(row => [row.cells[5].textContent, row.id])"
        )
        for status in ["已报告", "目标"]:
            own = [row for kind, row in order if kind == status]
            assert own == [row for row in before if row in own]
        assert len([1 for a, b in itertools.pairwise(order) if a[0] != b[0]]) == 1
        head(report, "状态").get_by_role("button").click()


def test_only_one_header_is_sorted_by(report):
    head(report, "规范值").get_by_role("button").click()
    head(report, "年份").get_by_role("button").click()
    expect(head(report, "规范值")).to_have_attribute("aria-sort", "none")
    expect(head(report, "年份")).to_have_attribute("aria-sort", "ascending")


FILTERS = [
    ("章节", "section", "tasks", ":has(td:nth-child(8):text-is('任务'))"),
    ("类型", "kind", "change", ":has(td:nth-child(4):text-is('变化'))"),
    ("状态", "status", "target", ":has(td:nth-child(6):text-is('目标'))"),
    ("主题", "topic", "economy", "[data-topic=economy]"),
    ("指标", "indicator", "gdp", "[data-indicator=gdp]"),
    ("指标", "indicator", "none", "[data-indicator=none]"),
]


def test_every_filter_leaves_its_rows_and_says_how_many(report):
    total = rows(report).count()
    for label, name, value, own in FILTERS:
        wanted = report.locator(f"#figures tbody tr{own}").count()
        assert 0 < wanted < total, label
        option = form(report).locator(f'select[name="{name}"] option[value="{value}"]')
        assert option.text_content().endswith(f" ({wanted})"), "the option says what it will leave"
        choose(report, label, value)
        expect(shown(report)).to_have_count(wanted)
        expect(form(report).locator("output")).to_have_text(str(wanted))
        expect(form(report).locator(".found")).to_have_text(f"符合 {wanted} / {total} 行")
        assert query(report) == {name: value}
        choose(report, label, "")
        assert query(report) == {}


def test_filters_together_and_their_counts(report):
    choose(report, "状态", "target")
    option = form(report).locator('select[name="topic"] option[value="economy"]')
    left = report.locator(
        '#figures tbody tr[data-topic="economy"]:has(td:nth-child(6):text-is("目标"))'
    ).count()
    expect(option).to_have_text(re.compile(rf" \({left}\)$"))
    choose(report, "主题", "economy")
    expect(shown(report)).to_have_count(left)


def test_what_a_person_has_checked_is_chosen_and_says_so(page, served):
    def checked(route):
        data = route.fetch().json()
        data["figures"][2]["reviewed"] = True
        route.fulfill(json=data)

    page.route("**/figures.json", checked)
    whole(page, served("/repo/") + REPORT)
    choose(page, "核对", "true")
    expect(shown(page)).to_have_count(1)
    shown(page).get_by_role("link").first.click()
    expect(page.locator("#inspector")).to_contain_text("对照原文核对过")
    choose(page, "核对", "false")
    expect(shown(page)).to_have_count(rows(page).count() - 1)


def test_search_as_you_type(report):
    field = form(report).get_by_label("查找")
    total = rows(report).count()
    field.press_sequentially("研发")
    some = shown(report).count()
    assert 0 < some < total
    assert all("研发" in row for row in shown(report).all_text_contents())
    field.press_sequentially(" 2019")
    assert 0 < shown(report).count() <= some
    assert query(report) == {"text": "研发 2019"}
    field.fill("")
    expect(shown(report)).to_have_count(total)


def test_a_full_width_sign_finds_the_plain_one(report):
    form(report).get_by_label("查找").fill("６.８％")
    expect(shown(report).first).to_contain_text("6.8%")


def test_nothing_found_says_so_and_leads_back(report):
    total = rows(report).count()
    empty = report.locator(".empty")
    for hit in (by_mouse, by_keys):
        expect(empty).to_be_hidden()
        form(report).get_by_label("查找").fill("没有这样的话")
        expect(shown(report)).to_have_count(0)
        expect(empty).to_be_visible()
        hit(report, empty.get_by_role("button"))
        expect(shown(report)).to_have_count(total)
        expect(empty).to_be_hidden()
        expect(form(report).get_by_role("button", name="恢复全部")).to_be_focused()
        assert query(report) == {}


def test_a_selection_can_be_shared(report, page):
    choose(report, "状态", "target")
    choose(report, "主题", "innovation")
    form(report).get_by_label("查找").fill("企业")
    for _ in range(2):
        head(report, "规范值").get_by_role("button").click()
    address = report.url
    assert query(report) == {
        "status": "target",
        "topic": "innovation",
        "text": "企业",
        "sort": "-value",
    }
    assert address.endswith("#table"), "whoever opens it is taken to the table"
    page.goto(address)
    expect(form(page)).to_be_visible()
    assert ids(page) == ids(report), "however many are shown at once"
    expect(head(page, "规范值")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("#table h2")).to_be_in_viewport()


def test_what_an_address_asks_for_and_there_is_not_is_let_be(page, served):
    page.goto(served("/") + REPORT + "?status=broken&topic=&sort=nothing&other=1")
    expect(form(page)).to_be_visible()
    every(page)
    expect(shown(page)).to_have_count(rows(page).count())
    choose(page, "状态", "target")
    assert query(page)["other"] == "1"


def test_a_row_that_is_asked_for_is_seen_though_filtered_out(report, page, served):
    last, every = rows(report).last.get_attribute("id"), rows(report).count()
    page.goto(served("/repo/") + REPORT + f"?section=review#{last}")
    expect(shown(page)).to_have_count(every)
    expect(page.locator(f"#{last}")).to_be_in_viewport()
    assert query(page) == {} and page.url.endswith(f"#{last}")


def test_a_figure_in_the_text_leads_to_its_row_though_filtered_out(report):
    choose(report, "指标", "gdp")
    choose(report, "状态", "target")
    hidden = report.locator("#figures tbody tr[hidden]").first.get_attribute("id")
    for _ in range(2):
        report.evaluate("id => { location.hash = id; }", hidden)
        expect(report.locator(f"#{hidden}")).to_be_in_viewport()
        expect(shown(report)).to_have_count(rows(report).count())
        choose(report, "状态", "target")
        figure = "f-" + hidden.removeprefix("r-")
        report.locator(f".text a[id={figure}]").evaluate("link => link.click()")
        # When its data are there it opens, and scrolls to the figure: then one can go on.
        expect(report.locator(f".text a[id={figure}]")).to_have_attribute("aria-current", "true")
        report.locator("#inspector").get_by_role("link", name="在数字表里").click()
        expect(report.locator(f"#{hidden}")).to_be_in_viewport()
        report.evaluate("location.hash = ''")


def test_the_header_stays_and_covers_no_row_that_is_asked_for(report):
    row = rows(report).nth(150)
    report.evaluate("id => { location.hash = id; }", row.get_attribute("id"))
    expect(row).to_be_in_viewport()
    button = head(report, "规范值").get_by_role("button")
    expect(button).to_be_in_viewport()
    report.wait_for_function(
        "id => document.getElementById(id).getBoundingClientRect().top < innerHeight / 2",
        arg=row.get_attribute("id"),
    )
    top = head(report, "规范值").bounding_box()
    assert row.bounding_box()["y"] >= top["y"] + top["height"] - 1
    assert report.evaluate("document.elementFromPoint(640, 8).closest('thead') !== null")


def test_a_header_inside_a_box_that_scrolls_stays(page, served):
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(served("/") + "areas/330200/")
    box = page.locator(".scroll", has=page.locator("table.profile")).last
    box.scroll_into_view_if_needed()
    box.evaluate("box => { box.scrollTop = 300; }")
    assert box.evaluate("box => box.scrollTop") > 0
    head, frame = box.locator("thead th").first.bounding_box(), box.bounding_box()
    assert abs(head["y"] - frame["y"]) <= 2


def taken(page: Page) -> tuple[str, list[list[str]]]:
    """Return the name of the downloaded file, and its lines."""
    with page.expect_download() as found:
        form(page).get_by_role("button", name="下载所列 CSV").click()
    data = Path(found.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == data.count(b"\n"), (
        "RFC 4180, with a byte-order mark"
    )
    return found.value.suggested_filename, list(
        csv.reader(data.decode("utf-8-sig").splitlines(keepends=True))
    )


def test_the_selection_is_taken_along_with_exact_values(report, exact):
    choose(report, "状态", "target")
    head(report, "规范值").get_by_role("button").click()
    name, (heads, *lines) = taken(report)
    assert name == "330200-2020-figures.csv"
    assert heads == [
        "原文",
        "原句地址",
        "说的是什么",
        "数值",
        "上限",
        "单位",
        "类型",
        "界限",
        "状态",
        "年份",
        "章节",
    ]
    assert len(lines) == shown(report).count() > 0
    page_address = urlsplit(report.url)._replace(query="", fragment="").geturl()
    on_screen = report.eval_on_selector_all(
        "#figures tbody tr:not([hidden])",
        """rows => rows.map(row => [
        row.id, row.querySelector("a").getAttribute("href"),
        ...[...row.cells].map(cell => cell.textContent)])""",
    )
    for line, (row, link, *cells) in zip(lines, on_screen, strict=True):
        assert [line[0], line[2], *line[6:]] == [
            " ".join(cell.split()) for cell in (*cells[:2], *cells[3:])
        ]
        assert line[1] == page_address + link
        figure = exact[row]
        assert [link[1:], *line[3:6]] == [
            figure["figure"],
            figure["value"],
            figure["value_high"],
            figure["unit"],
        ]


def test_targets_are_taken_along_with_both_sentences(page, served):
    page.goto(served("/repo/") + TARGETS)
    choose(page, "状态", "未达到")
    name, (heads, *lines) = taken(page)
    assert name == "targets.csv"
    assert len({len(line) for line in [heads, *lines]}) == 1
    invested = next(dict(zip(heads, line, strict=True)) for line in lines if "固定资产投资" in line)
    assert (
        invested
        | {
            "地区": "宁波市",
            "年份": "2019",
            "量度": "同比增长",
            "目标": "10%左右",
            "目标下限": "10",
            "目标单位": "%",
            "结果": "8.1%",
            "结果数值": "8.1",
            "状态": "未达到",
        }
        == invested
    )
    assert re.search("/repo/reports/330200/2019/#f-", invested["目标原句地址"])
    assert re.search("/repo/reports/330200/2020/#f-", invested["结果原句地址"])


@pytest.mark.parametrize("address", [pytest.param(TARGETS, marks=NIGHTLY), OF_AREA, INDICATOR])
def test_other_long_tables_sort_filter_and_count(page, served, address):
    page.goto(served("/") + address)
    table = page.locator(f"#{form(page).get_attribute('data-table')}")
    rows = table.locator("tbody tr")
    every(page)
    expect(page.locator(".paging")).to_be_hidden()
    before = rows.all_text_contents()
    for button in table.locator("thead button").all():
        for wanted in ["ascending", "descending", "none"]:
            button.click()
            assert button.evaluate("button => button.parentElement.ariaSort") == wanted
            assert sorted(rows.all_text_contents()) == sorted(before)
    assert rows.all_text_contents() == before
    select = form(page).locator("select:visible").first
    option = select.locator("option").nth(1)
    wanted = int(re.search(r"\((\d+)\)$", option.text_content())[1])
    select.select_option(option.get_attribute("value"))
    expect(rows.locator("visible=true")).to_have_count(wanted)
    _name, (heads, *lines) = taken(page)
    assert len(lines) == wanted and {len(line) for line in lines} == {len(heads)}


def test_a_few_rows_are_shown_at_a_time_and_the_next_follow(page, served):
    page.goto(served("/") + OF_AREA)
    rows = page.locator("#targets tbody tr")
    seen = rows.locator("visible=true")
    expect(seen).to_have_count(STEP)
    further = page.get_by_role("button", name=f"再列 {STEP} 行")
    further.click()
    expect(seen).to_have_count(2 * STEP)
    expect(rows.nth(STEP).get_by_role("link").first).to_be_focused()
    page.emulate_media(media="print")
    expect(seen).to_have_count(rows.count())
    page.emulate_media(media="screen")
    page.get_by_role("button", name="全部列出").click()
    expect(seen).to_have_count(rows.count())
    expect(further).to_be_hidden()


def test_all_targets_come_from_the_page_that_has_them(page, served):
    page.goto(served("/repo/") + TARGETS)
    rows = page.locator("#targets tbody tr")
    expect(rows).to_have_count(STEP)
    page.get_by_role("button", name="全部列出").click()
    expect(page.locator(".paging")).to_be_hidden()
    there = rows.evaluate_all(LED)
    page.goto(served("/repo/") + TARGETS + "all/")
    assert rows.evaluate_all(LED) == there and len(there) > 400


LED = """rows => rows.map((row) =>
  [row.textContent, ...[...row.querySelectorAll("a")].map((a) => a.href)])"""


def test_a_short_table_has_no_form(page, served, site):
    short = next(
        path
        for path in sorted(site.glob("indicators/*/index.html"))
        if 0 < path.read_text("utf-8").count("<tr><td><a") < 5
    )
    page.goto(served("/") + short.relative_to(site).parent.as_posix() + "/")
    assert form(page).count() == 0
    assert page.locator("#stated tbody tr").count() > 0


@pytest.fixture
def phone(browser, served):
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, locale="zh-CN"
    )
    page = context.new_page()
    whole(page, served("/") + REPORT)
    yield page
    context.close()


def test_on_a_phone_filters_are_folded_and_rows_are_lines_until_the_screen_widens(phone, exact):
    details = form(phone).locator("details")
    assert not details.evaluate("details => details.open")
    expect(phone.locator("#figures thead")).to_be_hidden()
    summary = details.locator("summary")
    assert summary.bounding_box()["height"] >= 24
    summary.tap()
    for field in form(phone).locator("select:visible, input:visible, button:visible").all():
        box = field.bounding_box()
        assert box["height"] >= 24 and box["width"] >= 24, "a finger can hit it"
    choose(phone, "状态", "target")
    choose(phone, "排序", "-value")
    keys = sort_keys(phone, exact)
    assert keys == sorted(
        keys, key=lambda key: (list(dict.fromkeys(unit for unit, _ in keys)).index(key[0]), -key[1])
    )
    summary.tap()
    expect(form(phone).locator("output")).to_be_visible()
    shown(phone).nth(40).scroll_into_view_if_needed()
    expect(summary).to_be_in_viewport()
    labels = (
        shown(phone)
        .first.locator("td")
        .evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    )
    assert any("规范值" in label for label in labels)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(form(phone).get_by_role("combobox", name="状态")).to_be_visible()


def test_print_has_the_selection_and_no_controls(report):
    choose(report, "状态", "target")
    some = shown(report).count()
    report.get_by_label("打印时附上图和表").check()
    report.emulate_media(media="print")
    expect(shown(report)).to_have_count(some)
    assert form(report).locator("select:visible, input:visible, button:visible").count() == 0
    expect(head(report, "规范值")).to_be_visible()


@pytest.mark.parametrize(
    "address",
    [REPORT, TARGETS, *(pytest.param(one, marks=NIGHTLY) for one in (OF_AREA, INDICATOR))],
)
def test_without_scripts_the_table_is_whole_and_nothing_pretends(browser, served, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/") + address + "?status=target&state=未达到")
    expect(form(page)).to_be_hidden()
    expect(page.locator(".empty")).to_be_hidden()
    table = page.locator("table.stacked").first
    assert table.locator("tbody tr").count() == table.locator("tbody tr:visible").count() > 8
    assert table.locator("button").count() == 0
    for row in table.locator("tbody tr").all()[::40]:
        assert row.locator('a[href*="#f-"]').count() >= 1
    context.close()


def test_a_quantity_is_read_from_what_is_shown_as_the_build_reads_it(report):
    read = report.evaluate(
        "async ([script, texts]) => texts.map((await import(script)).quantity)",
        [
            urlsplit(report.url)
            ._replace(path="/repo/static/tables.js", query="", fragment="")
            .geturl(),
            list(SHOWN),
        ],
    )
    assert (
        [tuple(fields) for fields in read]
        == list(SHOWN.values())
        == [stated(text) for text in SHOWN]
    )


def test_the_script_is_small():
    import gzip

    assert (
        len(gzip.compress(SCRIPT.read_bytes(), 9)) <= 3600
    )  # what it reads from the cells is not sent with every page


def test_what_is_taken_along_is_as_printed_with_value_bound_and_doubt(page, served):
    page.goto(served("/") + "indicators/gdp/")
    _, (heads, *rows) = taken(page)
    assert heads[3:8] == ["写法", "数值", "上限", "单位", "界限"] and heads[-1] == "标记"
    told = {row[3]: row for row in rows}
    assert told["突破6万亿元"][4:8] == ["6000000000000", "", "元", "不低于"]
    assert told["6%-6.5%"][4:8] == ["6", "6.5", "%", "区间"]
    doubted = {row[0] for row in rows if row[-1] == "存疑"}
    assert doubted == {"绍兴市"} and told["3.3%"][-1] == ""
