"""Verdicts by area and year: those of one indicator's targets, and the share of all that is met."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from baogao.charts.chart import Chart, Href, LaneMaker, caption, fixed
from baogao.charts.heat_table import Cell, Row, heat_drawing
from baogao.charts.lane_data import Lane, Mark
from baogao.charts.shape_kinds import SHADES
from baogao.charts.vega_lite import Drawing
from baogao.content.vocabulary.areas import LEVELS
from baogao.content.vocabulary.outcome_and_check_rules import INSIDE, JUDGED, REACHED, STATE_CODES
from baogao.corpus.by_key import by_key
from baogao.corpus.panel_entry import PanelEntry
from baogao.corpus.promises_in_reports import observed
from baogao.corpus.targets_with_outcomes import Target
from baogao.records import Area, Indicator

FEWEST = 3  # targets that can be judged
MOST_ROWS, MOST_YEARS = 30, 10
GROUNDS = {"met": SHADES[2], "within": SHADES[0], "not_met": "missed"}
OTHER = "track"
Place = tuple[str, int]  # the code of an area, and a year
Kept = TypeVar("Kept")


def verdict_charts(
    indicator: Indicator,
    entries: Iterable[PanelEntry],
    areas: Mapping[str, Area],
    href: Href,
    strings: dict,
) -> tuple[Chart, ...]:
    """Return how the targets of an indicator ended, by area and year."""
    maker, words = LaneMaker(href, strings), strings["charts"]["verdicts"]
    found = {(one.area, one.year): one.target for one in entries if one.target}
    shown = _shown(found, areas, lambda target: target.state in JUDGED)
    judged = [target for target in shown.values() if target.state in JUDGED]
    if len(judged) < FEWEST:
        return ()
    lanes = {at: _lane(maker, areas[at[0]], indicator, target) for at, target in shown.items()}
    cells = {at: _cell(target, lanes[at], strings) for at, target in shown.items()}
    counts = Counter(target.code for target in shown.values())
    values = _values(shown, strings) | {
        "name": indicator.name,
        "judged": len(judged),
        "good": counts["met"] + counts["within"],
        "missed": counts["not_met"],
    }
    said = caption(f"{indicator.id}-verdicts", words, words["alt"].format(**values), **values)
    key = [Cell(ground, strings["states"][code]) for code, ground in GROUNDS.items()]
    drawing = _table(cells, areas, [*key, Cell(OTHER, words["other"])])
    return (fixed(said, drawing, list(lanes.values()), strings),)


def _lane(maker: LaneMaker, area: Area, indicator: Indicator, target: Target) -> Lane:
    words = maker.strings["charts"]["indicator"]
    called = words["called"].format(area=area.name, name=indicator.name)
    return Lane(
        words["lane"].format(area=area.short, year=target.promise.year),
        maker.mark(called, target.outcome),
        maker.mark(called, observed(target.promise)),
    )


def _cell(target: Target, lane: Lane, strings: dict) -> Cell:
    words = strings["charts"]["verdicts"]["short"]
    sign = strings["doubt"]["sign"] if target.doubtful else ""
    text = words.get(target.code, words["other"]) + sign
    return Cell(GROUNDS.get(target.code, OTHER), text, lane.promised)


def share_charts(
    targets: Iterable[Target],
    areas: Mapping[str, Area],
    href: Callable[[str, int], str],
    strings: dict,
) -> tuple[Chart, ...]:
    """Return which share of the targets that can be judged was met, by area and year.

    `href` leads to the page of an area's targets for a year.
    """
    words = strings["charts"]["shares"]
    judged = by_key(
        ((one.promise.area, one.promise.year), one) for one in targets if one.state in JUDGED
    )
    shown = _shown(judged, areas, bool)
    if len(shown) < FEWEST:
        return ()
    marks = {at: _share(areas[at[0]], at, own, href(*at), words) for at, own in shown.items()}
    cells = {at: Cell(_shade(mark.low or 0), mark.text, mark) for at, mark in marks.items()}
    values = _values(shown, strings) | {
        "judged": sum(map(len, shown.values())),
        "good": sum(map(_good, shown.values())),
    }
    said = caption("targets-shares", words, words["alt"].format(**values), **values)
    texts = [words["low"], *[""] * (len(SHADES) - 2), words["high"]]
    key = [Cell(ground, text) for ground, text in zip(SHADES, texts, strict=True)]
    name = words["lane"]
    lanes = [
        Lane(name.format(area=areas[code].short, year=year), mark)
        for (code, year), mark in marks.items()
    ]
    return (fixed(said, _table(cells, areas, key), lanes, strings),)


def _share(area: Area, at: Place, own: Sequence[Target], href: str, words: dict) -> Mark:
    good = _good(own)
    counts = {"area": area.name, "year": at[1], "good": good, "judged": len(own)}
    text, label = (words[name].format(**counts) for name in ("cell", "link"))
    return Mark(text, label, href, good / len(own))


def _good(own: Iterable[Target]) -> int:
    return sum(one.code in (STATE_CODES[REACHED], STATE_CODES[INSIDE]) for one in own)


def _shade(share: float) -> str:
    """Return the shade of a share of the whole: equal fifths."""
    return SHADES[min(int(share * len(SHADES)), len(SHADES) - 1)]


# --- areas and years ------------------------------------------------------------------------------


def _shown(
    found: Mapping[Place, Kept], areas: Mapping[str, Area], counts: Callable[[Kept], bool]
) -> dict[Place, Kept]:
    """Return the newest years of the areas of the highest levels that something counts of."""
    years = {year for (_, year), own in found.items() if counts(own)}
    newest = max(years, default=0)
    telling = {code for (code, _), own in found.items() if counts(own)}
    codes = sorted(telling, key=lambda code: (LEVELS.index(areas[code].level), code))[:MOST_ROWS]
    return {
        (code, year): found[code, year]
        for code in codes
        for year in range(newest - MOST_YEARS + 1, newest + 1)
        if (code, year) in found
    }


def _values(shown: Iterable[Place], strings: dict) -> dict[str, object]:
    places = list(shown)
    years = [year for _, year in places]
    return {
        "first": min(years),
        "end": max(years),
        "places": strings["charts"]["places"].format(count=len({code for code, _ in places})),
    }


def _table(cells: Mapping[Place, Cell], areas: Mapping[str, Area], key: Sequence[Cell]) -> Drawing:
    codes = list(dict.fromkeys(code for code, _ in cells))
    years = [year for _, year in cells]
    across = range(min(years), max(years) + 1)
    rows = [
        Row(areas[code].short, tuple(cells.get((code, year)) for year in across)) for code in codes
    ]
    return heat_drawing(rows, across, key)
