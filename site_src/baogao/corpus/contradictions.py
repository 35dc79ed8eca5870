"""What other statements say against a report's figures: these a person should look at first.

None of it proves a mistake: growth is at constant prices, a year is revised, a plan is bold.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from baogao.content.decimal_text import quantity
from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.corpus.by_key import by_key
from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import DISAGREES
from baogao.record_decorator import record
from baogao.records import Observation

Record = tuple[str, int]  # a figure's anchor, and which record of its number it is
Found = Iterator[tuple[Record, "Contradiction"]]
COMPUTED, OTHERWISE, IMPLAUSIBLE, JUMP = KINDS = ("computed", "otherwise", "implausible", "jump")
HUNDRED = Decimal(100)
# Growth in % from year to year that is no jump, where nothing says what is plausible.
USUAL = Decimal(-67), Decimal(200)


@record
class Contradiction:
    """What speaks against a figure: its kind, what fills the kind's words, and where that stands.

    `report` and `anchor` lead to the other statement; they are empty where there is none.
    """

    kind: str
    told: tuple[str, ...]
    report: str = ""
    anchor: str = ""


def contradictions(corpus: Corpus, report: str) -> dict[Record, tuple[Contradiction, ...]]:
    """Return what speaks against the figures of a report.

    A corpus of the reports of its area is enough.
    """
    found = (_computed, _disagreeing, _implausible, _jumps)
    return by_key(dict.fromkeys(item for each in found for item in each(corpus, report)))


def _computed(corpus: Corpus, report: str) -> Found:
    """Yield the growth and ratios that others do not give again, and the others."""
    for check in corpus.checks:
        if check.fits or check.remark:
            continue
        for own in (check.stated, *check.parts):
            other = check.parts[0] if own is check.stated else check.stated
            if own.report == report:
                told = check.stated.text, check.arithmetic
                yield _record(own), Contradiction(COMPUTED, told, other.report, other.anchor)


def _disagreeing(corpus: Corpus, report: str) -> Found:
    """Yield what is stated otherwise, here or in another report."""
    for found in corpus.disagreements:
        for own in found.stated:
            if own.report == report and DISAGREES in own.quality:
                for other in found.stated:
                    if (other.value, other.value_high) != (own.value, own.value_high):
                        where = other.report, other.anchor
                        yield _record(own), Contradiction(OTHERWISE, (other.text,), *where)


def _implausible(corpus: Corpus, report: str) -> Found:
    """Yield the figures that are no data: their unit or value is none of their indicator's."""
    for doubt in corpus.doubts:
        if f"{doubt.area}/{doubt.year}" == report:
            yield (doubt.anchor, doubt.nth), Contradiction(IMPLAUSIBLE, (doubt.message,))


def _jumps(corpus: Corpus, report: str) -> Found:
    """Yield the levels that lie too far from those of the year before or after."""
    levels = [o for o in corpus.stated_for(report.partition("/")[0]) if _is_of_a_year(o)]
    by_year = by_key(((o.indicator, o.unit, int(o.period)), o) for o in levels)
    for own in levels:
        if own.report == report:
            for way in (-1, 1):
                near = by_year.get((own.indicator, own.unit, int(own.period) + way), ())
                yield from _jump(own, near, way, corpus.wordlists.rules)


def _is_of_a_year(o: Observation) -> bool:
    return o.measure == "level" and o.period.isdigit() and o.value > 0


def _jump(own: Observation, near: Iterable[Observation], way: int, rules: Rules) -> Found:
    """Yield the jump from a level to that of another year, unless one of those is near enough."""
    least, most = rules.plausible.get((own.indicator, "growth"), USUAL)
    if own.unit == "%":
        return
    others = [(other, _growth(*((other, own) if way < 0 else (own, other)))) for other in near]
    if others and not any(least <= growth <= most for _, growth in others):
        other, growth = others[0]
        told = other.period, other.text, quantity(growth, None, "%")
        yield _record(own), Contradiction(JUMP, told, other.report, other.anchor)


def _growth(earlier: Observation, later: Observation) -> Decimal:
    return ((later.value / earlier.value - 1) * HUNDRED).quantize(Decimal("0.1"))


def _record(o: Observation) -> Record:
    return o.anchor, o.nth
