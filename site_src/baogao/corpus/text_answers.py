"""What a corpus answers of its reports as text: how much there is of them, and words counted."""

from functools import cached_property
from itertools import pairwise

from baogao.content.vocabulary.glossary import Use
from baogao.content.vocabulary.words_beyond_reading import Wordlists
from baogao.corpus import attention, term_counts
from baogao.corpus.attention import Attention
from baogao.corpus.by_key import by_key
from baogao.corpus.repeated_sentences import Standing, standings
from baogao.corpus.report_sentences import characters_by_kind, spoken_sentences
from baogao.corpus.report_summaries import TermPlace, term_places
from baogao.corpus.term_counts import TermCount
from baogao.records import Reading


class TextAnswers:
    """A corpus asked about texts; it has the readings, the lists, and the uses of the glossary."""

    readings: tuple[Reading, ...]
    wordlists: Wordlists
    uses: dict[str, tuple[Use, ...]]

    def uses_in(self, report: str) -> tuple[Use, ...]:
        """Return where a report uses terms of the glossary."""
        return self.uses[report]

    @cached_property
    def term_places(self) -> dict[str, tuple[TermPlace, ...]]:
        """Where each report, by its id, uses which terms."""
        return {one.report.id: term_places(one, self.uses[one.report.id]) for one in self.readings}

    def terms_in(self, report: str) -> tuple[TermPlace, ...]:
        """Return where a report uses which terms."""
        return self.term_places[report]

    @cached_property
    def kind_characters(self) -> dict[str, dict[str, int]]:
        """How many characters the sections of each kind have, by the ids of reports."""
        return {one.report.id: characters_by_kind(one) for one in self.readings}

    @cached_property
    def term_counts(self) -> tuple[TermCount, ...]:
        """How often each report uses the words of the lists."""
        lists = self.wordlists.word_lists
        return tuple(
            count
            for one in self.readings
            for count in term_counts.term_counts(one, self.uses[one.report.id], lists)
        )

    @cached_property
    def attention(self) -> dict[str, tuple[Attention, ...]]:
        """How much each report, by its id, speaks of each list's matter."""
        lists = self.wordlists.word_lists
        return {one.report.id: tuple(attention.attention(one, lists)) for one in self.readings}

    def attention_in(self, report: str) -> tuple[Attention, ...]:
        """Return how much a report speaks of each list's matter."""
        return self.attention.get(report, ())

    def attention_for(self, area: str) -> tuple[Attention, ...]:
        """Return the same of all reports of an area, in order."""
        own = (found for id, found in self.attention.items() if id.partition("/")[0] == area)
        return tuple(one for found in own for one in found)

    @cached_property
    def standings(self) -> dict[str, tuple[Standing, ...]]:
        """How each sentence stands in the area's report before, by the ids of reports.

        The first report of an area has none.
        """
        found = {}
        for older, newer in pairwise(self.readings):
            if older.report.area == newer.report.area:
                texts = spoken_sentences(older), spoken_sentences(newer)
                found[newer.report.id] = tuple(standings(*texts))
        return found

    def standings_in(self, report: str) -> tuple[Standing, ...]:
        """Return how each sentence of a report stands in the area's report before."""
        return self.standings.get(report, ())

    def counts_for(self, area: str) -> tuple[TermCount, ...]:
        """Return how often an area's reports use the words of the lists."""
        return self._counts_for.get(area, ())

    def counts_of(self, list: str) -> tuple[TermCount, ...]:
        """Return how often all reports use the words of a list."""
        return self._counts_of.get(list, ())

    @cached_property
    def _counts_for(self) -> dict[str, tuple[TermCount, ...]]:
        return by_key((one.report.partition("/")[0], one) for one in self.term_counts)

    @cached_property
    def _counts_of(self) -> dict[str, tuple[TermCount, ...]]:
        return by_key((one.list, one) for one in self.term_counts)
