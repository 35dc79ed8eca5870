"""What is here and what is not: areas by years, and how much of each province."""

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed
from baogao.pages.page import Page


def coverage(corpus: Corpus) -> dict:
    """Return the table of areas by years: how many figures each report has, None where there is no report."""
    there = {(one.area, one.year): one for one in corpus.listed}
    years = sorted({year for _, year in there})
    years = list(range(years[0], years[-1] + 1)) if years else []
    return {
        "years": years,
        "rows": [
            {
                "name": area.name,
                "address": addresses.area(area.code),
                "cells": [_cell(area.name, there.get((area.code, year))) for year in years],
            }
            for area in corpus.areas()
        ],
    }


def _cell(name: str, one: Listed | None) -> dict | None:
    if one is None:
        return None
    return {
        "address": addresses.report(one),
        "count": one.figures,
        "excerpt": one.excerpt,
        "title": f"{name}{one.year}年：{one.figures} 个数字",
    }


def page(corpus: Corpus, strings: dict) -> Page:
    """Return the page of what is covered."""
    title = strings["coverage"]["title"]
    return Page(
        "coverage/",
        "coverage_page.html",
        {
            "title": title,
            "description": strings["coverage"]["intro"],
            "crumbs": [(title, None)],
            "coverage": coverage(corpus),
            "provinces": provinces(corpus, strings),
        },
    )


def provinces(corpus: Corpus, strings: dict) -> list[dict]:
    """Return, for each province with a report, how many of its areas have one, level by level."""
    there = {area.code for area in corpus.areas()}
    levels = list(strings["levels"])
    rows = []
    for province in dict.fromkeys(area.code[:2] for area in corpus.areas()):
        inside = [
            area for area in corpus.vocabulary.areas.values() if area.code.startswith(province)
        ]
        rows.append(
            {
                "name": corpus.vocabulary.areas[f"{province}0000"].name,
                "cells": [
                    f"{sum(a.code in there for a in inside if a.level == level)} / {sum(a.level == level for a in inside)}"
                    for level in levels
                ],
            }
        )
    return rows
