"""Units that stand behind a number: 亿元, 台(套), 吨/年."""

import re
from functools import lru_cache

from baogao.content.vocabulary import Vocabulary

PER_TIME = re.compile(r"/ ?(年|月|日|天|小时|秒|人)")
# Each spelling with its unit, and the characters that must not follow it.
Spellings = dict[str, list[tuple[str, str, str]]]


@lru_cache(maxsize=4)
def _spellings(vocabulary: Vocabulary) -> Spellings:
    """Return the spellings of units by their first character, the longest first."""
    by_first: Spellings = {}
    longest_first = sorted(vocabulary.spellings.items(), key=lambda item: -len(item[0]))
    for spelling, (name, unless) in longest_first:
        if not spelling.startswith(":"):  # a ratio's :1 is read with its number
            by_first.setdefault(spelling[0], []).append((spelling, name, unless))
    return by_first


def unit_at(text: str, at: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Return the unit that begins at an offset and where it ends, or ("", at)."""
    begin = at + 1 if text[at : at + 1] == " " else at
    for spelling, name, unless in _spellings(vocabulary).get(text[begin : begin + 1], ()):
        end = begin + len(spelling)
        if text.startswith(spelling, begin) and (end >= len(text) or text[end] not in unless):
            return _compound(text, name, end, vocabulary)
    return "", at


def _compound(text: str, name: str, end: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Follow 台(套) and 吨/年."""
    following = text[end : end + 1]
    if following == "(" and text[end + 2 : end + 3] == ")" and not text[end + 1].isdigit():
        return ("人次" if name == "人" and text[end + 1] == "次" else name), end + 3
    if following != "/":
        return name, end
    if time := PER_TIME.match(text, end):
        return f"{name}/{time[1]}", time.end()
    size = text[end + 1 : end + 2] if text[end + 1 : end + 2] in ("万", "亿") else ""
    below, below_end = unit_at(text, end + 1 + len(size), vocabulary)
    return (f"{name}/{size}{below}", below_end) if below else (name, end)
