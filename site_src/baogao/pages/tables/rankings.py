"""An indicator's areas in order, year by year; what is not stated stands apart from nought."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from baogao.charts.quantity_words import as_printed
from baogao.corpus import addresses
from baogao.corpus.area_orders import in_order, levels, reached
from baogao.corpus.corpus import Corpus, by_key
from baogao.corpus.report_summaries import Listed
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.tables.statement_cells import doubt_mark, is_doubtful
from baogao.records import Indicator, Observation

MOST_ROWS = 80  # after which no older year is put in order
MOST_SILENT = 30  # areas that are named for not stating a number, beyond which they are counted
ROW = "<tr><td>{}<td>{}<td><a href={}>{}</a>{}"


def rankings(corpus: Corpus, indicator: Indicator, strings: dict) -> Iterator[dict]:
    """Yield the orders for years and measures that two areas of a level state, newest first."""
    found = reached(corpus, indicator.id)
    listed = corpus.listed if found else ()
    reports = by_key((str(year), one) for one in listed for year in one.reviews)
    for (period, measure), stated in found.items():
        by_level = levels(corpus, stated)
        if not by_level:
            continue
        heard = {o.area for o in stated}
        title = strings["indicator"]["order_title"]
        yield {
            "year": period,
            "title": title.format(year=period, measure=strings["measures"][measure]),
            "groups": [
                {
                    "level": strings["levels"][level],
                    "rows": _rows(corpus, items, indicator, strings),
                }
                for level, items in by_level.items()
            ],
            "unstated": [
                {"name": _name(corpus, report), "address": addresses.report(report)}
                for report in reports.get(period, ())
                if report.area not in heard and corpus.area(report.area).level in by_level
            ],
        }


def _name(corpus: Corpus, one: Observation | Listed) -> str:
    """Return the name of an area in the year of the report."""
    return corpus.area(one.area, one.year).name


def first_orders(orders: Iterable[dict]) -> tuple[list[dict], bool]:
    """Return the orders that a page has room for, and whether there are more."""
    shown: list[dict] = []
    rows = 0
    for order in orders:
        if rows >= MOST_ROWS and order["year"] != shown[-1]["year"]:
            return shown, True
        shown.append(order)
        rows += sum(len(group["rows"]) for group in order["groups"])
    return shown, False


def table_rows(rows: Iterable[dict], page: str, strings: dict) -> Markup:
    """Return the rows of a group as they stand on the page of this address."""
    url = addresses.relative(page)
    return join_html(
        fill_html(
            ROW,
            row["place"],
            row["name"],
            url(row["address"]),
            row["text"],
            doubt_mark(row["doubtful"], strings),
        )
        for row in rows
    )


def places(corpus: Corpus, area_code: str, strings: dict) -> list[dict]:
    """Return an area's place among those of its level, in the newest year of each indicator."""
    title = strings["indicator"]["order_title"]
    return [
        {
            "indicator": corpus.vocabulary.indicators[one.indicator].name,
            "address": addresses.indicator(one.indicator),
            "title": title.format(year=one.period, measure=strings["measures"][one.measure]),
            "place": one.place,
            "of": one.of,
            "text": as_printed(one.stated, strings),
            "doubtful": is_doubtful(one.stated),
            "sentence": addresses.sentence(one.stated),
        }
        for one in corpus.places_of(area_code)
    ]


def _rows(
    corpus: Corpus, items: Sequence[Observation], indicator: Indicator, strings: dict
) -> list[dict]:
    """Return the areas in order, equal values on equal places."""
    return [
        {
            "place": place,
            "area": o.area,
            "name": _name(corpus, o),
            "address": addresses.sentence(o),
            "text": as_printed(o, strings),
            "doubtful": is_doubtful(o),
        }
        for place, o in in_order(items, indicator)
    ]
