"""The figures of the hand-annotated reports: scores must not fall below what is reached (see
gold/README.md).
"""

import pytest

import scores
from figure_cases import words

# Just under what is reached: quantity, record, indicator precision and recall, label
FLOORS = {
    "huzhou-2018": (0.995, 0.995, 0.995, 0.995, 0.955),
    "ningbo-2019": (0.995, 0.995, 0.995, 0.995, 0.985),
    "ruian-2019": (0.995, 0.995, 0.995, 0.975, 0.94),
    "shaoxing-2021": (0.995, 0.995, 0.995, 0.995, 0.93),
    "zhejiang-2020": (0.995, 0.995, 0.995, 0.995, 0.975),
}


@pytest.mark.parametrize("name", FLOORS)
def test_scores(name):
    found = scores.scored(name, words()).scores
    reached = (
        found["quantity"][2],
        found["record"][2],
        *found["indicator"][:2],
        found["agree"]["label"],
    )
    assert all(value >= floor for value, floor in zip(reached, FLOORS[name], strict=True)), reached


def test_every_report_has_a_floor():
    assert set(scores.names()) == set(FLOORS)


def test_the_table_that_readers_see_is_what_is_reached():
    assert scores.FILE.read_text(encoding="utf-8") == scores.as_csv(scores.rows(words())), (
        "run scripts/score --write"
    )
