"""The order of areas on an indicator's page: equal values share a place, what is not stated stands
apart.
"""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from baogao.pages.tables.rankings import rankings
from baogao.records import Area, Indicator, Observation
from interface import STRINGS

AREAS = {
    code: Area(code, name, level, "", name)
    for code, name, level in [
        ("330100", "杭州市", "prefecture"),
        ("330200", "宁波市", "prefecture"),
        ("330500", "湖州市", "prefecture"),
        ("330381", "瑞安市", "county"),
    ]
}
UP = Indicator("gdp", "地区生产总值", "GDP", "元", "economy", "up")
DOWN = Indicator("pm25", "PM2.5", "PM2.5", "微克/立方米", "environment", "down")


def said(area: str, value: str, indicator="gdp", **fields) -> Observation:
    given = {
        "area": area,
        "year": 2020,
        "anchor": f"f-{area}{value}",
        "indicator": indicator,
        "measure": "growth",
        "period": "2019",
        "value": Decimal(value),
        "value_high": None,
        "unit": "%",
        "bound": "eq",
        "status": "actual",
        "quote": "",
        "text": f"{value}%",
    }
    return Observation(**{**given, **fields})


def corpus(*stated: Observation) -> SimpleNamespace:
    reports = [
        SimpleNamespace(area=code, year=2020, reviews=(2019,), id=f"{code}/2020") for code in AREAS
    ]
    return SimpleNamespace(
        stated_of=lambda indicator: [o for o in stated if o.indicator == indicator],
        listed=reports,
        area=lambda code, year=None: AREAS[code],
    )


def places(order: dict) -> list[tuple]:
    return [
        (row["place"], row["name"], row["text"])
        for group in order["groups"]
        for row in group["rows"]
    ]


def test_equal_values_share_a_place_and_the_silent_stand_apart():
    [order] = rankings(
        corpus(said("330100", "6.8"), said("330200", "6.8"), said("330381", "7.8")), UP, STRINGS
    )
    assert order["title"] == "2019年同比增长"
    assert places(order) == [(1, "杭州市", "6.8%"), (1, "宁波市", "6.8%")]
    assert [area["name"] for area in order["unstated"]] == ["湖州市"]


def test_less_is_first_where_less_is_better():
    [order] = rankings(
        corpus(said("330100", "38", "pm25"), said("330200", "29", "pm25")), DOWN, STRINGS
    )
    assert [name for _, name, _ in places(order)] == ["宁波市", "杭州市"]


def test_the_exact_statement_stands_for_the_rounded_one():
    [order] = rankings(
        corpus(
            said("330500", "3000", bound="ge"), said("330500", "3122.4"), said("330200", "11985")
        ),
        UP,
        STRINGS,
    )
    assert places(order) == [(1, "宁波市", "11985%"), (2, "湖州市", "3122.4%")]


def test_a_value_from_a_doubtful_source_says_so():
    [order] = rankings(
        corpus(said("330100", "8", quality=("doubtful source",)), said("330200", "7.9")),
        UP,
        STRINGS,
    )
    assert [row["doubtful"] for group in order["groups"] for row in group["rows"]] == [True, False]


@pytest.mark.parametrize(
    "alone",
    [
        [said("330100", "6.8")],
        [said("330100", "6.8"), said("330381", "7")],
        [said("330100", "6.8", status="target"), said("330200", "7", status="target")],
        [],
    ],
)
def test_no_order_of_one_area_of_targets_or_of_nothing(alone):
    assert list(rankings(corpus(*alone), UP, STRINGS)) == []
