"""Charts in a real Chromium: they answer when they are looked at, lead to sentences, and lose
nothing anywhere.
"""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

GDP = "indicators/gdp/"
NIGHTLY = pytest.mark.nightly
PAGES = [GDP, "reports/330200/2020/", "areas/330200/", "targets/330200/2019/"]

LOOKS = [
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"media": "print", "color_scheme": "light"},
    {"media": "print", "color_scheme": "dark"},
    {"forced_colors": "active", "color_scheme": "dark"},
]

PLACES = """(selector) => Object.fromEntries([
    ...document.querySelector("figure.chart").querySelectorAll(`:scope ${selector} text`)
].map((text, n) => {
    const box = text.getBoundingClientRect();
    return [`${text.textContent} ${n}`, [box.x, box.y, box.width]];
}))"""
# What bars, lines and symbols cover, by how they look, in the drawing's own pixels.
BOXES = """(selector) => {
    const own = document.querySelector("figure.chart");
    const found = {};
    for (const part of own.querySelectorAll(`:scope ${selector} :is(path, line)`)) {
        const style = getComputedStyle(part);
        if (part.closest("a") || style.opacity === "0") continue;
        const look = style.stroke === "none" ? style.fill : style.stroke;
        if (/^none$|, 0\\)$/.test(look)) continue;
        const box = part.getBoundingClientRect();
        const known = found[look] ??= [1e6, 1e6, 0, 0];
        found[look] = [Math.min(known[0], box.x), Math.min(known[1], box.y),
            Math.max(known[2], box.right), Math.max(known[3], box.bottom)];
    }
    return Object.entries(found).map(([look, box]) => `${look} ${box.map(Math.round)}`).sort();
}"""
# the contrast of every text of a chart with what it stands on, and the lowest of a lane that is lit
CONTRASTS = """() => {
    const numbers = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const light = (rgb) => rgb.slice(0, 3)
        .map((c) => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
        .reduce((sum, c, n) => sum + c * [.2126, .7152, .0722][n], 0);
    const contrast = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    const ground = (part) => {
        for (let up = part; up; up = up.parentElement) {
            const [r, g, b, alpha = 1] = numbers(getComputedStyle(up).backgroundColor);
            if (alpha === 1) return [r, g, b];
        }
        return [255, 255, 255];
    };
    const found = [];
    for (const text of document.querySelectorAll(
        "figure.chart svg text, figure.chart figcaption *, figure.chart .finding")) {
        const style = getComputedStyle(text);
        if (style.visibility !== "visible" || !text.textContent) continue;
        if (!text.getClientRects().length) continue;
        const paper = ground(text);
        const ink = light(numbers(text.matches("text") ? style.fill : style.color));
        const values = [contrast(ink, light(paper))];
        // a head is in no lane
        if (text.closest(".live") && text.getAttribute("fill") !== "var(--chart-reached)") {
            const band = text.closest("svg").querySelector("path[fill='var(--chart-track)']");
            const track = numbers(getComputedStyle(band).fill);
            values.push(contrast(ink, light(paper.map((c, n) => .4 * c + .6 * track[n]))));
        }
        found.push([text.textContent, Math.min(...values)]);
    }
    return found;
}"""
MARKS = """async () => {
    const {chart, marks} = await import(new URL("../../../static/chart_data.js", location));
    const found = [];
    for (const figure of document.querySelectorAll("figure.chart")) {
        for (const mark of marks(figure, await chart(figure))) {
            found.push([mark.sentence(), mark.href]);
        }
    }
    return found;
}"""
# a report prints its text alone, unless all is asked for
PRINT_ALL = """() => {
    const all = document.querySelector("#print-all");
    if (all) all.checked = true;
}"""
SHIFT = """() => new Promise((done) => new PerformanceObserver((list) =>
    done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
    .observe({type: "layout-shift", buffered: true})
    || setTimeout(() => done(0), 0))"""


