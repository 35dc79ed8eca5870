"""Statements of the same thing that disagree: all are kept, and marked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from baogao.content.outcome_rules import Rules
from baogao.corpus.observations import DISAGREES
from baogao.corpus.value_interval import Interval, interval, rounding
from baogao.records import Observation

# Twelfth of all cities and second of those under separate planning: a place is one among others that no field names.
RANKS = ("rank", "growth_rank", "rank_change")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Statements of one indicator, measure and year of an area, of which at least two cannot both hold."""

    area: str
    indicator: str
    measure: str
    period: str
    status: str
    stated: tuple[Observation, ...]


def marked(
    observations: tuple[Observation, ...], rules: Rules
) -> tuple[tuple[Observation, ...], tuple[Disagreement, ...]]:
    """Return the observations, those that disagree with another marked so, and the groups that they are in."""
    groups: dict[tuple, list[int]] = {}
    for place, item in enumerate(observations):
        if item.period and item.measure not in RANKS:
            groups.setdefault(
                (item.area, item.indicator, item.measure, item.period, item.status, item.unit), []
            ).append(place)
    out = list(observations)
    for places in groups.values():
        for place in opposed(places, observations, rules):
            out[place] = replace(out[place], quality=(*out[place].quality, DISAGREES))
    found = (
        Disagreement(*key[:5], tuple(out[place] for place in places))
        for key, places in groups.items()
    )
    return tuple(out), tuple(
        group for group in found if any(DISAGREES in item.quality for item in group.stated)
    )


def opposed(
    places: list[int], observations: tuple[Observation, ...], rules: Rules
) -> Iterable[int]:
    """Return which of the statements at these places cannot hold beside another of them."""
    if (
        len(
            {
                (observations[p].value, observations[p].value_high, observations[p].bound)
                for p in places
            }
        )
        < 2
    ):
        return ()
    held = {place: open_to(observations[place], rules) for place in places}
    return [place for place in places if any(held[place].apart(other) for other in held.values())]


def open_to(item: Observation, rules: Rules) -> Interval:
    """Return the values that a statement leaves open, by its bound and the digits printed."""
    side, half = rules.sides.get(item.word, ""), rounding(item.text, item.value)
    held = interval(
        item.value,
        item.value_high,
        item.bound,
        side,
        rules.allowed("outcome", item.value, item.unit),
    )
    return Interval(held.low - half, held.high + half)
