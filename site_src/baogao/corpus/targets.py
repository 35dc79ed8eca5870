"""Targets: what was promised, joined with what the same area's next report says of it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from baogao.content.outcome_rules import ABSENT, INCOMPARABLE, UNMENTIONED, Rules
from baogao.content.vocabulary import Vocabulary
from baogao.corpus import target_state
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.promises import Promise
from baogao.record import record
from baogao.records import Observation

KEYS = ["area", "report_year", "indicator", "period"]


@record
class Target:
    """A promise and its state; `outcomes` are what the next report says of it, `growth` the economy's where it counts.

    Outcomes of a target that cannot be compared are those in another measure or unit.
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
        return self.promise.doubtful or any(
            DOUBTFUL in o.quality for o in (*self.outcomes, *filter(None, [self.growth]))
        )


def targets(
    promises: Sequence[Promise],
    observations: Sequence[Observation],
    delivered: Iterable[str],
    vocabulary: Vocabulary,
    rules: Rules,
) -> tuple[Target, ...]:
    """Return the promises with their states; `delivered` are the ids of the reports that are here."""
    delivered = set(delivered)
    asked = [(p.area, p.year + 1, p.indicator, p.period) for p in promises]
    economy = [(p.area, p.year + 1, "gdp", p.period) for p in promises if p.keeps_up]
    said = statements((*asked, *economy), observations)
    growth = iter(said[len(asked) :])
    return tuple(
        _target(
            promise,
            own,
            next(growth) if promise.keeps_up else [],
            f"{promise.area}/{promise.year + 1}" in delivered,
            vocabulary,
            rules,
        )
        for promise, own in zip(promises, said, strict=False)
    )


def statements(
    asked: Sequence[tuple[str, int, str, str]], observations: Sequence[Observation]
) -> list[list[Observation]]:
    """Return, for each (area, year of the report, indicator, period) asked, what was reported as achieved, in order."""
    import pandas

    actual = [o for o in observations if o.status == "actual"]
    stated = pandas.DataFrame(
        [(o.area, o.year, o.indicator, o.period) for o in actual], columns=KEYS
    )
    pairs = (
        pandas.DataFrame(asked, columns=KEYS)
        .reset_index(names="asked")
        .merge(stated.reset_index(names="stated"), on=KEYS)
    )
    found: list[list[Observation]] = [[] for _ in asked]
    for place, there in pairs.sort_values(["asked", "stated"])[["asked", "stated"]].itertuples(
        index=False
    ):
        found[place].append(actual[there])
    return found


def _target(
    promise: Promise,
    said: list[Observation],
    economy: list[Observation],
    here: bool,
    vocabulary: Vocabulary,
    rules: Rules,
) -> Target:
    if not here:
        return Target(promise, ABSENT)
    if not said:
        return Target(promise, UNMENTIONED)
    outcomes = sorted(
        (o for o in said if (o.measure, o.unit) == (promise.measure, promise.unit)),
        key=lambda o: DOUBTFUL in o.quality,
    )
    if not outcomes:
        return Target(promise, INCOMPARABLE, tuple(said))
    growth = next((o for o in economy if (o.measure, o.bound) == ("growth", "eq")), None)
    direction = vocabulary.indicators[promise.indicator].direction
    return Target(
        promise,
        target_state.state(promise, outcomes, growth, direction, rules),
        tuple(outcomes),
        growth,
    )
