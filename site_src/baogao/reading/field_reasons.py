"""Why a figure is what it is: for each field the rules that set it, and the words they found."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from baogao.content.vocabulary import Vocabulary
from baogao.reading.figures import Candidate
from baogao.reading.figures.candidate import BY_NAME, OTHER_UNIT, Quantity
from baogao.reading.figures.clauses.words_in_front import predicate_words
from baogao.records import Figure

TITLE = 24  # in a scraped text a heading runs into what follows
COUNTED = re.compile(r"\d+")
FOUND = re.compile(r"(\S*[\u4e00-\u9fff]\S*) (.+)")


class Reason(NamedTuple):
    """A rule that set a field of a figure, and the words it found.

    One of `certainty` says of which field a reading is less than sure.
    """

    field: str
    rule: str
    words: tuple[str, ...] = ()
    of: str = ""


def reasoned(
    found: Iterable[Candidate], read: str, vocabulary: Vocabulary
) -> Iterator[tuple[Candidate, tuple[Reason, ...]]]:
    """Yield every figure of a text with its reasons, in the order of its fields.

    `read` is the text as normalised. Most reasons are those of many figures: each is kept once, in
    memory and in what is written of a report.
    """
    labelled: dict[str, Figure] = {}
    once: dict[Reason, Reason] = {}
    last = None
    for one in found:
        reasons = _reasons(one, labelled.get(one.figure.label, last), read, vocabulary)
        yield one, tuple(once.setdefault(reason, reason) for reason in reasons)
        last = labelled[one.figure.label] = one.figure


def _reasons(
    one: Candidate, before: Figure | None, read: str, vocabulary: Vocabulary
) -> Iterator[Reason]:
    """Yield the reasons of a figure; `before` is the last one with its label, or the last one."""
    quantity = one.quantity
    yield from _numeral(quantity, read)
    yield from _unit(quantity, read)
    yield Reason("bound", one.bound.place or "no word", _words(one.bound.word))
    yield from _kind(one, vocabulary)
    yield from _status(one)
    yield Reason("period", one.time.span or "that year")
    yield _label(one, before)
    yield _indicator(one)
    yield _area(one)
    yield from _certainty(one)


def _words(*words: str) -> tuple[str, ...]:
    """Return the words of a reason, if there are any."""
    return words if any(words) else ()


def _numeral(quantity: Quantity, read: str) -> Iterator[Reason]:
    yield Reason("value", "as written", (read[quantity.start : quantity.number_end],))
    if quantity.form != "plain":
        yield Reason("value", f"a {quantity.form}")
    if quantity.size > 1:
        yield Reason("value", "times", (str(quantity.size),))


def _unit(quantity: Quantity, read: str) -> Iterator[Reason]:
    spelt = read[quantity.number_end : quantity.end].strip()
    if spelt:
        yield Reason("unit", "behind the numeral", (spelt,))
    if found := FOUND.fullmatch(quantity.unit_from):  # 每立方米 in front
        yield Reason("unit", found[2], (found[1],))
    elif quantity.unit_from:
        yield Reason("unit", quantity.unit_from)
    elif not spelt:
        yield Reason("unit", "none stated")


def _kind(one: Candidate, vocabulary: Vocabulary) -> Iterator[Reason]:
    yield Reason("kind", one.kind.rule, _words(one.kind.words))
    if words := predicate_words(one.predicate, vocabulary):
        yield Reason("kind", "predicate", words)
    if one.bare:
        yield Reason("kind", "as the first of its list")


def _status(one: Candidate) -> Iterator[Reason]:
    """Yield which section a figure stands in, and what its sentence states over that."""
    section = one.section
    if section:
        years = (
            "-".join(dict.fromkeys(map(str, (section.years[0], section.years[-1]))))
            if section.years
            else ""
        )
        yield Reason("status", "the section", (section.title[:TITLE], section.kind, years))
    else:
        yield Reason("status", "no section")
    if one.time.rule != "the section":
        yield Reason("status", one.time.rule, _words(one.time.words))


def _label(one: Candidate, before: Figure | None) -> Reason:
    rule = one.named.rule
    if before and "before" in rule:
        return Reason("label", rule, (before.text, before.label))
    return Reason(
        "label", COUNTED.sub("#", rule), _words(*COUNTED.findall(rule))
    )  # member 1 of a list of 2


def _indicator(one: Candidate) -> Reason:
    rule = one.known.rule
    if rule in (BY_NAME, OTHER_UNIT):
        return Reason("indicator", rule, (one.known.alias, one.figure.unit))
    return Reason("indicator", rule)


def _area(one: Candidate) -> Reason:
    if not one.named.area:
        return Reason("area", "the report's own")
    return Reason(
        "area",
        "named in its clause" if one.named.area in one.own else "named earlier in the sentence",
    )


def _certainty(one: Candidate) -> Iterator[Reason]:
    """Yield what makes a reading less than sure, each reason once."""
    first = {(caveat.rule, caveat.words): caveat for caveat in reversed(one.caveats)}
    for caveat in reversed(first.values()):
        yield Reason("certainty", caveat.rule, _words(caveat.words), of=caveat.field)
    if not one.caveats:
        yield Reason("certainty", "nothing against it")
