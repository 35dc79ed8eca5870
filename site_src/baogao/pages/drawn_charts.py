"""Every page's charts, drawn, and the files with which a browser makes them answer."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup

from baogao.charts.area_charts import area_charts
from baogao.charts.certainty_curve import certainty_charts
from baogao.charts.chart import Chart, Href
from baogao.charts.coverage_charts import coverage_charts
from baogao.charts.indicator_charts import indicator_charts
from baogao.charts.report_charts import report_charts
from baogao.charts.svg_stamps import Stamps
from baogao.charts.target_charts import target_charts
from baogao.charts.tile_map import TILES
from baogao.charts.verdict_charts import share_charts, verdict_charts
from baogao.corpus import addresses, whole_reviews
from baogao.corpus.corpus import Corpus
from baogao.pages.home_findings import most_stated
from baogao.pages.page import Charts, Drawn, Row
from baogao.pages.reports.attention_tables import area_chart
from baogao.records import Area, Observation, Reading


def of_report(corpus: Corpus, strings: dict, report: str) -> Iterable[Chart]:
    """Return a report's charts."""
    reading, stated = _in_its_language(corpus, report), corpus.stated_in(report)
    return report_charts(reading, stated, corpus.vocabulary, corpus.wordlists.topics, strings)


def _in_its_language(corpus: Corpus, report: str) -> Reading:
    """Return a reading whose area is called as the corpus calls it."""
    reading = corpus.reading(report)
    own = reading.report
    named = replace(own, area_name=corpus.area(own.area, own.year).name)
    return replace(reading, report=named)


def of_area(corpus: Corpus, strings: dict, code: str) -> Iterable[Chart]:
    """Return an area's charts."""
    area, stated = corpus.area(code), corpus.stated_for(code)
    growth = area_charts(
        area, stated, corpus.vocabulary, _sentence_from(addresses.area(code)), strings
    )
    return (*growth, *area_chart(corpus, strings, code))


def of_indicator(corpus: Corpus, strings: dict, id: str) -> Iterable[Chart]:
    """Return an indicator's charts."""
    indicator, stated = corpus.vocabulary.indicators[id], corpus.stated_of(id)
    href = _sentence_from(addresses.indicator(id))
    areas = _places(corpus, stated)
    found = indicator_charts(indicator, stated, areas, href, strings)
    if not indicator.headline:
        return found
    return (*found, *verdict_charts(indicator, corpus.panel_of(id), areas, href, strings))


def _places(corpus: Corpus, stated: Iterable[Observation]) -> dict[str, Area]:
    """Return the areas that state something, and the provinces of a map."""
    codes = dict.fromkeys([*(one.area for one in stated), *TILES])
    return {code: area for code in codes if (area := corpus.vocabulary.area(code))}


def of_home(corpus: Corpus, strings: dict) -> Iterable[Chart]:
    """Return the chart of the home page: areas in order, in what most of them state.

    Nothing is found there from a source that an editor doubts.
    """
    indicator, stated = most_stated(corpus)
    if not indicator:
        return ()
    href = _sentence_from(addresses.HOME)
    return indicator_charts(indicator, stated, _places(corpus, stated), href, strings)[:1]


def of_targets(corpus: Corpus, strings: dict, code: str, year: str, page: str) -> Iterable[Chart]:
    """Return the charts of an area's targets for a year, to stand on a page."""
    area, targets = corpus.area(code), corpus.targets_for(code, year)
    return target_charts(area, year, targets, corpus.vocabulary, _sentence_from(page), strings)


def of_shares(corpus: Corpus, strings: dict) -> Iterable[Chart]:
    """Return the chart of which share of all targets was met, for the page of all targets."""
    relative = addresses.relative(addresses.TARGETS)
    areas = {area.code: area for area in corpus.areas()}
    return share_charts(
        corpus.targets,
        areas,
        lambda code, year: relative(addresses.targets(code, str(year))),
        strings,
    )


def of_coverage(corpus: Corpus, strings: dict) -> Iterable[Chart]:
    """Return the chart of which reports are here, for the page of what is covered."""
    relative = addresses.relative(addresses.COVERAGE)
    codes = {code for area in corpus.areas() for code in (area.code, f"{area.code[:2]}0000")}
    areas = {code: area for code in codes if (area := corpus.vocabulary.area(code))}
    return coverage_charts(
        corpus.listed, areas, lambda one: relative(addresses.report(one)), strings
    )


def of_certainty(corpus: Corpus, strings: dict) -> Iterable[Chart]:
    """Return the chart of how sure readings are against their errors."""
    found = whole_reviews.points(corpus.review_counts.values())
    return certainty_charts((*corpus.certainty, *found), strings)


def drawn(charts: Iterable[Chart], stamps: Stamps) -> Iterator[Drawn]:
    """Yield charts drawn; `stamps` are how each kind of shape looks."""
    for chart in charts:
        yield Drawn(
            id=chart.id,
            name=chart.name,
            title=chart.title,
            question=chart.question,
            alt=chart.alt,
            svg=Markup(chart.svg(stamps)),
            height=chart.drawing.y,
            columns=chart.columns,
            rows=tuple(_rows(chart)),
            orders=chart.orders,
            live=chart.live,
        )


def live(address: str, charts: Charts) -> tuple[str, bytes]:
    """Return the file of what the charts of a page bring to it."""
    return f"{address}charts.json", as_json({chart.id: chart.live for chart in charts})


def as_json(value: object) -> bytes:
    """Write data for a browser."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _sentence_from(page: str) -> Href:
    relative = addresses.relative(page)
    return lambda seen: relative(addresses.sentence(seen))


def _rows(chart: Chart) -> Iterator[Row]:
    for row in chart.rows:
        href = next((cell.href for cell in row if cell.href), "")
        yield Row(tuple(cell.text for cell in row), href)
