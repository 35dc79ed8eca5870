"""Observations: what a figure measures of its indicator, in base units; and what stays a doubt."""

from dataclasses import replace
from decimal import Decimal

import pytest

from baogao.content.decimal_text import grouped, plain_decimal, quantity
from baogao.corpus.disagreements import mark_disagreements
from baogao.corpus.figure_in_base_units import normalised
from baogao.corpus.names_listing_indicators import ids_of_list
from baogao.corpus.observations import DISAGREES, DOUBTFUL, observations
from baogao.reading.report_reading import as_rules_read
from baogao.records import Indicator
from own_content import own_content, own_corpus

CONTENT = own_content()
CORPUS = own_corpus()
STATED = {
    (
        f"{o.area}/{o.year}",
        o.indicator,
        o.measure,
        o.period,
        plain_decimal(o.value),
        o.unit,
        o.bound,
        o.status,
    )
    for o in CORPUS.observations
}

# Written from the reports by hand.
BY_HAND = [
    (
        "330200/2020",
        "gdp",
        "level",
        "2019",
        "1198500000000",
        "元",
        "eq",
        "actual",
    ),  # 实现地区生产总值11985亿元
    ("330200/2020", "gdp", "growth", "2019", "6.8", "%", "eq", "actual"),  # 增长6.8%
    (
        "330200/2020",
        "general_budget_revenue",
        "level",
        "2019",
        "146840000000",
        "元",
        "eq",
        "actual",
    ),
    (
        "330200/2020",
        "fdi",
        "level",
        "2019",
        "2360000000",
        "美元",
        "eq",
        "actual",
    ),  # 实际利用外资23.6亿美元
    (
        "330200/2019",
        "income_ratio",
        "level",
        "2018",
        "1.79",
        ":1",
        "eq",
        "actual",
    ),  # 收入比缩小到1.79:1
    (
        "330200/2019",
        "gdp",
        "growth",
        "2019",
        "6.8",
        "%",
        "approx",
        "target",
    ),  # 地区生产总值增长6.8%左右
    (
        "330000/2020",
        "gdp",
        "level",
        "2019",
        "6000000000000",
        "元",
        "ge",
        "actual",
    ),  # 全省生产总值突破6万亿元
    (
        "330500/2020",
        "gdp",
        "growth",
        "2020",
        "7",
        "%",
        "approx",
        "target",
    ),  # 地区生产总值增长7%左右
    (
        "330500/2020",
        "rd_intensity",
        "level",
        "2020",
        "2.9",
        "%",
        "ge",
        "target",
    ),  # 比例达到2.9%以上
    (
        "330600/2020",
        "gdp",
        "growth",
        "2020",
        "7",
        "%",
        "approx",
        "target",
    ),  # printed for 2021, corrected to 2020
    ("330600/2021", "gdp", "growth", "2020", "3.3", "%", "eq", "actual"),  # 分别增长3.3%
    (
        "331000/2019",
        "income_urban",
        "level",
        "2018",
        "55705",
        "元",
        "eq",
        "actual",
    ),  # 分别达到55705元和27631元
    ("331000/2019", "income_rural", "level", "2018", "27631", "元", "eq", "actual"),
    (
        "330200/2019",
        "private_investment",
        "growth",
        "2019",
        "10",
        "%",
        "ge",
        "target",
    ),  # 高新技术产业投资、民间投资均增长10%以上
    (
        "330200/2020",
        "fixed_asset_investment",
        "growth_difference",
        "2019",
        "4.5",
        "百分点",
        "eq",
        "actual",
    ),  # 高于上年4.5个百分点
    ("330600/2021", "gdp", "average_growth", "2016-2020", "6", "%", "eq", "actual"),  # 年均增长6%
    (
        "330600/2021",
        "retail_sales",
        "growth_rank",
        "2020",
        "5",
        "位",
        "eq",
        "actual",
    ),  # 增速居全省第5位
]


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: "-".join(row[:4]))
def test_statements_read_by_hand_are_observations(row):
    assert row in STATED


def test_every_observation_leads_to_its_sentence():
    anchors = {
        (r.report.area, r.report.year, m.anchor): r.quote(m)
        for r in CORPUS.readings
        for m in r.mentions
    }
    for o in CORPUS.observations:
        assert o.quote == anchors[o.area, o.year, o.anchor] and o.text in o.quote


def test_part_of_an_area_is_no_observation_of_it():
    parts = {
        (r.report.area, r.report.year, m.anchor)
        for r in CORPUS.readings
        for m in r.mentions
        if m.figure.area
    }
    whole = {
        (r.report.area, r.report.year, m.anchor)
        for r in CORPUS.readings
        for m in r.mentions
        if not m.figure.area
    }
    assert not [o for o in CORPUS.observations if (o.area, o.year, o.anchor) in parts - whole]


