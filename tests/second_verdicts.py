"""Whether an outcome keeps a target, as the second panel tells it from the page of methods."""

from decimal import Decimal

from second_reports import Said

LESS = ("接近", "逼近", "力争接近", "将近", "近", "不到", "不足", "低于", "少于", "小于")
MORE = ("超过", "超", "超出", "突破", "破", "冲破", "高于", "大于", "多于", "逾", "余", "多")
ENDLESS, TINY = Decimal("Infinity"), Decimal("1e-12")


def judged(target: Said, value: Decimal, outcome: Said, direction: str) -> str:
    """Return the state of a target by one outcome: where the truth lies, and what was wanted."""
    low, high = _truth(outcome)
    least, most = _wanted(target, value, direction)
    inside = least <= low and high <= most
    apart = high < least or most < low
    if target["high"] is not None:
        further = most if direction == "none" else ENDLESS if direction == "up" else most
        nearer = -ENDLESS if direction == "down" else least
        if inside:
            return "within"
        if apart and nearer <= low and high <= further:
            return "met"
        missed = direction != "none" and (high < nearer or further < low)
        return "not_met" if missed else "undecidable"
    if inside:
        return "met"
    is_better = direction != "none" or target["bound"] in ("ge", "le")
    return "not_met" if apart and is_better else "undecidable"


def _truth(outcome: Said) -> tuple[Decimal, Decimal]:
    """Return between which values the truth of an outcome lies."""
    value, high, bound, word = (outcome[name] for name in ("value", "high", "bound", "words"))
    if high is not None:
        return min(value, high), max(value, high)
    if bound in ("ge", "le") and value < 0:
        bound = "le" if bound == "ge" else "ge"
    beyond = abs(value) * TINY
    if bound == "ge":
        return value + (beyond if word in MORE else 0), ENDLESS
    if bound == "le":
        return -ENDLESS, value - (beyond if word in LESS else 0)
    if bound == "approx":
        spread = _spread(outcome["unit"], value, "0.5", "0.05")
        return value - spread, (value - beyond if word in LESS else value + spread)
    return value, value


def _wanted(target: Said, value: Decimal, direction: str) -> tuple[Decimal, Decimal]:
    """Return between which values an outcome keeps what was promised."""
    if target["value"] is None and target["bound"] == "ge":  # higher than the economy
        return value + abs(value) * TINY, ENDLESS
    if target["high"] is not None:
        return min(value, target["high"]), max(value, target["high"])
    if target["bound"] in ("ge", "le"):
        upward = (target["bound"] == "ge") == (value >= 0)
        return (value, ENDLESS) if upward else (-ENDLESS, value)
    spread = Decimal(0)
    if target["bound"] == "approx":
        spread = _spread(target["unit"], value, "0.2", "0.02")
    down, up = direction == "down", direction == "up"
    return -ENDLESS if down else value - spread, ENDLESS if up else value + spread


def _spread(unit: str, value: Decimal, points: str, share: str) -> Decimal:
    return Decimal(points) if unit in ("%", "百分点") else abs(value) * Decimal(share)


def limits_of(said: Said) -> tuple[Decimal | None, Decimal | None]:
    value, high = said["value"], said["high"]
    if value is None:
        return None, None
    if high is not None:
        return min(value, high), max(value, high)
    if said["bound"] in ("ge", "le"):
        return (value, None) if (said["bound"] == "ge") == (value >= 0) else (None, value)
    return value, value


def ends_of(said: Said) -> tuple[Decimal, Decimal]:
    return said["value"], said["value"] if said["high"] is None else said["high"]


def distance(own: tuple, other: tuple) -> Decimal | None:
    """Return how far the middle of one lies above that of another."""
    here, there = ([end for end in ends if end is not None] for ends in (own, other))
    return sum(here) / len(here) - sum(there) / len(there) if here and there else None
