"""How many targets a report sets: counted here for every page that says so."""

from collections import Counter
from collections.abc import Iterable

from baogao.corpus.targets_with_outcomes import Target
from baogao.record_decorator import record
from baogao.records import Reading


@record
class TargetCount:
    """The targets of a report: figures that are targets, and targets of a known indicator.

    The two differ: most figures are of no known indicator, one may set two targets, and some
    targets are `worded`, without a number of their own (与经济增长同步). `years` are those that
    the targets are for, each with how many.
    """

    figures: int
    known: int
    worded: int
    years: tuple[tuple[str, int], ...]


def target_count(reading: Reading, targets: Iterable[Target]) -> TargetCount:
    """Return how many targets a report sets; `targets` are those of known indicators."""
    promised = [target.promise for target in targets]
    years = Counter(promise.period for promise in promised)
    return TargetCount(
        figures=sum(mention.figure.status == "target" for mention in reading.mentions),
        known=len(promised),
        worded=sum(promise.value is None for promise in promised),
        years=tuple(sorted(years.items())),
    )
