"""A report's numbers held against each other: what others give again, and what disagrees."""

from baogao.charts.quantity_words import as_printed
from baogao.content.languages import phrase
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.tables.statement_cells import is_doubtful
from baogao.records import Observation, Reading


def checks(corpus: Corpus, reading: Reading, strings: dict) -> list[dict]:
    """Return the stated values that other stated values give again, with the arithmetic."""
    return [
        {
            "name": corpus.vocabulary.indicators[check.stated.indicator].name,
            "fits": check.fits,
            "remark": phrase(check.remark, strings),
            "doubtful": check.doubtful,
            "arithmetic": check.arithmetic,
            "stated": _statement(check.stated, strings),
            "parts": [_statement(part, strings) for part in check.parts],
        }
        for check in corpus.checks_in(reading.report.id)
    ]


def disagreements(corpus: Corpus, reading: Reading, strings: dict) -> list[dict]:
    """Return what a report says in two ways, or otherwise than another of its area."""
    return [
        {
            "name": corpus.vocabulary.indicators[found.indicator].name,
            "measure": strings["measures"][found.measure],
            "period": found.period,
            "stated": [_statement(o, strings) for o in found.stated],
        }
        for found in corpus.disagreements_in(reading.report.id)
    ]


def _statement(item: Observation, strings: dict) -> dict:
    return {
        "text": as_printed(item, strings),
        "address": addresses.sentence(item),
        "report": f"{item.year}",
        "doubtful": is_doubtful(item),
    }
