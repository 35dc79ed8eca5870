"""What files each kind of part has: the table at the end names the function of each."""

from collections.abc import Callable, Iterator

from baogao.charts import vega_to_svg
from baogao.charts.browser_chart_data import template
from baogao.content import languages
from baogao.corpus import addresses
from baogao.downloads import download_files
from baogao.downloads.api import entries
from baogao.engine import download_kinds, file_cache, part_tools
from baogao.engine.part_tools import File, PartMaker
from baogao.engine.site_parts import CHARTS, DOWNLOADS, OF_DOWNLOADS, OF_SEARCH, SEARCH, SitePart
from baogao.pages import (
    api,
    corrections_and_doubts,
    coverage,
    data,
    drawn_charts,
    embeds,
    figure_words,
    home_and_report_list,
    indicators,
    prose,
    rendering,
    search,
    social_cards,
    terms,
    updates,
    word_lists,
)
from baogao.pages.areas import areas
from baogao.pages.comparison import compare, compare_any, compare_standing
from baogao.pages.reports import beyond_columns, report
from baogao.pages.tables import statement_table
from baogao.pages.targets import all_targets, target_panel, targets

# What the work of a part is for, if not for pages.
PURPOSES = {
    **dict.fromkeys(OF_DOWNLOADS, DOWNLOADS),
    **dict.fromkeys(OF_SEARCH, SEARCH),
    "scripts": CHARTS,
}


def files_of(make: PartMaker, part: SitePart) -> Iterator[File]:
    """Yield the files of a part."""
    files = KINDS[part.kind](make, *part.key)
    return make.timed(PURPOSES.get(part.kind, "pages"), files)


def _home(make: PartMaker) -> Iterator[File]:
    charts = make.drawn(drawn_charts.of_home)
    yield make.page(home_and_report_list.home(make.corpus, charts, make.strings))
    if charts:
        yield make.live(addresses.HOME, charts)
    if make.renderer.shared and make.has_files:
        yield social_cards.of_site(make.corpus, make.strings)


def _lists(make: PartMaker) -> Iterator[File]:
    yield from map(make.page, home_and_report_list.listing(make.corpus, make.strings))
    for page in (
        areas.listing,
        indicators.listing,
        compare_any.page,
    ):
        yield make.page(page(make.corpus, make.strings))
    charts = make.drawn(drawn_charts.of_coverage)
    yield make.page(coverage.page(make.corpus, charts, make.strings))
    yield from make.charted(make.strings["coverage"]["title"], addresses.COVERAGE, charts)


def _words(make: PartMaker) -> Iterator[File]:
    certainty = make.drawn(drawn_charts.of_certainty)
    for name in filter(languages.is_first, make.corpus.prose):
        yield make.page(prose.page(make.corpus, name, certainty, make.strings))
    if make.has_files:
        english = make.renderer.in_language(languages.ENGLISH).strings
        yield make.page(prose.missing(make.strings, english))
    yield make.page(search.page(make.strings))
    yield figure_words.file(make.corpus, make.strings)
    yield make.page(data.dictionary(make.corpus, make.strings))


def _terms(make: PartMaker) -> Iterator[File]:
    yield make.page(terms.page(make.corpus, make.strings))
    yield terms.file(make.corpus, make.strings)
    yield make.page(word_lists.compare(make.corpus, make.strings))
    yield word_lists.reports_file(make.corpus, make.strings)


def _word_list(make: PartMaker, id: str) -> Iterator[File]:
    used = word_lists.used_of(make.corpus, id)
    charts = make.drawn(word_lists.chart, id, used)
    yield make.page(word_lists.page(make.corpus, id, used, charts, make.strings))
    name = make.corpus.wordlists.word_lists.by_id[id].zh
    yield from make.charted(name, addresses.word_list(id), charts)
    if make.has_files:
        yield word_lists.counts_file(make.corpus, id, used)


def _corrections(make: PartMaker) -> Iterator[File]:
    yield from map(make.page, corrections_and_doubts.pages(make.corpus, make.strings))


def _updates(make: PartMaker) -> Iterator[File]:
    for page in updates.pages(make.corpus, make.strings):
        if make.has_files or languages.is_page(page.address):
            yield make.page(page)


