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
    ("百分之六点三", ["6.3"], "reports before 2000"),
    ("百分之二十点四", ["20.4"], "the same"),
    ("千分之九点八", ["9.8"], "births"),
    ("万分之三", ["0.03"], "in percent"),
    ("百分之七至八", ["7", "8"], "a range"),
    ("百分之二到三", ["2", "3"], "the same with 到"),
    ("百分之三四", ["3", "4"], "two digits that follow each other"),
    ("百分之一百二十", ["120"], "more than the whole"),
    ("百分之百", ["100"], "the whole"),
    ("提高两到三个百分点", ["2", "3"], "points in words"),
    ("提高零点四个百分点", ["0.4"], "parts of a point"),
    ("增长两、三倍", ["2", "3"], "a list that is a range"),
    ("增长一点二倍", ["1.2"], "times with a point"),
    ("增长十几倍", ["10"], "a fuzzy word inside"),
    ("以百倍信心、十倍的努力", [], "no measure"),
    ("翻一番半", ["1.5"], "and a half"),
    ("近四成", ["40"], "tenths"),
    ("六至七成", ["60", "70"], "a range of tenths"),
    ("四成半", ["45"], "and a half"),
    ("占8成", ["80"], "tenths in digits"),
    ("2-3成", ["20", "30"], "the same as a range"),
    ("建成、一成不变、统一成立、第三成为", [], "成 of other words"),
    ("16成立", ["16"], "the same behind digits"),
    ("3万4千", ["34000"], "magnitudes in a row"),
    ("18万2千", ["182000"], "the same"),
    ("4亿5千万", ["450000000"], "the same"),
    ("2亿3000万", ["230000000"], "the same in digits"),
    ("4万5000人", ["45000"], "the same without the last magnitude"),
    ("3千2百万", ["32000000"], "the same below ten thousand"),
    ("3亿2026年", ["300000000", "2026"], "but no year"),
    ("5万多亿", ["5000000000000"], "a fuzzy word in the middle"),
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
    ("新建绿道48km", [("48km", 48, "公里")], "Latin units"),
    ("浓度28μg/m³", [("28μg/m³", 28, "微克/立方米")], "the same"),
    ("用电420kWh、装机420kW", [("420kWh", 420, "千瓦时"), ("420kW", 420, "千瓦")], "whole words"),
    ("储能15MWh、30GW", [("15MWh", 15, "兆瓦时"), ("30GW", 30, "吉瓦")], "the same"),
    ("面积8.5㎢、320㎡", [("8.5㎢", 8.5, "平方公里"), ("320㎡", 320, "平方米")], "one sign"),
    ("算力1.2万P、5EFLOPS", [("1.2万P", 12000, "P"), ("5EFLOPS", 5, "EFLOPS")], "as printed"),
    ("时速160千米每小时", [("160千米每小时", 160, "公里/小时")], "每 in a unit"),
    ("流量3200立方米每秒", [("3200立方米每秒", 3200, "立方米/秒")], "the same"),
    ("投资3亿元每年增长5%", [("3亿元", 300000000, "元"), ("5%", 5, "%")], "每 of other words"),
    ("发电量420亿度", [("420亿度", 42000000000, "千瓦时")], "electricity"),
    ("气温升高1.5度", [("1.5度", 1.5, "℃")], "warmth"),
    ("受教育年限达到11.3年", [("11.3年", 11.3, "年")], "a span of years"),
    ("缩短1.5年，2025年完成", [("1.5年", -1.5, "年")], "but no date"),
    ("新建卫生室120所以上", [("120所", 120, "所")], "所 before 以上"),
    ("提高\n2.1\n个百分点", [("2.1\n个百分点", 2.1, "百分点")], "a line end before the unit"),
    ("收入286\n.5亿元", [("286\n.5亿元", 28650000000, "元")], "a line end before the point"),
    ("收入286.\n5亿元", [("286.\n5亿元", 28650000000, "元")], "and behind it"),
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


def test_a_line_end_in_a_number_ends_no_sentence():
    text = "财政收入286\n.5亿元，增长7.\n4%。"
    assert read(text, "label", "value") == [("财政收入", 28650000000), ("财政收入", 7.4)]


def test_amounts_in_chinese_numerals_are_read_where_the_percents_are_written_so():
    amounts = "煤产量达到三千二百万吨，建设一百二十个项目，一人一亩"
    assert read(f"{amounts}，增长3%", "text") == ["3%"]
    assert read(f"{amounts}，增长百分之三", "text", "value") == [
        ("三千二百万吨", 32000000),
        ("百分之三", 3),
    ]
