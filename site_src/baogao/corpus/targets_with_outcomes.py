"""Targets: what was promised, joined with what the same area's next report says of it."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from baogao.content.vocabulary.outcome_and_check_rules import (
    ABSENT,
    INCOMPARABLE,
    STATE_CODES,
    UNMATCHED,
    UNMENTIONED,
    Rules,
)
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus import target_state
from baogao.corpus.by_key import by_key
from baogao.corpus.near_statements import Near, NextReport
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.promises_in_reports import Promise
from baogao.record_decorator import record
from baogao.records import Observation, Reading

# What a statement is looked up by: area, year of the report, indicator, period.
Key = tuple[str, int, str, str]
ECONOMY = "gdp"
# What statements of one indicator can differ in, the least first.
NEAREST = ("qualifier", "against", "unit", "measure")


@record
class Target:
    """A promise, its state, and the rule that tells it.

    `outcomes` are what the next report says of it: of a target that cannot be compared, those in
    another measure or unit, or with other qualifiers. `growth` is the economy's, where the promise
    goes by it. `near` are further statements that may be about it.
    """

    promise: Promise
    state: str
    outcomes: tuple[Observation, ...] = ()
    growth: Observation | None = None
    reason: str = ""
    near: tuple[Near, ...] = ()

    @property
    def code(self) -> str:
        """Return the state as a code: `not_met`."""
        return STATE_CODES[self.state]

    @property
    def outcome(self) -> Observation | None:
        """Return the statement that the target is held against, if there is one."""
        return self.outcomes[0] if self.outcomes and self.state != INCOMPARABLE else None

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """Return the lowest and the highest value promised, each where there is one."""
        return target_state.limits(self.promise, self.growth)

    @property
    def next_report(self) -> str:
        """Return the id of the report that would state the outcome: `330200/2020`."""
        return f"{self.promise.area}/{self.promise.year + 1}"

    @property
    def doubtful(self) -> bool:
        """Say whether an editor doubts the words of the promise or of an outcome."""
        said = (*self.outcomes, self.growth) if self.growth else self.outcomes
        return self.promise.doubtful or any(DOUBTFUL in item.quality for item in said)


def targets(
    promises: Sequence[Promise],
    observations: Sequence[Observation],
    readings: Iterable[Reading],
    vocabulary: Vocabulary,
    rules: Rules,
) -> tuple[Target, ...]:
    """Return the promises with their states; `readings` are those of all reports here."""
    stated = by_key((o.report, o) for o in observations)
    here = {
        one.report.id: NextReport(one, stated.get(one.report.id, ()), vocabulary, rules)
        for one in readings
    }
    said = _said_next(promises, lambda promise: promise.indicator, observations)
    by_economy = [promise for promise in promises if promise.keeps_up]
    economy = iter(_said_next(by_economy, lambda promise: ECONOMY, observations))
    joined = []
    for promise, outcomes in zip(promises, said, strict=True):
        growth = _growth(next(economy)) if promise.keeps_up else None
        target = Target(promise, ABSENT, reason="absent")
        if following := here.get(target.next_report):
            target = _held_against(promise, outcomes, growth, following)
        joined.append(target)
    return tuple(joined)


def _said_next(
    promises: Sequence[Promise],
    indicator: Callable[[Promise], str],
    observations: Sequence[Observation],
) -> list[list[Observation]]:
    """Return, for each promise, what the next report says of an indicator in the year promised."""
    return statements(
        [(p.area, p.year + 1, indicator(p), p.period) for p in promises], observations
    )


def _growth(economy: Iterable[Observation]) -> Observation | None:
    return next((o for o in economy if (o.measure, o.bound) == ("growth", "eq")), None)


def statements(
    asked: Sequence[Key], observations: Sequence[Observation]
) -> list[list[Observation]]:
    """Return what was reported as achieved, in order, for each key that is asked for."""
    actual = (o for o in observations if o.status == "actual")
    reported = by_key(((o.area, o.year, o.indicator, o.period), o) for o in actual)
    return [list(reported.get(key, ())) for key in asked]


def _held_against(
    promise: Promise,
    said: list[Observation],
    growth: Observation | None,
    following: NextReport,
) -> Target:
    """Return a promise with its state by what the next report says."""
    if not said:
        return _searched(promise, following)
    alike = [o for o in said if not difference(promise, o)]
    if not alike:
        nearest = sorted(said, key=lambda o: NEAREST.index(difference(promise, o)))
        reason = difference(promise, nearest[0])
        return Target(promise, INCOMPARABLE, tuple(nearest), reason=reason)
    outcomes = tuple(sorted(alike, key=lambda o: DOUBTFUL in o.quality))  # doubtful ones last
    direction = following.vocabulary.indicators[promise.indicator].direction
    told = target_state.verdict(promise, outcomes, growth, direction, following.rules)
    return Target(promise, told.state, outcomes, growth, told.reason)


def difference(promise: Promise, said: Observation) -> str:
    """Return what a statement of the same indicator is of another quantity by; "" if by nothing."""
    if said.measure != promise.measure:
        return "measure"
    if said.unit != promise.unit:
        return "unit"
    if said.against != promise.against:
        return "against"
    return "qualifier" if said.qualifiers != promise.qualifiers else ""


def _searched(promise: Promise, following: NextReport) -> Target:
    """Return a promise of whose indicator the next report says nothing of the year itself."""
    if other := following.of_same_name(promise):
        return Target(promise, INCOMPARABLE, reason=other.reason, near=other.near)
    near = following.related(promise)
    state, reason = (UNMATCHED, "near") if near else (UNMENTIONED, "silent")
    return Target(promise, state, reason=reason, near=near)
