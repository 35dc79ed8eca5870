"""All reports together: what pages that look across reports need."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from baogao.content.content_folder import Content
from baogao.content.glossary import Glossary, Use
from baogao.content.measured_certainty import CertaintyPoint
from baogao.content.published_addresses import Alias, Release
from baogao.content.site_settings import Site
from baogao.content.source_files import Source
from baogao.content.vocabulary import Vocabulary
from baogao.content.words_beyond_reading import Wordlists
from baogao.corpus.cross_checks import Check, checks
from baogao.corpus.disagreements import Disagreement, mark_disagreements
from baogao.corpus.observations import Doubt, observations
from baogao.corpus.promises_in_reports import promises
from baogao.corpus.reading_result import ReadingResult
from baogao.corpus.targets_with_outcomes import Target, targets
from baogao.records import Area, Observation, Reading

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Listed:
    """What lists tell of a report: nothing that changes with each word of its text."""

    id: str
    area: str
    year: int
    title: str
    reviews: tuple[int, ...]
    excerpt: bool
    figures: int
    targets: int


@dataclass(frozen=True)
class Corpus:
    """The readings in order of area and year, and what they add up to.

    - `disagreements` group statements that cannot both hold.
    - `checks` hold stated values against what other stated values give for them.
    - `targets` are all promises of known indicators, with their states.
    - `scores` say how well figures are read, `certainty` how often what is surely read is wrong.
    - `uses` say where each report, by its id, uses terms of the glossary.
    - `releases` are what was published, `aliases` what has moved since.
    - `inputs` is the hash of all that the site is made of.

    Reports are asked for by their ids.
    """

    site: Site
    vocabulary: Vocabulary
    wordlists: Wordlists
    readings: tuple[Reading, ...]
    observations: tuple[Observation, ...]
    doubts: tuple[Doubt, ...]
    sources: dict[str, Source]
    prose: dict[str, str]
    disagreements: tuple[Disagreement, ...] = ()
    checks: tuple[Check, ...] = ()
    targets: tuple[Target, ...] = ()
    scores: tuple[dict[str, str], ...] = ()
    certainty: tuple[CertaintyPoint, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    uses: dict[str, tuple[Use, ...]] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    aliases: tuple[Alias, ...] = ()
    inputs: str = ""

    def area(self, code: str, year: int | None = None) -> Area:
        """Return the area of a code that has been checked, by its name of today or of a year."""
        area = self.vocabulary.area(code, year)
        if area is None:
            raise KeyError(code)
        return area

    def areas(self) -> list[Area]:
        """Return the areas with a report, in order of code."""
        return [self.area(code) for code in self._by_area]

    def reading(self, report: str) -> Reading:
        """Return a report's reading."""
        return self._by_id[report]

    def source(self, file: str) -> Source:
        """Return the source of a file's name."""
        return self.sources[file]

    def uses_in(self, report: str) -> tuple[Use, ...]:
        """Return where a report uses terms of the glossary."""
        return self.uses[report]

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every report as lists tell of it, in order of area and year."""
        return tuple(map(_listed, self.readings))

    def listed_of(self, area: str) -> tuple[Listed, ...]:
        """Return an area's reports as lists tell of them, in order of year."""
        return self._by_area.get(area, ())

    def stated_in(self, report: str) -> tuple[Observation, ...]:
        """Return what a report states."""
        return self._stated_in.get(report, ())

    def stated_of(self, indicator: str) -> tuple[Observation, ...]:
        """Return what all reports state of an indicator."""
        return self._stated_of.get(indicator, ())

    def stated_for(self, area: str) -> tuple[Observation, ...]:
        """Return what an area's reports state."""
        return self._stated_for.get(area, ())

    def promised_in(self, report: str) -> tuple[Target, ...]:
        """Return the targets that a report sets."""
        return self._promised_in.get(report, ())

    def reached_in(self, report: str) -> tuple[Target, ...]:
        """Return the targets of which a report states an outcome."""
        return self._reached_in.get(report, ())

    def targets_for(self, area: str, year: str) -> tuple[Target, ...]:
        """Return the targets for a year of an area."""
        return self._targets_for.get((area, year), ())

    def years_of_targets(self, area: str) -> tuple[str, ...]:
        """Return the years for which an area has targets, in order."""
        return tuple(sorted(year for code, year in self._targets_for if code == area))

    def labels_of(self, indicator: str) -> tuple[tuple[str, int], ...]:
        """Return what reports call an indicator, the most common first, and how often."""
        return self._labels.get(indicator, ())

    def checks_in(self, report: str) -> tuple[Check, ...]:
        """Return the checks of what a report states."""
        return self._checks.get(report, ())

    def disagreements_in(self, report: str) -> tuple[Disagreement, ...]:
        """Return the disagreements that a report has a part in."""
        return self._disagreements.get(report, ())

    @cached_property
    def _by_id(self) -> dict[str, Reading]:
        return {reading.report.id: reading for reading in self.readings}

    @cached_property
    def _by_area(self) -> dict[str, tuple[Listed, ...]]:
        return by_key((one.area, one) for one in self.listed)

    @cached_property
    def _stated_in(self) -> dict[str, tuple[Observation, ...]]:
        return by_key((o.report, o) for o in self.observations)

    @cached_property
    def _stated_of(self) -> dict[str, tuple[Observation, ...]]:
        return by_key((o.indicator, o) for o in self.observations)

    @cached_property
    def _stated_for(self) -> dict[str, tuple[Observation, ...]]:
        return by_key((o.area, o) for o in self.observations)

    @cached_property
    def _promised_in(self) -> dict[str, tuple[Target, ...]]:
        return by_key((t.promise.report, t) for t in self.targets)

    @cached_property
    def _reached_in(self) -> dict[str, tuple[Target, ...]]:
        return by_key((report, t) for t in self.targets for report in _reports(t.outcomes))

    @cached_property
    def _targets_for(self) -> dict[tuple[str, str], tuple[Target, ...]]:
        return by_key(((t.promise.area, t.promise.period), t) for t in self.targets)

    @cached_property
    def _labels(self) -> dict[str, tuple[tuple[str, int], ...]]:
        figures = (m.figure for reading in self.readings for m in reading.mentions)
        labels = by_key((figure.indicator, figure.label) for figure in figures if figure.indicator)
        return {indicator: tuple(Counter(own).most_common()) for indicator, own in labels.items()}

    @cached_property
    def _checks(self) -> dict[str, tuple[Check, ...]]:
        return by_key((check.stated.report, check) for check in self.checks)

    @cached_property
    def _disagreements(self) -> dict[str, tuple[Disagreement, ...]]:
        return by_key(
            (report, one) for one in self.disagreements for report in _reports(one.stated)
        )


