"""How often each report uses the words of the lists, by the kind of section they stand in."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from baogao.content.made_lately import made_lately
from baogao.content.vocabulary.glossary import Use, without_quotes
from baogao.content.vocabulary.word_lists import GLOSSARY, Hit, WordLists
from baogao.corpus.report_sentences import characters_by_kind, kind_of
from baogao.record_decorator import record
from baogao.records import Reading

PER = 10_000  # characters
HUNDREDTHS = Decimal("0.01")


@record
class TermCount:
    """How often a word of a list stands in a report's sections of a kind, and where first.

    `term` is the form that was counted, `characters` are those of the report's sections of that
    kind, `paragraph` is the anchor of the first place.
    """

    report: str
    list: str
    term: str
    kind: str
    hits: int
    characters: int
    paragraph: str

    @property
    def per_10000(self) -> Decimal:
        """How many there are among ten thousand characters."""
        return (Decimal(PER * self.hits) / self.characters).quantize(HUNDREDTHS)


@made_lately(30)  # words are counted, and then what speaks of their matter
def hits_in(reading: Reading, lists: WordLists) -> tuple[Hit, ...]:
    """Return where the words of all lists stand in a report."""
    return tuple(lists.hits(reading.report.text, reading.report.body))


def term_counts(reading: Reading, uses: Iterable[Use], lists: WordLists) -> tuple[TermCount, ...]:
    """Return what is counted in a report, list after list; what it does not use is left out."""
    text = reading.report.text
    sections = [section.start for section in reading.sections]
    blocks = [block.start for block in reading.blocks]
    order = {id: place for place, id in enumerate(lists.by_id)}
    places = sorted(
        (order[list], term, start) for list, term, start in _places(text, reading, uses, lists)
    )
    hits: Counter[tuple[int, str, str]] = Counter()
    first: dict[tuple[int, str, str], str] = {}
    for list, term, start in places:
        key = list, term, kind_of(reading, max(0, bisect_right(sections, start) - 1))
        hits[key] += 1
        if key not in first:
            first[key] = reading.blocks[max(0, bisect_right(blocks, start) - 1)].anchor
    names, characters = tuple(lists.by_id), characters_by_kind(reading)
    return tuple(
        TermCount(
            reading.report.id,
            names[key[0]],
            *key[1:],
            number,
            characters[key[2]],
            first[key],
        )
        for key, number in hits.items()
    )


def _places(
    text: str, reading: Reading, uses: Iterable[Use], lists: WordLists
) -> Iterator[tuple[str, str, int]]:
    """Yield where words of lists stand: the list, the form, and the place."""
    for hit in hits_in(reading, lists):
        yield hit.list, hit.term, hit.start
    if GLOSSARY in lists.by_id:
        for use in uses:
            yield GLOSSARY, without_quotes(text[use.start : use.end]), use.start
