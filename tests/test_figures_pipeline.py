"""The stages of figures: the sentence of the package's docstring on its way through all of them."""

from decimal import Decimal

import pytest

from baogao.reading import figures
from baogao.reading.figures.candidate import Candidate, Caveat
from baogao.reading.figures.pipeline import STAGES
from own_content import own_content

WORDS = own_content().vocabulary
SENTENCE = "2025年，3号线建成，全市生产总值增长6.8%以上。"


def read() -> Candidate:
    (candidate,) = figures.decided(SENTENCE, (), WORDS, year=2026)
    return candidate


def test_the_docstring_shows_the_sentence_and_the_stages_in_order():
    shown = figures.__doc__ or ""
    assert SENTENCE in shown
    places = [shown.index(f" {stage.__module__.split('.')[3]} ") for stage in STAGES]
    assert places == sorted(places)


def test_numbers_and_vetoes():
    date, line, growth = figures.candidates(SENTENCE, WORDS)
    assert [one.quantity.value for one in (date, line, growth)] == [2025, 3, Decimal("6.8")]
    assert line.veto is not None and line.veto.rule == "a date"
    assert growth.veto is None and growth.quantity.unit == "%"


def test_what_each_stage_adds():
    growth = read()
    assert growth.own == "全市生产总值增长"
    assert (growth.subject, growth.predicate) == ("全市生产总值", "增长")
    assert growth.closing is not None and growth.closing.word == "以上"
    assert growth.kind[:2] == ("change", 1) and growth.kind.words == "增长"
    assert growth.bound == ("ge", "以上", "after")
    assert growth.named[:2] == ("生产总值", "")
    assert growth.time[:2] == ("actual", "2025") and growth.time.words == "2025年"
    assert growth.known[:2] == ("gdp", "地区生产总值")
    assert growth.figure.text == "6.8%"


def test_a_field_that_no_stage_has_reached_cannot_be_read():
    growth = list(figures.candidates(SENTENCE, WORDS))[-1]
    with pytest.raises(AttributeError):
        _ = growth.kind


def test_what_makes_a_reading_less_than_sure_is_noted():
    growth = read()
    assert growth.caveats == ()
    growth.caution("period", "two years in one sentence", "2024年 2025年")
    assert growth.caveats == (Caveat("period", "two years in one sentence", "2024年 2025年"),)
