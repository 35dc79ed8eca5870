"""Every page of the site, as data: address, template, and what fills it."""
from collections.abc import Iterator

from baogao.corpus import Corpus
from baogao.pages import areas, compare, coverage, data, embeds, home, indicators, prose, reports, search, targets, terms, updates
from baogao.pages.page import Drawings, Page


def pages(corpus: Corpus, drawings: Drawings, strings: dict) -> Iterator[Page]:
    """Yield the pages in the order of the site's navigation."""
    yield home.home(corpus, strings)
    yield search.page(strings)
    yield home.listing(corpus, strings)
    for reading in corpus.readings:
        yield reports.reader(corpus, reading, drawings, strings)
    yield from compare.pages(corpus, strings)
    yield coverage.page(corpus, strings)
    yield from areas.pages(corpus, drawings, strings)
    yield from indicators.pages(corpus, drawings, strings)
    yield from targets.pages(corpus, drawings, strings)
    yield terms.page(corpus, strings)
    yield from prose.pages(corpus, strings)
    yield from updates.pages(corpus, strings)
    yield data.dictionary(corpus, strings)
    yield from embeds.pages(corpus, drawings, strings)
