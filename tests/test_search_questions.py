"""Questions put to the search in a real Chromium: the pages that answer are among the first three
results, filters that were understood can be taken off, and what is listed can be taken along.
"""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import search_scores

QUESTIONS = Path(__file__).parent / "data" / "questions.tsv"
WANTED = 36 / 40
# Puts one question after the other, and tells of each what is `READ` from the page.
ASK = """async (questions) => {
    const field = document.querySelector("#q"), results = document.querySelector("#results");
    const made = (question) => results.dataset.query === question
        && results.getAttribute("aria-busy") === "false";
    const told = [];
    for (const question of questions) {
        field.value = question;
        await new Promise((resolve) => {
            const watch = new MutationObserver(() => {
                if (made(question)) { watch.disconnect(); resolve(); }
            });
            watch.observe(results, { attributes: true });
            field.dispatchEvent(new Event("input", { bubbles: true }));
        });
        told.push(READ);
    }
    return told;
}"""
PAGES = """
    [...document.querySelectorAll("#answers .chips a, #names a, #near a, #results h2 a")]
        .slice(0, 3).map((a) => a.pathname)
"""
FILTERS = """
    [...document.querySelectorAll("#understood button")]
        .map((button) => button.firstChild.data).join(" ")
"""
PARAGRAPHS = """
    [...document.querySelectorAll("#results ul a")].slice(0, 4)
        .map((a) => a.pathname + a.hash).join(" ")
"""


def asked(page: Page, questions: list[str], read: str) -> dict:
    return dict(zip(questions, page.evaluate(ASK.replace("READ", read), questions), strict=True))


@pytest.fixture
def search(page, served) -> Page:
    page.goto(served("/") + "search/")
    return page


def test_questions_lead_to_the_pages_that_answer(search):
    with QUESTIONS.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        wanted = {row["question"]: row["pages"].split() for row in rows}
    told = asked(search, list(wanted), PAGES)
    missed = {
        question: told[question]
        for question, pages in wanted.items()
        if not any(path.startswith(f"/{one}") for path in told[question] for one in pages)
    }
    assert len(wanted) == 40 and len(missed) <= len(wanted) * (1 - WANTED), missed


def test_words_are_filters_where_something_is_asked(search):
    wanted = {
        "绍兴 学位": "地区：绍兴市",
        "宁波 未达到": "地区：宁波市 判定：未达到",
        "2020 新增就业 目标": "年份：2020 数字：目标",
        "2020年新增就业目标 宁波": "地区：宁波市 年份：2020 数字：目标",
        "宁波、绍兴 GDP": "地区：宁波市 地区：绍兴市",
        "县级 GDP": "级别：县级",
        "浙江 地级 GDP": "地区：浙江省 级别：地级",
        "2025 GDP": "年份：2025",
        "2035 长三角": "",
        "ning bo gdp": "地区：宁波市",
        "宁波": "",
        "“宁波” 未达到": "",
        "各位代表 目标": "",
        "省级 开发区": "",
        "研发 比重": "",
        "增长 2.8%": "",
    }
    assert asked(search, list(wanted), FILTERS) == wanted


def test_what_is_asked_of_the_site_leads_to_the_page_that_tells(search):
    wanted = {
        "怎样引用": "methods/",
        "数字读错了": "corrections/",
        "达到是怎样判定的？": "methods/",
        "下载 CSV": "data/",
        "打印": "reports/",
    }
    told = asked(search, list(wanted), PAGES)
    assert {question: paths[:1] for question, paths in told.items()} == {
        question: [f"/{page}"] for question, page in wanted.items()
    }


def test_words_in_different_paragraphs_are_looked_for_where_it_is_asked(search):
    question = "宁波 学校 医院 目标"
    found = asked(search, [question], PARAGRAPHS)[question].split()
    assert found and all(path.startswith("/reports/330200/") for path in found), found


def test_areas_stand_in_the_order_of_what_they_promise(search):
    numbers = """[...document.querySelectorAll("#answers tbody tr")]
        .map((row) => row.cells[3].textContent)"""
    question = "2019年经济增长目标从高到低怎样排"  # areas of one level together
    assert asked(search, [question], numbers)[question] == ["7.5%左右", "6.8%左右", "8%左右"]


def test_words_that_name_an_indicator_are_counted_too(search):
    read = """[...document.querySelectorAll("#counts tbody tr")].map((row) => row.innerText)"""
    counted = asked(search, ["嵊州 数字经济"], read)["嵊州 数字经济"]
    assert [row.split("\t") for row in counted] == [["嵊州市 2024", "3"]]
    assert search.locator("#counts").get_attribute("open") is not None


