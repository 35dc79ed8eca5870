"""Why a figure is what it is: for each field the rules that set it, and the words they found."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures import Candidate
from baogao.reading.figures.candidate import BY_NAME, OTHER_UNIT, Quantity
from baogao.reading.figures.certainty import NOTHING
from baogao.reading.figures.clauses.words_in_front import predicate_words
from baogao.records import Figure

TITLE = 24  # in a scraped text a heading runs into what follows
COUNTED = re.compile(r"\d+")
FOUND = re.compile(r"(\S*[\u4e00-\u9fff]\S*) (.+)")


class Reason(NamedTuple):
    """A rule that set a field of a figure, and the words it found."""

    field: str
    rule: str
    words: tuple[str, ...] = ()


# A reason before it is one: many are told again and again, and a plain tuple is made faster.
Told = tuple[str, str, tuple[str, ...]]


def reasoned(
    found: Iterable[Candidate], read: str, vocabulary: Vocabulary
) -> Iterator[tuple[Candidate, tuple[Reason, ...]]]:
    """Yield every figure of a text with its reasons, in the order of its fields.

    `read` is the text as normalised. Most reasons are those of many figures: each is kept once, in
    memory and in what is written of a report.
    """
    labelled: dict[str, Figure] = {}
    once = _Once()
    last = None
    for one in found:
        told = _reasons(one, labelled.get(one.figure.label, last), read, vocabulary)
        yield one, tuple([once[reason] for reason in told])
        last = labelled[one.figure.label] = one.figure


class _Once(dict[Told, Reason]):
    """The reasons by what they tell, each made where it is told first."""

    def __missing__(self, told: Told) -> Reason:
        made = self[told] = Reason(*told)
        return made


def _reasons(
    one: Candidate, before: Figure | None, read: str, vocabulary: Vocabulary
) -> Iterator[Told]:
    """Yield the reasons of a figure; `before` is the last one with its label, or the last one."""
    quantity = one.quantity
    yield from _numeral(quantity, read)
    yield from _unit(quantity, read)
    yield "bound", one.bound.place or "no word", _words(one.bound.word)
    yield from _kind(one, vocabulary)
    yield from _status(one)
    yield "period", one.time.span or "that year", ()
    yield _label(one, before)
    yield _indicator(one)
    yield _area(one)
    yield from _certainty(one)


def _words(*words: str) -> tuple[str, ...]:
    """Return the words of a reason; none where all are empty."""
    return words if any(words) else ()


def _numeral(quantity: Quantity, read: str) -> Iterator[Told]:
    yield "value", "as written", (read[quantity.start : quantity.number_end],)
    if quantity.form != "plain":
        yield "value", f"a {quantity.form}", ()
    if quantity.size > 1:
        yield "value", "times", (str(quantity.size),)


def _unit(quantity: Quantity, read: str) -> Iterator[Told]:
    spelt = read[quantity.number_end : quantity.end].strip()
    if spelt:
        yield "unit", "behind the numeral", (spelt,)
    if found := FOUND.fullmatch(quantity.unit_from):  # 每立方米 in front
        yield "unit", found[2], (found[1],)
    elif quantity.unit_from:
        yield "unit", quantity.unit_from, ()
    elif not spelt:
        yield "unit", "none stated", ()


def _kind(one: Candidate, vocabulary: Vocabulary) -> Iterator[Told]:
    yield "kind", one.kind.rule, _words(one.kind.words)
    if words := predicate_words(one.predicate, vocabulary):
        yield "kind", "predicate", words
    if one.bare:
        yield "kind", "as the first of its list", ()


def _status(one: Candidate) -> Iterator[Told]:
    """Yield which section a figure stands in, and what its sentence states over that."""
    section = one.section
    if section:
        told = section.title[:TITLE], section.kind, _first_and_last(section.years)
        yield "status", "the section", told
    else:
        yield "status", "no section", ()
    if one.time.rule != "the section":
        yield "status", one.time.rule, _words(one.time.words)


@lru_cache(maxsize=100)  # asked for every figure of a section
def _first_and_last(years: tuple[int, ...]) -> str:
    return "-".join(dict.fromkeys(map(str, (years[0], years[-1])))) if years else ""


def _label(one: Candidate, before: Figure | None) -> Told:
    rule = one.named.rule
    if before and "before" in rule:
        return "label", rule, (before.text, before.label)
    # member 1 of a list of 2
    return "label", COUNTED.sub("#", rule), _words(*COUNTED.findall(rule))


def _indicator(one: Candidate) -> Told:
    rule = one.known.rule
    if rule in (BY_NAME, OTHER_UNIT):
        return "indicator", rule, (one.known.alias, one.figure.unit)
    return "indicator", rule, ()


def _area(one: Candidate) -> Told:
    if not one.named.area:
        return "area", "the report's own", ()
    in_clause = one.named.area in one.own
    return "area", "named in its clause" if in_clause else "named earlier in the sentence", ()


def _certainty(one: Candidate) -> Iterator[Told]:
    """Yield what makes a reading less than sure, each reason once."""
    for rule, words in dict.fromkeys((caveat.rule, caveat.words) for caveat in one.caveats):
        yield "certainty", rule, _words(words)
    if not one.caveats:
        yield "certainty", NOTHING, ()
