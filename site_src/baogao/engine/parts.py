"""The parts that the site is made of: each is made by itself, in any process, from what it asks of the corpus."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from baogao.charts import svg
from baogao.charts.chart import Chart
from baogao.content.value_digest import digest
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.downloads import download_files
from baogao.engine import file_cache
from baogao.engine.code_fingerprint import code
from baogao.pages import (
    areas,
    compare,
    corrections,
    coverage,
    data,
    embeds,
    home,
    indicators,
    inspector,
    page_charts,
    prose,
    rendering,
    report,
    search,
    social_cards,
    targets,
    terms,
    updates,
)
from baogao.pages.page import Charts, Page
from baogao.pages.rendering import Renderer
from baogao.search import pagefind_index

CHARTS, DOWNLOADS, SEARCH = "charts", "downloads", "search"
OPTIONAL = (CHARTS, SEARCH, DOWNLOADS)
FOR = {
    "data": DOWNLOADS,
    "index": SEARCH,
    "scripts": CHARTS,
}  # what the work of a part is for, if not for pages
Written = bytes | Callable[[Path], None]
File = tuple[str, Written]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the site: its kind, and what tells it from others of that kind."""

    kind: str
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes parts from a corpus: its pages rendered, its charts drawn, each once (`cache`); `without` some kinds of things."""

    corpus: Corpus
    renderer: Renderer
    cache: Path
    without: frozenset[str] = frozenset()
    spent: Counter = field(default_factory=Counter)  # seconds of work by what it was for

    @property
    def strings(self) -> dict:
        """Return the words of the interface."""
        return self.renderer.strings

    def files(self, part: Part) -> Iterator[File]:
        """Yield the files of a part."""
        return self.timed(FOR.get(part.kind, "pages"), KINDS[part.kind](self, *part.key))

    def timed(self, purpose: str, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items, and note how long they take to come, less what is noted for another purpose meanwhile."""
        items, nothing = iter(items), object()
        while True:
            before, others = worked(), self.spent.total()
            item = next(items, nothing)
            self.spent[purpose] += worked() - before - (self.spent.total() - others)
            if item is nothing:
                return
            yield item

    def page(self, page: Page) -> File:
        """Return a page as the file it is served from."""
        return rendering.file_of(page.address), self.renderer.html(page)

    def drawn(self, charts: Callable[..., Iterable[Chart]], *asked: object) -> Charts:
        """Draw the charts that `charts` makes of the corpus and what is asked, where there are to be any."""
        return (
            ()
            if CHARTS in self.without
            else tuple(
                self.timed(
                    CHARTS, page_charts.drawn(charts(self.corpus, self.strings, *asked), self._draw)
                )
            )
        )

    def _draw(self, chart: Chart) -> str:
        drawing = code("charts")
        kept = self.cache / "drawings" / digest((svg.SCRIPT, drawing, chart.drawn_from))
        return file_cache.kept(kept, lambda: svg.render(chart.spec).encode()).decode()

    def charted(self, name: str, address: str, charts: Charts) -> Iterator[File]:
        """Yield what belongs to the charts of a page: what makes them answer, and a page for each to be embedded."""
        if charts:
            yield page_charts.live(address, charts)
        for chart in charts:
            yield self.page(embeds.chart(name, address, chart))


def worked() -> float:
    """Return the seconds that this process and those that it began and that have ended have worked."""
    return sum(os.times()[:4])


def parts(corpus: Corpus, without: frozenset[str] = frozenset()) -> Iterator[Part]:
    """Yield the parts of the site, those that take longest first."""
    if DOWNLOADS not in without:
        yield Part("data")
    if SEARCH not in without:
        yield Part("index")
    yield from (Part("scripts") for _ in [0] if CHARTS not in without)
    yield from map(Part, ("home", "lists", "targets", "terms", "corrections", "updates", "words"))
    yield from (Part("indicator", (id,)) for id in corpus.vocabulary.indicators)
    yield from (Part("report", (one.id,)) for one in corpus.listed)
    yield from (Part("compare", pair) for pair in compare.pairs(corpus))
    for area in corpus.areas():
        yield Part("area", (area.code,))
        yield from (
            Part("target", (area.code, year)) for year in corpus.years_of_targets(area.code)
        )


