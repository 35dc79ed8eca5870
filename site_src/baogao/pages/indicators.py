"""Indicators: the list by topic, and for each what reports state of it."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from baogao.charts.quantity_words import unit_name
from baogao.content.decimal_text import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.downloads.citation_texts import of_indicator
from baogao.downloads.schema_org import indicator_dataset
from baogao.pages.controls import Column, Controls, attributes, controls, marked
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.page import Charts, Page
from baogao.pages.rankings import MOST_SILENT, first_orders, rankings, table_rows
from baogao.pages.sparklines import sparkline
from baogao.records import Indicator, Observation

MOST_ROWS = 40  # the newest: the files have all, and where scripts run they come from there
# `static/all_rows.js` makes the same row.
ROW = "<tr{}><td>{}<td>{}<td>{}<td>{}<td{}>{}<td>{}"
LINK = "<a href={}>{}</a>"


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
        "name": indicator.name,
        "address": addresses.indicator(indicator.id),
        "count": len(stated),
        "spark": sparkline(stated, strings),
    }


def page(corpus: Corpus, indicator: Indicator, charts: Charts, strings: dict) -> Page:
    """Return an indicator's page: what reports call it and state of it, and how areas rank."""
    address = addresses.indicator(indicator.id)
    every = corpus.stated_of(indicator.id)
    made = _controls(corpus, indicator, every, strings)
    said = description(indicator, every, strings["indicator"])
    orders, older = first_orders(rankings(corpus, indicator, strings))
    context = {
        "title": indicator.name,
        "crumbs": [(strings["indicators"]["title"], "indicators/"), (indicator.name, None)],
        "description": said,
        "linked": indicator_dataset(corpus, indicator, said) if every else None,
        "indicator": indicator,
        "unit": unit_name(indicator.unit, strings),
        "topic": corpus.wordlists.topics.get(indicator.topic, indicator.topic),
        "aliases": [label for label, _ in corpus.labels_of(indicator.id) if label != indicator.zh],
        "rankings": [written(one, address, strings) for one in orders],
        "older": older,
        "charts": charts,
        "styles": ("tables.css",),
        "scripts": ("tables.js", "copy.js") if every else (),
        "citations": of_indicator(
            indicator, corpus.site, corpus.site.base_url + address, strings["cite"]
        ),
        "controls": made,
        "shown": min(len(every), MOST_ROWS),
        "rows": _rows(corpus, newest(every, strings)[:MOST_ROWS], made, strings),
    }
    return Page(address, "indicator.html", context)


def written(order: dict, page: str, strings: dict) -> dict:
    """Return an order with the rows of its groups written.

    Where many do not state a number, they are counted and not named.
    """
    groups = [
        {"level": group["level"], "html": table_rows(group["rows"], page, strings)}
        for group in order["groups"]
    ]
    count = len(order["unstated"])
    return order | {"groups": groups, "silent": count if count > MOST_SILENT else 0}


def description(indicator: Indicator, stated: Sequence[Observation], words: dict) -> str:
    """Return in one sentence what the page of an indicator holds."""
    return words["description" if stated else "description_none"].format(
        name=indicator.name, areas=len({o.area for o in stated}), count=len(stated)
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


def newest(stated: Iterable[Observation], strings: dict) -> list[Observation]:
    """Return statements in order of year, the newest first, and in a year by measure and area."""
    place = {measure: at for at, measure in enumerate(strings["measures"])}
    ordered = sorted(stated, key=lambda o: (place[o.measure], o.area))
    return sorted(ordered, key=lambda o: o.period, reverse=True)


def names(corpus: Corpus, indicator: Indicator, strings: dict) -> dict[str, dict[str, str]]:
    """Return what the codes in an indicator's files mean, those that are there.

    With these `static/all_rows.js` makes the rows that the page has no room for.
    """
    stated = corpus.stated_of(indicator.id)
    measures, statuses = {o.measure for o in stated}, {o.status for o in stated}
    return {
        "area": {code: corpus.area(code).name for code in sorted({o.area for o in stated})},
        "measure": {key: name for key, name in strings["measures"].items() if key in measures},
        "status": {key: name for key, name in strings["statuses"].items() if key in statuses},
    }


def _rows(corpus: Corpus, stated: Sequence[Observation], made: Controls, strings: dict) -> Markup:
    """Return the rows of the table of statements."""
    url = addresses.relative(addresses.indicator(""))
    names = {code: corpus.area(code).name for code in {o.area for o in stated}}
    areas = {code: fill_html(LINK, url(addresses.area(code)), names[code]) for code in names}
    return join_html(
        fill_html(
            ROW,
            attributes(_traits(o), made),
            areas[o.area],
            o.period,
            strings["measures"][o.measure],
            quantity(o.value, o.value_high, unit_name(o.unit, strings)),
            marked(o.status),
            strings["statuses"][o.status],
            fill_html(LINK, url(addresses.sentence(o)), o.quote),
        )
        for o in stated
    )
