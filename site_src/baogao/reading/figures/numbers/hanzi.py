"""Quantities in Chinese numerals: 百分之四点九, 三分之一, 翻两番, 三至五倍, 近六成, 两个百分点.

Mere counts (十方面, 三大) are left alone: what is read says by itself that it measures. Only a text
that writes its percents so, as reports did until the nineties, has its amounts read too (六千万吨).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from baogao.reading.figures.numbers.number import Number

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "○": 0}
SIZES = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
FOUR_PLACES = Decimal("0.0001")  # a fraction that does not end is given to four places

NUMERAL = r"[零〇○一二两三四五六七八九十百千万亿]{1,12} (?: 点 [零〇○一二三四五六七八九]{1,6} )?"
MARK = re.compile(r"分之|[番倍成]|个[百千]分点|个基点|一半")
MARK_REACH = 16
BELOW = re.compile(r"[一二两三四五六七八九十百千万]{1,4}$")
OVER = re.compile(r"[一二两三四五六七八九十]{1,3}")
PARTS = {"百": ("%", Decimal(1)), "千": ("‰", Decimal(1)), "万": ("%", Decimal("0.01"))}
# 百分之|四点九, 百分之|8.5, 百分之|五至六, 百分之|二十多
ABOVE = re.compile(
    rf"""
    (?P<low> {NUMERAL} | \d{{1,9}} (?!\d) (?: \.\d{{1,6}} )? )
    (?: (?: 至|到|-|、(?=.(?!十)) ) (?P<high> {NUMERAL} ) (?! 分之|[年月日个] ) )?
    (?P<glued> [多几余] | 来 (?![自源]) )?
    """,
    re.VERBOSE,
)
# 三至五|倍, 两、三|倍, 十几|倍, 零点三|个百分点, 八|成
LED = re.compile(
    rf"""
    (?: (?P<low> {NUMERAL} ) (?: 至|到|-|、 ) )?
    (?P<high> {NUMERAL} ) (?P<glued> [多几余] )? $
    """,
    re.VERBOSE,
)
DOUBLED = re.compile(r"翻(?:了|近|约|超|过)*(?P<times>[一两二三四]|\d(?:\.\d)?)$")
NO_TIMES = re.compile(r"倍(?=[增速感受加道率频])")
# What does not follow a 成 that means tenths: 三成为, 一成不变, 16成立
TENTH_ENDS = r"""
    (?! [为立果功长员本效绩都就熟型体份分交品像群因套规模绿荫真色人不活才片] | 年 (?!人) )
