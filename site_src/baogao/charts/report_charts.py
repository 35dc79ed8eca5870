"""A report's charts: how fast the headline indicators grew, what is promised, where the figures lie."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from baogao.charts.chart import Chart, Href, chart, lanes_of
from baogao.charts.lanes import Lane, Mark
from baogao.content.vocabulary import Vocabulary
from baogao.records import Mention, Observation, Reading

MOST_PARTS, FEW = 24, 4
OPENING = "开头"
COUNTS = ("已达到的数字", "承诺的数字")


def report_charts(
    reading: Reading,
    observations: Iterable[Observation],
    vocabulary: Vocabulary,
    topics: dict[str, str],
    href: Href = lambda seen: f"#{seen.anchor}",
) -> tuple[Chart, ...]:
    """Return a report's charts, each only where the report states enough for it.

    Observations of other reports and areas are passed over; `href` says where an observation's
    sentence is, seen from the page.
    """
    report = reading.report
    own = [seen for seen in observations if (seen.area, seen.year) == (report.area, report.year)]
    return (
        *_growth(reading, own, vocabulary, href),
        *_promises(reading, own, vocabulary, href),
        *_parts(reading),
        *_topics(reading, vocabulary, topics),
    )


def _years(reading: Reading) -> tuple[str, str]:
    """Return the year just gone and the year ahead, of all that are reviewed and planned."""
    report = reading.report
    return str(max(report.reviews, default=report.year - 1)), str(
        min(report.plans, default=report.year)
    )


def _named(reading: Reading, name: str) -> str:
    return f"{reading.report.area}-{reading.report.year}-{name}"


def _pick(seen: Iterable[Observation], **wanted: str) -> dict[str, list[Observation]]:
    """Return the observations with these fields, by indicator."""
    by_indicator: dict[str, list[Observation]] = {}
    for one in seen:
        if all(getattr(one, name) == value for name, value in wanted.items()):
            by_indicator.setdefault(one.indicator, []).append(one)
    return by_indicator


# --- growth ---------------------------------------------------------------------------------------


def _growth(
    reading: Reading, own: list[Observation], vocabulary: Vocabulary, href: Href
) -> tuple[Chart, ...]:
    """Chart the headline indicators' growth, the fastest first; of all indicators, if few are headlines."""
    before, ahead = _years(reading)
    reached = _pick(own, measure="growth", status="actual", period=before, unit="%")
    promised = _pick(own, measure="growth", status="target", period=ahead, unit="%")
    headlines = {id: seen for id, seen in reached.items() if vocabulary.indicators[id].headline}
    reached = headlines if len(headlines) >= FEW else reached
    lanes = [
        lane
        for id, seen in reached.items()
        for lane in lanes_of(vocabulary.indicators[id].zh, seen, promised.get(id, ()), href)
    ]
    lanes = sorted((lane for lane in lanes if lane.reached), key=lambda lane: -lane.reached.low)
    return chart(
        _named(reading, "growth"),
        f"{before}年主要指标增速",
        f"{before}年哪些增长得快，{ahead}年要增长多少？",
        _growth_alt(lanes, before, ahead),
        lanes,
        ("指标", f"{before}年", f"{ahead}年目标"),
    )


def _growth_alt(lanes: Sequence[Lane], before: str, ahead: str) -> str:
    if not lanes:
        return ""
    first, last = lanes[0], lanes[-1]
    falling = sum(lane.reached.low < 0 for lane in lanes)
    planned = sum(bool(lane.promised) for lane in lanes)
    return (
        f"{before}年{len(lanes)}项主要指标中，{first.name}增速最高（{first.reached.text}），"
        f"{last.name}最低（{last.reached.text}）。"
        + (f"{falling}项下降。" if falling else "")
        + (f"其中{planned}项说明了{ahead}年的目标。" if planned else "")
    )


# --- promises -------------------------------------------------------------------------------------


def _promises(
    reading: Reading, own: list[Observation], vocabulary: Vocabulary, href: Href
) -> tuple[Chart, ...]:
    """Chart what is promised for the year ahead: rates on one scale, levels each beside what was reached."""
    before, ahead = _years(reading)

    def lanes_for(measure: str, group: str) -> list[tuple[str, Lane]]:
        promised = _pick(own, measure=measure, status="target", period=ahead)
        reached = _pick(own, measure=measure, status="actual", period=before)
        return [
            (known.unit, lane)
            for id, known in vocabulary.indicators.items()
            if id in promised
            for lane in _beside(known.zh, reached.get(id, ()), promised[id], href, group)
        ]

    rates = [lane for _, lane in lanes_for("growth", "增长速度")]
    levels = [_on_own_scale(lane, unit == "%") for unit, lane in lanes_for("level", "数量和水平")]
    lanes = rates + levels
    alt = (
        f"{ahead}年提出{len(lanes)}项目标：增长速度{len(rates)}项，数量和水平{len(levels)}项。{_examples(lanes)}"
        + ("" if all(lane.drawn for lane in lanes) else "没有同类数字可比的只列在数据里。")
    )
    return chart(
        _named(reading, "promises"),
        f"{ahead}年承诺了什么",
        f"{ahead}年要做到多少，比{before}年如何？",
        alt,
        lanes,
        ("指标", f"{before}年", f"{ahead}年目标"),
    )


