"""What the tables of figure cases share: reading a sentence, and looking at one field."""

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.extract_command import extract
from own_content import own_content


def words() -> Vocabulary:
    """Give the vocabulary, read once."""
    return own_content().vocabulary


def read(text: str, *fields: str, year: int | None = None, area: str | None = None) -> list:
    """Give a field (or a tuple of fields) of every figure of a text."""
    found = list(extract(text, words(), area=area, year=year))
    return [
        figure[fields[0]] if len(fields) == 1 else tuple(figure[field] for field in fields)
        for figure in found
    ]
