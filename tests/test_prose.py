"""Pages in words: the methods page shows how well figures are read."""

import csv
import json
import re
import shutil
from html import unescape

import pytest

from baogao.build import ROOT
from baogao.content import content_folder
from baogao.content.files.own_files_read_once import SITE_SRC
from baogao.pages import prose
from interface import STRINGS
from sites import small_content

WORDS = STRINGS["scores"]


def test_the_methods_page_shows_the_scores(site):
    html = (site / "methods" / "index.html").read_text("utf-8")
    assert "[scores]" not in html
    table = html[html.index(f'aria-label="{WORDS["caption"]}"') :]
    assert table.index("湖州 2018") < table.index("合计") < table.index("</table>")


def test_the_methods_page_says_what_a_reader_asks_first_and_what_is_computed(site):
    html = (site / "methods" / "index.html").read_text("utf-8")
    heads = re.findall(r"<h2[^>]*>.、(.*?)</h2>", html)
    assert heads[:4] == ["什么算一个数字", "读得有多大把握", "目标怎样判定", "读得有多准"]
    rows = csv.DictReader((ROOT / "content" / "certainty.csv").read_text("utf-8").splitlines())
    whole = [row for row in rows if row["texts"] == "whole"]
    figures, wrong = (sum(int(row[name]) for row in whole) for name in ("figures", "wrong"))
    assert f"读出 {figures} 个数字，{100 - 100 * wrong / figures:.1f}%整条都对" in html
    assert not re.search(r"\[\w+\]</p>", html)


def test_shares_are_per_cents(tmp_path):
    found = content_folder.read(small_content(tmp_path))
    assert prose.scores(found, WORDS)[0] == [
        "湖州 2018",
        "116",
        "100.0%",
        "100.0%",
        "99.0%",
        "100.0%",
        "99.5%",
        "100.0%",
        "100.0%",
        "100.0%",
        "99.1%",
        "94.0%",
    ]


def test_a_page_that_shows_scores_needs_them(tmp_path):
    folder = small_content(tmp_path)
    (folder / "scores.csv").unlink()
    assert content_folder.read(folder).problems == ()
    shutil.copy(SITE_SRC.parent / "content" / "pages" / "methods.md", folder / "pages")
    assert [
        (problem.path, problem.message) for problem in content_folder.read(folder).problems
    ] == [
        (f"content/{name}.csv", "cannot be read: No such file or directory")
        for name in ("scores", "certainty")
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_search_leads_to_pages_about_the_site_that_exist(site, language):
    folder = site if language == "zh" else site / language
    form = (folder / "search" / "index.html").read_text("utf-8")
    words = json.loads(unescape(re.search(r'data-words="([^"]*)"', form)[1]))
    about = words["question"]["about_site"]
    for one in about:
        path, _, anchor = one["address"].partition("#")
        html = (folder / path / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in html or f"id={anchor}" in html, one
    asked = {word for one in about for word in one["asked"]}
    wanted = {"zh": {"引用", "读错", "下载", "打印"}, "en": {"cite", "wrong", "download", "print"}}
    assert wanted[language] <= asked


def test_corrections_say_whose_report_they_are_of_and_how_to_tell_of_a_mistake(site):
    html = (site / "corrections" / "index.html").read_text("utf-8")
    heads = re.findall(r"<h2><a [^>]*>(.*?)</a></h2>", html)
    assert heads and all(re.search(r"[\u4e00-\u9fff]+[省市区县]", head) for head in heads), heads
    assert "复制报错文字" in html


def test_tables_of_targets_lead_to_the_rules_of_their_states(site):
    for page in ("targets", "targets/all", "targets/330200/2019"):
        assert "methods/#verdicts" in (site / page / "index.html").read_text("utf-8"), page
