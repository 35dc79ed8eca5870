"""The rows of the tables that the data dictionary describes: one dictionary a row, values exact."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from baogao.content.data_dictionary import NotAsDescribed, Table, tables
from baogao.content.outcome_rules import ABSENT
from baogao.content.vocabulary_entries import Unit
from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import DOUBTFUL, doubtful
from baogao.corpus.targets import Target
from baogao.downloads.cells import FORMULA
from baogao.records import Area, Indicator, Mention, Observation, Reading, Report

Row = dict[str, object]
EDITED = "edited"


def rows(name: str, corpus: Corpus) -> Iterator[tuple]:
    """Yield the rows of a table over all reports, as the dictionary orders them; raise `NotAsDescribed`."""
    return ordered(tables()[name], ROWS[name](corpus))


def ordered(table: Table, rows: Iterable[Row]) -> Iterator[tuple]:
    """Yield rows with their values in the order of the table's columns; raise `NotAsDescribed` for others."""
    header, described = table.header, set(table.header)
    for number, row in enumerate(rows, 1):
        if row.keys() != described:
            odd = ", ".join(sorted(row.keys() ^ described))
            raise NotAsDescribed(
                f"{table.name}:{number}: columns that are not the dictionary's: {odd} (describe them in dictionary.yml)"
            )
        yield tuple(
            [
                cell if type(cell) is not str or cell[:1] not in FORMULA else harmless(cell)
                for cell in map(row.__getitem__, header)
            ]
        )


def report_rows(name: str, reading: Reading) -> Iterator[tuple]:
    """Yield the rows of one report: of its figures or its paragraphs."""
    return ordered(tables()[name], OF_REPORT[name](reading))


def figures(reading: Reading) -> Iterator[Row]:
    """Yield a report's figures."""
    for mention in reading.mentions:
        f = mention.figure
        yield {
            "figure": mention.anchor,
            "record": mention.nth,
            "report": reading.report.id,
            "start": f.start,
            "end": f.end,
            "text": f.text,
            "value": f.value,
            "value_high": f.value_high,
            "unit": f.unit,
            "bound": f.bound,
            "kind": f.kind,
            "status": f.status,
            "period": f.period,
            "label": f.label,
            "indicator": f.indicator or "",
            "area": f.area,
            "section": _section(reading, mention.section),
            "quote": quoted(reading.quote(mention)),
            "quality": _listed(_marks(reading, mention)),
        }


def paragraphs(reading: Reading) -> Iterator[Row]:
    """Yield a report's headings and paragraphs."""
    for position, block in enumerate(reading.blocks):
        yield {
            "paragraph": block.anchor,
            "report": reading.report.id,
            "position": position,
            "level": block.level,
            "section": _section(reading, block.section),
            "text": reading.report.text[block.start : block.end],
        }


def observation(o: Observation) -> Row:
    """Return an observation as a row."""
    return {
        "figure": o.anchor,
        "report": o.report,
        "area": o.area,
        "indicator": o.indicator,
        "measure": o.measure,
        "period": o.period,
        "value": o.value,
        "value_high": o.value_high,
        "unit": o.unit,
        "bound": o.bound,
        "status": o.status,
        "quote": quoted(o.quote),
        "quality": _listed(o.quality),
        "record": o.nth,
    }


def target(target: Target) -> Row:
    """Return a target with its outcome as a row."""
    promise, outcome, said = target.promise, target.outcome, target.outcomes[:1]
    low, high = target.limits
    return {
        "area": promise.area,
        "year": promise.year,
        "indicator": promise.indicator,
        "measure": promise.measure,
        "unit": promise.unit,
        "target_low": low,
        "target_high": high,
        "bound": promise.bound,
        "basis": promise.basis,
        "outcome": outcome and outcome.value,
        "outcome_bound": outcome.bound if outcome else "",
        "state": target.state,
        "target_report": promise.report,
        "outcome_report": "" if target.state == ABSENT else target.next_report,
        "target_figure": promise.anchor,
        "outcome_figure": said[0].anchor if said else "",
    }


def report(corpus: Corpus, reading: Reading) -> Row:
    """Return a report, its source, and how much was read in it, as a row."""
    r, source = reading.report, corpus.source(reading.report.source.file)
    changed = sum(note.now is not None for note in reading.notes)
    return {
        "report": r.id,
        "area": r.area,
        "year": r.year,
        "title": r.title,
        "date": r.date,
        "meeting": r.meeting,
        "office": r.office,
        "speaker": r.speaker,
        "reviews": _listed(r.reviews),
        "plans": _listed(r.plans),
        "excerpt": r.excerpt,
        "characters": _characters(r),
        "figures": len(reading.mentions),
        "known": sum(bool(m.figure.indicator) for m in reading.mentions),
        "corrections": changed,
        "doubts": len(reading.notes) - changed,
        "source_file": source.file,
        "source_sha256": source.sha256,
        "source_received": source.received,
        "source_origin": source.origin,
        "area_inferred": r.area_inferred,
    }


