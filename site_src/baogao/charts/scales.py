"""Scales: from values to places, the round numbers on them, and the shades of fifths."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from baogao.charts.shape_kinds import SHADES

MOST_STEPS = 3  # of a scale
STEPS = (1, 2, 5, 10, 20)  # that a reader can count in
LEAST = 2  # points that a scale of rates spans
Label = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale from round number to round number, and where in pixels it begins and ends."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a value."""
        share = (value - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)

    def moved(self, start: float, end: float) -> "Scale":
        """Return the same scale in another place."""
        return Scale(self.low, self.high, start, end)

    @property
    def ticks(self) -> list[float]:
        """Return the round numbers on it, both ends included."""
        step = _step(self.low, self.high)
        first, last = round(self.low / step), round(self.high / step)
        return [round(number * step, 10) for number in range(first, last + 1)]


def scale_of(values: Sequence[float], with_zero: bool) -> Scale:
    """Return the scale from 0 to 1 that holds these values.

    Nought is on it where that is wanted; without it the values are rates, and a scale of less than
    `LEAST` would make much of little.
    """
    places = [*values, 0.0] if with_zero else values
    low, high = min(places), max(places)
    if low == high and with_zero:
        high = low + 1
    elif not with_zero and high - low < LEAST:
        low, high = (low + high - LEAST) / 2, (low + high + LEAST) / 2
    step = _step(low, high)
    return Scale(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, 0, 1)


def _step(low: float, high: float) -> float:
    """Return the smallest round step with which few enough go from one to the other."""
    whole = 10 ** floor(log10((high - low) / MOST_STEPS))
    steps = (whole * step for step in STEPS)
    return next(step for step in steps if _count(low, high, step) <= MOST_STEPS)


def _count(low: float, high: float, step: float) -> int:
    return ceil(high / step - 1e-9) - floor(low / step + 1e-9)


def shade(value: float, ordered: Sequence[float]) -> str:
    """Return the shade of a value: its fifth among all, which are in order."""
    return SHADES[-(-len(SHADES) * bisect_right(ordered, value) // len(ordered)) - 1]
