"""The search in a real Chromium: by keyboard and mouse, at `/` and below `/repo/`, without scripts
too.
"""

import gzip
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import index_reader
import search_scores
from own_content import own_corpus
from test_browser_axe import held_against

PREFIXES = [
    pytest.param("/", marks=pytest.mark.nightly),
    "/repo/",
]  # by day test_browser.py looks at both
LESS_THAN = 300_000  # bytes of a first search, with compression where GitHub Pages compresses
LOST = ["ERR_FAILED", "Failed to fetch"]  # what a browser says of a file that does not come
COMPRESSED = re.compile(r"\.(html|css|js|json|svg)(\?|$)|/$|\?q=")


def search(page: Page, address: str) -> None:
    """Open a search and wait until its list is made."""
    page.goto(address)
    done(page)


def opened(page: Page, address: str) -> None:
    """Wait until a page is there whole: its scripts have marked what they mark."""
    page.wait_for_url(re.compile(address))


def done(page: Page, query: str = "") -> None:
    which = f'[data-query="{query}"]' if query else ""
    page.wait_for_selector(f"#results[aria-busy=false]{which}", state="attached")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_by_keyboard_from_home_to_the_words(page, served, prefix):
    page.goto(served(prefix))
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("长三角")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"{prefix}search/\?q=%E9%95%BF%E4%B8%89%E8%A7%92$"))
    done(page, "长三角")
    expect(page.get_by_role("status")).to_contain_text("篇报告")
    for paragraph in page.locator("#results ul a").all():
        expect(paragraph.locator("mark").first).to_have_text("长三角")
    link = page.locator("#results ul a").first
    page.locator("#results h2 a").first.focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    opened(page, rf"{prefix}reports/\d+/\d+/\?mark=.+#p-\w+$")
    expect(page.locator("p:target mark").first).to_have_text("长三角")
    expect(page.locator("p:target mark").first).to_be_in_viewport()
    page.go_back()
    done(page, "长三角")
    expect(page.locator("#results ul a").first).to_be_visible()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_number_shows_its_figures_first(page, served, prefix):
    search(page, served(prefix) + "search/?q=2.8%25")
    figures = page.locator("#figures li")
    expect(figures.first).to_contain_text("2.8%")
    expect(figures.first.locator(".status")).to_have_text(re.compile("已报告|目标"))
    figures.first.get_by_role("link").click()
    opened(page, r"#f-\w+$")
    expect(page.locator("a[id|=f]:target")).to_have_text("2.8%")


def test_a_figure_marked_in_its_paragraph_is_still_a_link(page, served):
    search(page, served("/") + "search/?q=2.8%25")
    page.locator("#results ul a").first.click()
    opened(page, r"#p-\w+$")
    figure = page.locator("p:target a[id|=f]", has=page.locator("mark", has_text="2.8%")).first
    expect(figure).to_have_text("2.8%")
    expect(figure).to_have_attribute("href", re.compile("^#f-"))


def test_marked_words_run_through_links_and_notes(page, served):
    search(page, served("/") + "search/?q=研发投入强度接近2.8%25")
    page.locator("#results ul a").first.click()
    opened(page, r"#p-\w+$")
    expect(page.locator("p:target mark")).to_have_text(["研发投入强度接近", "2.8%"])


def test_filters_stand_in_the_address_and_back_undoes_them(page, served):
    search(page, served("/") + "search/?q=增长")
    before = page.locator("#status").inner_text()
    page.get_by_label("章节").select_option("tasks")
    expect(page).to_have_url(re.compile("section=tasks"))
    done(page)
    for kind in page.locator("#results ul small").all_text_contents():
        assert kind == "任务"
    page.get_by_label("地区").select_option("330200")
    expect(page).to_have_url(re.compile("area=330200"))
    done(page)
    for title in page.locator("#results h2 a").all_text_contents():
        assert "宁波市" in title
    shown = page.locator("#results").inner_text()
    page.reload()
    done(page, "增长")
    assert page.locator("#results").inner_text() == shown
    page.go_back()
    page.go_back()
    expect(page.locator("#status")).to_have_text(before)


