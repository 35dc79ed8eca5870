"""Every page's charts, drawn, and the files with which a browser makes them answer."""

import json
from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from baogao.charts.chart import Chart, Href
from baogao.charts.corpus_charts import area_charts, indicator_charts
from baogao.charts.live import template
from baogao.charts.report_charts import report_charts
from baogao.charts.target_marks import target_charts
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.page import Charts, Drawn, Row

Draw = Callable[[Chart], str]


def of_report(corpus: Corpus, report: str) -> Iterable[Chart]:
    """Return a report's charts."""
    return report_charts(
        corpus.reading(report), corpus.stated_in(report), corpus.vocabulary, corpus.wordlists.topics
    )


def of_area(corpus: Corpus, code: str) -> Iterable[Chart]:
    """Return an area's charts."""
    return area_charts(
        corpus.area(code),
        corpus.stated_for(code),
        corpus.vocabulary,
        _sentence_from(addresses.area(code)),
    )


def of_indicator(corpus: Corpus, id: str) -> Iterable[Chart]:
    """Return an indicator's charts."""
    known = corpus.vocabulary
    return indicator_charts(
        known.indicators[id],
        corpus.stated_of(id),
        known.areas,
        _sentence_from(addresses.indicator(id)),
    )


def of_targets(corpus: Corpus, code: str, year: str, page: str) -> Iterable[Chart]:
    """Return the charts of an area's targets for a year, to stand on a page."""
    return target_charts(
        corpus.area(code),
        year,
        corpus.targets_for(code, year),
        corpus.vocabulary,
        _sentence_from(page),
    )


def drawn(charts: Iterable[Chart], draw: Draw) -> Iterator[Drawn]:
    """Yield charts drawn; `draw` makes the SVG of one."""
    for chart in charts:
        yield Drawn(
            chart.id,
            chart.title,
            chart.question,
            chart.alt,
            Markup(draw(chart)),
            chart.columns,
            tuple(_rows(chart)),
            chart.live,
        )


def shared() -> tuple[str, bytes]:
    """Return the file that all charts in a browser share: their specification."""
    return "static/lanes.json", _json(template())


def live(address: str, charts: Charts) -> tuple[str, bytes]:
    """Return the file of what the charts of a page bring to it."""
    return f"{address}charts.json", _json({chart.id: chart.live for chart in charts})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _sentence_from(page: str) -> Href:
    relative = addresses.relative(page)
    return lambda seen: relative(addresses.sentence(seen))


def _rows(chart: Chart) -> Iterable[Row]:
    return (
        Row(tuple(cell.text for cell in row), next((cell.href for cell in row if cell.href), ""))
        for row in chart.rows
    )
