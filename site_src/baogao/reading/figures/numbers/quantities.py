"""Numbers with the units behind them: ranges, ratios, ranks, and amounts for each of something."""

import re
from collections.abc import Iterator

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Quantity
from baogao.reading.figures.numbers.lacking_units import with_lacking_units
from baogao.reading.figures.numbers.number import Number
from baogao.reading.figures.numbers.numerals import numbers
from baogao.reading.figures.numbers.signs import SIGNS, bracketed, sign_at
from baogao.reading.figures.numbers.units import AMBIGUOUS, certain, unit_at

# 每立方米|达到|32微克
PER = re.compile(
    r"""
    每(?:个)?
    (立方米|平方公里|平方米|公里|公顷|亩|吨|升|千瓦时)
    (?: 约|为|达|达到|降至|下降到|不超过|低于|在 )? $
    """,
    re.VERBOSE,
)
PER_REACH = 12
# 总量居全国|第12, 保持领先|第1: a rank without its measure word
PLACED = re.compile(
    r"""
    (?: 全国|全省|全市|全球|世界|城市|地区
      | 排名|[省市县州区居列部]|增速|增幅|总量
      | 保持[\u4e00-\u9fff]{2}
    ) $
    """,
    re.VERBOSE,
)
PLACED_REACH = 8
RANK_ENDS = ",、。;)和与及"
RANGE = re.compile(r" ?(?:-+?|至|到) ?(?=[-负△▲]?\d|[百千万一二三四五六七八九十])")
FROM_REACH = 8
OFTEN = frozenset(("倍", "番"))
SOME = re.compile(r"多(?![\u4e00-\u9fff])")
RANGED = frozenset(("plain", "percent", "times", "fraction"))
COUNTED = frozenset(("count", "people_times", "rank", "time", "age", "points", "doubling"))


def quantities(text: str, vocabulary: Vocabulary) -> list[Quantity]:
    """Return every number of a normalised text with the unit that follows it, figures or not."""
    found: list[Quantity] = []
    for number in numbers(text):
        ratio = number.form == "ratio"
        for quantity in _ratio(number) if ratio else (_measured(text, number, vocabulary),):
            if number.spelt and not _is_measure(quantity, vocabulary):
                continue
            if found and _is_range(text, found[-1], quantity):
                found[-1] = _joined(found[-1], quantity)
            else:
                found.append(quantity)
    return with_lacking_units(text, found, vocabulary)


def _is_measure(quantity: Quantity, vocabulary: Vocabulary) -> bool:
    """Say whether an amount in Chinese numerals measures: 六千万吨, but not 一百二十个."""
    unit = vocabulary.units.get(quantity.unit)
    return unit is not None and unit.dimension not in COUNTED


def _measured(text: str, number: Number, vocabulary: Vocabulary) -> Quantity:
    """Return a number with the unit behind it."""
    start, end, values, form, size, glued = number[:6]
    told = number.unit or form == "fraction"  # a half|人口: no 人
    unit, unit_end = (number.unit, end) if told else unit_at(text, end, vocabulary)
    if unit in AMBIGUOUS:
        unit, unit_end = certain(text, number, unit, unit_end)
    if unit in OFTEN and SOME.match(text, unit_end):  # 两倍|多
        glued, unit_end = "多", unit_end + 1
    source = ""
    if text[start - 1 : start] == "第" and size == 1:
        start, form = start - 1, "rank"
        unit, source = _rank_unit(text, start, end, unit)
    elif unit and (per := PER.search(text, max(0, start - PER_REACH), start)):
        unit, source = f"{unit}/{per[1]}", f"{per[0]} in front"
    high = values[1] if len(values) > 1 else None
    read = Quantity(start, unit_end, end, values[0], high, unit, form, glued, size, source)
    return _signed(text, read, vocabulary) if text[start - 1 : start] in SIGNS else read


def _signed(text: str, quantity: Quantity, vocabulary: Vocabulary) -> Quantity:
    """Return a quantity with the minus sign, or the brackets, that stand around it: 增长-3.9%."""
    start, end = quantity.start, quantity.end
    if quantity.form not in ("plain", "percent"):
        return quantity
    if sign_at(text, start, vocabulary):
        inside = text[start - 2 : start - 1] == "(" and text[end : end + 1] == ")"  # 增长(-3.9%)
        return quantity._replace(start=start - 1 - inside, end=end + inside, value=-quantity.value)
    if not bracketed(text, start, end, vocabulary):
        return quantity
    unit, unit_end = (quantity.unit, end) if quantity.unit else unit_at(text, end + 1, vocabulary)
    end = end + 1 if quantity.unit else unit_end
    return quantity._replace(start=start - 1, end=end, value=-quantity.value, unit=unit)


def _rank_unit(text: str, start: int, end: int, unit: str) -> tuple[str, str]:
    """Return the unit of a number behind 第, and where it comes from: 第12位, 居全国第12."""
    if unit in ("位", "名"):
        return "位", ""
    if unit or text[end : end + 1] not in RANK_ENDS:
        return unit, ""
    placed = PLACED.search(text, max(0, start - PLACED_REACH), start)
    return ("位", "第 of a ranking") if placed else ("", "")


def _ratio(number: Number) -> Iterator[Quantity]:
    """Yield a ratio to one, or the three shares of a whole, told apart by their order.

    三次产业比例4.5:48.3:47.2.
    """
    start, end, values = number[:3]
    if len(values) == 3:
        for value in values:
            yield Quantity(start, end, end, value, None, "%", "share", "", 1, "a ratio of three")
    elif values[1] == 1:
        yield Quantity(start, end, end, values[0], None, ":1", "ratio", "", 1)
    elif values[0] == 1:
        yield Quantity(start, end, end, values[1], None, "1:", "ratio", "", 1)


def _is_range(text: str, low: Quantity, high: Quantity) -> bool:
    """Say whether two numbers are the ends of one range: 6%-6.5%, 3至5亿元."""
    gap = RANGE.match(text, low.end)
    if not gap or gap.end() != high.start:
        return False
    if low.form != high.form or low.form not in RANGED or low.value >= high.value:
        return False
    if low.high is not None or high.high is not None:
        return False
    if low.unit not in ("", high.unit):
        return False
    # 从12.9%到13.3% is two levels; a dash is always a range
    in_front = text[max(0, low.start - FROM_REACH) : low.start]
    return text[low.end] in "- " or not any(word in in_front for word in "从由")


def _joined(low: Quantity, high: Quantity) -> Quantity:
    value = low.value * high.size if low.size == 1 and not low.unit else low.value  # 3-5亿元
    return high._replace(start=low.start, value=value, high=high.value, glued="", unit_from="")
