"""A corpus whose indicators, areas and topics go by their names in another language.

What reports say stays as they say it; only what this site itself names has another name.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

from baogao.content.languages import CHINESE
from baogao.content.vocabulary.english_names import PINYIN, EnglishNames
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.content.vocabulary.word_lists import WordLists
from baogao.corpus.corpus import Corpus
from baogao.records import Area, Indicator

# The vocabulary of this process in another language: every part of the site asks for the same.
_last: dict[int, tuple[Vocabulary, Vocabulary]] = {}


def translated(corpus: Corpus, language: str) -> Corpus:
    """Return a corpus as it is asked in a language."""
    if language == CHINESE:
        return corpus
    return cast(Corpus, TranslatedCorpus(corpus, language))  # it answers as a corpus does


@dataclass(frozen=True)
class TranslatedCorpus:
    """Answers as the corpus does, with names in English where it names something."""

    corpus: Corpus
    language: str

    def __getattr__(self, name: str) -> Any:
        return getattr(self.corpus, name)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary, its indicators and areas by their English names."""
        own = self.corpus.vocabulary
        known = _last.get(id(own))
        if known is None or known[0] is not own:
            _last.clear()
            names = EnglishNames(self.corpus.wordlists.area_names)
            known = _last[id(own)] = own, _in_english(own, names)
        return known[1]

    @cached_property
    def wordlists(self) -> Any:
        """The lists, topics and lists of words by their names in English."""
        lists = self.corpus.wordlists
        counted = (replace(one, zh=one.en) for one in lists.word_lists.lists)
        word_lists = WordLists(tuple(counted))
        return replace(lists, topics=lists.topics_in_english, word_lists=word_lists)

    @cached_property
    def site(self) -> Any:
        """The settings, with the site's title in the language."""
        return self.corpus.site.in_language(self.language)

    @cached_property
    def prose(self) -> dict[str, str]:
        """The pages in words; one that is not translated is there as it was written."""
        every, folder = self.corpus.prose, f"{self.language}/"
        return {name: every.get(folder + name, own) for name, own in every.items()}

    def area(self, code: str, year: int | None = None) -> Area:
        """Return an area as `Corpus` does."""
        if area := self.vocabulary.area(code, year):
            return area
        raise KeyError(code)

    def areas(self) -> list[Area]:
        """Return the areas with a report, in order of code."""
        return [self.area(area.code) for area in self.corpus.areas()]


def _in_english(vocabulary: Vocabulary, names: EnglishNames) -> Vocabulary:
    indicators = {id: _in_words(one) for id, one in vocabulary.indicators.items()}
    areas = {code: _named(area, names) for code, area in vocabulary.areas.items()}
    former = tuple(_named(area, names) for area in vocabulary.former_areas)
    return replace(vocabulary, indicators=indicators, areas=areas, former_areas=former)


def _in_words(indicator: Indicator) -> Indicator:
    definition = indicator.definition_en or indicator.definition
    return replace(indicator, translated=indicator.en, definition=definition)


def _named(area: Area, names: EnglishNames) -> Area:
    name = names.of(area)
    spelled = name.source == PINYIN
    return replace(area, name=name.whole, short=name.short, is_transliterated=spelled)
