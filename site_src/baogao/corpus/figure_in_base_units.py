"""What a figure gives of its indicator: measured, in base units, and whether that can be."""

from decimal import Decimal

from baogao.content.decimal_text import quantity, rounded
from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.content.vocabulary.vocabulary_entries import Unit
from baogao.content.vocabulary.words_beyond_reading import Wordlists
from baogao.record_decorator import record
from baogao.records import Figure, Indicator

# The one unit of every measure that is of an indicator's growth or rank.
GROWTH_UNITS = {
    "growth": "%",
    "average_growth": "%",
    "rank": "位",
    "growth_rank": "位",
    "rank_change": "位",
    "growth_difference": "百分点",
}
SHARES = ("%", "‰", "百分点")  # units of indicators whose own change is in points
ONE = Decimal(1)


@record
class Quantity:
    """What a figure gives of its indicator: the measure, and the value in base units.

    `unit` is empty where the indicator has no such unit.
    """

    measure: str
    value: Decimal
    high: Decimal | None
    unit: str


def measured(figure: Figure, words: str, indicator: Indicator, wordlists: Wordlists) -> str:
    """Return what a figure measures of its indicator.

    Points of what is no share are points of its growth:
    “固定资产投资增长8.1%，高于上年4.5个百分点”.
    """
    measure = wordlists.measure(figure.kind, figure.unit, words)
    in_points = measure == "difference" and figure.unit == "百分点"
    return "growth_difference" if in_points and indicator.unit not in SHARES else measure


def quantity_of(
    figure: Figure, measure: str, indicator: Indicator, vocabulary: Vocabulary
) -> Quantity:
    """Return what a figure gives of a measure of its indicator, in base units."""
    unit, factor = normalised(measure, figure.unit, indicator, vocabulary.units)
    high = None if figure.value_high is None else rounded(figure.value_high * factor)
    return Quantity(measure, rounded(figure.value * factor), high, unit)


def normalised(
    measure: str, unit: str, indicator: Indicator, units: dict[str, Unit]
) -> tuple[str, Decimal]:
    """Return the unit that a value is given in and the factor to it.

    The unit is empty where the indicator accepts none such.
    """
    if measure in GROWTH_UNITS:
        return (unit if unit == GROWTH_UNITS[measure] else ""), ONE
    if measure in ("difference", "gap") and unit in ("百分点", "%"):
        return unit, ONE
    if unit not in (indicator.unit, *indicator.units):
        return "", ONE
    known, base = units.get(unit), units.get(indicator.unit)
    if known and base and known.dimension == base.dimension and base.factor:
        return indicator.unit, known.factor / base.factor
    return unit, ONE  # 美元 beside 元 stays 美元: nothing here knows a rate


def misfit(figure: Figure, indicator: Indicator) -> str:
    """Say that a figure's unit is none of its indicator's."""
    accepted = "、".join(indicator.units)
    own = f"“{figure.text}”的单位“{figure.unit}”"
    return f"{own}不是“{indicator.zh}”所用的单位（{accepted}）"


def implausible(said: Quantity, indicator: Indicator, rules: Rules) -> str:
    """Say that a value lies outside the range that is plausible for its indicator.

    Nothing where it lies inside, or where no range is known.
    """
    limits = rules.plausible.get((indicator.id, said.measure))
    is_growth = said.measure in GROWTH_UNITS
    if limits is None or said.unit != ("%" if is_growth else indicator.unit):
        return ""
    least, most = limits
    ends = (said.value, said.value if said.high is None else said.high)
    if all(least <= end <= most for end in ends):
        return ""
    of = f"“{indicator.zh}”{'增速' if is_growth else ''}"
    stated = quantity(said.value, said.high, said.unit)
    plausible = quantity(least, most, said.unit)
    return f"“{stated}”超出{of}的合理范围（{plausible}）"
