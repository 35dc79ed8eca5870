"""What a reading says beyond its sentence is told to who reviews it: of few that are right."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

from baogao.engine.read_one_report import read_or_raise
from baogao.preview.review.beyond_sentence import LOOKED_AT
from own_content import own_content

CONTENT = own_content()


@pytest.fixture(scope="module")
def seen():
    """Give the reports as they are seen by a review."""
    return [
        SimpleNamespace(report=report, reading=reading, vocabulary=CONTENT.vocabulary)
        for report in CONTENT.reports
        for reading in [
            read_or_raise(report, CONTENT.source_texts[report.source.file], CONTENT.vocabulary)
        ]
    ]


def fields(seen, mention) -> set[str]:
    return {field for field, is_beyond in LOOKED_AT.items() if is_beyond(seen, mention)}


def test_few_figures_of_the_reports_are_told_of(seen):
    told = Counter(bool(fields(one, m)) for one in seen for m in one.reading.mentions)
    assert told[True] / told.total() < 0.04


@pytest.mark.parametrize(
    ("words", "wrong", "field"),
    [
        ("增长6.8%", {"kind": "level"}, "kind"),
        ("1468.4亿元", {"period": "2017"}, "period"),
        ("1468.4亿元", {"status": "target"}, "status"),
        ("1468.4亿元", {"area": "杭州市"}, "area"),
        ("1468.4亿元", {"unit": "人"}, "unit"),
        ("1468.4亿元", {"value": Decimal("1468.4")}, "value"),
        ("1468.4亿元", {"indicator": "gdp"}, "indicator"),
        ("6%以上", {"bound": "eq"}, "bound"),
    ],
)
def test_a_wrong_field_is_told_of(seen, words, wrong, field):
    one, mention = next(
        (one, m)
        for one in seen
        for m in one.reading.mentions
        if m.figure.text in words
        and one.report.text[m.figure.start - 2 : m.figure.end + 2].find(words) >= 0
    )
    assert field not in fields(one, mention)
    assert field in fields(one, replace(mention, figure=replace(mention.figure, **wrong)))
