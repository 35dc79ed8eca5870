"""Bounds: which side of a number the truth lies on."""
import re
from functools import lru_cache
from typing import NamedTuple

from baogao.vocabulary import Vocabulary, regex_of


class Words(NamedTuple):
    """What is compiled from bounds.yml: patterns that read backwards and forwards, and the bound of each word."""
    backwards: re.Pattern
    forwards: re.Pattern
    before: dict[str, str]
    after: dict[str, str]


@lru_cache(maxsize=4)
def _words(vocabulary: Vocabulary) -> Words:
    before = {word: bound for place, bound, words in vocabulary.bounds if place == "before" for word in words}
    after = {word: bound for place, bound, words in vocabulary.bounds if place == "after" for word in words}
    whole = regex_of(vocabulary.words.get("whole", ()), reverse=True)  # 签约 ends in no 约
    return Words(re.compile(f"(?:了|币民人)?(?!{whole})({regex_of(before, reverse=True)})"),
                 re.compile(f" ?({regex_of(after)})"), before, after)


def bound_before(own: str, vocabulary: Vocabulary) -> str:
    """Return the bound that the text in front of a number ends with, or ""."""
    words = _words(vocabulary)
    match = words.backwards.match(own[:-11:-1])
    return words.before[match[1][::-1]] if match else ""


def bound_after(text: str, end: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Return the bound that follows a quantity, or "", and where the quantity with its bound ends."""
    words = _words(vocabulary)
    match = words.forwards.match(text, end)
    return (words.after[match[1]], match.end()) if match else ("", end)


def bounds_of(group: list, vocabulary: Vocabulary) -> list[str]:
    """Return the bound of each slot of a group: it holds for its number, in a 分别 list for all."""
    leader = group[0]
    opening, shared = bound_before(leader.own, vocabulary), "分别" in leader.own
    closing = group[-1].closing if shared else ""
    found = []
    for slot in group:
        before = opening if shared or slot is leader else ""
        glued = "ge" if slot.quantity.glued else "eq"
        found.append("range" if slot.quantity.high is not None else slot.closing or closing or before or glued)
    return found
