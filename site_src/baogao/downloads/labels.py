"""What codes are called in each language: the rows of `labels.csv`."""

from collections.abc import Iterator, Mapping
from typing import Any

from baogao.content.languages import is_chinese, phrase
from baogao.corpus.corpus import Corpus
from baogao.downloads.statement_rows import Row

# The columns whose codes have words of the interface, and where these stand.
LISTS = {
    "measure": "measures",
    "status": "statuses",
    "kind": "kinds",
    "bound": "bounds",
    "tone": "tones",
    "state_code": "states",
    "section": "sections",
    "level": "levels",
}


def label_rows(corpus: Corpus, words: Mapping[str, Mapping[str, Any]]) -> Iterator[Row]:
    """Yield a row for every code in every language; `words` are the interface's, by language."""
    for language, strings in words.items():
        for name, code, label in _labels(corpus, strings):
            yield {"list": name, "code": code, "language": language, "label": label}


def _labels(corpus: Corpus, strings: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, place in LISTS.items():
        yield from ((name, code, label) for code, label in strings[place].items())
    own = is_chinese(strings)
    lists = corpus.wordlists
    topics = lists.topics if own else lists.topics_in_english
    yield from (("topic", id, label) for id, label in topics.items())
    for one in corpus.vocabulary.indicators.values():
        yield "indicator", one.id, one.zh if own else one.en
    for unit in corpus.vocabulary.units:
        yield "unit", unit, phrase(unit, strings)
