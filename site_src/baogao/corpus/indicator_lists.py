"""Names of indicators as reports list them: `规上工业增加值、城乡居民收入` are three indicators."""

import re
from functools import lru_cache

from baogao.content.outcome_rules import Rules
from baogao.content.vocabulary import Vocabulary

MARKS = re.compile(r"[“”‘’\"《》 ]")
# What stands before a name and after it in a list, and is no part of it.
BEFORE = re.compile(
    r"^(?:建议|奋力|力争|确保|努力|实现|推动|促进|保持|使|完成|其中|全市|全省|全县|全区)+"
)
AFTER = re.compile(r"(?:等.{0,8}|增速|增幅|增长)$")
BETWEEN = re.compile(r"[、和]|以及")


@lru_cache(maxsize=4)
def _known(vocabulary: Vocabulary) -> dict[str, str]:
    return {
        plain(name): indicator.id
        for indicator in vocabulary.indicators.values()
        for name in (*indicator.aliases, indicator.zh)
    }


def plain(name: str) -> str:
    """Return a name as it is compared: without marks, the longer forms of two words made short."""
    return MARKS.sub("", name).replace("规模以上", "规上").replace("常住居民", "居民")


def named(name: str, vocabulary: Vocabulary, rules: Rules) -> tuple[str, ...]:
    """Return the ids of the indicators that one name stands for, none for an unknown name."""
    name = plain(name)
    for short in (name, BEFORE.sub("", name), AFTER.sub("", BEFORE.sub("", name))):
        for pattern, ids in rules.together:
            if pattern.fullmatch(short):
                return tuple(id for id in ids if id in vocabulary.indicators)
        if short in _known(vocabulary):
            return (_known(vocabulary)[short],)
    return ()


@lru_cache(maxsize=100_000)
def listed(names: str, vocabulary: Vocabulary, rules: Rules) -> tuple[tuple[str, ...], ...]:
    """Return, for each name of a list, the ids it stands for."""
    whole = named(names, vocabulary, rules)
    return (
        (whole,)
        if whole
        else tuple(named(name, vocabulary, rules) for name in BETWEEN.split(names) if name)
    )
