"""Patterns: one regular expression for many words."""
import re
from collections.abc import Iterable
from itertools import groupby


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
