"""What cannot be read safely: numbers that tell a measure, but not surely which. Each is a doubt, and no figure."""
import re
from functools import lru_cache
from typing import NamedTuple

from baogao.reading.figures.quantities import Quantity, unit_at
from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary

MASK = re.compile(r"[Xx×*](?:[Xx×*.\d]*[Xx×*])?")
MASK_REACH = 8
SIZES = re.compile(r"[十百千万亿]{0,2}(?:[多余]|左右)?")
# 城镇登记失业率3.5以内: a rate, a share or an index that lost its sign
MEASURE = re.compile(r"(?:率|比重|占比|比例|指数|增速|增幅|涨幅|降幅)(?:为|约|近|在|达到?|超过?|控制在|稳定在|保持在)?$")
CLOSED = re.compile(r" ?(?:及?以[上下内]|左右)?(?:[,。;!\n、]|[和与]\d|$)")
LIMITED = re.compile(r" ?(?:及?以[上下内]|左右)(?:[,。;!\n、]|$)")
YEAR = re.compile(r"(?:19|20)\d\d$")
NAME_LETTERS = re.compile(r"(?![a-zA-Z]*[a-z])[A-Za-z]+|[a-z]\b")  # 5G, 3A级, 2D: capitals name something
LETTERS = re.compile(r"[A-Za-z]+")
BROKEN = re.compile(r"\d[ \n]+\d")
SEPARATE = re.compile(r"(?<![A-Za-z\d.])\d{1,3}[ \n]{1,3}$")  # 12 35亿元: one number that is broken, or two
REACH = 16
HUGE_SHARE = 1000


class Unread(NamedTuple):
    """Words at `start`..`end` of a text that could not be read safely, and why (a key of the site's strings)."""
    start: int
    end: int
    words: str
    reason: str


def masks(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Return where a normalised text hides a value, with its unit: X亿元, 增长**%, 200*年."""
    return [span for match in MASK.finditer(text) if (span := _mask(text, match, vocabulary))] \
        if any(sign in text for sign in "Xx×*") else []


def _mask(text: str, match: re.Match, vocabulary: Vocabulary) -> tuple[int, int] | None:
    start, end = match.span()
    while start > max(0, match.start() - MASK_REACH) and (text[start - 1].isdigit() or text[start - 1] == "."):
        start -= 1
    while end < len(text) and end < match.end() + MASK_REACH and (text[end].isdigit() or text[end] == "."):
        end += 1
    # 7×24小时 is a product, a letter in front makes a name, 1+X a model
    product = start < match.start() and end > match.end() and len(match[0]) == 1
    if product or LETTERS.match(text[start - 1:start]) or text[start - 1:start] in ("+", "“"):
        return None
    behind = SIZES.match(text, end).end()
    unit, stop = unit_at(text, behind, vocabulary)
    if not unit and behind == end and text[end:end + 1] not in ("年", "月", "日"):
        return None
    return start, stop if unit else max(behind, end + 1)


@lru_cache(maxsize=4)
def _told(vocabulary: Vocabulary) -> tuple[re.Pattern, re.Pattern]:
    """Compile what tells a measure in front of a number: words of change and bounds; and, of a closed clause, 达到."""
    words = vocabulary.words
    bounds = [word for place, _, some in vocabulary.bounds if place == "before" for word in some if len(word) > 1]
    change = [word for role in ("rise", "fall") for word in words.get(role, ()) if len(word) > 1]
    filler = r"(?:了|约|近|到|至|为|在|达|超过?|率)?$"
    return (re.compile(regex_of([*bounds, *change]) + filler),
            re.compile(regex_of([word for word in words.get("reach", ()) if "达" in word or "在" in word]) + "(?:约|近|超过?)?$"))


def lost_unit(text: str, quantity: Quantity, vocabulary: Vocabulary) -> str:
    """Return what tells a measure around a number without a unit (增长6.8,), or ""."""
    start, end = quantity.start, quantity.end
    if quantity.form != "plain" or YEAR.match(text[start:end]) or not CLOSED.match(text, end):
        return ""
    limited = LIMITED.match(text, end)
    changed, reached = _told(vocabulary)
    back = max(0, start - REACH)
    found = MEASURE.search(text, back, start) or changed.search(text, back, start) or reached.search(text, back, start)
    return found[0] if found else limited[0].strip() if limited else ""


def glued(text: str, quantity: Quantity) -> str:
    """Return the letters of a watermark that a number is glued to (报告2Iu), or "" where they make a name (5G, PM2.5)."""
    behind = LETTERS.match(text, quantity.number_end, quantity.number_end + REACH)
    if behind and not quantity.unit and not NAME_LETTERS.fullmatch(behind[0]):
        return behind[0]
    return text[quantity.start - 1:quantity.start] if quantity.unit and LETTERS.match(text[quantity.start - 1:quantity.start]) else ""


def joined(text: str, quantity: Quantity) -> str:
    """Return the words where a number is broken by blanks, or has digits in front, so that it may be two; or ""."""
    start, end = quantity.start, quantity.number_end
    if text[start - 1:start] in (" ", "\n") and quantity.form == "plain":
        if apart := SEPARATE.search(text, max(0, start - REACH), start):
            return text[apart.start():end]
    if BROKEN.search(text, start, end) and quantity.form == "plain":
        loose = not "\u4e00" <= text[start - 1:start] <= "\u9fff"  # 1 2248元 at the beginning: a number of a paragraph?
        if loose or quantity.unit == "%" and quantity.value >= HUGE_SHARE:
            return text[start:end]
    return ""
