"""Patterns: one regular expression for many words."""
import re
from collections.abc import Iterable
from itertools import groupby
from re import _constants, _parser  # what re itself compiles from; since Python 3.11

from baogao.content.limits import LONGEST_PATTERN, MOST_ENDLESS

# Inside [...]: control characters (line end and tab are none here), what changes the direction of writing, what has no
# width, ends of lines that only some programs see, and code points that stand for nothing.
INVISIBLE = (r"\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
             r"\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f")

REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
MANY = 100  # repetitions up to here cost little


def compiled(written: object) -> re.Pattern:
    """Return a pattern from the vocabulary; raise `re.error` where it is none, or where a text could keep it busy for ever."""
    if not isinstance(written, str):
        raise re.error(f"{written!r:.40} is no text")
    if len(written) > LONGEST_PATTERN:
        raise re.error(f"longer than {LONGEST_PATTERN} characters")
    try:
        endless = _endless(_parser.parse(written))
        if endless > MOST_ENDLESS:
            raise re.error("too many * and +, or one inside another: some text would take for ever")
        return re.compile(written)
    except (OverflowError, RecursionError) as error:
        raise re.error(str(error)) from None


def _endless(parsed) -> int:
    """Count the endless repetitions that work on the same characters; one inside another counts as all too many."""
    count = 0
    for operator, argument in parsed:
        if operator is _constants.BRANCH:
            count += max(map(_endless, argument[1]))
        elif operator in REPEATS and argument[1] > MANY:
            count += 1 + MOST_ENDLESS * _endless(argument[2])
        elif operator in REPEATS:
            count += _endless(argument[2]) * max(1, argument[1] if argument[1] > 1 else 1)
        elif isinstance(argument, tuple) and isinstance(argument[-1], _parser.SubPattern):
            count += _endless(argument[-1])
    return count


def regex_of(words: Iterable[str], *, reverse: bool = False) -> str:
    """Return a pattern that matches the longest of the words (each spelt backwards, to match from the right)."""
    spelt = {word[::-1] if reverse else word for word in words}
    return _tree(sorted(spelt)) if spelt else "(?!)"


def _tree(words: list[str]) -> str:
    """Return a pattern that reads what sorted words have in common only once: 新(?:增|建成?)."""
    branches = [re.escape(first) + _tree([word[1:] for word in some])
                for first, some in groupby(filter(None, words), key=lambda word: word[0])]
    tree = f"(?:{'|'.join(branches)})" if branches else ""
    return tree + "?" if branches and not words[0] else tree