def area(corpus: Corpus, area: Area) -> Row:
    """Return an area as a row."""
    return {
        "area": area.code,
        "name": area.name,
        "short": area.short,
        "english": corpus.wordlists.area_names.get(area.code, ""),
        "level": area.level,
        "parent": area.parent,
    }


def indicator(corpus: Corpus, item: Indicator) -> Row:
    """Return an indicator as a row."""
    return {
        "indicator": item.id,
        "zh": item.zh,
        "en": item.en,
        "definition": item.definition,
        "unit": item.unit,
        "units": _listed(unit for unit in item.units if unit != item.unit),
        "topic": corpus.wordlists.topics.get(item.topic, item.topic),
        "direction": item.direction,
        "headline": item.headline,
        "aliases": _listed(item.aliases),
    }


def units(corpus: Corpus) -> Iterator[Row]:
    """Yield the units of the vocabulary, and those that figures and indicators put together: `吨/年`."""
    known = corpus.vocabulary.units
    used = {m.figure.unit for reading in corpus.readings for m in reading.mentions}
    used |= {
        name for item in corpus.vocabulary.indicators.values() for name in (item.unit, *item.units)
    }
    yield from (
        {"unit": u.name, "dimension": u.dimension, "base": u.base, "factor": u.factor}
        for u in known.values()
    )
    for name in sorted(used - known.keys() - {""}):
        above, _, below = name.partition("/")
        one = known.get(above) or Unit(above, above, above, Decimal(1))
        yield {
            "unit": name,
            "dimension": f"{one.dimension}/{below}",
            "base": f"{one.base}/{below}",
            "factor": one.factor,
        }


def glossary(corpus: Corpus) -> Iterator[Row]:
    """Yield the terms that the reports use."""
    used: dict[str, list[Report]] = {}
    for reading in corpus.readings:
        for use in corpus.uses_in(reading.report.id):
            used.setdefault(use.term.id, []).append(reading.report)
    for term in corpus.glossary.terms:
        if term.id in used:
            yield {
                "term_id": term.id,
                "term": quoted(term.term),
                "aliases": _listed(map(quoted, term.aliases)),
                "pinyin": quoted(term.pinyin),
                "english": term.en,
                "explanation": term.zh,
                "first_year": min(report.year for report in used[term.id]),
                "reports": len({report.id for report in used[term.id]}),
                "uses": len(used[term.id]),
            }


OF_REPORT: dict[str, Callable[[Reading], Iterator[Row]]] = {
    "figures": figures,
    "paragraphs": paragraphs,
}
ROWS: dict[str, Callable[[Corpus], Iterable[Row]]] = {
    "figures": lambda corpus: (row for reading in corpus.readings for row in figures(reading)),
    "observations": lambda corpus: map(observation, corpus.observations),
    "targets": lambda corpus: map(target, corpus.targets),
    "reports": lambda corpus: (report(corpus, reading) for reading in corpus.readings),
    "areas": lambda corpus: (area(corpus, item) for item in corpus.vocabulary.areas.values()),
    "indicators": lambda corpus: (
        indicator(corpus, item) for item in corpus.vocabulary.indicators.values()
    ),
    "units": units,
    "glossary": glossary,
    "paragraphs": lambda corpus: (
        row for reading in corpus.readings for row in paragraphs(reading)
    ),
}


def quoted(text: str) -> str:
    """Return a text from its first letter, digit or Han character on: no cell begins like a formula."""
    return text[
        next((place for place, character in enumerate(text) if character.isalnum()), len(text)) :
    ]


def harmless(text: str) -> str:
    """Return of a text that begins as a formula does what follows the sign."""
    return text.lstrip("=+-@ \t\r\n")


def _section(reading: Reading, number: int) -> str:
    return quoted(reading.sections[number].title) if reading.sections else ""


def _marks(reading: Reading, mention: Mention) -> Iterator[str]:
    if doubtful(reading, mention.figure.start, mention.figure.end):
        yield DOUBTFUL
    if mention.edited:
        yield EDITED


def _listed(parts: Iterable[object]) -> str:
    return "; ".join(map(str, parts))


def _characters(report: Report) -> int:
    return len("".join(report.text[report.body :].split()))
