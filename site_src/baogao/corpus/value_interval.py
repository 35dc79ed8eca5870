"""The interval in which the truth of a printed number lies, by its bound and its digits."""

import re
from dataclasses import dataclass
from decimal import Decimal

ENDLESS = Decimal("Infinity")
NOTHING = Decimal(0)
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.(\d+))?")  # 10,745.5, and its digits behind the point


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`; an open end is not one of them."""

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False

    def within(self, other: "Interval") -> bool:
        """Say whether every value of this is one of the other's."""
        above = self.low > other.low or (
            self.low == other.low and (self.open_low or not other.open_low)
        )
        below = self.high < other.high or (
            self.high == other.high and (self.open_high or not other.open_high)
        )
        return above and below

    def apart(self, other: "Interval") -> bool:
        """Say whether the two have no value in common."""
        return _before(self, other) or _before(other, self)

    def mirrored(self) -> "Interval":
        """Return the interval of the negative values."""
        return Interval(-self.high, -self.low, self.open_high, self.open_low)


def _before(first: Interval, second: Interval) -> bool:
    if first.high == second.low:
        return first.open_high or second.open_low
    return first.high < second.low


def interval(
    value: Decimal, high: Decimal | None, bound: str, side: str, tolerance: Decimal
) -> Interval:
    """Return where the truth lies, by the bound and its word's side (`below`, `above` or neither).

    A bound is on the size of what is stated: 下降10%以上 is −10 or less.
    """
    if high is not None:
        return Interval(min(value, high), max(value, high))
    if value < 0:
        return interval(-value, None, bound, side, tolerance).mirrored()
    if bound == "ge":
        return Interval(value, ENDLESS, open_low=side == "above")
    if bound == "le":
        return Interval(-ENDLESS, value, open_high=side == "below")
    if bound == "approx" and side == "below":
        return Interval(value - tolerance, value, open_high=True)
    return around(value, tolerance if bound == "approx" else NOTHING)


def around(value: Decimal, distance: Decimal) -> Interval:
    """Return the values that lie no further than a distance from one."""
    return Interval(value - distance, value + distance)


def rounding(text: str, value: Decimal) -> Decimal:
    """Return half a unit of the last digit printed.

    That of 1468.4亿元, whose value is 146,840,000,000, is 5,000,000.
    """
    number = NUMBER.search(text)
    if not number:
        return NOTHING
    printed = Decimal(number[0].replace(",", ""))
    scale = abs(value) / printed if printed else Decimal(1)
    return scale * Decimal(5).scaleb(-1 - len(number[1] or ""))
