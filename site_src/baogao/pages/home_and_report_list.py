"""The home page and the list of reports: what there is."""

from collections.abc import Iterator, Sequence

from baogao.content.vocabulary.outcome_and_check_rules import JUDGED
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.report_summaries import Listed
from baogao.pages import transliterated
from baogao.pages.counts_in_words import figures_and_targets
from baogao.pages.coverage import coverage, grid
from baogao.pages.home_findings import findings, most_stated, questions
from baogao.pages.page import Charts, Page
from baogao.pages.years_of_list import address, by_year, ways

# The ways in, in the order of the header; what is about the site stands below 关于.
MOST_CARDS = 200  # on a page
WAYS = ("areas", "indicators", "targets", "reports", "data")


def home(corpus: Corpus, charts: Charts, strings: dict) -> Page:
    """Return the home page: a finding, the question, the ways in, and what is here."""
    stated = {o.indicator for o in corpus.observations}
    indicator, _ = most_stated(corpus)
    context = {
        "scripts": ("slash.js",),
        "styles": ("search.css",),
        "charts": charts,
        "counts": _counts(corpus, len(stated), strings),
        "ways": _ways(corpus, len(stated), strings),
        "questions": questions(corpus, strings),
        "findings": findings(corpus, strings, indicator.id if charts and indicator else ""),
        "coverage": grid(corpus, strings),
        "headline": [
            chip(corpus, indicator.id)
            for indicator in corpus.vocabulary.indicators.values()
            if indicator.headline and indicator.id in stated
        ],
    }
    return Page("", "home.html", context)


def _ways(corpus: Corpus, indicators: int, strings: dict) -> list[dict]:
    """Return the ways in, each with what there is."""
    counts = {
        "areas": len(corpus.areas()),
        "indicators": indicators,
        "targets": len(corpus.targets),
        "judged": sum(target.state in JUDGED for target in corpus.targets),
        "reports": len(corpus.listed),
    }
    return [
        {
            "name": strings["site"][way],
            "address": f"{way}/",
            "about": strings["home"]["ways"][way].format(**counts),
        }
        for way in WAYS
    ]


def _counts(corpus: Corpus, indicators: int, strings: dict) -> str:
    """Say how much there is; `indicators` is how many are stated somewhere."""
    return strings["home"]["counts"].format(
        reports=len(corpus.listed),
        areas=len(corpus.areas()),
        known=corpus.known_figures,
        indicators=indicators,
        figures=sum(one.figures for one in corpus.listed),
    )


def listing(corpus: Corpus, strings: dict) -> Iterator[Page]:
    """Yield the page that lists all reports, or the newest and then each year's on its own."""
    home, words = addresses.REPORTS, strings["reports"]
    years = by_year(corpus.listed, lambda one: one.year, MOST_CARDS)
    newest, shown = next(iter(years.items()), ("", corpus.listed))
    context = {
        "title": words["title"],
        "description": words["intro"],
        "crumbs": [(words["title"], None)],
        "transliterated": _spelled(corpus, shown, strings),
        "coverage": coverage(corpus, strings),
        "years": ways(home, years),
        "year": "",
        "shown": words["shown"].format(year=newest, shown=len(shown), count=len(corpus.listed)),
        "cards": _cards(corpus, shown, strings),
    }
    yield Page(home, "reports.html", context)
    for year, items in years.items():
        title = words["of_year"].format(year=year)
        of_year = {
            "title": title,
            "crumbs": [(words["title"], home), (str(year), None)],
            "transliterated": _spelled(corpus, items, strings),
            "coverage": (),
            "year": year,
            "shown": "",
            "cards": _cards(corpus, items, strings),
        }
        yield Page(address(home, year), "reports.html", context | of_year)


def _spelled(corpus: Corpus, reports: Sequence[Listed], strings: dict) -> str:
    areas = (corpus.area(one.area, one.year) for one in reports)
    return transliterated.note(areas, strings)


def _cards(corpus: Corpus, reports: Sequence[Listed], strings: dict) -> list[dict]:
    return [card(corpus, one, strings) for one in reports]


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
