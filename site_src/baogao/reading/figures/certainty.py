"""Stage 9: certainty, how sure a reading is, by the reasons that make it less than sure.

A reason is what a stage has noted (`Candidate.caution`), a rule that filled in what a sentence
leaves out, or what shows only when all fields are there. Each kind of reason weighs what it was
measured to weigh (`scripts/score --certainty` lists every kind with its errors): the more a reading
has against it, the less sure it is. A kind that is not weighed yet weighs as a slight one.
"""

import re
from collections.abc import Iterable, Iterator

from baogao.content.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Caveat, Sentence
from baogao.records import Section

HIGH, MEDIUM, LOW = "high", "medium", "low"
GRADES = (HIGH, MEDIUM, LOW)
SLIGHT, GRAVE = 1, 3
# By how much a reason weighs that is no slight one.
WEIGHTS = {
    "no year known": GRAVE,
}

# Rules that name a figure by what stands elsewhere in its sentence
FROM_BEFORE = re.compile(r"before|earlier|\bmember\b|all that was named")
YEAR = re.compile(r"(?:20\d\d|19[5-9]\d)年")
# A label that begins or ends in the middle of a phrase
FRAGMENT = re.compile(r"^[的和及与、了在对从由使(]|[的和及与、(]$")
CHANGING = re.compile(r"增长|下降|提高|降低|增幅|降幅")
SENTENCE_BACK = 400


def decide_certainty(sentence: Sentence) -> None:
    """Note what makes each figure less than sure, and fill in how sure it is."""
    for group in sentence.groups:
        for candidate in group:
            candidate.caveats += tuple(_caveats(candidate, sentence))
            candidate.certainty = grade(candidate.caveats)


def weight(rules: Iterable[str]) -> int:
    """Return how much is against a reading: the more, the sooner it should be looked at.

    A reason weighs once, however often it was noted.
    """
    return sum(WEIGHTS.get(rule, SLIGHT) for rule in set(rules))


def grade(caveats: Iterable[Caveat]) -> str:
    """Return how sure a reading is that has these reasons against it."""
    against = weight(caveat.rule for caveat in caveats)
    if not against:
        return HIGH
    return MEDIUM if against < GRAVE else LOW


def _caveats(candidate: Candidate, sentence: Sentence) -> Iterator[Caveat]:
    yield from _of_quantity(candidate, sentence.source.vocabulary)
    yield from _of_kind(candidate)
    yield from _of_period(candidate, sentence)
    yield from _of_label(candidate)


def _of_quantity(candidate: Candidate, vocabulary: Vocabulary) -> Iterator[Caveat]:
    quantity = candidate.quantity
    if not quantity.unit and quantity.form == "plain":
        yield Caveat("unit", "no unit")
    elif quantity.unit and quantity.unit not in vocabulary.units:
        yield Caveat("unit", "a unit that is not known", quantity.unit)
    elif quantity.unit_from.endswith("beside it"):
        yield Caveat("unit", "a unit that stands elsewhere", quantity.unit_from.partition(" ")[0])


def _of_kind(candidate: Candidate) -> Iterator[Caveat]:
    label = candidate.named.label
    if candidate.kind.kind == "level" and (said := CHANGING.search(label)):
        yield Caveat("kind", "a level that is named as a change", said[0])
    if candidate.known.alias and not candidate.known.id:
        yield Caveat("indicator", "a name whose unit is another", candidate.known.alias)


def _of_period(candidate: Candidate, sentence: Sentence) -> Iterator[Caveat]:
    time, section = candidate.time, sentence.section
    if time.span == "no year known":
        yield Caveat("period", time.span)
        return
    if time.rule == "the section" and _is_untold(section):
        yield Caveat("status", "no heading tells")
    if time.rule == "the section" and section and len(section.years) > 1:
        yield Caveat("period", "a section of several years: " + time.span)
    elif time.span:
        yield Caveat("period", "of several years: " + time.span)
    back = max(sentence.whole, candidate.quantity.start - SENTENCE_BACK)
    years = list(dict.fromkeys(YEAR.findall(sentence.source.read, back, candidate.quantity.start)))
    if len(years) > 1:
        yield Caveat("period", "two years in one sentence", " ".join(years))


def _is_untold(section: Section | None) -> bool:
    """Say whether no heading tells what a section is."""
    return section is None or section.kind == "opening" or not section.title


def _of_label(candidate: Candidate) -> Iterator[Caveat]:
    label, rule = candidate.named.label, candidate.named.rule
    if not label:
        yield Caveat("label", "nothing names it")
    elif FRAGMENT.search(label):
        yield Caveat("label", "a label that is a fragment", label)
    if FROM_BEFORE.search(rule):
        yield Caveat("label", "a subject that stands elsewhere", rule)
