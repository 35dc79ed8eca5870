"""How much of a report speaks of each matter: sentences that hold a word of its list, and figures.

A sentence may hold words of several lists and counts for each, so shares do not add up to one.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from baogao.content.vocabulary.section_kinds import LOOKING_AHEAD, LOOKING_BACK
from baogao.content.vocabulary.word_lists import WordLists
from baogao.corpus.report_sentences import Sentence, sentences
from baogao.corpus.term_counts import hits_in
from baogao.record_decorator import record
from baogao.records import Reading

REVIEW, PLAN = SIDES = ("review", "plan")
KINDS = {REVIEW: LOOKING_BACK, PLAN: LOOKING_AHEAD}


@record
class Attention:
    """How many sentences and figures of a report's side speak of a list's matter, of how many."""

    report: str
    list: str
    side: str
    sentences: int
    of_sentences: int
    figures: int
    of_figures: int

    @property
    def sentence_share(self) -> float:
        """Which part of the side's sentences it is."""
        return self.sentences / self.of_sentences if self.of_sentences else 0.0

    @property
    def figure_share(self) -> float:
        """Which part of the side's figures it is."""
        return self.figures / self.of_figures if self.of_figures else 0.0


def attention(reading: Reading, lists: WordLists) -> Iterator[Attention]:
    """Yield how much a report speaks of each list's matter; headings are no sentences."""
    every = [one for one in sentences(reading) if not one.block.level]
    speaking = _speaking(reading, every, lists)
    for side in SIDES:
        own = [place for place, one in enumerate(every) if one.kind in KINDS[side]]
        figures = sum(every[place].figures for place in own)
        for list in (one.id for one in lists.lists if one.terms):
            found = [place for place in own if (list, place) in speaking]
            of_it = sum(every[place].figures for place in found)
            if own:
                yield Attention(reading.report.id, list, side, len(found), len(own), of_it, figures)


def _speaking(
    reading: Reading, every: list[Sentence], lists: WordLists
) -> Counter[tuple[str, int]]:
    """Return which lists have a word in which sentence, by its place."""
    starts = [one.start for one in every]
    found: Counter[tuple[str, int]] = Counter()
    for hit in hits_in(reading, lists):
        place = bisect_right(starts, hit.start) - 1
        if place >= 0 and hit.end <= every[place].end:
            found[hit.list, place] += 1
    return found
