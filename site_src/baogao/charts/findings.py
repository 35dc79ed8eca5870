"""What a chart shows, in words: computed of its marks, neutral, the same in all languages.

What is of a doubtful source is never the highest or the lowest.
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from statistics import median

from baogao.charts.lane_data import Lane, Mark
from baogao.charts.quantity_words import amount
from baogao.charts.scales import Label
from baogao.charts.series import Series, changes

MOST_NAMES = 3  # of areas that share a place
WAYS = {1: "up", -1: "down", 0: "same"}
Named = Sequence[tuple[str, Mark]]


def named(lanes: Sequence[Lane]) -> tuple[Named, str]:
    """Return what is compared with the names of the lanes, and which side it is.

    That is what is reached, or the targets where fewer than two are.
    """
    for side in ("reached", "promised"):
        marks = [(lane.title, getattr(lane, side)) for lane in lanes if getattr(lane, side)]
        marks = [(name, mark) for name, mark in marks if mark.low is not None]
        if len(marks) > 1 or side == "promised":
            return marks, side
    return (), "promised"


def extremes(marks: Named, strings: dict) -> dict[str, str]:
    """Return the names at both ends with what they have: `highest`, `high`, `lowest`, `low`."""
    sure = [(name, mark) for name, mark in marks if not mark.doubtful] or list(marks)
    ordered = sorted(sure, key=lambda item: item[1].low or 0.0)
    (_, low), (_, high) = ordered[0], ordered[-1]
    return {
        "highest": names([name for name, mark in sure if mark.text == high.text], strings),
        "high": high.text,
        "lowest": names([name for name, mark in sure if mark.text == low.text], strings),
        "low": low.text,
    }


def names(found: Sequence[str], strings: dict) -> str:
    """Return some names as one: of many only how many they are."""
    distinct = list(dict.fromkeys(found))
    if len(distinct) > MOST_NAMES:
        return strings["charts"]["places"].format(count=len(distinct))
    return strings["punctuation"]["and"].join(distinct)


def middle(marks: Named, unit: str, strings: dict) -> str:
    """Return the median of the numbers stated, with its unit."""
    values = [mark.seen.value for _, mark in marks if mark.seen and not mark.doubtful]
    return amount(median(values), unit, strings) if values else ""


def description(subject: str, lanes: Sequence[Lane], strings: dict) -> str:
    """Say how many values there are, and which is the highest and which the lowest."""
    words = strings["charts"]["extremes"]
    marks, side = named(lanes)
    ends = words[side].format(**extremes(marks, strings)) if len(marks) > 1 else ""
    return counts(subject, lanes, strings) + ends


def counts(subject: str, lanes: Sequence[Lane], strings: dict) -> str:
    """Say how much is reached and promised."""
    return strings["charts"]["extremes"]["counts"].format(
        subject=subject,
        reached=sum(bool(lane.reached) for lane in lanes),
        promised=sum(bool(lane.promised) for lane in lanes),
    )


def changed(series: Sequence[Series], words: dict, strings: dict, **values: object) -> str:
    """Say how the newest year differs from the one before it: a title.

    `words` hold one for each case: `one`, `several`, and where no two years follow each other
    `plain`, which is of the first subject alone.
    """
    found = changes(series)
    if not found:
        return newest(series[0], words["plain"], strings, values)
    year = found[0].year
    if len(found) == 1:
        (only,) = found
        texts = {"before": only.before.text, "now": only.now.text}
        return words["one"].format(name=only.name, year=year, **texts, **values)
    ways = Counter(one.way for one in found)
    parts = [words[kind].format(count=ways[way]) for way, kind in WAYS.items() if ways[way]]
    return words["several"].format(
        year=year, count=len(found), parts=words["between"].join(parts), **values
    )


def newest(one: Series, words: str, strings: dict, values: dict[str, object]) -> str:
    """Say what the newest is that is stated of a subject."""
    reached = one.newest
    year = max(one.lanes) if reached is None else reached
    mark = one.promised(year) if reached is None else one.reached(year)
    now = mark.text if mark else ""
    if reached is None:
        now = strings["charts"]["promised"].format(quantity=now)
    return words.format(name=one.name, year=year, now=now, **values)


def scale_label(unit: str, strings: dict) -> Label:
    """Return what writes a number of a scale, with its unit."""
    return lambda value: amount(Decimal(f"{value:.10g}"), unit, strings)
