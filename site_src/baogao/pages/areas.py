"""Areas: the list, and for each its reports and its headline indicators through the years."""

from baogao.content.numerals import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages import compare
from baogao.pages.home import card
from baogao.pages.neighbours import family
from baogao.pages.page import Charts, Page
from baogao.pages.rankings import places
from baogao.pages.targets import group
from baogao.records import Area, Observation

SHOWN = ("level", "growth")


def listing(corpus: Corpus, strings: dict) -> Page:
    """Return the list of areas with a report."""
    title = strings["areas"]["title"]
    return Page(
        "areas/",
        "areas.html",
        {
            "title": title,
            "description": strings["areas"]["intro"],
            "crumbs": [(title, None)],
            "cards": [
                {
                    "name": area.name,
                    "address": addresses.area(area.code),
                    "meta": "、".join(str(one.year) for one in corpus.listed_of(area.code)),
                }
                for area in corpus.areas()
            ],
        },
    )


def page(corpus: Corpus, area: Area, charts: Charts, strings: dict) -> Page:
    """Return an area's page: its reports, its headline indicators through the years, its place among others."""
    address = addresses.area(area.code)
    there = {a.code for a in corpus.areas()}
    parent = corpus.vocabulary.areas.get(area.parent)
    return Page(
        address,
        "area.html",
        {
            "title": area.name,
            "english": corpus.wordlists.area_names.get(area.code, ""),
            "crumbs": [(strings["areas"]["title"], "areas/"), (area.name, None)],
            "description": strings["area"]["description"].format(
                name=area.name,
                years="、".join(str(one.year) for one in corpus.listed_of(area.code)),
            ),
            "meta": f"{strings['levels'][area.level]} · {area.code}",
            "parent": {
                "name": parent.name,
                "address": addresses.area(parent.code) if parent.code in there else "",
            }
            if parent
            else None,
            "children": [
                {"name": a.name, "address": addresses.area(a.code)}
                for a in corpus.areas()
                if a.parent == area.code
            ],
            "cards": [card(corpus, one) for one in corpus.listed_of(area.code)],
            "compared": compare.ways(corpus, area.code, strings),
            "targets": [
                group(corpus, area.code, year, corpus.targets_for(area.code, year))
                for year in corpus.years_of_targets(area.code)
            ],
            "family": family(corpus, area.code, strings),
            "places": places(corpus, area.code, strings),
            "charts": charts,
            "table": profile(corpus, area, strings),
        },
    )


def profile(corpus: Corpus, area: Area, strings: dict) -> dict | None:
    """Return headline indicators by year, each cell the values as printed; None where nothing is stated."""
    own = [o for o in corpus.stated_for(area.code) if o.measure in SHOWN and len(o.period) == 4]
    headline = [
        i
        for i in corpus.vocabulary.indicators.values()
        if i.headline and any(o.indicator == i.id for o in own)
    ]
    years = sorted({o.period for o in own if o.indicator in {i.id for i in headline}})
    if not headline:
        return None
    return {
        "years": years,
        "rows": [
            {
                "name": i.zh,
                "address": addresses.indicator(i.id),
                "cells": [
                    [_value(o, strings) for o in _distinct(own, i.id, year)] for year in years
                ],
            }
            for i in headline
        ],
    }


def _distinct(own: list[Observation], indicator: str, year: str) -> list[Observation]:
    """Return what is stated of an indicator in a year, each statement once."""
    stated = [o for o in own if o.indicator == indicator and o.period == year]
    return list(
        {(o.measure, o.status, o.value, o.value_high): o for o in reversed(stated)}.values()
    )[::-1]


def _value(item: Observation, strings: dict) -> dict:
    return {
        "text": item.text,
        "status": item.status,
        "address": addresses.sentence(item),
        "title": f"{strings['statuses'][item.status]}，{strings['measures'][item.measure]}："
        f"{quantity(item.value, item.value_high, item.unit)}",
    }
