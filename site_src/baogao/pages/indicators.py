"""Indicators: the list by topic, and for each what reports state of it."""

from collections.abc import Sequence
from functools import partial

from baogao.charts.quantity_words import unit_name
from baogao.content.vocabulary.outcome_and_check_rules import ABSENT, JUDGED
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.downloads.citation_texts import of_indicator
from baogao.downloads.schema_org import indicator_dataset
from baogao.pages.citations import citations
from baogao.pages.comparison import compare_any
from baogao.pages.counts_in_words import told
from baogao.pages.page import Charts, Page
from baogao.pages.tables import statement_table
from baogao.pages.tables.controls import STEP
from baogao.pages.tables.rankings import MOST_SILENT, first_orders, rankings, table_rows
from baogao.pages.tables.sparklines import sparkline
from baogao.pages.targets.target_table import target_table
from baogao.pages.targets.targets import is_good
from baogao.records import Indicator, Observation

MOST_TARGETS = 20


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
    stated = statement_table.table_rows(every, strings)
    made = statement_table.table_controls(corpus, indicator, stated, strings)
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
        "promised": promised(corpus, indicator, strings),
        **citations(
            corpus.site,
            address,
            partial(of_indicator, indicator, corpus.site, words=strings["cite"]),
        ),
        "controls": made,
        "places": len(every),
        "beside": compare_any.of_indicator(indicator.id) if every else "",
        "rows": statement_table.html_rows(corpus, stated[:STEP], made, strings),
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


def promised(corpus: Corpus, indicator: Indicator, strings: dict) -> dict | None:
    """Return an indicator's newest targets and the ways to all; None where there are none."""
    every = corpus.promised_of(indicator.id)
    if not every:
        return None
    newest = sorted(every, key=lambda target: (target.state == ABSENT, -target.promise.year))
    address = addresses.indicator(indicator.id)
    judged = [target for target in every if target.state in JUDGED]
    counts = {"total": len(every), "judged": len(judged), "good": sum(map(is_good, judged))}
    return {
        "said": told(counts, strings),
        "table": target_table(corpus, newest[:MOST_TARGETS], strings, address, places=True),
        "shown": min(len(every), MOST_TARGETS),
        "total": len(every),
        "all": f"{addresses.TARGETS}?indicator={indicator.id}",
        "panel": indicator.headline and addresses.panel_of(indicator, corpus.vocabulary.headline),
    }
