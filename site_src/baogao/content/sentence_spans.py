"""Where the sentences of a text begin and end: one rule for figures, tables and searches."""

import re

SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*[”’）」』]*|[。！？!?]+")


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences between two offsets."""
    return [match.span() for match in SENTENCE.finditer(text, start, end)]