def _beside(
    name: str, reached: Iterable[Observation], promised: list[Observation], href: Href, group: str
) -> list[Lane]:
    """Return the lanes of what is promised; what was reached in another unit cannot stand beside it."""
    alike = [seen for seen in reached if seen.unit == promised[0].unit]
    return [lane for lane in lanes_of(name, alike, promised, href, group=group) if lane.promised]


def _examples(lanes: Sequence[Lane]) -> str:
    shown = "、".join(f"{lane.name}{lane.promised.text}" for lane in lanes[:3])
    return f"如{shown}。" if shown else ""


def _on_own_scale(lane: Lane, share: bool) -> Lane:
    """Give a level the scale it can be read on: a share the whole, an amount what was reached."""
    highest = max(
        place for mark in lane.marks for place in (mark.low, mark.high) if place is not None
    )
    if share and 40 <= highest <= 100:
        return replace(lane, span=(0, 100))
    if lane.reached and highest > 0:
        return replace(lane, span=(0, highest * 1.1))
    return replace(lane, promised=replace(lane.promised, low=None))


# --- where the figures lie ------------------------------------------------------------------------


def _parts(reading: Reading) -> tuple[Chart, ...]:
    """Chart how many figures each part of the report holds, reached and promised, as fine as a chart can hold."""
    for depth in (3, 2):
        heads = _heads(reading, depth)
        lanes = [
            replace(
                _count_lane(
                    name,
                    [m for m in reading.mentions if heads[m.block] == head],
                    f"#{reading.blocks[head].anchor}",
                ),
                group=group,
            )
            for head, group, name in _named_parts(reading, heads)
        ]
        lanes = [lane for lane in lanes if lane.marks]
        if len(lanes) <= MOST_PARTS:
            break
    return _counts(
        reading, "parts", "数字分布在哪些部分", "报告的哪些部分用数字说话？", lanes, "部分"
    )


def _heads(reading: Reading, depth: int) -> list[int]:
    """Return, for each block, the heading that opens the part which it is counted in."""
    heads, now = [], 0
    for index, block in enumerate(reading.blocks):
        now = index if 0 < block.level <= depth else now
        heads.append(now)
    return heads


def _named_parts(reading: Reading, heads: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """Yield each part as its first block, the heading above it, and its name."""
    parts = list(dict.fromkeys(heads))
    blocks = [reading.blocks[head] for head in parts]
    above = ""
    for head, block, following in zip(parts, blocks, [*(block.level for block in blocks[1:]), 0]):
        title = reading.report.text[block.start : block.end] if block.level else OPENING
        if block.level == 2:
            above = title if following > 2 else ""
            title = OPENING if above else title
        yield head, above, title


def _topics(reading: Reading, vocabulary: Vocabulary, topics: dict[str, str]) -> tuple[Chart, ...]:
    """Chart how many figures of known indicators each topic has."""
    topic = {id: indicator.topic for id, indicator in vocabulary.indicators.items()}
    lanes = [
        _count_lane(
            name, [m for m in reading.mentions if topic.get(m.figure.indicator or "") == id]
        )
        for id, name in topics.items()
    ]
    lanes.sort(key=lambda lane: -sum(mark.low for mark in lane.marks))
    return _counts(
        reading,
        "topics",
        "数字说的是什么",
        "报告用数字说得最多的是哪些领域？",
        lanes,
        "领域",
        "能对应到指标的数字里，",
    )


def _count_lane(name: str, mentions: Sequence[Mention], href: str = "") -> Lane:
    counts = {
        state: sum(mention.figure.status == state for mention in mentions)
        for state in ("actual", "target")
    }
    label = f"{name}：{COUNTS[0]}{counts['actual']}个，{COUNTS[1]}{counts['target']}个，看这一部分"
    marks = [
        Mark(str(count), label, low=float(count)) if count else None for count in counts.values()
    ]
    lane = Lane(name, *marks)
    if lane.reached:
        return replace(lane, reached=replace(lane.reached, href=href))
    return replace(lane, promised=lane.promised and replace(lane.promised, href=href))


def _counts(
    reading: Reading,
    id: str,
    title: str,
    question: str,
    lanes: list[Lane],
    subject: str,
    among: str = "",
) -> tuple[Chart, ...]:
    lanes = [lane for lane in lanes if lane.marks]
    if not lanes:
        return ()
    reached, promised = (
        sum(mark.low for mark in marks if mark)
        for marks in zip(*((lane.reached, lane.promised) for lane in lanes))
    )
    most = max(lanes, key=lambda lane: sum(mark.low for mark in lane.marks))
    alt = (
        f"{among}{len(lanes)}个{subject}共有{reached + promised:.0f}个数字，其中已达到{reached:.0f}个，承诺{promised:.0f}个；"
        f"最多的是{most.title}，{sum(mark.low for mark in most.marks):.0f}个。"
    )
    return chart(
        _named(reading, id), title, question, alt, lanes, (subject, "已达到", "承诺"), stacked=True
    )
