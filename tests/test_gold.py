"""The figures of the hand-annotated reports: scores must not fall below what is reached (see gold/README.md)."""
import importlib.util
from pathlib import Path

import pytest

from baogao.extract import extract
from figure_cases import words

GOLD = Path(__file__).parent / "gold"
# Just under what is reached: quantity, record, indicator precision and recall, label
FLOORS = {
    "huzhou-2018": (0.995, 0.99, 0.99, 0.99, 0.92),
    "ningbo-2019": (0.995, 0.99, 0.99, 0.99, 0.94),
    "ruian-2019": (0.995, 0.99, 0.99, 0.97, 0.88),
    "shaoxing-2021": (0.995, 0.97, 0.99, 0.98, 0.91),
    "zhejiang-2020": (0.995, 0.99, 0.99, 0.99, 0.92),
}


def scorer():
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FLOORS)
def test_scores(name):
    score = scorer()
    text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    found = score.score(score.load_gold(GOLD / f"{name}.tsv", text), list(extract(text, words())))
    reached = (found["quantity"][2], found["record"][2], *found["indicator"][:2], found["agree"]["label"])
    assert all(value >= floor for value, floor in zip(reached, FLOORS[name])), reached


def test_every_report_has_a_floor():
    assert {path.stem for path in GOLD.glob("*.tsv")} == set(FLOORS)
