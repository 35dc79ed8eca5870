"""Indicators: the list by topic, and for each what reports state of it."""
from collections import Counter, defaultdict
from collections.abc import Iterator

from baogao.citations import of_indicator
from baogao.corpus import Corpus
from baogao.numerals import quantity
from baogao.downloads.catalogue import indicator_dataset
from baogao.pages import addresses
from baogao.pages.controls import Column, Controls, attributes, controls, measured
from baogao.pages.page import Drawings, Page
from baogao.pages.rankings import rankings
from baogao.pages.sparklines import sparkline
from baogao.records import Indicator, Observation


def pages(corpus: Corpus, drawings: Drawings, strings: dict) -> Iterator[Page]:
    """Yield the list of indicators and a page for each."""
    counts = Counter(o.indicator for o in corpus.observations)
    title = strings["indicators"]["title"]
    yield Page("indicators/", "indicators.html", {"title": title, "description": strings["indicators"]["intro"], "crumbs": [(title, None)], "topics": [
        {"id": topic, "name": name, "indicators": [
            {"name": i.zh, "address": addresses.indicator(i.id), "count": counts[i.id],
             "spark": sparkline([o for o in corpus.observations if o.indicator == i.id])}
            for i in corpus.vocabulary.indicators.values() if i.topic == topic]}
        for topic, name in corpus.wordlists.topics.items()]})
    called = labels(corpus)
    for indicator in corpus.vocabulary.indicators.values():
        yield _page(corpus, indicator, called[indicator.id], drawings, strings)


def labels(corpus: Corpus) -> dict[str, Counter]:
    """Return what reports call each indicator, and how often."""
    called: dict[str, Counter] = defaultdict(Counter)
    for figure in (m.figure for reading in corpus.readings for m in reading.mentions if m.figure.indicator):
        called[figure.indicator][figure.label] += 1
    return called


def _page(corpus: Corpus, indicator: Indicator, called: Counter, drawings: Drawings, strings: dict) -> Page:
    address = addresses.indicator(indicator.id)
    stated = [o for o in corpus.observations if o.indicator == indicator.id]
    stated.sort(key=lambda o: (o.measure, o.period, o.area))
    said = description(indicator, stated, strings["indicator"])
    return Page(address, "indicator.html", {
        "title": indicator.zh, "crumbs": [(strings["indicators"]["title"], "indicators/"), (indicator.zh, None)],
        "description": said, "linked": indicator_dataset(corpus, indicator, said),
        "indicator": indicator, "topic": corpus.wordlists.topics.get(indicator.topic, indicator.topic),
        "aliases": [label for label, _ in called.most_common() if label != indicator.zh], "rankings": rankings(corpus, indicator, strings), "charts": drawings.get(address, ()),
        "styles": ("tables.css",), "scripts": ("tables.js", "copy.js"), "citations": of_indicator(indicator, corpus.site, corpus.site.base_url + address), "controls": _controls(corpus, indicator, stated, strings),
        "rows": [_row(corpus, o, strings) for o in stated]})


def description(indicator: Indicator, stated: list[Observation], words: dict) -> str:
    """Return in one sentence what the page of an indicator holds."""
    return words["description" if stated else "description_none"].format(
        name=indicator.zh, areas=len({o.area for o in stated}), count=len(stated))


def _traits(item: Observation) -> dict[str, str]:
    return {"area": item.area, "period": item.period, "measure": item.measure, "status": item.status}


def _controls(corpus: Corpus, indicator: Indicator, stated: list[Observation], strings: dict) -> Controls:
    """Return what the table of statements can be sorted and filtered by."""
    heads, words = strings["indicator"]["columns"], strings["tables"]
    columns = tuple(Column(key, name, csv=words["quantity"] if key == "value" else "", link=words["sentence"] if key == "quote" else "")
                    for key, name in heads.items())
    return controls("stated", f"{indicator.id}.csv", columns, map(_traits, stated), {
        "area": (heads["area"], {area.code: area.name for area in corpus.areas()}),
        "period": (heads["period"], {period: period for period in sorted({o.period for o in stated})}),
        "measure": (heads["measure"], strings["measures"]), "status": (heads["status"], strings["statuses"])})


def _row(corpus: Corpus, item: Observation, strings: dict) -> dict:
    return {"traits": attributes(_traits(item)), "value_cell": measured(item.value, item.value_high, item.unit, corpus.vocabulary.units),
            "area": corpus.area(item.area).name, "area_address": addresses.area(item.area), "period": item.period,
            "measure": strings["measures"][item.measure], "value": quantity(item.value, item.value_high, item.unit),
            "status": item.status, "quote": item.quote, "address": addresses.sentence(item)}
