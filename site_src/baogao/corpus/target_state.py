"""The state of a target: what was promised against what the next report says, as intervals."""

from collections.abc import Sequence
from decimal import Decimal

from baogao.content.outcome_rules import INSIDE, MISSED, OPEN, REACHED, Rules
from baogao.corpus.promises import Promise
from baogao.corpus.value_interval import ENDLESS, Interval, interval
from baogao.records import Observation


def state(
    promise: Promise,
    outcomes: Sequence[Observation],
    growth: Observation | None,
    direction: str,
    rules: Rules,
) -> str:
    """Return the state of a promise by what was said of it; `growth` is that of the economy, where the promise goes by it.

    Several statements must agree in the state, or it is open.
    """
    if promise.keeps_up and growth is None:
        return OPEN
    better = rules.good.get(promise.measure, direction)
    told = {_state(promise, reached(outcome, rules), growth, better, rules) for outcome in outcomes}
    return told.pop() if len(told) == 1 else OPEN


def _state(
    promise: Promise, outcome: Interval, growth: Observation | None, better: str, rules: Rules
) -> str:
    good = wanted(promise, growth, better, rules)
    if promise.value_high is not None:
        beyond = _towards(Interval(good.low, good.high), better)
        if outcome.within(good):
            return INSIDE
        if outcome.within(beyond) and outcome.apart(good):
            return REACHED
        return MISSED if better != "none" and outcome.apart(beyond) else OPEN
    if outcome.within(good):
        return REACHED
    # Where neither way is better, a number beside the one promised is neither reached nor missed.
    return (
        MISSED
        if outcome.apart(good) and (better != "none" or promise.bound in ("ge", "le"))
        else OPEN
    )


def reached(outcome: Observation, rules: Rules) -> Interval:
    """Return where the truth of an outcome lies."""
    return interval(
        outcome.value,
        outcome.value_high,
        outcome.bound,
        rules.sides.get(outcome.word, ""),
        rules.allowed("outcome", outcome.value, outcome.unit),
    )


def wanted(promise: Promise, growth: Observation | None, better: str, rules: Rules) -> Interval:
    """Return the values at which a promise is kept: a range, what its bound says, or its number and what is better."""
    if promise.keeps_up:
        allowed, value = promise.keeps_up.tolerance.points, growth.value
        if promise.bound == "ge":
            return Interval(value, ENDLESS, open_low=True)
    else:
        allowed, value = rules.allowed("target", promise.value, promise.unit), promise.value
    if promise.value_high is not None or promise.bound in ("ge", "le"):
        return interval(value, promise.value_high, promise.bound, "", allowed)
    distance = allowed if promise.bound == "approx" else Decimal(0)
    return _towards(Interval(value - distance, value + distance), better)


def _towards(held: Interval, better: str) -> Interval:
    """Return an interval with all that is better than it."""
    return Interval(
        -ENDLESS if better == "down" else held.low, ENDLESS if better == "up" else held.high
    )


def limits(promise: Promise, growth: Observation | None) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and the highest value promised, each where there is one."""
    value = growth and growth.value if promise.keeps_up else promise.value
    if value is None:
        return None, None
    if promise.value_high is not None:
        return min(value, promise.value_high), max(value, promise.value_high)
    # 下降10%以上 promises −10 or less
    upward = (promise.bound == "ge") == (value >= 0 or bool(promise.keeps_up))
    return (
        (value, value)
        if promise.bound not in ("ge", "le")
        else (value, None)
        if upward
        else (None, value)
    )
