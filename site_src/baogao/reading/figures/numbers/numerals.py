"""Numbers as written: digits with their magnitude, ratios, and quantities in Chinese numerals."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from baogao.content.limits import MOST_DIGITS
from baogao.reading.figures.numbers.hanzi import TENTH_ENDS, amounts, fraction, hanzi
from baogao.reading.figures.numbers.number import Number

# A longer run of digits is no quantity of this world, and to convert it would take ever longer.
LONGEST = 16
SHORT = 10  # what is written in so few characters, noughts aside, has no digit too many

# What makes the number before a fuzzy word certain: 2000|多|人, 3万|来|元.
_COUNTED = "[万亿千百个家人户项条名件公亩座处台所元%米吨次种]"
# The first digit stands in front of the alternatives: only so does `re` pass quickly over the rest.
_DIGITS = r"""
    \d
    (?: \d{0,2} (?:,\d{3})+ (?!\d)                              # 1,234,567
      | \d{0,2} [ \n] \d{3,4} (?=\.\d|[万亿元%])                    # 12 345.6亿元
      | \d{0,2} \r \d{1,4} (?=\.\d|[万亿元%])                       # 人均12|48元, at a line end
      | \d*
    )
    (?: [.·]\d+
      | \r\.\d+ | \.\r\d+                                           # 377|.4亿元
    )?
"""
_MAGNITUDE = r"""
    [十百千万]?亿亿(?=次)                      # 5百亿亿|次/秒
    | 万亿 | [十百千万]?亿 | [十百千]?万(?!亿)
    | 千(?![瓦伏克米卡])                        # 5千人, but 5|千瓦
    | 百(?=[多余]?[元人名亩件家])
"""
# 2万|5千, 25万|6千, 3亿|5千万, 1亿|2000万, 2万|5000: what is smaller than the magnitude before
_FURTHER = r"""
    (?<= \d[万亿千] )
    (?: (?<= [万亿] ) \d{1,4} (?: [十百]?千 (?![瓦伏米克卡]) | 百 (?=万) )? 万
      | (?<= 万 ) (?: \d千 (?![瓦伏米克卡]) (?:\d百)? | \d百 (?=[元人名亩件家公]) )
      | (?<= 万 ) \d{4} (?! [\d年.,] )
      | (?<= \d千 ) \d百 (?: [多余]? 万 | (?=[元人名亩件家公吨斤户]) )
    )
"""
_STEPS = re.compile(r"(\d+)([千百万]*)")
_NUMBER = re.compile(
    rf"""
    (?P<digits> {_DIGITS} )
    (?: (?P<parts> (?:\ ?:\ ?\d+(?:\.\d+)?){{1,2}} ) (?![\d:])      # 1.77:1, 4.5:48.3:47.2
      | / (?P<below> \d{{1,3}} ) (?![\d/])                          # 2/3
      | (?P<tenths> (?: [-至到] \d )? 成半? ) {TENTH_ENDS}              # 9成, 2-3成, but not 16成立
      | (?P<glued> [多余几来] (?={_COUNTED}) (?!元) )?               # 20多|万
        [ \r]? (?P<magnitude> {_MAGNITUDE} )?
        (?P<further> {_FURTHER} )?                                  # 2万|5千, 1亿|2000万
        (?P<glued2> [多余] | 来(?={_COUNTED}) )?                     # 2万多
        (?P<larger> (?<=万[多余]) 亿 )?                              # 4万多|亿
    )
    """,
    re.VERBOSE,
)
_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_PLAIN = str.maketrans({",": None, " ": None, "\n": None, "\r": None, "·": "."})


def numbers(text: str) -> list[Number]:
    """Return the numbers of a normalised text in order."""
    found = sorted([*hanzi(text), *_arabic(text), *amounts(text)])
    last, apart = 0, []
    for number in found:
        if number.start >= last:
            apart.append(number)
            last = number.end
    return [number for number in apart if _writable(number)]


def _writable(number: Number) -> bool:
    """Say whether the values of a number have no more digits than a double holds.

    More has no quantity of this world.
    """
    if number.end - number.start <= SHORT:
        return True
    return all(len(value.normalize().as_tuple().digits) <= MOST_DIGITS for value in number.values)


def _arabic(text: str) -> Iterator[Number]:
    """Yield the numbers that are written in digits."""
    for match in _NUMBER.finditer(text):
        digits, parts, below, tenths, glued, magnitude, further, glued2, larger = match.groups()
        start, end = match.span()
        if len(digits) > LONGEST:
            continue
        value = _decimal(digits)
        if parts:
            yield Number(start, end, (value, *_others(parts)), "ratio")
        elif below:
            if int(below):
                yield Number(start, end, (fraction(value, Decimal(below)),), "fraction")
        elif tenths and value <= 10:
            yield Number(start, end, _tenths(value, tenths), "percent", unit="%")
        else:
            size = _size(magnitude) * _size(larger)
            some = further[-2:-1] if further and further[-2:-1] in "多余" else ""  # 1千3百|多|万
            value = _with_further(value * size, further and further.replace(some, ""))
            end -= text[end - 1] in " \r"
            yield Number(start, end, (value,), "plain", size, glued or some or glued2 or "")


def _tenths(value: Decimal, words: str) -> tuple[Decimal, ...]:
    """Return what 9成, 7成半 or 2-3成 is in percent."""
    half = 5 if words.endswith("半") else 0
    if words[0] == "成":
        return (value * 10 + half,)
    return value * 10, Decimal(words[1]) * 10 + half


def _with_further(value: Decimal, words: str | None) -> Decimal:
    """Return a number with what follows its magnitude: 5千 of 2万5千, 2000万 of 1亿2000万."""
    if not words:
        return value
    if value >= _SIZES["万"] and words.endswith("万"):
        return value + _with_further(Decimal(0), words[:-1]) * _SIZES["万"]
    steps, large = (words[:-1], _SIZES["万"]) if words.endswith("万") else (words, 1)
    return (value + sum(int(n) * _size(size) for n, size in _STEPS.findall(steps))) * large


def _decimal(digits: str) -> Decimal:
    """Return the value of digits, with whatever groups or breaks them: 1,234, 12 345, 3·5."""
    return Decimal(digits if digits.isdigit() else digits.translate(_PLAIN))


def _others(parts: str) -> Iterator[Decimal]:
    """Yield the numbers of a ratio behind its first: `:48.3:47.2`."""
    for part in parts.split(":")[1:]:
        if len(part) <= LONGEST:
            yield Decimal(part.strip())


@lru_cache(maxsize=32)
def _size(magnitude: str | None) -> int:
    size = 1
    for character in magnitude or "":
        size *= _SIZES[character]
    return size
