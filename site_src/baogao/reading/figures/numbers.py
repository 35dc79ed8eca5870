"""Numbers as written: digits with their magnitude, ratios, and quantities in Chinese numerals."""
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from baogao.content.limits import MOST_DIGITS

# A longer run of digits is no quantity of this world, and converting it would cost more than its length.
LONGEST = 16
THIRD = Decimal("0.0001")  # a fraction that does not end is given to four places

# 人均12\n48元: a line end breaks a number right behind a word, but not a year from an amount
_BEHIND_WORD = "(?:" + "|".join(rf"(?<=[\u4e00-\u9fff]\d{{{n}}}\n)" for n in (1, 2, 3)) + ")"
# The first digit stands in front of the alternatives: only then does `re` pass quickly over what is none.
_DIGITS = rf"\d(?:\d{{0,2}}(?:,\d{{3}})+(?!\d)|\d{{0,2}}[ \n]\d{{3,4}}(?=\.\d|[万亿元%])|\d{{0,2}}\n{_BEHIND_WORD}\d{{1,4}}(?=\.\d|[万亿元%])|\d*)(?:[.·]\d+)?"
_MAGNITUDE = r"万亿|[十百千万]?亿|[十百千]?万(?!亿)|千(?![瓦伏克米卡])|百(?=[多余]?[元人名亩件家])"
_NUMBER = re.compile(
    rf"(?P<digits>{_DIGITS})"
    rf"(?:(?P<parts>(?: ?: ?\d+(?:\.\d+)?){{1,2}})(?![\d:])|/(?P<below>\d{{1,3}})(?![\d/])"
    rf"|(?P<glued>[多余几来](?=[万亿千百个家人户项条名件公亩座处台所元%米吨次种])(?!元))?"
    rf" ?(?P<magnitude>{_MAGNITUDE})?(?P<glued2>[多余]|来(?=[万亿千百个家人户项条名件公亩座处台所元%米吨次种]))?)")
# So does the first numeral here: 百分之五, 三分之一, 翻两番, 三倍.
_HANZI = re.compile(r"[百两二三四五六七八九十翻](?:(?<=百)分之(?:[一二两三四五六七八九十百零]{1,9}|\d{1,9}(?!\d)(?:\.\d{1,6})?)"
                    r"|(?<![两翻])[二三四五六七八九十百]*分之[一二两三四五六七八九十]+"
                    r"|(?<=翻)(?:了|近|约|超)?[一两二三四]番|(?<![百翻])(?<![一二两三四五六七八九十百].)倍(?!增))")
_UNITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


class Number(NamedTuple):
    """A number at `start`..`end`, its parts (one, or those of a ratio), and how it is written.

    `form` is plain, ratio, fraction, percent, doubling or times; `size` what its magnitude multiplies by;
    `glued` a fuzzy word inside (`2万多`), or "".
    """
    start: int
    end: int
    values: tuple[Decimal, ...]
    form: str = "plain"
    size: int = 1
    glued: str = ""


def numbers(text: str) -> list[Number]:
    """Return the numbers of a normalised text in order."""
    found = list(_arabic(text))
    if "分之" in text or "番" in text or "倍" in text:
        found = sorted(found + list(_hanzi(text)))
        found = [n for i, n in enumerate(found) if not i or n.start >= found[i - 1].end]
    return [number for number in found if all(map(_writable, number.values))]


def _writable(value: Decimal) -> bool:
    """Say whether a value has no more digits than a double holds: more has no quantity of this world, a fraction aside."""
    return len(value.as_tuple().digits) <= MOST_DIGITS or len(value.normalize().as_tuple().digits) <= MOST_DIGITS


def _arabic(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        digits, parts, below, glued, magnitude, glued2 = match.groups()
        start, end = match.span()
        if len(digits) > LONGEST:
            continue
        value = _decimal(digits)
        if parts:
            values = (value, *(Decimal(part.strip()) for part in parts.split(":")[1:] if len(part) <= LONGEST))
            yield Number(start, end, values, "ratio")
        elif below:
            if int(below):
                yield Number(start, end, (_fraction(value, Decimal(below)),), "fraction")
        else:
            size = _size(magnitude)
            if text[end - 1] == " ":
                end -= 1
            yield Number(start, end, (value * size,), "plain", size, glued or glued2 or "")


def _hanzi(text: str) -> Iterator[Number]:
    for match in _HANZI.finditer(text):
        start, end = match.span()
        below, of, above = match[0].partition("分之")
        if below == "百":
            yield Number(start, end, (_hanzi_value(above),), "percent")
        elif of:
            yield Number(start, end, (_fraction(_hanzi_value(above), _hanzi_value(below)),), "fraction")
        elif below.startswith("翻"):
            yield Number(start, end, (_hanzi_value(below[-2]),), "doubling")
        else:
            yield Number(start, end - 1, (_hanzi_value(below[0]),), "times")


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace(" ", "").replace("\n", "").replace("·", "."))


def _fraction(above: Decimal, below: Decimal) -> Decimal:
    value = above / below
    return value if -value.as_tuple().exponent <= 4 else value.quantize(THIRD)


@lru_cache(maxsize=32)
def _size(magnitude: str | None) -> int:
    size = 1
    for character in magnitude or "":
        size *= _SIZES[character]
    return size


def _hanzi_value(words: str) -> Decimal:
    """Return the value of a numeral up to the hundreds: 二十五, 百 (also of digits, `百分之85`)."""
    if words[0].isdigit():
        return Decimal(words)
    total = part = 0
    for character in words:
        if character in _UNITS:
            part = _UNITS[character]
        else:
            total, part = total + (part or 1) * _SIZES[character], 0
    return Decimal(total + part)
