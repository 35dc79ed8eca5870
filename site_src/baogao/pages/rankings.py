"""An indicator's areas in order, year by year; what is not stated stands apart from nought."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from markupsafe import Markup

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed, by_key
from baogao.corpus.observations import DOUBTFUL
from baogao.pages.fast_html import fill_html, join_html
from baogao.records import Indicator, Observation

RANKED = ("growth", "level")
MOST_ROWS = 80  # after which no older year is put in order
MOST_SILENT = 30  # areas that are named for not stating a number, beyond which they are counted
FEWEST = 2  # areas that state a year, for an order to mean something
ROW = "<tr><td>{}<td>{}<td><a href={}>{}</a>{}"
MARK = " <small>{}</small>"

Reached = Mapping[tuple[str, str], Sequence[Observation]]  # by year and measure, the newest first
_grouped: dict[str, tuple[Sequence[Observation], Reached]] = {}  # of each indicator, what it is of


def rankings(corpus: Corpus, indicator: Indicator, strings: dict) -> Iterator[dict]:
    """Yield the orders for years and measures that two areas of a level state, newest first."""
    reached = _reached(corpus, indicator.id)
    listed = corpus.listed if reached else ()
    reports = by_key((str(year), one) for one in listed for year in one.reviews)
    for (period, measure), stated in reached.items():
        levels = _levels(corpus, stated)
        if not levels:
            continue
        heard = {o.area for o in stated}
        title = strings["indicator"]["order_title"]
        yield {
            "year": period,
            "title": title.format(year=period, measure=strings["measures"][measure]),
            "groups": [
                {"level": strings["levels"][level], "rows": _rows(corpus, items, indicator)}
                for level, items in levels.items()
            ],
            "unstated": [
                {"name": _name(corpus, report), "address": addresses.report(report)}
                for report in reports.get(period, ())
                if report.area not in heard and corpus.area(report.area).level in levels
            ],
        }


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
            ROW, row["place"], row["name"], url(row["address"]), row["text"], _marks(row, strings)
        )
        for row in rows
    )


def _marks(row: dict, strings: dict) -> Markup:
    """Return what is said behind a value that is not exact, or of which there is a doubt."""
    bound = [] if row["bound"] == "eq" else [strings["bounds"][row["bound"]]]
    doubt = [strings["targets"]["doubtful"]] if row["doubtful"] else []
    return join_html(fill_html(MARK, words) for words in bound + doubt)


def places(corpus: Corpus, area_code: str, strings: dict) -> list[dict]:
    """Return an area's place among those of its level, in the newest year of each indicator.

    Only headline indicators count.
    """
    headline = [one for one in corpus.vocabulary.indicators.values() if one.headline]
    found = (_place(corpus, one, area_code, strings) for one in headline)
    return [place for place in found if place]


def _place(corpus: Corpus, indicator: Indicator, area_code: str, strings: dict) -> dict | None:
    """Return the place of an area in the newest order that has it."""
    level = corpus.area(area_code).level
    for (period, measure), stated in _reached(corpus, indicator.id).items():
        if all(o.area != area_code for o in stated):
            continue
        items = _levels(corpus, stated).get(level)
        if items:
            rows = _rows(corpus, items, indicator)
            row = next(row for row in rows if row["area"] == area_code)
            title = strings["indicator"]["order_title"]
            return {
                "indicator": indicator.zh,
                "address": addresses.indicator(indicator.id),
                "title": title.format(year=period, measure=strings["measures"][measure]),
                "place": row["place"],
                "of": len({one["area"] for one in rows}),
                "text": row["text"],
                "sentence": row["address"],
            }
    return None


def _name(corpus: Corpus, one: Observation | Listed) -> str:
    """Return the name of an area in the year of the report."""
    return corpus.area(one.area, one.year).name


def _reached(corpus: Corpus, indicator: str) -> Reached:
    """Return what areas reached in whole years; grouped once for all the pages that ask."""
    stated = corpus.stated_of(indicator)
    known = _grouped.get(indicator)
    if known is None or known[0] is not stated:
        known = _grouped[indicator] = stated, _newest_first(stated)
    return known[1]


def _newest_first(stated: Iterable[Observation]) -> Reached:
    groups = by_key(
        ((o.period, o.measure), o)
        for o in stated
        if o.measure in RANKED and o.status == "actual" and len(o.period) == 4
    )
    return dict(sorted(groups.items(), key=lambda group: (-int(group[0][0]), group[0][1])))


def _levels(corpus: Corpus, stated: Sequence[Observation]) -> dict[str, tuple[Observation, ...]]:
    """Return what is stated by the level of the areas, where there are enough of one."""
    by_level = by_key((corpus.area(o.area).level, o) for o in _most_exact(stated))
    return {
        level: items for level, items in by_level.items() if len({o.area for o in items}) >= FEWEST
    }


def _most_exact(stated: Sequence[Observation]) -> list[Observation]:
    """Leave out what an area says twice, and 突破3000亿元 where it also says 3122.4亿元."""
    exact = {o.area for o in stated if o.bound == "eq"}
    kept = (o for o in stated if o.bound == "eq" or o.area not in exact)
    return list({(o.area, o.value, o.value_high): o for o in kept}.values())


def _rows(corpus: Corpus, items: Sequence[Observation], indicator: Indicator) -> list[dict]:
    """Return the areas in order, equal values on equal places."""
    ascending = indicator.direction == "down"
    ordered = sorted(items, key=lambda o: (_rank_key(o, ascending), o.area))
    keys = [_rank_key(o, ascending) for o in ordered]
    return [
        {
            "place": bisect_left(keys, key) + 1,
            "area": o.area,
            "name": _name(corpus, o),
            "address": addresses.sentence(o),
            "text": o.text,
            "bound": o.bound,
            "doubtful": DOUBTFUL in o.quality,
        }
        for o, key in zip(ordered, keys, strict=True)
    ]


def _rank_key(o: Observation, ascending: bool) -> Decimal:
    return o.value if ascending else -o.value
