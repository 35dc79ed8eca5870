"""An area beside the areas below it, a table for each year; a page for each where they are many."""

from collections.abc import Iterator, Sequence

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.report_summaries import Listed
from baogao.pages.neighbour_values import side_by_side
from baogao.pages.page import Page
from baogao.pages.years_of_list import address
from baogao.records import Area

MOST_REPORTS = 40  # in the tables of an area's page, unless a single year has more


def tables(corpus: Corpus, area: Area, strings: dict) -> tuple[list[dict], list[Page]]:
    """Return the tables of an area's page, the newest first, and a page for each year if many."""
    home, families = addresses.area(area.code), _families(corpus, area.code)
    shown = _tables(corpus, home, families, strings)
    if sum(map(len, families)) <= MOST_REPORTS:
        return list(shown), []
    pages = list(_pages(corpus, area, families, strings))
    years = ways(pages)
    for page in pages:
        page.context["years"] = years
    return list(shown)[:1], pages


def ways(pages: Sequence[Page]) -> list[tuple[int, str]]:
    """Return the years of pages with their addresses."""
    return [(one.context["year"], one.address) for one in pages]


def _families(corpus: Corpus, code: str) -> list[list[Listed]]:
    """Return the area's reports, the newest first, each with those of the areas below it."""
    below = [one for one in corpus.listed if corpus.area(one.area).parent == code]
    families = (
        [own, *(one for one in below if one.year == own.year)]
        for own in reversed(corpus.listed_of(code))
    )
    return [reports for reports in families if len(reports) > 1]


def _tables(
    corpus: Corpus, page: str, families: Sequence[Sequence[Listed]], strings: dict
) -> Iterator[dict]:
    """Yield the headline indicators of reports beside each other, for the page at an address."""
    for reports in families:
        if table := side_by_side(corpus, page, reports, strings, True):
            yield {"year": reports[0].year, **table}


def _pages(
    corpus: Corpus, area: Area, families: Sequence[Sequence[Listed]], strings: dict
) -> Iterator[Page]:
    for reports in families:
        own = address(addresses.area(area.code), reports[0].year)
        for table in _tables(corpus, own, [reports], strings):
            yield Page(own, "area_family.html", _context(area, table, strings))


def _context(area: Area, table: dict, strings: dict) -> dict:
    title = strings["area"]["family_of"].format(name=area.name, year=table["year"])
    return {
        "title": title,
        "description": strings["report"]["neighbours_note_family"],
        "crumbs": [
            (strings["areas"]["title"], addresses.AREAS),
            (area.name, addresses.area(area.code)),
            (str(table["year"]), None),
        ],
        "styles": ("tables.css",),
        "year": table["year"],
        "table": table,
    }
