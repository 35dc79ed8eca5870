"""`content/vocabulary/glossary.yml`: the jargon of the reports, and where a text uses it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from baogao.content.limits import LONGEST_LINE, LONGEST_WORD
from baogao.content.vocabulary import pinyin
from baogao.content.vocabulary.vocabulary_layers import Where, as_layers, read_layers
from baogao.content.yaml.yaml_entries import Entry
from baogao.content.yaml.yaml_with_lines import LINE
from baogao.record_decorator import record
from baogao.records import Problem

KEYS = {"term", "aliases", "en", "zh", "examples", "not", "pinyin", "id"}
FILE = "glossary.yml"
LISTS = ("aliases", "examples", "not")
QUOTE = re.compile("[“”]")
ID = re.compile(r"t-[a-z0-9-]{1,100}")
QUOTED = re.compile("“([^“”]+)”")


@record
class Term:
    """An entry of the glossary; `id` is its permanent anchor, `pinyin` how it is read."""

    id: str
    term: str
    pinyin: str
    en: str
    zh: str
    aliases: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    line: int = 1
    is_own: bool = True  # of the content, not one that baogao comes with

    @property
    def spellings(self) -> tuple[str, ...]:
        """Return all that the reports call it."""
        return self.term, *self.aliases


@record
class Use:
    """A place in a text where a term stands."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True)
