"""What the tables of figure cases share: reading a sentence, and looking at one field."""

from functools import lru_cache
from pathlib import Path

from baogao.content import vocabulary
from baogao.reading.extract_command import extract

FOLDER = Path(__file__).resolve().parent.parent / "content" / "vocabulary"


@lru_cache(maxsize=1)
def words() -> vocabulary.Vocabulary:
    """Give the vocabulary, read once."""
    return vocabulary.load(FOLDER)


def read(text: str, *fields: str, year: int | None = None, area: str | None = None) -> list:
    """Give a field (or a tuple of fields) of every figure of a text."""
    found = list(extract(text, words(), area=area, year=year))
    return [
        figure[fields[0]] if len(fields) == 1 else tuple(figure[field] for field in fields)
        for figure in found
    ]
