"""Areas: the list, and for each its reports and its headline indicators through the years."""
from collections.abc import Iterator

from baogao.corpus import Corpus
from baogao.numerals import quantity
from baogao.pages import addresses, compare
from baogao.pages.neighbours import family
from baogao.pages.page import Drawings, Page
from baogao.pages.rankings import places
from baogao.pages.targets import by_area_and_year, group
from baogao.pages.home import card
from baogao.records import Area, Observation

SHOWN = ("level", "growth")


def pages(corpus: Corpus, drawings: Drawings, strings: dict) -> Iterator[Page]:
    """Yield the list of areas and a page for each."""
    areas = corpus.areas()
    title = strings["areas"]["title"]
    yield Page("areas/", "areas.html", {"title": title, "description": strings["areas"]["intro"], "crumbs": [(title, None)], "cards": [
        {"name": area.name, "address": addresses.area(area.code),
         "meta": "、".join(str(r.report.year) for r in corpus.of_area(area.code))} for area in areas]})
    for area in areas:
        yield _page(corpus, area, drawings, strings)


def _page(corpus: Corpus, area: Area, drawings: Drawings, strings: dict) -> Page:
    address = addresses.area(area.code)
    there = {a.code for a in corpus.areas()}
    parent = corpus.vocabulary.areas.get(area.parent)
    return Page(address, "area.html", {
        "title": area.name, "english": corpus.wordlists.area_names.get(area.code, ""), "crumbs": [(strings["areas"]["title"], "areas/"), (area.name, None)],
        "description": strings["area"]["description"].format(name=area.name, years="、".join(str(r.report.year) for r in corpus.of_area(area.code))),
        "meta": f"{strings['levels'][area.level]} · {area.code}",
        "parent": {"name": parent.name, "address": addresses.area(parent.code) if parent.code in there else ""} if parent else None,
        "children": [{"name": a.name, "address": addresses.area(a.code)} for a in corpus.areas() if a.parent == area.code],
        "cards": [card(corpus, r) for r in corpus.of_area(area.code)], "compared": compare.ways(corpus, area.code, strings),
        "targets": [group(corpus, code, year, items) for (code, year), items in by_area_and_year(corpus).items() if code == area.code],
        "family": family(corpus, area.code, strings), "places": places(corpus, area.code, strings), "charts": drawings.get(address, ()), "table": profile(corpus, area, strings)})


def profile(corpus: Corpus, area: Area, strings: dict) -> dict | None:
    """Return headline indicators by year, each cell the values as printed; None where nothing is stated."""
    own = [o for o in corpus.observations if o.area == area.code and o.measure in SHOWN and len(o.period) == 4]
    headline = [i for i in corpus.vocabulary.indicators.values() if i.headline and any(o.indicator == i.id for o in own)]
    years = sorted({o.period for o in own if o.indicator in {i.id for i in headline}})
    if not headline:
        return None
    return {"years": years, "rows": [
        {"name": i.zh, "address": addresses.indicator(i.id),
         "cells": [[_value(o, strings) for o in _distinct(own, i.id, year)] for year in years]} for i in headline]}


def _distinct(own: list[Observation], indicator: str, year: str) -> list[Observation]:
    """Return what is stated of an indicator in a year, each statement once."""
    stated = [o for o in own if o.indicator == indicator and o.period == year]
    return list({(o.measure, o.status, o.value, o.value_high): o for o in reversed(stated)}.values())[::-1]


def _value(item: Observation, strings: dict) -> dict:
    return {"text": item.text, "status": item.status, "address": addresses.sentence(item),
            "title": f"{strings['statuses'][item.status]}，{strings['measures'][item.measure]}："
                     f"{quantity(item.value, item.value_high, item.unit)}"}
