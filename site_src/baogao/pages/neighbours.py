"""A report's indicators beside what the same area's other reports and its parent's report state.

Only the previous and the next report and the parent's of the same year, so that one edited report does
not rewrite every page.
"""
from collections.abc import Iterator

from baogao.corpus import Corpus
from baogao.pages import addresses
from baogao.records import Observation, Reading, Report

SHOWN = ("level", "growth")


def near(corpus: Corpus, reading: Reading) -> list[Report]:
    """Return the same area's previous and next report here, and its parent area's of the same year."""
    report = reading.report
    own = [r.report for r in corpus.of_area(report.area)]
    place = own.index(report)
    parent = [r.report for r in corpus.of_area(corpus.area(report.area).parent) if r.report.year == report.year]
    return own[max(0, place - 1):place] + own[place + 1:place + 2] + parent


def neighbours(corpus: Corpus, reading: Reading, strings: dict) -> dict | None:
    """Return the table of indicators that this report and a near one both state; None where there is none."""
    return side_by_side(corpus, [reading.report, *near(corpus, reading)], strings)


def family(corpus: Corpus, area_code: str, strings: dict) -> list[dict]:
    """Return, for every year in which an area and areas under it reported, the headline indicators side by side."""
    tables = []
    for own in corpus.of_area(area_code):
        under = [r.report for r in corpus.readings if corpus.area(r.report.area).parent == area_code and r.report.year == own.report.year]
        table = side_by_side(corpus, [own.report, *under], strings, headline=True) if under else None
        tables += [{"year": own.report.year, **table}] if table else []
    return tables


def side_by_side(corpus: Corpus, reports: list[Report], strings: dict, headline: bool = False) -> dict | None:
    """Return what reports state of the indicators that the first and another both state; None where there are none."""
    stated = {report.id: list(_of(corpus, report)) for report in reports}
    here = [i for i in dict.fromkeys(o.indicator for o in stated[reports[0].id])
            if not headline or corpus.vocabulary.indicators[i].headline]
    elsewhere = {o.indicator for report in reports[1:] for o in stated[report.id]}
    rows = [{"name": corpus.vocabulary.indicators[indicator].zh, "address": addresses.indicator(indicator),
             "cells": [[_value(o, strings) for o in stated[report.id] if o.indicator == indicator] for report in reports]}
            for indicator in here if indicator in elsewhere]
    if not rows:
        return None
    return {"heads": [{"name": f"{corpus.area(r.area).name} {r.year}", "address": addresses.report(r)} for r in reports], "rows": rows}


def _of(corpus: Corpus, report: Report) -> Iterator[Observation]:
    """Yield what a report states of levels and growth, each statement once."""
    seen = set()
    for o in corpus.observations:
        key = (o.indicator, o.measure, o.status, o.period, o.value, o.value_high)
        if (o.area, o.year) == (report.area, report.year) and o.measure in SHOWN and key not in seen:
            seen.add(key)
            yield o


def _value(item: Observation, strings: dict) -> dict:
    return {"text": item.text, "period": item.period, "status": item.status, "address": addresses.sentence(item),
            "title": f"{item.period}年{strings['measures'][item.measure]}，{strings['statuses'][item.status]}"}