def test_what_is_written_differently_is_found_alike(search):
    alike = [
        ("10745.5亿元", "10,745.5亿元"),
        ("学前教育 义务教育", "学前教育、义务教育", "学前教育，义务教育"),
        ("宁波 长三角", "ningbo 长三角", "宁波市 长三角"),
        ("宁波 GDP", "宁波、GDP", "宁波的GDP", "ningbo gdp", "Ning Bo GDP"),
    ]
    told = asked(search, [query for some in alike for query in some], PARAGRAPHS)
    for some in alike:
        assert {told[query] for query in some} == {told[some[0]]} and told[some[0]], some


def test_a_filter_is_taken_off_and_its_word_searched_for(search):
    asked(search, ["宁波 长三角"], FILTERS)
    search.get_by_role("button", name="地区：宁波市").click()
    expect(search.locator("#q")).to_have_value('"宁波" 长三角')
    expect(search.locator("#results[data-query='\"宁波\" 长三角'] h2 a").first).to_be_visible()
    expect(search.locator("#understood li")).to_have_count(0)
    marked = search.locator("#results ul li").first.locator("mark").all_text_contents()
    assert set(marked) == {"宁波", "长三角"}
    search.go_back()
    expect(search.get_by_role("button", name="地区：宁波市")).to_be_visible()


def test_answers_are_rows_that_lead_to_their_sentences(search):
    asked(search, ["宁波 2019 研发投入强度 未达到"], PAGES)
    row = search.locator("#answers tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("未达到")
    expect(row.get_by_role("link").first).to_have_text("超过2.8%")
    with search.expect_download() as download:
        search.locator("#answers button").click()
    [line] = csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines())
    assert (line["indicator"], line["text"], line["outcome"]) == (
        "rd_intensity",
        "超过2.8%",
        "接近2.8%",
    )
    row.get_by_role("link").first.click()
    expect(search.locator("a[id|=f]:target")).to_have_text("2.8%")


def test_what_is_to_be_compared_leads_to_the_comparison(search):
    wanted = {
        "宁波、绍兴 GDP": "?indicator=gdp&areas=330200%2C330600",
        "宁波 绍兴 2020": "?a=330200%2F2020&b=330600%2F2020",
        "宁波 2019 2020": "?a=330200%2F2020&b=330200%2F2019",
    }
    first = "document.querySelector('#answers .chips a').search"
    assert asked(search, list(wanted), first) == wanted
    search.locator("#answers .chips a").first.click()
    expect(search.locator("#compared table")).to_be_visible()


def test_how_often_words_stand_in_each_report_is_counted(search):
    asked(search, ["长三角 一体化"], PAGES)
    search.locator("#counts summary").click()
    with search.expect_download() as download:
        search.locator("#counts button").click()
    lines = csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines())
    told = {
        (f"{one['area']}/{one['year']}", int(one["长三角"]), int(one["一体化"])) for one in lines
    }
    texts = search_scores.paragraphs(search_scores.read()[0])
    reports = {address.split("#")[0].removeprefix("reports/").strip("/") for address in texts}
    whole = {
        report: "\n".join(text for place, text in texts.items() if f"/{report}/" in place)
        for report in reports
    }
    counts = {(id, text.count("长三角"), text.count("一体化")) for id, text in whole.items()}
    assert told == {one for one in counts if one[1] or one[2]}


def test_what_is_nearly_a_name_leads_to_it(search):
    asked(search, ["城镇新增就也"], PAGES)
    expect(search.get_by_role("status")).to_contain_text("没有这样的原文")
    near = search.locator("#near a")
    expect(near.first).to_contain_text("城镇新增就业")
    expect(search.locator("#results mark").first).to_have_text("城镇新增就")


def test_questions_in_english_lead_to_pages_in_english(page, served):
    page.goto(served("/") + "en/search/")
    wanted = {
        "Ningbo not met": "/en/targets/330200/2019/",
        "GDP growth Zhejiang 2020": "/en/indicators/gdp/",
        "2020 new urban jobs target": "/en/indicators/urban_jobs_new/",
        "shaoxing": "/en/areas/330600/",
    }
    told = asked(page, list(wanted), PAGES)
    assert {question: paths[0] for question, paths in told.items()} == wanted
    assert page.locator("#answers h2").inner_text() == "Shaoxing City"