@pytest.fixture
def answering(page, served):
    """Give a function that opens a page and waits until its first chart answers."""

    def opened(address: str = GDP, prefix: str = "/repo/"):
        page.goto(served(prefix) + address)
        page.locator("figure.chart").first.scroll_into_view_if_needed()
        page.mouse.move(2, 2)
        answers(page)
        return page.locator("figure.chart").first

    return opened


def answers(page) -> None:
    expect(page.locator(".drawing").first).to_have_class(re.compile("answers"))


# --- loading --------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", [pytest.param("/", marks=NIGHTLY), "/repo/"])
def test_a_chart_answers_when_it_is_in_view_and_a_reader_is_there(page, served, prefix):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.set_viewport_size({"width": 390, "height": 600})
    page.goto(served(prefix) + "reports/330200/2020/")
    page.mouse.move(2, 2)
    page.mouse.move(9, 9)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert "charts.js" in asked and not {"vega.js", "charts.json", "chart_live.js"} & set(asked)
    page.locator("figure.chart").first.scroll_into_view_if_needed()
    answers(page)
    assert asked.count("vega.js") == asked.count("charts.json") == 1


def test_no_chart_is_made_to_answer_while_somebody_scrolls(page, served):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.clock.install(time=0)
    page.goto(served("/") + GDP)
    page.clock.pause_at(3600_000)
    page.locator("figure.chart").first.scroll_into_view_if_needed()
    page.mouse.move(2, 2)
    for _ in range(10):
        page.evaluate("document.dispatchEvent(new Event('scroll', {bubbles: true}))")
        page.clock.run_for(150)
    assert "charts.js" in asked and "chart_live.js" not in asked
    page.clock.resume()
    answers(page)


@pytest.mark.parametrize("address", [GDP, *(pytest.param(one, marks=NIGHTLY) for one in PAGES[1:])])
def test_the_drawing_that_answers_stands_where_the_static_one_stood(answering, page, address):
    figure = answering(address)
    assert (
        figure.locator("> .drawing > svg").bounding_box()
        == figure.locator(".live svg").bounding_box()
    )
    still, live = (page.evaluate(PLACES, where) for where in ("> .drawing > svg", ".live"))
    assert sorted(name.rsplit(" ", 1)[0] for name in still) == sorted(
        name.rsplit(" ", 1)[0] for name in live
    )
    assert sorted(map(rounded, still.values())) == sorted(map(rounded, live.values()))
    boxes, live_boxes = (page.evaluate(BOXES, where) for where in ("> .drawing > svg", ".live"))
    assert boxes == live_boxes != []
    assert page.evaluate(SHIFT) == 0


def rounded(places: list[float]) -> list[int]:
    return [round(place) for place in places]


def test_a_reader_who_saves_data_gets_the_sentence_but_not_the_drawing(page, served):
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served("/") + GDP)
    page.locator(".drawing a").nth(1).hover()
    expect(page.get_by_role("tooltip")).to_contain_text("2020年目标7%左右")
    assert not any("vega.js" in url for url in asked)
    page.goto(served("/") + f"en/{GDP}")
    page.locator(".drawing a").nth(1).hover()
    expect(page.get_by_role("tooltip")).to_contain_text("2020 target")
    expect(page.get_by_role("tooltip").locator("q[lang=zh-Hans]")).to_contain_text("7%左右")


@pytest.mark.parametrize(
    "file",
    ["vega.js", *(pytest.param(name, marks=NIGHTLY) for name in ("lanes.json", "charts.json"))],
)
def test_what_cannot_be_loaded_leaves_the_static_drawing(page, served, meant, file):
    meant.append("404")
    page.route(f"**/{file}", lambda route: route.fulfill(status=404, body=""))
    page.goto(served("/") + GDP)
    with page.expect_event("console", lambda message: message.type == "warning"):
        page.mouse.move(2, 2)
    expect(page.locator(".drawing text").first).to_be_visible()
    expect(page.locator(".live")).to_have_count(0)
    page.locator("figure.chart .drawing a").first.click()
    expect(page).to_have_url(re.compile("/reports/.*#f-"))