"""
TENTHS = re.compile(rf"成 (?P<half>半)? {TENTH_ENDS}", re.VERBOSE)  # 三成|以上
IN_FRONT_OF_A_HALF = frozenset("近约超过到达占少缩降短减省足")
HALF_OR_MORE = re.compile("以上|左右|多")
IN_FRONT_OF_ONE_TENTH = frozenset("省减近约超过到达占有的为降低升长加少高于足出比,。;:(“")
NO_NUMBER_BEFORE = frozenset("第翻分.点几数0123456789")
BARE = frozenset("百千万亿")
ENDED = re.compile(r"[,。;、!?\n)以左之]|$")
# 六千万|吨, 八千亿|斤: large, and begun by a digit
AMOUNT = re.compile(
    r"""
    [一二两三四五六七八九十] [零〇○一二两三四五六七八九十百千万亿]* [百千万亿十]
    [零〇○一二两三四五六七八九十百千万亿]{0,6} (?: 点 [零〇○一二三四五六七八九]{1,4} [万亿]? )?
    (?P<glued> [多几余] (?= [万亿公平吨斤元亩户人个美立] ) )? (?P<size> [万亿] )?
    """,
    re.VERBOSE,
)


def hanzi(text: str) -> Iterator[Number]:
    """Yield, in order, the quantities in Chinese numerals that say that they measure."""
    for mark in MARK.finditer(text):
        begin = max(0, mark.start() - MARK_REACH)
        if mark[0] == "分之":
            found = _parts(text, begin, mark)
        elif mark[0] == "一半":
            found = _half(text, mark)
        elif mark[0] == "番":
            found = _doubled(text, begin, mark)
        else:
            found = _led(text, begin, mark)
        if found:
            yield found


def amounts(text: str) -> Iterator[Number]:
    """Yield the amounts in Chinese numerals of a text that writes its percents so: 六千万|吨."""
    if text.count("百分之") <= text.count("%"):
        return
    for match in AMOUNT.finditer(text):
        if text[match.start() - 1 : match.start()] not in NO_NUMBER_BEFORE and len(match[0]) > 1:
            size = LARGE.get(match["size"] or "", 1)
            words = match[0].rstrip("万亿") if match["size"] else match[0]
            number = value_of(words.rstrip("多几余")) * size
            yield Number(*match.span(), (number,), glued=match["glued"] or "", spelt=True)


def _parts(text: str, begin: int, mark: re.Match[str]) -> Number | None:
    """Return 百分之五, 千分之三 or 三分之一."""
    below = BELOW.search(text, begin, mark.start())
    if not below or below[0] in ("一", "两"):
        return None
    if below[0] in PARTS:
        above = ABOVE.match(text, mark.end())
        unit, factor = PARTS[below[0]]
        return _range(above, below.start(), unit, factor) if above else None
    over = OVER.match(text, mark.end())
    if not over:
        return None
    value = fraction(value_of(over[0]), value_of(below[0]))
    return Number(below.start(), over.end(), (value,), "fraction")


def _half(text: str, mark: re.Match[str]) -> Number | None:
    """Return a half that measures: 减少一半, 一半以上的幼儿园; but not 一半是海水."""
    before = text[mark.start() - 1 : mark.start()]
    if before not in IN_FRONT_OF_A_HALF and not HALF_OR_MORE.match(text, mark.end()):
        return None
    return Number(*mark.span(), (Decimal("0.5"),), "fraction")


def _range(
    found: re.Match[str], start: int, unit: str, factor: Decimal, form: str = "percent"
) -> Number:
    """Return one number, or the two ends of a range, as ABOVE and LED find them."""
    low, high = found["low"], found["high"]
    ends = _ends(low or high, high if low else None)
    values = tuple(value * factor for value in ends)
    return Number(start, found.end(), values, form, glued=found["glued"] or "", unit=unit)


def _ends(low: str, high: str | None) -> tuple[Decimal, ...]:
    """Return the value of a numeral, or the ends of a range (五至六, 两三)."""
    if high is None:
        digits = [DIGITS[character] for character in low if character in DIGITS]
        if len(digits) == len(low) == 2 and digits[0] + 1 == digits[1]:
            return Decimal(digits[0]), Decimal(digits[1])
        return (value_of(low),)
    ends = value_of(low), value_of(high)
    return ends if ends[0] < ends[1] else ends[:1]


def _doubled(text: str, begin: int, mark: re.Match[str]) -> Number | None:
    """Return 翻两番."""
    found = DOUBLED.search(text, begin, mark.start())
    if not found:
        return None
    half = text.startswith("半", mark.end())
    value = value_of(found["times"]) + (Decimal("0.5") if half else 0)
    return Number(found.start(), mark.end() + half, (value,), "doubling", unit="番")


def _led(text: str, begin: int, mark: re.Match[str]) -> Number | None:
    """Return the number in front of 倍, 成 or 个百分点."""
    found = LED.search(text, begin, mark.start())
    if not found or text[found.start() - 1 : found.start()] in NO_NUMBER_BEFORE:
        return None
    if mark[0] == "成":
        return _tenths(text, found, mark)
    if mark[0] == "倍" and (NO_TIMES.match(text, mark.start()) or _bare(text, found)):
        return None
    form = "times" if mark[0] == "倍" else "plain"
    return _range(found, found.start(), "", Decimal(1), form)


def _bare(text: str, found: re.Match[str]) -> bool:
    """Say whether a numeral is a mere size: 百倍信心, 以十倍的努力; but not 近十倍."""
    if found[0] == "十":
        return not ENDED.match(text, found.end() + 1)
    return found[0] in BARE


def _tenths(text: str, found: re.Match[str], mark: re.Match[str]) -> Number | None:
    """Return 六成, 七到八成, 三成半 in percent."""
    tenths = TENTHS.match(text, mark.start())
    low, high = found["low"], found["high"]
    if not tenths or found["glued"] or not all(end in DIGITS for end in high):
        return None
    before = text[found.start() - 1 : found.start()]
    if high == "一" and before not in IN_FRONT_OF_ONE_TENTH:
        return None  # 统一成立
    ends = [end * 10 for end in _ends(low or high, high if low else None)]
    if tenths["half"]:
        ends[-1] += 5
    some = text[tenths.end() : tenths.end() + 1]
    glued = some if some in ("多", "余") else ""
    end = tenths.end() + len(glued)
    return Number(found.start(), end, tuple(ends), "percent", glued=glued, unit="%")


def fraction(above: Decimal, below: Decimal) -> Decimal:
    """Return a fraction, to four places where it does not end."""
    value = above / below
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and -exponent <= 4 else value.quantize(FOUR_PLACES)


def value_of(words: str) -> Decimal:
    """Return the value of a numeral: 二十五, 百, 一千二百万, 四点九, 二〇〇〇 (also of digits)."""
    if words[0].isdigit():
        return Decimal(words)
    whole, _, part = words.partition("点")
    value = Decimal(_whole(whole)) if whole else Decimal(0)
    if part:
        value += Decimal("0." + "".join(str(DIGITS[character]) for character in part))
    return value


def _whole(words: str) -> int:
    """Return the value of a whole numeral: 一千二百万 is 12,000,000, 二〇〇〇 is 2,000."""
    if all(character in DIGITS for character in words):
        return int("".join(str(DIGITS[character]) for character in words))
    total = section = digit = 0
    for character in words:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in SIZES:
            section, digit = section + (digit or 1) * SIZES[character], 0
        elif character == "万":
            total, section, digit = total + (section + digit or 1) * LARGE["万"], 0, 0
        else:
            total, section, digit = (total + section + digit or 1) * LARGE["亿"], 0, 0
    return total + section + digit
