"""All reports together: what pages that look across reports need."""
from dataclasses import dataclass, field

from baogao.content import Content
from baogao.disagreements import Disagreement, marked
from baogao.glossary import Glossary, Use
from baogao.observations import observations
from baogao.promises import promises
from baogao.recomputed import Check, checks
from baogao.records import Area, Doubt, Observation, Reading, Site, Source
from baogao.releases import Alias, Release
from baogao.targets import Target, targets
from baogao.vocabulary import Vocabulary
from baogao.wordlists import Wordlists


@dataclass(frozen=True, slots=True)
class Corpus:
    """The readings in order of area and year, and what they add up to.

    `disagreements` group statements that cannot both hold, `checks` hold stated values against what others
    give for them, `targets` are all promises of known indicators with their states,
    `scores` how well figures are read, a row a report, `uses` where each report (by its id) uses terms of the glossary,
    `releases` what was published, `aliases` what has moved since, `inputs` the hash of all that the site is made of.
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
    glossary: Glossary = Glossary()
    uses: dict[str, tuple[Use, ...]] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    aliases: tuple[Alias, ...] = ()
    inputs: str = ""

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
    words, rules = content.vocabulary, content.wordlists.rules
    stated, doubts = observations(ordered, words, content.wordlists)
    found, disagreements = marked(stated, rules)
    promised = promises(ordered, found, words, content.wordlists)
    joined = targets(promised, found, (reading.report.id for reading in ordered), words, rules)
    return Corpus(content.site, words, content.wordlists, ordered, found, doubts, content.sources, content.prose,
                  disagreements, checks(found, words, rules), joined, content.scores, content.glossary,
                  {reading.report.id: tuple(content.glossary.uses(reading.report.text, reading.report.body)) for reading in ordered},
                  content.releases, content.aliases)
