"""Signs and directions: what falls, what is only bounded, and what is below nought."""

import pytest

from baogao.reading.figures import doubts
from figure_cases import read, words

# (text, [(value, bound, kind)])
BOUNDED = [
    ("财政收入增长不低于6%", [(6, "ge", "change")]),
    ("城镇化率提高不少于1个百分点", [(1, "ge", "change")]),
    ("单位能耗下降不少于3%", [(-3, "ge", "change")]),
    ("“三公”经费压减不低于8%", [(-8, "ge", "change")]),
    ("能耗降幅不低于3%", [(-3, "ge", "change")]),
    ("物价涨幅不高于3%", [(3, "le", "change")]),
    ("耕地保有量不少于900万亩", [(9000000, "ge", "level")]),
    ("优良天数比例不低于93%", [(93, "ge", "level")]),
    ("贫困发生率低于1.5%", [(1.5, "le", "level")]),
    ("存贷比高于80%", [(80, "ge", "level")]),
    ("债务率不得高于60%", [(60, "le", "level")]),
    ("占比未超过3%", [(3, "le", "level")]),
    ("失业率降至不高于5%", [(5, "le", "level")]),
    ("失业率≤5%、覆盖率≥90%", [(5, "le", "level"), (90, "ge", "level")]),
    ("失业率＜5%、覆盖率＞90%", [(5, "le", "level"), (90, "ge", "level")]),
    ("增速低于全省1.2个百分点", [(-1.2, "eq", "change")]),
    ("与全国相比低于1.2个百分点", [(-1.2, "eq", "change")]),
    ("完成5%以上的增长", [(5, "ge", "change")]),
    ("力争实现3%的降幅", [(-3, "eq", "change")]),
    ("消费出现1.8%的负增长", [(-1.8, "eq", "change")]),
    ("支出按不低于8%的增幅安排", [(8, "ge", "change")]),
    ("物价涨幅为2.3%", [(2.3, "eq", "change")]),
    ("公用经费压减比例不低于12%", [(-12, "ge", "change")]),
    ("工业增长5%、力争6%", [(5, "eq", "change"), (6, "eq", "change")]),
    ("覆盖率达到90%、力争95%", [(90, "eq", "level"), (95, "eq", "level")]),
    ("较计划值低3个百分点", [(-3, "eq", "change")]),
    ("赤字率比预算高0.5个百分点", [(0.5, "eq", "change")]),
    ("优于Ⅲ类水质比例96%", [(96, "eq", "level")]),
    ("产值是2010年的2.6倍", [(2.6, "eq", "change")]),
]
# (text, [value])
LESSENED = [
    ("许可事项平均减时间55%、减材料30%", [-55, -30]),
    ("亩均省水25%、省肥20%", [-25, -20]),
    ("压缩会议15%", [-15]),
    ("通过技术改造降低能耗20%", [-20]),
    ("节省办理时间60%", [-60]),
    ("申报材料精简45%", [-45]),
    ("压减产能30万吨", [-300000]),
    ("减少审批事项62项", [-62]),
    ("为企业减负20亿元，减税降费30亿元", [2000000000, 3000000000]),
    ("节约资金2亿元", [200000000]),
    ("压缩机产量增长20%", [20]),
    ("飞机起降3.2万架次", [32000]),
]
# (text, [(raw, value)])
BELOW_NOUGHT = [
    ("投资增长-2.9%", [("-2.9%", -2.9)]),
    ("投资同比增长－2.9%", [("－2.9%", -2.9)]),
    ("投资增长−2.9%", [("−2.9%", -2.9)]),
    ("投资增长–2.9%", [("–2.9%", -2.9)]),
    ("投资增长—2.9%", [("—2.9%", -2.9)]),
    ("投资增长﹣2.9%", [("﹣2.9%", -2.9)]),
    ("投资增长△2.9%", [("△2.9%", -2.9)]),
    ("投资增速为负2.9%", [("负2.9%", -2.9)]),
    ("投资增长（-2.9%）", [("（-2.9%）", -2.9)]),
    ("投资增长（2.9）%", [("（2.9）%", -2.9)]),
    ("投资增长为-2.9%", [("-2.9%", -2.9)]),
    ("出口同比-2.9%", [("-2.9%", -2.9)]),
    ("出口由-1.2%转为增长3.4%", [("-1.2%", -1.2), ("3.4%", 3.4)]),
    ("人口自然增长率为-0.8‰", [("-0.8‰", -0.8)]),
    ("投资增速由-3.2%回升至2.1%", [("-3.2%", -3.2), ("2.1%", 2.1)]),
    ("投资、出口分别增长3.9%、-0.3%", [("3.9%", 3.9), ("-0.3%", -0.3)]),
    ("增速在-1%至1%之间", [("-1%至1%", -1)]),
    ("最低气温-15℃", [("-15℃", -15)]),
    ("增长负百分之三", [("负百分之三", -3)]),
    ("增长6%-6.5%", [("6%-6.5%", 6)]),
    ("增长~5%", [("5%", 5)]),
    ("增速（8%）居全省首位", [("8%", 8)]),
    ("减负3亿元", [("3亿元", 300000000)]),
]
DOUBTFUL = [
    ("投资下降-3.9%", "-3.9%"),
    ("降幅为-2%", "-2%"),
    ("投资、出口分别下降3.9%、-0.3%", "-0.3%"),
    ("完成投资-3亿元", "3亿元"),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDED)
def test_bounds_are_no_falls(text, expected):
    assert read(text, "value", "bound", "kind") == expected


@pytest.mark.parametrize(("text", "expected"), LESSENED)
def test_what_is_lessened(text, expected):
    assert read(text, "value") == expected


@pytest.mark.parametrize(("text", "expected"), BELOW_NOUGHT)
def test_below_nought(text, expected):
    assert read(text, "text", "value") == expected


@pytest.mark.parametrize(("text", "number"), DOUBTFUL)
def test_a_sign_that_contradicts_or_may_be_a_dash_is_a_doubt(text, number):
    assert number not in read(text, "text")
    assert [(one.words, one.reason) for one in doubts(text, words())] == [(number, "sign")]


def test_a_rate_of_births_less_deaths_is_a_level():
    text = "人口自然增长率为-1.1‰"
    assert read(text, "kind", "label") == [("level", "人口自然增长率")]
