"""What the reports of each area add up to, as it is kept: nothing is joined across areas.

An edit of a report joins its area anew and no other. Of every area a build loads what its lists
tell and the digests of its answers; what it says itself, a process loads when it is asked for.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from baogao.content.content_folder import Content
from baogao.content.value_digest import digest
from baogao.corpus.corpus import Corpus
from baogao.corpus.join import corpus
from baogao.corpus.report_summaries import Listed
from baogao.engine import file_cache, workers
from baogao.engine.dependencies import Question
from baogao.engine.kept_readings import KeptReadings

FOLDER = "areas"
# What an area's reports add up to: fields of its corpus, and what that has worked out.
FIELDS = ("observations", "doubts", "disagreements", "checks", "targets", "panel")
WORKED_OUT = (
    "label_counts",
    "known_figures",
    "listed",
    "attention",
    "noted",
    "standings",
    "review_counts",
    "kind_characters",
    "term_counts",
    "term_places",
    "unread_numbers",
)
# Questions whose answers lie within one area, by what they are asked of.
OF_REPORT = (
    "stated_in",
    "promised_in",
    "reached_in",
    "checks_in",
    "disagreements_in",
    "terms_in",
)
OF_AREA = ("listed_of", "stated_for", "targets_of", "years_of_targets", "panel_for")
COUNTS_OF = "counts_of"  # of a list of words
TEXT_IN = ("standings_in", "attention_in")  # of a report as text
TEXT_FOR = ("counts_for", "attention_for")  # of an area
# Those that are asked of an indicator or a list, and of everything: each area has its share of
# the answer.
OF_INDICATOR = ("stated_of", "promised_of", "labels_of", "panel_of", COUNTS_OF)
BY_REPORT = (
    "kind_characters",
    "review_counts",
    "term_places",
)  # whose answers are by the ids of reports
WORKED_OUT_OF_ALL = (*BY_REPORT, "noted", "unread_numbers")
OF_ALL = (*FIELDS, *WORKED_OUT_OF_ALL)


@dataclass(frozen=True, slots=True)
class AreaSummary:
    """What every build knows of an area: the key of its corpus, what lists tell, and digests.

    `answers` are digests by question, those of an indicator's share too.
    """

    code: str
    key: str
    listed: tuple[Listed, ...]
    years: tuple[str, ...]  # that it has targets for
    known_figures: int
    answers: Mapping[Question, str]


@dataclass(frozen=True, slots=True)
class Joiner:
    """What any process needs to join the reports of an area."""

    content: Content
    readings: KeptReadings
    folder: Path

    def summary(self, key: str) -> AreaSummary | None:
        """Return what is kept of an area."""
        data = file_cache.get(self.folder / summary_name(key))
        summary: AreaSummary | None = pickle.loads(data) if data else None
        return summary

    def corpus(self, area: str, key: str) -> Corpus:
        """Return what the reports of an area add up to, joined anew where it is not kept."""
        data = file_cache.get(self.folder / key)
        packed = data or self.joined(area, key)[1]
        fields, worked_out = pickle.loads(packed)
        found = replace(corpus(self.content, ()), **fields)
        vars(found).update(worked_out)
        return found

    def joined(self, area: str, key: str) -> tuple[AreaSummary, bytes]:
        """Join the reports of an area; return what every build knows of it, and all, packed."""
        ids = self.readings.areas[area]
        read = [self.readings.result(id) for id in ids]
        found = corpus(self.content, read)
        summary = AreaSummary(
            area,
            key,
            found.listed,
            found.years_of_targets(area),
            found.known_figures,
            dict(_answers(found, area, ids)),
        )
        fields = {name: getattr(found, name) for name in FIELDS}
        worked_out = {name: getattr(found, name) for name in WORKED_OUT}
        return summary, pickle.dumps((fields, worked_out), protocol=5)


def keys_of(readings: KeptReadings, code: str) -> dict[str, str]:
    """Return the key of each area: of all that its corpus is made of."""
    digests = readings.taken.digests
    shared = code, digests["vocabulary"], digests["wordlists"]
    return {
        area: digest((*shared, [(id, readings.keys[id]) for id in ids]))
        for area, ids in readings.areas.items()
    }


def kept(joiner: Joiner, keys: Mapping[str, str]) -> dict[str, AreaSummary]:
    """Return what is known of the areas that are kept under their keys."""
    found = ((area, joiner.summary(key)) for area, key in keys.items())
    return {area: summary for area, summary in found if summary}


def joined(
    joiner: Joiner, keys: Mapping[str, str], known: Mapping[str, AreaSummary], jobs: int
) -> list[AreaSummary]:
    """Return what every build knows of each area, in order; those that are not known are joined."""
    missing = [(area, key) for area, key in keys.items() if area not in known]
    fresh = dict(workers.run_each(_join_and_keep, joiner, missing, jobs))
    return [known.get(area) or fresh[area] for area in keys]


def _join_and_keep(joiner: Joiner, given: tuple[str, str]) -> tuple[str, AreaSummary]:
    """Join an area in any process of this machine, and keep it where the disk allows it."""
    area, key = given
    summary, packed = joiner.joined(area, key)
    file_cache.put(joiner.folder / key, packed)
    file_cache.put(joiner.folder / summary_name(key), pickle.dumps(summary, protocol=5))
    return area, summary


def _answers(found: Corpus, area: str, ids: Sequence[str]) -> Iterator[tuple[Question, str]]:
    """Yield the digests of what the corpus of an area answers."""
    terms, digest_of = digest(found.glossary.terms), _Digests()
    for id in ids:
        uses = [(use.start, use.end, use.term.id) for use in found.uses_in(id)]
        yield ("uses_in", id), digest((terms, uses))
        for name in OF_REPORT:
            yield (name, id), digest_of.each(getattr(found, name)(id))
    for name in OF_AREA:
        yield (name, area), digest_of.each(getattr(found, name)(area))
    for year in found.years_of_targets(area):
        yield ("targets_for", area, year), digest_of.each(found.targets_for(area, year))
    yield from _of_indicators(found, digest_of)
    yield from _of_texts(found, area, ids)
    for name in FIELDS:
        yield (name,), digest_of.each(getattr(found, name))
    for name in WORKED_OUT_OF_ALL:
        yield (name,), digest(getattr(found, name))


def _of_texts(found: Corpus, area: str, ids: Sequence[str]) -> Iterator[tuple[Question, str]]:
    """Yield the digests of what the corpus of an area answers of its reports as text."""
    for name in TEXT_FOR:
        yield (name, area), digest(getattr(found, name)(area))
    for name, id in product(TEXT_IN, ids):
        yield (name, id), digest(getattr(found, name)(id))
    for list_ in {one.list: 1 for one in found.term_counts}:
        yield (COUNTS_OF, list_), digest(found.counts_of(list_))


def _of_indicators(found: Corpus, digest_of: "_Digests") -> Iterator[tuple[Question, str]]:
    """Yield the digests of what the corpus of an area answers of indicators."""
    for indicator in {one.indicator: 1 for one in found.observations}:
        yield ("stated_of", indicator), digest_of.each(found.stated_of(indicator))
    for indicator in {one.promise.indicator: 1 for one in found.targets}:
        yield ("promised_of", indicator), digest_of.each(found.promised_of(indicator))
    for indicator in {one.indicator: 1 for one in found.panel}:
        yield ("panel_of", indicator), digest_of.each(found.panel_of(indicator))
    for indicator, counts in found.label_counts.items():
        yield ("labels_of", indicator), digest(list(counts.items()))


class _Digests:
    """Digests of answers: a statement stands in half a dozen of them, and is packed for it once."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}  # by where it lies in memory

    def each(self, answer: Iterable[object]) -> str:
        """Return the digest of the digests of all that an answer holds."""
        return digest([self._of(one) for one in answer])

    def _of(self, one: object) -> str:
        if id(one) not in self._known:
            self._known[id(one)] = digest((one,))
        return self._known[id(one)]


def summary_name(key: str) -> str:
    """Return the name under which the summary of the area with a key is kept."""
    return digest((key, "summary"))
