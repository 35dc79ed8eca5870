"""`content/vocabulary/glossary.yml`: the jargon of the reports, and where a text uses it."""
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from baogao.content import pinyin, yaml_with_lines
from baogao.content.yaml_entries import entries
from baogao.record import record
from baogao.records import Problem

KEYS = {"term", "aliases", "en", "zh", "examples", "not", "pinyin", "id", yaml_with_lines.LINE}
LISTS = ("aliases", "examples", "not")
QUOTES = str.maketrans("", "", "“”")
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

    def __reduce__(self):  # what is compiled stays behind
        return Glossary, (self.terms,)

    @cached_property
    def _words(self) -> tuple[AhoCorasick, list[Term | None], dict[str, Term]]:
        """Return the automaton and its words' terms (none for words unlike one), and the terms that must stand in quotation marks."""
        plain: dict[str, Term | None] = {bare(text): None for term in self.terms for text in term.unlike}
        quoted: dict[str, Term] = {}
        for term in self.terms:
            for spelling in term.spellings:
                (quoted if QUOTED.fullmatch(spelling) else plain)[bare(spelling)] = term
        return AhoCorasick(list(plain), matchkind=MatchKind.LeftmostLongest), list(plain.values()), quoted

    def uses(self, text: str, start: int = 0) -> Iterator[Use]:
        """Yield where the terms stand, the longest first, whether quotation marks stand inside them or not."""
        automaton, terms, quoted = self._words
        places = [i for i in range(start, len(text)) if text[i] not in "“”"]
        spans = ((places[first], places[last - 1] + 1, terms[word])
                 for word, first, last in automaton.find_matches_as_indexes(bare(text[start:])))
        found = [(*span, term) for begin, end, term in spans if (span := _balanced(text, begin, end))]
        found += [(*match.span(1), quoted[match[1]]) for match in QUOTED.finditer(text, start) if match[1] in quoted]
        at = start
        for begin, end, term in sorted(found, key=lambda place: (place[0], -place[1])):
            if begin >= at:
                at = end
                if term:
                    yield Use(begin, end, term)


def bare(text: str) -> str:
    """Return a text without its quotation marks."""
    return text.translate(QUOTES)


def _balanced(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Take in the other half of a quotation mark among the words, `“四大”建设`; none where it is not beside them: `“雁阵强基”工程`."""
    depth = low = 0
    for character in text[start:end]:
        depth += (character == "“") - (character == "”")
        low = min(low, depth)
    before, after = -low, depth - low
    fits = text[start - before:start] == "“" * before and text[end:end + after] == "”" * after
    return (start - before, end + after) if fits else None


def load(folder: Path, shown: str, within: Path | None = None) -> tuple[Glossary, list[Problem]]:
    """Read the glossary; mistakes are named as in the folder `shown`."""
    shown = f"{shown}/glossary.yml"
    found: list[Problem] = []
    listed = entries(folder / "glossary.yml", within or folder, shown, found)
    terms = [_term(entry) for entry in listed if not _said(found, shown, entry[yaml_with_lines.LINE], _wrong(entry))]
    for term, message, hint in tuple(_twice(terms)) or _untrue(terms):
        found.append(Problem(shown, term.line, message, hint))
    return Glossary(tuple(sorted(terms, key=lambda term: (term.id, term.term)))), found


def _said(found: list[Problem], shown: str, line: int, wrong: Iterable[tuple[str, str]]) -> bool:
    problems = [Problem(shown, line, message, hint) for message, hint in wrong]
    found += problems
    return bool(problems)


def _wrong(entry: dict) -> Iterator[tuple[str, str]]:
    """Yield what keeps an entry from being a term."""
    for key in sorted(entry.keys() - KEYS):
        yield f"unknown key {key!r}", "known are " + ", ".join(sorted(KEYS - {yaml_with_lines.LINE}))
    for key in ("term", "zh", "en"):
        if not isinstance(entry.get(key), str):
            yield f"entry lacks {key}", f"write {key}: and its words"
    for key in LISTS:
        if not isinstance(entry.get(key, []), list):
            yield f"{key} is not a list", f"write {key}: [one, another]"
        elif not all(isinstance(word, str) and bare(word) for word in entry.get(key, [])):
            yield f"{key} cannot be {entry[key]!r}", f"write {key}: [one, another], each in quotation marks if it is a number"
    if isinstance(entry.get("term"), str) and not bare(entry["term"]):
        yield "the term is empty", "write term: and its words"
    if not isinstance(entry.get("pinyin", ""), str) or not ID.fullmatch(_id(entry)):
        yield "no address can be made of the term", "write pinyin: as it is read, or id: t- and small letters"
    if not entry.get("examples"):
        yield "entry lacks examples", "quote words of a report that use the term"
    for word in [entry.get("term"), *(entry.get("aliases") if isinstance(entry.get("aliases"), list) else ())]:
        if str(word).isdecimal():
            yield f"{word} is only a number", f"put it in quotation marks, “{word}”: it then counts only where the report has them"


def _term(entry: dict) -> Term:
    lists = (tuple(map(str, entry.get(key) or ())) for key in LISTS)
    said = entry.get("pinyin") or pinyin.read(bare(entry["term"]))
    return Term(_id(entry), entry["term"], said, entry["en"], entry["zh"], *lists, entry[yaml_with_lines.LINE])


def _id(entry: dict) -> str:
    """Return the address of a term: its own, or made of how it is read."""
    return str(entry.get("id") or "t-" + pinyin.plain(str(entry.get("pinyin") or pinyin.read(bare(str(entry.get("term")))))))


def _twice(terms: list[Term]) -> Iterator[tuple[Term, str, str]]:
    """Two terms under one spelling or one address."""
    seen: dict[str, Term] = {}
    for term in terms:
        for spelling in (term.id, *map(bare, term.spellings)):
            first = seen.setdefault(spelling, term)
            if first is not term:
                yield term, f"{spelling} stands twice, first in line {first.line}", "one entry a term; `id` gives another address"


def _untrue(terms: list[Term]) -> Iterator[tuple[Term, str, str]]:
    """Examples in which the term is not found, and words unlike it in which it is."""
    glossary = Glossary(tuple(terms))
    for term in terms:
        for text in term.examples:
            if not any(use.term is term for use in glossary.uses(text)):
                yield term, f"{term.term} is not found in its example {text!r}", "quote words that contain the term or an alias"
        for text in term.unlike:
            if not any(bare(spelling) in bare(text) for spelling in term.spellings):
                yield term, f"`not` {text!r} does not contain {term.term}", "quote the words that only look like the term"
