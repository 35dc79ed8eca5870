"""Bounds: which side of a number the truth lies on."""
import re
from functools import lru_cache
from typing import NamedTuple

from baogao.reading.figures.quantities import Quantity
from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary


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


class Bound(NamedTuple):
    """A bound, the word that states it, and where that stands."""
    bound: str
    word: str = ""
    place: str = ""


EXACT = Bound("eq")
RANGE = Bound("range", "", "two ends")


def bound_before(own: str, vocabulary: Vocabulary) -> Bound | None:
    """Return the bound that the text in front of a number ends with, or None."""
    words = _words(vocabulary)
    match = words.backwards.match(own[:-11:-1])
    return Bound(words.before[match[1][::-1]], match[1][::-1], "before") if match else None


def bound_after(text: str, end: int, vocabulary: Vocabulary) -> tuple[Bound | None, int]:
    """Return the bound that follows a quantity, or None, and where the quantity with its bound ends."""
    words = _words(vocabulary)
    match = words.forwards.match(text, end)
    return (Bound(words.after[match[1]], match[1], "after"), match.end()) if match else (None, end)


def bounds_of(group: list, vocabulary: Vocabulary) -> list[Bound]:
    """Return the bound of each slot of a group: it holds for its number, in a 分别 list for all."""
    leader = group[0]
    opening, shared = bound_before(leader.own, vocabulary), "分别" in leader.own
    closing = group[-1].closing if shared else None
    return [_bound(slot.quantity, slot.closing or closing or (opening if shared or slot is leader else None)) for slot in group]


def _bound(quantity: Quantity, stated: Bound | None) -> Bound:
    if quantity.high is not None:
        return RANGE
    return stated or (Bound("ge", quantity.glued, "inside") if quantity.glued else EXACT)
