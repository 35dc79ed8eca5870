"""The home page and the list of reports: what there is."""
from baogao.corpus import Corpus
from baogao.pages import addresses
from baogao.pages.coverage import coverage
from baogao.pages.findings import findings
from baogao.pages.page import Page
from baogao.records import Reading

LATEST = 6


def home(corpus: Corpus, strings: dict) -> Page:
    """Return the home page."""
    known = sum(1 for r in corpus.readings for m in r.mentions if m.figure.indicator)
    stated = {o.indicator for o in corpus.observations}
    counts = strings["home"]["counts"].format(
        reports=len(corpus.readings), areas=len(corpus.areas()), known=known, indicators=len(stated),
        figures=sum(len(r.mentions) for r in corpus.readings))
    latest = sorted(corpus.readings, key=lambda r: (-r.report.year, r.report.area))[:LATEST]
    return Page("", "home.html", {
        "scripts": ("slash.js",), "styles": ("search.css",), "counts": counts, "findings": findings(corpus), "latest": [card(corpus, r) for r in latest], "coverage": coverage(corpus),
        "headline": [chip(corpus, i.id) for i in corpus.vocabulary.indicators.values() if i.headline and i.id in stated]})


def listing(corpus: Corpus, strings: dict) -> Page:
    """Return the page that lists all reports."""
    return Page("reports/", "reports.html", {
        "title": strings["reports"]["title"], "description": strings["reports"]["intro"], "crumbs": [(strings["reports"]["title"], None)],
        "cards": [card(corpus, r) for r in corpus.readings], "coverage": coverage(corpus)})


def card(corpus: Corpus, reading: Reading) -> dict:
    """Return what a card tells of a report."""
    report = reading.report
    targets = sum(m.figure.status == "target" for m in reading.mentions)
    return {"address": addresses.report(report), "name": corpus.area(report.area).name, "year": report.year,
            "meta": f"{len(reading.mentions)} 个数字，其中 {targets} 个目标"}


def chip(corpus: Corpus, indicator_id: str) -> dict:
    """Return an indicator's name, address, and how often reports state it."""
    count = sum(o.indicator == indicator_id for o in corpus.observations)
    return {"name": corpus.vocabulary.indicators[indicator_id].zh, "address": addresses.indicator(indicator_id),
            "count": count}
