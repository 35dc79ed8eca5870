"""An indicator's areas in order, year by year; what is not stated stands apart from nought."""

from collections import defaultdict

from baogao.content.numerals import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import DOUBTFUL
from baogao.records import Indicator, Observation

RANKED = ("growth", "level")
MOST_ROWS = 400  # after which no older year is put in order
FEWEST = 2  # areas that state a year, for an order to mean something


def rankings(corpus: Corpus, indicator: Indicator, strings: dict) -> list[dict]:
    """Return the orders for the years and measures that at least two areas of one level state, newest first."""
    stated: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for o in corpus.stated_of(indicator.id):
        if o.measure in RANKED and o.status == "actual" and len(o.period) == 4:
            stated[o.period, o.measure].append(o)
    orders: list[dict] = []
    for (period, measure), group in sorted(
        stated.items(), key=lambda item: (-int(item[0][0]), item[0][1])
    ):
        if (
            orders
            and sum(len(group["rows"]) for order in orders for group in order["groups"])
            >= MOST_ROWS
        ):
            break
        order = _order(corpus, indicator, period, measure, group, strings)
        orders += [order] if order["groups"] else []
    return orders


def places(corpus: Corpus, area_code: str, strings: dict) -> list[dict]:
    """Return an area's place among those of its level, for every headline indicator, in the newest year ordered."""
    name = corpus.area(area_code).name
    found = []
    for indicator in (i for i in corpus.vocabulary.indicators.values() if i.headline):
        ordered = [
            (order, group, row)
            for order in rankings(corpus, indicator, strings)
            for group in order["groups"]
            for row in group["rows"]
            if row["name"] == name
        ]
        for order, group, row in ordered[:1]:
            found.append(
                {
                    "indicator": indicator.zh,
                    "address": addresses.indicator(indicator.id),
                    "title": order["title"],
                    "place": row["place"],
                    "of": len({r["name"] for r in group["rows"]}),
                    "text": row["text"],
                    "sentence": row["address"],
                }
            )
    return found


def _order(
    corpus: Corpus,
    indicator: Indicator,
    period: str,
    measure: str,
    stated: list[Observation],
    strings: dict,
) -> dict:
    by_level: dict[str, list[Observation]] = defaultdict(list)
    for o in _most_exact(stated):
        by_level[corpus.area(o.area).level].append(o)
    groups = [
        {
            "level": strings["levels"][level],
            "rows": _rows(corpus, items, indicator.direction == "down"),
        }
        for level, items in by_level.items()
        if len({o.area for o in items}) >= FEWEST
    ]
    levels = {level for level, items in by_level.items() if len({o.area for o in items}) >= FEWEST}
    return {
        "title": f"{period}年{strings['measures'][measure]}",
        "groups": groups,
        "unstated": _unstated(corpus, period, {o.area for o in stated}, levels),
    }


def _most_exact(stated: list[Observation]) -> list[Observation]:
    """Leave out what an area says twice, and 突破3000亿元 where it also says 3122.4亿元."""
    exact = {o.area for o in stated if o.bound == "eq"}
    once = {
        (o.area, o.value, o.value_high): o for o in stated if o.bound == "eq" or o.area not in exact
    }
    return list(once.values())


def _rows(corpus: Corpus, items: list[Observation], ascending: bool) -> list[dict]:
    """Return the areas in order, equal values on equal places."""
    ordered = sorted(items, key=lambda o: (o.value if ascending else -o.value, o.area))
    return [
        {
            "place": 1
            + sum(
                (other.value < o.value) if ascending else (other.value > o.value)
                for other in ordered
            ),
            "name": corpus.area(o.area).name,
            "address": addresses.sentence(o),
            "text": o.text,
            "bound": o.bound,
            "doubtful": DOUBTFUL in o.quality,
            "value": quantity(o.value, o.value_high, o.unit),
        }
        for o in ordered
    ]


def _unstated(corpus: Corpus, period: str, stated: set[str], levels: set[str]) -> list[dict]:
    """Return the areas of these levels whose report on that year is here and does not state it."""
    silent = [
        one
        for one in corpus.listed
        if int(period) in one.reviews
        and one.area not in stated
        and corpus.area(one.area).level in levels
    ]
    return [
        {"name": corpus.area(report.area).name, "address": addresses.report(report)}
        for report in silent
    ]
