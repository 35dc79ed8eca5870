"""The state of a target: what was promised against what the next report says, as intervals."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from baogao.content.vocabulary.outcome_and_check_rules import INSIDE, MISSED, OPEN, REACHED, Rules
from baogao.corpus.promises_in_reports import Promise
from baogao.corpus.value_interval import ENDLESS, Interval, around, interval
from baogao.records import Observation

ONE_SIDED = ("ge", "le")  # bounds that leave all values on one side open


class Verdict(NamedTuple):
    """The state of a promise, and the rule that it was told by."""

    state: str
    reason: str


def verdict(
    promise: Promise,
    outcomes: Sequence[Observation],
    growth: Observation | None,
    direction: str,
    rules: Rules,
) -> Verdict:
    """Return the state of a promise by what was said of it; several statements must agree in it.

    `growth` is the economy's, where the promise goes by it; `direction` is the indicator's better
    one. Open where the statements disagree, or where the growth is not known.
    """
    value = _held_against(promise, growth)
    if value is None:
        return Verdict(OPEN, "no_growth")
    better = better_way(promise, direction, rules)
    good = wanted(promise, value, better, rules)
    said = [reached(outcome, rules) for outcome in outcomes]
    states = {_state(promise, one, good, better) for one in said}
    if len(states) > 1:
        return Verdict(OPEN, "disagree")
    if OPEN not in states:
        return Verdict(states.pop(), _rule(promise))
    return Verdict(OPEN, "no_better" if all(one.apart(good) for one in said) else "wording")


def better_way(promise: Promise, direction: str, rules: Rules) -> str:
    """Return which way is better in what is promised; `direction` is the indicator's."""
    return rules.good.get(promise.measure, direction)


def _rule(promise: Promise) -> str:
    """Return by which rule a promise is held against what was said."""
    if promise.keeps_up:
        return "keeps_up"
    if promise.value_high is not None:
        return "range"
    return {"eq": "number", "approx": "about"}.get(promise.bound, "bound")


def _held_against(promise: Promise, growth: Observation | None) -> Decimal | None:
    """Return the number that counts: its own, or the economy's growth if the promise goes by it."""
    if promise.keeps_up:
        return growth.value if growth else None
    return promise.value


def _state(promise: Promise, outcome: Interval, good: Interval, better: str) -> str:
    if promise.value_high is not None:
        return _state_of_range(outcome, good, better)
    if outcome.within(good):
        return REACHED
    # Where neither way is better, a number beside the one promised is neither reached nor missed.
    one_is_better = better != "none" or promise.bound in ONE_SIDED
    return MISSED if one_is_better and outcome.apart(good) else OPEN


def _state_of_range(outcome: Interval, good: Interval, better: str) -> str:
    """Return the state of a promised range: what is better than it is reached, not inside."""
    if outcome.within(good):
        return INSIDE
    good_or_better = _towards(good, better)
    if outcome.within(good_or_better) and outcome.apart(good):
        return REACHED
    return MISSED if better != "none" and outcome.apart(good_or_better) else OPEN


def reached(outcome: Observation, rules: Rules) -> Interval:
    """Return where the truth of an outcome lies."""
    side = rules.sides.get(outcome.bound_words, "")
    tolerance = rules.allowed("outcome", outcome.value, outcome.unit)
    return interval(outcome.value, outcome.value_high, outcome.bound, side, tolerance)


def wanted(promise: Promise, value: Decimal, better: str, rules: Rules) -> Interval:
    """Return the values at which a promise of `value` is kept.

    They are a range, what its bound says, or its number and all that is better.
    """
    if promise.keeps_up and promise.bound == "ge":
        return Interval(value, ENDLESS, open_low=True)
    if promise.keeps_up:
        allowed = promise.keeps_up.tolerance.points
    else:
        allowed = rules.allowed("target", value, promise.unit)
    if promise.value_high is not None or promise.bound in ONE_SIDED:
        return interval(value, promise.value_high, promise.bound, "", allowed)
    distance = allowed if promise.bound == "approx" else Decimal(0)
    return _towards(around(value, distance), better)


def _towards(values: Interval, better: str) -> Interval:
    """Return an interval with all that is better than it."""
    low = -ENDLESS if better == "down" else values.low
    high = ENDLESS if better == "up" else values.high
    return Interval(low, high)


def limits(promise: Promise, growth: Observation | None) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and the highest value promised, each where there is one."""
    value = _held_against(promise, growth)
    if value is None:
        return None, None
    if promise.value_high is not None:
        return min(value, promise.value_high), max(value, promise.value_high)
    if promise.bound not in ONE_SIDED:
        return value, value
    # A bound is on the size: 下降10%以上 promises −10 or less. Not where growth is kept up with.
    is_size = value < 0 and not promise.keeps_up
    upward = (promise.bound == "ge") != is_size
    return (value, None) if upward else (None, value)
