"""What the inspector is told of every figure: from the real reports, and small enough to fetch."""

import re
from pathlib import Path

import pytest

from baogao.content.files.own_files_read_once import take_templates
from baogao.content.site_settings import Site
from baogao.corpus.corpus import by_key
from baogao.pages.rendering import Renderer
from figures_told import FigureFacts
from own_content import own_corpus

ROOT = Path(__file__).resolve().parents[1]
REPORTS = sorted(
    path.parent.name + "/" + path.stem for path in (ROOT / "content" / "reports").rglob("*.md")
)
MOST = 220_000


@pytest.fixture(scope="module")
def whole():
    """Give the corpus and the words of the interface."""
    corpus = own_corpus()
    return corpus, Renderer(corpus.site, take_templates()).strings


def one(told, report: str, value: str) -> dict:
    """Return the first record with a value."""
    return one_of(told, report, value)[0]


@pytest.mark.parametrize("report", REPORTS)
def test_what_is_shown_is_what_the_build_knows(told, whole, report):
    """The file has it in pieces, which the browser puts together: here it is told whole."""
    corpus, strings = whole
    reading = corpus.reading(report)
    facts = FigureFacts(corpus, reading, strings)
    known = by_key(
        (mention.anchor, {name: value for name, value in facts.named(mention) if value})
        for mention in reading.mentions
    )
    assert told(report) == {anchor: list(records) for anchor, records in known.items()}


@pytest.mark.parametrize("report", REPORTS)
def test_every_figure_is_told_of_in_a_small_file(told, site, report):
    folder = site / "reports" / report
    page = (folder / "index.html").read_text("utf-8")
    figures = told(report)
    marked = set(re.findall(r"<a id=(f-\w+) ", page))
    assert marked and marked <= set(figures) <= marked | set(
        re.findall(r'<span id="(f-\w+)">', page)
    )
    assert all(
        record["quote"] and record["value"] and record["nature"] and record["why"]
        for records in figures.values()
        for record in records
    )
    assert (folder / "figures.json").stat().st_size <= MOST


@pytest.mark.parametrize("report", REPORTS)
def test_every_link_leads_to_a_page_and_a_place_on_it(told, site, report):
    folder = site / "reports" / report
    links = {
        item[1]
        for records in told(report).values()
        for record in records
        for value in record.values()
        if isinstance(value, list)
        for item in value
        if isinstance(item, list)
    }
    for link in links:
        path, _, anchor = link.partition("#")
        page = (folder / path / "index.html").resolve()
        assert page.is_file(), link
        assert not anchor or re.search(rf'\bid="?{anchor}\b', page.read_text("utf-8")), link


def test_a_value_is_as_written_and_normalised(told):
    record = one(told, "330200/2020", "1468.4亿元 = 146,840,000,000 元")
    assert record["indicator"] == [
        ["一般公共预算收入", "../../../indicators/general_budget_revenue/"]
    ]
    assert record["nature"] == "2019 年 · 已报告 · 水平"
    assert "不含上划中央部分" in record["definition"][0]
    assert record["quote"].startswith("全市实现地区生产总值11985亿元")
    assert "数值：写作“1468.4亿”；乘以 100,000,000" in record["why"]
    assert "label" not in record  # it is the indicator's own name


def test_a_target_has_its_outcome_and_an_outcome_its_target(told):
    [[text, link, remark]] = next(
        r for r in one_of(told, "330200/2019", "6.8%") if "目标" in r["nature"]
    )["target"]
    assert (text, remark) == ("6.8%", "2020 年报告说的结果，达到")
    anchor = link.removeprefix("../2020/#")
    [[text, link, remark]] = told("330200/2020")[anchor][0]["target"]
    assert (text, remark) == ("6.8%左右", "2019 年报告为 2019 年定的目标，达到")


def one_of(told, report: str, value: str) -> list[dict]:
    """Return all records with a value."""
    return [
        record
        for records in told(report).values()
        for record in records
        if record["value"] == value
    ]


def test_a_target_whose_outcome_is_not_here_says_so(told):
    assert next(r for r in one_of(told, "330200/2020", "6.5%") if "目标" in r["nature"])[
        "target"
    ] == ["下一年报告未收录"]


def test_elsewhere_is_the_same_area_s_reports_and_the_parent_s(told):
    where = {
        item[1].partition("#")[0]
        for records in told("330200/2020").values()
        for record in records
        for item in record.get("near", ())
    }
    assert where == {"../2019/", "../../330000/2020/"}


def test_elsewhere_is_the_same_measure(told):
    record = one(told, "330200/2020", "11985亿元 = 1,198,500,000,000 元")
    assert [item[0] for item in record["near"]] == ["10745.5亿元", "突破6万亿元"]


def test_bounds_and_quality_are_told(told):
    assert one(told, "330200/2020", "3.5%")["nature"] == "2020 年 · 目标 · 水平 · 不高于（“以内”）"
    assert one(told, "330600/2020", "5.8%")["marks"] == ["整篇报告的来源存疑，见页首的说明。"]
    assert one(told, "330683/2024", "1/4 = 0.25")["marks"] == [
        "编者改正：四分之一指的是行政村，不是收入"
    ]


def test_arithmetic_stands_beside_what_it_gives(told):
    assert any(
        "11985亿元 ÷ 10745.5亿元 − 1 = 11.54%，不一致" in line
        for record in one_of(told, "330200/2020", "6.8%")
        for line in record.get("checks", ())
    )


@pytest.mark.parametrize("report", REPORTS)
def test_every_reason_is_said_in_chinese(told, report):
    for records in told(report).values():
        for record in records:
            assert len(record["why"]) == 9, record
            for line in record["why"]:
                assert not re.search(
                    r"[A-Za-z]{3,} [A-Za-z]|[{}#]|：$|；$", line.replace(record["quote"], "")
                ), line


# Here a rule has a name of its own.
SUBJECT_RULES = ("investments.py", "trimming.py", "filled_from_before.py", "topics.py", "naming.py")


def test_every_rule_of_the_code_has_its_words():
    strings = Renderer(Site("", "", "", "", ""), take_templates()).strings
    figures = ROOT / "site_src" / "baogao" / "reading" / "figures"
    spoken = {path.name: path.read_text("utf-8") for path in figures.rglob("*.py")}
    rules = {rule for text in spoken.values() for rule in re.findall(r'\brule="([^"]+)"', text)}
    named = "".join(text for path, text in spoken.items() if path in SUBJECT_RULES)
    rules |= set(re.findall(r'\b[A-Z_]+ = "([a-z]+(?:,? [a-z]+)+)"$', named, re.M))
    for name in (
        "status_and_period.py",
        "stated_years.py",
        "years_of_figure.py",
    ):  # a rule is one of several values
        rules |= set(re.findall(r'"([a-z]+(?:,? [a-z]+)+)"', spoken[name]))
    rules -= {"the section", "as many years as subjects"}
    assert len(rules) > 20
    assert rules - strings["reasons"].keys() == set()
