"""On other people's pages: a chart, or a figure with its sentence, in a frame and without a script;
and what copies a citation.
"""

import json
import re
from html import unescape

import pytest
from playwright.sync_api import expect

REPORT = "reports/330200/2020/"


@pytest.fixture
def figure(site) -> str:
    html = (site / REPORT / "index.html").read_text("utf-8")
    return re.search(r" id=(f-\w+)[^>]*>11985亿元", html)[1]


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.nightly)])
def test_a_figure_stands_with_its_sentence_and_the_way_back(page, served, figure, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{served('/repo/')}embed/{REPORT}#{figure}")
    expect(page.locator("article:visible")).to_have_count(1)
    expect(page.locator("article:visible mark:target")).to_have_text("11985亿元")
    told = page.locator("article li:visible")
    expect(told).to_have_text("地区生产总值，1,198,500,000,000 元，水平，已报告，2019")
    expect(page.locator(".all")).to_be_hidden()
    expect(page.locator("h2:visible")).to_have_count(0)
    source = page.get_by_role("link", name="出处：2020年宁波市政府工作报告")
    expect(source).to_have_attribute("target", "_blank")
    expect(source).to_have_attribute("rel", "noopener")
    assert source.evaluate("link => link.href").endswith(f"/repo/{REPORT}")
    assert page.locator("script").count() == 0


def test_without_a_figure_in_its_address_all_are_there_with_their_fields(page, served, site):
    page.goto(f"{served('/')}embed/{REPORT}")
    expect(page.locator(".all")).to_be_visible()
    figures = json.loads((site / REPORT / "figures.json").read_text("utf-8"))["figures"]
    told = page.locator("article li:visible").evaluate_all(
        "items => items.flatMap((item) => item.innerText.split('\\n'))"
    )
    assert len(told) == len(figures)
    for line, figure in zip(told, figures, strict=True):
        assert figure["label"] is None or figure["label"] in line
        assert figure["period"] is None or figure["period"] in line
    sentences = page.locator("article:visible > p").all_inner_texts()
    assert len(sentences) == len(set(sentences)), "each sentence once"


def test_every_figure_of_a_report_can_be_embedded(site):
    for path in site.glob("reports/*/*/figures.json"):
        anchors = {figure["figure"] for figure in json.loads(path.read_text("utf-8"))["figures"]}
        page = site / "embed" / path.relative_to(site).parent / "index.html"
        assert anchors <= set(re.findall(r" id=(f-\w+)", page.read_text("utf-8")))


def test_a_chart_can_be_taken_along_by_the_lines_that_its_page_offers(
    page, served, site, serve_folder, tmp_path
):
    page.goto(served("/repo/") + REPORT)
    page.locator("figure.chart .embed summary").first.click()
    code = page.locator("figure.chart .embed textarea").first.input_value()
    assert re.fullmatch(
        r'<iframe src="https://example.org/repo/embed/charts/[\w-]+/" title="[^"<>]+" width="100%"'
        r' height="\d{3}" loading="lazy"></iframe>',
        code,
    )
    other = code.replace("https://example.org/repo/", served("/repo/"))
    (tmp_path / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><link rel=icon"
        f" href=data:,><title>x</title><p>x</p>{other}",
        "utf-8",
    )
    page.goto(serve_folder(tmp_path, "/"))
    inside = page.frame_locator("iframe")
    expect(inside.locator("svg.chart")).to_be_visible()
    link = inside.locator("svg.chart a").first
    expect(link).to_have_attribute("target", "_blank")
    with page.context.expect_page() as opened:
        link.click()
    expect(opened.value).to_have_url(re.compile(rf"/repo/{REPORT}#f-\w+$"))


@pytest.mark.parametrize(
    ("style", "word"), [("GB/T 7714", "[DS/OL]"), ("APA", "[Data set]"), ("BibTeX", "@techreport")]
)
def test_a_citation_is_copied(page, served, style, word):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served("/") + "indicators/gdp/" if "tech" not in word else served("/") + REPORT)
    page.locator(".cite").get_by_role("button", name=f"复制 {style}").click()
    expect(page.locator(".cite").get_by_role("button", name="已复制")).to_be_visible()
    assert word in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(
    ("button", "word"),
    [
        ("GB/T 7714", "“"),
        ("APA", "Data set"),
        ("BibTeX", "@misc"),
        ("复制嵌入代码", "<iframe src="),
    ],
)
def test_a_figures_citation_and_frame_are_copied_from_the_inspector(
    page, served, figure, button, word
):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served('/')}{REPORT}#{figure}")
    page.locator("#inspector").get_by_role("button", name=button, exact=True).click()
    expect(page.locator("#inspector .said")).to_have_text("已复制")
    text = page.evaluate("navigator.clipboard.readText()")
    assert (
        word in text
        and f"#{figure}" in unescape(text)
        and "{" not in text.replace("{{", "").replace("= {", "").split("@")[0]
    )


def test_a_page_in_english_shows_one_of_its_charts_alone(page, served):
    page.goto(served("/repo/") + f"en/{REPORT}")
    name = page.locator("figure.chart").last.get_attribute("id")
    page.goto(served("/repo/") + f"en/{REPORT}?alone={name}")
    expect(page.locator("header.site")).to_have_count(0)
    assert page.locator("figure").get_attribute("id") == name
    assert page.locator("footer a").get_attribute("href") == f"/repo/en/{REPORT}#{name}"
