"""Numbers with their units: ranges, ratios, ranks, compound and per-units."""
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from baogao.reading.figures.numbers import Number, numbers
from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary

PER = re.compile(r"每(?:个)?(立方米|平方公里|平方米|公里|公顷|亩|吨|升|千瓦时)(?:约|为|达|达到|降至|下降到|不超过|低于|在)?$")
PER_TIME = re.compile(r"/ ?(年|月|日|天|小时|秒|人)")
PEOPLE_REACH = 12
RATIO = re.compile(r"收入(?:比值?|之比|倍差)(?:由|从|缩小|收窄|扩大|降|下降|为|至|到|达|调整|[\d.])*$")
HUGE = 10**8
WORTH = re.compile(r"(?:总量|总值|GDP|产值|收入|营收|投资|零售总额|进出口总额)[^,。;、\d]{0,6}$")
PLACED = re.compile(r"(?:全国|全省|全市|全球|世界|城市|地区|排名|[省市县州区居列部]|增速|增幅|总量|保持[\u4e00-\u9fff]{2})$")
LISTED = re.compile(r" ?[、和与及] ?")
RANGE = re.compile(r" ?(?:-+|至|到) ?(?=\d)")


class Quantity(NamedTuple):
    """A number and its unit: `number_end` is where the unit begins, `form` as of `Number`, or rank.

    `unit_from` says where a unit comes from that does not stand behind the number.
    """
    start: int
    end: int
    number_end: int
    value: Decimal
    high: Decimal | None
    unit: str
    form: str
    glued: str
    size: int
    unit_from: str = ""


def quantities(text: str, vocabulary: Vocabulary) -> list[Quantity]:
    """Return every number of a normalised text with the unit that follows it, figures or not."""
    found: list[Quantity] = []
    for number in numbers(text):
        for quantity in _ratio(number) if number.form == "ratio" else (_measured(text, number, vocabulary),):
            if found and _is_range(text, found[-1], quantity):
                found[-1] = _joined(found[-1], quantity)
            else:
                found.append(quantity)
    people = re.compile(regex_of(vocabulary.words.get("people", ())))
    return _shared_units(text, [quantity if quantity.unit else _peopled(text, quantity, people) for quantity in found])


@lru_cache(maxsize=4)
def _spellings(vocabulary: Vocabulary) -> dict[str, list[tuple[str, str, str]]]:
    """Spellings by their first character, the longest first, each with its unit and what must not follow."""
    by_first: dict[str, list[tuple[str, str, str]]] = {}
    for spelling, (name, unless) in sorted(vocabulary.spellings.items(), key=lambda item: -len(item[0])):
        if not spelling.startswith(":"):  # a ratio's :1 is read with its number
            by_first.setdefault(spelling[0], []).append((spelling, name, unless))
    return by_first


def unit_at(text: str, at: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Return the unit that begins at an offset and where it ends, or ("", at)."""
    by_first = _spellings(vocabulary)
    begin = at + 1 if text[at:at + 1] == " " else at
    for spelling, name, unless in by_first.get(text[begin:begin + 1], ()):
        end = begin + len(spelling)
        if text.startswith(spelling, begin) and (end >= len(text) or text[end] not in unless):
            return _compound(text, name, end, by_first, vocabulary)
    return "", at


def _compound(text: str, name: str, end: int, by_first, vocabulary: Vocabulary) -> tuple[str, int]:
    """Follow 台(套) and 吨/年."""
    following = text[end:end + 1]
    if following == "(" and text[end + 2:end + 3] == ")" and not text[end + 1].isdigit():
        return ("人次" if name == "人" and text[end + 1] == "次" else name), end + 3
    if following == "/":
        if time := PER_TIME.match(text, end):
            return f"{name}/{time[1]}", time.end()
        size = text[end + 1:end + 2] if text[end + 1:end + 2] in ("万", "亿") else ""
        below, below_end = unit_at(text, end + 1 + len(size), vocabulary)
        if below:
            return f"{name}/{size}{below}", below_end
    return name, end


def _measured(text: str, number: Number, vocabulary: Vocabulary) -> Quantity:
    start, end, values, form, size, glued = number
    source = ""
    if form in ("percent", "doubling"):
        unit, unit_end = ("%" if form == "percent" else "番"), end
    else:
        unit, unit_end = unit_at(text, end, vocabulary)
    if text[start - 1:start] == "第" and size == 1:
        start, form = start - 1, "rank"
        if unit in ("位", "名") or not unit and text[end:end + 1] in ",、。;)和与及" and PLACED.search(text, max(0, start - 8), start):
            source, unit = "" if unit else "第 of a ranking", "位"
    elif unit and (per := PER.search(text, max(0, start - 12), start)):
        source, unit = f"{per[0]} in front", f"{unit}/{per[1]}"
    return Quantity(start, unit_end, end, values[0], None, unit, form, glued, size, source)


def _ratio(number: Number) -> Iterator[Quantity]:
    start, end, values = number[:3]
    if len(values) == 3:
        for value in values:  # 三次产业比例4.5:48.3:47.2: three shares, told apart by their order
            yield Quantity(start, end, end, value, None, "%", "share", "", 1, "a ratio of three")
    elif values[1] == 1:
        yield Quantity(start, end, end, values[0], None, ":1", "ratio", "", 1)
    elif values[0] == 1:
        yield Quantity(start, end, end, values[1], None, "1:", "ratio", "", 1)


def _is_range(text: str, low: Quantity, high: Quantity) -> bool:
    gap = RANGE.match(text, low.end)
    if not gap or gap.end() != high.start or {low.form, high.form} != {"plain"} or low.value >= (high.value or 0):
        return False
    if low.unit not in ("", high.unit):
        return False
    # 从12.9%到13.3% is two levels; a dash is always a range
    return text[low.end] in "- " or not any(word in text[max(0, low.start - 8):low.start] for word in "从由")


def _joined(low: Quantity, high: Quantity) -> Quantity:
    value = low.value * high.size if low.size == 1 and not low.unit else low.value  # 3-5亿元
    return Quantity(low.start, high.end, high.number_end, value, high.value, high.unit, "plain", "", high.size)


def _peopled(text: str, quantity: Quantity, people: re.Pattern) -> Quantity:
    """Give the unit that a number lacks and readers know: 522万农村人口, 城乡居民收入比缩小到1.79, 经济总量跨越3万亿."""
    if quantity.form != "plain":
        return quantity
    if quantity.size == 1:
        ratio = RATIO.search(text, max(0, quantity.start - 24), quantity.start)
        return quantity._replace(unit=":1", unit_from=f"{ratio[0]} in front") if ratio else quantity
    if quantity.size >= HUGE and (worth := WORTH.search(text, max(0, quantity.start - 16), quantity.start)):
        return quantity._replace(unit="元", unit_from=f"{worth[0]} in front")
    around = people.search(text, max(0, quantity.start - PEOPLE_REACH), quantity.end + PEOPLE_REACH)
    return quantity._replace(unit="人", unit_from=f"{around[0]} beside it") if around else quantity


def _shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the members of a list the unit that only the last one states (惠及22万、35.9万人; 4.3个和5.5个百分点)."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        points = this.unit == "个" and following.unit == "百分点"
        if ((not this.unit or points) and following.unit and this.form == following.form == "plain"
                and LISTED.fullmatch(text, this.end, following.start)
                and text[this.start - 1:this.start] not in ("", "\n", "。", ";", " ")):
            found[i] = this._replace(unit=following.unit, unit_from="the next of its list")
    return found
