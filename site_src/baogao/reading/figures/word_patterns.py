"""Patterns that are made of the words of the vocabulary.

A pattern is written over several lines (`re.VERBOSE`), and `{role}` in it stands for the words of
that role, the longest first; `{rise|fall}` for those of both roles.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.vocabulary import Vocabulary

Words = Mapping[str, tuple[str, ...]]
HOLE = re.compile(r"\{([a-z_]{2,}(?:\|[a-z_]+)*)\}")
TOKEN = re.compile(
    r"""
    \\.                        # an escaped character: \d
    | \[ (?: \\. | [^\]\\] )+ \]  # a set of characters: [比较]
    | \(\?<?[=!] | \(\?: | [()|]  # what opens, closes and divides a group
    | \{[a-z_|]{2,}\}          # roles: {rise|fall}
    | [?*+] | \{[\d,]+\}       # how often
    | \# [^\n]*                # a comment
    | .
    """,
    re.VERBOSE | re.S,
)
OPENING = {"(?=": "(?<=", "(?!": "(?<!", "(?<=": "(?=", "(?<!": "(?!", "(?:": "(?:", "(": "("}


def worded(written: str) -> Callable[[Vocabulary], re.Pattern[str]]:
    """Return what compiles a pattern with the words of a vocabulary, once for each vocabulary."""

    @lru_cache(maxsize=4)
    def compiled(vocabulary: Vocabulary) -> re.Pattern[str]:
        words = vocabulary.words
        return re.compile(
            HOLE.sub(lambda hole: regex_of(_of_roles(hole[1], words)), written), re.VERBOSE
        )

    return compiled


def _of_roles(roles: str, words: Words) -> Iterator[str]:
    return chain.from_iterable(words.get(role, ()) for role in roles.split("|"))


def from_the_end(written: str, words: Words, **parts: str) -> re.Pattern[str]:
    """Compile a pattern to match a text that is spelt backwards.

    It is written forwards; `parts` are patterns that it is made of, by the names they have in it.
    Looking for the last words in front of a number in this way takes a time that does not grow
    with the text: `比上年增长` from its end is 增长, then 比上年.
    """
    for name, part in parts.items():
        written = written.replace(f"{{{name}}}", part)
    return re.compile(
        HOLE.sub(lambda hole: regex_of(_of_roles(hole[1], words), reverse=True), backwards(written))
    )


def backwards(written: str) -> str:
    """Return a pattern for texts spelt backwards, roles left open: 年(?:末|底)? is (?:末|底)?年."""
    return _backwards(match[0] for match in TOKEN.finditer(written))


def _backwards(tokens: Iterator[str]) -> str:
    """Turn the branches of a group around, up to the bracket that closes it."""
    branches: list[list[str]] = [[]]
    for token in tokens:
        if token == ")":
            break
        if token == "|":
            branches.append([])
        elif token in OPENING:
            branches[-1].append(f"{OPENING[token]}{_backwards(tokens)})")
        elif token[0] in "?*+" or (token[0] == "{" and not HOLE.match(token)):
            branches[-1][-1] += token
        elif not token.isspace() and not token.startswith("#"):
            branches[-1].append(token)
    return "|".join("".join(reversed(branch)) for branch in branches)
