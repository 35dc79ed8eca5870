"""A report's charts: how fast indicators grew, what is promised, and where its figures lie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baogao.charts import findings
from baogao.charts.chart import FEWEST_LANES, Chart, Href, LaneMaker, caption, chart
from baogao.charts.figure_count_charts import name_of_area, part_chart, topic_chart
from baogao.charts.lane_data import Lane, on_own_scale
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.records import Observation, Reading

FEW = 4  # headline indicators: with fewer, all indicators are shown
EXAMPLES, FIRST = 3, 2  # of promises: in the chart's description, and in its title


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
        *part_chart(reading, vocabulary, strings),
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

    @property
    def area(self) -> str:
        """Return the name of the report's area."""
        return name_of_area(self.reading.report, self.vocabulary)

    def by_indicator(self, **wanted: str) -> dict[str, list[Observation]]:
        """Return the observations that have these values in these fields.

        What a word narrows, as 省级 does, is another quantity.
        """
        found: dict[str, list[Observation]] = {}
        for one in self.observations:
            alike = all(getattr(one, name) == value for name, value in wanted.items())
            if alike and not one.qualifiers:
                found.setdefault(one.indicator, []).append(one)
        return found

    def chart(
        self, name: str, alt: str, lanes: Sequence[Lane], **found: object
    ) -> tuple[Chart, ...]:
        """Return the chart of this name; `found` is what its title states."""
        report, words = self.reading.report, self.maker.strings["charts"][name]
        id = f"{report.area}-{report.year}-{name}"
        values = self.years | {"area": self.area} | found
        return chart(caption(id, words, alt, **values), lanes, self.maker.strings)


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
    if len(lanes) < FEWEST_LANES:
        return ()
    strings = stated.maker.strings
    ends = findings.extremes(findings.named(lanes)[0], strings)
    alt = _growth_alt(lanes, strings["charts"]["growth"], years, ends)
    return stated.chart("growth", alt, lanes, count=len(lanes), **ends)


def _growth_alt(
    lanes: Sequence[Lane], words: dict, years: dict[str, str], ends: dict[str, str]
) -> str:
    falling = sum(lane.reached_value < 0 for lane in lanes)
    planned = sum(bool(lane.promised) for lane in lanes)
    return (
        words["alt"].format(count=len(lanes), **ends, **years)
        + (words["falling"].format(count=falling) if falling else "")
        + (words["planned"].format(count=planned, **years) if planned else "")
    )


# --- promises -------------------------------------------------------------------------------------


def _promise_chart(stated: _Statements) -> tuple[Chart, ...]:
    """Chart what is promised: rates on one scale, levels each beside what was reached."""
    words = stated.maker.strings["charts"]["promises"]
    rates = [lane for _, lane in _promised_lanes(stated, "growth", words["rates"])]
    levels = [
        on_own_scale(lane, unit == "%")
        for unit, lane in _promised_lanes(stated, "level", words["levels"])
    ]
    lanes = rates + levels
    counts = {"count": len(lanes), "rates": len(rates), "levels": len(levels)}
    shown = _examples(lanes, EXAMPLES, stated.maker.strings)
    alt = (
        words["alt"].format(**counts, **stated.years)
        + (words["examples"].format(shown=shown) if shown else "")
        + ("" if all(lane.drawn for lane in lanes) else words["undrawn"])
    )
    first = _examples(lanes, FIRST, stated.maker.strings)
    return stated.chart("promises", alt, lanes, shown=first)


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


def _examples(lanes: Sequence[Lane], most: int, strings: dict) -> str:
    """Name the first of what is promised."""
    words = strings["charts"]["promises"]["example"]
    return strings["punctuation"]["and"].join(
        words.format(name=lane.name, quantity=lane.promised.text)
        for lane in lanes[:most]
        if lane.promised
    )
