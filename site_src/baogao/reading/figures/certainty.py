"""Stage 9: certainty, how sure a reading is, by the reasons that make it less than sure.

A reason is what a stage has noted (`Candidate.caution`), a rule that filled in what a sentence
leaves out, or what shows only when all fields are there. Each kind of reason weighs by how often
readings with it were wrong (`scripts/score --certainty` lists them): the more a reading has against
it, the less sure it is. A kind that is not weighed here is a slight one.
"""

import re
from collections.abc import Iterable, Iterator

from baogao.content.vocabulary.vocabulary import PLAN, Vocabulary
from baogao.reading.figures.candidate import Candidate, Caveat, Sentence
from baogao.records import Section

HIGH, MEDIUM, LOW = "high", "medium", "low"
GRADES = (HIGH, MEDIUM, LOW)
NOTHING = "nothing against it"  # what is said where there is no reason
SLIGHT, WEIGHTY, GRAVE = 1, 2, 3  # what is as grave, or as much together, makes a reading unsure
# What weighs more than a slight reason does.
WEIGHTS = {
    "no year known": GRAVE,
    "a level that is named as a change": GRAVE,
    "several years that nothing near names": WEIGHTY,
    "a name whose unit is another": WEIGHTY,
    "a unit that is not known": WEIGHTY,
    "letters behind it": WEIGHTY,
    "inside what another number counts": WEIGHTY,
    "so many of each": WEIGHTY,
    "brackets read as a minus": GRAVE,
}

# Periods that the words at a figure name themselves
NAMED_SPANS = frozenset(("its own year", "each its year", "since a year named"))
# Rules that name a figure by what stands elsewhere in its sentence
FROM_ELSEWHERE = re.compile(r"before|earlier|\bmember\b")
YEAR = re.compile(r"(?:20\d\d|19[5-9]\d)年")
SEVERAL_YEARS = re.compile(rf"[三四五六]年|(?:{PLAN})|(?:20\d\d|19[5-9]\d)年?[-至到]")
SENTENCE_BACK, NEAR, BEHIND = 400, 500, 24
# A label that begins or ends in the middle of a phrase
FRAGMENT = re.compile(r"^[的和及与、了在对从由使(]|[的和及与、(]$")
CHANGING = re.compile(r"增长|下降|增速|增幅|降幅|涨幅")
SHARE = re.compile(r"[率占比度额]|覆盖|达标|份")
LETTER = re.compile(r"[A-Za-z]")
# 102项|重大工程的2: the next number counts what this one only describes
DESCRIBING = re.compile(r"[^,。;、:\d\n]{1,14}的[^,。;、\d\n]{0,6}\d")


def decide_certainty(sentence: Sentence) -> None:
    """Note what makes each figure less than sure, and fill in how sure it is."""
    for candidate in sentence.candidates:
        candidate.caveats += tuple(_caveats(candidate, sentence))
        rules = [caveat.rule for caveat in candidate.caveats]
        candidate.certainty = grade(rules) if rules else HIGH


def weight(rules: Iterable[str]) -> int:
    """Return how much is against a reading: the more, the sooner it should be looked at.

    A reason weighs once, however often it was noted.
    """
    return sum(WEIGHTS.get(rule, SLIGHT) for rule in set(rules) - {NOTHING})


def grade(rules: Iterable[str]) -> str:
    """Return how sure a reading is that has reasons of these kinds against it."""
    against = weight(rules)
    if not against:
        return HIGH
    return MEDIUM if against < GRAVE else LOW


def _caveats(candidate: Candidate, sentence: Sentence) -> Iterator[Caveat]:
    yield from _of_number(candidate, sentence.source.read)
    yield from _of_unit(candidate, sentence.source.vocabulary)
    yield from _of_kind(candidate)
    yield from _of_period(candidate, sentence)
    yield from _of_label(candidate)


def _of_number(candidate: Candidate, read: str) -> Iterator[Caveat]:
    """Yield what makes it doubtful that a number is a figure by itself."""
    quantity = candidate.quantity
    behind = read[quantity.end : quantity.end + BEHIND]
    if LETTER.match(behind):
        yield Caveat("value", "letters behind it", behind[0])
    if candidate.own.endswith("每"):
        yield Caveat("value", "so many of each", "每")
    if "的" in behind and quantity.unit != "元" and DESCRIBING.match(behind):
        yield Caveat("value", "inside what another number counts")


def _of_unit(candidate: Candidate, vocabulary: Vocabulary) -> Iterator[Caveat]:
    quantity = candidate.quantity
    if not quantity.unit and quantity.form == "plain":
        yield Caveat("unit", "no unit")
    elif quantity.unit and quantity.unit not in vocabulary.units:
        yield Caveat("unit", "a unit that is not known", quantity.unit)
    elif quantity.unit_from.endswith("beside it"):
        yield Caveat("unit", "a unit that stands elsewhere", quantity.unit_from.partition(" ")[0])


def _of_kind(candidate: Candidate) -> Iterator[Caveat]:
    label = candidate.named.label
    share = candidate.kind.kind == "level" and candidate.quantity.unit == "%"
    if share and not SHARE.search(label):
        if said := CHANGING.search(label):
            yield Caveat("kind", "a level that is named as a change", said[0])
        else:
            yield Caveat("kind", "a per cent of what is no share", label)
    if candidate.known.alias and not candidate.known.id:
        yield Caveat("indicator", "a name whose unit is another", candidate.known.alias)


def _of_period(candidate: Candidate, sentence: Sentence) -> Iterator[Caveat]:
    time, section, read = candidate.time, sentence.section, sentence.source.read
    if not time.period:
        yield Caveat("period", "no year known")
        return
    by_section, at = time.rule == "the section", candidate.quantity.start
    if by_section and _is_untold(section):
        yield Caveat("status", "no heading tells")
    if time.span and time.span not in NAMED_SPANS:
        yield Caveat("period", "several years to choose from", time.period)
        if by_section and not _is_near(read, section, at):
            yield Caveat("period", "several years that nothing near names")
    back = max(sentence.whole, at - SENTENCE_BACK)
    if read.count("年", back, at) > 1:
        years = dict.fromkeys(YEAR.findall(read, back, at))
        if len(years) > 1:
            yield Caveat("period", "several years in one sentence", "、".join(years))


def _is_untold(section: Section | None) -> bool:
    """Say whether no heading tells what a section is."""
    return section is None or section.kind == "opening" or not section.title


def _is_near(read: str, section: Section | None, at: int) -> bool:
    """Say whether the several years of a section are named not long before a number in it."""
    if section is None or len(section.years) < 2:
        return True
    return SEVERAL_YEARS.search(read, max(section.start, at - NEAR), at) is not None


def _of_label(candidate: Candidate) -> Iterator[Caveat]:
    label, rule = candidate.named.label, candidate.named.rule
    if not label:
        yield Caveat("label", "nothing names it")
    elif FRAGMENT.search(label):
        yield Caveat("label", "a label that is a fragment", label)
    if FROM_ELSEWHERE.search(rule):
        yield Caveat("label", "a subject that stands elsewhere")
