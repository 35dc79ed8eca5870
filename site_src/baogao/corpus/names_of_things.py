"""What labels and indicators name, without what narrows it and what is done to it.

净增“小升规”企业 and 新增小升规企业 name one thing; so do 民生事项“一证通办” and “一证通办”民生事项.
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.indicator_names import LOOSE, compared
from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.records import Indicator

SHARE = re.compile(r"(?:占比|比例|比重|比率)$")
SHORTEST = 3  # characters of a name that tells what it is of
PIECE = 4  # characters of a name by which a clause is known to speak of it
LONG = 9  # characters of a name of which most is enough
MOST_OF = 0.6


class Pieces(NamedTuple):
    """Words by which a clause speaks of an indicator: `anywhere`, or `opening` the clause."""

    anywhere: tuple[str, ...]
    opening: tuple[str, ...]


@lru_cache(maxsize=50_000)
def name_of(label: str, vocabulary: Vocabulary, rules: Rules) -> str:
    """Return what a label names: its characters in order, for words may stand in any.

    Where little is left without what is done, only that it came to be is left out: 新增|绿道, but
    上市公司.
    """
    name = compared(rules.qualifiers.without(label), vocabulary)
    thing = _thing(name, vocabulary)
    if len(thing) < SHORTEST:
        thing = _same_acts(vocabulary).sub("", name)
    return "".join(sorted(thing or name))


@lru_cache(maxsize=2000)
def names_of(indicator: Indicator, vocabulary: Vocabulary, rules: Rules) -> tuple[str, ...]:
    """Return all that an indicator is called, as `name_of` has it."""
    labels = (indicator.zh, *indicator.aliases)
    named = dict.fromkeys(name_of(label, vocabulary, rules) for label in labels)
    return tuple(name for name in named if len(name) > 1)


@lru_cache(maxsize=2000)
def pieces_of(indicator: Indicator, vocabulary: Vocabulary, rules: Rules) -> Pieces:
    """Return the words by which a clause speaks of an indicator without stating it.

    A whole name, most of a long one, or what it is an attribute of: 企业开办|时间.
    """
    anywhere: dict[str, None] = {}
    opening: dict[str, None] = {}
    for label in (indicator.zh, *indicator.aliases):
        name = _thing(LOOSE.sub("", rules.qualifiers.without(label)).upper(), vocabulary)
        anywhere |= dict.fromkeys(_most_of(name))
        owner = attribute(vocabulary, at_end=True).sub("", name)
        if not owner.endswith(vocabulary.words.get("people", ())):
            opening[owner] = None
    return Pieces(
        *(tuple(one for one in some if len(one) >= PIECE) for some in (anywhere, opening))
    )


def _most_of(name: str) -> Iterator[str]:
    size = math.ceil(len(name) * MOST_OF) if len(name) >= LONG else len(name)
    for at in range(len(name) - size + 1):
        yield name[at : at + size]


def _thing(name: str, vocabulary: Vocabulary) -> str:
    """Return a name without what is done: 新增|小微企业园, 老旧小区|改造."""
    return SHARE.sub("", _acts(vocabulary).sub("", name))


@lru_cache(maxsize=4)
def _acts(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return the pattern of what is done to a thing, in front of its name or behind it."""
    words = regex_of(vocabulary.words.get("action", ()))
    return re.compile(f"^(?:{words})+|(?:{words})+$")


@lru_cache(maxsize=4)
def _same_acts(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = regex_of(
        word for sense in vocabulary.words.get("same_act", ()) for word in sense.split("|")
    )
    return re.compile(f"^(?:{words})|(?:{words})$")


@lru_cache(maxsize=8)
def attribute(vocabulary: Vocabulary, at_end: bool = False) -> re.Pattern[str]:
    """Return the pattern of what is said of a thing: 时间, 增加值."""
    words = regex_of(vocabulary.words.get("attribute", ()))
    return re.compile(f"(?:{words}){'$' if at_end else ''}")
