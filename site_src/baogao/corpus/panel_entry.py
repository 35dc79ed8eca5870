"""An entry of the target panel: an area, a year, a headline indicator."""

from decimal import Decimal

from baogao.corpus.named_without_number import Named
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.targets_with_outcomes import Target
from baogao.record_decorator import record
from baogao.records import Observation

NO_NUMBER, NOT_MENTIONED, NO_REPORT, EXCERPT = ABSENCES = (
    "no_number",
    "not_mentioned",
    "no_report",
    "excerpt",
)
Limits = tuple[Decimal | None, Decimal | None]


@record
class PanelEntry:
    """What an area promised of a headline indicator for a year, or why there is no number.

    `report` is the id of the report that plans the year, empty where there is none. `target` is the
    promise chosen, `others` how many more its report makes of the same; `named` is where it is
    named without a number. `outcome` is what the next report states of the year, `last` what the
    report of the year states of the year before, `plan` what an earlier or the same report promises
    for the years of a plan.
    """

    area: str
    year: int
    indicator: str
    measure: str
    unit: str
    qualifiers: tuple[str, ...]
    absent: str
    report: str
    target: Target | None = None
    others: int = 0
    named: Named | None = None
    outcome: Observation | None = None
    last: Observation | None = None
    plan: Observation | None = None

    @property
    def anchor(self) -> str:
        """Return where it stands on the report's page; empty where nothing is said."""
        if self.target:
            return self.target.promise.anchor
        return self.named.anchor if self.named else ""

    @property
    def quote(self) -> str:
        """Return the sentence that promises or names it; empty where nothing is said."""
        if self.target:
            return self.target.promise.quote
        return self.named.quote if self.named else ""

    @property
    def doubtful(self) -> bool:
        """Say whether an editor doubts the source of one of its numbers."""
        stated = (self.outcome, self.last, self.plan)
        is_promise = bool(self.target and self.target.promise.doubtful)
        return is_promise or any(DOUBTFUL in one.quality for one in stated if one)

    @property
    def bound(self) -> str:
        """Return the bound of what is promised; empty where nothing is."""
        return self.target.promise.bound if self.target else ""

    @property
    def limits(self) -> Limits:
        """Return the lowest and the highest value promised, each where there is one."""
        return (None, None) if self.absent or not self.target else self.target.limits
