"""What a table offers to be sorted and filtered by, and what its cells carry for it."""
from decimal import Decimal

import pytest

from baogao.pages.controls import FEWEST, Column, attributes, controls, measured
from baogao.records import Unit

UNITS = {"公里": Unit("公里", "length", "米", Decimal(1000)), "元": Unit("元", "money", "元", Decimal(1))}
NAMES = {"status": ("状态", {"actual": "已报告", "target": "目标", "other": "其他"}), "kind": ("类型", {"level": "水平"})}


@pytest.mark.parametrize(("value", "high", "unit", "shown", "wanted"), [
    ("1198500000000", None, "元", None, ' data-sort="1198500000000 元" data-csv="1198500000000||元"'),
    ("2.50", None, "公里", None, ' data-sort="2500 米" data-csv="2.5||公里"'),
    ("6", "6.5", "%", None, ' data-sort="6 %" data-csv="6|6.5|%"'),
    (None, "-10", "%", "降10%以上", ' data-sort="-10 %" data-csv="降10%以上||-10|%"'),
    (None, None, "", "", ' data-sort="" data-csv="|||"'),
    ("2", None, "", None, ' data-sort="2 " data-csv="2||"')])
def test_a_cell_is_sorted_in_the_base_unit_and_taken_along_as_stated(value, high, unit, shown, wanted):
    low, high = (number and Decimal(number) for number in (value, high))
    assert measured(low, high, unit, UNITS, shown) == wanted


def test_only_what_tells_rows_apart_is_offered_in_the_order_of_the_words():
    rows = [{"status": status, "kind": "level"} for status in ["target", "actual", "target"]]
    made = controls("t", "t.csv", (Column("a", "甲"),), rows, NAMES)
    assert [(f.name, f.options) for f in made.filters] == [("status", (("actual", "已报告"), ("target", "目标")))]


@pytest.mark.parametrize(("total", "long"), [(0, False), (FEWEST - 1, False), (FEWEST, True)])
def test_a_short_table_needs_no_form(total, long):
    assert controls("t", "t.csv", (), [{"status": "actual", "kind": "level"}] * total, NAMES).long is long


def test_attributes_are_escaped():
    assert attributes({"state": 'a"<'}) == ' data-state="a&#34;&lt;"'
