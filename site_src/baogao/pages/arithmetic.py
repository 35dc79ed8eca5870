"""A report's numbers held against each other: growth and ratios had again from levels, and statements that disagree."""

from baogao.content.numerals import quantity
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.records import Observation, Reading


def checks(corpus: Corpus, reading: Reading) -> list[dict]:
    """Return the stated values of a report that other stated values give again, with the arithmetic."""
    return [
        {
            "name": corpus.vocabulary.indicators[c.stated.indicator].zh,
            "fits": c.fits,
            "remark": c.remark,
            "doubtful": c.doubtful,
            "arithmetic": c.arithmetic,
            "stated": _said(c.stated),
            "parts": [_said(part) for part in c.parts],
        }
        for c in corpus.checks_in(reading.report.id)
    ]


def disagreements(corpus: Corpus, reading: Reading, strings: dict) -> list[dict]:
    """Return what a report says in two ways, or otherwise than another of its area, all statements kept."""
    return [
        {
            "name": corpus.vocabulary.indicators[d.indicator].zh,
            "measure": strings["measures"][d.measure],
            "period": d.period,
            "stated": [_said(o) for o in d.stated],
        }
        for d in corpus.disagreements_in(reading.report.id)
    ]


def _said(item: Observation) -> dict:
    return {
        "text": item.text,
        "address": addresses.sentence(item),
        "report": f"{item.year}",
        "value": quantity(item.value, item.value_high, item.unit),
    }
