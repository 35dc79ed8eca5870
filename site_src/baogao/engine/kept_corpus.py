"""All reports together, answering as `Corpus` does, with each area loaded when it is asked for."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from baogao.content.value_digest import digest
from baogao.content.vocabulary.glossary import Use
from baogao.corpus.area_orders import Asked, Place, places_of
from baogao.corpus.corpus import Corpus
from baogao.corpus.join import corpus
from baogao.corpus.report_summaries import Listed
from baogao.engine import file_cache, kept_rows
from baogao.engine.joined_areas import (
    BY_REPORT,
    COUNTS_OF,
    FIELDS,
    OF_ALL,
    OF_AREA,
    OF_INDICATOR,
    OF_REPORT,
    TEXT_FOR,
    TEXT_IN,
    AreaSummary,
    Joiner,
    summary_name,
)
from baogao.records import Area, Reading

# The corpora of areas that this process has loaded, by their keys: the preview keeps them.
_loaded: dict[str, Corpus] = {}


@dataclass(frozen=True, slots=True)
class KeptCorpus:
    """The corpus of all areas; `whole` has what belongs to no report.

    It answers what `Corpus` answers: what it does not have itself it asks the areas. `gathered` and
    `stated` are what was asked of all areas once.
    """

    whole: Corpus
    joiner: Joiner
    areas_here: Mapping[str, AreaSummary]
    digests: Mapping[str, str]
    gathered: dict[str, Any] = field(default_factory=dict)
    stated: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        if name in (*OF_REPORT, *TEXT_IN):
            return self._of_report(name)
        if name in (*OF_AREA, *TEXT_FOR, "targets_for"):
            return self._of_area(name)
        if name in OF_ALL:
            if name not in self.gathered:
                self.gathered[name] = self._of_all(name)
            return self.gathered[name]
        return getattr(self.whole, name)

    def areas(self) -> list[Area]:
        """Return the areas with a report, in order of code."""
        return [self.whole.area(code) for code in self.areas_here]

    @property
    def readings(self) -> Any:
        """The readings, each loaded when it is asked for."""
        return self.joiner.readings

    def reading(self, report: str) -> Reading:
        """Return a report's reading."""
        return self.joiner.readings.result(report).reading

    def uses_in(self, report: str) -> tuple[Use, ...]:
        """Return where a report uses terms of the glossary."""
        return self.joiner.readings.result(report).uses

    @property
    def uses(self) -> dict[str, tuple[Use, ...]]:
        """Where each report, by its id, uses terms of the glossary."""
        return {id: self.uses_in(id) for id in self.joiner.readings.files}

    @property
    def listed(self) -> tuple[Listed, ...]:
        """Every report as lists tell of it, in order of area and year."""
        return tuple(one for area in self.areas_here.values() for one in area.listed)

    def known_by(self, *areas: str) -> str:
        """Return the digest of all that areas' reports state, and of where they come from."""
        readings = self.joiner.readings
        here = [area for area in areas if area in self.areas_here]
        files = [readings.files[id].source for area in here for id in readings.areas[area]]
        keys = [self.areas_here[area].key for area in here]
        return digest((keys, [self.whole.sources[file] for file in files]))

    def listed_of(self, area: str) -> tuple[Listed, ...]:
        """Return an area's reports as lists tell of them, in order of year."""
        return self.areas_here[area].listed if area in self.areas_here else ()

    @property
    def known_figures(self) -> int:
        """How many figures are of a known indicator."""
        return sum(area.known_figures for area in self.areas_here.values())

    def stated_of(self, indicator: str) -> tuple[Any, ...]:
        """Return what all reports state of an indicator; the same tuple each time."""
        if indicator not in self.stated:
            having = self._having("stated_of", indicator)
            self.stated[indicator] = tuple(o for area in having for o in area.stated_of(indicator))
        return self.stated[indicator]

    def promised_of(self, indicator: str) -> tuple[Any, ...]:
        """Return the targets that all reports set of an indicator."""
        having = self._having("promised_of", indicator)
        return tuple(target for area in having for target in area.promised_of(indicator))

    def panel_of(self, indicator: str) -> tuple[Any, ...]:
        """Return the target panel of a headline indicator."""
        having = self._having("panel_of", indicator)
        return tuple(entry for area in having for entry in area.panel_of(indicator))

    def counts_of(self, list: str) -> tuple[Any, ...]:
        """Return how often all reports use the words of a list."""
        having = self._having(COUNTS_OF, list)
        return tuple(count for area in having for count in area.counts_of(list))

    def places_of(self, area: str) -> tuple[Place, ...]:
        """Return an area's places among those of its level."""
        return places_of(cast(Asked, self), area)

    def labels_of(self, indicator: str) -> tuple[tuple[str, int], ...]:
        """Return what reports call an indicator, the most common first, and how often."""
        counts: Counter[str] = Counter()
        for area in self._having("labels_of", indicator):
            counts.update(area.label_counts[indicator])
        return tuple(counts.most_common())

    def years_of_targets(self, area: str) -> tuple[str, ...]:
        """Return the years for which an area has targets, in order."""
        return self.areas_here[area].years if area in self.areas_here else ()

    def _having(self, name: str, indicator: str) -> Iterator[Corpus]:
        for summary in self.areas_here.values():
            if (name, indicator) in summary.answers:
                yield self._loaded(summary)

    def _of_report(self, name: str) -> Callable[[str], Any]:
        def answer(report: str) -> Any:
            area = self.areas_here.get(report.partition("/")[0])
            return getattr(self._loaded(area), name)(report) if area else ()

        return answer

    def _of_area(self, name: str) -> Callable[..., Any]:
        def answer(code: str, *further: str) -> Any:
            area = self.areas_here.get(code)
            return getattr(self._loaded(area), name)(code, *further) if area else ()

        return answer

    def _of_all(self, name: str) -> Any:
        shares = [getattr(self._loaded(area), name) for area in self.areas_here.values()]
        if name in BY_REPORT:
            return {id: own for share in shares for id, own in share.items()}
        return tuple(one for share in shares for one in share)

    def _loaded(self, area: AreaSummary) -> Corpus:
        if area.key not in _loaded:
            _loaded[area.key] = self.joiner.corpus(area.code, area.key)
        return _loaded[area.key]

    def digest_of(self, name: str, *of: str) -> str:
        """Return the digest of an answer; raise KeyError where nothing can be answered."""
        readings = self.joiner.readings
        if name == "reading":
            return readings.keys[of[0]]
        if name in ("readings", "uses"):
            return digest(list(readings.keys.items()))
        if name in self.digests:
            return self.digests[name]
        if name in OF_INDICATOR or name in OF_ALL:
            having = (area.answers.get((name, *of)) for area in self.areas_here.values())
            shares = zip(self.areas_here, having, strict=True)
            return digest([(area, share) for area, share in shares if share])
        area = self.areas_here.get(of[0].partition("/")[0]) if of else None
        if area and (known := area.answers.get((name, *of))):
            return known
        value = getattr(self, name)
        return digest(value(*of) if of else value() if callable(value) else value)

    def sweep(self) -> None:
        """Remove readings, areas and rows from the cache that nothing has asked for in a month."""
        readings = self.joiner.readings
        file_cache.sweep(readings.folder, set(readings.keys.values()))
        keys = [area.key for area in self.areas_here.values()]
        file_cache.sweep(self.joiner.folder, {*keys, *map(summary_name, keys)})
        rows = self.joiner.folder.parent / kept_rows.FOLDER
        file_cache.sweep(rows, set(kept_rows.names_of(cast(Corpus, self), self.known_by)))

    def in_memory(self) -> Corpus:
        """Return the corpus with all that belongs to its reports."""
        return replace(
            self.whole,
            readings=tuple(self.readings),
            uses=self.uses,
            **{name: getattr(self, name) for name in FIELDS},
        )


def kept_corpus(
    joiner: Joiner, summaries: Iterable[AreaSummary], digests: Mapping[str, str], inputs: str
) -> KeptCorpus:
    """Return the corpus of all areas; `inputs` is the hash of all that the site is made of."""
    areas = {area.code: area for area in summaries}
    keys = {area.key for area in areas.values()}
    for key in _loaded.keys() - keys:
        del _loaded[key]
    whole = replace(corpus(joiner.content, ()), inputs=inputs)
    return KeptCorpus(whole, joiner, areas, digests)
