"""Indicators: the list by topic, and for each what reports state of it."""

from collections.abc import Sequence

from baogao.content.numerals import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.downloads.schema_org import indicator_dataset
from baogao.downloads.citations import of_indicator
from baogao.pages.controls import Column, Controls, attributes, controls, marked, measured
from baogao.pages.page import Charts, Page
from baogao.pages.rankings import rankings
from baogao.pages.sparklines import sparkline
from baogao.records import Indicator, Observation

MOST_ROWS = 1_000  # the newest: the files have all


def listing(corpus: Corpus, strings: dict) -> Page:
    """Return the list of indicators by topic."""
    title = strings["indicators"]["title"]
    return Page(
        "indicators/",
        "indicators.html",
        {
            "title": title,
            "description": strings["indicators"]["intro"],
            "crumbs": [(title, None)],
            "topics": [
                {
                    "id": topic,
                    "name": name,
                    "indicators": [
                        {
                            "name": i.zh,
                            "address": addresses.indicator(i.id),
                            "count": len(corpus.stated_of(i.id)),
                            "spark": sparkline(corpus.stated_of(i.id)),
                        }
                        for i in corpus.vocabulary.indicators.values()
                        if i.topic == topic
                    ],
                }
                for topic, name in corpus.wordlists.topics.items()
            ],
        },
    )


def page(corpus: Corpus, indicator: Indicator, charts: Charts, strings: dict) -> Page:
    """Return an indicator's page: what reports call it, what they state of it, in what order areas stand."""
    address = addresses.indicator(indicator.id)
    every = corpus.stated_of(indicator.id)
    stated = sorted(
        sorted(every, key=lambda o: o.period)[-MOST_ROWS:],
        key=lambda o: (o.measure, o.period, o.area),
    )
    made = _controls(corpus, indicator, stated, strings)
    said = description(indicator, every, strings["indicator"])
    return Page(
        address,
        "indicator.html",
        {
            "title": indicator.zh,
            "crumbs": [(strings["indicators"]["title"], "indicators/"), (indicator.zh, None)],
            "description": said,
            "linked": indicator_dataset(corpus, indicator, said),
            "indicator": indicator,
            "topic": corpus.wordlists.topics.get(indicator.topic, indicator.topic),
            "aliases": [
                label for label, _ in corpus.labels_of(indicator.id) if label != indicator.zh
            ],
            "rankings": rankings(corpus, indicator, strings),
            "charts": charts,
            "styles": ("tables.css",),
            "scripts": ("tables.js", "copy.js"),
            "citations": of_indicator(indicator, corpus.site, corpus.site.base_url + address),
            "controls": made,
            "left_out": len(every) - len(stated),
            "rows": [_row(corpus, o, made, strings) for o in stated],
        },
    )


def description(indicator: Indicator, stated: Sequence[Observation], words: dict) -> str:
    """Return in one sentence what the page of an indicator holds."""
    return words["description" if stated else "description_none"].format(
        name=indicator.zh, areas=len({o.area for o in stated}), count=len(stated)
    )


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of the table of statements."""
    words = strings["tables"]
    return tuple(
        Column(
            key,
            name,
            csv=words["quantity"] if key == "value" else "",
            link=words["sentence"] if key == "quote" else "",
        )
        for key, name in strings["indicator"]["columns"].items()
    )


def _traits(item: Observation) -> dict[str, str]:
    return {
        "area": item.area,
        "period": item.period,
        "measure": item.measure,
        "status": item.status,
    }


def _controls(
    corpus: Corpus, indicator: Indicator, stated: Sequence[Observation], strings: dict
) -> Controls:
    """Return what the table of statements can be sorted and filtered by."""
    heads = strings["indicator"]["columns"]
    return controls(
        "stated",
        f"{indicator.id}.csv",
        columns(strings),
        map(_traits, stated),
        {
            "area": (heads["area"], {area.code: area.name for area in corpus.areas()}),
            "period": (
                heads["period"],
                {period: period for period in sorted({o.period for o in stated})},
            ),
            "measure": (heads["measure"], strings["measures"]),
            "status": (heads["status"], strings["statuses"]),
        },
    )


def _row(corpus: Corpus, item: Observation, made: Controls, strings: dict) -> dict:
    amount = (item.value, item.value_high, item.unit)
    return {
        "traits": attributes(_traits(item), made),
        "value_cell": measured(*amount, corpus.vocabulary.units, quantity(*amount)),
        "area": corpus.area(item.area).name,
        "area_address": addresses.area(item.area),
        "period": item.period,
        "measure": strings["measures"][item.measure],
        "value": quantity(*amount),
        "status": strings["statuses"][item.status],
        "status_cell": marked(item.status),
        "quote": item.quote,
        "address": addresses.sentence(item),
    }
