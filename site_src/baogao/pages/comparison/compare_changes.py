"""How a statement differs from an older one: forward or back, higher or lower, by how much.

Nothing is said where the two are not alike.
"""

from baogao.charts.quantity_words import number
from baogao.content.vocabulary.outcome_and_check_rules import POINTS
from baogao.corpus.figure_in_base_units import GROWTH_UNITS
from baogao.records import Observation


def change(older: Observation | None, newer: Observation | None, words: dict) -> str:
    """Return how a statement differs from the older one; nothing where the two are not alike."""
    if not older or not newer or not _alike(older, newer):
        return ""
    difference = newer.value - older.value
    if not difference:
        return words["equal"]
    if newer.unit == GROWTH_UNITS["rank"]:
        name = "back" if difference > 0 else "forward"
        return words[name].format(size=number(abs(difference)))
    name = "up" if difference > 0 else "down"
    return words[name].format(size=_size(older, newer, words["points"]))


def _alike(older: Observation, newer: Observation) -> bool:
    """Say whether both are one number, in the same unit and with the same bound."""
    same_sort = (older.unit, older.bound) == (newer.unit, newer.bound)
    return same_sort and older.value_high is None and newer.value_high is None


def _size(older: Observation, newer: Observation, points: str) -> str:
    """Return how large a change is: in points, in per cent of the older value, or in the unit.

    The unit stands where the older value is nought or less, of which there are no per cent.
    """
    difference = abs(newer.value - older.value)
    if newer.unit in POINTS:
        return number(difference) + points
    if older.value <= 0:
        return number(difference) + newer.unit
    return f"{number(round(difference / older.value * 100, 1))}%"
