"""The table of what two reports of an area say of every indicator, and what has changed."""

from collections.abc import Mapping
from typing import NamedTuple

from baogao.charts.quantity_words import number, quantity
from baogao.content.outcome_and_check_rules import POINTS
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.figure_in_base_units import GROWTH_UNITS
from baogao.pages.controls import Column, Controls, attributes, controls, measured
from baogao.records import Observation, Report

STATUSES = ("actual", "target")
BOTH, OLDER, NEWER, NEITHER = "both", "older", "newer", "neither"
PRESENCES = {(True, True): BOTH, (True, False): OLDER, (False, True): NEWER}
RANK_UNIT = GROWTH_UNITS["rank"]


class Subject(NamedTuple):
    """What a row is about."""

    indicator: str
    measure: str


Statements = tuple[list[Observation], list[Observation]]  # of the older report, of the newer one
TwoReports = tuple[Report, Report]


def indicator_table(corpus: Corpus, two: TwoReports, strings: dict) -> tuple[Controls, list[dict]]:
    """Return the controls and the rows of the table."""
    stated = _stated(corpus, two)
    promised = _promised(stated)
    rows = [
        _row(corpus, subject, said, two, promised[subject.indicator], strings)
        for subject, said in stated.items()
    ]
    made = _controls(corpus, rows, two, strings)
    for row in rows:
        row["traits"] = attributes(row["filters"], made)
    return made, rows


def only_in(rows: list[dict], presence: str, at: int) -> list[dict]:
    """Return the rows with a target that only one of the reports has; `at` is its place."""
    return [
        row
        for row in rows
        if row["promise"] == presence and row["groups"][1]["cells"][at]["values"]
    ]


def _stated(corpus: Corpus, two: TwoReports) -> dict[Subject, Statements]:
    """Return, for each subject, what each report says, in the vocabulary's order."""
    found: dict[Subject, Statements] = {}
    order = {id: at for at, id in enumerate(corpus.vocabulary.indicators)}
    both = [o for report in two for o in corpus.stated_in(report.id)]
    for o in sorted(both, key=lambda o: order[o.indicator]):
        older, newer = found.setdefault(Subject(o.indicator, o.measure), ([], []))
        (newer if o.year == two[1].year else older).append(o)
    return found


def _promised(stated: dict[Subject, Statements]) -> dict[str, str]:
    """Return which reports promise something of an indicator, in whatever measure.

    Growth in one year and an amount in the next is no new target.
    """
    older, newer = (
        {
            subject.indicator
            for subject, said in stated.items()
            if any(o.status == "target" for o in said[at])
        }
        for at in (0, 1)
    )
    return {id: _presence(id in older, id in newer) for id, _ in stated}


def _presence(older: bool, newer: bool) -> str:
    return PRESENCES.get((older, newer), NEITHER)


# --- rows -----------------------------------------------------------------------------------------


def _row(
    corpus: Corpus,
    subject: Subject,
    said: Statements,
    two: TwoReports,
    promise: str,
    strings: dict,
) -> dict:
    """Return what both reports say: cells in the order reached, change, promised, change."""
    known = corpus.vocabulary.indicators[subject.indicator]
    filters = {
        "there": _presence(bool(said[0]), bool(said[1])),
        "promise": promise,
        "topic": known.topic,
    }
    return {
        "filters": filters,
        "promise": promise,
        "name": known.zh,
        "address": addresses.indicator(subject.indicator),
        "measure": strings["measures"][subject.measure],
        "groups": [_cells_of(corpus, said, status, two, strings) for status in STATUSES],
    }


def _cells_of(
    corpus: Corpus, said: Statements, status: str, two: TwoReports, strings: dict
) -> dict:
    """Return the two cells of a status, and the change between them."""
    older, newer = (_main(stated, status, report) for stated, report in zip(said, two, strict=True))
    return {
        "status": status,
        "cells": [
            _cell(corpus, [o for o in stated if o.status == status], main, strings)
            for stated, main in zip(said, (older, newer), strict=True)
        ],
        "change": change(older, newer, strings["compare"]),
    }


