"""The small drawing beside an indicator's name."""

import re

import pytest

from baogao.pages.sparklines import sparkline
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
    places = [
        tuple(map(float, pair)) for pair in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', drawing)
    ]
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
    assert (
        str(
            sparkline(
                [said("330100", "7", period="2018"), said("330100", "7", period="2019")], STRINGS
            )
        ).count('cy="10.0"')
        == 2
    )
