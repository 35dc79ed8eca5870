"""Indicators: the list by topic, and for each what reports state of it."""

from collections.abc import Iterable, Sequence

from baogao.content.decimal_text import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.downloads.citation_texts import of_indicator
from baogao.downloads.schema_org import indicator_dataset
from baogao.pages.controls import Column, Controls, attributes, controls, marked, measured
from baogao.pages.page import Charts, Page
from baogao.pages.rankings import rankings
from baogao.pages.sparklines import sparkline
from baogao.records import Indicator, Observation

MOST_ROWS = 1_000  # the newest: the files have all


def listing(corpus: Corpus, strings: dict) -> Page:
    """Return the list of indicators by topic."""
    words, indicators = strings["indicators"], corpus.vocabulary.indicators.values()
    context = {
        "title": words["title"],
        "description": words["intro"],
        "crumbs": [(words["title"], None)],
        "topics": [
            {
                "id": topic,
                "name": name,
                "indicators": [
                    _listed(corpus, one, strings) for one in indicators if one.topic == topic
                ],
            }
            for topic, name in corpus.wordlists.topics.items()
        ],
    }
    return Page("indicators/", "indicators.html", context)


def _listed(corpus: Corpus, indicator: Indicator, strings: dict) -> dict:
    stated = corpus.stated_of(indicator.id)
    return {
        "name": indicator.zh,
        "address": addresses.indicator(indicator.id),
        "count": len(stated),
        "spark": sparkline(stated, strings),
    }


def page(corpus: Corpus, indicator: Indicator, charts: Charts, strings: dict) -> Page:
    """Return an indicator's page: what reports call it and state of it, and how areas rank."""
    address = addresses.indicator(indicator.id)
    every = corpus.stated_of(indicator.id)
    shown = _newest(every)
    made = _controls(corpus, indicator, shown, strings)
    said = description(indicator, every, strings["indicator"])
    context = {
        "title": indicator.zh,
        "crumbs": [(strings["indicators"]["title"], "indicators/"), (indicator.zh, None)],
        "description": said,
        "linked": indicator_dataset(corpus, indicator, said),
        "indicator": indicator,
        "topic": corpus.wordlists.topics.get(indicator.topic, indicator.topic),
        "aliases": [label for label, _ in corpus.labels_of(indicator.id) if label != indicator.zh],
        "rankings": rankings(corpus, indicator, strings),
        "charts": charts,
        "styles": ("tables.css",),
        "scripts": ("tables.js", "copy.js"),
        "citations": of_indicator(indicator, corpus.site, corpus.site.base_url + address),
        "controls": made,
        "left_out": len(every) - len(shown),
        "rows": [_row(corpus, o, made, strings) for o in shown],
    }
    return Page(address, "indicator.html", context)


def _newest(stated: Iterable[Observation]) -> list[Observation]:
    """Return what a page can hold of the newest statements, by measure, year and area."""
    newest = sorted(stated, key=lambda o: o.period)[-MOST_ROWS:]
    return sorted(newest, key=lambda o: (o.measure, o.period, o.area))


def description(indicator: Indicator, stated: Sequence[Observation], words: dict) -> str:
    """Return in one sentence what the page of an indicator holds."""
    return words["description" if stated else "description_none"].format(
        name=indicator.zh, areas=len({o.area for o in stated}), count=len(stated)
    )


# --- the table of statements ----------------------------------------------------------------------


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
    """Return the values that a row is filtered by."""
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
    areas = {area.code: area.name for area in corpus.areas()}
    periods = {period: period for period in sorted({o.period for o in stated})}
    return controls(
        "stated",
        f"{indicator.id}.csv",
        columns(strings),
        map(_traits, stated),
        {
            "area": (heads["area"], areas),
            "period": (heads["period"], periods),
            "measure": (heads["measure"], strings["measures"]),
            "status": (heads["status"], strings["statuses"]),
        },
    )


def _row(corpus: Corpus, item: Observation, made: Controls, strings: dict) -> dict:
    low, high, unit = item.value, item.value_high, item.unit
    shown = quantity(low, high, unit)
    return {
        "traits": attributes(_traits(item), made),
        "value_cell": measured(low, high, unit, corpus.vocabulary.units, shown),
        "area": corpus.area(item.area).name,
        "area_address": addresses.area(item.area),
        "period": item.period,
        "measure": strings["measures"][item.measure],
        "value": shown,
        "status": strings["statuses"][item.status],
        "status_cell": marked(item.status),
        "quote": item.quote,
        "address": addresses.sentence(item),
    }
