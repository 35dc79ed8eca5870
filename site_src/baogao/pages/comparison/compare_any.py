"""The page on which any two reports, or an indicator in any areas and years, are held together.

What is compared stands in its address (`static/compare_any.js`), from files that are there already.
The page itself lists the reports: scripts offer these to choose from, and whoever has none finds
the comparisons that are prepared.
"""

from collections.abc import Iterable
from itertools import groupby, pairwise
from urllib.parse import urlencode

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.page import Page
from baogao.records import Area

ADDRESS = "compare/"


def of_report(report: addresses.ReportKey, area: str = "") -> str:
    """Return the address at which a report is held beside one of an area, or one to be chosen."""
    return _chosen(a=report.id, b=area)


def of_indicator(id: str) -> str:
    """Return the address at which an indicator's areas and years are chosen."""
    return _chosen(indicator=id)


def _chosen(**query: str) -> str:
    given = {name: value for name, value in query.items() if value}
    return f"{ADDRESS}?{urlencode(given, safe='/')}"


def page(corpus: Corpus, strings: dict) -> Page:
    """Return the page."""
    words = strings["compare_any"]
    context = {
        "title": words["title"],
        "description": words["intro"],
        "crumbs": [(words["title"], None)],
        "styles": ("compare_any.css",),
        "scripts": ("compare_any.js",),
        "provinces": [
            {"name": name, "areas": [_area(corpus, one, strings) for one in areas]}
            for name, areas in _by_province(corpus, corpus.areas())
        ],
    }
    return Page(ADDRESS, "compare_any.html", context)


def _by_province(corpus: Corpus, areas: Iterable[Area]) -> list[tuple[str, list[Area]]]:
    """Return the areas of each province under its name, in order of code."""
    groups = groupby(areas, key=lambda area: area.code[:2])
    return [(_province(corpus, prefix, own), own) for prefix, ones in groups if (own := list(ones))]


def _province(corpus: Corpus, prefix: str, own: list[Area]) -> str:
    """Return the name of a province; the country is no province and stands for itself."""
    found = corpus.vocabulary.area(f"{prefix}0000")
    return found.name if found else own[0].name


def _area(corpus: Corpus, area: Area, strings: dict) -> dict:
    """Return an area with its reports, the newest first, each with its way to the one before."""
    own = corpus.listed_of(area.code)
    words = strings["compare"]["way"]
    ways = {
        newer.year: (
            words.format(older=older.year, newer=newer.year),
            addresses.compare(newer, older),
        )
        for older, newer in pairwise(own)
    }
    return {
        "code": area.code,
        "name": area.name,
        "reports": [(one.year, addresses.report(one), ways.get(one.year)) for one in reversed(own)],
    }
