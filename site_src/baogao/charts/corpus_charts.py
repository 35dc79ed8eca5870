"""Charts across reports: an indicator in all areas and years, an area through the years."""

import re
from collections.abc import Iterable, Mapping, Sequence

from baogao.charts.chart import Chart, Href, LaneMaker, caption, chart
from baogao.charts.lane_data import Lane, Mark
from baogao.content.areas import LEVELS
from baogao.content.vocabulary import Vocabulary
from baogao.records import Area, Indicator, Observation

MOST_LANES = 60
YEARS = 2  # that are shown at least: what was reached, and what is promised for the next
YEAR = re.compile(r"\d{4}")

Grouped = dict[tuple[str, str], list[Observation]]


def indicator_charts(
    indicator: Indicator,
    observations: Iterable[Observation],
    areas: Mapping[str, Area],
    href: Href,
    strings: dict,
) -> tuple[Chart, ...]:
    """Return an indicator's growth and its level across areas and years, reached and promised."""
    own = [seen for seen in observations if seen.indicator == indicator.id and _is_of_a_year(seen)]
    maker = LaneMaker(href, strings)
    return (
        *_measure_chart(indicator, "growth", "%", own, areas, maker),
        *_measure_chart(indicator, "level", indicator.unit, own, areas, maker),
    )


def area_charts(
    area: Area,
    observations: Iterable[Observation],
    vocabulary: Vocabulary,
    href: Href,
    strings: dict,
) -> tuple[Chart, ...]:
    """Return how an area's headline indicators grew through the years, beside what was promised."""
    words, maker = strings["charts"]["area"], LaneMaker(href, strings)
    own = [
        seen
        for seen in observations
        if (seen.area, seen.measure, seen.unit) == (area.code, "growth", "%")
        and vocabulary.indicators[seen.indicator].headline
        and _is_of_a_year(seen)
    ]
    lanes: list[Lane] = []
    for (id, period), seen in _in_vocabulary_order(
        _grouped(own, "indicator", "period"), vocabulary
    ):
        name = vocabulary.indicators[id].name
        lanes += _lanes(maker, words["lane"].format(year=period), name, seen, group=name)
    alt = _description(words["subject"], lanes, strings)
    return chart(caption(f"{area.code}-growth", words, alt, area=area.name), lanes, strings)


def _is_of_a_year(seen: Observation) -> bool:
    """Say whether an observation is of one whole year, and not of several or of a part."""
    return YEAR.fullmatch(seen.period) is not None


def _measure_chart(
    indicator: Indicator,
    measure: str,
    unit: str,
    observations: Iterable[Observation],
    areas: Mapping[str, Area],
    maker: LaneMaker,
) -> tuple[Chart, ...]:
    """Return the chart of one measure of an indicator across areas and years."""
    words = maker.strings["charts"]["indicator"]
    own = [seen for seen in observations if (seen.measure, seen.unit) == (measure, unit)]
    stated = _grouped(own, "area", "period")
    shown = _shown(stated, areas)
    lanes: list[Lane] = []
    for (code, period), found in sorted(shown.items()):
        name = words["lane"].format(area=areas[code].short, year=period)
        subject = words["of_area"].format(area=areas[code].name, name=indicator.name)
        lanes += _lanes(maker, name, subject, found)
    subject = indicator.name + words["measures"][measure]
    alt = _description(subject, lanes, maker.strings) + _left_out(stated, shown, words)
    named = caption(f"{indicator.id}-{measure}", words, alt, subject=subject)
    return chart(named, lanes, maker.strings)


def _left_out(stated: Grouped, shown: Grouped, words: dict) -> str:
    """Say that areas are left out of the newest year that is shown, if some are."""
    newest = max((period for _, period in shown), default="")
    every, own = ({code for code, year in groups if year == newest} for groups in (stated, shown))
    return words["left_out"].format(count=len({code for code, _ in shown})) if every - own else ""


# --- groups of observations -----------------------------------------------------------------------


def _grouped(seen: Iterable[Observation], first: str, second: str) -> Grouped:
    """Return observations by two of their fields."""
    groups: Grouped = {}
    for one in seen:
        groups.setdefault((getattr(one, first), getattr(one, second)), []).append(one)
    return groups


def _shown(groups: Grouped, areas: Mapping[str, Area]) -> Grouped:
    """Leave out what is too much to be seen at a glance.

    The newest years stay, each whole; where too few would be left, those of the highest areas.
    """
    if len(groups) <= MOST_LANES:
        return groups
    periods = sorted(period for _, period in groups)
    whole = {key: found for key, found in groups.items() if key[1] > periods[-MOST_LANES]}
    return whole if len(whole) >= MOST_LANES / YEARS else _of_the_highest(groups, areas)


def _of_the_highest(groups: Grouped, areas: Mapping[str, Area]) -> Grouped:
    """Return the newest years of as many areas as a chart holds, the country first."""
    years = sorted({period for _, period in groups})[-YEARS:]
    codes = sorted(
        {code for code, period in groups if period in years},
        key=lambda code: (LEVELS.index(areas[code].level), code),
    )[: MOST_LANES // YEARS]
    return {key: found for key, found in groups.items() if key[0] in codes and key[1] in years}


def _in_vocabulary_order(
    groups: Grouped, vocabulary: Vocabulary
) -> list[tuple[tuple[str, str], list[Observation]]]:
    """Return groups by indicator and year, in the order of the vocabulary and then of the years."""
    order = {id: place for place, id in enumerate(vocabulary.indicators)}
    return sorted(groups.items(), key=lambda item: (order[item[0][0]], item[0][1]))


def _lanes(
    maker: LaneMaker, name: str, subject: str, seen: Sequence[Observation], group: str = ""
) -> list[Lane]:
    reached = [one for one in seen if one.status == "actual"]
    promised = [one for one in seen if one.status == "target"]
    return maker.lanes(name, reached, promised, subject, group)


# --- what a chart shows, in words -----------------------------------------------------------------


def _description(subject: str, lanes: Sequence[Lane], strings: dict) -> str:
    """Say how many values there are, and which is the highest and which the lowest.

    These are of what is reached, or of the targets where fewer than two are.
    """
    words = strings["charts"]["extremes"]
    reached = [(lane.title, lane.reached) for lane in lanes if lane.reached]
    promised = [(lane.title, lane.promised) for lane in lanes if lane.promised]
    counts = words["counts"].format(subject=subject, reached=len(reached), promised=len(promised))
    if len(reached) > 1:
        return counts + _extremes(reached, words["reached"])
    return counts + _extremes(promised, words["promised"])


def _extremes(marks: Sequence[tuple[str, Mark]], words: str) -> str:
    """Name the highest and the lowest value, if there is more than one."""
    if len(marks) < 2:
        return ""
    ordered = sorted(marks, key=lambda item: item[1].low or 0.0)
    (lowest, low), (highest, high) = ordered[0], ordered[-1]
    return words.format(highest=highest, high=high.text, lowest=lowest, low=low.text)
