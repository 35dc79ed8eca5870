"""Targets: what was promised, joined with what the same area's next report says of it."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from baogao.content.outcome_and_check_rules import ABSENT, INCOMPARABLE, UNMENTIONED, Rules
from baogao.content.vocabulary import Vocabulary
from baogao.corpus import target_state
from baogao.corpus.by_key import by_key
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.promises_in_reports import Promise
from baogao.record_decorator import record
from baogao.records import Observation

# What a statement is looked up by: area, year of the report, indicator, period.
Key = tuple[str, int, str, str]
ECONOMY = "gdp"


@record
class Target:
    """A promise and its state.

    `outcomes` are what the next report says of it: of a target that cannot be compared, those in
    another measure or unit. `growth` is the economy's, where the promise goes by it.
    """

    promise: Promise
    state: str
    outcomes: tuple[Observation, ...] = ()
    growth: Observation | None = None

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
    delivered: Iterable[str],
    vocabulary: Vocabulary,
    rules: Rules,
) -> tuple[Target, ...]:
    """Return the promises with their states; `delivered` are the ids of all reports here."""
    here = set(delivered)
    said = _said_next(promises, lambda promise: promise.indicator, observations)
    by_economy = [promise for promise in promises if promise.keeps_up]
    economy = iter(_said_next(by_economy, lambda promise: ECONOMY, observations))
    joined = []
    for promise, outcomes in zip(promises, said, strict=True):
        growth = _growth(next(economy)) if promise.keeps_up else None
        target = Target(promise, ABSENT)
        if target.next_report in here:
            target = _held_against(promise, outcomes, growth, vocabulary, rules)
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
    vocabulary: Vocabulary,
    rules: Rules,
) -> Target:
    """Return a promise with its state by what the next report says."""
    if not said:
        return Target(promise, UNMENTIONED)
    wanted = (promise.measure, promise.unit, promise.against)
    alike = [o for o in said if (o.measure, o.unit, o.against) == wanted]
    if not alike:
        return Target(promise, INCOMPARABLE, tuple(said))
    outcomes = tuple(sorted(alike, key=lambda o: DOUBTFUL in o.quality))  # doubtful ones last
    direction = vocabulary.indicators[promise.indicator].direction
    state = target_state.state(promise, outcomes, growth, direction, rules)
    return Target(promise, state, outcomes, growth)
