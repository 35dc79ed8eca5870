"""Targets and outcomes: what was promised beside what the next report says, state by state."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from baogao.content.outcome_rules import ABSENT, INSIDE, JUDGED, REACHED, STATES
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.targets import Target
from baogao.pages.page import Charts, Page
from baogao.pages.target_table import target_table

STYLES, SCRIPTS = ("tables.css",), ("tables.js",)
MOST_CHARTS, MOST_ROWS = 12, 1_000  # on the page of all: an area's and year's own page has the rest


def listing(corpus: Corpus, charts: Charts, strings: dict) -> Page:
    """Return the page of all targets."""
    title = strings["targets"]["title"]
    groups = by_area_and_year(corpus)
    items = sorted(corpus.targets, key=lambda t: t.state == ABSENT)
    unknown = sum(
        m.figure.status == "target" and not m.figure.indicator
        for r in corpus.readings
        for m in r.mentions
    )
    return Page(
        "targets/",
        "targets.html",
        {
            "title": title,
            "description": strings["targets"]["intro"],
            "written": True,
            "scripts": SCRIPTS,
            "charts": charts,
            "crumbs": [(title, None)],
            "states": STATES,
            "unknown": unknown,
            "groups": sorted(
                (group(corpus, area, year, items) for (area, year), items in groups.items()),
                key=lambda g: not g["judged"],
            ),
            "indicators": list(by_indicator(corpus)),
            "table": target_table(corpus, items[:MOST_ROWS], strings, "targets.csv", places=True),
            "left_out": max(len(items) - MOST_ROWS, 0),
        },
    )


def shown(corpus: Corpus) -> list[tuple[str, str]]:
    """Return the areas and years whose charts stand on the page of all targets: those with the most to judge."""
    judged = {
        key: sum(t.state in JUDGED for t in items)
        for key, items in by_area_and_year(corpus).items()
    }
    return sorted(sorted(judged, key=lambda key: -judged[key])[:MOST_CHARTS])


def by_area_and_year(corpus: Corpus) -> dict[tuple[str, str], list[Target]]:
    """Return the targets of every area and year that they are for."""
    groups: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for target in corpus.targets:
        groups[target.promise.area, target.promise.period].append(target)
    return dict(sorted(groups.items()))


def page(corpus: Corpus, area: str, year: str, charts: Charts, strings: dict) -> Page:
    """Return the page of an area's targets for a year."""
    items = corpus.targets_for(area, year)
    name = corpus.area(area).name
    title, counts, words = (
        f"{name}{year}年的目标与结果",
        group(corpus, area, year, items),
        strings["targets"],
    )
    return Page(
        addresses.targets(area, year),
        "target.html",
        {
            "title": title,
            "description": f"{title}：{words['said' if counts['judged'] else 'waiting'].format_map(counts)}",
            "crumbs": [
                (strings["targets"]["title"], "targets/"),
                (name, addresses.area(area)),
                (year, None),
            ],
            "group": counts,
            "states": STATES,
            "charts": charts,
            "styles": STYLES,
            "scripts": SCRIPTS,
            "table": target_table(
                corpus, items, strings, f"{area}-{year}-targets.csv", sentences=True
            ),
        },
    )


def group(corpus: Corpus, area: str, year: str, items: Iterable[Target]) -> dict:
    """Return how many of an area's targets for a year ended in which state, and the share reached."""
    counts = Counter(target.state for target in items)
    judged = sum(counts[state] for state in JUDGED)
    good = counts[REACHED] + counts[INSIDE]
    return {
        "area": corpus.area(area).name,
        "year": year,
        "address": addresses.targets(area, year),
        "total": counts.total(),
        "counts": [(state, counts[state]) for state in STATES],
        "judged": judged,
        "good": good,
        "share": f"{round(100 * good / judged)}%" if judged else "—",
    }


def by_indicator(corpus: Corpus) -> Iterator[dict]:
    """Yield, for each indicator with a target that can be judged, how many were reached."""
    counts: dict[str, Counter] = defaultdict(Counter)
    for target in corpus.targets:
        counts[target.promise.indicator][target.state] += 1
    for indicator, states in counts.items():
        judged = sum(states[state] for state in JUDGED)
        if judged:
            yield {
                "name": corpus.vocabulary.indicators[indicator].zh,
                "address": addresses.indicator(indicator),
                "judged": judged,
                "good": states[REACHED] + states[INSIDE],
            }
