"""What is here: reports by area and year, or by province and year where the areas are many."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from baogao.charts.chart import Chart, caption, fixed
from baogao.charts.heat_table import Cell, Row, heat_drawing
from baogao.charts.lane_data import Lane, Mark
from baogao.charts.scales import shade
from baogao.charts.shape_kinds import SHADES
from baogao.charts.vega_lite import Drawing
from baogao.corpus.by_key import by_key
from baogao.corpus.report_summaries import Listed
from baogao.records import Area

MOST_ROWS, MOST_YEARS = 40, 12
FEWEST = 2  # reports


def coverage_charts(
    listed: Iterable[Listed],
    areas: Mapping[str, Area],
    href: Callable[[Listed], str],
    strings: dict,
) -> tuple[Chart, ...]:
    """Return how many figures each report holds, or how many reports each province has.

    `areas` are those of the reports, and their provinces; `href` leads to a report.
    """
    reports = list(listed)
    if len(reports) < FEWEST:
        return ()
    each = len({one.area for one in reports}) <= MOST_ROWS
    words = strings["charts"]["coverage"]["reports" if each else "provinces"]
    newest = max(one.year for one in reports)
    found = by_key(
        ((one.area if each else _province(one.area), one.year), one)
        for one in reports
        if one.year > newest - MOST_YEARS
    )
    made = words | strings["doubt"]
    marks = {at: _mark(areas[at[0]], at[1], own, each, href, made) for at, own in found.items()}
    lanes = {at: Lane(_called(areas, at, words), mark) for at, mark in marks.items()}
    values = _values(reports, lanes)
    said = caption("coverage", words, words["alt"].format(**values), **values)
    return (fixed(said, _drawing(marks, areas, words), list(lanes.values()), strings),)


def _called(areas: Mapping[str, Area], at: tuple[str, int], words: dict) -> str:
    return words["lane"].format(area=areas[at[0]].short, year=at[1])


def _values(reports: Sequence[Listed], lanes: Mapping[tuple[str, int], Lane]) -> dict[str, object]:
    """Return what the words of the chart state."""
    fullest = max(lanes.values(), key=lambda lane: lane.reached_value)
    return {
        "areas": len({one.area for one in reports}),
        "reports": len(reports),
        "first": min(one.year for one in reports),
        "end": max(one.year for one in reports),
        "fullest": fullest.name,
        "most": f"{fullest.reached_value:.0f}",
    }


def _province(code: str) -> str:
    return f"{code[:2]}0000"


def _mark(
    area: Area,
    year: int,
    own: tuple[Listed, ...],
    each: bool,
    href: Callable[[Listed], str],
    words: dict,
) -> Mark:
    count = sum(one.figures for one in own) if each else len(own)
    label = words["link"].format(area=area.name, year=year, count=count)
    text = f"{count}"
    if each and own[0].doubtful:
        text, label = text + words["sign"], words["remark"].format(text=label)
    return Mark(text, label, href(own[0]) if each else "", float(count))


def _drawing(
    marks: Mapping[tuple[str, int], Mark], areas: Mapping[str, Area], words: dict
) -> Drawing:
    ordered = sorted(mark.low or 0 for mark in marks.values())
    years = [year for _, year in marks]
    across = range(min(years), max(years) + 1)
    cells = {at: Cell(shade(mark.low or 0, ordered), mark.text, mark) for at, mark in marks.items()}
    rows = [
        Row(areas[code].short, tuple(cells.get((code, year)) for year in across))
        for code in sorted({code for code, _ in marks})
    ]
    ends = {"low": f"{ordered[0]:.0f}", "high": f"{ordered[-1]:.0f}"}
    texts = [words["low"].format(**ends), *[""] * (len(SHADES) - 2), words["high"].format(**ends)]
    key = [Cell(ground, text) for ground, text in zip(SHADES, texts, strict=True)]
    return heat_drawing(rows, across, key)
