"""Charts across reports: an indicator in all areas and years, an area through the years."""

import re
from collections.abc import Iterable, Mapping

from baogao.charts.chart import Chart, Href, chart, lanes_of
from baogao.charts.lanes import Lane
from baogao.content.vocabulary import Vocabulary
from baogao.records import Area, Indicator, Observation

MOST_LANES = 60
YEAR = re.compile(r"\d{4}")


def indicator_charts(
    indicator: Indicator, observations: Iterable[Observation], areas: Mapping[str, Area], href: Href
) -> tuple[Chart, ...]:
    """Return an indicator's growth and its level across areas and years, reached and promised."""
    own = [
        seen
        for seen in observations
        if seen.indicator == indicator.id and YEAR.fullmatch(seen.period)
    ]
    charts: tuple[Chart, ...] = ()
    for measure, word, unit in (("growth", "增速", "%"), ("level", "水平", indicator.unit)):
        seen = (one for one in own if (one.measure, one.unit) == (measure, unit))
        lanes = [
            lane
            for (code, period), found in sorted(_newest(_grouped(seen, "area", "period")).items())
            for lane in _lanes(
                f"{areas[code].short} {period}年", areas[code].name + indicator.zh, found, href
            )
        ]
        charts += chart(
            f"{indicator.id}-{measure}",
            f"各地{indicator.zh}{word}",
            f"各地历年的{indicator.zh}{word}如何？",
            _alt(f"{indicator.zh}{word}", lanes),
            lanes,
            ("地区和年份", "已达到", "目标"),
        )
    return charts


def area_charts(
    area: Area, observations: Iterable[Observation], vocabulary: Vocabulary, href: Href
) -> tuple[Chart, ...]:
    """Return how the headline indicators grew in an area through the years, beside what was promised."""
    own = (
        seen
        for seen in observations
        if (seen.area, seen.measure, seen.unit) == (area.code, "growth", "%")
        and vocabulary.indicators[seen.indicator].headline
        and YEAR.fullmatch(seen.period)
    )
    order = list(vocabulary.indicators)
    found = sorted(
        _grouped(own, "indicator", "period").items(),
        key=lambda item: (order.index(item[0][0]), item[0][1]),
    )
    lanes = [
        lane
        for (id, period), seen in found
        for lane in _lanes(
            f"{period}年", vocabulary.indicators[id].zh, seen, href, vocabulary.indicators[id].zh
        )
    ]
    return chart(
        f"{area.code}-growth",
        f"{area.name}主要指标历年增速",
        "历年增长多少，当年的目标是多少？",
        _alt("主要指标增速", lanes),
        lanes,
        ("年份", "已达到", "目标"),
    )


def _newest(
    groups: dict[tuple[str, ...], list[Observation]],
) -> dict[tuple[str, ...], list[Observation]]:
    """Leave out the oldest years of areas and years that are too many to be seen at a glance."""
    years = sorted(period for _, period in groups)
    first = years[-MOST_LANES] if len(years) > MOST_LANES else ""
    return {key: found for key, found in groups.items() if key[1] > first} if first else groups


def _grouped(seen: Iterable[Observation], *names: str) -> dict[tuple[str, ...], list[Observation]]:
    groups: dict[tuple[str, ...], list[Observation]] = {}
    for one in seen:
        groups.setdefault(tuple(getattr(one, name) for name in names), []).append(one)
    return groups


def _lanes(
    name: str, subject: str, seen: list[Observation], href: Href, group: str = ""
) -> list[Lane]:
    reached, promised = (
        [one for one in seen if one.status == status] for status in ("actual", "target")
    )
    return lanes_of(name, reached, promised, href, subject, group)


def _alt(what: str, lanes: list[Lane]) -> str:
    """Say how many values there are, and which is the highest and the lowest: of those reached, or else of the targets."""
    reached, promised = (
        [(lane.title, mark) for lane in lanes if (mark := getattr(lane, kind))]
        for kind in ("reached", "promised")
    )
    text = f"{what}：已达到{len(reached)}项，目标{len(promised)}项。"
    word, marks = ("", reached) if len(reached) > 1 else ("目标", promised)
    marks = sorted(marks, key=lambda item: item[1].low)
    if len(marks) > 1:
        (lowest, low), (highest, high) = marks[0], marks[-1]
        text += f"{word}最高为{highest}（{high.text}），{word}最低为{lowest}（{low.text}）。"
    return text