class Glossary:
    """All terms in the order of their pinyin."""

    terms: tuple[Term, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:  # what is compiled stays behind
        return Glossary, (self.terms,)

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """The terms by their ids."""
        return {term.id: term for term in self.terms}

    @cached_property
    def _quoted(self) -> dict[str, Term]:
        """Return the terms that count only in quotation marks, by their spellings without them."""
        return {
            without_quotes(spelling): term
            for term in self.terms
            for spelling in term.spellings
            if QUOTED.fullmatch(spelling)
        }

    @cached_property
    def _plain(self) -> dict[str, Term | None]:
        """Return the other terms by their spellings; none for words that only look like one."""
        plain: dict[str, Term | None] = {
            without_quotes(text): None for term in self.terms for text in term.unlike
        }
        for term in self.terms:
            for spelling in term.spellings:
                if not QUOTED.fullmatch(spelling):
                    plain[without_quotes(spelling)] = term
        return plain

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(list(self._plain), matchkind=MatchKind.LeftmostLongest)

    def uses(self, text: str, start: int = 0) -> Iterator[Use]:
        """Yield where the terms stand, the longest first.

        Quotation marks inside a term do not count, unless it must stand in them.
        """
        found = [*self._plain_places(text, start), *self._quoted_places(text, start)]
        at = start
        for begin, end, term in sorted(found, key=lambda place: (place[0], -place[1])):
            if begin >= at:
                at = end
                if term:
                    yield Use(begin, end, term)

    def _plain_places(self, text: str, start: int) -> Iterator[tuple[int, int, Term | None]]:
        terms = list(self._plain.values())
        # how much is left of the text before each quotation mark
        left = [mark.start() - i for i, mark in enumerate(QUOTE.finditer(text, start), start)]
        words = without_quotes(text[start:])
        for number, first, last in self._automaton.find_matches_as_indexes(words):
            begin = start + first + bisect_right(left, first)
            end = start + last + bisect_right(left, last - 1)
            span = _with_quotes(text, begin, end)
            if span:
                yield *span, terms[number]

    def _quoted_places(self, text: str, start: int) -> Iterator[tuple[int, int, Term]]:
        for match in QUOTED.finditer(text, start):
            if term := self._quoted.get(match[1]):
                yield *match.span(1), term


def without_quotes(text: str) -> str:
    """Return a text without its quotation marks."""
    return text.replace("“", "").replace("”", "")


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Take in the other half of a quotation mark among the words: `“四大”建设`.

    None where the other half is not beside them, as of 工程 in `“雁阵强基”工程`.
    """
    depth = low = 0
    for character in text[start:end]:
        depth += (character == "“") - (character == "”")
        low = min(low, depth)
    before, after = -low, depth - low
    opened = text[start - before : start] == "“" * before
    closed = text[end : end + after] == "”" * after
    return (start - before, end + after) if opened and closed else None


def load(where: Where, shown: str = "") -> tuple[Glossary, list[Problem]]:
    """Read the glossary; mistakes of a single folder are named as in `shown`."""
    layers = as_layers(where, shown)
    found: list[Problem] = []
    terms = []
    paths = {True: f"{layers[-1].shown}/{FILE}", False: f"{layers[0].shown}/{FILE}"}
    for path, entries in read_layers(layers, FILE, found):
        for entry in entries:
            wrong = [Problem(path, entry[LINE], *words) for words in _wrong(entry)]
            found += wrong
            if not wrong:
                terms.append(_term(entry, path == paths[True]))
    for term, message, hint in list(_twice(terms)) or list(_untrue(terms)):
        found.append(Problem(paths[term.is_own], term.line, message, hint))
    return Glossary(tuple(sorted(terms, key=lambda term: (term.id, term.term)))), found


def _wrong(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield what keeps an entry from being a term, with a hint each."""
    for key in sorted(entry.keys() - KEYS - {LINE}):
        yield f"unknown key {key!r}", "known are " + ", ".join(sorted(KEYS))
    for key in ("term", "zh", "en"):
        if not isinstance(entry.get(key), str):
            yield f"entry lacks {key}", f"write {key}: and its words"
    yield from _wrong_lengths(entry)
    for key in LISTS:
        yield from _wrong_list(key, entry.get(key, []))
    if isinstance(entry.get("term"), str) and not without_quotes(entry["term"]):
        yield "the term is empty", "write term: and its words"
    if not isinstance(entry.get("pinyin", ""), str) or not ID.fullmatch(_id(entry)):
        hint = "write pinyin: as it is read, or id: t- and small letters"
        yield "no address can be made of the term", hint
    if not entry.get("examples"):
        yield "entry lacks examples", "quote words of a report that use the term"
    aliases = entry.get("aliases")
    for word in [entry.get("term"), *(aliases if isinstance(aliases, list) else ())]:
        if str(word).isdecimal():
            where = "it then counts only where the report has them"
            yield f"{word} is only a number", f"put it in quotation marks, “{word}”: {where}"


def _wrong_lengths(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the texts that are longer than a box beside a report can show."""
    most = {"term": LONGEST_WORD, "pinyin": LONGEST_WORD, "zh": LONGEST_LINE, "en": LONGEST_LINE}
    for key, longest in most.items():
        if len(str(entry.get(key, ""))) > longest:
            yield f"{key} is a text of {len(str(entry[key]))} characters", f"at most {longest}"


def _wrong_list(key: str, words: object) -> Iterator[tuple[str, str]]:
    """Yield what keeps a value from being a list of words."""
    hint = f"write {key}: [one, another]"
    if not isinstance(words, list):
        yield f"{key} is not a list", hint
    elif not all(isinstance(word, str) and without_quotes(word) for word in words):
        yield f"{key} cannot be {words!r}", f"{hint}, each in quotation marks if it is a number"
    elif max(map(len, words), default=0) > LONGEST_WORD:
        yield f"{key} holds a text of {max(map(len, words))} characters", f"at most {LONGEST_WORD}"


def _term(entry: Entry, is_own: bool) -> Term:
    aliases, examples, unlike = (tuple(map(str, entry.get(key) or ())) for key in LISTS)
    said = entry.get("pinyin") or pinyin.read(without_quotes(entry["term"]))
    known = _id(entry), entry["term"], said, entry["en"], entry["zh"]
    return Term(*known, aliases, examples, unlike, line=entry[LINE], is_own=is_own)


def _id(entry: Entry) -> str:
    """Return the address of a term: its own, or made of how it is read."""
    if entry.get("id"):
        return str(entry["id"])
    said = entry.get("pinyin") or pinyin.read(without_quotes(str(entry.get("term"))))
    return "t-" + pinyin.toneless(str(said))


def _twice(terms: list[Term]) -> Iterator[tuple[Term, str, str]]:
    """Yield the terms that share a spelling or an address with an earlier one."""
    seen: dict[str, Term] = {}
    for term in terms:
        for spelling in (term.id, *map(without_quotes, term.spellings)):
            first = seen.setdefault(spelling, term)
            if first is not term:
                there = "" if first.is_own == term.is_own else " of baogao's own terms"
                message = f"{spelling} stands twice, first in line {first.line}{there}"
                yield term, message, "one entry a term; `id` gives another address"


def _untrue(terms: list[Term]) -> Iterator[tuple[Term, str, str]]:
    """Yield examples in which the term is not found, and words unlike it that are not alike."""
    glossary = Glossary(tuple(terms))
    for term in terms:
        for text in term.examples:
            if not any(use.term is term for use in glossary.uses(text)):
                message = f"{term.term} is not found in its example {text!r}"
                yield term, message, "quote words that contain the term or an alias"
        for text in term.unlike:
            words = without_quotes(text)
            if not any(without_quotes(spelling) in words for spelling in term.spellings):
                message = f"`not` {text!r} does not contain {term.term}"
                yield term, message, "quote the words that only look like the term"
