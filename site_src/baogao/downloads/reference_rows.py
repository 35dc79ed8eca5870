"""What other tables' keys lead to, as rows: areas, indicators, units, and terms of the glossary."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from baogao.content.vocabulary.area_ids import NO_IDS
from baogao.content.vocabulary.english_names import EnglishNames
from baogao.content.vocabulary.glossary import Term
from baogao.content.vocabulary.vocabulary_entries import Unit
from baogao.corpus.by_key import by_key
from baogao.corpus.corpus import Corpus
from baogao.downloads.cells import Cells, list_cell, quoted
from baogao.downloads.statement_rows import Row
from baogao.records import Area, Indicator

TermUsed = tuple[str, int, int]  # its id, the year of a report, how often it stands there
FORMERLY = "{name}（至{until}年）"


def area_row(corpus: Corpus, area: Area) -> Row:
    """Return an area as a row."""
    ids = corpus.wordlists.area_ids.get(area.code, NO_IDS)
    english = EnglishNames(corpus.wordlists.area_names).of(area)
    return {
        "area": area.code,
        "name": area.name,
        "short": area.short,
        "english": english.whole,
        "level": area.level,
        "parent": area.parent,
        "from": area.since,
        "until": area.until,
        "successor": area.successor,
        "formerly": list_cell(
            FORMERLY.format(name=earlier.name, until=earlier.until)
            for earlier in corpus.vocabulary.areas_with(area.code)[:-1]
        ),
        "predecessors": list_cell(before.code for before in corpus.vocabulary.before(area.code)),
        "absorbed_by": list_cell(area.absorbed_by),
        "wikidata": ids.wikidata,
        "iso_3166_2": ids.iso_3166_2,
        "english_source": english.source,
    }


def indicator_row(corpus: Corpus, item: Indicator) -> Row:
    """Return an indicator as a row."""
    return {
        "indicator": item.id,
        "zh": item.zh,
        "en": item.en,
        "definition": item.definition,
        "unit": item.unit,
        "units": list_cell(unit for unit in item.units if unit != item.unit),
        "topic": corpus.wordlists.topics.get(item.topic, item.topic),
        "direction": item.direction,
        "headline": item.headline,
        "aliases": list_cell(item.aliases),
    }


def word_list_rows(corpus: Corpus) -> Iterator[Row]:
    """Yield the lists of words that are counted."""
    for one in corpus.wordlists.word_lists.lists:
        yield {
            "list": one.id,
            "zh": one.zh,
            "en": one.en,
            "version": one.version,
            "proposed_by": quoted(one.proposed_by),
            "counts": quoted(one.counts),
            "terms": list_cell(word.term for word in one.terms),
            "unlike": list_cell(text for word in one.terms for text in word.unlike),
        }


def units_used(corpus: Corpus, area: str) -> Iterator[Cells]:
    """Yield the units that figures of an area's reports have."""
    readings = (corpus.reading(report.id) for report in corpus.listed_of(area))
    units = {mention.figure.unit for reading in readings for mention in reading.mentions}
    return ((unit,) for unit in sorted(units))


def unit_rows(corpus: Corpus, used: Iterable[Cells]) -> Iterator[Row]:
    """Yield the units of the vocabulary, then those that are put together from them: `吨/年`.

    `used` are those that the figures of each area have.
    """
    known = corpus.vocabulary.units
    for unit in known.values():
        yield _unit_row(unit)
    indicators = corpus.vocabulary.indicators.values()
    accepted = {name for item in indicators for name in (item.unit, *item.units)}
    stated = {str(unit) for (unit,) in used}
    for name in sorted((accepted | stated) - known.keys() - {""}):
        above, _, below = name.partition("/")
        one = known.get(above) or Unit(above, above, above, Decimal(1))
        yield _unit_row(Unit(name, f"{one.dimension}/{below}", f"{one.base}/{below}", one.factor))


def _unit_row(unit: Unit) -> Row:
    return {
        "unit": unit.name,
        "dimension": unit.dimension,
        "base": unit.base,
        "factor": unit.factor,
    }


def terms_used(corpus: Corpus, area: str) -> Iterator[TermUsed]:
    """Yield the terms that an area's reports use: the term's id, the report's year, how often."""
    for report in corpus.listed_of(area):
        for place in corpus.terms_in(report.id):
            yield place.term, report.year, place.times


def glossary_rows(corpus: Corpus, used: Iterable[TermUsed]) -> Iterator[Row]:
    """Yield the terms that the reports use; `used` is what `terms_used` yields of all areas."""
    uses = by_key((term, (year, times)) for term, year, times in used)
    for term in corpus.glossary.terms:
        if term.id in uses:
            yield _term_row(term, uses[term.id])


def _term_row(term: Term, used: Sequence[tuple[int, int]]) -> Row:
    """Return a term as a row; `used` are year and times of each report that uses it."""
    return {
        "term_id": term.id,
        "term": quoted(term.term),
        "aliases": list_cell(map(quoted, term.aliases)),
        "pinyin": quoted(term.pinyin),
        "english": term.en,
        "explanation": term.zh,
        "first_year": min(year for year, _ in used),
        "reports": len(used),
        "uses": sum(times for _, times in used),
    }
