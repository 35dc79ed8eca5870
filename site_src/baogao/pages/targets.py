"""Targets and outcomes: what was promised beside what the next report says, state by state."""
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from baogao.charts.words import BOUNDS, amount, quantity
from baogao.corpus import Corpus
from baogao.pages import addresses
from baogao.pages.page import Drawings, Page
from baogao.records import Observation
from baogao.rules import ABSENT, INSIDE, MISSED, REACHED, STATES
from baogao.targets import Target

JUDGED = (REACHED, INSIDE, MISSED)


def pages(corpus: Corpus, drawings: Drawings, strings: dict) -> Iterator[Page]:
    """Yield the page of all targets and one for each area and year."""
    title = strings["targets"]["title"]
    groups = by_area_and_year(corpus)
    unknown = sum(m.figure.status == "target" and not m.figure.indicator for r in corpus.readings for m in r.mentions)
    yield Page("targets/", "targets.html", {
        "title": title, "description": strings["targets"]["intro"], "scripts": ("filter.js",), "charts": drawings.get(addresses.TARGETS, ()), "crumbs": [(title, None)], "states": STATES, "unknown": unknown,
        "groups": sorted((group(corpus, area, year, items) for (area, year), items in groups.items()), key=lambda g: not g["judged"]),
        "indicators": list(by_indicator(corpus)), "rows": [row(corpus, t, strings) for t in sorted(corpus.targets, key=lambda t: t.state == ABSENT)],
        "years": sorted({t.promise.period for t in corpus.targets}), "areas": [corpus.area(code).name for code in dict.fromkeys(a for a, _ in groups)]})
    for (area, year), items in groups.items():
        yield _page(corpus, area, year, items, drawings, strings)


def by_area_and_year(corpus: Corpus) -> dict[tuple[str, str], list[Target]]:
    """Return the targets of every area and year that they are for."""
    groups: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for target in corpus.targets:
        groups[target.promise.area, target.promise.period].append(target)
    return dict(sorted(groups.items()))


def _page(corpus: Corpus, area: str, year: str, items: list[Target], drawings: Drawings, strings: dict) -> Page:
    address = addresses.targets(area, year)
    name = corpus.area(area).name
    title, counts, words = f"{name}{year}年的目标与结果", group(corpus, area, year, items), strings["targets"]
    return Page(address, "target.html", {
        "title": title, "description": f"{title}：{words['said' if counts['judged'] else 'waiting'].format_map(counts)}", "crumbs": [(strings["targets"]["title"], "targets/"), (name, addresses.area(area)), (year, None)],
        "group": counts, "states": STATES, "charts": drawings.get(address, ()),
        "rows": [row(corpus, t, strings) for t in items]})


def group(corpus: Corpus, area: str, year: str, items: Iterable[Target]) -> dict:
    """Return how many of an area's targets for a year ended in which state, and the share reached."""
    counts = Counter(target.state for target in items)
    judged = sum(counts[state] for state in JUDGED)
    good = counts[REACHED] + counts[INSIDE]
    return {"area": corpus.area(area).name, "year": year, "address": addresses.targets(area, year),
            "total": counts.total(), "counts": [(state, counts[state]) for state in STATES], "judged": judged, "good": good,
            "share": f"{round(100 * good / judged)}%" if judged else "—"}


def by_indicator(corpus: Corpus) -> Iterator[dict]:
    """Yield, for each indicator with a target that can be judged, how many were reached."""
    counts: dict[str, Counter] = defaultdict(Counter)
    for target in corpus.targets:
        counts[target.promise.indicator][target.state] += 1
    for indicator, states in counts.items():
        judged = sum(states[state] for state in JUDGED)
        if judged:
            yield {"name": corpus.vocabulary.indicators[indicator].zh, "address": addresses.indicator(indicator),
                   "judged": judged, "good": states[REACHED] + states[INSIDE]}


def promised(target: Target) -> str:
    """Return what was promised as a reader says it: `6.8%左右`, `与经济增长基本同步（6.8%）`."""
    promise = target.promise
    if promise.keeps_up:
        return promise.text + (f"（{quantity(target.growth)}）" if target.growth else "")
    if promise.value_high is not None:
        return f"{amount(promise.value, promise.unit)}～{amount(promise.value_high, promise.unit)}"
    return amount(promise.value, promise.unit) + BOUNDS.get(promise.bound, "")


def said(item: Observation) -> str:
    """Return an outcome with its bound's own word where the sentence has it: `接近2.8%`, not `2.8%左右`."""
    as_printed = (words for words in (item.word + item.text, item.text + item.word) if item.word and words in item.quote)
    return next(as_printed, quantity(item))


def row(corpus: Corpus, target: Target, strings: dict) -> dict:
    """Return a target as a row of a table: each statement with the way to its sentence."""
    promise = target.promise
    computed = strings["targets"]["computed"] if promise.keeps_up else ""
    return {"area": corpus.area(promise.area).name, "year": promise.period, "state": target.state, "computed": computed,
            "indicator": corpus.vocabulary.indicators[promise.indicator].zh, "indicator_address": addresses.indicator(promise.indicator),
            "measure": strings["measures"][promise.measure], "promised": promised(target), "doubtful": target.doubtful,
            "promise_address": f"reports/{promise.report}/#{promise.anchor}", "promise_quote": promise.quote,
            "growth": {"text": quantity(target.growth), "address": addresses.sentence(target.growth)} if target.growth else None,
            "outcomes": [{"text": said(o), "address": addresses.sentence(o), "quote": o.quote,
                          "measure": strings["measures"][o.measure]} for o in target.outcomes]}
