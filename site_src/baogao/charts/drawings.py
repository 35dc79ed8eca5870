"""Every page's charts, drawn, and the files with which a browser makes them answer."""
import json
from collections.abc import Iterator

from markupsafe import Markup

from baogao import svg
from baogao.charts.across import area_charts, indicator_charts
from baogao.charts.chart import Chart, Href
from baogao.charts.held import target_charts
from baogao.charts.live import template
from baogao.charts.report import report_charts
from baogao.corpus import Corpus
from baogao.pages import addresses
from baogao.pages.page import Drawings, Drawn, Row
from baogao.progress import Progress


def drawings(corpus: Corpus, progress: Progress) -> Drawings:
    """Draw the charts of every page that has some, by address; raise `svg.FontMissing` without a Han font."""
    planned = [(address, chart) for address, charts in _planned(corpus) for chart in charts]
    drawn: dict[str, list[Drawn]] = {}
    for address, chart in progress.each(planned, len(planned), "charts"):
        drawn.setdefault(address, []).append(_drawn(chart))
    return {address: tuple(charts) for address, charts in drawn.items()}


def files(drawn: Drawings) -> Iterator[tuple[str, bytes]]:
    """Yield, for the browser, the specification of all charts and what the charts of each page bring to it."""
    yield "static/lanes.json", _json(template())
    for address, charts in drawn.items():
        yield f"{address}charts.json", _json({chart.id: chart.live for chart in charts})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _planned(corpus: Corpus) -> Iterator[tuple[str, tuple[Chart, ...]]]:
    known, seen = corpus.vocabulary, corpus.observations
    for reading in corpus.readings:
        yield addresses.report(reading.report), report_charts(reading, seen, known, corpus.wordlists.topics)
    for area in corpus.areas():
        address = addresses.area(area.code)
        yield address, area_charts(area, seen, known, _sentence_from(address))
    for indicator in known.indicators.values():
        address = addresses.indicator(indicator.id)
        yield address, indicator_charts(indicator, seen, known.areas, _sentence_from(address))
    for code, year in dict.fromkeys((t.promise.area, t.promise.period) for t in corpus.targets):
        address = addresses.targets(code, year)
        own = [t for t in corpus.targets if (t.promise.area, t.promise.period) == (code, year)]
        for page in (addresses.TARGETS, address):  # on the page of all targets, and on its own
            yield page, target_charts(corpus.area(code), year, own, known, _sentence_from(page))


def _sentence_from(page: str) -> Href:
    relative = addresses.relative(page)
    return lambda seen: relative(addresses.sentence(seen))


def _drawn(chart: Chart) -> Drawn:
    rows = tuple(Row(tuple(cell.text for cell in row), next((cell.href for cell in row if cell.href), ""))
                 for row in chart.rows)
    return Drawn(chart.id, chart.title, chart.question, chart.alt, Markup(svg.render(chart.spec)), chart.columns, rows, chart.live)
