"""A report's indicators beside what the same area's other reports and its parent's report state.

Only the previous and the next report and the parent's of the same year, so that one edited report does
not rewrite every page.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, Listed
from baogao.records import Observation, Reading, Report

SHOWN = ("level", "growth")


def near(corpus: Corpus, reading: Reading) -> list[Listed]:
    """Return the same area's previous and next report here, and its parent area's of the same year."""
    report = reading.report
    own = corpus.listed_of(report.area)
    place = [one.id for one in own].index(report.id)
    parent = [
        one for one in corpus.listed_of(corpus.area(report.area).parent) if one.year == report.year
    ]
    return [*own[max(0, place - 1) : place], *own[place + 1 : place + 2], *parent]


def neighbours(corpus: Corpus, reading: Reading, strings: dict) -> dict | None:
    """Return the table of indicators that this report and a near one both state; None where there is none."""
    return side_by_side(corpus, [reading.report, *near(corpus, reading)], strings)


def family(corpus: Corpus, area_code: str, strings: dict) -> list[dict]:
    """Return, for every year in which an area and areas under it reported, the headline indicators side by side."""
    tables = []
    below = [one for one in corpus.listed if corpus.area(one.area).parent == area_code]
    for own in corpus.listed_of(area_code):
        under = [one for one in below if one.year == own.year]
        table = side_by_side(corpus, [own, *under], strings, headline=True) if under else None
        tables += [{"year": own.year, **table}] if table else []
    return tables


def side_by_side(
    corpus: Corpus, reports: Sequence[Report | Listed], strings: dict, headline: bool = False
) -> dict | None:
    """Return what reports state of the indicators that the first and another both state; None where there are none."""
    stated = {report.id: list(_of(corpus, report.id)) for report in reports}
    here = [
        i
        for i in dict.fromkeys(o.indicator for o in stated[reports[0].id])
        if not headline or corpus.vocabulary.indicators[i].headline
    ]
    elsewhere = {o.indicator for report in reports[1:] for o in stated[report.id]}
    rows = [
        {
            "name": corpus.vocabulary.indicators[indicator].zh,
            "address": addresses.indicator(indicator),
            "cells": [
                list(_said((o for o in stated[report.id] if o.indicator == indicator), strings))
                for report in reports
            ],
        }
        for indicator in here
        if indicator in elsewhere
    ]
    if not rows:
        return None
    return {
        "heads": [
            {"name": f"{corpus.area(r.area).name} {r.year}", "address": addresses.report(r)}
            for r in reports
        ],
        "rows": rows,
    }


def _of(corpus: Corpus, report: str) -> Iterator[Observation]:
    """Yield what a report states of levels and growth, each statement once."""
    seen = set()
    for o in corpus.stated_in(report):
        key = (o.indicator, o.measure, o.status, o.period, o.value, o.value_high)
        if o.measure in SHOWN and key not in seen:
            seen.add(key)
            yield o


def _said(stated: Iterable[Observation], strings: dict) -> Iterator[dict]:
    """Yield what is said of each year and whether it is promised, so that a cell says that once."""
    for (period, status), items in groupby(stated, lambda o: (o.period, o.status)):
        word = strings["statuses"][status] if status == "target" else ""
        yield {
            "when": f"{period} {word}".strip(),
            "status": status,
            "values": [{"text": o.text, "address": addresses.sentence(o)} for o in items],
        }
