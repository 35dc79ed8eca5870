"""Two years of one area side by side: what each report says of every indicator, then its parts."""

from collections.abc import Iterator
from itertools import pairwise

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.compare_indicators import NEWER, OLDER, indicator_table, only_in
from baogao.pages.compare_sections import sections
from baogao.pages.page import Page
from baogao.records import Reading, Report


def pairs(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield every two neighbouring reports of an area, by their ids."""
    for older, newer in pairwise(corpus.listed):
        if older.area == newer.area:
            yield older.id, newer.id


def comparison_links(
    corpus: Corpus, area: str, strings: dict, report: Report | None = None
) -> list[tuple[str, str]]:
    """Return names and addresses of the comparisons of an area's reports, or of one of them."""
    return [
        (
            strings["compare"]["way"].format(older=older.year, newer=newer.year),
            addresses.compare(newer, older),
        )
        for older, newer in pairwise(corpus.listed_of(area))
        if report is None or report.id in (older.id, newer.id)
    ]


def page(corpus: Corpus, older: Reading, newer: Reading, strings: dict) -> Page:
    """Return the page of two reports."""
    words, area = strings["compare"], corpus.area(newer.report.area)
    address = addresses.compare(newer.report, older.report)
    years = {OLDER: older.report.year, NEWER: newer.report.year}
    title = words["title"].format(area=area.name, **years)
    table, rows = indicator_table(corpus, (older.report, newer.report), strings)
    context = {
        "title": title,
        "description": words["description"].format(title=title, intro=words["intro"]),
        "styles": ("tables.css", "compare.css"),
        "scripts": ("tables.js",),
        "crumbs": [
            (strings["reports"]["title"], "reports/"),
            (area.name, addresses.area(area.code)),
            (str(newer.report.year), addresses.report(newer.report)),
            (words["short"].format(**years), None),
        ],
        "reports": [_card(reading) for reading in (older, newer)],
        "lists": [
            _target_list(words["dropped"].format(**years), rows, OLDER, 0),
            _target_list(words["added"].format(**years), rows, NEWER, 1),
        ],
        "controls": table,
        "rows": rows,
        "parts": sections(older, newer, corpus.vocabulary.indicators, address),
    }
    return Page(address, "compare.html", context)


def _card(reading: Reading) -> dict:
    """Return what is told of one of the two reports."""
    report = reading.report
    return {
        "name": report.title,
        "year": report.year,
        "address": addresses.report(report),
        "figures": len(reading.mentions),
        "letters": len(report.text) - report.body,
    }


def _target_list(title: str, rows: list[dict], presence: str, at: int) -> dict:
    """Return the list of targets that only one of the reports has; `at` is its place (0 or 1)."""
    return {"title": title, "rows": only_in(rows, presence, at), "at": at}
