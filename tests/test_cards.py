"""The picture of a report that is passed on: its headline numbers, as the report says them."""

from xml.etree import ElementTree

import pytest

from baogao.charts import vega_to_svg
from baogao.pages.social_cards import card, headlines
from interface import STRINGS
from own_content import own_corpus


@pytest.fixture(scope="module")
def whole():
    return own_corpus()


def test_a_report_is_shown_by_what_it_says_of_the_year_it_looks_back_on(whole):
    reading = next(r for r in whole.readings if r.report.id == "330200/2020")
    assert headlines(whole, reading, STRINGS)[:2] == [
        ("2019年地区生产总值", "11985亿元"),
        ("2019年一般公共预算收入", "1468.4亿元"),
    ]


def test_markup_in_a_name_is_shown_as_text():
    drawn = ElementTree.fromstring(card("<b>市", "&", [("增长", "<1%")]))
    assert [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")] == [
        "<b>市",
        "&",
        "增长",
        "<1%",
    ]


def test_a_card_is_the_same_bytes_each_time_and_its_text_is_drawn():
    one, two, bare = (
        vega_to_svg.png(card(name, "政府工作报告", [])) for name in ("宁波市", "宁波市", "")
    )
    assert one == two != bare
    assert one.startswith(b"\x89PNG") and one.endswith(b"IEND\xaeB`\x82")
