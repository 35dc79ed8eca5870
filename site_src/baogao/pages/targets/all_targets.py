"""All targets in one table, and where that is longer than a page, those of each year on one."""

from collections.abc import Iterator, Sequence

from baogao.content.vocabulary.outcome_and_check_rules import ABSENT
from baogao.corpus import addresses
from baogao.corpus.by_key import by_key
from baogao.corpus.corpus import Corpus
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages.page import Page
from baogao.pages.targets.target_table import target_table

STYLES = ("tables.css",)
MOST_ROWS = 500  # on a page: an area's and year's own page has the rest


def pages(corpus: Corpus, strings: dict) -> Iterator[Page]:
    """Yield the page that is the table of all targets, and those of years where it is cut.

    `static/rows_of_page.js` takes the rows from the first for who asks for all; without scripts it
    is read itself.
    """
    words, home = strings["targets"], addresses.ALL_TARGETS
    years = _years(corpus)
    yield Page(home, "all_targets.html", _page(corpus, corpus.targets, strings, home, years))
    for year, items in years.items():
        address = addresses.targets_of_year(year)
        title = words["all_of_year"].format(year=year)
        crumbs = [(words["title"], addresses.TARGETS), (words["all"], home), (year, None)]
        of_year = {"title": title, "crumbs": crumbs, "year": year, "areas": _areas(corpus, items)}
        context = _page(corpus, items, strings, address, years) | of_year
        yield Page(address, "all_targets.html", context)


def _years(corpus: Corpus) -> dict[str, Sequence[Target]]:
    """Return the targets by the year that they are for, newest first; none if a page holds all."""
    if len(corpus.targets) <= MOST_ROWS:
        return {}
    by_year = by_key((target.promise.period, target) for target in corpus.targets)
    return dict(sorted(by_year.items(), reverse=True))


def _page(
    corpus: Corpus, items: Sequence[Target], strings: dict, address: str, years: dict
) -> dict:
    words = strings["targets"]
    return {
        "title": words["all"],
        "description": words["all"] + strings["punctuation"]["comma"] + words["order"],
        "crumbs": [(words["title"], addresses.TARGETS), (words["all"], None)],
        "styles": STYLES,
        "years": [(year, addresses.targets_of_year(year)) for year in years],
        "year": "",
        "areas": (),
        **table_of(corpus, items, strings, address),
    }


def table_of(
    corpus: Corpus, items: Sequence[Target], strings: dict, address: str, shown: int = 0
) -> dict:
    """Return the table of targets for a page, and how many there is no room for."""
    few = _telling_most_first(corpus, items)[:MOST_ROWS]
    table = target_table(corpus, few, strings, address, "targets.csv", places=True, shown=shown)
    return {"table": table, "left_out": len(items) - len(few)}


def _telling_most_first(corpus: Corpus, items: Sequence[Target]) -> list[Target]:
    """Return targets: those with an outcome first, of headline indicators, of newest years."""
    indicators = corpus.vocabulary.indicators
    newest = sorted(items, key=lambda target: target.promise.period, reverse=True)
    return sorted(
        newest,
        key=lambda target: (
            target.state == ABSENT,
            not indicators[target.promise.indicator].headline,
        ),
    )


def _areas(corpus: Corpus, items: Sequence[Target]) -> list[tuple[str, str]]:
    """Return the areas with targets of a year, each with the page that has all of them."""
    return [
        (corpus.area(area).name, addresses.targets(area, year))
        for area, year in sorted({(one.promise.area, one.promise.period) for one in items})
    ]
