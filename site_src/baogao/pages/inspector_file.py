"""The file that the inspector reads: all that is told of a report's figures.

There is one file a report, fetched when the first figure is opened. Every text and every value is
an index into `words`, as most of them come back again and again. A value is a text, or a list of
items, each a text or [text, address, remark].
"""

import json
from collections.abc import Iterable

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus, by_key
from baogao.downloads.citation_texts import of_figure
from baogao.pages.figure_facts import FIELDS, FigureFacts, Value
from baogao.records import Reading


def file(corpus: Corpus, reading: Reading, strings: dict) -> tuple[str, bytes]:
    """Return the file of a report: its address and its content."""
    text = json.dumps(_data(corpus, reading, strings), ensure_ascii=False, separators=(",", ":"))
    return addresses.report(reading.report) + "inspector.json", text.encode()


def _data(corpus: Corpus, reading: Reading, strings: dict) -> dict:
    report, facts, index = reading.report, FigureFacts(corpus, reading, strings), _Index()
    area = corpus.area(report.area, report.year)
    figures = {
        anchor: [index.of_all(facts.of(mention)) for mention in mentions]
        for anchor, mentions in by_key((one.anchor, one) for one in reading.mentions).items()
    }
    return {
        "citations": of_figure(report, area, corpus.site),
        "fields": FIELDS,
        "words": index.words(),
        "figures": figures,
    }


class _Index:
    """Values in the order in which they first come, each once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}  # by the value as JSON

    def words(self) -> list:
        """Return the values."""
        return [json.loads(value) for value in self._places]

    def of_all(self, values: Iterable[Value]) -> list[int | None]:
        """Return the places of values."""
        return [self.of(value) for value in values]

    def of(self, value: Value) -> int | None:
        """Return the place of a value, None for nothing; texts in a list have their own."""
        if not value:
            return None
        if isinstance(value, list):
            value = [self.of(item) if isinstance(item, str) else item for item in value]
        return self._places.setdefault(json.dumps(value, ensure_ascii=False), len(self._places))
