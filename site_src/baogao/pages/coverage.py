"""What is here and what is not: areas by years, and how much of each province."""

from collections import Counter
from collections.abc import Mapping, Sequence

from baogao.content.vocabulary.areas import LEVELS
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed
from baogao.pages.page import Charts, Page
from baogao.records import Area


def coverage(corpus: Corpus, strings: dict) -> dict:
    """Return the table of areas by years: figures of each report, None where there is none."""
    there = {(one.area, one.year): one for one in corpus.listed}
    covered = [year for _, year in there]
    years = list(range(min(covered), max(covered) + 1)) if covered else []
    return {
        "years": years,
        "rows": [
            {
                "name": area.name,
                "address": addresses.area(area.code),
                "cells": [_cell(area, there.get((area.code, year)), strings) for year in years],
            }
            for area in corpus.areas()
        ],
    }


MOST_AREAS = 24  # of a grid on the home page: of more, their provinces


def grid(corpus: Corpus, strings: dict) -> dict:
    """Return what is here at a glance: areas by years, or provinces where there are many areas."""
    areas = corpus.areas()
    words = strings["home"]["grid"]
    if len(areas) <= MOST_AREAS:
        return coverage(corpus, strings) | {"note": words["figures"]}
    counts = Counter((one.area[:2], one.year) for one in corpus.listed)
    years = list(range(min(year for _, year in counts), max(year for _, year in counts) + 1))
    provinces = dict.fromkeys(code for code, _ in sorted(counts))
    rows = [_province(corpus, code, counts, years, words["cell"]) for code in provinces]
    return {"years": years, "rows": rows, "note": words["reports"]}


def _province(
    corpus: Corpus, code: str, counts: Mapping[tuple[str, int], int], years: list[int], words: str
) -> dict:
    """Return a province's row: its reports and those of the areas in it, counted year by year."""
    area = corpus.area(f"{code}0000")
    address = addresses.area(area.code) if corpus.listed_of(area.code) else addresses.COVERAGE

    def cell(year: int) -> dict | None:
        count = counts.get((code, year))
        if not count:
            return None
        title = words.format(area=area.name, year=year, count=count)
        plain = {"excerpt": False, "doubtful": False}
        return {"address": address, "count": count, "title": title, **plain}

    return {"name": area.name, "address": address, "cells": [cell(year) for year in years]}


def _cell(area: Area, one: Listed | None, strings: dict) -> dict | None:
    if one is None:
        return None
    words = strings["coverage"]["cell"]
    return {
        "address": addresses.report(one),
        "count": one.figures,
        "excerpt": one.excerpt,
        "doubtful": one.doubtful,
        "title": words.format(area=area.name, year=one.year, count=one.figures),
    }


def page(corpus: Corpus, charts: Charts, strings: dict) -> Page:
    """Return the page of what is covered."""
    title = strings["coverage"]["title"]
    context = {
        "title": title,
        "description": strings["coverage"]["intro"],
        "crumbs": [(title, None)],
        "charts": charts,
        "coverage": coverage(corpus, strings),
        "levels": [strings["levels"][level] for level in _levels(corpus)],
        "provinces": provinces(corpus),
    }
    return Page(addresses.COVERAGE, "coverage_page.html", context)


def _levels(corpus: Corpus) -> list[str]:
    """Return the levels that areas below the country have."""
    known = {area.level for area in corpus.vocabulary.areas.values()} - {"country"}
    return [level for level in LEVELS if level in known]


def provinces(corpus: Corpus) -> list[dict]:
    """Return, for each province with a report, how many areas of each level have one.

    What an area's predecessor delivered counts for the area of today.
    """
    there = {code for area in corpus.areas() for code in (area.code, area.successor)}
    levels = _levels(corpus)
    below = (area.code[:2] for area in corpus.areas() if area.level != "country")
    rows = []
    for province in dict.fromkeys(below):
        inside = [
            area for area in corpus.vocabulary.areas.values() if area.code.startswith(province)
        ]
        cells = [_share(inside, there, level) for level in levels]
        rows.append({"name": corpus.vocabulary.areas[f"{province}0000"].name, "cells": cells})
    return rows


def _share(areas: Sequence[Area], there: set[str], level: str) -> str:
    """Return how many areas of a level have a report, of how many: `3 / 11`."""
    codes = [area.code for area in areas if area.level == level]
    return f"{sum(code in there for code in codes)} / {len(codes)}"
