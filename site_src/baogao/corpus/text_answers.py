"""What a corpus answers of its reports as text: how much there is of them, and words counted."""

from functools import cached_property

from baogao.content.glossary import Use
from baogao.content.words_beyond_reading import Wordlists
from baogao.corpus import term_counts
from baogao.corpus.by_key import by_key
from baogao.corpus.report_sentences import characters_by_kind
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
