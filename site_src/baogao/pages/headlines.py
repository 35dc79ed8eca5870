"""The tiles at the top of a report: headline indicators in the year under review, each with the way to its sentence."""

from collections.abc import Iterable

from baogao.charts.chart_words import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import DOUBTFUL
from baogao.pages.target_table import said
from baogao.records import Observation, Reading

MOST = 8
SHOWN = ("level", "growth")


def headlines(corpus: Corpus, reading: Reading) -> list[dict]:
    """Return at most eight headline indicators with what the report says they reached; those with level and growth go first."""
    report = reading.report
    year = str(max(report.reviews, default=report.year - 1))
    stated = _stated(
        o for o in corpus.stated_in(report.id) if (o.period, o.status) == (year, "actual")
    )
    found = [
        (indicator, [stated.get((indicator.id, measure)) for measure in SHOWN])
        for indicator in corpus.vocabulary.indicators.values()
        if indicator.headline
    ]
    fullest = sorted((tile for tile in found if any(tile[1])), key=lambda tile: not all(tile[1]))[
        :MOST
    ]
    return [
        {
            "name": indicator.zh,
            "year": year,
            "level": _value(level, ""),
            "growth": _value(growth, "+"),
        }
        for indicator, (level, growth) in fullest
    ]


def _stated(observations: Iterable[Observation]) -> dict[tuple[str, str], Observation]:
    """Return the first statement of each indicator and measure, one from a sound source if there is one."""
    first: dict[tuple[str, str], Observation] = {}
    for o in sorted(observations, key=lambda o: DOUBTFUL in o.quality):
        first.setdefault((o.indicator, o.measure), o)
    return first


def _value(item: Observation | None, sign: str) -> dict | None:
    if item is None:
        return None
    text = (
        sign + quantity(item) if sign and item.value > 0 else quantity(item) if sign else said(item)
    )
    return {"text": text, "address": addresses.sentence(item), "doubtful": DOUBTFUL in item.quality}
