"""How like a report is to the area's report before, and to that of the area above.

Likeness is the cosine of how often each two letters stand side by side in the bodies of both: 1 for
the same words, 0 for none in common. Of the report before it is also counted which sentences stand
there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from baogao.content.sentence_spans import spoken
from baogao.corpus.corpus import Corpus, Listed
from baogao.corpus.panel_distances import area_above
from baogao.corpus.repeated_sentences import STANDINGS
from baogao.corpus.report_sentences import sentences
from baogao.record_decorator import record

PREVIOUS, SUPERIOR = "previous", "superior"
DECIMALS = 4
AT_HAND = 16  # texts: the report of an area above is held against those of all areas below


@record
class Similarity:
    """A report and another one: how they are related, how like they are, and what stands in both.

    `counts` are how many sentences, headings left out, stand how; none are counted against the area
    above.
    """

    report: str
    other: str
    relation: str
    cosine: float
    counts: tuple[int, ...] = ()


def similarities(corpus: Corpus, area: str) -> Iterator[Similarity]:
    """Yield what an area's reports are held against, in order."""
    own = corpus.listed_of(area)
    before = {newer.id: older for older, newer in pairwise(own)}
    for one in own:
        if one.id in before:
            counts = standing_counts(corpus, one.id)
            yield _held(corpus, one, before[one.id], PREVIOUS, tuple(counts.values()))
        if above := _superiors(corpus, one):
            yield _held(corpus, one, above, SUPERIOR)


def newest_to_superior(corpus: Corpus, area: str) -> Similarity | None:
    """Return how like the area above's an area's newest report is whose year has one there."""
    for one in reversed(corpus.listed_of(area)):
        if above := _superiors(corpus, one):
            return _held(corpus, one, above, SUPERIOR)
    return None


def _superiors(corpus: Corpus, one: Listed) -> Listed | None:
    """Return the area above's report of the same year."""
    above = corpus.listed_of(area_above(corpus.area(one.area), corpus.vocabulary))
    return next((other for other in above if other.year == one.year), None)


def standing_counts(corpus: Corpus, report: str) -> dict[str, int]:
    """Return how many sentences of a report stand how in the one before."""
    both = zip(sentences(corpus.reading(report)), corpus.standings_in(report), strict=True)
    found = Counter(stands.standing for one, stands in both if not one.block.level)
    return {name: found[name] for name in STANDINGS}


def _held(
    corpus: Corpus, one: Listed, other: Listed, relation: str, counts: tuple[int, ...] = ()
) -> Similarity:
    texts = (_words(corpus, report) for report in (one, other))
    return Similarity(one.id, other.id, relation, cosine(*map(_pairs, texts)), counts)


def _words(corpus: Corpus, one: Listed) -> str:
    report = corpus.reading(one.id).report
    return spoken(report.text[report.body :])


@lru_cache(maxsize=AT_HAND)
def _pairs(words: str) -> Counter[str]:
    return Counter(map("".join, pairwise(words)))


def cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Return the cosine of two counts; nought where one is empty."""
    product = sum(one[pair] * other[pair] for pair in one.keys() & other.keys())
    lengths = sqrt(_square(one) * _square(other))
    return round(product / lengths, DECIMALS) if lengths else 0.0


def _square(counts: Mapping[str, int]) -> int:
    return sum(times * times for times in counts.values())