def _home(make: Maker) -> Iterator[File]:
    yield make.page(home.home(make.corpus, make.strings))
    if make.renderer.shared:
        yield social_cards.of_site(make.corpus, make.strings)


def _lists(make: Maker) -> Iterator[File]:
    for page in (home.listing, areas.listing, indicators.listing, coverage.page):
        yield make.page(page(make.corpus, make.strings))


def _words(make: Maker) -> Iterator[File]:
    for name in make.corpus.prose:
        yield make.page(prose.page(make.corpus, name, make.strings))
    yield make.page(prose.missing(make.strings))
    yield make.page(search.page(make.strings))
    yield make.page(data.dictionary(make.corpus, make.strings))


def _report(make: Maker, id: str) -> Iterator[File]:
    reading, address = make.corpus.reading(id), f"reports/{id}/"
    charts = make.drawn(page_charts.of_report, id)
    yield make.page(report.page(make.corpus, reading, charts, make.strings))
    yield inspector.file(make.corpus, reading, make.strings)
    yield from make.charted(reading.report.title, address, charts)
    yield make.page(embeds.figures(reading, make.strings))
    yield from make.timed(DOWNLOADS, download_files.of_report(make.corpus, reading))
    if make.renderer.shared:
        yield social_cards.of_report(make.corpus, reading, make.strings)


def _compare(make: Maker, older: str, newer: str) -> Iterator[File]:
    yield make.page(
        compare.page(
            make.corpus, make.corpus.reading(older), make.corpus.reading(newer), make.strings
        )
    )


def _area(make: Maker, code: str) -> Iterator[File]:
    area, charts = make.corpus.area(code), make.drawn(page_charts.of_area, code)
    yield make.page(areas.page(make.corpus, area, charts, make.strings))
    yield from make.charted(area.name, addresses.area(code), charts)


def _indicator(make: Maker, id: str) -> Iterator[File]:
    item, charts = make.corpus.vocabulary.indicators[id], make.drawn(page_charts.of_indicator, id)
    yield make.page(indicators.page(make.corpus, item, charts, make.strings))
    yield from make.charted(item.zh, addresses.indicator(id), charts)
    yield from make.timed(DOWNLOADS, download_files.of_indicator(make.corpus, item))


def _target(make: Maker, code: str, year: str) -> Iterator[File]:
    address = addresses.targets(code, year)
    charts = make.drawn(page_charts.of_targets, code, year, address)
    yield make.page(targets.page(make.corpus, code, year, charts, make.strings))
    yield from make.charted(make.corpus.area(code).name, address, charts)


def _targets(make: Maker) -> Iterator[File]:
    shown = targets.shown(make.corpus)
    charts = tuple(
        chart
        for code, year in shown
        for chart in make.drawn(page_charts.of_targets, code, year, addresses.TARGETS)
    )
    yield make.page(targets.listing(make.corpus, charts, make.strings))
    if charts:
        yield page_charts.live(addresses.TARGETS, charts)


def _scripts(make: Maker) -> Iterator[File]:
    """Yield what draws the charts in a browser; in a part of its own, as the drawing program must not run before processes are copied."""
    yield page_charts.shared()
    yield "static/vega.js", file_cache.kept(make.cache / svg.SCRIPT, svg.script)


def _data(make: Maker) -> Iterator[File]:
    """Yield the downloads, and their page as what writes it: it says how large the files beside it are."""
    yield from download_files.files(make.corpus)

    def written(path: Path) -> None:
        sizes = download_files.sizes(path.parent)
        examples = rendering.examples(make.renderer.assets)
        path.write_bytes(make.renderer.html(data.page(make.corpus, sizes, examples, make.strings)))

    yield rendering.file_of(data.ADDRESS), written


KINDS: dict[str, Callable[..., Iterator[File]]] = {
    "home": _home,
    "lists": _lists,
    "words": _words,
    "report": _report,
    "compare": _compare,
    "area": _area,
    "indicator": _indicator,
    "target": _target,
    "targets": _targets,
    "data": _data,
    "terms": lambda make: iter([make.page(terms.page(make.corpus, make.strings))]),
    "corrections": lambda make: iter([make.page(corrections.page(make.corpus, make.strings))]),
    "updates": lambda make: map(make.page, updates.pages(make.corpus, make.strings)),
    "scripts": _scripts,
    "index": lambda make: pagefind_index.files(make.corpus),
}
