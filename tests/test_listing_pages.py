"""What pages of indicators and of targets hold of what there is: the newest, and no more than can
be read; files have all.
"""

import gzip
import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import html as parsed

from baogao.charts.quantity_words import as_printed
from baogao.content.files import own_files_read_once
from baogao.pages import corrections_and_doubts, home_and_report_list, indicators
from baogao.pages.rendering import Renderer
from baogao.pages.tables.controls import STEP
from baogao.pages.tables.rankings import MOST_SILENT
from baogao.pages.tables.statement_cells import fields, normalised
from baogao.pages.tables.statement_table import table_rows
from baogao.pages.targets import all_targets, targets
from interface import ENGLISH_STRINGS, STRINGS
from own_content import own_corpus
from test_rankings import said

CORPUS = own_corpus()
GDP = CORPUS.vocabulary.indicators["gdp"]
PREFECTURES = [code for code, area in CORPUS.vocabulary.areas.items() if area.level == "prefecture"]
QUOTE = "全市地区生产总值增长{}%，一般公共预算收入增长{}%，城乡居民收入分别增长{}%和{}%。"


def page_of(areas: int) -> bytes:
    """Render the page of an indicator that so many areas state for ten years, in two measures."""
    seen = [
        said(
            code,
            f"{year % 100}.{at}",
            period=str(year),
            year=year + 1,
            measure=measure,
            quote=QUOTE.format(year, at, code, measure),
        )
        for at, code in enumerate(PREFECTURES[:areas])
        for year in range(2010, 2020)
        for measure in ("level", "growth")
    ]
    corpus = replace(CORPUS, observations=tuple(seen))
    renderer = Renderer(corpus.site, own_files_read_once.take_templates())
    return renderer.html(indicators.page(corpus, GDP, (), STRINGS))


def test_a_page_grows_by_its_newest_order_and_the_names_of_areas_alone():
    few, many = page_of(50), page_of(300)
    assert few.count(b"<tr><td><a") == many.count(b"<tr><td><a") == STEP
    assert len(gzip.compress(many)) <= 80_000
    assert len(many) - len(few) <= 250 * 2 * 150


def test_where_many_state_no_number_they_are_counted():
    year = {"year": "2019", "title": "2019年水平", "groups": []}
    for silent, counted in [(MOST_SILENT, 0), (MOST_SILENT + 1, MOST_SILENT + 1)]:
        order = year | {"unstated": [{"name": "宁波市", "address": ""}] * silent}
        assert indicators.written(order, "indicators/gdp/", STRINGS)["silent"] == counted


def test_the_newest_come_first_and_in_a_year_measures_in_their_order():
    seen = [
        said("330200", "7", period="2018"),
        said("330200", "6", period="2019", measure="growth"),
        said("330200", "5", period="2019", measure="level"),
        said("330100", "4", period="2019", measure="level"),
        said("330100", "3", period="2019-2021"),
    ]
    assert [int(row.stated.value) for row in table_rows(seen, STRINGS)] == [3, 4, 5, 6, 7]


def test_a_number_has_its_value_unit_and_bound_with_it():
    """Whatever a number is printed as, its cell carries it in the base unit with its bound."""
    for o in CORPUS.observations:
        low, high, unit, bound = fields(o, STRINGS).split("|")
        assert (Decimal(low), unit, bound) == (o.value, o.unit, STRINGS["bounds"][o.bound])
        assert high == "" if o.value_high is None else Decimal(high) == o.value_high


