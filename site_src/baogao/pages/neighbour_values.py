"""A report's indicators beside what reports near it state.

Near are only the area's previous and next report and the parent's of the same year, so that one
edited report does not rewrite every page.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from baogao.charts.quantity_words import as_printed
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed, by_key
from baogao.pages.fast_html import as_markup, escaped, fill_html, join_html
from baogao.pages.statement_cells import doubt_mark, is_doubtful
from baogao.records import Indicator, Observation, Reading, Report

SHOWN = ("level", "growth")
REACHED = "<a href={}#{}>{}</a>"
PROMISED = "<a class=target href={}#{}>{}</a>"


def near(corpus: Corpus, reading: Reading) -> list[Listed]:
    """Return the area's previous and next report, and its parent area's of the same year."""
    report = reading.report
    own = corpus.listed_of(report.area)
    place = [one.id for one in own].index(report.id)
    parent = corpus.listed_of(corpus.area(report.area).parent)
    return [
        *own[max(0, place - 1) : place],
        *own[place + 1 : place + 2],
        *(one for one in parent if one.year == report.year),
    ]


def near_links(corpus: Corpus, reading: Reading) -> list[tuple[str, str]]:
    """Return names and addresses of the near reports: `‹ 2019`, `2020 ›`, and the parent's."""
    return [
        (_near_name(corpus, reading, one), addresses.report(one)) for one in near(corpus, reading)
    ]


def _near_name(corpus: Corpus, reading: Reading, other: Listed) -> str:
    if other.area != reading.report.area:
        return f"{corpus.area(other.area, other.year).name} {other.year}"
    return f"‹ {other.year}" if other.year < reading.report.year else f"{other.year} ›"


def near_areas(corpus: Corpus, reading: Reading) -> dict[str, str]:
    """Return the names of the areas that the report's figures lead to, by their codes."""
    codes = {reading.report.area, *(one.area for one in near(corpus, reading))}
    return {code: corpus.area(code).name for code in sorted(codes)}


def neighbours(corpus: Corpus, reading: Reading, strings: dict) -> list[dict]:
    """Return the headline indicators beside the near reports, the others beside the parent's.

    What the area's previous and next report state of the others stands in the comparisons.
    """
    page, beside = addresses.report(reading.report), near(corpus, reading)
    above = [one for one in beside if one.area != reading.report.area]
    found = []
    for name, reports, headline in (("headline", beside, True), ("others", above, False)):
        if table := side_by_side(corpus, page, [reading.report, *reports], strings, headline):
            found.append({"name": strings["report"]["beside"][name], **table})
    return found


def side_by_side(
    corpus: Corpus,
    page: str,
    reports: Sequence[Report | Listed],
    strings: dict,
    headline: bool,
) -> dict | None:
    """Return what reports state of the indicators that the first and another state, if any.

    They are the headline ones, or all others; `page` is the address of the page that shows it.
    """
    stated = [by_key((o.indicator, o) for o in _statements(corpus, one.id)) for one in reports]
    elsewhere = set().union(*stated[1:])
    shown = [
        corpus.vocabulary.indicators[id]
        for id in stated[0]
        if id in elsewhere and corpus.vocabulary.indicators[id].headline is headline
    ]
    if not shown:
        return None
    url = addresses.relative(page)
    ways = [url(addresses.report(report)) for report in reports]
    heads = [
        {"name": f"{corpus.area(report.area, report.year).name} {report.year}", "address": way}
        for report, way in zip(reports, ways, strict=True)
    ]
    return {
        "heads": heads,
        "rows": join_html((_row(one, stated, ways, url, strings) for one in shown), "\n"),
    }


def _row(
    indicator: Indicator,
    stated: Sequence[Mapping[str, Sequence[Observation]]],
    ways: Sequence[str],
    url: addresses.Url,
    strings: dict,
) -> Markup:
    cells = (
        join_html(_cell(own.get(indicator.id, ()), way.removeprefix("./"), strings), " ")
        for own, way in zip(stated, ways, strict=True)
    )
    name = fill_html('<a href="{}">{}</a>', url(addresses.indicator(indicator.id)), indicator.name)
    return fill_html("<tr><th scope=row>{}<td>{}", name, join_html(cells, Markup("<td>")))


def _statements(corpus: Corpus, report: str) -> Iterator[Observation]:
    """Yield what a report states of levels and growth, each statement once."""
    seen = set()
    for o in corpus.stated_in(report):
        key = (o.indicator, o.measure, o.status, o.period, o.value, o.value_high)
        if o.measure in SHOWN and key not in seen:
            seen.add(key)
            yield o


def _cell(stated: Iterable[Observation], way: str, strings: dict) -> Iterator[Markup]:
    """Yield what is said of each year, reached or promised, so that a cell says the year once.

    `way` leads to the report that says it.
    """
    for (period, status), items in groupby(stated, lambda o: (o.period, o.status)):
        promised = status == "target"
        when = f"{period} {strings['statuses'][status]}" if promised else period
        yield as_markup(f"<small>{escaped(when.strip())}</small>")
        link = PROMISED if promised else REACHED
        for o in items:
            words = escaped(as_printed(o, strings))
            mark = doubt_mark(is_doubtful(o), strings)
            yield as_markup(f"{link.format(way, o.anchor, words)}{mark}")
