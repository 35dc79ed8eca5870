"""Stated values, held against what other stated values give for them.

Growth is computed from two levels, and a ratio from its two parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from baogao.content.decimal_text import quantity
from baogao.content.vocabulary.outcome_and_check_rules import Ratio, Rules
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.value_interval import Interval, around, rounding
from baogao.records import Observation

ONE, HUNDRED = Decimal(1), Decimal(100)
NOTHING = Decimal(0)
Levels = dict[tuple[str, str, str], list[Observation]]  # by area, indicator and period


@dataclass(frozen=True, slots=True)
class Check:
    """A stated value, and what `parts` (the later or upper first) give for it.

    `fits` says whether the two agree within the digits printed; `remark` why they need not.
    """

    stated: Observation
    parts: tuple[Observation, Observation]
    computed: Decimal
    fits: bool
    remark: str = ""

    @property
    def doubtful(self) -> bool:
        """Say whether an editor doubts the source of one of the numbers."""
        return any(DOUBTFUL in item.quality for item in (self.stated, *self.parts))

    @property
    def arithmetic(self) -> str:
        """Return the sum as a reader checks it: `11985亿元 ÷ 10745.5亿元 − 1 = 11.53%`."""
        over, under = self.parts
        less = " − 1" if self.stated.measure == "growth" else ""
        value = quantity(self.computed.quantize(Decimal("0.01")), None, self.stated.unit)
        return f"{over.text} ÷ {under.text}{less} = {value}"


def checks(
    observations: tuple[Observation, ...], vocabulary: Vocabulary, rules: Rules
) -> tuple[Check, ...]:
    """Return every stated growth and ratio that others stated give again, in the order stated."""
    exact = [
        o for o in observations if o.status == "actual" and o.bound == "eq" and o.value_high is None
    ]
    levels = _levels(exact)
    ratios = {ratio.indicator: ratio for ratio in rules.ratios}
    found = (*_growths(exact, levels, rules), *_ratios(exact, levels, ratios, vocabulary))
    return tuple(sorted(found, key=lambda check: (check.stated.area, check.stated.year)))


def _levels(exact: list[Observation]) -> Levels:
    """Return the levels stated, those that nobody doubts first."""
    levels: Levels = {}
    stated = (o for o in exact if o.measure == "level")
    for item in sorted(stated, key=lambda o: DOUBTFUL in o.quality):
        levels.setdefault((item.area, item.indicator, item.period), []).append(item)
    return levels


def _growths(exact: list[Observation], levels: Levels, rules: Rules) -> Iterator[Check]:
    for stated in exact:
        if stated.measure != "growth" or not stated.period.isdigit():
            continue
        later = _level(levels, stated, stated.indicator, stated.period)
        earlier = _level(levels, stated, stated.indicator, str(int(stated.period) - 1))
        if later and earlier and later.unit == earlier.unit:
            remark = rules.not_of_levels.get(stated.indicator, "")
            yield from _check(stated, (later, earlier), HUNDRED, ONE, remark)


def _ratios(
    exact: list[Observation], levels: Levels, ratios: dict[str, Ratio], vocabulary: Vocabulary
) -> Iterator[Check]:
    for stated in exact:
        ratio = ratios.get(stated.indicator)
        if ratio is None or stated.measure != "level":
            continue
        over = _level(levels, stated, ratio.over, stated.period)
        under = _level(levels, stated, ratio.under, stated.period)
        if over and under and over.unit == under.unit:
            scale = HUNDRED if vocabulary.indicators[stated.indicator].unit == "%" else ONE
            yield from _check(stated, (over, under), scale, NOTHING, "")


def _level(levels: Levels, stated: Observation, indicator: str, period: str) -> Observation | None:
    """Return an indicator's level in a year, as the same report says it or else another."""
    found = levels.get((stated.area, indicator, period), [])
    return next((o for o in found if o.year == stated.year), found[0] if found else None)


def _check(
    stated: Observation,
    parts: tuple[Observation, Observation],
    scale: Decimal,
    less: Decimal,
    remark: str,
) -> Iterator[Check]:
    """Yield the check of a value against (over ÷ under − `less`) × `scale`.

    None where the lower part may be nothing: there is no dividing by it.
    """
    over, under = map(_printed, parts)
    if under.low <= 0:
        return
    least, most = over.low / under.high, over.high / under.low
    given = Interval((least - less) * scale, (most - less) * scale)
    fits = not given.apart(_printed(stated))
    computed = (parts[0].value / parts[1].value - less) * scale
    yield Check(stated, parts, computed, fits, "" if fits else remark)


def _printed(item: Observation) -> Interval:
    """Return the values that a number stands for, by the digits printed."""
    return around(item.value, rounding(item.text, item.value))