def _main(stated: list[Observation], status: str, report: Report) -> Observation | None:
    """Return what a report says of the year it is mainly about, if it says one thing only."""
    years = report.reviews[-1:] if status == "actual" else report.plans[:1]
    own = {
        (o.value, o.value_high, o.bound): o
        for o in stated
        if o.status == status and o.period in map(str, years)
    }
    return next(iter(own.values())) if len(own) == 1 else None


def _cell(
    corpus: Corpus, stated: list[Observation], main: Observation | None, strings: dict
) -> dict:
    """Return the statements of a cell, each once, with the way to its sentence."""
    once = {(o.period, o.value, o.value_high, o.bound): o for o in reversed(stated)}
    shown = list(reversed(once.values()))
    first = main or (shown[0] if shown else None)
    low, high, unit = (first.value, first.value_high, first.unit) if first else (None, None, "")
    values = [
        {"text": quantity(o, strings), "period": o.period, "address": addresses.sentence(o)}
        for o in shown
    ]
    text = " ".join(value["text"] for value in values)
    return {
        "values": values,
        "attributes": measured(low, high, unit, corpus.vocabulary.units, text),
    }


# --- changes --------------------------------------------------------------------------------------


def change(older: Observation | None, newer: Observation | None, words: dict) -> str:
    """Return how a statement differs from the older one; nothing where the two are not alike."""
    if not older or not newer or not _alike(older, newer):
        return ""
    difference = newer.value - older.value
    if not difference:
        return words["equal"]
    if newer.unit == RANK_UNIT:
        name = "back" if difference > 0 else "forward"
        return words[name].format(size=number(abs(difference)))
    name = "up" if difference > 0 else "down"
    return words[name].format(size=_size(older, newer, words["points"]))


def _alike(older: Observation, newer: Observation) -> bool:
    """Say whether both are one number, in the same unit and with the same bound."""
    same_sort = (older.unit, older.bound) == (newer.unit, newer.bound)
    return same_sort and older.value_high is None and newer.value_high is None


def _size(older: Observation, newer: Observation, points: str) -> str:
    """Return how large a change is: in points, in per cent of the older value, or in the unit.

    The unit stands where the older value is nought or less, of which there are no per cent.
    """
    difference = abs(newer.value - older.value)
    if newer.unit in POINTS:
        return number(difference) + points
    if older.value <= 0:
        return number(difference) + newer.unit
    return f"{number(round(difference / older.value * 100, 1))}%"


# --- columns and filters --------------------------------------------------------------------------


def columns(strings: dict, years: Mapping[str, int] | None = None) -> tuple[Column, ...]:
    """Return the columns of the table; without the reports' `years` only the labels are right."""
    words, years = strings["compare"], years or dict.fromkeys((OLDER, NEWER), 0)
    found = [Column("indicator", strings["indicators"]["title"], strings["targets"]["named"])]
    for status in STATUSES:
        name = words["columns"][status]
        found += [_year_column(status, name, which, year, words) for which, year in years.items()]
        found.append(
            Column(f"{status}-change", words["columns"]["change"], words["changes"][status])
        )
    return tuple(found)


def _year_column(status: str, name: str, which: str, year: int, words: dict) -> Column:
    head, fields, link = (
        words[part].format(year=year, name=name) for part in ("head", "fields", "link")
    )
    return Column(f"{status}-{year}", head, fields, link, words["labels"][which].format(name=name))


def _controls(corpus: Corpus, rows: list[dict], two: TwoReports, strings: dict) -> Controls:
    """Return what the table can be sorted and filtered by."""
    words, years = strings["compare"], {OLDER: two[0].year, NEWER: two[1].year}

    def filled(texts: Mapping[str, str]) -> dict[str, str]:
        return {key: text.format(**years) for key, text in texts.items()}

    return controls(
        "indicators",
        f"{two[1].area}-{years[OLDER]}-{years[NEWER]}.csv",
        columns(strings, years),
        [row["filters"] for row in rows],
        {
            "there": (words["there"], filled(words["presences"])),
            "promise": (words["promise"], filled(words["promises"])),
            "topic": (strings["tables"]["topic"], corpus.wordlists.topics),
        },
    )
