"""Areas in the order of what they reached: an indicator's orders, and an area's places in them."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from baogao.content.vocabulary import Vocabulary
from baogao.corpus.by_key import by_key
from baogao.record_decorator import record
from baogao.records import Area, Indicator, Observation

RANKED = ("growth", "level")
FEWEST = 2  # areas that state a year, for an order to mean something
Reached = Mapping[tuple[str, str], Sequence[Observation]]  # by year and measure, the newest first
_grouped: dict[str, tuple[Sequence[Observation], Reached]] = {}  # of each indicator, what it is of


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


def places_of(corpus: Asked, area_code: str) -> tuple[Place, ...]:
    """Return an area's places, of each headline indicator in the newest year that has it.

    Where neither way is better, as with prices, there is no place.
    """
    ranked = (one for one in corpus.vocabulary.headline if one.direction != "none")
    found = (_place(corpus, one, area_code) for one in ranked)
    return tuple(place for place in found if place)


def _place(corpus: Asked, indicator: Indicator, area_code: str) -> Place | None:
    level = corpus.area(area_code).level
    for (period, measure), stated in reached(corpus, indicator.id).items():
        if all(o.area != area_code for o in stated):
            continue
        items = levels(corpus, stated).get(level)
        if items:
            order = in_order(items, indicator)
            place, own = next(one for one in order if one[1].area == area_code)
            count = len({o.area for _, o in order})
            return Place(indicator.id, period, measure, place, count, own)
    return None


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
