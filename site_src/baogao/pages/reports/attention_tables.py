"""How much a report, and an area's reports through the years, speak of each matter."""

from collections.abc import Iterable, Iterator, Sequence

from baogao.charts import findings
from baogao.charts.chart import Chart, caption, chart, fixed
from baogao.charts.lane_data import Lane, Mark
from baogao.charts.line_panels import panel_drawing
from baogao.charts.series import Series, newest_years
from baogao.corpus import addresses
from baogao.corpus.attention import SIDES, Attention
from baogao.corpus.corpus import Corpus

MOST_YEARS = 10  # of each matter in a chart
FEWEST = 2  # reports, for a line
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
    """Return the chart of what an area's reports speak of: a panel for each matter, or lanes."""
    words, name = strings["charts"]["attention"], corpus.area(area).name
    reports = corpus.listed_of(area)[-MOST_YEARS:]
    spoken = [one for one in _series(corpus, area, words) if one.lanes]
    if not spoken:
        return ()
    lanes = [lane for one in spoken for lane in one.table]
    alt = words["alt"].format(area=name, years=len(reports), lists=len(spoken))
    values = {"area": name} | _most_spoken_of(spoken)
    said = caption(f"{area}-attention", words, alt, **values)
    if len(reports) < FEWEST:
        return chart(said, lanes, strings)
    years = newest_years(spoken, MOST_YEARS)
    panels = [one.within(years) for one in spoken]
    labels = [findings.scale_label("%", strings)] * len(panels)
    drawing = panel_drawing(panels, years, said.columns[1:], labels, shared=True, with_zero=True)
    return (fixed(said, drawing, lanes, strings),)


def _series(corpus: Corpus, area: str, words: dict) -> Iterator[Series]:
    """Yield each matter through the years: its share of what looks back and ahead."""
    found = {(a.list, a.report, a.side): a for a in corpus.attention_for(area)}
    for one in corpus.wordlists.word_lists.lists:
        lanes: dict[int, tuple[Lane, ...]] = {}
        for report in corpus.listed_of(area)[-MOST_YEARS:]:
            back, ahead = (_mark(found.get((one.id, report.id, side))) for side in SIDES)
            if back or ahead:
                name = words["lane"].format(year=report.year)
                lanes[report.year] = (Lane(name, back, ahead, group=one.zh),)
        yield Series(one.zh, lanes)


def _most_spoken_of(spoken: Sequence[Series]) -> dict[str, object]:
    """Return the newest year, the matter that most sentences speak of, and its larger share."""
    year = max(year for one in spoken for year in one.lanes)
    marks = [(mark.low or 0, mark.text, one.name) for one in spoken for mark in one.marks(year)]
    _, share, name = max(marks)
    return {"year": year, "name": name, "share": share}


def _mark(one: Attention | None) -> Mark | None:
    return Mark(_percent(one.sentence_share), low=PERCENT * one.sentence_share) if one else None
