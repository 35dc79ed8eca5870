"""A report's indicators beside what reports near it state.

Near are only the area's previous and next report and the parent's of the same year, so that one
edited report does not rewrite every page.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed
from baogao.records import Observation, Reading, Report

SHOWN = ("level", "growth")


def near(corpus: Corpus, reading: Reading) -> list[Listed]:
    """Return the area's previous and next report, and its parent area's of the same year."""
    report = reading.report
    own = corpus.listed_of(report.area)
    place = [one.id for one in own].index(report.id)
    parent = corpus.listed_of(corpus.area(report.area).parent)
    return [
        *own[max(0, place - 1) : place],
        *own[place + 1 : place + 2],
        *(one for one in parent if one.year == report.year),
    ]


def neighbours(corpus: Corpus, reading: Reading, strings: dict) -> dict | None:
    """Return the table of indicators that this report and a near one both state, if any."""
    return side_by_side(corpus, [reading.report, *near(corpus, reading)], strings)


def family(corpus: Corpus, area_code: str, strings: dict) -> list[dict]:
    """Return the headline indicators of an area and the areas under it, a table for each year."""
    tables = []
    below = [one for one in corpus.listed if corpus.area(one.area).parent == area_code]
    for own in corpus.listed_of(area_code):
        under = [one for one in below if one.year == own.year]
        table = side_by_side(corpus, [own, *under], strings, headline=True) if under else None
        if table:
            tables.append({"year": own.year, **table})
    return tables


def side_by_side(
    corpus: Corpus, reports: Sequence[Report | Listed], strings: dict, headline: bool = False
) -> dict | None:
    """Return what reports state of the indicators that the first and another state, if any."""
    stated = [list(_statements(corpus, report.id)) for report in reports]
    elsewhere = {o.indicator for own in stated[1:] for o in own}
    rows = [
        _row(corpus, indicator, stated, strings)
        for indicator in dict.fromkeys(o.indicator for o in stated[0])
        if indicator in elsewhere
        and (corpus.vocabulary.indicators[indicator].headline or not headline)
    ]
    if not rows:
        return None
    heads = [
        {
            "name": f"{corpus.area(report.area, report.year).name} {report.year}",
            "address": addresses.report(report),
        }
        for report in reports
    ]
    return {"heads": heads, "rows": rows}


def _row(
    corpus: Corpus, indicator: str, stated: Sequence[Sequence[Observation]], strings: dict
) -> dict:
    return {
        "name": corpus.vocabulary.indicators[indicator].zh,
        "address": addresses.indicator(indicator),
        "cells": [
            list(_cell([o for o in own if o.indicator == indicator], strings)) for own in stated
        ],
    }


def _statements(corpus: Corpus, report: str) -> Iterator[Observation]:
    """Yield what a report states of levels and growth, each statement once."""
    seen = set()
    for o in corpus.stated_in(report):
        key = (o.indicator, o.measure, o.status, o.period, o.value, o.value_high)
        if o.measure in SHOWN and key not in seen:
            seen.add(key)
            yield o


def _cell(stated: Iterable[Observation], strings: dict) -> Iterator[dict]:
    """Yield what is said of each year, reached or promised, so that a cell says the year once."""
    for (period, status), items in groupby(stated, lambda o: (o.period, o.status)):
        word = strings["statuses"][status] if status == "target" else ""
        yield {
            "when": f"{period} {word}".strip(),
            "status": status,
            "values": [{"text": o.text, "address": addresses.sentence(o)} for o in items],
        }
