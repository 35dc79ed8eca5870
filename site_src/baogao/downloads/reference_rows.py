"""What other tables' keys lead to, as rows: areas, indicators, units, and terms of the glossary."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from baogao.content.area_ids import NO_IDS
from baogao.content.glossary import Term
from baogao.content.vocabulary_entries import Unit
from baogao.corpus.by_key import by_key
from baogao.corpus.corpus import Corpus
from baogao.corpus.report_summaries import Listed, TermPlace
from baogao.downloads.cells import list_cell, quoted
from baogao.downloads.statement_rows import Row
from baogao.records import Area, Indicator

FORMERLY = "{name}（至{until}年）"


def area_row(corpus: Corpus, area: Area) -> Row:
    """Return an area as a row."""
    ids = corpus.wordlists.area_ids.get(area.code, NO_IDS)
    return {
        "area": area.code,
        "name": area.name,
        "short": area.short,
        "english": corpus.wordlists.area_names.get(area.code, ""),
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


def unit_rows(corpus: Corpus) -> Iterator[Row]:
    """Yield the units of the vocabulary, then those that are put together from them: `吨/年`."""
    known = corpus.vocabulary.units
    for unit in known.values():
        yield _unit_row(unit)
    for name in sorted(_units_used(corpus) - known.keys() - {""}):
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


def _units_used(corpus: Corpus) -> set[str]:
    """Return the units that figures and indicators have."""
    indicators = corpus.vocabulary.indicators.values()
    of_figures = {m.figure.unit for reading in corpus.readings for m in reading.mentions}
    return of_figures | {name for item in indicators for name in (item.unit, *item.units)}


def glossary_rows(corpus: Corpus) -> Iterator[Row]:
    """Yield the terms that the reports use."""
    places = corpus.term_places
    used = by_key((place.term, (one, place)) for one in corpus.listed for place in places[one.id])
    for term in corpus.glossary.terms:
        if term.id in used:
            yield _term_row(term, used[term.id])


def _term_row(term: Term, used: Sequence[tuple[Listed, TermPlace]]) -> Row:
    """Return a term as a row, with the reports that use it."""
    return {
        "term_id": term.id,
        "term": quoted(term.term),
        "aliases": list_cell(map(quoted, term.aliases)),
        "pinyin": quoted(term.pinyin),
        "english": term.en,
        "explanation": term.zh,
        "first_year": min(report.year for report, _ in used),
        "reports": len(used),
        "uses": sum(place.times for _, place in used),
    }
