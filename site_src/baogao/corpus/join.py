"""Readings joined into a corpus: what the stages of this room make of them, in order."""

from collections.abc import Iterable

from baogao.content.content_folder import Content
from baogao.corpus.corpus import Corpus
from baogao.corpus.cross_checks import checks
from baogao.corpus.disagreements import mark_disagreements
from baogao.corpus.observations import observations
from baogao.corpus.promises_in_reports import promises
from baogao.corpus.reading_result import ReadingResult
from baogao.corpus.target_panel import target_panel
from baogao.corpus.targets_with_outcomes import targets


def corpus(content: Content, read: Iterable[ReadingResult]) -> Corpus:
    """Join what was read into a corpus."""
    read = sorted(read, key=lambda one: (one.reading.report.area, one.reading.report.year))
    readings = tuple(one.reading for one in read)
    vocabulary, wordlists = content.vocabulary, content.wordlists
    found, doubts = observations(readings, vocabulary, wordlists)
    stated, disagreements = mark_disagreements(found, wordlists.rules)
    promised = promises(readings, stated, vocabulary, wordlists)
    held = targets(promised, stated, readings, vocabulary, wordlists.rules)
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
        targets=held,
        panel=target_panel(readings, stated, held, vocabulary, wordlists.rules),
        scores=content.scores,
        certainty=content.certainty,
        glossary=content.glossary,
        uses={one.reading.report.id: one.uses for one in read},
        releases=content.releases,
        aliases=content.aliases,
    )