def test_without_scripts_the_drawing_links_and_offers_its_table(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/") + GDP)
    expect(page.locator(".save").first).to_be_hidden()
    expect(page.locator(".sort").first).to_be_hidden()
    page.locator("figure.chart .data summary").first.click()
    expect(page.locator("figure.chart table").first).to_contain_text("宁波")
    page.locator("figure.chart .drawing a").first.click()
    expect(page).to_have_url(re.compile("/reports/.*#f-"))
    context.close()


# --- hints and links ------------------------------------------------------------------------------


def test_what_is_pointed_at_says_its_value_and_sentence_and_opens_it(answering, page):
    figure = answering()
    link = figure.get_by_role("link", name="宁波市地区生产总值：2019年已报告6.8%，看原句")
    link.hover()
    hint = page.get_by_role("tooltip")
    expect(hint).to_contain_text("宁波市地区生产总值")
    expect(hint).to_contain_text("2019年已报告6.8%")
    expect(hint).to_contain_text("地区生产总值11985亿元，增长6.8%")
    page.keyboard.press("Escape")
    expect(hint).to_be_hidden()
    link.click()
    expect(page).to_have_url(re.compile(r"/repo/reports/330200/2020/#f-"))
    page.wait_for_load_state()
    expect(page.locator(".text a[id|=f]:target")).to_have_text("6.8%")


def test_the_way_to_the_hint_does_not_close_it(answering, page):
    answering().locator(".drawing a").nth(2).hover()
    hint = page.get_by_role("tooltip")
    box = hint.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.move(box["x"] + 22, box["y"] + 22)
    hint.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/reports/.*#f-"))


def test_the_keyboard_reaches_every_link_and_its_hint(answering, page):
    figure = answering()
    links = figure.locator(".drawing a")
    links.first.focus()
    page.keyboard.press("Tab")
    expect(links.nth(1)).to_be_focused()
    expect(links.nth(1)).to_have_attribute("aria-describedby", "chart-hint")
    expect(page.get_by_role("tooltip")).to_contain_text("2020年目标7%左右")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/reports/330500/2020/#f-"))


def test_the_first_touch_shows_and_the_second_opens(browser, served):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(served("/") + GDP)
    page.mouse.move(2, 2)
    page.locator("figure.chart").first.scroll_into_view_if_needed()
    answers(page)
    link = page.locator("figure.chart .drawing a").first
    link.tap()
    expect(page.get_by_role("tooltip")).to_contain_text("湖州市地区生产总值")
    box = page.get_by_role("tooltip").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    expect(page).to_have_url(re.compile(GDP))
    link.tap()
    expect(page).to_have_url(re.compile("/reports/330500/2020/#f-"))
    context.close()


def test_what_is_pointed_at_is_lit_and_draws_its_level(answering, page):
    figure = answering()
    assert standing_out(figure) == 3
    figure.get_by_role("link", name=re.compile("宁波市.*2019年已报告")).hover()
    levels = figure.locator(".live line[stroke-dasharray][opacity='0.6']")
    expect(levels).to_have_count(1)
    assert standing_out(figure) == 1
    page.mouse.move(2, 2)
    expect(levels).to_have_count(0)
    assert standing_out(figure) == 3


def standing_out(figure) -> int:
    """Return how many dots are not pale."""
    dots = figure.locator(".live path[fill='var(--chart-reached)']")
    return dots.evaluate_all(
        "dots => dots.filter(dot => (dot.getAttribute('opacity') ?? '1') === '1').length"
    )


def test_lanes_stand_in_the_order_chosen_and_links_go_with_them(answering, page):
    figure = answering("reports/330200/2020/")
    before = figure.bounding_box()
    figure.get_by_label("排序").select_option("2020年目标从高到低")
    subjects = figure.locator(".data tbody tr td:first-child").evaluate_all(
        "cells => cells.map(cell => cell.textContent)"
    )
    names = figure.locator(".live text").evaluate_all(
        "(texts, subjects) => texts.filter(t => subjects.includes(t.textContent)).map(t =>"
        " [t.getBoundingClientRect().y, t.textContent]).sort((a, b) => a[0] - b[0])",
        subjects,
    )
    assert [name for _, name in names][:2] == ["固定资产投资", "地区生产总值"]
    for link in figure.locator(".drawing a").all():
        box, label = link.bounding_box(), link.get_attribute("aria-label")
        (name,) = [name for y, name in names if box["y"] - 2 <= y < box["y"] + box["height"] - 10]
        assert label.startswith(name)
    assert figure.bounding_box() == before


FORMS = [
    ("areas/330200/", "330200-growth"),
    ("coverage/", "coverage"),
    ("targets/330200/2019/", "330200-2019-targets"),
]


@pytest.mark.parametrize(("address", "chart"), FORMS)
def test_every_form_stands_where_it_stood_once_it_answers(page, served, address, chart):
    page.goto(served("/") + address)
    figure = page.locator(f"#chart-{chart}")
    figure.scroll_into_view_if_needed()
    page.mouse.move(2, 2)
    expect(figure.locator(".drawing")).to_have_class(re.compile("answers"))
    boxes, live = (
        page.evaluate(BOXES.replace("figure.chart", f"#chart-{chart}"), where)
        for where in ("> .drawing > svg", ".live")
    )
    assert boxes == live != []


def test_the_hint_of_a_sentence_in_the_page_is_read_there_and_shows_the_figure(page, served, site):
    """In each report's own text, whatever terms and notes are marked in it."""
    for path in sorted(site.glob("reports/330*/*/charts.json")):
        address = path.relative_to(site).parent.as_posix() + "/"
        found = json.loads((path.parent / "figures.json").read_text("utf-8"))["figures"]
        sentences = {f"#{figure['figure']}": figure for figure in reversed(found)}
        page.goto(served("/") + address)
        marks = page.evaluate(MARKS)
        own = [(text, sentences[href]) for text, href in marks if href in sentences]
        assert len(own) > 5
        for text, figure in own:
            assert figure["text"] in text and text.strip("…") in figure["quote"]
            assert len(text) <= 72 and (text == figure["quote"] or "…" in text)
        assert {text for text, href in marks if href not in sentences} <= {""}


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", PAGES)
def test_every_drawing_is_named_says_its_finding_and_can_be_read(answering, page, address):
    answering(address)
    for drawing in page.locator("figure.chart > .drawing > svg").all():
        title, finding = (
            page.locator(f"#{drawing.get_attribute(name)}").text_content()
            for name in ("aria-labelledby", "aria-describedby")
        )
        assert title and re.search(r"\d", finding) and finding.endswith("。")
    nobody_hears_english(page)
    every_text_can_be_read(page)


def nobody_hears_english(page) -> None:
    """Hold that a reader of the screen hears no word of the drawing program's own."""
    said = page.evaluate(
        """() => [...document.querySelectorAll("figure.chart *")].flatMap((part) =>
        ["aria-label", "aria-roledescription", "aria-description", "title", "alt"]
            .map((name) => part.getAttribute(name)))"""
    )
    said = [text for text in said if text] + page.locator(
        "figure.chart :is(title, desc)"
    ).evaluate_all("all => all.map(one => one.textContent)")
    assert not [text for text in said if re.search("[a-zA-Z]{5}", text)]
    assert page.locator(".live [role], .live [aria-label]").count() == 0
    assert page.locator(".live").first.get_attribute("aria-hidden") == "true"


# --- themes and paper -----------------------------------------------------------------------------


def every_text_can_be_read(page) -> None:
    """Hold that every text stands out from what it stands on, however it is looked at."""
    page.evaluate(PRINT_ALL)
    for look in LOOKS:
        page.emulate_media(**look)
        contrasts = page.evaluate(CONTRASTS)
        assert len(contrasts) > 20
        assert [(text, round(value, 2), look) for text, value in contrasts if value < 4.5] == []
        page.emulate_media(media="null", color_scheme="null", forced_colors="null")
    for theme, scheme in (("dark", "light"), ("light", "dark")):  # chosen against the system's
        page.emulate_media(color_scheme=scheme)
        page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
        assert [
            (text, round(value, 2), theme)
            for text, value in page.evaluate(CONTRASTS)
            if value < 4.5
        ] == []
        dark_ground = (
            page.locator("figure.chart").first.evaluate(
                "figure => getComputedStyle(figure).backgroundColor"
            )
            != "rgb(255, 255, 255)"
        )
        assert dark_ground == (theme == "dark")


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=NIGHTLY), "dark"])
def test_paper_shows_every_text_once_black_on_white(answering, page, scheme):
    page.emulate_media(color_scheme=scheme)
    figure = answering("reports/330200/2020/")
    figure.get_by_label("排序").select_option("2020年目标从高到低")
    page.evaluate(PRINT_ALL)
    page.emulate_media(media="print", color_scheme=scheme)
    expect(figure.locator(".live")).to_be_hidden()
    texts = figure.locator(".drawing > svg text")
    assert texts.evaluate_all(
        "texts => texts.map(t => getComputedStyle(t)).every(s => s.visibility === 'visible' &&"
        " s.fill === 'rgb(0, 0, 0)')"
    )
    assert (
        figure.evaluate("figure => getComputedStyle(figure).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    assert (
        figure.locator(".drawing a").first.evaluate("link => getComputedStyle(link).transform")
        == "none"
    )


# --- files ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def files(browser, served) -> dict[str, tuple[str, bytes]]:
    """Give what a chart can be saved as: name and bytes by kind, on a dark screen."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(served("/repo/") + GDP)
    figure = page.locator("figure.chart").first
    figure.scroll_into_view_if_needed()
    page.mouse.move(2, 2)
    answers(page)
    found = {kind: saved(page, figure, kind) for kind in ("SVG", "16:9", "方形", "CSV")}
    context.close()
    return found


def saved(page, figure, name: str) -> tuple[str, bytes]:
    figure.locator(".save summary").click()
    with page.expect_download() as download:
        figure.get_by_role("button", name=name).click()
    return download.value.suggested_filename, open(download.value.path(), "rb").read()


def test_the_picture_stands_alone(files):
    name, data = files["SVG"]
    assert name == "chart-gdp-growth-ranked.svg"
    root = ElementTree.fromstring(data)
    texts = ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"宁波", "6.8%"} <= set(texts)
    whole = "".join(texts)
    assert whole.startswith("2019年地区生产总值增速：4个地级地区中湖州最高（7.9%），")
    assert "来源：" in whole and "CC BY 4.0" in whole
    assert "https://example.org/repo/indicators/gdp/#chart-gdp-growth-ranked" in whole
    links = [link.get("href") for link in root.iter("{http://www.w3.org/2000/svg}a")]
    assert len(links) == 8 and all(
        link.startswith("https://example.org/repo/reports/") for link in links
    )
    text = data.decode()
    assert not re.search(r"var\(|currentColor|style=", text)
    assert (
        'fill="rgb(32, 36, 43)"' in text and "sans-serif" in text
    )  # light colours, whatever the theme


def test_the_picture_as_pixels_is_wide_or_square(files):
    for words, kind, size in (("16:9", "wide", (1600, 900)), ("方形", "square", (1280, 1280))):
        name, data = files[words]
        assert name == f"chart-gdp-growth-ranked-{kind}.png"
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert tuple(int.from_bytes(data[at : at + 4]) for at in (16, 20)) == size


def test_the_data_is_a_table_with_addresses(files):
    name, data = files["CSV"]
    assert (
        name.endswith(".csv")
        and data.startswith(b"\xef\xbb\xbf")
        and data.count(b"\r\n") == data.count(b"\n")
    )
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    row = next(row for row in rows if (row["名称"], row["状态"]) == ("湖州", "目标"))
    assert (row["年份"], row["写法"], row["数值"], row["上限"], row["界限"], row["单位"]) == (
        "2020",
        "7%左右",
        "7",
        "",
        "左右",
        "%",
    )
    assert (
        row["地址"].startswith("https://example.org/repo/reports/330500/2020/#f-")
        and "7%左右" in row["原句"]
    )


def test_the_menu_works_by_keyboard(answering, page):
    menu = answering().locator(".save")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu.get_by_role("button").first).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()
