"""An indicator's areas in order, year by year; what is not stated stands apart from nought."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from decimal import Decimal

from baogao.content.decimal_text import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, by_key
from baogao.corpus.observations import DOUBTFUL
from baogao.records import Indicator, Observation

RANKED = ("growth", "level")
MOST_ROWS = 400  # after which no older year is put in order
FEWEST = 2  # areas that state a year, for an order to mean something


def rankings(corpus: Corpus, indicator: Indicator, strings: dict) -> list[dict]:
    """Return the orders for years and measures that two areas of a level state, newest first."""
    stated = by_key(
        ((o.period, o.measure), o)
        for o in corpus.stated_of(indicator.id)
        if o.measure in RANKED and o.status == "actual" and len(o.period) == 4
    )
    newest_first = sorted(stated, key=lambda key: (-int(key[0]), key[1]))
    orders: list[dict] = []
    rows = 0
    for key in newest_first:
        period, measure = key
        order = _order(corpus, indicator, period, measure, stated[key], strings)
        if order["groups"]:
            orders.append(order)
            rows += sum(len(group["rows"]) for group in order["groups"])
        if rows >= MOST_ROWS:
            break
    return orders


def places(corpus: Corpus, area_code: str, strings: dict) -> list[dict]:
    """Return an area's place among those of its level, in the newest year of each indicator.

    Only headline indicators count.
    """
    name = corpus.area(area_code).name
    headline = [one for one in corpus.vocabulary.indicators.values() if one.headline]
    found = (_place(rankings(corpus, one, strings), name, one) for one in headline)
    return [place for place in found if place]


def _place(orders: Sequence[dict], name: str, indicator: Indicator) -> dict | None:
    """Return the place of the area of this name in the first order that has it."""
    for order in orders:
        for group in order["groups"]:
            for row in group["rows"]:
                if row["name"] == name:
                    return {
                        "indicator": indicator.zh,
                        "address": addresses.indicator(indicator.id),
                        "title": order["title"],
                        "place": row["place"],
                        "of": len({one["name"] for one in group["rows"]}),
                        "text": row["text"],
                        "sentence": row["address"],
                    }
    return None


def _order(
    corpus: Corpus,
    indicator: Indicator,
    period: str,
    measure: str,
    stated: Sequence[Observation],
    strings: dict,
) -> dict:
    """Return the areas of each level in order, and those that do not state a number."""
    by_level = by_key((corpus.area(o.area).level, o) for o in _most_exact(stated))
    levels = {
        level: items for level, items in by_level.items() if len({o.area for o in items}) >= FEWEST
    }
    title = strings["indicator"]["order_title"]
    return {
        "title": title.format(year=period, measure=strings["measures"][measure]),
        "groups": [
            {
                "level": strings["levels"][level],
                "rows": _rows(corpus, items, indicator.direction == "down"),
            }
            for level, items in levels.items()
        ],
        "unstated": _unstated(corpus, period, {o.area for o in stated}, levels.keys()),
    }


def _most_exact(stated: Sequence[Observation]) -> list[Observation]:
    """Leave out what an area says twice, and 突破3000亿元 where it also says 3122.4亿元."""
    exact = {o.area for o in stated if o.bound == "eq"}
    kept = (o for o in stated if o.bound == "eq" or o.area not in exact)
    return list({(o.area, o.value, o.value_high): o for o in kept}.values())


def _rows(corpus: Corpus, items: Sequence[Observation], ascending: bool) -> list[dict]:
    """Return the areas in order, equal values on equal places."""
    ordered = sorted(items, key=lambda o: (_rank_key(o, ascending), o.area))
    keys = [_rank_key(o, ascending) for o in ordered]
    return [
        {
            "place": bisect_left(keys, key) + 1,
            "name": corpus.area(o.area).name,
            "address": addresses.sentence(o),
            "text": o.text,
            "bound": o.bound,
            "doubtful": DOUBTFUL in o.quality,
            "value": quantity(o.value, o.value_high, o.unit),
        }
        for o, key in zip(ordered, keys, strict=True)
    ]


def _rank_key(o: Observation, ascending: bool) -> Decimal:
    return o.value if ascending else -o.value


def _unstated(
    corpus: Corpus, period: str, stated: Collection[str], levels: Collection[str]
) -> list[dict]:
    """Return the areas of these levels whose report on that year is here and does not state it."""
    return [
        {"name": corpus.area(report.area).name, "address": addresses.report(report)}
        for report in corpus.listed
        if int(period) in report.reviews
        and report.area not in stated
        and corpus.area(report.area).level in levels
    ]
