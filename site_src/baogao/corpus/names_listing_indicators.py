"""Names of indicators as reports list them: `规上工业增加值、城乡居民收入` are three indicators."""

import re
from functools import lru_cache

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.indicator_names import named
from baogao.content.vocabulary.outcome_and_check_rules import Rules
from baogao.content.vocabulary.vocabulary import Vocabulary

MARKS = re.compile(r"[“”‘’\"《》 ]")
SHORTER = {"规模以上": "规上", "常住居民": "居民"}  # longer forms of a word, and what is compared
# What may stand behind a name in a list and is no part of it: “…等经济指标”, “…增速”.
BEHIND = re.compile(r"(?:等.{0,8}|增速|增幅|增长)$")
BETWEEN = re.compile(r"[、和]|以及")


@lru_cache(maxsize=4)
def _before(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return the pattern of what may stand before a name and is no part of it: 力争, 全市."""
    roles = ("before_indicator", "scope")
    words = [re.escape(word) for role in roles for word in vocabulary.words.get(role, ())]
    return re.compile(rf"^(?:{'|'.join(words)})+")


@lru_cache(maxsize=4)
def _opening_act(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return the pattern of what is done to all of a list: 新改扩建|幼儿园、中小学校."""
    return re.compile(regex_of(vocabulary.words.get("action", ())))


def _compared(name: str) -> str:
    """Return a name as it is compared: without marks, longer forms made short."""
    name = MARKS.sub("", name)
    for long, short in SHORTER.items():
        name = name.replace(long, short)
    return name


def ids_of_name(name: str, vocabulary: Vocabulary, rules: Rules) -> tuple[str, ...]:
    """Return the ids of the indicators that one name stands for, none for an unknown name."""
    name = _compared(name)
    bare = _before(vocabulary).sub("", name)
    for known_as in (name, bare, BEHIND.sub("", bare)):
        for pattern, ids in rules.together:
            if pattern.fullmatch(known_as):
                return tuple(id for id in ids if id in vocabulary.indicators)
        if known := named(known_as, vocabulary):
            return (known.indicator.id,)
    return ()


@lru_cache(maxsize=100_000)
def ids_of_list(names: str, vocabulary: Vocabulary, rules: Rules) -> tuple[tuple[str, ...], ...]:
    """Return, for each name of a list, the ids it stands for."""
    if whole := ids_of_name(names, vocabulary, rules):
        return (whole,)
    act = _opening_act(vocabulary).match(names)
    return tuple(
        ids_of_name(name, vocabulary, rules)
        or (ids_of_name(act[0] + name, vocabulary, rules) if act else ())
        for name in BETWEEN.split(names)
        if name
    )
