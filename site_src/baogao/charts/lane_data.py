"""The lanes of a chart: each a subject with what is reached and what is promised of it."""

from dataclasses import dataclass, replace

from baogao.records import Observation

# A share from 40 to 100 % is drawn on the scale of the whole, a smaller one would hardly be seen.
LEAST_SHARE, WHOLE = 40, 100
ROOM = 1.1  # of the scale that an amount is drawn on, above the highest


@dataclass(frozen=True, slots=True)
class Mark:
    """A value in a lane: its text, its sentence, and its place on the lane's scale.

    `low` is None where there is only text; `high` is the upper end of a range; `seen` is the
    observation behind the mark, which a count has not; `doubtful`: an editor doubts its source;
    `told`: what its report says of it stands in the chart's own page.
    """

    text: str
    label: str = ""
    href: str = ""
    low: float | None = None
    high: float | None = None
    bound: str = "eq"
    seen: Observation | None = None
    doubtful: bool = False
    told: bool = False

    @property
    def exact(self) -> bool:
        """Say whether it is one number that nobody doubts."""
        return self.bound == "eq" and self.high is None and not self.doubtful


@dataclass(frozen=True, slots=True)
class Lane:
    """A subject with what is reached and what is promised.

    `span` is a scale of its own, from and to; its track is shown.
    """

    name: str
    reached: Mark | None = None
    promised: Mark | None = None
    group: str = ""
    span: tuple[float, float] | None = None

    @property
    def title(self) -> str:
        """Return the name with the group's before it."""
        return " ".join(filter(None, (self.group, self.name)))

    @property
    def marks(self) -> list[Mark]:
        """Return the marks that the lane has."""
        return [mark for mark in (self.reached, self.promised) if mark]

    @property
    def drawn(self) -> bool:
        """Say whether there is anything to draw but text."""
        return any(mark.low is not None for mark in self.marks)

    @property
    def places(self) -> list[float]:
        """Return all places on the scale that its marks take."""
        ends = [end for mark in self.marks for end in (mark.low, mark.high)]
        return [end for end in ends if end is not None]

    @property
    def reached_value(self) -> float:
        """Return what is reached; nought where nothing is, or only in words."""
        return (self.reached.low or 0.0) if self.reached else 0.0

    @property
    def promised_value(self) -> float:
        """Return what is promised; nought where nothing is, or only in words."""
        return (self.promised.low or 0.0) if self.promised else 0.0

    @property
    def total(self) -> float:
        """Return what is reached and what is promised together."""
        return self.reached_value + self.promised_value


def on_own_scale(lane: Lane, share: bool) -> Lane:
    """Give a level the scale it can be read on: a share the whole, an amount what was reached.

    An amount with nothing reached beside it cannot be read on any: it is text only.
    """
    highest = max(lane.places)
    if share and LEAST_SHARE <= highest <= WHOLE:
        return replace(lane, span=(0, WHOLE))
    if lane.reached and highest > 0:
        return replace(lane, span=(0, highest * ROOM))
    return replace(lane, promised=lane.promised and replace(lane.promised, low=None))
