"""The tiles at the top of a report: headline indicators in the year under review.

Each leads to its sentence.
"""

from collections.abc import Iterable

from baogao.charts.quantity_words import as_printed
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.report_summaries import Listed
from baogao.pages.tables.statement_cells import is_doubtful
from baogao.records import Observation, Report

MOST = 8
SHOWN = ("level", "growth")


def headlines(corpus: Corpus, report: Report | Listed, strings: dict) -> list[dict]:
    """Return at most eight headline indicators with what the report says they reached.

    Those with both level and growth go first.
    """
    year = str(max(report.reviews, default=report.year - 1))
    stated = _first_statements(
        o for o in corpus.stated_in(report.id) if (o.period, o.status) == (year, "actual")
    )
    tiles = [
        (indicator, [stated.get((indicator.id, measure)) for measure in SHOWN])
        for indicator in corpus.vocabulary.indicators.values()
        if indicator.headline
    ]
    tiles = sorted((tile for tile in tiles if any(tile[1])), key=lambda tile: not all(tile[1]))
    return [
        {
            "name": indicator.name,
            "topic": indicator.topic,
            "year": year,
            "level": level and _tile_value(level, as_printed(level, strings)),
            "growth": growth and _tile_value(growth, _signed(growth, strings)),
        }
        for indicator, (level, growth) in tiles[:MOST]
    ]


def _first_statements(
    observations: Iterable[Observation],
) -> dict[tuple[str, str], Observation]:
    """Return the first statement of each indicator and measure, if possible one not doubted."""
    first: dict[tuple[str, str], Observation] = {}
    for o in sorted(observations, key=is_doubtful):
        first.setdefault((o.indicator, o.measure), o)
    return first


def _signed(item: Observation, strings: dict) -> str:
    return ("+" if item.value > 0 else "") + as_printed(item, strings)


def _tile_value(item: Observation, text: str) -> dict:
    return {"text": text, "address": addresses.sentence(item), "doubtful": is_doubtful(item)}
