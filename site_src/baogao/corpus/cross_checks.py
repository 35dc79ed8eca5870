"""Numbers of reports had again from others that reports state: growth from two levels, a ratio from its two parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from baogao.content.numerals import quantity
from baogao.content.outcome_rules import Ratio, Rules
from baogao.content.vocabulary import Vocabulary
from baogao.corpus.observations import DOUBTFUL
from baogao.corpus.value_interval import Interval, rounding
from baogao.records import Observation

HUNDRED = Decimal(100)
Levels = dict[tuple[str, str, str], list[Observation]]


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
    actual = [
        o for o in observations if o.status == "actual" and o.bound == "eq" and o.value_high is None
    ]
    levels: Levels = {}
    for item in sorted(
        (o for o in actual if o.measure == "level"), key=lambda o: DOUBTFUL in o.quality
    ):
        levels.setdefault((item.area, item.indicator, item.period), []).append(item)
    ratios = {ratio.indicator: ratio for ratio in rules.ratios}
    found = (*_growths(actual, levels, rules), *_ratios(actual, levels, ratios, vocabulary))
    return tuple(sorted(found, key=lambda check: (check.stated.area, check.stated.year)))


def _growths(actual: list[Observation], levels: Levels, rules: Rules) -> Iterator[Check]:
    for stated in actual:
        if stated.measure != "growth" or not stated.period.isdigit():
            continue
        later = _level(levels, stated, stated.indicator, stated.period)
        earlier = _level(levels, stated, stated.indicator, str(int(stated.period) - 1))
        if later and earlier and later.unit == earlier.unit:
            remark = rules.not_of_levels.get(stated.indicator, "")
            yield from _check(stated, later, earlier, HUNDRED, Decimal(1), remark)


def _ratios(
    actual: list[Observation], levels: Levels, ratios: dict[str, Ratio], vocabulary: Vocabulary
) -> Iterator[Check]:
    for stated in actual:
        ratio = ratios.get(stated.indicator) if stated.measure == "level" else None
        if ratio:
            over, under = (
                _level(levels, stated, part, stated.period) for part in (ratio.over, ratio.under)
            )
            if over and under and over.unit == under.unit:
                scale = (
                    HUNDRED if vocabulary.indicators[stated.indicator].unit == "%" else Decimal(1)
                )
                yield from _check(stated, over, under, scale, Decimal(0), "")


def _level(levels: Levels, stated: Observation, indicator: str, period: str) -> Observation | None:
    """Return an indicator's level in a year, as the same report says it or else another."""
    found = levels.get((stated.area, indicator, period), [])
    return next((o for o in found if o.year == stated.year), found[0] if found else None)


def _check(
    stated: Observation,
    over: Observation,
    under: Observation,
    scale: Decimal,
    less: Decimal,
    remark: str,
) -> Iterator[Check]:
    top, bottom = (
        Interval(o.value - half, o.value + half)
        for o in (over, under)
        for half in [rounding(o.text, o.value)]
    )
    if bottom.low <= 0:
        return
    half = rounding(stated.text, stated.value)
    given = Interval((top.low / bottom.high - less) * scale, (top.high / bottom.low - less) * scale)
    fits = not given.apart(Interval(stated.value - half, stated.value + half))
    yield Check(
        stated,
        (over, under),
        (over.value / under.value - less) * scale,
        fits,
        "" if fits else remark,
    )