def read(sentence: str):
    """Return the observations and doubts of a sentence in a report's section on its own year."""
    report = next(r for r in CONTENT.reports if r.id == "330200/2020")
    text = f"## 二、2020年主要目标任务\n\n{sentence}\n"
    seen = as_rules_read(replace(report, text=text, body=0), CONTENT.vocabulary)
    return observations([seen], CONTENT.vocabulary, CONTENT.wordlists)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "城乡居民收入增长7.5%。",
            {("income_urban", "growth", "7.5"), ("income_rural", "growth", "7.5")},
        ),
        (
            "高新技术产业投资、民间投资均增长10%以上。",
            {("hightech_investment", "growth", "10"), ("private_investment", "growth", "10")},
        ),
        (
            "财政总收入和地方财政收入均增长8%左右。",
            {("total_fiscal_revenue", "growth", "8"), ("general_budget_revenue", "growth", "8")},
        ),
        (
            "新建公园、民间投资增长10%。",
            set(),
        ),  # one of them is unknown: the number is about something else
    ],
)
def test_one_number_for_several_indicators_is_an_observation_of_each(sentence, wanted):
    assert {(o.indicator, o.measure, plain_decimal(o.value)) for o in read(sentence)[0]} == wanted


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("研发投入强度达到300亿元。", ["300亿元", "元", "研发经费支出占生产总值比重", "%"]),
        ("地区生产总值增长68%。", ["68%", "地区生产总值", "-20–30%"]),
        ("城镇登记失业率控制在35%以内。", ["35%", "城镇登记失业率", "0–15%"]),
    ],
)
def test_what_cannot_be_is_a_doubt_that_says_why(sentence, words):
    stated, doubts = read(sentence)
    assert (len(stated), len(doubts)) == (0, 1) and all(word in doubts[0].message for word in words)


@pytest.mark.parametrize(
    ("report", "indicator", "word"),
    [
        ("330200/2020", "rd_intensity", "接近"),
        ("330000/2020", "gdp", "突破"),
        ("330200/2019", "unemployment_registered", "以内"),
        ("330200/2020", "fiveg_stations", "多"),
        ("330500/2020", "gdp", "左右"),
    ],
)
def test_a_bound_keeps_its_own_word(report, indicator, word):
    assert word in {
        o.bound_words
        for o in CORPUS.observations
        if f"{o.area}/{o.year}" == report and o.indicator == indicator
    }


def test_what_an_editor_doubts_is_marked():
    # 城乡居民人均可支配收入61500元、33560元: doubted in content/corrections/330600/2020.yml
    marked = {
        (o.indicator, o.text)
        for o in CORPUS.observations
        if DOUBTFUL in o.quality and (o.area, o.year) == ("330600", 2020)
    }
    assert {("income_urban", "61500元"), ("income_rural", "33560元")} <= marked
    assert all(
        DOUBTFUL not in o.quality
        for o in CORPUS.observations
        if (o.area, o.year) == ("330200", 2020)
    )


GDP = next(
    o
    for o in CORPUS.observations
    if o.indicator == "gdp" and o.measure == "level" and o.area == "330200" and o.year == 2020
)


@pytest.mark.parametrize(
    ("text", "bound", "word", "disagrees"),
    [
        ("11985亿元", "eq", "", False),
        ("11985.1亿元", "eq", "", False),  # what the first figure rounds
        ("11987亿元", "eq", "", True),
        ("1.2万亿元", "eq", "", False),
        ("1.1万亿元", "ge", "突破", False),
        ("1.2万亿元", "ge", "突破", False),  # within the digits printed
        ("1.3万亿元", "ge", "突破", True),
        ("1.2万亿元", "approx", "接近", False),
        ("1.1万亿元", "approx", "接近", True),
    ],
)
def test_statements_that_cannot_both_hold_disagree_and_are_kept(text, bound, word, disagrees):
    scale = Decimal(10) ** (12 if "万亿" in text else 8)
    other = replace(
        GDP, text=text, value=Decimal(text.rstrip("万亿元")) * scale, bound=bound, bound_words=word
    )
    stated, groups = mark_disagreements((GDP, other), CONTENT.wordlists.rules)
    assert [DISAGREES in o.quality for o in stated] == [disagrees] * 2
    assert [g.stated for g in groups] == ([stated] if disagrees else [])


def test_lists_of_names():
    words, rules = CONTENT.vocabulary, CONTENT.wordlists.rules
    assert ids_of_list("城乡居民收入", words, rules) == (("income_urban", "income_rural"),)
    assert ids_of_list("有效投资、一般公共预算收入、城乡居民收入增长", words, rules) == (
        ("effective_investment",),
        ("general_budget_revenue",),
        ("income_urban", "income_rural"),
    )
    assert ids_of_list("公园和民间投资", words, rules) == ((), ("private_investment",))
    # Words before a name and behind it are no part of it, and a longer form is the same name.
    assert ids_of_list("力争规模以上工业增加值、全市民间投资增速", words, rules) == (
        ids_of_list("规上工业增加值、民间投资", words, rules)
    )
    assert ids_of_list("确保实现民间投资", words, rules) == (("private_investment",),)


