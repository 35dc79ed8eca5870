"""Areas in the order of what they reached: an indicator's orders, and an area's places in them."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.by_key import by_key
from baogao.record_decorator import record
from baogao.records import Area, Indicator, Observation

RANKED = ("growth", "level")
FEWEST = 2  # areas that state a year, for an order to mean something
Reached = Mapping[tuple[str, str], Sequence[Observation]]  # by year and measure, the newest first
# Of each indicator what was grouped, and the groups.
_grouped: dict[str, tuple[Sequence[Observation], Reached]] = {}


class Asked(Protocol):
    """What is asked of a corpus here."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words."""

    def area(self, code: str) -> Area:
        """Return the area of a code."""

    def stated_of(self, indicator: str) -> Sequence[Observation]:
        """Return what all reports state of an indicator."""


@record
class Place:
    """An area's place among those of its level that state an indicator's year and measure."""

    indicator: str
    period: str
    measure: str
    place: int
    of: int
    stated: Observation


# Likewise of an indicator's year and measure, by area.
_ordered: dict[tuple[str, str, str], tuple[Sequence[Observation], dict[str, Place]]] = {}


def places_of(corpus: Asked, area_code: str) -> tuple[Place, ...]:
    """Return an area's places, of each headline indicator in the newest year that has it.

    Where neither way is better, as with prices, there is no place.
    """
    ranked = (one for one in corpus.vocabulary.headline if one.direction != "none")
    found = (_place(corpus, one, area_code) for one in ranked)
    return tuple(place for place in found if place)


def _place(corpus: Asked, indicator: Indicator, area_code: str) -> Place | None:
    for period, measure in reached(corpus, indicator.id):
        if place := _places(corpus, indicator, period, measure).get(area_code):
            return place
    return None


def _places(corpus: Asked, indicator: Indicator, period: str, measure: str) -> Mapping[str, Place]:
    """Return the places of all areas in a year, put in order once for all that ask."""
    key, stated = (indicator.id, period, measure), reached(corpus, indicator.id)[period, measure]
    known = _ordered.get(key)
    if known is None or known[0] is not stated:
        known = _ordered[key] = stated, {}
        for items in levels(corpus, stated).values():
            count = len({o.area for o in items})
            for place, o in in_order(items, indicator):
                made = Place(indicator.id, period, measure, place, count, o)
                known[1].setdefault(o.area, made)
    return known[1]


def reached(corpus: Asked, indicator: str) -> Reached:
    """Return what areas reached in whole years; grouped once for all that ask."""
    stated = corpus.stated_of(indicator)
    known = _grouped.get(indicator)
    if known is None or known[0] is not stated:
        known = _grouped[indicator] = stated, _newest_first(stated)
    return known[1]


def _newest_first(stated: Iterable[Observation]) -> Reached:
    groups = by_key(
        ((o.period, o.measure), o)
        for o in stated
        if o.measure in RANKED and o.status == "actual" and len(o.period) == 4
    )
    return dict(sorted(groups.items(), key=lambda group: (-int(group[0][0]), group[0][1])))


def levels(corpus: Asked, stated: Sequence[Observation]) -> dict[str, tuple[Observation, ...]]:
    """Return what is stated by the level of the areas, where there are enough of one."""
    by_level = by_key((corpus.area(o.area).level, o) for o in _most_exact(stated))
    return {
        level: items for level, items in by_level.items() if len({o.area for o in items}) >= FEWEST
    }


def _most_exact(stated: Sequence[Observation]) -> list[Observation]:
    """Leave out what an area says twice, and 突破3000亿元 where it also says 3122.4亿元."""
    exact = {o.area for o in stated if o.bound == "eq"}
    kept = (o for o in stated if o.bound == "eq" or o.area not in exact)
    return list({(o.area, o.value, o.value_high): o for o in kept}.values())


def in_order(items: Sequence[Observation], indicator: Indicator) -> list[tuple[int, Observation]]:
    """Return statements in order with their places, equal values on equal ones."""
    ascending = indicator.direction == "down"
    ordered = sorted(items, key=lambda o: (_rank_key(o, ascending), o.area))
    keys = [_rank_key(o, ascending) for o in ordered]
    return [(bisect_left(keys, key) + 1, o) for o, key in zip(ordered, keys, strict=True)]


def _rank_key(o: Observation, ascending: bool) -> Decimal:
    return o.value if ascending else -o.value
