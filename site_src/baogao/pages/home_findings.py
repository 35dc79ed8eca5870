"""Findings for the home page: computed from the data, each with the way to its evidence."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from baogao.charts.quantity_words import amount
from baogao.content.vocabulary.outcome_and_check_rules import JUDGED, STATE_CODES, UNMENTIONED
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.targets.targets import by_area_and_year, outcome_counts
from baogao.records import Indicator, Observation

FEWEST_AREAS, FEWEST_JUDGED = 3, 5
MOST_GROWTH, MOST = 2, 4  # findings of growth, findings at all


def most_stated(corpus: Corpus) -> tuple[Indicator | None, list[Observation]]:
    """Return the headline indicator that most areas state, with what no editor doubts of it."""
    sound = [
        (one, [o for o in corpus.stated_of(one.id) if not o.quality])
        for one in corpus.vocabulary.headline
    ]
    return max(sound, key=lambda found: len({o.area for o in found[1]}), default=(None, []))


def findings(corpus: Corpus, strings: dict, besides: str = "") -> list[dict]:
    """Return what most reports bear out: who grew how fast, and which targets were reached.

    `besides` is the indicator of which a chart tells already.
    """
    return [*_growth(corpus, strings, besides), *_targets(corpus, strings)][:MOST]


class _Comparable(NamedTuple):
    """What growth must have in common to be compared."""

    indicator: str
    year: str
    level: str  # of the areas


def _growth(corpus: Corpus, strings: dict, besides: str) -> Iterator[dict]:
    """Yield the highest and the lowest growth of the indicators that most areas state."""
    groups: dict[_Comparable, dict[str, Observation]] = {}
    for o in filter(_is_sound_growth, corpus.observations):
        if o.indicator != besides and corpus.vocabulary.indicators[o.indicator].headline:
            key = _Comparable(o.indicator, o.period, corpus.area(o.area).level)
            groups.setdefault(key, {}).setdefault(o.area, o)
    order = {id: place for place, id in enumerate(corpus.vocabulary.indicators)}
    fullest = sorted(groups, key=lambda key: (-len(groups[key]), order[key.indicator], key))
    for key in fullest[:MOST_GROWTH]:
        if len(groups[key]) >= FEWEST_AREAS:
            yield _extremes(corpus, key, list(groups[key].values()), strings)


def _is_sound_growth(o: Observation) -> bool:
    """Say whether a statement is an exact growth reached, of which nobody doubts."""
    return (o.measure, o.status, o.bound) == ("growth", "actual", "eq") and not o.quality


def _extremes(
    corpus: Corpus, key: _Comparable, stated: Sequence[Observation], strings: dict
) -> dict:
    def areas_with(value: Decimal) -> str:
        names = (corpus.area(o.area).name for o in stated if o.value == value)
        return strings["punctuation"]["and"].join(names)

    values = [o.value for o in stated]
    highest, lowest = max(values), min(values)
    text = strings["findings"]["growth"].format(
        year=key.year,
        name=corpus.vocabulary.indicators[key.indicator].name,
        count=len(stated),
        highest=areas_with(highest),
        most=amount(highest, "%", strings),
        lowest=areas_with(lowest),
        least=amount(lowest, "%", strings),
    )
    return {"address": addresses.indicator(key.indicator), "text": text}


def _targets(corpus: Corpus, strings: dict) -> Iterator[dict]:
    """Yield how many of an area's targets were reached, the fullest areas and years first.

    Not where one comes from a source, or is held against one, that an editor doubts.
    """
    groups = [
        outcome_counts(corpus, area, year, items, strings)
        for (area, year), items in by_area_and_year(corpus).items()
    ]
    groups.sort(key=lambda found: -found["judged"])
    for found in groups:
        if found["judged"] >= FEWEST_JUDGED and not found["doubtful"]:
            yield {"address": found["address"], "text": _reached(found, strings["findings"])}


def questions(corpus: Corpus, strings: dict) -> list[str]:
    """Return what can be asked here, of the area and year of which most is told."""
    groups = by_area_and_year(corpus)
    if not groups or not corpus.vocabulary.headline:
        return []
    area, year = max(groups, key=lambda key: sum(one.state in JUDGED for one in groups[key]))
    counts = Counter(o.indicator for o in corpus.observations)
    indicator = max(corpus.vocabulary.headline, key=lambda one: counts[one.id])
    words = {"area": corpus.area(area).short, "year": year, "name": indicator.name}
    return [question.format_map(words) for question in strings["home"]["questions"]]


def _reached(found: dict, words: dict) -> str:
    state, silent = next(
        (name, count) for name, code, count in found["counts"] if code == STATE_CODES[UNMENTIONED]
    )
    text = words["targets_and_silent" if silent else "targets"]
    counts = {name: found[name] for name in ("area", "year", "total", "judged", "good")}
    return text.format(**counts, silent=silent, state=state)
