"""What a table offers to be sorted and filtered by, and what its cells carry for it."""

from decimal import Decimal

import pytest

from baogao.content.vocabulary.vocabulary_entries import Unit
from baogao.pages.tables.controls import (
    FEWEST,
    NONE,
    Column,
    attributes,
    controls,
    measured,
    stated,
)

UNITS = {
    "公里": Unit("公里", "length", "米", Decimal(1000)),
    "元": Unit("元", "money", "元", Decimal(1)),
}
NAMES = {
    "status": ("状态", {"actual": "已报告", "target": "目标", "other": "其他"}),
    "kind": ("类型", {"level": "水平"}),
}


# What cells show, and the quantity that the build and the page's script read there:
# `test_browser_tables.py` asks the script.
SHOWN = {
    "": ("", "", ""),
    "6.5%": ("6.5", "", "%"),
    "19,000 名": ("19000", "", "名"),
    "3–5 名": ("3", "5", "名"),
    "-5–3%": ("-5", "3", "%"),
    "−7.5%": ("-7.5", "", "%"),
    "1.77:1": ("1.77", "", ":1"),
    "12": ("12", "", ""),
    "1,198,500,000,000 元": ("1198500000000", "", "元"),
    "30 微克/立方米": ("30", "", "微克/立方米"),
    "10745.5亿元": ("10745.5", "", "亿元"),
    "6.8%左右": ("6.8", "", "%左右"),
    "6%～6.5%": ("6", "", "%～6.5%"),
    "第12位": ("", "", ""),
    "7% 8%": ("7", "", "% 8%"),
    "接近2.8%": ("", "", ""),
    "1.2.3%": ("1.2", "", ".3%"),
}


@pytest.mark.parametrize(("text", "wanted"), SHOWN.items())
def test_a_quantity_is_read_from_what_is_shown(text, wanted):
    assert stated(text) == wanted


@pytest.mark.parametrize(
    ("value", "high", "unit", "shown", "wanted"),
    [
        ("1198500000000", None, "元", "1,198,500,000,000 元", ""),
        ("1198500000000", None, "元", "11985亿元", ' data-csv="1198500000000||元"'),
        ("2.50", None, "公里", "2.5 公里", ' data-sort="2500 米"'),
        ("6", "6.5", "%", "6–6.5%", ""),
        ("6", "6.5", "%", "6%～6.5%", ' data-csv="6|6.5|%"'),
        (None, "-10", "%", "降10%以上", ' data-csv="|-10|%"'),
        (None, "2", "公里", "2公里以内", ' data-csv="|2|公里" data-sort="2000 米"'),
        (None, None, "", "", ""),
        ("2", None, "", "2", ""),
    ],
)
def test_a_cell_says_only_what_is_not_shown(value, high, unit, shown, wanted):
    low, high = (number and Decimal(number) for number in (value, high))
    assert measured(low, high, unit, UNITS, shown) == wanted


def test_only_what_tells_rows_apart_is_offered_in_the_order_of_the_words():
    rows = [{"status": status, "kind": "level"} for status in ["target", "actual", "target"]]
    made = controls("t", "t.csv", (Column("a", "甲"),), rows, NAMES)
    assert [(f.name, f.options) for f in made.filters] == [
        ("status", (("actual", "已报告"), ("target", "目标")))
    ]


@pytest.mark.parametrize(
    ("file", "total", "long"),
    [
        ("t.csv", 0, False),
        ("t.csv", FEWEST - 1, False),
        ("t.csv", FEWEST, True),
        ("", FEWEST, False),
    ],
)
def test_a_short_table_needs_no_form(file, total, long):
    assert (
        controls("t", file, (), [{"status": "actual", "kind": "level"}] * total, NAMES).long is long
    )


def said(columns: str, values: list[str], words: dict[str, str], file: str = "t.csv") -> list[str]:
    """Return the attributes of rows with these values of one filter, `f`, in a table with columns
    of these keys.
    """
    rows = [{"f": value} for value in values] * FEWEST
    made = controls(
        "t", file, tuple(Column(key, key) for key in columns), rows, {"f": ("甲", words)}
    )
    return [str(attributes(row, made)) for row in rows[: len(values)]]


def test_a_row_says_only_what_none_of_its_cells_says():
    words = {"a": "一", "b": "二", NONE: "无"}
    assert said("xy", ["a", "b", NONE], words) == [' data-f="a"', ' data-f="b"', ""]
    assert said("xf", ["a", "b", NONE], words) == ["", "", ""]
    assert said("xf", ["a", "b", "c"], {"a": "鼓楼区", "b": "鼓楼区", "c": "海曙区"}) == [
        ' data-f="a"',
        ' data-f="b"',
        "",
    ], "two of one name"
    assert said("xy", ["a", "a"], words) == ["", ""], "no filter that tells them apart"
    assert said("xy", ["a", "b"], words, file="") == ["", ""], "no form"


def test_attributes_are_escaped():
    assert said("x", ['a"<', "b"], {'a"<': "一", "b": "二"})[0] == ' data-f="a&#34;&lt;"'
