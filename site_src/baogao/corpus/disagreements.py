"""Statements of the same thing that disagree: all are kept, and marked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.corpus.observations import DISAGREES
from baogao.corpus.value_interval import Interval, interval, rounding
from baogao.records import Observation

# A place is one among others that no field names, so that two places may both be right: twelfth of
# all cities, and second of those under separate planning.
RANKS = ("rank", "growth_rank", "rank_change")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Statements of one indicator, measure and year of an area that cannot all hold."""

    area: str
    indicator: str
    measure: str
    period: str
    status: str
    stated: tuple[Observation, ...]


def mark_disagreements(
    observations: tuple[Observation, ...], rules: Rules
) -> tuple[tuple[Observation, ...], tuple[Disagreement, ...]]:
    """Return the observations, marked where they disagree with another, and the disagreements."""
    marked = list(observations)
    found = []
    for places in _same_thing(observations):
        opposed = _opposed(places, observations, rules)
        for place in opposed:
            quality = (*observations[place].quality, DISAGREES)
            marked[place] = replace(observations[place], quality=quality)
        if opposed:
            found.append(_disagreement(tuple(marked[place] for place in places)))
    return tuple(marked), tuple(found)


def _same_thing(observations: tuple[Observation, ...]) -> list[list[int]]:
    """Return the places of the observations that state the same thing, group by group."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for place, item in enumerate(observations):
        if item.period and item.measure not in RANKS:
            about = (item.area, item.indicator, item.measure, item.period, item.status)
            groups.setdefault((*about, item.unit, item.against, *item.qualifiers), []).append(place)
    return list(groups.values())


def _disagreement(stated: tuple[Observation, ...]) -> Disagreement:
    one = stated[0]
    return Disagreement(one.area, one.indicator, one.measure, one.period, one.status, stated)


def _opposed(
    places: Sequence[int], observations: tuple[Observation, ...], rules: Rules
) -> list[int]:
    """Return which of the statements at these places cannot hold beside another of them."""
    stated = [observations[place] for place in places]
    if len({(item.value, item.value_high, item.bound) for item in stated}) < 2:
        return []
    possible = [_possible(item, rules) for item in stated]
    return [
        place
        for place, own in zip(places, possible, strict=True)
        if any(own.apart(other) for other in possible)
    ]


def _possible(item: Observation, rules: Rules) -> Interval:
    """Return the values that a statement leaves open, by its bound and the digits printed."""
    side = rules.sides.get(item.bound_words, "")
    tolerance = rules.allowed("outcome", item.value, item.unit)
    stated = interval(item.value, item.value_high, item.bound, side, tolerance)
    half = rounding(item.text, item.value)
    return Interval(stated.low - half, stated.high + half)
