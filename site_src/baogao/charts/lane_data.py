"""The lanes of a chart: each a subject with what is reached and what is promised of it."""

from dataclasses import dataclass

from baogao.records import Observation


@dataclass(frozen=True, slots=True)
class Mark:
    """A value in a lane: its text, its sentence, and its place on the lane's scale.

    `low` is None where there is only text; `high` is the upper end of a range; `seen` is the
    observation behind the mark, which a count has not.
    """

    text: str
    label: str = ""
    href: str = ""
    low: float | None = None
    high: float | None = None
    bound: str = "eq"
    seen: Observation | None = None


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
