"""Cleaning's typography: Chinese marks where a scraper left ASCII ones, nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baogao.cleaning.typography import squeeze, tidy, typeset

TYPESET = [
    # source, wanted, where from
    (
        "全市实现地区生产总值11985亿元,增长6.8%,总量",
        "全市实现地区生产总值11985亿元，增长6.8%，总量",
        "宁波 2020",
    ),
    (
        "城乡居民收入比缩小到1.79:1。",
        "城乡居民收入比缩小到1.79:1。",
        "宁波 2019: a ratio keeps its colon",
    ),
    ("三次产业比为4.5:48.3:47.2", "三次产业比为4.5:48.3:47.2", "a three-part ratio"),
    ("各位代表:现在,我代表", "各位代表：现在，我代表", "湖州 2020"),
    ("(一)经济发展稳中有进", "（一）经济发展稳中有进", "湖州 2020"),
    ("出口退(免)税34.3亿元", "出口退（免）税34.3亿元", "瑞安 2019"),
    (
        "发布时间:2020-11-24 11:02:03",
        "发布时间：2020-11-24 11:02:03",
        "绍兴 2020: a clock time keeps its colons",
    ),
    ("总额1,234,567元", "总额1,234,567元", "grouped thousands keep their commas"),
    ("分别为12,3456人", "分别为12，3456人", "four digits are no group of thousands"),
    ("增长7.5%,8.6%", "增长7.5%，8.6%", "a comma between two shares"),
    ("为人民服务!各位代表!", "为人民服务！各位代表！", "a closing appeal"),
]


@pytest.mark.parametrize(("source", "wanted", "origin"), TYPESET, ids=[case[2] for case in TYPESET])
def test_marks_become_chinese(source, wanted, origin):
    assert typeset(source) == wanted


@given(st.text())
def test_length_and_words_stay(text):
    done = typeset(text)
    assert len(done) == len(text)
    assert [c for c in done if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.text())
def test_typeset_text_stays_as_it_is(text):
    assert typeset(typeset(text)) == typeset(text)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("全市生产总值达 8500 亿元", "全市生产总值达8500亿元"),  # 绍兴 2021
        ("收入1 2248元", "收入12248元"),
        ("　　一、2023年工作回顾", "一、2023年工作回顾"),  # 嵊州 2024
        ("Powered by  baogao", "Powered by baogao"),
    ],
)
def test_blanks_go_but_between_latin_words(source, wanted):
    assert tidy(source) == wanted


def test_only_marks_are_set_anew():
    assert (
        typeset("1\ue000234\ue00156\ue002")
        == tidy("1\ue000234\ue00156\ue002")
        == "1\ue000234\ue00156\ue002"
    )


@given(st.text())
def test_squeezed_text_has_no_blank(text):
    assert not any(c.isspace() and c not in "\x1c\x1d\x1e\x1f\x85" for c in squeeze(text))
