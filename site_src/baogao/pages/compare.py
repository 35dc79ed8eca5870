"""Two years of one area side by side: what each report says of every indicator, then its parts."""

from collections.abc import Mapping
from itertools import pairwise

from baogao.content.languages import is_chinese
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages import compare_any, compare_standing
from baogao.pages.compare_indicators import NEWER, OLDER, indicator_rows, table_controls
from baogao.pages.compare_rows import ComparisonRows
from baogao.pages.compare_sections import sections
from baogao.pages.controls import Column
from baogao.pages.page import Page
from baogao.pages.statement_cells import doubt_mark
from baogao.records import Reading, Report


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
    words = strings["compare"]
    area = corpus.area(newer.report.area, newer.report.year)
    address = addresses.compare(newer.report, older.report)
    years = {OLDER: older.report.year, NEWER: newer.report.year}
    title = words["title"].format(area=area.name, **years)
    context = {
        "title": title,
        "description": words["description"].format(title=title, intro=words["intro"]),
        "styles": ("tables.css", "compare.css", "words.css"),
        "scripts": ("compare.js", "tables.js", "standing.js"),
        "crumbs": [
            (strings["reports"]["title"], addresses.REPORTS),
            (area.name, addresses.area(area.code)),
            (str(newer.report.year), addresses.report(newer.report)),
            (words["short"].format(**years), None),
        ],
        "reports": [_card(corpus, reading, strings) for reading in (older, newer)],
        "standing": compare_standing.table(corpus, newer, strings),
        "beside": compare_any.of_report(newer.report),
        **_tables(corpus, (older, newer), address, strings),
    }
    return Page(address, "compare.html", context)


def _tables(corpus: Corpus, two: tuple[Reading, Reading], page: str, strings: dict) -> dict:
    """Return what the two reports say of every indicator, and their parts."""
    words, url = strings["compare"], addresses.relative(page)
    reports = two[0].report, two[1].report
    years = {OLDER: reports[0].year, NEWER: reports[1].year}
    older, newer = (url(addresses.report(report)) for report in reports)
    doubts = (doubt_mark(reports[0].doubtful, strings), doubt_mark(reports[1].doubtful, strings))
    html = ComparisonRows(older, newer, url("indicators/"), words, doubts)
    rows = indicator_rows(corpus, reports, strings)
    lists = {OLDER: words["dropped"], NEWER: words["added"]}
    return {
        "lists": [
            (title.format(**years), html.targets(rows, which)) for which, title in lists.items()
        ],
        "controls": table_controls(corpus, rows, reports, strings),
        "rows": html.statements(rows),
        "part_columns": part_columns(strings, years),
        "parts": html.parts(sections(*two), corpus.vocabulary.indicators),
    }


def part_columns(strings: dict, years: Mapping[str, int] | None = None) -> tuple[Column, ...]:
    """Return the columns of the parts; without the reports' `years` only the labels are right."""
    words, years = strings["compare"], years or dict.fromkeys((OLDER, NEWER), 0)
    name = words["side"]
    return tuple(
        Column(
            which,
            words["head"].format(year=year, name=name),
            label=words["labels"][which].format(name=name),
        )
        for which, year in years.items()
    )


def _card(corpus: Corpus, reading: Reading, strings: dict) -> dict:
    """Return what is told of one of the two reports."""
    report = reading.report
    area = corpus.area(report.area, report.year)
    title = strings["report"]["title"].format(year=report.year, area=area.name)
    return {
        "name": report.title if is_chinese(strings) else title,
        "year": report.year,
        "address": addresses.report(report),
        "figures": len(reading.mentions),
        "doubtful": report.doubtful,
        "letters": len(report.text) - report.body,
    }
