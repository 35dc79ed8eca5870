"""Targets and outcomes: what was promised beside what the next report says, state by state."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from baogao.content.vocabulary.outcome_and_check_rules import (
    INSIDE,
    JUDGED,
    REACHED,
    STATE_CODES,
    STATES,
    state_name,
)
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, by_key
from baogao.corpus.targets_with_outcomes import Target
from baogao.pages.counts_in_words import reports_setting, targets_of_all, told
from baogao.pages.page import Charts, Page
from baogao.pages.tables.controls import STEP
from baogao.pages.targets.all_targets import table_of
from baogao.pages.targets.target_table import target_table

STYLES, SCRIPTS = ("tables.css",), ("tables.js",)


def listing(corpus: Corpus, charts: Charts, strings: dict) -> Page:
    """Return the page about all targets, with those that tell most."""
    title = strings["targets"]["title"]
    context = {
        "title": title,
        "description": strings["targets"]["intro"],
        "written": True,
        "scripts": SCRIPTS,
        "charts": charts,
        "crumbs": [(title, None)],
        "states": [state_name(state, strings) for state in STATES],
        "counted": targets_of_all(corpus, strings),
        "panel": bool(corpus.vocabulary.headline),
        "areas": _areas(corpus, strings),
        "indicators": list(by_indicator(corpus)),
        "every": addresses.ALL_TARGETS,
        **table_of(corpus, corpus.targets, strings, addresses.TARGETS, STEP),
    }
    return Page(addresses.TARGETS, "targets.html", context)


def _areas(corpus: Corpus, strings: dict) -> list[dict]:
    """Return the areas, each in the newest year that can be judged, with its other years.

    Those of which no year can be judged come last.
    """
    years = by_key((area, group) for (area, _), group in _counted(corpus, strings).items())
    found = (_newest_judged(groups) for groups in years.values())
    return sorted(found, key=lambda newest: not newest["judged"])


def _counted(corpus: Corpus, strings: dict) -> dict[tuple[str, str], dict]:
    return {
        (area, year): outcome_counts(corpus, area, year, items, strings)
        for (area, year), items in by_area_and_year(corpus).items()
    }


def _newest_judged(groups: Sequence[dict]) -> dict:
    """Return of an area's years the newest that can be judged, else the newest, and the others."""
    newest = max(groups, key=lambda group: (group["judged"] > 0, group["year"]))
    others = [(one["year"], one["address"]) for one in groups if one is not newest]
    return newest | {"others": others[::-1]}


def by_area_and_year(corpus: Corpus) -> dict[tuple[str, str], list[Target]]:
    """Return the targets of every area and year that they are for."""
    groups: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for target in corpus.targets:
        groups[target.promise.area, target.promise.period].append(target)
    return dict(sorted(groups.items()))


def page(corpus: Corpus, area: str, year: str, charts: Charts, strings: dict) -> Page:
    """Return the page of an area's targets for a year."""
    items = corpus.targets_for(area, year)
    name, words = corpus.area(area).name, strings["targets"]
    title = words["of_year"].format(area=name, year=year)
    counts = outcome_counts(corpus, area, year, items, strings)
    address, file = addresses.targets(area, year), f"{area}-{year}-targets.csv"
    context = {
        "title": title,
        "description": words["description"].format(title=title, said=counts["said"]),
        "crumbs": [(words["title"], "targets/"), (name, addresses.area(area)), (year, None)],
        "group": counts,
        "states": [state_name(state, strings) for state in STATES],
        "counted": reports_setting(corpus, area, year, strings),
        "charts": charts,
        "styles": STYLES,
        "scripts": SCRIPTS,
        "table": target_table(corpus, items, strings, address, file, sentences=True),
    }
    return Page(address, "target.html", context)


def outcome_counts(
    corpus: Corpus, area: str, year: str, items: Sequence[Target], strings: dict
) -> dict:
    """Return how many of an area's targets for a year ended in each state, and the good share."""
    counts = Counter(target.state for target in items)
    judged = sum(counts[state] for state in JUDGED)
    good = sum(map(is_good, items))
    found = {
        "area": corpus.area(area).name,
        "year": year,
        "address": addresses.targets(area, year),
        "total": counts.total(),
        "counts": [
            (state_name(state, strings), STATE_CODES[state], counts[state]) for state in STATES
        ],
        "judged": judged,
        "good": good,
        "doubtful": any(target.doubtful for target in items),
        "share": f"{round(100 * good / judged)}%" if judged else "—",
    }
    return found | {"said": told(found, strings)}


def is_good(target: Target) -> bool:
    """Say whether a target was reached, or its outcome lies in the range promised."""
    return target.state in (REACHED, INSIDE)


def by_indicator(corpus: Corpus) -> Iterator[dict]:
    """Yield, for each indicator with a target that can be judged, how many were reached."""
    counts: dict[str, Counter] = defaultdict(Counter)
    for target in corpus.targets:
        counts[target.promise.indicator][target.state] += 1
    for indicator, states in counts.items():
        judged = sum(states[state] for state in JUDGED)
        if judged:
            yield {
                "name": corpus.vocabulary.indicators[indicator].name,
                "address": addresses.indicator(indicator),
                "judged": judged,
                "good": states[REACHED] + states[INSIDE],
            }
