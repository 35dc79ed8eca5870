"""The home page and the list of reports: what there is."""

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.report_summaries import Listed
from baogao.pages.counts_in_words import figures_and_targets
from baogao.pages.coverage import coverage
from baogao.pages.home_findings import findings
from baogao.pages.page import Page

LATEST = 6


def home(corpus: Corpus, strings: dict) -> Page:
    """Return the home page."""
    stated = {o.indicator for o in corpus.observations}
    latest = sorted(corpus.listed, key=lambda one: (-one.year, one.area))[:LATEST]
    context = {
        "scripts": ("slash.js",),
        "styles": ("search.css",),
        "counts": _counts(corpus, len(stated), strings),
        "findings": findings(corpus, strings),
        "latest": [card(corpus, one, strings) for one in latest],
        "coverage": coverage(corpus, strings),
        "headline": [
            chip(corpus, indicator.id)
            for indicator in corpus.vocabulary.indicators.values()
            if indicator.headline and indicator.id in stated
        ],
    }
    return Page("", "home.html", context)


def _counts(corpus: Corpus, indicators: int, strings: dict) -> str:
    """Say how much there is; `indicators` is how many are stated somewhere."""
    return strings["home"]["counts"].format(
        reports=len(corpus.listed),
        areas=len(corpus.areas()),
        known=corpus.known_figures,
        indicators=indicators,
        figures=sum(one.figures for one in corpus.listed),
    )


def listing(corpus: Corpus, strings: dict) -> Page:
    """Return the page that lists all reports."""
    words = strings["reports"]
    context = {
        "title": words["title"],
        "description": words["intro"],
        "crumbs": [(words["title"], None)],
        "cards": [card(corpus, one, strings) for one in corpus.listed],
        "coverage": coverage(corpus, strings),
    }
    return Page("reports/", "reports.html", context)


def card(corpus: Corpus, one: Listed, strings: dict) -> dict:
    """Return what a card tells of a report."""
    return {
        "address": addresses.report(one),
        "name": corpus.area(one.area, one.year).name,
        "year": one.year,
        "meta": figures_and_targets(one, strings),
    }


def chip(corpus: Corpus, indicator_id: str) -> dict:
    """Return an indicator's name, address, and how often reports state it."""
    return {
        "name": corpus.vocabulary.indicators[indicator_id].name,
        "address": addresses.indicator(indicator_id),
        "count": len(corpus.stated_of(indicator_id)),
    }
