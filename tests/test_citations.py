"""Citations name the original report and this data set apart, in three styles, everywhere."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
import yaml

from baogao.content.site_settings import Site
from baogao.downloads import citation_texts
from baogao.downloads.dataset_metadata import metadata
from baogao.downloads.dcat_catalogue import catalogue
from baogao.downloads.schema_org import corpus_dataset, indicator_dataset
from baogao.pages.citations import HERE as HERE_MARK
from baogao.pages.citations import citations
from baogao.records import Excerpt, Indicator, Report
from own_content import own_corpus

ROOT = Path(__file__).resolve().parents[1]
REPORT = Report(
    "r.md",
    "",
    0,
    "2020年宁波市政府工作报告",
    "330200",
    "宁波市",
    "prefecture",
    2020,
    (2019,),
    (2020,),
    Excerpt("a", "b", "c"),
    date="2020-04-27",
)
SITE = Site("报告", "中国政府工作报告开放数据", "", "", "", version="0.1.0", date="2026-11-22")
GDP = Indicator("gdp", "地区生产总值", "Gross regional product", "元", "economy", "up")
CORPUS = own_corpus()
HERE = "https://example.org/reports/330200/2020/"


def test_a_report_and_its_data_are_cited_apart():
    said = citation_texts.of_report(REPORT, SITE, HERE)
    assert (
        said["gbt7714"] == "宁波市人民政府. 2020年宁波市政府工作报告[R]. (2020-04-27).\n"
        "报告. 中国政府工作报告开放数据：2020年宁波市政府工作报告[DS/OL]. 版本 0.1.0."
        f" (2026-11-22). {HERE}"
    )
    assert (
        said["apa"]
        == "宁波市人民政府. (2020). 2020年宁波市政府工作报告 [Government work report].\n"
        "报告. (2026). 中国政府工作报告开放数据：2020年宁波市政府工作报告 (Version 0.1.0) [Data"
        f" set]. {HERE}"
    )
    assert said["bibtex"].splitlines() == [
        "@techreport{report-330200-2020,",
        "  author = {{宁波市人民政府}},",
        "  title = {{2020年宁波市政府工作报告}},",
        "  institution = {{宁波市人民政府}},",
        "  year = {2020},",
        "  note = {2020-04-27},",
        "}",
        "@misc{baogao-0.1.0,",
        "  author = {{报告}},",
        "  title = {{中国政府工作报告开放数据：2020年宁波市政府工作报告}},",
        "  year = {2026},",
        "  version = {0.1.0},",
        "  howpublished = {Data set},",
        f"  url = {{{HERE}}},",
        "}",
    ]


def test_a_report_without_a_date_is_cited_by_its_year():
    assert (
        "[R]. (2020)." in citation_texts.of_report(replace(REPORT, date=""), SITE, HERE)["gbt7714"]
    )


@pytest.mark.parametrize("style", citation_texts.STYLES)
def test_without_an_address_none_is_named(style):
    text = citation_texts.of_report(REPORT, SITE, "")[style]
    assert "url" not in text and "reports/" not in text and text == text.strip()
    assert not re.search(" $", text, re.M)


@pytest.mark.parametrize("base", ["", "https://example.org/repo/"])
def test_what_a_page_says_of_where_it_is_is_whole_or_not_there(base):
    site = replace(SITE, base_url=base)
    said = citations(site, "indicators/gdp/", lambda at: citation_texts.of_indicator(GDP, site, at))
    corpus = replace(CORPUS, site=site)
    linked = [indicator_dataset(corpus, GDP, ""), corpus_dataset(corpus)]
    whole = f"{base}indicators/gdp/"
    for style in citation_texts.STYLES:
        assert (whole in said["citations"][style]) == bool(base)
        assert base or said["cite_here"][style].count(HERE_MARK) == 1
    told = json.dumps([said["citations"], linked, catalogue(metadata(site))], ensure_ascii=False)
    for found in re.findall(r"(?<![\w.])(?:https?://[^\s\"]*)?(?:data|reports|indicators)/", told):
        assert base and found.startswith(base), found


def test_an_indicator_and_the_whole_are_parts_of_the_data_set():
    assert "：地区生产总值[DS/OL]" in citation_texts.of_indicator(GDP, SITE, "x")["gbt7714"]
    assert (
        citation_texts.of_data(SITE, "x")["apa"]
        == "报告. (2026). 中国政府工作报告开放数据 (Version 0.1.0) [Data set]. x"
    )


def test_a_figure_is_cited_with_its_sentence():
    for style, text in citation_texts.of_report(REPORT, SITE, HERE).items():
        assert citation_texts.QUOTED[style].count("{quote}") == 1
        assert text.count(HERE) == 1, "which a browser puts the figure's address in place of"
        assert "宁波市人民政府" in text and "0.1.0" in text


@pytest.mark.parametrize(
    ("title", "written"), [("R&D 5%", r"R\&D 5\%"), ("a_b#c$", r"a\_b\#c\$"), ("{x}", r"\{x\}")]
)
def test_signs_that_mean_something_in_bibtex_are_escaped(title, written):
    assert (
        f"title = {{{{{written}}}}}"
        in citation_texts.of_report(replace(REPORT, title=title), SITE, HERE)["bibtex"]
    )


@pytest.mark.parametrize("address", ["data/", "reports/330200/2020/", "indicators/gdp/"])
def test_pages_of_data_say_how_to_cite_them(site, address):
    html = (site / address / "index.html").read_text("utf-8")
    texts = [
        unescape(text)
        for text in re.findall(
            r'<pre tabindex="0".*?>(.*?)</pre>',
            html.split('id="cite"')[1].partition("</section>")[0],
            re.S,
        )
    ]
    assert len(texts) == 3 and all(
        f"https://example.org/repo/{address}" in text and "0.1.0" in text for text in texts
    )


def test_the_repositorys_citation_is_the_contents():
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    settings = yaml.safe_load((ROOT / "content/site.yml").read_text("utf-8"))
    assert (said["version"], str(said["date-released"])) == (
        settings["version"],
        str(settings["date"]),
    )
    assert {"cff-version", "message", "title", "authors", "license"} <= said.keys() and said[
        "type"
    ] == "dataset"
