"""Observations: what a figure measures of its indicator, in base units; and what stays a doubt."""
from decimal import Decimal
from pathlib import Path

import pytest

from baogao import content
from baogao.corpus import corpus
from baogao.numerals import grouped, plain, quantity
from baogao.observations import normalised
from baogao.readings import reading
from baogao.records import Indicator

CONTENT = content.read(Path(__file__).resolve().parents[1] / "content")
CORPUS = corpus(CONTENT, tuple(reading(r, CONTENT.source_texts[r.source.file], CONTENT.vocabulary) for r in CONTENT.reports))
STATED = {(f"{o.area}/{o.year}", o.indicator, o.measure, o.period, plain(o.value), o.unit, o.bound, o.status) for o in CORPUS.observations}

# Written from the reports by hand.
BY_HAND = [
    ("330200/2020", "gdp", "level", "2019", "1198500000000", "元", "eq", "actual"),       # 实现地区生产总值11985亿元
    ("330200/2020", "gdp", "growth", "2019", "6.8", "%", "eq", "actual"),                 # 增长6.8%
    ("330200/2020", "general_budget_revenue", "level", "2019", "146840000000", "元", "eq", "actual"),
    ("330200/2020", "fdi", "level", "2019", "2360000000", "美元", "eq", "actual"),        # 实际利用外资23.6亿美元
    ("330200/2019", "income_ratio", "level", "2018", "1.79", ":1", "eq", "actual"),       # 收入比缩小到1.79:1
    ("330200/2019", "gdp", "growth", "2019", "6.8", "%", "approx", "target"),             # 地区生产总值增长6.8%左右
    ("330000/2020", "gdp", "level", "2019", "6000000000000", "元", "ge", "actual"),       # 全省生产总值突破6万亿元
    ("330500/2020", "gdp", "growth", "2020", "7", "%", "approx", "target"),               # 地区生产总值增长7%左右
    ("330500/2020", "rd_intensity", "level", "2020", "2.9", "%", "ge", "target"),         # 比例达到2.9%以上
    ("330600/2020", "gdp", "growth", "2020", "7", "%", "approx", "target"),               # printed for 2021, corrected to 2020
    ("330600/2021", "gdp", "growth", "2020", "3.3", "%", "eq", "actual"),                 # 分别增长3.3%
    ("331000/2019", "income_urban", "level", "2018", "55705", "元", "eq", "actual"),      # 分别达到55705元和27631元
    ("331000/2019", "income_rural", "level", "2018", "27631", "元", "eq", "actual"),
]


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: "-".join(row[:4]))
def test_statements_read_by_hand_are_observations(row):
    assert row in STATED


def test_every_observation_leads_to_its_sentence():
    anchors = {(r.report.area, r.report.year, m.anchor): r.quote(m) for r in CORPUS.readings for m in r.mentions}
    for o in CORPUS.observations:
        assert o.quote == anchors[o.area, o.year, o.anchor] and o.text in o.quote


def test_part_of_an_area_is_no_observation_of_it():
    parts = {(r.report.area, r.report.year, m.anchor) for r in CORPUS.readings for m in r.mentions if m.figure.area}
    whole = {(r.report.area, r.report.year, m.anchor) for r in CORPUS.readings for m in r.mentions if not m.figure.area}
    assert not [o for o in CORPUS.observations if (o.area, o.year, o.anchor) in parts - whole]


MONEY = Indicator("x", "总额", "X", "元", "economy", "up", ("元", "美元"))
RATIO = Indicator("y", "比", "Y", "倍", "economy", "up", ("倍", ":1"))


@pytest.mark.parametrize("measure, unit, indicator, wanted", [
    ("level", "元", MONEY, "元"), ("level", "美元", MONEY, "美元"), ("level", "%", MONEY, ""), ("growth", "%", MONEY, "%"), ("growth", "百分点", MONEY, ""),
    ("difference", "百分点", MONEY, "百分点"), ("difference", "元", MONEY, "元"), ("rank", "位", MONEY, "位"), ("level", "倍", RATIO, "倍"), ("level", ":1", RATIO, "倍"),
])
def test_units_are_those_the_indicator_accepts(measure, unit, indicator, wanted):
    assert normalised(measure, unit, indicator, CONTENT.vocabulary.units)[0] == wanted


@pytest.mark.parametrize("value, plainly, in_groups", [
    ("146840000000", "146840000000", "146,840,000,000"), ("1.4684E+11", "146840000000", "146,840,000,000"),
    ("-10.60", "-10.6", "-10.6"), ("6.8", "6.8", "6.8"), ("0.5", "0.5", "0.5"), ("-0.5", "-0.5", "-0.5"), ("-12345.6", "-12345.6", "-12,345.6"),
])
def test_numbers_as_people_read_them(value, plainly, in_groups):
    assert (plain(Decimal(value)), grouped(Decimal(value))) == (plainly, in_groups)


def test_quantities_have_their_unit():
    assert quantity(Decimal("6"), Decimal("6.5"), "%") == "6–6.5%"
    assert quantity(Decimal("11985"), None, "元") == "11,985 元"
    assert quantity(Decimal("1.79"), None, ":1") == "1.79:1"