MONEY = Indicator("x", "总额", "X", "元", "economy", "up", ("元", "美元"))
RATIO = Indicator("y", "比", "Y", "倍", "economy", "up", ("倍", ":1"))


@pytest.mark.parametrize(
    ("measure", "unit", "indicator", "wanted"),
    [
        ("level", "元", MONEY, "元"),
        ("level", "美元", MONEY, "美元"),
        ("level", "%", MONEY, ""),
        ("growth", "%", MONEY, "%"),
        ("growth", "百分点", MONEY, ""),
        ("difference", "百分点", MONEY, "百分点"),
        ("difference", "元", MONEY, "元"),
        ("rank", "位", MONEY, "位"),
        ("level", "倍", RATIO, "倍"),
        ("level", ":1", RATIO, "倍"),
    ],
)
def test_units_are_those_the_indicator_accepts(measure, unit, indicator, wanted):
    assert normalised(measure, unit, indicator, CONTENT.vocabulary.units)[0] == wanted


@pytest.mark.parametrize(
    ("value", "plainly", "in_groups"),
    [
        ("146840000000", "146840000000", "146,840,000,000"),
        ("1.4684E+11", "146840000000", "146,840,000,000"),
        ("-10.60", "-10.6", "-10.6"),
        ("6.8", "6.8", "6.8"),
        ("0.5", "0.5", "0.5"),
        ("-0.5", "-0.5", "-0.5"),
        ("-12345.6", "-12345.6", "-12,345.6"),
    ],
)
def test_numbers_as_people_read_them(value, plainly, in_groups):
    assert (plain_decimal(Decimal(value)), grouped(Decimal(value))) == (plainly, in_groups)


def test_quantities_have_their_unit():
    assert quantity(Decimal(6), Decimal("6.5"), "%") == "6–6.5%"
    assert quantity(Decimal(11985), None, "元") == "11,985 元"
    assert quantity(Decimal("1.79"), None, ":1") == "1.79:1"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("规上工业增加值增长7%，增速高于全国0.2个百分点。", [("0.2", "全国")]),
        ("地区生产总值增长5%，比全省平均水平低0.3个百分点。", [("-0.3", "全省")]),
        ("地区生产总值增长5%，慢于全省平均0.3个百分点。", [("-0.3", "全省")]),
        ("研发投入强度达到3%，较全国高0.4个百分点。", [("0.4", "全国")]),
        ("研发投入强度达到3%，超过全国平均水平近1个百分点。", [("1", "全国")]),
        ("城镇登记失业率2%，低于控制目标1.5个百分点。", [("-1.5", "控制目标")]),
        ("固定资产投资增长8%，比规上工业增速快2个百分点。", [("2", "规上工业")]),
        (
            "地区生产总值增长5%，分别快于全国、全省0.5个、0.2个百分点。",
            [("0.5", "全国"), ("0.2", "全省")],
        ),
        (
            "地区生产总值增长5%，比全国、全省分别高0.5个、0.2个百分点。",
            [("0.5", "全国"), ("0.2", "全省")],
        ),
        ("固定资产投资增长8%，高于上年4.5个百分点。", []),
        ("固定资产投资增速较去年同期回落1.2个百分点。", []),
        ("研发投入强度比“十三五”末提高0.4个百分点。", []),
    ],
)
def test_a_gap_to_others_is_no_change_of_growth_and_says_to_whom(sentence, wanted):
    stated, doubts = read(sentence)
    assert doubts == ()
    gaps = [(plain_decimal(o.value), o.against) for o in stated if o.measure == "gap"]
    assert gaps == wanted
    assert all(not o.against for o in stated if o.measure != "gap")


def test_gaps_to_different_others_do_not_disagree():
    both, _ = read("地区生产总值增长5%，分别快于全国、全省0.5个、0.2个百分点。")
    again, _ = read("地区生产总值增长5%，快于全国0.7个百分点。")
    assert mark_disagreements(both, CONTENT.wordlists.rules)[1] == ()
    (found,) = mark_disagreements((*both, *again), CONTENT.wordlists.rules)[1]
    assert {o.against for o in found.stated} == {"全国"}


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("累计新增城镇就业12万人。", "a running total"),
        ("新增城镇就业12万人。", ""),
        ("海曙区新增城镇就业12万人。", "not the report's own area"),
    ],
)
def test_what_the_reading_refuses_no_later_stage_brings_back(sentence, refused):
    report = next(r for r in CONTENT.reports if r.id == "330200/2020")
    text = f"## 一、2019年工作回顾\n\n{sentence}\n"
    seen = as_rules_read(replace(report, text=text, body=0), CONTENT.vocabulary)
    (mention,) = seen.mentions
    assert mention.refused == refused
    # What one name is has been decided: a label alone, as a known name, gives no indicator.
    named = replace(mention, figure=replace(mention.figure, indicator=None, label="地区生产总值"))
    again = replace(seen, mentions=(named,))
    assert observations([again], CONTENT.vocabulary, CONTENT.wordlists) == ((), ())
    assert len(observations([seen], CONTENT.vocabulary, CONTENT.wordlists)[0]) == (not refused)
