"""Units that stand behind a number: 亿元, 台(套), 吨/年."""

import re
from functools import lru_cache
from string import ascii_letters, digits

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.numbers.number import Number
from baogao.reading.normalise import JOINT

PER_EACH = re.compile(r"每(年|月|日|天|小时|秒|人|户|车|时)")
ENDED = re.compile(r"[,。;:!?、\n)]|以[上下内]|左右|的|$")
PER_TIME = re.compile(r"/ ?(年|月|日|天|小时|秒|人)")
WORD = ascii_letters + digits
BLANK = (" ", JOINT)
# Units whose words say other things too: 2025年 is a date, 25度 a temperature or an angle
AMBIGUOUS = frozenset(("年", "千瓦时"))
SPAN = re.compile(r"(?:年限|寿命|工龄|学制|期限|有效期|租期|质保期|年期)[^,。;、\d]{0,8}$")
DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}")
CURRENT = re.compile(r"电[^,。;\d]{0,12}$")
WARMTH = re.compile(r"温[^,。;\d]{0,8}$")
AROUND = 20
LONGEST_SPAN = 200
LONGEST_UNIT = 24
# Each spelling with its unit, and the characters that must not follow it.
Spellings = dict[str, list[tuple[str, str, str]]]


@lru_cache(maxsize=4)
def _spellings(vocabulary: Vocabulary) -> Spellings:
    """Return the spellings of units by their first character, the longest first.

    Where one ends in a Latin letter, another of its word must not follow: 350kWh is no 350kW.
    """
    by_first: Spellings = {}
    longest_first = sorted(vocabulary.spellings.items(), key=lambda item: -len(item[0]))
    for spelling, (name, unless) in longest_first:
        if not spelling.startswith(":"):  # a ratio's :1 is read with its number
            within = WORD if spelling[-1] in WORD or spelling[-1] in "²³" else ""
            by_first.setdefault(spelling[0], []).append((spelling, name, unless + within))
    return by_first


def unit_at(text: str, at: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Return the unit that begins at an offset and where it ends, or ("", at)."""
    begin = at + 1 if text[at : at + 1] in BLANK else at
    joint = text.find(JOINT, begin, begin + LONGEST_UNIT)
    if joint <= begin:
        unit, end = _unit(text, begin, vocabulary)
    else:  # 30平方|公里
        whole = text[begin:joint] + text[joint + 1 : begin + LONGEST_UNIT]
        unit, end = _unit(whole, 0, vocabulary)
        end += begin + (begin + end > joint)
    return (unit, end) if unit else ("", at)


def _unit(text: str, begin: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Return the unit that begins at an offset and where it ends, or ("", that offset)."""
    for spelling, name, unless in _spellings(vocabulary).get(text[begin : begin + 1], ()):
        end = begin + len(spelling)
        if text.startswith(spelling, begin) and (end >= len(text) or text[end] not in unless):
            return _compound(text, name, end, vocabulary)
    return "", begin


def _compound(text: str, name: str, end: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Follow 台(套), 吨/年 and 立方米每秒."""
    following = text[end : end + 1]
    if following == "(" and text[end + 2 : end + 3] == ")" and not text[end + 1].isdigit():
        return ("人次" if name == "人" and text[end + 1] == "次" else name), end + 3
    if following == "每":
        return _for_each(text, name, end, vocabulary)
    if following != "/":
        return name, end
    if time := PER_TIME.match(text, end):
        return f"{name}/{time[1]}", time.end()
    size = text[end + 1 : end + 2] if text[end + 1 : end + 2] in ("万", "亿") else ""
    below, below_end = unit_at(text, end + 1 + len(size), vocabulary)
    return (f"{name}/{size}{below}", below_end) if below else (name, end)


def _for_each(text: str, name: str, end: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Follow 立方米|每秒, 元|每人每年, where the clause ends there; else 每 begins other words."""
    units, at = name, end
    while text.startswith("每", at):
        each = PER_EACH.match(text, at)
        below, at = (each[1], each.end()) if each else unit_at(text, at + 1, vocabulary)
        if not below:
            return name, end
        units += f"/{below}"
    return (units, at) if ENDED.match(text, at) else (name, end)


def certain(text: str, number: Number, unit: str, end: int) -> tuple[str, int]:
    """Return an ambiguous unit where the text makes it certain, or ("", end of the number)."""
    start, word = number.start, text[number.end : end].strip()
    begin = max(0, start - AROUND)
    if unit == "年":
        decimal = DECIMAL.fullmatch(text, start, number.end) and text[start - 1 : start] not in WORD
        span = decimal or SPAN.search(text, begin, start)
        return (unit, end) if span and number.values[0] < LONGEST_SPAN else ("", number.end)
    if word != "度" or number.size > 1 or CURRENT.search(text, begin, start):
        return unit, end
    return ("℃", end) if WARMTH.search(text, begin, start) else ("", number.end)
