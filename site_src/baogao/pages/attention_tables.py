"""How much a report, and an area's reports through the years, speak of each matter."""

from collections.abc import Iterable

from baogao.charts.chart import Chart, caption, chart
from baogao.charts.lane_data import Lane, Mark
from baogao.corpus import addresses
from baogao.corpus.attention import SIDES, Attention
from baogao.corpus.corpus import Corpus

MOST_YEARS = 3  # of each matter in a chart
PERCENT = 100


def of_report(corpus: Corpus, report: str) -> list[dict]:
    """Return a row for each matter: its shares of sentences and of figures, back and ahead.

    The one that most sentences speak of comes first.
    """
    rows: dict[str, dict[str, Attention]] = {}
    for one in corpus.attention_in(report):
        rows.setdefault(one.list, {})[one.side] = one
    names = corpus.wordlists.word_lists.by_id
    ordered = sorted(rows, key=lambda list: -sum(own.sentences for own in rows[list].values()))
    return [
        {
            "name": names[list].zh,
            "address": addresses.word_list(list),
            "cells": [_cell(rows[list].get(side)) for side in SIDES],
        }
        for list in ordered
    ]


def _cell(one: Attention | None) -> dict | None:
    if one is None:
        return None
    return {
        "share": f"{one.sentence_share:.3f}",
        "text": _percent(one.sentence_share),
        "figures": _percent(one.figure_share) if one.of_figures else "",
    }


def _percent(share: float) -> str:
    return f"{PERCENT * share:.0f}%"


def of_area(corpus: Corpus, area: str) -> dict:
    """Return the shares of sentences through the years: a row for each matter, back and ahead."""
    years = [one.year for one in corpus.listed_of(area)]
    lists = corpus.wordlists.word_lists.lists
    found = {(a.list, a.report, a.side): a for a in corpus.attention_for(area)}
    rows = []
    for one in (one for one in lists if one.terms):
        shares = [[found.get((one.id, f"{area}/{year}", side)) for side in SIDES] for year in years]
        if any(any(pair) for pair in shares):
            cells = [
                [_percent(own.sentence_share) if own else "" for own in pair] for pair in shares
            ]
            rows.append({"name": one.zh, "address": addresses.word_list(one.id), "cells": cells})
    return {"years": years, "rows": rows}


def area_chart(corpus: Corpus, strings: dict, area: str) -> Iterable[Chart]:
    """Return the chart of what an area's newest reports speak of."""
    words = strings["charts"]["attention"]
    reports = corpus.listed_of(area)[-MOST_YEARS:]
    found = {(a.list, a.report, a.side): a for a in corpus.attention_for(area)}
    lanes = []
    for one in corpus.wordlists.word_lists.lists:
        for report in reports:
            back, ahead = (_mark(found.get((one.id, report.id, side))) for side in SIDES)
            if back or ahead:
                name = words["lane"].format(year=report.year)
                lanes.append(Lane(name, back, ahead, group=one.zh))
    name = corpus.area(area).name
    alt = words["alt"].format(area=name, years=len(reports), lists=len({a.group for a in lanes}))
    return chart(caption(f"{area}-attention", words, alt, area=name), lanes, strings)


def _mark(one: Attention | None) -> Mark | None:
    return Mark(_percent(one.sentence_share), low=PERCENT * one.sentence_share) if one else None
