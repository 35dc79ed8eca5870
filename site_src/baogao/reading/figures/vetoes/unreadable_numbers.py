"""Numbers that tell a measure, but not surely which: each is a doubt, and no figure."""

import re
from functools import lru_cache
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Quantity
from baogao.reading.figures.numbers.units import unit_at

MASK_SIGNS = "Xx×*"
MASK = re.compile(r"[Xx×*](?:[Xx×*.\d]*[Xx×*])?")
MASK_REACH = 8
SIZES = re.compile(r"[十百千万亿]{0,2}(?:[多余]|左右)?")
DATE = ("年", "月", "日")
# 城镇登记失业率3.5以内: a rate, a share or an index that lost its sign
MEASURE = re.compile(
    r"""
    (?: 率|比重|占比|比例|指数|增速|增幅|涨幅|降幅 )
    (?: 为|约|近|在|达到?|超过?|控制在|稳定在|保持在 )? $
    """,
    re.VERBOSE,
)
CLOSED = re.compile(r" ?(?:及?以[上下内]|左右)?(?:[,。;!\n、]|[和与]\d|$)")
LIMITED = re.compile(r" ?(?:及?以[上下内]|左右)(?:[,。;!\n、]|$)")
YEAR = re.compile(r"(?:19|20)\d\d$")
# 5G, 3A级, 2D: capitals name something
NAME_LETTERS = re.compile(r"(?![a-zA-Z]*[a-z])[A-Za-z]+|[a-z]\b|[kK][vV]")
LETTERS = re.compile(r"[A-Za-z]+")
BROKEN = re.compile(r"\d[ \n\r]+\d")
SEPARATE = re.compile(r"(?<![A-Za-z\d.])\d{1,3}[ \n]{1,3}$")  # 12 35亿元: one number, or two
# 达到6488|6元, 降至0.9|1%: digits are torn by a line end; but 到2020|35亿元 has a year in front
TORN = re.compile(r"(?<![A-Za-z\d.\n])(?!(?:19|20)\d\d\n)\d[\d.,]*\n$")
# 缩小至1.7|2倍: but 2025年 and 2、 begin something of their own
TORN_OFF = re.compile(r"\.?\n(?!(?:19|20)\d\d年|\d{1,2}[.、])\d")
TORN_RANGE = re.compile(r" ?[-至到] ?\d[\d.]*\n\d")  # 5%-5.|5%
# 00亿元, 007家, 3-05%, 1:007: digits in front are lost
BEHIND = re.compile(r" ?[\u4e00-\u9fffA-Za-z]{1,2}")
# 2025, 2.0, 12345: years, versions, and what things are known by
NAMING = re.compile(r"(?:19|20)\d\d|\d\.0|\d{3}|\d{5}")
OPENED = re.compile(r"[\u4e00-\u9fff、,:()\"“”]")
NOUGHT = re.compile(r"(?:^|[:/第至到-]) ?0[\d,]")
REACH = 16
HUGE_SHARE = 1000


class Unread(NamedTuple):
    """Words at `start`..`end` of a text that could not be read safely, and why.

    `reason` is a key of the site's strings.
    """

    start: int
    end: int
    words: str
    reason: str


