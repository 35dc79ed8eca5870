"""Two years of one area side by side: what each report says of every indicator, then part beside part."""

from collections.abc import Iterator, Mapping

from baogao.charts.chart_words import number, quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.compared_parts import parts
from baogao.pages.controls import Column, attributes, controls, measured
from baogao.pages.page import Page
from baogao.records import Observation, Reading, Report

STATUSES = ("actual", "target")
SHARES = ("%", "‰", "百分点")
BOTH, OLDER, NEWER, NEITHER = "both", "older", "newer", "neither"


def pairs(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield every two neighbouring reports of an area, by their ids."""
    for older, newer in zip(corpus.listed, corpus.listed[1:]):
        if older.area == newer.area:
            yield older.id, newer.id


def ways(
    corpus: Corpus, area: str, strings: dict, report: Report | None = None
) -> list[tuple[str, str]]:
    """Return names and addresses of the comparisons of an area's reports, or of those that one report is in."""
    own = corpus.listed_of(area)
    return [
        (
            strings["compare"]["way"].format(older=older.year, newer=newer.year),
            addresses.compare(newer, older),
        )
        for older, newer in zip(own, own[1:])
        if report is None or report.id in (older.id, newer.id)
    ]


def page(corpus: Corpus, older: Reading, newer: Reading, strings: dict) -> Page:
    """Return the page of two reports."""
    words, two = strings["compare"], (older.report, newer.report)
    address = addresses.compare(newer.report, older.report)
    area = corpus.area(newer.report.area)
    years = {"older": older.report.year, "newer": newer.report.year}
    title = words["title"].format(area=area.name, **years)
    stated = _stated(corpus, two)
    promised = _promised(stated)
    rows = [
        _row(corpus, indicator, measure, said, two, promised[indicator], strings)
        for (indicator, measure), said in stated.items()
    ]
    made = _controls(corpus, rows, two, strings)
    for row in rows:
        row["traits"] = attributes(row["filters"], made)
    return Page(
        address,
        "compare.html",
        {
            "title": title,
            "description": f"{title}。{words['intro']}",
            "styles": ("tables.css", "compare.css"),
            "scripts": ("tables.js",),
            "crumbs": [
                (strings["reports"]["title"], "reports/"),
                (area.name, addresses.area(area.code)),
                (str(years["newer"]), addresses.report(newer.report)),
                (words["short"].format(**years), None),
            ],
            "reports": [
                {
                    "name": report.title,
                    "year": report.year,
                    "address": addresses.report(report),
                    "figures": len(reading.mentions),
                    "letters": len(report.text) - report.body,
                }
                for report, reading in zip(two, (older, newer))
            ],
            "lists": [
                {"title": words["dropped"].format(**years), "rows": _only(rows, OLDER, 0), "at": 0},
                {"title": words["added"].format(**years), "rows": _only(rows, NEWER, 1), "at": 1},
            ],
            "controls": made,
            "rows": rows,
            "parts": parts(older, newer, corpus.vocabulary.indicators, address),
        },
    )


def _stated(
    corpus: Corpus, two: tuple[Report, Report]
) -> dict[tuple[str, str], list[list[Observation]]]:
    """Return, for each indicator and measure, what each report says, in the vocabulary's order."""
    found: dict[tuple[str, str], list[list[Observation]]] = {}
    order = {id: at for at, id in enumerate(corpus.vocabulary.indicators)}
    both = [o for report in two for o in corpus.stated_in(report.id)]
    for o in sorted(both, key=lambda o: order[o.indicator]):
        found.setdefault((o.indicator, o.measure), [[], []])[o.year == two[1].year].append(o)
    return found


def _promised(stated: dict[tuple[str, str], list[list[Observation]]]) -> dict[str, str]:
    """Return which reports promise something of an indicator, in whatever measure: growth one year, an amount the next is no new target."""
    promised = [
        {id for (id, _), said in stated.items() if any(o.status == "target" for o in said[at])}
        for at in (0, 1)
    ]
    return {id: _presence([id in own for own in promised]) for id, _ in stated}


def _only(rows: list[dict], presence: str, at: int) -> list[dict]:
    """Return the rows with a target that only one of the reports has."""
    return [
        row
        for row in rows
        if row["promise"] == presence and row["groups"][1]["cells"][at]["values"]
    ]


def _row(
    corpus: Corpus,
    indicator: str,
    measure: str,
    said: list[list[Observation]],
    two: tuple[Report, Report],
    promise: str,
    strings: dict,
) -> dict:
    """Return what both reports say of an indicator: cells in the order reached, change, promised, change."""
    known = corpus.vocabulary.indicators[indicator]
    own = {
        status: [_main(stated, status, report) for stated, report in zip(said, two)]
        for status in STATUSES
    }
    traits = {
        "there": _presence([bool(stated) for stated in said]),
        "promise": promise,
        "topic": known.topic,
    }
    return {
        "filters": traits,
        "promise": promise,
        "name": known.zh,
        "address": addresses.indicator(indicator),
        "measure": strings["measures"][measure],
        "groups": [
            {
                "status": status,
                "cells": [
                    _cell(corpus, stated, status, main) for stated, main in zip(said, own[status])
                ],
                "change": change(*own[status], strings["compare"]),
            }
            for status in STATUSES
        ],
    }


def _presence(there: list[bool]) -> str:
    return {(True, True): BOTH, (True, False): OLDER, (False, True): NEWER}.get(
        tuple(there), NEITHER
    )


def _main(stated: list[Observation], status: str, report: Report) -> Observation | None:
    """Return what a report says of the year it is mainly about, if it says one thing only."""
    years = {
        str(year) for year in (report.reviews[-1:] if status == "actual" else report.plans[:1])
    }
    own = {
        (o.value, o.value_high, o.bound): o
        for o in stated
        if o.status == status and o.period in years
    }
    return next(iter(own.values())) if len(own) == 1 else None


def change(older: Observation | None, newer: Observation | None, words: dict) -> str:
    """Return how a statement differs from the older one; nothing where the two are not of one sort."""
    if (
        not older
        or not newer
        or (older.unit, older.bound) != (newer.unit, newer.bound)
        or older.value_high is not None
        or newer.value_high is not None
    ):
        return ""
    difference = newer.value - older.value
    if not difference:
        return words["equal"]
    if newer.unit == "位":
        return words["back" if difference > 0 else "forward"].format(size=number(abs(difference)))
    if newer.unit in SHARES or older.value <= 0:
        points = words["points"] if newer.unit in SHARES else newer.unit
        return words["up" if difference > 0 else "down"].format(
            size=number(abs(difference)) + points
        )
    return words["up" if difference > 0 else "down"].format(
        size=f"{number(round(abs(difference) / older.value * 100, 1))}%"
    )


def _cell(corpus: Corpus, stated: list[Observation], status: str, main: Observation | None) -> dict:
    """Return the statements of a cell, each once, with the way to its sentence."""
    once = {
        (o.period, o.value, o.value_high, o.bound): o
        for o in reversed(stated)
        if o.status == status
    }
    first = main or next(iter(reversed(once.values())), None)
    fields = (first.value, first.value_high, first.unit) if first else (None, None, "")
    values = [
        {"text": quantity(o), "period": o.period, "address": addresses.sentence(o)}
        for o in reversed(once.values())
    ]
    return {
        "values": values,
        "attributes": measured(
            *fields, corpus.vocabulary.units, " ".join(value["text"] for value in values)
        ),
    }


def columns(strings: dict, years: Mapping[str, int] | None = None) -> tuple[Column, ...]:
    """Return the columns of the table of indicators; without `years`, which are the reports', as cards name their cells."""
    words, years = strings["compare"], years or dict.fromkeys((OLDER, NEWER), 0)
    found = [Column("indicator", strings["indicators"]["title"], strings["targets"]["named"])]
    for status in STATUSES:
        name = words["columns"][status]
        found += [
            Column(
                f"{status}-{year}",
                *(words[part].format(year=year, name=name) for part in ("head", "fields", "link")),
                words["labels"][which].format(name=name),
            )
            for which, year in years.items()
        ]
        found.append(
            Column(f"{status}-change", words["columns"]["change"], words["changes"][status])
        )
    return tuple(found)


def _controls(corpus: Corpus, rows: list[dict], two: tuple[Report, Report], strings: dict):
    """Return what the table of indicators can be sorted and filtered by."""
    words, years = strings["compare"], {OLDER: two[0].year, NEWER: two[1].year}
    return controls(
        "indicators",
        f"{two[1].area}-{years['older']}-{years['newer']}.csv",
        columns(strings, years),
        [row["filters"] for row in rows],
        {
            "there": (
                words["there"],
                {key: text.format(**years) for key, text in words["presences"].items()},
            ),
            "promise": (
                words["promise"],
                {key: text.format(**years) for key, text in words["promises"].items()},
            ),
            "topic": (strings["tables"]["topic"], corpus.wordlists.topics),
        },
    )
