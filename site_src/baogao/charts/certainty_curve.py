"""The curve of certainty: how many readings are wrong, the more of them are taken in order.

The one chart that is no lanes. Across, the share of the figures that is taken, the surest first;
upwards, the share of those that is wrong. Each grade ends in a mark with its name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from math import ceil

from baogao.charts.chart import Cell, Chart
from baogao.charts.shape_kinds import SIZE
from baogao.charts.vega_lite import WIDTH, Drawing
from baogao.content.measured_certainty import CertaintyPoint

# All in pixels.
TOP, HEIGHT = 24, 170
LEFT, RIGHT = 42, WIDTH - 16
BELOW = 24  # for the scale across
APART = SIZE + 4  # names one below the other
STEPS = 4  # of the scale upwards
CURVES = ("rule", "zero")  # lines of the last texts, and of those before


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a curve comes to with all figures that have no more against them than some."""

    grade: str
    figures: int
    wrong: int
    taken: float  # of all figures
    share_wrong: float  # of those taken


def certainty_charts(points: Iterable[CertaintyPoint], strings: dict) -> tuple[Chart, ...]:
    """Return the chart of how sure readings are against their errors, none without points."""
    found = {texts: _stops(list(own)) for texts, own in groupby(points, lambda one: one.texts)}
    if not found:
        return ()
    words = strings["charts"]["certainty"]
    drawing = _drawing(found, words)
    rows = tuple(row for texts, stops in found.items() for row in _rows(texts, stops, words))
    said = [words["alt"].format(**_found(texts, stops, words)) for texts, stops in found.items()]
    newest = list(found.items())[-1]  # the rules were written for the first texts
    return (
        Chart(
            id="certainty",
            title=words["title"].format(**_found(*newest, words)),
            question=words["question"],
            alt="".join(said),
            drawing=drawing,
            columns=tuple(words["columns"]),
            rows=rows,
        ),
    )


def _stops(points: Sequence[CertaintyPoint]) -> list[Stop]:
    """Return the stops of a curve: points with nothing against them come first."""
    total = sum(point.figures for point in points)
    figures = accumulate(point.figures for point in points)
    wrong = accumulate(point.wrong for point in points)
    return [
        Stop(point.certainty, taken, errors, taken / total, errors / taken)
        for point, taken, errors in zip(points, figures, wrong, strict=True)
    ]


def _grades(stops: Sequence[Stop]) -> list[Stop]:
    """Return the last stop of each grade."""
    return [list(own)[-1] for _, own in groupby(stops, lambda stop: stop.grade)]


# --- the drawing ----------------------------------------------------------------------------------


def _drawing(found: dict[str, list[Stop]], words: dict) -> Drawing:
    most = max(stop.share_wrong for stops in found.values() for stop in stops)
    highest = max(1, ceil(most * 100))  # per cent
    drawing = Drawing()
    _draw_scales(drawing, highest, words)
    # The last texts say more: the rules were written for the first. The table has all.
    shown = dict(list(reversed(found.items()))[: len(CURVES)])
    for kind, stops in zip(CURVES, shown.values(), strict=False):
        _draw_curve(drawing, kind, stops, highest)
    _draw_grades(drawing, next(iter(shown.values())), highest)
    names = [words["texts"].get(texts, texts) for texts in shown]
    _draw_names(drawing, names, [stops[-1] for stops in shown.values()], highest)
    drawing.y = TOP + HEIGHT + BELOW
    return drawing


def _across(share: float) -> float:
    return LEFT + share * (RIGHT - LEFT)


def _upwards(share: float, highest: int) -> float:
    return TOP + HEIGHT - share * 100 / highest * HEIGHT


def _draw_scales(drawing: Drawing, highest: int, words: dict) -> None:
    drawing.add("name", x=0, y=SIZE, text=words["upwards"])
    for step in range(STEPS + 1):
        share = step / STEPS * highest / 100
        y = _upwards(share, highest)
        drawing.add("track", x=LEFT, x2=RIGHT, y=y, y2=y + 1)
        drawing.add("reached", x=LEFT - 6, y=y + SIZE / 3, text=f"{share * 100:.3g}%")
    below = TOP + HEIGHT + 18
    drawing.add("name", x=LEFT, y=below, text="0%")
    drawing.add("reached", x=RIGHT, y=below, text=words["across"])


def _draw_curve(drawing: Drawing, kind: str, stops: Sequence[Stop], highest: int) -> None:
    """Draw a curve: level up to its first stop, whose figures have no order among them."""
    begin = Stop("", 0, 0, 0, stops[0].share_wrong)
    for one, next_one in pairwise([begin, *stops]):
        drawing.add(
            kind,
            x=_across(one.taken),
            x2=_across(next_one.taken),
            y=_upwards(one.share_wrong, highest),
            y2=_upwards(next_one.share_wrong, highest),
        )


def _draw_grades(drawing: Drawing, stops: Sequence[Stop], highest: int) -> None:
    """Mark where each grade ends."""
    for stop in _grades(stops):
        x, y = _across(stop.taken), _upwards(stop.share_wrong, highest)
        drawing.add("circle", x=x, y=y)


def _draw_names(drawing: Drawing, names: Iterable[str], ends: Iterable[Stop], highest: int) -> None:
    """Name each curve above its end, the second one below the first where they would meet."""
    taken: list[float] = []
    for kind, name, end in zip(("promised", "reached"), names, ends, strict=False):
        y = max(SIZE, _upwards(end.share_wrong, highest) - 10)
        if any(abs(y - other) < APART for other in taken):
            y = taken[-1] + APART
        drawing.add(kind, x=RIGHT, y=y, text=name)
        taken.append(y)


# --- the table and the words ----------------------------------------------------------------------


def _rows(texts: str, stops: Sequence[Stop], words: dict) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each grade, with the figures of it alone."""
    before = Stop("", 0, 0, 0, 0)
    for stop in _grades(stops):
        figures, wrong = stop.figures - before.figures, stop.wrong - before.wrong
        cells = (
            words["texts"].get(texts, texts),
            words["grades"][stop.grade],
            f"{figures:,}",
            _per_cent(stop.taken - before.taken),
            f"{wrong:,}",
            _per_cent(1 - wrong / figures),
        )
        yield tuple(map(Cell, cells))
        before = stop


def _found(texts: str, stops: Sequence[Stop], words: dict) -> dict[str, str]:
    """Return what the curve of some texts shows, for the words of it."""
    surest = _grades(stops)[0]
    return {
        "texts": words["texts"].get(texts, texts),
        "figures": f"{stops[-1].figures:,}",
        "grade": words["grades"][surest.grade],
        "taken": _per_cent(surest.taken),
        "right": _per_cent(1 - surest.share_wrong),
        "all_right": _per_cent(1 - stops[-1].share_wrong),
    }


def _per_cent(share: float) -> str:
    return f"{share * 100:.1f}%"
