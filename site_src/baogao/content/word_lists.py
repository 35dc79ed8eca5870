"""`content/vocabulary/lists/*.yml`: named lists of words whose hits in the reports are counted.

A file begins with what the list is: its name, version, who proposes it, and what counts. Each word
is counted by itself, wherever its characters stand, but for places within the words that it has
under `not`: 外资 in 市外资金. So a sum over a list counts no place of a word twice, as no word of a
list is part of another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import permutations
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from baogao.content import pinyin
from baogao.content.limits import LONGEST_LINE, LONGEST_WORD
from baogao.content.recorded_folder import content_files
from baogao.content.vocabulary_layers import LISTS, Layers, read_layers
from baogao.content.yaml_entries import (
    Entry,
    Mistake,
    make_each,
    require_keys,
    require_short,
    text_of,
    texts_of,
)
from baogao.content.yaml_with_lines import LINE
from baogao.record_decorator import record
from baogao.records import Problem

GLOSSARY = "glossary"  # the list whose words are those of glossary.yml
HEAD_KEYS = ("list", "zh", "en", "version", "proposed_by", "counts", "terms")
TERM_KEYS = ("term", "id", "examples", "not")
FEWEST_CHARACTERS = 2
NAMES = ("zh", "en", "proposed_by", "counts")
TAKEN = {"reports"}  # its counts would stand where those of all reports do
ID = re.compile("[a-z0-9-]{1,100}")  # of a word: its address on the list's page
MOST_VERSIONS = 1_000_000


@record
class CountedTerm:
    """A word that is counted; `id` is its address in the list, `unlike` where it does not count."""

    term: str
    id: str
    examples: tuple[str, ...]
    unlike: tuple[str, ...]
    line: int


@record
class WordList:
    """A list of words: its names, its version, who proposes it, what counts, and the words."""

    id: str
    zh: str
    en: str
    version: int
    proposed_by: str
    counts: str
    terms: tuple[CountedTerm, ...] = ()


class Hit(NamedTuple):
    """A place of a word of a list in a text."""

    start: int
    end: int
    list: str
    term: str


Counted = tuple[str, str]  # a list's id and a word


@dataclass(frozen=True)
class WordLists:
    """All lists, in the order of their files."""

    lists: tuple[WordList, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:  # what is compiled stays behind
        return WordLists, (self.lists,)

    @cached_property
    def by_id(self) -> dict[str, WordList]:
        """The lists by their ids."""
        return {one.id: one for one in self.lists}

    @cached_property
    def _counted(self) -> dict[str, tuple[list[Counted], list[Counted]]]:
        """What is searched for: the words that it is, and those that do not count within it."""
        found: dict[str, tuple[list[Counted], list[Counted]]] = {}
        for one in self.lists:
            for word in one.terms:
                found.setdefault(word.term, ([], []))[0].append((one.id, word.term))
                for text in word.unlike:
                    found.setdefault(text, ([], []))[1].append((one.id, word.term))
        return found

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._counted), matchkind=MatchKind.Standard)

    def hits(self, text: str, start: int = 0) -> Iterator[Hit]:
        """Yield where the words of all lists stand; places of one word do not overlap."""
        roles = list(self._counted.values())
        places: dict[Counted, list[tuple[int, int]]] = {}
        veiled: dict[Counted, list[tuple[int, int]]] = {}
        for number, begin, end in self._automaton.find_matches_as_indexes(text[start:], True):
            counted, unlike = roles[number]
            for word in counted:
                places.setdefault(word, []).append((start + begin, start + end))
            for word in unlike:
                veiled.setdefault(word, []).append((start + begin, start + end))
        for word, spans in places.items():
            for begin, end in _apart(spans):
                if not any(a <= begin and end <= z for a, z in veiled.get(word, ())):
                    yield Hit(begin, end, *word)


def _apart(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans that do not overlap one before."""
    last = 0
    for begin, end in spans:
        if begin >= last:
            last = end
            yield begin, end


def load(layers: Layers) -> tuple[WordLists, list[Problem]]:
    """Read the lists of all layers."""
    found: list[Problem] = []
    paths = (path for layer in layers for path in content_files(layer.folder, f"{LISTS}*.yml"))
    names = sorted({path.stem for path in paths})
    lists = [one for name in names for one in _lists(layers, name, found)]
    return WordLists(tuple(lists)), found


