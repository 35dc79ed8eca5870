"""Numbers as written: digits with their magnitude, ratios, and quantities in Chinese numerals."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from baogao.content.limits import MOST_DIGITS

# A longer run of digits is no quantity of this world, and to convert it would take ever longer.
LONGEST = 16
THIRD = Decimal("0.0001")  # a fraction that does not end is given to four places

# What makes the number before a fuzzy word certain: 2000|多|人, 3万|来|元.
_COUNTED = "[万亿千百个家人户项条名件公亩座处台所元%米吨次种]"
# 人均12\n48元: a line end breaks a number right behind a word, but not a year from an amount
_BEHIND_WORD = r"""
    (?: (?<=[\u4e00-\u9fff]\d{1}\n) | (?<=[\u4e00-\u9fff]\d{2}\n) | (?<=[\u4e00-\u9fff]\d{3}\n) )
"""
# The first digit stands in front of the alternatives: only so does `re` pass quickly over the rest.
_DIGITS = rf"""
    \d
    (?: \d{{0,2}} (?:,\d{{3}})+ (?!\d)                              # 1,234,567
      | \d{{0,2}} [ \n] \d{{3,4}} (?=\.\d|[万亿元%])                  # 12 345.6亿元
      | \d{{0,2}} \n {_BEHIND_WORD} \d{{1,4}} (?=\.\d|[万亿元%])
      | \d*
    )
    (?: [.·]\d+ )?
"""
_MAGNITUDE = r"""
    万亿 | [十百千万]?亿 | [十百千]?万(?!亿)
    | 千(?![瓦伏克米卡])                        # 5千人, but 5|千瓦
    | 百(?=[多余]?[元人名亩件家])
"""
_NUMBER = re.compile(
    rf"""
    (?P<digits> {_DIGITS} )
    (?: (?P<parts> (?:\ ?:\ ?\d+(?:\.\d+)?){{1,2}} ) (?![\d:])      # 1.77:1, 4.5:48.3:47.2
      | / (?P<below> \d{{1,3}} ) (?![\d/])                          # 2/3
      | (?P<glued> [多余几来] (?={_COUNTED}) (?!元) )?               # 20多|万
        \ ? (?P<magnitude> {_MAGNITUDE} )?
        (?P<glued2> [多余] | 来(?={_COUNTED}) )?                     # 2万多
    )
    """,
    re.VERBOSE,
)
# So does the first numeral here.
_HANZI = re.compile(
    r"""
    [百两二三四五六七八九十翻]
    (?: (?<=百) 分之 (?: [一二两三四五六七八九十百零]{1,9}            # 百分之五
                      | \d{1,9}(?!\d) (?:\.\d{1,6})? )            # 百分之8.5
      | (?<![两翻]) [二三四五六七八九十百]* 分之 [一二两三四五六七八九十]+  # 三分之一
      | (?<=翻) (?:了|近|约|超)? [一两二三四] 番                       # 翻两番
      | (?<![百翻]) (?<![一二两三四五六七八九十百].) 倍 (?!增)           # 三倍
    )
    """,
    re.VERBOSE,
)
_UNITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_PLAIN = str.maketrans({",": None, " ": None, "\n": None, "·": "."})


class Number(NamedTuple):
    """A number at `start`..`end`, its parts (one, or those of a ratio), and how it is written.

    `form` is plain, ratio, fraction, percent, doubling or times; `size` what its magnitude
    multiplies by; `glued` a fuzzy word inside (`2万多`), or "".
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
    """Say whether a value has no more digits than a double holds.

    More has no quantity of this world, a fraction aside.
    """
    if len(value.as_tuple().digits) <= MOST_DIGITS:
        return True
    return len(value.normalize().as_tuple().digits) <= MOST_DIGITS


def _arabic(text: str) -> Iterator[Number]:
    """Yield the numbers that are written in digits."""
    for match in _NUMBER.finditer(text):
        digits, parts, below, glued, magnitude, glued2 = match.groups()
        start, end = match.span()
        if len(digits) > LONGEST:
            continue
        value = _decimal(digits)
        if parts:
            yield Number(start, end, (value, *_others(parts)), "ratio")
        elif below:
            if int(below):
                yield Number(start, end, (_fraction(value, Decimal(below)),), "fraction")
        else:
            size = _size(magnitude)
            end -= text[end - 1] == " "
            yield Number(start, end, (value * size,), "plain", size, glued or glued2 or "")


def _decimal(digits: str) -> Decimal:
    """Return the value of digits, with whatever groups or breaks them: 1,234, 12 345, 3·5."""
    return Decimal(digits if digits.isdigit() else digits.translate(_PLAIN))


def _others(parts: str) -> Iterator[Decimal]:
    """Yield the numbers of a ratio behind its first: `:48.3:47.2`."""
    for part in parts.split(":")[1:]:
        if len(part) <= LONGEST:
            yield Decimal(part.strip())


def _hanzi(text: str) -> Iterator[Number]:
    """Yield the quantities in Chinese numerals that stand for a number without a measure word."""
    for match in _HANZI.finditer(text):
        start, end = match.span()
        below, of, above = match[0].partition("分之")
        if below == "百":
            yield Number(start, end, (_hanzi_value(above),), "percent")
        elif of:
            value = _fraction(_hanzi_value(above), _hanzi_value(below))
            yield Number(start, end, (value,), "fraction")
        elif below.startswith("翻"):
            yield Number(start, end, (_hanzi_value(below[-2]),), "doubling")
        else:
            yield Number(start, end - 1, (_hanzi_value(below[0]),), "times")


def _fraction(above: Decimal, below: Decimal) -> Decimal:
    value = above / below
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and -exponent <= 4 else value.quantize(THIRD)


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
