"""An indicator through the years: a panel for each area, or a heat table where they are many."""

from collections.abc import Sequence

from baogao.charts import findings
from baogao.charts.across_areas import Across, shades
from baogao.charts.chart import Caption, Chart, caption, fixed
from baogao.charts.heat_table import Cell, Row, heat_drawing
from baogao.charts.lane_data import Lane, Mark
from baogao.charts.line_panels import panel_drawing
from baogao.charts.quantity_words import number
from baogao.charts.scales import shade
from baogao.charts.series import Series, newest_years
from baogao.charts.statements import grouped, series_of
from baogao.content.vocabulary.areas import LEVELS
from baogao.records import Observation

MOST_PANELS, MOST_ROWS, MOST_YEARS = 12, 30, 10


def through_the_years(own: Across) -> tuple[Chart, ...]:
    """Return panels with a line each, or a heat table where the areas are too many.

    Of more than there is room for, those of the highest levels are shown.
    """
    stated = grouped(own.stated, "area")
    level = {code: LEVELS.index(own.areas[code].level) for code in stated}
    codes = sorted(stated, key=lambda code: (level[code], code))
    every = [_series(own, code, stated[code]) for code in codes]
    years = newest_years(every, MOST_YEARS)
    shown = [one.within(years) for one in every]
    shown = [one for one in shown if one.goes_on]
    if not shown:
        return ()
    if len(shown) > MOST_PANELS and own.measure == "growth":
        return _heat(own, shown[:MOST_ROWS], len(shown))
    return _panels(own, shown[:MOST_PANELS], len(shown))


def _series(own: Across, code: str, seen: Sequence[Observation]) -> Series:
    short = own.areas[code].short
    lane = own.words["lane"].format(area=short, year="{year}")
    return series_of(own.maker, short, lane, own.called(code), seen)


def _said(
    own: Across, form: str, shown: Sequence[Series], count: int, lanes: Sequence[Lane]
) -> Caption:
    """Return the caption of a chart through the years."""
    strings, words = own.maker.strings, own.words[form]
    years = newest_years(shown, MOST_YEARS)
    values = {"subject": own.subject, "first": years[0], "end": years[-1]}
    title = findings.changed(shown, words["titles"], strings, **values)
    left_out = own.words["left_out"].format(count=len(shown)) if count > len(shown) else ""
    alt = findings.description(own.subject, lanes, strings) + left_out
    return caption(own.id(), words | {"title": "{title}"}, alt, title=title, **values)


def _panels(own: Across, shown: Sequence[Series], count: int) -> tuple[Chart, ...]:
    lanes = [lane for one in shown for lane in one.table]
    said = _said(own, "panels", shown, count, lanes)
    labels = [findings.scale_label(own.unit, own.maker.strings)] * len(shown)
    years, is_growth = newest_years(shown, MOST_YEARS), own.measure == "growth"
    heads = said.columns[1:]
    drawing = panel_drawing(shown, years, heads, labels, is_growth, not is_growth)
    return (fixed(said, drawing, lanes, own.maker.strings),)


def _heat(own: Across, shown: Sequence[Series], count: int) -> tuple[Chart, ...]:
    lanes = [lane for one in shown for lane in one.table]
    said = _said(own, "heat", shown, count, lanes)
    reached = [year for one in shown for year in one.years_reached]
    if not reached:
        return ()
    years = list(range(min(reached), max(reached) + 1))
    marks = [mark for one in shown for year in years if (mark := one.reached(year))]
    ordered = sorted(mark.low or 0 for mark in marks)
    rows = [
        Row(one.name, tuple(_heat_cell(one.reached(year), ordered) for year in years))
        for one in shown
    ]
    drawing = heat_drawing(rows, years, shades(marks, own.maker.strings))
    return (fixed(said, drawing, lanes, own.maker.strings),)


def _heat_cell(mark: Mark | None, ordered: Sequence[float]) -> Cell | None:
    if mark is None or mark.low is None:
        return None
    return Cell(shade(mark.low, ordered), number(mark.seen.value) if mark.seen else "", mark)
