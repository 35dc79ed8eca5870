"""Which rule, veto, word and alias decides how many figures of the annotated reports."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.extract_command import known
from baogao.reading.figures import Candidate, candidates, decided
from baogao.reading.figures.candidate import Quantity
from baogao.reading.figures.clauses.words_in_front import predicate_words
from baogao.reading.figures.subjects.subject_words import words_of
from baogao.reading.normalise import normalise
from scores import GOLD, names

AROUND = 24


class Fired(NamedTuple):
    """A rule and the part of the sentence in which it decided."""

    rule: str
    place: str


def once(words: Vocabulary) -> list[Fired]:
    """Return the rules that decide exactly one figure in all annotated reports, with its place."""
    places: dict[str, list[str]] = defaultdict(list)
    for name in names():
        for fired in of_text((GOLD / f"{name}.txt").read_text(encoding="utf-8"), words):
            places[fired.rule].append(fired.place)
    return sorted(Fired(rule, where[0]) for rule, where in places.items() if len(where) == 1)


def of_text(text: str, words: Vocabulary) -> Iterator[Fired]:
    """Yield every rule that decided something in a text, once for each figure."""
    read, asked = normalise(text, words.traditional), known(text, words)
    for one in candidates(text, words, asked["start"]):
        if one.veto:
            yield Fired(f"veto: {one.veto.rule}", _place(read, one.quantity))
    for one in decided(text, vocabulary=words, **asked):
        for rule in dict.fromkeys(_rules(one, read, words)):
            yield Fired(rule, _place(read, one.quantity))


def _place(read: str, quantity: Quantity) -> str:
    start, end = quantity.start, quantity.end
    before, after = read[max(0, start - AROUND) : start], read[end : end + AROUND // 2]
    return f"{before}[{read[start:end]}]{after}".replace("\n", "⏎")


def _rules(one: Candidate, read: str, words: Vocabulary) -> Iterator[str]:
    quantity, section = one.quantity, one.section
    yield f"numeral: {quantity.form}"
    spelt = read[quantity.number_end : quantity.end].strip()
    yield f"units.yml: {spelt}" if spelt else f"unit: {_plain(quantity.unit_from)}"
    if quantity.unit_from and spelt:
        yield f"unit: {_plain(quantity.unit_from)}"
    if one.bound.place:
        yield f"bounds.yml: {one.bound.place} {one.bound.word}"
    yield f"kind: {one.kind.rule}"
    for word in predicate_words(one.predicate, words):
        yield f"predicates.yml: {_plain(word)}"
    yield from (f"subjects.yml: {role} {word}" for role, word in _subject_words(one, words))
    yield f"label: {_plain(one.named.rule)}"
    yield f"time: {one.time.rule} {_plain(one.time.words)}".strip()
    yield f"time: {one.time.span or 'one year'}"
    if section:
        yield f"sections.yml: {section.kind}"
    if one.known.id:
        yield f"indicators.yml: {one.known.id}: {one.known.alias}"
    if one.named.area:
        yield f"area: {one.named.area}"


def _subject_words(one: Candidate, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield the words of subjects.yml that the label's stages found.

    They are found by the patterns that these stages use.
    """
    patterns, label = words_of(words), one.named.label
    lead, action = patterns.lead.match(one.kind.subject), patterns.action.match(label)
    outcome = patterns.outcome.search(one.noun)
    for role, found in (
        ("lead", lead and lead[0]),
        ("action", action and action[0]),
        ("attribute", patterns.attribute_of(label)),
        ("outcome", outcome and outcome[0]),
    ):
        yield from ((role, word) for word in re.findall(regex_of(words.words[role]), found or ""))


def _plain(words: str) -> str:
    """Return words with their digits as N: 2015年 and 2020年 are one rule."""
    return re.sub(r"\d+", "N", words)
