"""What two reports of an area say of every indicator, and what has changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from baogao.charts.quantity_words import as_printed
from baogao.corpus.corpus import Corpus
from baogao.pages.comparison.compare_changes import change
from baogao.pages.fast_html import NOTHING
from baogao.pages.tables.controls import Column, Controls, controls, measured
from baogao.pages.tables.statement_cells import doubt_mark, is_doubtful
from baogao.records import Indicator, Observation, Report

STATUSES = ("actual", "target")
BOTH, OLDER, NEWER, NEITHER = "both", "older", "newer", "neither"
PRESENCES = {(True, True): BOTH, (True, False): OLDER, (False, True): NEWER}


class Subject(NamedTuple):
    """What a row is about: an indicator, what is measured of it, and what narrows it."""

    indicator: str
    measure: str
    qualifiers: tuple[str, ...]


class Value(NamedTuple):
    """A statement as printed; without a year where that is the one that its column is about.

    `doubt` is the mark of a doubtful source.
    """

    text: str
    year: str
    anchor: str
    doubt: Markup = NOTHING


class Cell(NamedTuple):
    """What one report says, each statement once, and the attributes that the values need.

    `main` is what it says of the year that its column is about, if that is one thing.
    """

    values: tuple[Value, ...] = ()
    attributes: Markup = NOTHING
    main: Observation | None = None


EMPTY = Cell()


class Row(NamedTuple):
    """What both reports say of a subject, as reached and as promised, with the changes between.

    `there` tells which of them states something of it, `promise` which promises something of the
    indicator.
    """

    indicator: Indicator
    measure: str
    there: str
    promise: str
    cells: Mapping[str, tuple[Cell, Cell]]  # by status: of the older report, of the newer one
    changes: Mapping[str, str]


Statements = tuple[list[Observation], list[Observation]]  # of the older report, of the newer one
TwoReports = tuple[Report, Report]


def indicator_rows(corpus: Corpus, two: TwoReports, strings: dict) -> list[Row]:
    """Return what both reports say, in the vocabulary's order."""
    stated, indicators = _stated(corpus, two), corpus.vocabulary.indicators
    promised = _promised(stated)
    years = {status: [_main_year(report, status) for report in two] for status in STATUSES}
    rows = []
    for subject, said in stated.items():
        cells, changes = {}, {}
        for status in STATUSES:
            older, newer = (
                _cell([o for o in one if o.status == status], year, corpus, strings)
                for one, year in zip(said, years[status], strict=True)
            )
            cells[status] = older, newer
            changes[status] = change(older.main, newer.main, strings["compare"])
        known = indicators[subject.indicator]
        further = further_qualifiers(subject.qualifiers, known, corpus, strings)
        measure = f"{strings['measures'][subject.measure]} {further}".rstrip()
        there, promise = _presence(*map(bool, said)), promised[subject.indicator]
        rows.append(Row(known, measure, there, promise, cells, changes))
    return rows


def targets_only_in(rows: Iterable[Row], presence: str) -> Iterator[tuple[Row, tuple[Value, ...]]]:
    """Yield the rows of indicators that only one of the reports promises something of, with it."""
    at = (OLDER, NEWER).index(presence)
    for row in rows:
        values = row.cells["target"][at].values
        if row.promise == presence and values:
            yield row, values


def _stated(corpus: Corpus, two: TwoReports) -> dict[Subject, Statements]:
    """Return, for each subject, what each report says, in the vocabulary's order."""
    found: dict[Subject, Statements] = {}
    order = {id: at for at, id in enumerate(corpus.vocabulary.indicators)}
    both = [o for report in two for o in corpus.stated_in(report.id)]
    for o in sorted(both, key=lambda o: order[o.indicator]):
        older, newer = found.setdefault(Subject(o.indicator, o.measure, o.qualifiers), ([], []))
        (newer if o.year == two[1].year else older).append(o)
    return found


def further_qualifiers(names: Iterable[str], of: Indicator, corpus: Corpus, strings: dict) -> str:
    """Name the qualifiers that an indicator has not by nature."""
    own = corpus.wordlists.rules.qualifiers.of("", of)
    return strings["punctuation"]["and"].join(name for name in names if name not in own)


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
    ids = {subject.indicator for subject in stated}
    return {id: _presence(id in older, id in newer) for id in ids}


def _presence(older: bool, newer: bool) -> str:
    return PRESENCES.get((older, newer), NEITHER)


# --- cells ----------------------------------------------------------------------------------------


def _main_year(report: Report, status: str) -> str:
    """Return the year that a report is mainly about."""
    years = report.reviews[-1:] if status == "actual" else report.plans[:1]
    return "".join(map(str, years))


def _main(stated: list[Observation], year: str) -> Observation | None:
    """Return what a report says of a year, if it says one thing only."""
    own = [o for o in stated if o.period == year]
    different = {(o.value, o.value_high, o.bound): o for o in own} if len(own) > 1 else own
    return own[-1] if len(different) == 1 else None


def _each_once(stated: list[Observation]) -> list[Observation]:
    """Return statements without those that say the same again."""
    if len(stated) == 1:
        return stated
    once = {(o.period, o.value, o.value_high, o.bound): o for o in reversed(stated)}
    return list(reversed(once.values()))


def _cell(stated: list[Observation], year: str, corpus: Corpus, strings: dict) -> Cell:
    """Return the statements of a cell, each once."""
    if not stated:
        return EMPTY
    shown = _each_once(stated)
    values = tuple(
        Value(
            as_printed(o, strings),
            "" if o.period == year else o.period,
            o.anchor,
            doubt_mark(is_doubtful(o), strings),
        )
        for o in shown
    )
    main = _main(stated, year)
    first, text = main or shown[0], " ".join(value.text for value in values)
    units = corpus.vocabulary.units
    attributes = measured(first.value, first.value_high, first.unit, units, text)
    return Cell(values, attributes, main)


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


def table_controls(corpus: Corpus, rows: list[Row], two: TwoReports, strings: dict) -> Controls:
    """Return what the table can be sorted and filtered by."""
    words, years = strings["compare"], {OLDER: two[0].year, NEWER: two[1].year}

    def filled(texts: Mapping[str, str]) -> dict[str, str]:
        return {key: text.format(**years) for key, text in texts.items()}

    return controls(
        "indicators",
        f"{two[1].area}-{years[OLDER]}-{years[NEWER]}.csv",
        columns(strings, years),
        [
            {"there": row.there, "promise": row.promise, "topic": row.indicator.topic}
            for row in rows
        ],
        {
            "there": (words["there"], filled(words["presences"])),
            "promise": (words["promise"], filled(words["promises"])),
            "topic": (strings["tables"]["topic"], corpus.wordlists.topics),
        },
    )
