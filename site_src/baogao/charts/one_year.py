"""An indicator in one year: areas of a level in order, and provinces on a map."""

from collections import Counter
from collections.abc import Sequence

from baogao.charts import findings
from baogao.charts.across_areas import FEWEST, Across, shades
from baogao.charts.chart import Chart, caption, fixed, sortable
from baogao.charts.heat_table import Cell
from baogao.charts.lane_data import Lane
from baogao.charts.ranked_dots import dot_drawing
from baogao.charts.scales import shade
from baogao.charts.statements import grouped, lanes_of
from baogao.charts.tile_map import TILES, tile_drawing

FEWEST_ON_MAP = 8  # provinces
UNLIKE = 100  # times as large
MOST_DOTS = 32  # rows of a ranking; of more areas those at both ends


def of_a_year(own: Across) -> tuple[Chart, ...]:
    """Return the areas of one level in order, and on a map where they are provinces.

    The year is the newest that many areas state; beside it stands the target for the next.
    There is no map of amounts, which say how large a province is.
    """
    chosen = _year_and_level(own)
    if not chosen:
        return ()
    year, level, status = chosen
    lanes = _ranked(own, year, level, status)
    ranking = _ranking(own, lanes, year, level, status)
    on_map = (level, status, own.unit) == ("province", "actual", "%")
    if on_map and len(lanes) >= FEWEST_ON_MAP:
        return (*ranking, *_map(own, lanes, year))
    return ranking


def _year_and_level(own: Across) -> tuple[int, str, str] | None:
    """Return the newest year that is stated almost as often as any, the level, the status."""
    for status in ("actual", "target"):
        said = {(one.area, one.period) for one in own.stated if one.status == status}
        counts = Counter((int(year), own.areas[code].level) for code, year in said)
        enough = max(FEWEST, max(counts.values(), default=0) / 2)
        found = [key for key, count in counts.items() if count >= enough]
        if found:
            year, level = max(found, key=lambda key: (key[0], counts[key]))
            return year, level, status
    return None


def _ranked(own: Across, year: int, level: str, status: str) -> list[Lane]:
    """Return a lane for each area of a level that states a year, the highest first."""
    planned = str(year + 1 if status == "actual" else year)
    said = [
        one
        for one in own.stated
        if own.areas[one.area].level == level
        and (one.period, one.status) in ((str(year), "actual"), (planned, "target"))
    ]
    lanes = [
        lane
        for code, seen in sorted(grouped(said, "area").items())
        for lane in lanes_of(own.maker, own.areas[code].short, own.called(code), seen)
        if (lane.reached if status == "actual" else lane.promised)
    ]
    return sorted(lanes, key=lambda lane: -_height(lane, status))


def _ranking(
    own: Across, lanes: Sequence[Lane], year: int, level: str, status: str
) -> tuple[Chart, ...]:
    if len({lane.name for lane in lanes}) < FEWEST or (own.measure == "level" and _unlike(lanes)):
        return ()
    shown, parted = _both_ends(lanes, own.words["between_ends"])
    planned = status == "target" or any(lane.promised for lane in shown)
    strings, words = own.maker.strings, own.words["ranked"][status if planned else "alone"]
    values = {
        "subject": own.subject,
        "year": year,
        "next": year + 1,
        "count": len({lane.name for lane in lanes}),
        "level": strings["levels"][level],
    } | findings.extremes(findings.named(lanes)[0], strings)
    alt = findings.description(own.subject, lanes, strings)
    said = caption(own.id("ranked"), words, alt, **values)
    label = findings.scale_label(own.unit, strings)
    drawing = dot_drawing(shown, said.columns[1:], label, own.measure == "level", parted)
    if parted[1]:
        return (fixed(said, drawing, shown, strings),)
    return (sortable(said, drawing, shown, shown, strings),)


def _map(own: Across, lanes: Sequence[Lane], year: int) -> tuple[Chart, ...]:
    strings, words = own.maker.strings, own.words["map"]
    marks = {
        mark.seen.area: mark for lane in reversed(lanes) if (mark := lane.reached) and mark.seen
    }
    ordered = sorted(mark.low or 0 for mark in marks.values())
    cells = {
        code: Cell(shade(mark.low or 0, ordered), mark.text, mark) for code, mark in marks.items()
    }
    names = {code: own.areas[code].short for code in TILES if code in own.areas}
    named = findings.named(lanes)[0]
    values = {"subject": own.subject, "year": year, "count": len(marks)} | findings.extremes(
        named, strings
    )
    values["median"] = findings.middle(named, own.unit, strings)
    said = caption(own.id("map"), words, words["alt"].format(**values), **values)
    drawing = tile_drawing(names, cells, shades(list(marks.values()), strings))
    reached = [Lane(lane.name, lane.reached) for lane in lanes]
    return (fixed(said, drawing, reached, strings),)


def _height(lane: Lane, status: str) -> float:
    return lane.reached_value if status == "actual" else lane.promised_value


def _unlike(lanes: Sequence[Lane]) -> bool:
    """Say whether amounts are so unlike that one axis would show most of them as nought."""
    sizes = [abs(place) for lane in lanes for place in lane.places if place]
    return max(sizes) > UNLIKE * min(sizes)


def _both_ends(lanes: Sequence[Lane], words: str) -> tuple[Sequence[Lane], tuple[int, str]]:
    """Return the first and the last lanes where there are too many, and what is said between."""
    if len(lanes) <= MOST_DOTS:
        return lanes, (0, "")
    half = MOST_DOTS // 2
    return (*lanes[:half], *lanes[-half:]), (half, words.format(count=len(lanes) - 2 * half))
