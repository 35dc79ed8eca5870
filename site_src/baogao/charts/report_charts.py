"""A report's charts: how fast indicators grew, what is promised, and where its figures lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from baogao.charts.chart import Chart, Href, LaneMaker, caption, chart
from baogao.charts.figure_count_charts import part_chart, topic_chart
from baogao.charts.lane_data import Lane
from baogao.content.vocabulary import Vocabulary
from baogao.records import Observation, Reading

FEW = 4  # headline indicators: with fewer, all indicators are shown
EXAMPLES = 3  # of promises, in the chart's description
# A share from 40 to 100 % is drawn on the scale of the whole, a smaller one would hardly be seen.
LEAST_SHARE, WHOLE = 40, 100
ROOM = 1.1  # of the scale that an amount is drawn on, above the highest


def report_charts(
    reading: Reading,
    observations: Iterable[Observation],
    vocabulary: Vocabulary,
    topics: dict[str, str],
    strings: dict,
    href: Href = lambda seen: f"#{seen.anchor}",
) -> tuple[Chart, ...]:
    """Return a report's charts, each only where the report states enough for it.

    Observations of other reports and areas are passed over; `href` says where an observation's
    sentence is, seen from the page.
    """
    report = reading.report
    own = [seen for seen in observations if (seen.area, seen.year) == (report.area, report.year)]
    stated = _Statements(reading, own, vocabulary, LaneMaker(href, strings))
    return (
        *_growth_chart(stated),
        *_promise_chart(stated),
        *part_chart(reading, strings),
        *topic_chart(reading, vocabulary, topics, strings),
    )


@dataclass(frozen=True, slots=True)
class _Statements:
    """What a report states, and what makes lanes of it."""

    reading: Reading
    observations: Sequence[Observation]
    vocabulary: Vocabulary
    maker: LaneMaker

    @property
    def years(self) -> dict[str, str]:
        """Return the year just gone and the year ahead, of all that are reviewed and planned."""
        report = self.reading.report
        before = max(report.reviews, default=report.year - 1)
        ahead = min(report.plans, default=report.year)
        return {"before": str(before), "ahead": str(ahead)}

    def by_indicator(self, **wanted: str) -> dict[str, list[Observation]]:
        """Return the observations that have these values in these fields."""
        found: dict[str, list[Observation]] = {}
        for one in self.observations:
            if all(getattr(one, name) == value for name, value in wanted.items()):
                found.setdefault(one.indicator, []).append(one)
        return found

    def chart(self, name: str, alt: str, lanes: Sequence[Lane]) -> tuple[Chart, ...]:
        """Return the chart of this name."""
        report, strings = self.reading.report, self.maker.strings
        id = f"{report.area}-{report.year}-{name}"
        return chart(caption(id, strings["charts"][name], alt, **self.years), lanes, strings)


# --- growth ---------------------------------------------------------------------------------------


def _growth_chart(stated: _Statements) -> tuple[Chart, ...]:
    """Chart the growth of the headline indicators, the fastest first; of all, if those are few."""
    years = stated.years
    reached = stated.by_indicator(
        measure="growth", status="actual", period=years["before"], unit="%"
    )
    promised = stated.by_indicator(
        measure="growth", status="target", period=years["ahead"], unit="%"
    )
    indicators = stated.vocabulary.indicators
    headlines = {id: seen for id, seen in reached.items() if indicators[id].headline}
    shown = headlines if len(headlines) >= FEW else reached
    lanes = [
        lane
        for id, seen in shown.items()
        for lane in stated.maker.lanes(indicators[id].name, seen, promised.get(id, ()))
        if lane.reached
    ]
    lanes.sort(key=lambda lane: -lane.reached_value)
    words = stated.maker.strings["charts"]["growth"]
    return stated.chart("growth", _growth_alt(lanes, words, years), lanes)


def _growth_alt(lanes: Sequence[Lane], words: dict, years: dict[str, str]) -> str:
    if not lanes:
        return ""
    (fastest, most), (slowest, least) = (
        (lane.name, lane.reached.text if lane.reached else "") for lane in (lanes[0], lanes[-1])
    )
    extremes = {"fastest": fastest, "most": most, "slowest": slowest, "least": least}
    falling = sum(lane.reached_value < 0 for lane in lanes)
    planned = sum(bool(lane.promised) for lane in lanes)
    return (
        words["alt"].format(count=len(lanes), **extremes, **years)
        + (words["falling"].format(count=falling) if falling else "")
        + (words["planned"].format(count=planned, **years) if planned else "")
    )


# --- promises -------------------------------------------------------------------------------------


def _promise_chart(stated: _Statements) -> tuple[Chart, ...]:
    """Chart what is promised: rates on one scale, levels each beside what was reached."""
    words = stated.maker.strings["charts"]["promises"]
    rates = [lane for _, lane in _promised_lanes(stated, "growth", words["rates"])]
    levels = [
        _on_own_scale(lane, unit == "%")
        for unit, lane in _promised_lanes(stated, "level", words["levels"])
    ]
    lanes = rates + levels
    counts = {"count": len(lanes), "rates": len(rates), "levels": len(levels)}
    alt = (
        words["alt"].format(**counts, **stated.years)
        + _examples(lanes, stated.maker.strings)
        + ("" if all(lane.drawn for lane in lanes) else words["undrawn"])
    )
    return stated.chart("promises", alt, lanes)


def _promised_lanes(stated: _Statements, measure: str, group: str) -> list[tuple[str, Lane]]:
    """Return the lanes of what is promised in a measure, each with the unit of its indicator."""
    years = stated.years
    promised = stated.by_indicator(measure=measure, status="target", period=years["ahead"])
    reached = stated.by_indicator(measure=measure, status="actual", period=years["before"])
    return [
        (known.unit, lane)
        for id, known in stated.vocabulary.indicators.items()
        if id in promised
        for lane in _beside(stated.maker, known.name, reached.get(id, ()), promised[id], group)
    ]


def _beside(
    maker: LaneMaker,
    name: str,
    reached: Iterable[Observation],
    promised: Sequence[Observation],
    group: str,
) -> list[Lane]:
    """Return the lanes of what is promised; what was reached in another unit is not beside it."""
    alike = [seen for seen in reached if seen.unit == promised[0].unit]
    return [lane for lane in maker.lanes(name, alike, promised, group=group) if lane.promised]


def _examples(lanes: Sequence[Lane], strings: dict) -> str:
    shown = strings["punctuation"]["and"].join(
        lane.name + lane.promised.text for lane in lanes[:EXAMPLES] if lane.promised
    )
    return strings["charts"]["promises"]["examples"].format(shown=shown) if shown else ""


def _on_own_scale(lane: Lane, share: bool) -> Lane:
    """Give a level the scale it can be read on: a share the whole, an amount what was reached.

    An amount with nothing reached beside it cannot be read on any: it is text only.
    """
    highest = max(lane.places)
    if share and LEAST_SHARE <= highest <= WHOLE:
        return replace(lane, span=(0, WHOLE))
    if lane.reached and highest > 0:
        return replace(lane, span=(0, highest * ROOM))
    return replace(lane, promised=lane.promised and replace(lane.promised, low=None))