@pytest.mark.parametrize(
    ("number", "shown", "behind"),
    [
        (("10745.5亿元", "", "1.07455E+12", "元", "eq"), "10745.5亿元", "1,074,550,000,000 元"),
        (("6.5%", "左右", "6.5", "%", "approx"), "6.5%左右", ""),
        (("2.8%", "接近", "2.8", "%", "approx"), "接近2.8%", ""),
        (("6万亿元", "突破", "6E+12", "元", "ge"), "突破6万亿元", "不低于 6,000,000,000,000 元"),
        (("5%", "", "-5", "%", "eq"), "−5%", "-5%"),
        (("5%", "不低于", "-5", "%", "ge"), "降5%以上", "不低于 -5%"),
        (("8%", "左右", "8", "%", "approx"), "8%左右", ""),
    ],
)
def test_a_number_is_shown_as_printed_and_normalised_behind(number, shown, behind):
    text, words, value, unit, bound = number
    quote = f"增长{words}{text}。" if shown.startswith(words) else f"增长{text}{words}。"
    o = replace(said("330200", value), text=text, unit=unit, bound=bound)
    o = replace(o, bound_words=words, quote=quote if text != "8%" else "分别增长8%、9%左右。")
    assert as_printed(o, STRINGS) == shown
    html = str(normalised(o, STRINGS))
    assert re.sub("<.*?>", "", html).strip() == behind


def test_what_a_report_says_twice_in_the_same_words_is_one_row():
    once = replace(said("330200", "7"), text="7亿元")
    again = replace(once, anchor="f-again", quote="再说一遍。")
    other = replace(once, text="70000万元", anchor="f-other")
    rows = table_rows([once, again, other], STRINGS)
    assert [(row.printed, [one.anchor for one in row.again]) for row in rows] == [
        ("7亿元", ["f-again"]),
        ("70000万元", []),
    ]


@pytest.mark.parametrize("id", ["gdp", "pm25"])
def test_the_file_says_what_its_codes_mean(site, id):
    data = json.loads((site / f"indicators/{id}.json").read_text("utf-8"))
    for column in ("area", "measure", "status"):
        there = {row[column] for row in data["observations"]}
        assert data["names"][column].keys() == there
    assert data["names"]["area"]["330200"] == "宁波市"


def test_an_indicator_that_nobody_states_has_a_small_page(site):
    said = {one.promise.indicator for one in CORPUS.targets}
    silent = [
        id for id in CORPUS.vocabulary.indicators if not CORPUS.stated_of(id) and id not in said
    ]
    assert silent
    for id in silent:
        html = (site / f"indicators/{id}/index.html").read_text("utf-8")
        assert "<table" not in html and "ld+json" not in html and "还没有" in html


def test_an_area_stands_once_in_the_newest_year_that_can_be_judged():
    page = targets.listing(CORPUS, (), STRINGS)
    listed = [(group["area"], group["year"]) for group in page.context["areas"]]
    assert len({area for area, _ in listed}) == len(listed)
    assert ("宁波市", "2019") in listed
    every = {(area, year) for area, year in targets.by_area_and_year(CORPUS)}
    linked = {
        address
        for group in page.context["areas"]
        for address in (group["address"], *(address for _, address in group["others"]))
    }
    assert linked == {f"targets/{area}/{year}/" for area, year in every}


def test_the_page_of_all_targets_has_first_what_tells_most(monkeypatch):
    monkeypatch.setattr(all_targets, "MOST_ROWS", 20)
    page = next(all_targets.pages(CORPUS, STRINGS))
    html = page.context["table"]["rows"]
    assert html.count("<tr") == 20
    assert page.context["left_out"] == len(CORPUS.targets) - 20
    known = CORPUS.vocabulary.indicators.values()
    headline = {f"indicators/{one.id}/" for one in known if one.headline}
    assert set(re.findall(r"href=\.\./\.\./(indicators/\w+/)", html)) <= headline
    assert "下一年报告未收录" not in html