def test_a_filter_says_how_many_reports_it_leaves(page, served):
    search(page, served("/") + "search/?q=长三角")
    label = page.locator("#filters select[name=year] option", has_text="2020").inner_text()
    page.get_by_label("年份").select_option("2020")
    done(page)
    while page.locator("#more").is_visible():
        page.evaluate(
            "document.querySelector('#more').click()"
        )  # which may be gone meanwhile: reading on loads more too
        done(page)
    assert label == f"2020（{page.locator('#results > li').count()}）"


def test_more_reports_add_figures_and_keep_the_place(page, served):
    page.set_viewport_size({"width": 1280, "height": 400})
    search(page, served("/") + "search/?q=研发经费")
    link = page.locator("#figures a").first
    link.focus()
    before = page.locator("#figures li").count()
    while page.locator("#more").is_visible():
        page.evaluate("document.querySelector('#more').click()")
        done(page)
    assert page.locator("#figures li").count() > before
    expect(link).to_be_focused()


def test_figures_by_status(page, served):
    search(page, served("/") + "search/?q=研发投入强度&status=target")
    assert set(page.locator("#figures .status").all_text_contents()) == {"目标"}


def test_several_words_stand_in_one_paragraph(page, served):
    search(page, served("/") + "search/?q=研发 比重")
    for paragraph in page.locator("#results ul a").all():
        marked = set(paragraph.locator("mark").all_text_contents())
        assert marked == {"研发", "比重"}


def test_words_in_different_paragraphs_are_said_to_be(page, served):
    search(page, served("/") + "search/?q=各位代表 研发投入强度")
    expect(page.locator("#status")).to_contain_text("没有一段同时写到")
    expect(page.locator("#results ul a").first).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("長三角", "长三角"),
        ("２．８％", "2.8%"),
        ("“长三角”", "长三角"),
        ("长 三角", None),
        ("ｍ２．５", "m2.5"),
    ],
)
def test_other_ways_of_typing(page, served, typed, meant):
    search(page, served("/") + f"search/?q={typed}")
    marked = set(page.locator("#results mark").all_text_contents())
    assert (
        marked <= {"长", "三角", "长三角"}
        if meant is None
        else {text.lower() for text in marked} == {meant}
    )


def test_escape_clears(page, served):
    search(page, served("/") + "search/?q=长三角")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator("#results")).to_be_empty()
    expect(page.get_by_role("link", name="高质量发展")).to_be_visible()
    expect(page).to_have_url(re.compile("/search/$"))


def test_what_is_typed_fast_ends_with_the_last_word(page, served):
    page.goto(served("/") + "search/")
    page.locator("#q").press_sequentially("增长三角洲")
    page.locator("#q").press("Backspace")
    page.locator("#q").fill("长三角")
    done(page, "长三角")
    assert set(page.locator("#results mark").all_text_contents()) == {"长三角"}


def test_names_lead_to_their_pages(page, served):
    search(page, served("/") + "search/?q=地区生产总值")
    page.locator("#answers").get_by_role("link", name="地区生产总值 指标", exact=True).click()
    expect(page).to_have_url(re.compile("/indicators/gdp/$"))


@pytest.mark.parametrize(("typed", "said"), [("长", "至少两个字"), ("龘龘龘", "没有找到")])
def test_nothing_found_is_said(page, served, typed, said):
    search(page, served("/") + f"search/?q={typed}")
    expect(page.get_by_role("status")).to_contain_text(said)


def test_a_first_search_loads_little(page, served):
    loaded = []
    page.on("response", lambda answer: loaded.append(answer))
    search(page, served("/") + "search/?q=长三角")
    bodies = [(answer.url, answer.body()) for answer in loaded]
    total = sum(
        len(gzip.compress(body) if COMPRESSED.search(url) else body) for url, body in bodies
    )
    assert total < LESS_THAN, sorted((len(body), url) for url, body in bodies)