def _api(make: PartMaker) -> Iterator[File]:
    """Yield the page for programs, what they find the rest by, and in English what models read."""
    examples = rendering.api_examples(make.renderer.assets)
    yield make.page(api.page(examples, make.strings))
    if make.has_files:
        yield from download_files.of_api(make.corpus)
    else:
        yield make.page(api.for_models(make.corpus))


def _report(make: PartMaker, id: str) -> Iterator[File]:
    reading, address = make.corpus.reading(id), f"reports/{id}/"
    charts = make.drawn(drawn_charts.of_report, id)
    page = report.page(make.corpus, reading, charts, make.strings)
    yield make.page(page)
    yield from make.charted(page.context["title"], address, charts)
    if not make.has_files:
        return
    yield make.page(embeds.figures(reading, make.strings))
    beyond = beyond_columns.beyond_columns(make.corpus, reading, make.strings)
    yield from make.timed(DOWNLOADS, download_files.of_report(make.corpus, reading, beyond))
    yield entries.of_report(make.corpus, id)
    if make.renderer.shared:
        yield social_cards.of_report(make.corpus, reading, make.strings)


def _compare(make: PartMaker, older: str, newer: str) -> Iterator[File]:
    two = make.corpus.reading(older), make.corpus.reading(newer)
    yield make.page(compare.page(make.corpus, *two, make.strings))
    if make.has_files:
        yield compare_standing.file(make.corpus, *two)


def _area(make: PartMaker, code: str) -> Iterator[File]:
    area, charts = make.corpus.area(code), make.drawn(drawn_charts.of_area, code)
    yield from map(make.page, areas.pages(make.corpus, area, charts, make.strings))
    yield from make.charted(area.name, addresses.area(code), charts)
    if make.has_files:
        yield entries.of_area(make.corpus, area)


def _indicator(make: PartMaker, id: str) -> Iterator[File]:
    item, charts = make.corpus.vocabulary.indicators[id], make.drawn(drawn_charts.of_indicator, id)
    yield make.page(indicators.page(make.corpus, item, charts, make.strings))
    yield from make.charted(item.name, addresses.indicator(id), charts)
    if not make.has_files:
        return
    names = statement_table.names(make.corpus, item, make.strings)
    yield from make.timed(DOWNLOADS, download_files.of_indicator(make.corpus, item, names))
    yield entries.of_indicator(make.corpus, item)


def _target(make: PartMaker, code: str, year: str) -> Iterator[File]:
    address = addresses.targets(code, year)
    charts = make.drawn(drawn_charts.of_targets, code, year, address)
    yield make.page(targets.page(make.corpus, code, year, charts, make.strings))
    yield from make.charted(make.corpus.area(code).name, address, charts)


def _targets(make: PartMaker) -> Iterator[File]:
    charts = make.drawn(drawn_charts.of_shares)
    yield make.page(targets.listing(make.corpus, charts, make.strings))
    yield from map(make.page, all_targets.pages(make.corpus, make.strings))
    yield from make.charted(make.strings["targets"]["title"], addresses.TARGETS, charts)


def _panel(make: PartMaker, id: str) -> Iterator[File]:
    yield make.page(target_panel.page(make.corpus, id, make.strings))


def _scripts(make: PartMaker) -> Iterator[File]:
    """Yield what draws the charts in a browser.

    It is a part of its own, as the drawing program must not run before processes are copied.
    """
    yield "static/lanes.json", part_tools.kept(make.cache, "lanes", template)
    yield (
        "static/vega.js",
        file_cache.get_or_make(make.cache / vega_to_svg.SCRIPT, vega_to_svg.script),
    )


KINDS: dict[str, Callable[..., Iterator[File]]] = {
    "home": _home,
    "lists": _lists,
    "words": _words,
    "terms": _terms,
    "corrections": _corrections,
    "updates": _updates,
    "api": _api,
    "report": _report,
    "compare": _compare,
    "area": _area,
    "indicator": _indicator,
    "target": _target,
    "targets": _targets,
    "panel": _panel,
    "word_list": _word_list,
    "scripts": _scripts,
    **download_kinds.KINDS,
}