def test_targets_that_one_page_cannot_hold_are_split_by_year(monkeypatch):
    assert [page.address for page in all_targets.pages(CORPUS, STRINGS)] == ["targets/all/"]
    monkeypatch.setattr(all_targets, "MOST_ROWS", 60)
    whole, *by_year = all_targets.pages(CORPUS, STRINGS)
    every = {target.promise.period for target in CORPUS.targets}
    assert [page.context["year"] for page in by_year] == sorted(every, reverse=True)
    addresses = [page.address for page in by_year]
    assert [address for _, address in whole.context["years"]] == addresses
    told = sum(
        page.context["table"]["rows"].count("<tr") + page.context["left_out"] for page in by_year
    )
    assert told == len(CORPUS.targets)
    for page in by_year:
        assert page.context["years"] == whole.context["years"]
        year = page.context["year"]
        assert page.address == f"targets/all/{year}/"
        areas = {area for area, period in targets.by_area_and_year(CORPUS) if period == year}
        linked = {address for _, address in page.context["areas"]}
        assert linked == {f"targets/{area}/{year}/" for area in areas}


@pytest.mark.parametrize(
    ("pages", "most", "entries"),
    [
        (home_and_report_list.listing, "MOST_CARDS", ("cards",)),
        (corrections_and_doubts.pages, "MOST_ENTRIES", ("groups", "doubts", "unread")),
    ],
)
def test_a_list_that_one_page_cannot_hold_has_the_newest_year_and_a_page_for_each(
    monkeypatch, pages, most, entries
):
    def listed(page) -> list:
        return [one["address"] for name in entries for one in page.context[name]]

    (whole,) = pages(CORPUS, STRINGS)
    assert whole.context["years"] == []
    monkeypatch.setitem(pages.__globals__, most, 1)
    newest, *years = pages(CORPUS, STRINGS)
    assert newest.address == whole.address, "what is published stays"
    assert newest.context["years"] == [(one.context["year"], one.address) for one in years]
    found = [year for year, _ in newest.context["years"]]
    assert found == sorted(set(found), reverse=True)
    assert listed(newest) == listed(years[0])
    told = [address for page in years for address in listed(page)]
    assert sorted(told) == sorted(listed(whole))
    for page in years:
        year = page.context["year"]
        assert page.address == f"{whole.address}{year}/"
        assert page.context["years"] == newest.context["years"]
        assert all(f"/{year}/" in address for address in listed(page))


@pytest.mark.parametrize(
    ("words", "value", "bound", "shown"),
    [
        ("接近", "2.8", "approx", "nearly 2.8%"),
        ("超过", "2.8", "ge", "more than 2.8%"),
        ("不到", "4", "le", "less than 4%"),
        ("不低于", "7", "ge", "7% or more"),
        ("左右", "6.5", "approx", "6.5% or so"),
        ("超过", "-10", "ge", "down 10% or more"),
        ("", "6.8", "eq", "6.8%"),
    ],
)
def test_in_english_a_bound_says_what_its_words_say(words, value, bound, shown):
    o = replace(said("330200", value), text=f"{value}%", unit="%", bound=bound, bound_words=words)
    assert as_printed(o, ENGLISH_STRINGS) == shown


def test_what_reports_say_stands_where_the_next_one_says_something(site):
    html = (site / "targets/330200/2019/index.html").read_text("utf-8")
    rows = re.findall(r"<tr.*?(?=<tr|</table>)", html.split('id="targets"')[1])[1:]
    assert len(rows) > 40
    for row in rows:
        silent = "data-state=not_mentioned" in row
        assert ("class=words" in row) != silent and "class=why" in row


def test_the_table_has_the_sentences_of_the_marks_of_its_charts(site):
    linked = 0
    for path in sorted(site.glob("targets/*/*/charts.json")):
        assert '"quote"' not in path.read_text("utf-8")
        page = parsed.fromstring((path.parent / "index.html").read_bytes())
        for link in page.xpath("//svg//a/@href"):
            linked += 1
            said = page.xpath(
                "//table[contains(@class, 'sentences')]//a[@href=$link]"
                "/following-sibling::small[@class='words']",
                link=link,
            )
            assert said and said[0].text_content(), link
    assert linked > 50