def _lists(layers: Layers, name: str, found: list[Problem]) -> Iterator[WordList]:
    """Yield the list of a name, of all layers together; none where it says not what it is."""
    heads: list[WordList] = []
    words: list[CountedTerm] = []
    for shown, entries in read_layers(layers, f"{LISTS}{name}.yml", found):
        of_list = [entry for entry in entries if "list" in entry]
        heads += make_each(of_list, partial(_head, name), shown, found)
        others = [entry for entry in entries if "list" not in entry]
        made = make_each(others, _term, shown, found)
        found += (Problem(shown, line, *said) for line, *said in _nested([*words, *made], made))
        words += made
    if heads:
        head = heads[-1]
        yield WordList(
            name, head.zh, head.en, head.version, head.proposed_by, head.counts, tuple(words)
        )
    else:
        path = f"{layers[-1].shown}/{LISTS}{name}.yml"
        found.append(Problem(path, 1, "the list says not what it is", f"begin with list: {name}"))


def _head(name: str, entry: Entry) -> WordList:
    """Return what a list is; raise `Mistake` where it does not say so."""
    require_keys(entry, *HEAD_KEYS)
    require_short(
        entry, zh=LONGEST_WORD, en=LONGEST_WORD, proposed_by=LONGEST_LINE, counts=LONGEST_LINE
    )
    if entry["list"] != name:
        raise Mistake(f"the list is called {entry['list']!r}", f"as its file: {name}")
    if name in TAKEN:
        raise Mistake(f"no list can be called {name}", "the site has a file of that name")
    if lacking := [key for key in HEAD_KEYS[:-1] if not entry.get(key)]:
        raise Mistake(f"the list lacks {', '.join(lacking)}", f"write {lacking[0]}: and its words")
    version = entry["version"]
    if type(version) is not int or not 1 <= version <= MOST_VERSIONS:
        raise Mistake(f"version cannot be {version!r}", "1, and one more with every change")
    zh, en, proposed_by, counts = (_words(entry, key) for key in NAMES)
    return WordList(name, zh, en, version, proposed_by, counts)


def _words(entry: Entry, key: str) -> str:
    """Return the words of a list's key; raise `Mistake` where it has something else."""
    value = entry[key]
    if isinstance(value, str) and value.strip():
        return value
    raise Mistake(f"{key} cannot be {value!r}", "a text; in quotation marks if it is a number")


def _term(entry: Entry) -> CountedTerm:
    """Return a word; raise `Mistake` where its examples are not so."""
    require_keys(entry, *TERM_KEYS)
    term, examples, unlike = (
        text_of(entry, "term"),
        texts_of(entry, "examples"),
        texts_of(entry, "not"),
    )
    if len(term) < FEWEST_CHARACTERS or term != "".join(term.split()):
        raise Mistake(f"{term!r} cannot be counted", "two characters or more, without blanks")
    if not examples:
        raise Mistake("lacks examples", "quote words in which it counts")
    id = entry.get("id") or _id(term)
    if not isinstance(id, str) or not ID.fullmatch(id):
        raise Mistake(f"{term} cannot have the address {id!r}", "id: small letters, digits and -")
    made = CountedTerm(term, id, examples, unlike, entry[LINE])
    alone = WordLists((WordList("", "", "", 1, "", "", (made,)),))
    for text in examples:
        if not any(alone.hits(text)):
            raise Mistake(f"{term} does not count in its example {text!r}", "quote other words")
    for text in unlike:
        if term not in text or text == term:
            raise Mistake(f"`not` {text!r} does not contain {term}", "quote what it is part of")
    return made


def _id(term: str) -> str:
    """Return the address of a word: as it is read, without tones."""
    return pinyin.toneless(pinyin.read(term))


def _nested(words: list[CountedTerm], new: list[CountedTerm]) -> Iterator[tuple[int, str, str]]:
    """Yield the lines of new words that are part of another, hold one, or share its address."""
    for one, other in permutations(words, 2):
        if one.term == other.term:
            if one in new and one.line > other.line:
                yield one.line, f"{one.term} stands twice", "one of them is enough"
        elif one in new and one.term in other.term:
            yield one.line, f"{one.term} is part of {other.term}", "its places would count twice"
        elif one in new and one.id == other.id and (other not in new or one.line > other.line):
            yield one.line, f"{one.term} has the address of {other.term}", "say another id:"
