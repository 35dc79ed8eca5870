"""All reports together: what pages that look across reports need."""
from dataclasses import dataclass

from baogao.content import Content
from baogao.observations import observations
from baogao.records import Area, Doubt, Observation, Reading, Site, Source
from baogao.vocabulary import Vocabulary
from baogao.wordlists import Wordlists


@dataclass(frozen=True, slots=True)
class Corpus:
    """The readings in order of area and year, and what they add up to."""
    site: Site
    vocabulary: Vocabulary
    wordlists: Wordlists
    readings: tuple[Reading, ...]
    observations: tuple[Observation, ...]
    doubts: tuple[Doubt, ...]
    sources: dict[str, Source]
    prose: dict[str, str]

    def area(self, code: str) -> Area:
        """Return the area of a code that has been checked."""
        return self.vocabulary.areas[code]

    def areas(self) -> list[Area]:
        """Return the areas with a report, in order of code."""
        return [self.area(code) for code in dict.fromkeys(r.report.area for r in self.readings)]

    def of_area(self, code: str) -> list[Reading]:
        """Return an area's readings in order of year."""
        return [reading for reading in self.readings if reading.report.area == code]


def corpus(content: Content, readings: tuple[Reading, ...]) -> Corpus:
    """Join the readings into a corpus."""
    ordered = tuple(sorted(readings, key=lambda r: (r.report.area, r.report.year)))
    found, doubts = observations(ordered, content.vocabulary, content.wordlists)
    return Corpus(content.site, content.vocabulary, content.wordlists, ordered, found, doubts, content.sources, content.prose)
