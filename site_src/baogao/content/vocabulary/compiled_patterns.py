"""Patterns: those that the vocabulary brings, and one regular expression for many words."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from baogao.content.limits import LONGEST_LINE, LONGEST_PATTERN, MOST_STEPS
from baogao.content.vocabulary.pattern_cost import is_anchored, steps
from baogao.content.vocabulary.pattern_tree import parse

TOO_MANY_STEPS = (
    "some text would take for ever: give repetitions an end, {0,20}, "
    "let none stand inside another, and no two take the same characters"
)


def compiled(
    written: object, longest: int = LONGEST_LINE, is_whole: bool = False
) -> re.Pattern[str]:
    """Return a pattern from the vocabulary.

    `longest` are the characters of the texts that it meets; `is_whole` says that it must match all
    of a text, and so is tried at one place only. Raises `re.error` where it is no pattern, or where
    a text could keep it busy for ever.
    """
    if not isinstance(written, str):
        raise re.error(f"{written!r:.40} is no text")
    if len(written) > LONGEST_PATTERN:
        raise re.error(f"longer than {LONGEST_PATTERN} characters")
    return _counted(written, longest, is_whole)


@lru_cache(maxsize=1024)  # the preview reads all patterns at every edit
def _counted(written: str, longest: int, is_whole: bool) -> re.Pattern[str]:
    """Return a pattern whose steps are bounded."""
    try:
        pattern = re.compile(written)
        parts = parse(written)
        most = MOST_STEPS * longest if is_whole or is_anchored(parts) else MOST_STEPS
        if steps(parts, longest) > most:
            raise re.error(TOO_MANY_STEPS)
    except RecursionError:
        raise re.error("groups too deep inside each other") from None
    except OverflowError as error:
        raise re.error(str(error)) from None
    return pattern


def regex_of(words: Iterable[str], *, reverse: bool = False) -> str:
    """Return a pattern that matches the longest of the words.

    With `reverse` each is spelt backwards, to match from the right.
    """
    spelt = {word[::-1] if reverse else word for word in words}
    return _tree(sorted(spelt)) if spelt else "(?!)"


def _tree(words: list[str]) -> str:
    """Return a pattern that reads what sorted words have in common only once: 新(?:增|建成?)."""
    branches = [
        re.escape(first) + _tree([word[1:] for word in some])
        for first, some in groupby(filter(None, words), key=lambda word: word[0])
    ]
    tree = f"(?:{'|'.join(branches)})" if branches else ""
    return tree + "?" if branches and not words[0] else tree
