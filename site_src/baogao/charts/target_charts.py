"""Targets beside outcomes: what was promised as a hollow mark, what was reached as a bar."""

from collections.abc import Sequence

from baogao.charts.chart import Chart, Href, LaneMaker, caption, chart
from baogao.charts.lane_data import Lane
from baogao.charts.quantity_words import in_chart
from baogao.content.outcome_and_check_rules import MISSED
from baogao.content.vocabulary import Vocabulary
from baogao.corpus.promises_in_reports import observed
from baogao.corpus.targets_with_outcomes import Target
from baogao.records import Area, Observation


def target_charts(
    area: Area,
    year: str,
    targets: Sequence[Target],
    vocabulary: Vocabulary,
    href: Href,
    strings: dict,
) -> tuple[Chart, ...]:
    """Return the chart of an area's growth targets for a year that the next report speaks of."""
    compared = [(one, one.outcome) for one in targets if one.outcome and _has_growth(one)]
    maker, words = LaneMaker(href, strings), strings["charts"]["targets"]
    names = {id: indicator.zh for id, indicator in vocabulary.indicators.items()}
    lanes = [_lane(maker, names[one.promise.indicator], one, seen) for one, seen in compared]
    lanes.sort(key=lambda lane: -lane.reached_value)
    alt = words["alt"].format(
        area=area.name,
        year=year,
        count=len(compared),
        states=_states([one.state for one, _ in compared], strings),
        missed=_missed(compared, names, strings),
    )
    named = caption(f"{area.code}-{year}-targets", words, alt, area=area.name, year=year)
    return chart(named, lanes, strings)


def _has_growth(target: Target) -> bool:
    return target.promise.measure == "growth" and target.promise.value is not None


def _lane(maker: LaneMaker, name: str, target: Target, outcome: Observation) -> Lane:
    return Lane(name, maker.mark(name, outcome), maker.mark(name, observed(target.promise)))


def _states(states: Sequence[str], strings: dict) -> str:
    """Say how many targets ended in each state."""
    return strings["punctuation"]["comma"].join(
        strings["charts"]["targets"]["state"].format(state=state, count=states.count(state))
        for state in dict.fromkeys(states)
    )


def _missed(
    compared: Sequence[tuple[Target, Observation]], names: dict[str, str], strings: dict
) -> str:
    """Name what was not reached, with what was reached instead."""
    words = strings["charts"]["targets"]
    missed = [
        words["item"].format(
            name=names[target.promise.indicator], quantity=in_chart(outcome, strings)
        )
        for target, outcome in compared
        if target.state == MISSED
    ]
    listed = strings["punctuation"]["and"].join(missed)
    return words["missed"].format(state=MISSED, names=listed) if missed else ""
