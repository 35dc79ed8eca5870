"""All reports together: what pages that look across reports need."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from baogao.content.measured_certainty import CertaintyPoint
from baogao.content.reports.published_addresses import Alias, Release
from baogao.content.reports.source_files import Source
from baogao.content.site_settings import Site
from baogao.content.vocabulary.glossary import Glossary, Use
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.content.vocabulary.words_beyond_reading import Wordlists
from baogao.corpus.area_orders import Place, places_of
from baogao.corpus.by_key import by_key as by_key
from baogao.corpus.cross_checks import Check
from baogao.corpus.disagreements import Disagreement
from baogao.corpus.observations import Doubt, reports_of
from baogao.corpus.panel_entry import PanelEntry
from baogao.corpus.report_summaries import Listed as Listed
from baogao.corpus.report_summaries import (
    Noted,
    UnreadNumber,
    label_counts,
    listed,
    noted,
    unread_numbers,
)
from baogao.corpus.targets_with_outcomes import Target
from baogao.corpus.text_answers import TextAnswers
from baogao.records import Area, Figure, Observation, Reading, ReviewCount


@dataclass(frozen=True)
class Corpus(TextAnswers):
    """The readings in order of area and year, and what they add up to.

    - `disagreements` group statements that cannot both hold; `checks` hold stated values against
      what other stated values give for them.
    - `targets` are promises of known indicators with their states; `panel` has one entry for each
      area, year and headline indicator.
    - `scores` say how well figures are read, `certainty` how often what is surely read is wrong.
    - `uses` say where each report, by its id, uses terms of the glossary.
    - `releases` are what was published, `aliases` what moved since; `inputs` is all input's hash.
    - Reports are asked for by their ids.
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
    panel: tuple[PanelEntry, ...] = ()
    scores: tuple[dict[str, str], ...] = ()
    certainty: tuple[CertaintyPoint, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    uses: dict[str, tuple[Use, ...]] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    aliases: tuple[Alias, ...] = ()
    inputs: str = ""

    def area(self, code: str, year: int | None = None) -> Area:
        """Return the area of a code that has been checked, by its name of today or of a year."""
        if area := self.vocabulary.area(code, year):
            return area
        raise KeyError(code)

    def areas(self) -> list[Area]:
        """Return the areas with a report, in order of code."""
        return [self.area(code) for code in self._by_area]

    def reading(self, report: str) -> Reading:
        """Return a report's reading."""
        return self._by_id[report]

    def source(self, file: str) -> Source:
        """Return the source of a file's name."""
        return self.sources[file]

    @cached_property
    def noted(self) -> tuple[Noted, ...]:
        """The reports that have notes."""
        return tuple(noted(self.readings))

    @cached_property
    def unread_numbers(self) -> tuple[UnreadNumber, ...]:
        """The numbers that could not be read safely."""
        return tuple(unread_numbers(self.readings))

    @cached_property
    def review_counts(self) -> dict[str, tuple[ReviewCount, ...]]:
        """How many figures of each report, by its id, were checked, and what was found."""
        return {one.report.id: one.review_counts for one in self.readings if one.review_counts}

    @cached_property
    def known_figures(self) -> int:
        """How many figures are of a known indicator."""
        return sum(bool(figure.indicator) for figure in self._figures())

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Every report as lists tell of it, in order of area and year."""
        return tuple(listed(one, self.promised_in(one.report.id)) for one in self.readings)

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

    def targets_of(self, area: str) -> tuple[Target, ...]:
        """Return the targets that an area's reports set."""
        return self._targets_of.get(area, ())

    def promised_of(self, indicator: str) -> tuple[Target, ...]:
        """Return the targets that all reports set of an indicator."""
        return self._promised_of.get(indicator, ())

    def years_of_targets(self, area: str) -> tuple[str, ...]:
        """Return the years for which an area has targets, in order."""
        return tuple(sorted(year for code, year in self._targets_for if code == area))

    def panel_for(self, area: str) -> tuple[PanelEntry, ...]:
        """Return the target panel of an area."""
        return tuple(entry for entry in self.panel if entry.area == area)

    def panel_of(self, indicator: str) -> tuple[PanelEntry, ...]:
        """Return the target panel of a headline indicator."""
        return tuple(entry for entry in self.panel if entry.indicator == indicator)

    def places_of(self, area: str) -> tuple[Place, ...]:
        """Return an area's places among those of its level."""
        return places_of(self, area)

    def labels_of(self, indicator: str) -> tuple[tuple[str, int], ...]:
        """Return what reports call an indicator, the most common first, and how often."""
        return tuple(Counter(self.label_counts.get(indicator, {})).most_common())

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
        return by_key((id, t) for t in self.targets for id in reports_of(t.outcomes))

    @cached_property
    def _targets_for(self) -> dict[tuple[str, str], tuple[Target, ...]]:
        return by_key(((t.promise.area, t.promise.period), t) for t in self.targets)

    @cached_property
    def _targets_of(self) -> dict[str, tuple[Target, ...]]:
        return by_key((t.promise.area, t) for t in self.targets)

    @cached_property
    def _promised_of(self) -> dict[str, tuple[Target, ...]]:
        return by_key((t.promise.indicator, t) for t in self.targets)

    @cached_property
    def label_counts(self) -> dict[str, dict[str, int]]:
        """How often each indicator, by its id, is called what, in the order of the reports."""
        return label_counts(self._figures())

    def _figures(self) -> Iterator[Figure]:
        return (mention.figure for one in self.readings for mention in one.mentions)

    @cached_property
    def _checks(self) -> dict[str, tuple[Check, ...]]:
        return by_key((check.stated.report, check) for check in self.checks)

    @cached_property
    def _disagreements(self) -> dict[str, tuple[Disagreement, ...]]:
        of = ((report, one) for one in self.disagreements for report in reports_of(one.stated))
        return by_key(of)