def test_an_index_that_does_not_load_is_said(page, served, meant):
    meant += LOST
    page.route("**/map.json", lambda route: route.abort())
    page.goto(served("/") + "search/?q=长三角")
    expect(page.get_by_role("status")).to_contain_text("没有加载成功")


def test_a_whole_paragraph_is_found_and_loads_no_more_than_a_sentence(page, served, site):
    reading = max(search_scores.read()[0], key=lambda one: max(b.end - b.start for b in one.blocks))
    longest = max(reading.blocks, key=lambda block: block.end - block.start)
    words = "".join(reading.report.text[longest.start : longest.end].split())
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served("/") + "search/")
    page.locator("#q").fill(words)
    page.wait_for_selector("#results[aria-busy=false] ul a", state="attached")
    assert page.locator("#results ul a").count() == 1
    expect(page.locator("#results ul a")).to_have_attribute(
        "href", re.compile(f"#{longest.anchor}$")
    )
    assert sum(bool(re.search(r"/\d+-\d+/\d+\.bin", url)) for url in asked) <= 34


def test_what_did_not_load_is_asked_for_again(page, served, meant):
    meant += LOST
    page.route("**/*.bin?*", lambda route: route.abort())
    page.goto(served("/") + "search/?q=长三角")
    expect(page.get_by_role("status")).to_contain_text("没有加载成功")
    page.unroute("**/*.bin?*")
    page.get_by_role("button", name="搜索").click()
    done(page, "长三角")
    expect(page.locator("#results ul a").first).to_be_visible()


@pytest.fixture(scope="module")
def in_pieces(site, tmp_path_factory, serve_folder):
    """Give the address of a search whose index is in pieces of some three reports."""
    folder = tmp_path_factory.mktemp("pieces")
    shutil.copytree(site / "static", folder / "static")
    files = index_reader.made(own_corpus(), 3)
    files["search/index.html"] = (site / "search" / "index.html").read_bytes()
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    assert len(index_reader.pieces(files)) > 2
    return serve_folder(folder, "/")


@pytest.mark.parametrize(
    "query",
    ["长三角", "2.8%25", "研发 比重", "增长&section=tasks", "各位代表 研发投入强度", "龘龘龘"],
)
def test_pieces_show_what_one_index_shows(page, served, in_pieces, query):
    shown = []
    for root in (served("/"), in_pieces):
        search(page, root + f"search/?q={query}")
        while page.locator("#more").is_visible():
            page.evaluate("document.querySelector('#more').click()")
            done(page)
        shown.append(
            [
                page.locator(f"#{part}").inner_html()
                for part in ("filters", "status", "names", "figures", "results")
            ]
        )
    assert shown[0] == shown[1]


def test_results_break_no_rule_of_axe(page, served):
    for query, width in (("长三角一体化", 1280), ("宁波 未达到", 320)):
        search(page, served("/") + f"search/?q={query}")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        page.evaluate(Axe().axe_script)
        assert held_against(page, width) == [], query


def test_no_search_is_wider_than_the_screen(page, served):
    for query in ("", "?q=研发 比重", "?q=2.8%25", "?q=宁波 未达到"):
        search(page, served("/") + f"search/{query}")
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (query, width)


def test_without_scripts_the_page_leads_on(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served("/repo/"))
    page.get_by_role("searchbox").fill("长三角")
    page.get_by_role("button", name="搜索").click()
    expect(page).to_have_url(re.compile(r"/repo/search/\?q="))
    expect(page.locator("main")).to_contain_text("搜索需要 JavaScript")
    expect(page.locator("#search")).to_be_hidden()
    page.locator("#without").get_by_role("link", name="指标").click()
    expect(page).to_have_url(re.compile(r"/repo/indicators/$"))
    context.close()
