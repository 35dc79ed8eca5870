"""Minus signs: 增长-3.9%, 自然增长率为负1.2‰, 增幅(3.9)%."""

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.word_patterns import worded

SIGNS = frozenset("-负△▲(")
MINUS = SIGNS - {"("}
REACH = 40
ENDS_OF_NUMBERS = frozenset("%‰0123456789")
NO_MINUS = frozenset("减担抱自背欠胜增肩")  # 减负3亿元
# 增长|了, 涨幅|分别为, and the members of a list before: 增长|3.9%、
_LED = r"""
    (?: 率|度|速度 )?
    (?: 分别|为|是|达到?|约|近|至|到|由|从|在|降|了|仅|[:“] )*
    (?: -?\d[\d.]* (?:%|‰|个?百分点|亿?元|万元|[度℃])? [、,和与及至到] ){0,4}
    \ ? \(? $
"""
SIGNED = worded(f"(?: {{rise|fall|signed}} ) {_LED}")
FALLEN = worded(r"""
    (?: {fall} ) (?<! 低于 ) (?<! 慢于 ) (?<! [高低快慢] )
    (?: 率|度|速度|幅度 )? (?: 分别|约|近|达到?|了|(?<=幅)[为是] )*
    (?: -?\d[\d.]* (?:%|‰|个?百分点)? [、,和与及] ){0,4}
    \ ? \(? $
""")
# 增长|(3.9)%, 增长|(3.9%): the brackets of book-keeping
BRACKETED = worded(r"(?: 增长|增加|提高|上升|上涨|回升 ) 了? \( $")
BRACKETED_BARE = worded(r"(?: {rise|fall|signed} ) (?: 为|是|达到? )? \( $")


def sign_at(text: str, start: int, vocabulary: Vocabulary) -> int:
    """Return how many characters of a minus sign stand in front of a number at `start`: 1 or 0."""
    if text[start - 1 : start] not in MINUS:
        return 0
    in_front = text[start - 2 : start - 1]
    if text[start - 1] == in_front == "-":  # 增长-3%-|-1%
        return int(text[start - 3 : start - 2] in ENDS_OF_NUMBERS)
    if text[start - 1] == "负" and in_front in NO_MINUS:
        return 0
    return int(bool(SIGNED(vocabulary).search(text, max(0, start - 1 - REACH), start - 1)))


def bracketed(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Say whether brackets around a number at `start`..`end` make it one below nought.

    Those of (3.9)% do behind every word of change, those of (3.9%) only behind a verb: 增速(3.9%)
    is a note.
    """
    if text[end : end + 1] != ")":
        return False
    pattern = BRACKETED_BARE if text[end + 1 : end + 2] in ("%", "‰") else BRACKETED
    return bool(pattern(vocabulary).search(text, max(0, start - REACH), start))


def contradicted(text: str, start: int, vocabulary: Vocabulary) -> str:
    """Return the word of a fall in front of a signed number at `start` (下降|-3.9%), or ""."""
    found = FALLEN(vocabulary).search(text, max(0, start - REACH), start)
    return found[0] if found else ""


def maybe_minus(text: str, start: int) -> bool:
    """Say whether the dash in front of a number may be a minus, which nothing around it tells.

    A dash that opens a line is none, nor is a double one.
    """
    in_front = text[start - 2 : start - 1]
    return "\u4e00" <= in_front <= "\u9fff" or in_front in (")", "”")
