"""Targets beside outcomes: what was promised as a hollow mark, what was reached as a bar."""

from collections.abc import Sequence

from baogao.charts.chart import Chart, Href, chart, mark
from baogao.charts.chart_words import quantity
from baogao.charts.lanes import Lane
from baogao.content.outcome_rules import MISSED
from baogao.content.vocabulary import Vocabulary
from baogao.corpus.targets import Target
from baogao.records import Area, Observation


def target_charts(
    area: Area, year: str, targets: Sequence[Target], vocabulary: Vocabulary, href: Href
) -> tuple[Chart, ...]:
    """Return the chart of an area's growth targets for a year that the next report lets be held against."""
    held = [
        t
        for t in targets
        if t.outcome and t.promise.measure == "growth" and t.promise.value is not None
    ]
    lanes = [
        Lane(
            vocabulary.indicators[t.promise.indicator].zh,
            mark(vocabulary.indicators[t.promise.indicator].zh, t.outcome, href),
            mark(vocabulary.indicators[t.promise.indicator].zh, _as_seen(t), href),
        )
        for t in held
    ]
    lanes.sort(key=lambda lane: -lane.reached.low)
    states = [t.state for t in held]
    alt = (
        f"{area.name}{year}年有{len(held)}项增速目标能与下一年报告对照："
        + "，".join(f"{state}{states.count(state)}项" for state in dict.fromkeys(states))
        + "。"
        + _missed(held, vocabulary)
    )
    return chart(
        f"{area.code}-{year}-targets",
        f"{area.name}{year}年增速：目标与结果",
        "承诺增长多少，下一年的报告说达到多少？",
        alt,
        lanes,
        ("指标", "结果", "目标"),
    )


def _missed(held: Sequence[Target], vocabulary: Vocabulary) -> str:
    """Name what was not reached."""
    names = [
        f"{vocabulary.indicators[t.promise.indicator].zh}（{quantity(t.outcome)}）"
        for t in held
        if t.state == MISSED
    ]
    return f"{MISSED}的是{'、'.join(names)}。" if names else ""


def _as_seen(target: Target) -> Observation:
    """Return a promise as the observation that it was read from."""
    p = target.promise
    return Observation(
        area=p.area,
        year=p.year,
        anchor=p.anchor,
        indicator=p.indicator,
        measure=p.measure,
        period=p.period,
        value=p.value,
        value_high=p.value_high,
        unit=p.unit,
        bound=p.bound,
        status="target",
        quote=p.quote,
        text=p.text,
    )
