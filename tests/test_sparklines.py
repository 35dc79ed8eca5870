"""The small drawing beside an indicator's name."""

import re

import pytest

from baogao.pages.tables.sparklines import sparkline
from interface import STRINGS
from test_rankings import said


def test_a_dot_for_every_value_from_left_to_right_and_high_above_low():
    drawing = str(
        sparkline(
            [
                said("330100", "6.8", period="2019"),
                said("330200", "7.9", period="2019"),
                said("330200", "7", period="2018"),
            ],
            STRINGS,
        )
    )
    places = [tuple(map(int, pair)) for pair in re.findall(r"M(\d+) (\d+)h0", drawing)]
    assert len(places) == 3
    assert places[0][0] < places[1][0] == places[2][0]
    assert places[2][1] < places[0][1] < places[1][1]  # 7.9, 7, 6.8 from the top
    assert 'aria-label="2018–2019年增速，从6.8%到7.9%"' in drawing


@pytest.mark.parametrize(
    "few",
    [[], [said("330100", "6.8")], [said("330100", "6.8"), said("330200", "7", status="target")]],
)
def test_nothing_is_drawn_of_fewer_than_two(few):
    assert sparkline(few, STRINGS) == ""


def test_equal_values_stand_in_the_middle():
    equal = [said("330100", "7", period="2018"), said("330100", "7", period="2019")]
    assert str(sparkline(equal, STRINGS)).count(" 10h0") == 2


def test_a_thousand_values_are_no_more_dots_than_there_is_room_for():
    many = [
        said(f"33{area:04}", f"{area / 10}", period=str(year))
        for area in range(100)
        for year in range(2010, 2020)
    ]
    assert str(sparkline(many, STRINGS)).count("h0") <= 10 * 15
