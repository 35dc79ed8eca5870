"""The table of what reports state of an indicator: each number as printed, then normalised."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from baogao.charts.quantity_words import as_printed
from baogao.corpus import addresses
from baogao.corpus.by_key import by_key
from baogao.corpus.corpus import Corpus
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.tables.controls import (
    Column,
    Controls,
    attributes,
    controls,
    headed,
    marked,
    sorted_by,
)
from baogao.pages.tables.statement_cells import doubt_mark, fields, is_doubtful, normalised
from baogao.records import Indicator, Observation

# `static/all_rows.js` makes the same row.
ROW = '<tr{}><td>{}<td>{}<td>{}<td data-csv="{}"{}>{}{}{}<td{}>{}<td>{}{}'
LINK = "<a href={}>{}</a>"
AGAIN = " <a href={}>{}</a>"


class Row(NamedTuple):
    """What a report states once or more often in the same words; `again` are the further places."""

    stated: Observation
    printed: str
    again: tuple[Observation, ...] = ()


def table_rows(stated: Iterable[Observation], strings: dict) -> list[Row]:
    """Return what is stated, the newest first, in a year by measure and area, each thing once."""
    place = {measure: at for at, measure in enumerate(strings["measures"])}
    ordered = sorted(stated, key=lambda o: (place[o.measure], o.area))
    newest = sorted(ordered, key=lambda o: o.period, reverse=True)
    same = by_key((_what_is_stated(o, as_printed(o, strings)), o) for o in newest)
    return [Row(first, key[0], tuple(again)) for key, (first, *again) in same.items()]


def _what_is_stated(o: Observation, printed: str) -> tuple[str, ...]:
    return printed, o.report, o.period, o.measure, o.status, o.against, *o.qualifiers


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of the table."""
    words = strings["tables"]
    csv, links = {"value": words["printed"]}, {"quote": words["sentence"]}
    return headed(strings["indicator"]["columns"], csv, links)


def table_controls(
    corpus: Corpus, indicator: Indicator, rows: Sequence[Row], strings: dict
) -> Controls:
    """Return what the table can be sorted and filtered by."""
    heads = strings["indicator"]["columns"]
    areas = {area.code: area.name for area in corpus.areas()}
    periods = {period: period for period in sorted({row.stated.period for row in rows})}
    return controls(
        "stated",
        f"{indicator.id}.csv",
        columns(strings),
        [_traits(row.stated) for row in rows],
        {
            "area": (heads["area"], areas),
            "period": (heads["period"], periods),
            "measure": (heads["measure"], strings["measures"]),
            "status": (heads["status"], strings["statuses"]),
        },
    )


def _traits(item: Observation) -> dict[str, str]:
    """Return the values that a row is filtered by."""
    return {
        "area": item.area,
        "period": item.period,
        "measure": item.measure,
        "status": item.status,
    }


def html_rows(corpus: Corpus, rows: Sequence[Row], made: Controls, strings: dict) -> Markup:
    """Return rows as HTML, for the page of an indicator."""
    url = addresses.relative(addresses.indicator(""))
    names = {code: corpus.area(code).name for code in {row.stated.area for row in rows}}
    areas = {code: fill_html(LINK, url(addresses.area(code)), names[code]) for code in names}
    return join_html(_html(row, areas[row.stated.area], made, url, corpus, strings) for row in rows)


def _html(
    row: Row, area: Markup, made: Controls, url: addresses.Url, corpus: Corpus, strings: dict
) -> Markup:
    o = row.stated
    again = (
        fill_html(AGAIN, url(addresses.sentence(one)), strings["indicator"]["again"])
        for one in row.again
    )
    return fill_html(
        ROW,
        attributes(_traits(o), made),
        area,
        o.period,
        strings["measures"][o.measure],
        fields(o, strings),
        sorted_by(o.value, o.unit, corpus.vocabulary.units),
        row.printed,
        normalised(o, strings),
        doubt_mark(is_doubtful(o), strings),
        marked(o.status),
        strings["statuses"][o.status],
        fill_html(LINK, url(addresses.sentence(o)), o.quote),
        join_html(again),
    )


def names(corpus: Corpus, indicator: Indicator, strings: dict) -> dict[str, object]:
    """Return what the codes in an indicator's files mean, and each number as the table shows it.

    With these `static/all_rows.js` makes the rows that the page has no room for.
    """
    stated = corpus.stated_of(indicator.id)
    codes = {name: set(_each(stated, name)) for name in ("measure", "status", "bound")}
    words = {"measure": "measures", "status": "statuses", "bound": "bounds"}
    named: dict[str, object] = {
        name: {key: told for key, told in strings[words[name]].items() if key in codes[name]}
        for name in codes
    }
    areas = {code: corpus.area(code).name for code in sorted({o.area for o in stated})}
    again, doubt = strings["indicator"]["again"], strings["doubt"]["mark"]
    printed = [as_printed(o, strings) for o in stated]
    return {"area": areas, **named, "again": again, "doubt": doubt, "printed": printed}


def _each(stated: Iterable[Observation], name: str) -> Iterator[str]:
    return (getattr(o, name) for o in stated)
