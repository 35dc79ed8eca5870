"""Where the sentences of a text begin and end, and what of them is spoken: one rule for all."""

import re

SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*[”’）」』]*|[。！？!?]+")
SPOKEN = re.compile(r"[^\W_]+")


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences between two offsets."""
    return [match.span() for match in SENTENCE.finditer(text, start, end)]


def spoken(text: str) -> str:
    """Return a text without white space and punctuation: what stays when a comma is mended."""
    return "".join(SPOKEN.findall(text))