def by_key(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, tuple[Item, ...]]:
    """Return the items of each key, in their order."""
    groups: dict[Key, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in groups.items()}


def _reports(stated: Iterable[Observation]) -> list[str]:
    """Return the ids of the reports that state something, each once."""
    return list(dict.fromkeys(item.report for item in stated))


def _listed(reading: Reading) -> Listed:
    report = reading.report
    return Listed(
        id=report.id,
        area=report.area,
        year=report.year,
        title=report.title,
        reviews=report.reviews,
        excerpt=report.excerpt,
        figures=len(reading.mentions),
        targets=sum(mention.figure.status == "target" for mention in reading.mentions),
    )


def corpus(content: Content, read: Iterable[ReadingResult]) -> Corpus:
    """Join what was read into a corpus."""
    read = sorted(read, key=lambda one: (one.reading.report.area, one.reading.report.year))
    readings = tuple(one.reading for one in read)
    vocabulary, wordlists = content.vocabulary, content.wordlists
    found, doubts = observations(readings, vocabulary, wordlists)
    stated, disagreements = mark_disagreements(found, wordlists.rules)
    promised = promises(readings, stated, vocabulary, wordlists)
    delivered = (reading.report.id for reading in readings)
    return Corpus(
        site=content.site,
        vocabulary=vocabulary,
        wordlists=wordlists,
        readings=readings,
        observations=stated,
        doubts=doubts,
        sources=content.sources,
        prose=content.prose,
        disagreements=disagreements,
        checks=checks(stated, vocabulary, wordlists.rules),
        targets=targets(promised, stated, delivered, vocabulary, wordlists.rules),
        scores=content.scores,
        certainty=content.certainty,
        glossary=content.glossary,
        uses={one.reading.report.id: one.uses for one in read},
        releases=content.releases,
        aliases=content.aliases,
    )
