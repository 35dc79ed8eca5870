"""The home page and the list of reports: what there is."""

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed
from baogao.pages.coverage import coverage
from baogao.pages.findings import findings
from baogao.pages.page import Page

LATEST = 6


def home(corpus: Corpus, strings: dict) -> Page:
    """Return the home page."""
    known = sum(1 for r in corpus.readings for m in r.mentions if m.figure.indicator)
    stated = {o.indicator for o in corpus.observations}
    counts = strings["home"]["counts"].format(
        reports=len(corpus.listed),
        areas=len(corpus.areas()),
        known=known,
        indicators=len(stated),
        figures=sum(one.figures for one in corpus.listed),
    )
    latest = sorted(corpus.listed, key=lambda one: (-one.year, one.area))[:LATEST]
    return Page(
        "",
        "home.html",
        {
            "scripts": ("slash.js",),
            "styles": ("search.css",),
            "counts": counts,
            "findings": findings(corpus),
            "latest": [card(corpus, one) for one in latest],
            "coverage": coverage(corpus),
            "headline": [
                chip(corpus, i.id)
                for i in corpus.vocabulary.indicators.values()
                if i.headline and i.id in stated
            ],
        },
    )


def listing(corpus: Corpus, strings: dict) -> Page:
    """Return the page that lists all reports."""
    return Page(
        "reports/",
        "reports.html",
        {
            "title": strings["reports"]["title"],
            "description": strings["reports"]["intro"],
            "crumbs": [(strings["reports"]["title"], None)],
            "cards": [card(corpus, one) for one in corpus.listed],
            "coverage": coverage(corpus),
        },
    )


def card(corpus: Corpus, one: Listed) -> dict:
    """Return what a card tells of a report."""
    return {
        "address": addresses.report(one),
        "name": corpus.area(one.area).name,
        "year": one.year,
        "meta": f"{one.figures} 个数字，其中 {one.targets} 个目标",
    }


def chip(corpus: Corpus, indicator_id: str) -> dict:
    """Return an indicator's name, address, and how often reports state it."""
    return {
        "name": corpus.vocabulary.indicators[indicator_id].zh,
        "address": addresses.indicator(indicator_id),
        "count": len(corpus.stated_of(indicator_id)),
    }
