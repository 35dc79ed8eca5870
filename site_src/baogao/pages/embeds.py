"""Pages to stand in a frame on other sites: a chart, or one figure with its sentence; no script, source and way back on each."""
from collections.abc import Iterator

from markupsafe import Markup

from baogao.annotated import merged
from baogao.corpus import Corpus
from baogao.pages import addresses
from baogao.pages.page import Drawings, Drawn, Page
from baogao.records import Mention, Reading

STYLES = ("charts.css", "embed.css")


def pages(corpus: Corpus, drawings: Drawings, strings: dict) -> Iterator[Page]:
    """Yield a page for every chart, and one a report for its figures, of which the address shows one."""
    drawn = {chart.id: (address, chart) for address, charts in drawings.items() for chart in charts}
    names = dict(_names(corpus, strings))
    for id, (address, chart) in sorted(drawn.items()):
        yield Page(addresses.embedded_chart(id), "embed_chart.html", {
            "styles": STYLES, "title": f"{names[address]}：{chart.title}", "description": chart.alt, "chart": chart, "home": address, "drawing": _drawing(chart, address)})
    for reading in corpus.readings:
        yield _figures(corpus, reading, strings)


def _names(corpus: Corpus, strings: dict) -> Iterator[tuple[str, str]]:
    """Yield what the pages with charts are called, by address."""
    yield addresses.TARGETS, strings["targets"]["title"]
    yield from ((addresses.report(reading.report), reading.report.title) for reading in corpus.readings)
    yield from ((addresses.area(area.code), area.name) for area in corpus.areas())
    yield from ((addresses.indicator(item.id), item.zh) for item in corpus.vocabulary.indicators.values())
    yield from ((addresses.targets(t.promise.area, t.promise.period), corpus.area(t.promise.area).name) for t in corpus.targets)


def _drawing(chart: Drawn, address: str) -> Markup:
    """Return a chart's drawing with its links made the embedded page's; they open beside the page it stands on."""
    way = addresses.relative(addresses.embedded_chart(chart.id))(address)
    return Markup(str(chart.svg).replace(' href="', f' target="_blank" rel="noopener" href="{way}'))


def _figures(corpus: Corpus, reading: Reading, strings: dict) -> Page:
    report = reading.report
    return Page(addresses.embedded_report(report), "embed_report.html", {
        "styles": STYLES, "title": report.title, "description": strings["embed"]["about"].format(report=report.title), "report": report,
        "home": addresses.report(report), "figures": Markup("\n").join(_figure(reading, group, strings) for group in _marked(reading))})


def _marked(reading: Reading) -> Iterator[list[Mention]]:
    yield from merged(list(reading.mentions))


def _figure(reading: Reading, group: list[Mention], strings: dict) -> Markup:
    """Return one figure in its sentence; further numbers that share its mark lead to the same."""
    first, end = group[0], max(m.figure.end for m in group)
    text, figure = reading.report.text, first.figure
    ids = Markup("").join(Markup('<span id="{}"></span>').format(anchor) for anchor in dict.fromkeys(m.anchor for m in group) if anchor != first.anchor)
    said = "，".join(filter(None, [figure.label, figure.period, strings["statuses"][figure.status]]))
    return Markup('<article id="{}">{}<blockquote>{}<mark class="{}">{}</mark>{}</blockquote><p>{}</p></article>').format(
        first.anchor, ids, text[first.sentence_start:figure.start], figure.status, text[figure.start:end], text[end:first.sentence_end], said)
