"""Charts of how many figures a report has: in each of its parts, and on each topic."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from baogao.charts.chart import Chart, caption, chart
from baogao.charts.lane_data import Lane, Mark
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.records import Mention, Reading, Report

MOST_PARTS = 14
DEPTHS = (3, 2)  # of headings: parts are as fine as a chart can hold


def part_chart(reading: Reading, vocabulary: Vocabulary, strings: dict) -> tuple[Chart, ...]:
    """Chart how many figures each part of the report holds, reached and promised."""
    words = strings["charts"]["parts"]
    lanes: list[Lane] = []
    for depth in DEPTHS:
        lanes = [lane for lane in _part_lanes(reading, depth, words) if lane.marks]
        if len(lanes) <= MOST_PARTS:
            break
    return _count_chart(reading, "parts", lanes, vocabulary, strings)


def topic_chart(
    reading: Reading, vocabulary: Vocabulary, topics: dict[str, str], strings: dict
) -> tuple[Chart, ...]:
    """Chart how many figures of known indicators each topic has, the fullest first."""
    words = strings["charts"]["topics"]
    topic = {id: indicator.topic for id, indicator in vocabulary.indicators.items()}
    mentions: dict[str, list[Mention]] = {id: [] for id in topics}
    for mention in reading.mentions:
        id = topic.get(mention.figure.indicator or "")
        if id in mentions:
            mentions[id].append(mention)
    lanes = [_count_lane(name, mentions[id], words) for id, name in topics.items()]
    lanes.sort(key=lambda lane: -lane.total)
    there = [lane for lane in lanes if lane.marks]
    return _count_chart(reading, "topics", there, vocabulary, strings)


# --- parts ----------------------------------------------------------------------------------------


def _part_lanes(reading: Reading, depth: int, words: dict) -> Iterator[Lane]:
    """Yield a lane for each part that headings down to this depth open."""
    heads = _heads(reading, depth)
    by_head: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        by_head.setdefault(heads[mention.block], []).append(mention)
    for head, group, name in _named_parts(reading, heads, words["opening"]):
        anchor = f"#{reading.blocks[head].anchor}"
        yield replace(_count_lane(name, by_head.get(head, ()), words, anchor), group=group)


def _heads(reading: Reading, depth: int) -> list[int]:
    """Return, for each block, the heading that opens the part which it is counted in."""
    heads = []
    now = 0
    for index, block in enumerate(reading.blocks):
        now = index if 0 < block.level <= depth else now
        heads.append(now)
    return heads


def _named_parts(
    reading: Reading, heads: Sequence[int], opening: str
) -> Iterator[tuple[int, str, str]]:
    """Yield each part as its first block, the heading above it, and its name.

    `opening` is the name of what has no heading of its own: the report's beginning, and the words
    between a heading and the first one below it.
    """
    parts = list(dict.fromkeys(heads))
    levels = [reading.blocks[head].level for head in parts]
    above = ""
    for place, head in enumerate(parts):
        block, level = reading.blocks[head], levels[place]
        following = levels[place + 1] if place + 1 < len(levels) else 0
        title = reading.report.text[block.start : block.end] if level else opening
        if level == 2:
            above = title if following > 2 else ""
            title = opening if above else title
        yield head, above, title


# --- counts ---------------------------------------------------------------------------------------


def _count_lane(name: str, mentions: Sequence[Mention], words: dict, href: str = "") -> Lane:
    """Return a lane with the numbers of figures; it leads to one place, from its first mark."""
    statuses = [mention.figure.status for mention in mentions]
    reached, promised = statuses.count("actual"), statuses.count("target")
    found = "both" if reached and promised else "reached" if reached else "promised"
    label = words["links"][found].format(name=name, reached=reached, promised=promised)
    return Lane(
        name,
        _count_mark(reached, label, href),
        _count_mark(promised, label, "" if reached else href),
    )


def _count_mark(count: int, label: str, href: str) -> Mark | None:
    return Mark(str(count), label, href, float(count)) if count else None


def _count_chart(
    reading: Reading, name: str, lanes: Sequence[Lane], vocabulary: Vocabulary, strings: dict
) -> tuple[Chart, ...]:
    if not lanes:
        return ()
    report, words = reading.report, strings["charts"][name]
    most = max(lanes, key=lambda lane: lane.total)
    total, count = _sum(lane.total for lane in lanes), _sum([most.total])
    values = {
        "area": name_of_area(report, vocabulary),
        "year": report.year,
        "lanes": len(lanes),
        "total": total,
        "reached": _sum(lane.reached_value for lane in lanes),
        "promised": _sum(lane.promised_value for lane in lanes),
        "most": most.title,
        "count": count,
        "share": f"{count / total:.0%}",
    }
    alt = words["alt"].format(**values)
    named = caption(f"{report.area}-{report.year}-{name}", words, alt, **values)
    return chart(named, lanes, strings, stacked=True)


def _sum(counts: Iterable[float]) -> int:
    """Add numbers of figures, which lanes hold as places on a scale."""
    return round(sum(counts))


def name_of_area(report: Report, vocabulary: Vocabulary) -> str:
    """Return the name of a report's area in its year, in the language of the vocabulary."""
    area = vocabulary.area(report.area, report.year)
    return area.name if area else report.area_name
