"""What speaks against a figure: other numbers of its area, other statements of the same, and what
is plausible.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from baogao.content import content_folder
from baogao.corpus.contradictions import contradictions
from baogao.corpus.corpus import Corpus
from baogao.corpus.cross_checks import checks
from baogao.corpus.disagreements import mark_disagreements
from baogao.corpus.join import corpus
from baogao.corpus.observations import Doubt
from baogao.records import Observation
from sites import small_content

YI = 100_000_000


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Corpus:
    folder = small_content(tmp_path_factory.mktemp("contradictions"))
    return corpus(content_folder.read(folder), ())


def stated(year: int, anchor: str, indicator: str, measure: str, period: str, text: str):
    number = Decimal(text.removesuffix("亿元").removesuffix("元").removesuffix("%"))
    unit = "%" if text.endswith("%") else "元"
    value = number * YI if text.endswith("亿元") else number
    said = indicator, measure, period, value, None, unit, "eq", "actual", "", text
    return Observation("330200", year, anchor, *said)


def against(empty: Corpus, report: str, *said: Observation, doubts: tuple[Doubt, ...] = ()) -> dict:
    rules = empty.wordlists.rules
    marked, disagreements = mark_disagreements(said, rules)
    held = checks(marked, empty.vocabulary, rules)
    whole = replace(
        empty, observations=marked, disagreements=disagreements, checks=held, doubts=doubts
    )
    found = contradictions(whole, report)
    return {
        anchor: [(one.kind, *one.told, f"{one.report}#{one.anchor}") for one in own]
        for (anchor, _), own in found.items()
    }


def test_growth_that_the_levels_do_not_give_speaks_against_all_three(empty):
    before = stated(2019, "f-before", "income_urban", "level", "2018", "60000元")
    growth = stated(2020, "f-growth", "income_urban", "growth", "2019", "18%")
    level = stated(2020, "f-level", "income_urban", "level", "2019", "64200元")
    said = ("computed", "18%", "64200元 ÷ 60000元 − 1 = 7%")
    assert against(empty, "330200/2020", before, growth, level) == {
        "f-growth": [(*said, "330200/2020#f-level")],
        "f-level": [(*said, "330200/2020#f-growth")],
    }
    assert against(empty, "330200/2019", before, growth, level) == {
        "f-before": [(*said, "330200/2020#f-growth")]
    }


def test_growth_at_constant_prices_need_not_be_that_of_the_levels(empty):
    before = stated(2019, "f-before", "gdp", "level", "2018", "10745.5亿元")
    growth = stated(2020, "f-growth", "gdp", "growth", "2019", "6.8%")
    level = stated(2020, "f-level", "gdp", "level", "2019", "11985亿元")
    assert against(empty, "330200/2020", before, growth, level) == {}


def test_what_is_stated_otherwise_speaks_against_it(empty):
    here = stated(2020, "f-here", "gdp", "growth", "2018", "7.0%")
    before = stated(2019, "f-before", "gdp", "growth", "2018", "7.5%")
    assert against(empty, "330200/2020", here, before) == {
        "f-here": [("otherwise", "7.5%", "330200/2019#f-before")]
    }


def test_a_level_that_jumps_from_year_to_year_is_doubted(empty):
    before = stated(2019, "f-before", "gdp", "level", "2018", "10745.5亿元")
    slipped = stated(2020, "f-level", "gdp", "level", "2019", "1198.5亿元")
    assert against(empty, "330200/2020", before, slipped) == {
        "f-level": [("jump", "2018", "10745.5亿元", "-88.8%", "330200/2019#f-before")]
    }
    revised = stated(2020, "f-revised", "gdp", "level", "2018", "1100亿元")
    assert "f-level" not in against(empty, "330200/2020", before, slipped, revised)


def test_a_value_that_is_no_data_is_doubted(empty):
    doubt = Doubt("330200", 2020, "f-odd", "680%", "“680%”超出", 1)
    assert against(empty, "330200/2020", doubts=(doubt,)) == {
        "f-odd": [("implausible", "“680%”超出", "#")]
    }
    assert against(empty, "330200/2019", doubts=(doubt,)) == {}
