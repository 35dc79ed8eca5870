"""What a search knows by its name: indicators, terms and areas, whatever else they are called.

Of each a browser is told its kind, name, address, further names, English name, and of an area its
level. How the characters of all names are read stands once for all: it finds `shaoxing` by that.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from baogao.content.vocabulary.english_names import EnglishNames
from baogao.content.vocabulary.pinyin import syllables
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus

IS_CHINESE = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Name:
    """What something with a page is called; `level` is that of an area."""

    kind: str
    name: str
    address: str
    others: tuple[str, ...]
    english: str
    level: str = ""

    def told(self) -> list[object]:
        """Return it in the order that `static/search_names.js` reads."""
        told: list[object] = [self.kind, self.name, self.address, self.others, self.english]
        return [*told, self.level] if self.level else told


def names(corpus: Corpus) -> Iterator[Name]:
    """Yield what has a page and a name."""
    yield from _indicators(corpus)
    yield from _terms(corpus)
    yield from _areas(corpus)


def readings(named: Iterable[Name]) -> dict[str, str]:
    """Return each syllable with the characters of names that may be read so."""
    spelled = {sign for one in named for name in (one.name, *one.others) for sign in name}
    found: dict[str, str] = {}
    for character in sorted(filter(IS_CHINESE.fullmatch, spelled)):
        for syllable in syllables(character):
            found[syllable] = found.get(syllable, "") + character
    return dict(sorted(found.items()))


def _indicators(corpus: Corpus) -> Iterator[Name]:
    for one in corpus.vocabulary.indicators.values():
        if corpus.stated_of(one.id):
            address = addresses.indicator(one.id)
            yield Name("indicators", one.zh, address, one.aliases, one.en)


def _terms(corpus: Corpus) -> Iterator[Name]:
    used = {use.term.id for uses in corpus.uses.values() for use in uses}
    for term in corpus.glossary.terms:
        if term.id in used:
            yield Name("terms", term.term, f"terms/#{term.id}", term.aliases, term.en)


def _areas(corpus: Corpus) -> Iterator[Name]:
    called_in_english = EnglishNames(corpus.wordlists.area_names)
    for area in corpus.areas():
        earlier = (one.name for one in corpus.vocabulary.areas_with(area.code))
        english = called_in_english.of(area)
        called = dict.fromkeys((area.short, *earlier, english.short))
        others = tuple(name for name in called if name not in (area.name, english.whole))
        address = addresses.area(area.code)
        yield Name("areas", area.name, address, others, english.whole, area.level)