def masks(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Return where a normalised text hides a value, with its unit: X亿元, 增长**%, 200*年."""
    if not any(sign in text for sign in MASK_SIGNS):
        return []
    found = (_mask(text, match, vocabulary) for match in MASK.finditer(text))
    return [span for span in found if span]


def _mask(text: str, match: re.Match[str], vocabulary: Vocabulary) -> tuple[int, int] | None:
    start = _first_digit(text, match.start())
    end = _behind_digits(text, match.end())
    # 7×24小时 is a product, a letter in front makes a name, 1+X a model
    if start < match.start() and end > match.end() and len(match[0]) == 1:
        return None
    in_front = text[start - 1 : start]
    if LETTERS.match(in_front) or in_front in ("+", "“"):
        return None
    sizes = SIZES.match(text, end)
    behind = sizes.end() if sizes else end
    unit, stop = unit_at(text, behind, vocabulary)
    if unit:
        return start, stop
    if behind == end and text[end : end + 1] not in DATE:
        return None
    return start, max(behind, end + 1)


def _first_digit(text: str, at: int) -> int:
    """Return where the digits begin that stand in front of an offset."""
    until = max(0, at - MASK_REACH)
    while at > until and _is_digit(text[at - 1]):
        at -= 1
    return at


def _behind_digits(text: str, at: int) -> int:
    """Return where the digits end that stand behind an offset."""
    until = min(len(text), at + MASK_REACH)
    while at < until and _is_digit(text[at]):
        at += 1
    return at


def _is_digit(character: str) -> bool:
    return character.isdigit() or character == "."


@lru_cache(maxsize=4)
def _told(vocabulary: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what tells a measure in front of a number.

    Words of change and bounds (增长|约); and, of a clause that ends with the number, 达到.
    """
    words = vocabulary.words
    bounds = (some for place, _, some in vocabulary.bounds if place == "before")
    changes = (words.get(role, ()) for role in ("rise", "fall"))
    telling = [word for some in (*bounds, *changes) for word in some if len(word) > 1]
    reaching = [word for word in words.get("reach", ()) if "达" in word or "在" in word]
    return (
        re.compile(regex_of(telling) + r"(?:了|约|近|到|至|为|在|达|超过?|率)?$"),
        re.compile(regex_of(reaching) + r"(?:约|近|超过?)?$"),
    )


def lost_unit(text: str, quantity: Quantity, vocabulary: Vocabulary) -> str:
    """Return what tells a measure around a number without a unit (增长6.8,), or ""."""
    start, end = quantity.start, quantity.end
    if quantity.form != "plain" or YEAR.match(text[start:end]) or not CLOSED.match(text, end):
        return ""
    back = max(0, start - REACH)
    for pattern in (MEASURE, *_told(vocabulary)):
        if found := pattern.search(text, back, start):
            return found[0]
    limited = LIMITED.match(text, end)
    return limited[0].strip() if limited else ""


def unknown_unit(text: str, quantity: Quantity) -> str:
    """Return what stands behind a number where a unit that is not known may (320莫), or "".

    Years, versions, the numbers of paragraphs and numbers by which things are known are none.
    """
    start, end = quantity.start, quantity.end
    behind = BEHIND.match(text, end)
    written = text[start:end]
    if quantity.form != "plain" or not behind or NAMING.fullmatch(written):
        return ""
    return behind[0] if OPENED.match(text[start - 1 : start]) else ""


def watermark(text: str, quantity: Quantity) -> str:
    """Return the letters of a watermark that a number is glued to (报告2Iu).

    Returns "" where they make a name (5G, PM2.5).
    """
    if quantity.unit:
        in_front = text[quantity.start - 1 : quantity.start]
        spelt = LETTERS.match(text, quantity.number_end)  # P2P: a name, no 2P behind a stray letter
        return in_front if LETTERS.match(in_front) and not spelt else ""
    behind = LETTERS.match(text, quantity.number_end, quantity.number_end + REACH)
    return behind[0] if behind and not NAME_LETTERS.fullmatch(behind[0]) else ""


def broken(text: str, quantity: Quantity) -> str:
    """Return the words where a number is broken by blanks, or has digits in front, or "".

    It may be two numbers.
    """
    start, end = quantity.start, quantity.number_end
    back = max(0, start - REACH)
    if torn := TORN_OFF.match(text, end) or TORN_RANGE.match(text, quantity.end):
        return text[start : torn.end()]
    apart = TORN.search(text, back, start)
    if quantity.form == "plain" and text[start - 1 : start] in (" ", "\n"):
        apart = apart or SEPARATE.search(text, back, start)
    if apart:
        return text[apart.start() : end]
    if quantity.form != "plain":
        return ""
    if not BROKEN.search(text, start, end):
        return ""
    # 1 2248元 at the beginning: a number of a paragraph?
    behind_no_word = not "\u4e00" <= text[start - 1 : start] <= "\u9fff"
    huge = quantity.unit == "%" and quantity.value >= HUGE_SHARE
    return text[start:end] if behind_no_word or huge else ""


def begins_with_nought(text: str, quantity: Quantity) -> str:
    """Return the words where a number, or one of a range or ratio, begins with a nought; or ""."""
    words = text[quantity.start : quantity.number_end]
    return words if NOUGHT.search(words) else ""
