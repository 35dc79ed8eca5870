"""Targets beside outcomes: how far growth came from its target, and levels beside theirs."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from baogao.charts.chart import (
    FEWEST_LANES,
    MOST_LANES,
    Chart,
    Href,
    LaneMaker,
    caption,
    chart,
    sortable,
)
from baogao.charts.distance_bars import Distance, distance_drawing
from baogao.charts.lane_data import Lane, on_own_scale
from baogao.charts.quantity_words import number
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.promises_in_reports import observed
from baogao.corpus.targets_with_outcomes import Target
from baogao.records import Area


def target_charts(
    area: Area,
    year: str,
    targets: Sequence[Target],
    vocabulary: Vocabulary,
    href: Href,
    strings: dict,
) -> tuple[Chart, ...]:
    """Return the charts of an area's targets for a year that the next report speaks of."""
    maker = LaneMaker(href, strings, told=True)  # the table has the sentences
    names = {id: indicator.name for id, indicator in vocabulary.indicators.items()}
    place = {"area": area.name, "year": year}
    growth, levels = (
        [(_lane(maker, names[one.promise.indicator], one), one) for one in _compared(targets, own)]
        for own in ("growth", "level")
    )
    id = f"{area.code}-{year}-targets"
    return (*_distances(id, place, growth, strings), *_levels(id, place, levels, strings))


def _compared(targets: Sequence[Target], measure: str) -> list[Target]:
    """Return the targets of a measure that have a number and an outcome."""
    return [
        one
        for one in targets
        if one.outcome and one.promise.measure == measure and one.promise.value is not None
    ]


def _lane(maker: LaneMaker, name: str, target: Target) -> Lane:
    return Lane(name, maker.mark(name, target.outcome), maker.mark(name, observed(target.promise)))


# --- growth: how far from the target --------------------------------------------------------------


def _distances(
    id: str, place: dict, compared: Sequence[tuple[Lane, Target]], strings: dict
) -> tuple[Chart, ...]:
    words = strings["charts"]["targets"]
    held = [
        Distance(lane, float(above), _said(above, target, strings))
        for lane, target in compared
        if (above := _above(target)) is not None
    ]
    held.sort(key=lambda one: -one.above)
    drawn = _both_ends(held)
    if len(drawn) < FEWEST_LANES:
        return ()
    ends = words["growth"]["ends"].format(
        highest=held[0].lane.name,
        high=held[0].words,
        lowest=held[-1].lane.name,
        low=held[-1].words,
    )
    states = _states([target for _, target in compared], strings)
    values = place | {"count": len(compared), "states": states}
    alt = words["growth"]["alt"].format(ends=ends, **values)
    named = caption(id, words["growth"], alt, **values)
    drawing = distance_drawing(drawn, named.columns[1:])
    lanes = [one.lane for one in held]
    return (sortable(named, drawing, lanes, [one.lane for one in drawn], strings),)


def _both_ends(held: Sequence[Distance]) -> list[Distance]:
    """Return those that lie farthest from their targets, where there are too many."""
    kept = sorted(held, key=lambda one: -abs(one.above))[:MOST_LANES]
    return [one for one in held if one in kept]


def _above(target: Target) -> Decimal | None:
    """Return by how much the outcome lies above what was promised, 0 within a range."""
    low, high = target.limits
    value = target.outcome.value if target.outcome else None
    if value is None or (low is None and high is None):
        return None
    if low is not None and (value < low or high is None):
        return value - low
    if high is not None and (value > high or low is None):
        return value - high
    return Decimal(0)


def _said(above: Decimal, target: Target, strings: dict) -> str:
    """Say a distance with the state: `+3.8 达到`."""
    way = "up" if above > 0 else "down" if above < 0 else "same"
    words = strings["charts"]["targets"]["difference"][way]
    return f"{words.format(points=number(abs(above)))} {strings['states'][target.code]}"


# --- levels: each on a scale of its own -----------------------------------------------------------


def _levels(
    id: str, place: dict, compared: Sequence[tuple[Lane, Target]], strings: dict
) -> tuple[Chart, ...]:
    words = strings["charts"]["targets"]["level"]
    lanes = [on_own_scale(lane, target.promise.unit == "%") for lane, target in compared]
    states = _states([target for _, target in compared], strings)
    values = place | {"count": len(compared), "states": states}
    named = caption(f"{id}-level", words, words["alt"].format(**values), **values)
    return chart(named, lanes, strings)


def _states(targets: Sequence[Target], strings: dict) -> str:
    """Say how many targets ended in each state."""
    counts = Counter(one.code for one in targets)
    return strings["punctuation"]["comma"].join(
        strings["charts"]["targets"]["state"].format(state=strings["states"][code], count=count)
        for code in strings["states"]
        if (count := counts[code])
    )
