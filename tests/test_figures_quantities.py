"""Numbers and units: (text, [(raw, value, unit)]). Sentences are after reports of all kinds; origin
at the end.
"""

from decimal import Decimal

import pytest

from baogao.reading.figures.numbers.numerals import numbers
from baogao.reading.normalise import normalise
from figure_cases import read

NUMBERS = [
    ("1.5万亿", ["1500000000000"], "national report 2020"),
    ("１２３.５万", ["1235000"], "full-width digits"),
    ("11.2亿", ["1120000000"], "no float: 11.2 is not 11.199999"),
    ("9千多", ["9000"], "county report"),
    ("1,248", ["1248"], "thousands"),
    ("1 2248元", ["12248"], "a number broken by a line end"),
    ("1·5万", ["15000"], "a decimal point as a middle dot"),
    ("百分之三十五", ["35"], "older reports"),
    ("三分之一", ["0.3333"], "Shaoxing 2021"),
    ("1/4", ["0.25"], "Shengzhou 2024"),
    ("翻一番", ["1"], "five-year targets"),
    ("翻近一番", ["1"], "the same, nearly"),
    ("4.5:48.3:47.2", ["4.5", "48.3", "47.2"], "three-part ratio"),
    ("500千伏", ["500"], "千 of a unit is no magnitude"),
    ("9" * 30, [], "no quantity has thirty digits"),
]
QUANTITIES = [
    ("收入1468.4亿元", [("1468.4亿元", 146840000000, "元")], "Ningbo 2019"),
    ("增长6%-6.5%", [("6%-6.5%", 6, "%")], "Zhejiang 2020"),
    ("增长６％－６．５％", [("６％－６．５％", 6, "%")], "the same in full width"),
    ("布局首批省实验室2-3家", [("2-3家", 2, "家")], "Zhejiang 2020"),
    ("投资3-5亿元", [("3-5亿元", 300000000, "元")], "a magnitude for both ends"),
    ("从12.9%到13.3%", [("12.9%", 12.9, "%"), ("13.3%", 13.3, "%")], "two levels, no range"),
    ("浓度降至每立方米32微克", [("32微克", 32, "微克/立方米")], "a unit in front"),
    ("新增能力83.7万吨/年", [("83.7万吨/年", 837000, "吨/年")], "Zhejiang 2020"),
    ("推广工业机器人2331台（套）", [("2331台（套）", 2331, "台")], "Ningbo 2019"),
    ("城乡居民收入比缩小到1.77:1", [("1.77:1", 1.77, ":1")], "Ningbo 2020"),
    (
        "城乡居民收入比由2.29降至2.20",
        [("2.29", 2.29, ":1"), ("2.20", 2.2, ":1")],
        "northern provinces",
    ),
    (
        "三次产业比例为4.5∶48.3∶47.2",
        [("4.5∶48.3∶47.2", 4.5, "%"), ("4.5∶48.3∶47.2", 48.3, "%"), ("4.5∶48.3∶47.2", 47.2, "%")],
        "before 2010",
    ),
    ("提高2.9个百分点", [("2.9个百分点", 2.9, "百分点")], "Huzhou 2018"),
    ("压缩至3.5个工作日", [("3.5个工作日", 3.5, "工作日")], "Ningbo 2019"),
    ("位居全国第31位", [("第31位", 31, "位")], "Shaoxing 2021"),
    ("居全省第16、绍兴第1位", [("第16", 16, "位"), ("第1位", 1, "位")], "Shengzhou 2024"),
    ("新增上云企业3万余家", [("3万余家", 30000, "家")], "Ningbo 2019"),
    ("新增522万农村人口喝上达标饮用水", [("522万", 5220000, "人")], "Zhejiang 2020"),
    ("惠及22万、35.9万老年人", [("22万", 220000, "人"), ("35.9万", 359000, "人")], "Ningbo 2020"),
    ("夺得5金5银4铜", [("5金", 5, "枚"), ("5银", 5, "枚"), ("4铜", 4, "枚")], "Ningbo 2019"),
    ("接待游客680万人（次）", [("680万人（次）", 6800000, "人次")], "before 2010"),
    ("人口自然增长率控制在6‰以内", [("6‰", 6, "‰")], "before 2015"),
    ("收购烟叶160万担", [("160万担", 1600000, "担")], "Yunnan"),
    ("生产总值达 8500 亿元", [("8500 亿元", 850000000000, "元")], "Shaoxing 2021, blanks"),
]


@pytest.mark.parametrize(("text", "values", "origin"), NUMBERS)
def test_numbers(text, values, origin):
    assert [value for number in numbers(normalise(text)) for value in number.values] == [
        Decimal(v) for v in values
    ]


@pytest.mark.parametrize(("text", "expected", "origin"), QUANTITIES)
def test_quantities(text, expected, origin):
    assert read(text, "text", "value", "unit") == expected


def test_both_ends_of_a_range():
    assert read("生产总值增长6%-6.5%", "value", "value_high", "bound") == [(6, 6.5, "range")]


def test_a_fall_turns_a_range_round():
    assert read("能耗下降3%-3.5%", "value", "value_high") == [(-3.5, -3)]
