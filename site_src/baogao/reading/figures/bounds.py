"""Stage 5: bounds, on which side of a number the truth lies (超过300亿元, 300亿元以上)."""

import re
from functools import lru_cache
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Bound, Candidate, Quantity, Sentence
from baogao.reading.figures.numbers.lacking_units import NEXT_STEP
from baogao.reading.figures.word_patterns import from_the_end

EXACT = Bound("eq")
RANGE = Bound("range", "", "two ends")
REACH_BACK = 10
COMPARING = re.compile(r"(?<!不)(?<!不得)(?<!不能)(?:高于|低于)$")
# 突破|了, 超过|人民币; but 签约 ends in no 约
BEFORE = r"( {before} ) (?<! {whole} ) (?:了|人民币)?"


class Words(NamedTuple):
    """What is compiled from bounds.yml: patterns of what stands in front and behind.

    The text in front is read from its end. `before` and `after` say which bound each word
    states.
    """

    in_front: re.Pattern[str]
    behind: re.Pattern[str]
    before: dict[str, str]
    after: dict[str, str]


@lru_cache(maxsize=4)
def _words(vocabulary: Vocabulary) -> Words:
    before, after = _stated_by(vocabulary, "before"), _stated_by(vocabulary, "after")
    roles = {"before": tuple(before), "whole": vocabulary.words.get("whole", ())}
    return Words(from_the_end(BEFORE, roles), re.compile(f" ?({regex_of(after)})"), before, after)


def _stated_by(vocabulary: Vocabulary, place: str) -> dict[str, str]:
    """Return the bound that each word states which can stand at a place."""
    return {word: bound for at, bound, words in vocabulary.bounds if at == place for word in words}


def decide_bounds(sentence: Sentence) -> None:
    """Fill in the bound of each number.

    What is said of one number holds for it alone, but in a list with 分别 for all.
    """
    vocabulary = sentence.source.vocabulary
    for group in sentence.groups:
        leader = group[0]
        opening, shared = _opening(leader, vocabulary), "分别" in leader.own
        for_all = (group[-1].closing or opening) if shared else None
        leader.bound = _bound(leader.quantity, leader.closing or for_all or opening)
        for candidate in group[1:]:
            own = _opening(candidate, vocabulary) if candidate.own else None  # 2.58万户、近|8万人
            if candidate.quantity.unit_from == NEXT_STEP:
                own = opening
            candidate.bound = _bound(candidate.quantity, candidate.closing or for_all or own)


def _opening(leader: Candidate, vocabulary: Vocabulary) -> Bound | None:
    """Return the bound in front of a number; 低于 before points compares (相比低于|2个百分点)."""
    if leader.quantity.unit == "百分点" and COMPARING.search(leader.own):
        return None
    return _bound_before(leader.own, vocabulary)


def _bound_before(own: str, vocabulary: Vocabulary) -> Bound | None:
    """Return the bound that the text in front of a number ends with, or None."""
    words = _words(vocabulary)
    match = words.in_front.match(own[: -REACH_BACK - 1 : -1])
    if not match:
        return None
    word = match[1][::-1]
    return Bound(words.before[word], word, "before")


def bound_after(text: str, end: int, vocabulary: Vocabulary) -> tuple[Bound | None, int]:
    """Return the bound that follows a quantity, or None, and where the two end."""
    words = _words(vocabulary)
    match = words.behind.match(text, end)
    return (Bound(words.after[match[1]], match[1], "after"), match.end()) if match else (None, end)


def _bound(quantity: Quantity, stated: Bound | None) -> Bound:
    if quantity.high is not None:
        return RANGE
    return stated or (Bound("ge", quantity.glued, "inside") if quantity.glued else EXACT)
