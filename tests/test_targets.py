"""Targets and outcomes: rows written from the reports by hand, the rules of states, and the checks
in the numbers.
"""

import csv
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from baogao.content.vocabulary import words_beyond_reading
from baogao.content.vocabulary.outcome_and_check_rules import STATES
from baogao.content.yaml import yaml_with_lines
from baogao.corpus.promises_in_reports import Promise
from baogao.corpus.target_state import limits, verdict
from baogao.corpus.targets_with_outcomes import targets
from baogao.corpus.value_interval import ENDLESS, Interval, interval, rounding
from baogao.downloads.cells import written
from baogao.downloads.statement_rows import target_row
from baogao.records import Excerpt, Observation, Reading, Report
from own_content import own_content, own_corpus

ROOT = Path(__file__).resolve().parents[1]
CONTENT = own_content()
WORDS, RULES = CONTENT.vocabulary, CONTENT.wordlists.rules
CORPUS = own_corpus()
TEXTS = {report.id: report.text for report in CONTENT.reports}
TABLE = [
    {name: written(value) for name, value in row.items()} for row in map(target_row, CORPUS.targets)
]
WHICH = ("area", "year", "indicator", "measure")
FACTS = ("unit", "target_low", "target_high", "bound", "basis", "outcome", "outcome_bound", "state")

# Written from the reports before anything was joined, with the sentences as the cleaned reports
# have them, and with what may be about the target (`near`). The states of 宁波 2019 and 绍兴 2020
# are what two readers, who did not know these, settled with who made the rules.
with (ROOT / "tests" / "data" / "targets.csv").open(encoding="utf-8", newline="") as file:
    BY_HAND = list(csv.DictReader(file))


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: "-".join(row[name] for name in WHICH))
def test_targets_read_by_hand(row):
    found = [i for i, got in enumerate(TABLE) if all(got[name] == row[name] for name in WHICH)]
    assert [{name: TABLE[i][name] for name in FACTS} for i in found] == [
        {name: row[name] for name in FACTS}
    ]
    target = CORPUS.targets[found[0]]
    assert (
        target.promise.quote == row["target_quote"]
        and row["target_quote"] in TEXTS[target.promise.report]
    )
    assert (target.outcomes[0].quote if target.outcomes else "") == row["outcome_quote"]
    assert TABLE[found[0]]["near_words"] == row["near"]


def test_there_are_enough_rows_of_both_kinds():
    assert len(BY_HAND) >= 45 and len(
        {tuple(row[name] for name in WHICH) for row in BY_HAND}
    ) == len(BY_HAND)
    assert sum(row["outcome_quote"] != "" for row in BY_HAND) >= 30


def test_a_target_stands_once():
    distinct = [
        tuple(row[name] for name in (*WHICH, "unit", "target_low", "target_high", "bound", "basis"))
        for row in TABLE
    ]
    assert len(set(distinct)) == len(distinct)


def test_both_ends_of_a_row_lead_to_what_is_there():
    anchors = {
        r.report.id: {m.anchor for m in r.mentions} | {b.anchor for b in r.blocks}
        for r in CORPUS.readings
    }
    for row in TABLE:
        assert row["target_figure"] in anchors[row["target_report"]]
        assert (row["outcome_report"] in anchors) == (row["state"] != "下一年报告未收录")
        assert not row["outcome_figure"] or row["outcome_figure"] in anchors[row["outcome_report"]]
        assert row["state"] in STATES and (row["outcome"] != "") == (
            row["state"] in ("达到", "未达到", "区间内", "无法判定")
        )


def promise(
    value: str = "8",
    bound: str = "eq",
    high: str | None = None,
    measure: str = "growth",
    unit: str = "%",
    **more,
) -> Promise:
    known = {
        "area": "330200",
        "year": 2019,
        "indicator": "gdp",
        "report": "330200/2019",
        "anchor": "f-t",
        "period": "2019",
        "quote": "",
    }
    return Promise(
        **known
        | {
            "measure": measure,
            "unit": unit,
            "value": Decimal(value),
            "value_high": high and Decimal(high),
            "bound": bound,
        }
        | more
    )


def outcome(
    value: str,
    word: str = "",
    bound: str = "",
    measure: str = "growth",
    unit: str = "%",
    indicator: str = "gdp",
    year: int = 2020,
) -> Observation:
    by_word = {
        "": "eq",
        "接近": "approx",
        "约": "approx",
        "左右": "approx",
        "超过": "ge",
        "以上": "ge",
        "不到": "le",
        "以内": "le",
    }
    return Observation(
        "330200",
        year,
        "f-o",
        indicator,
        measure,
        "2019",
        Decimal(value),
        None,
        unit,
        bound or by_word[word],
        "actual",
        "",
        bound_words=word,
    )


def nothing_read(area: str, year: int) -> Reading:
    """Return the reading of a report without a word."""
    report = Report("", "", 0, "", area, "", "prefecture", year, (), (), Excerpt("", "", ""))
    return Reading(report, (), (), ())


STATES_BY_RULE = [
    # direction, promised, reached, state
    ("up", promise("8"), outcome("8"), "达到"),
    ("up", promise("8"), outcome("8.1"), "达到"),
    ("up", promise("8"), outcome("7.9"), "未达到"),
    ("up", promise("8", "approx"), outcome("7.8"), "达到"),
    ("up", promise("8", "approx"), outcome("7.7"), "未达到"),
    ("up", promise("8", "approx"), outcome("9"), "达到"),
    ("up", promise("8", "ge"), outcome("8"), "达到"),
    (
        "up",
        promise("450", measure="level", unit="公里"),
        outcome("313", measure="level", unit="公里"),
        "未达到",
    ),
    (
        "up",
        promise("450", "approx", measure="level", unit="公里"),
        outcome("441", measure="level", unit="公里"),
        "达到",
    ),
    # less is better: a rate within, a cut of a size
    ("down", promise("3.5", "le"), outcome("1.61"), "达到"),
    ("down", promise("3.5", "le"), outcome("3.6"), "未达到"),
    ("down", promise("30"), outcome("28"), "达到"),
    ("down", promise("-5"), outcome("-5.7"), "达到"),
    ("down", promise("-5"), outcome("-4"), "未达到"),
    ("down", promise("-10", "ge"), outcome("-10"), "达到"),
    ("down", promise("-10", "ge"), outcome("-9.9"), "未达到"),
    ("down", promise("-10", "ge"), outcome("-10", "超过"), "达到"),
    # a range
    ("up", promise("6", "range", "6.5"), outcome("6"), "区间内"),
    ("up", promise("6", "range", "6.5"), outcome("6.8"), "达到"),
    ("up", promise("6", "range", "6.5"), outcome("5.9"), "未达到"),
    ("none", promise("2", "range", "3"), outcome("4"), "无法判定"),
    # neither way is better: the number itself, or its bound
    ("none", promise("3", "approx"), outcome("2.9"), "达到"),
    ("none", promise("3", "approx"), outcome("2"), "无法判定"),
    ("none", promise("3", "le"), outcome("3.2"), "未达到"),
    # what the outcome's own words leave open
    ("up", promise("2.8", "ge"), outcome("2.8", "接近"), "未达到"),
    ("up", promise("2.6", "ge"), outcome("2.8", "接近"), "无法判定"),
    ("up", promise("2.2", "ge"), outcome("2.8", "接近"), "达到"),
    ("up", promise("8"), outcome("8", "超过"), "达到"),
    ("up", promise("8"), outcome("7", "超过"), "无法判定"),
    ("up", promise("8"), outcome("8", "不到"), "未达到"),
    ("up", promise("8"), outcome("9", "不到"), "无法判定"),
    ("up", promise("8"), outcome("9", "左右"), "达到"),
    ("up", promise("8"), outcome("8.3", "约"), "无法判定"),
    ("down", promise("3", "le"), outcome("3", "以内"), "达到"),
    ("down", promise("3", "le"), outcome("3", "超过"), "未达到"),
    ("down", promise("3", "le"), outcome("3", "以上"), "无法判定"),
    # a place: the first is the best, whatever the indicator
    (
        "up",
        promise("10", measure="rank", unit="位"),
        outcome("12", measure="rank", unit="位"),
        "未达到",
    ),
    (
        "up",
        promise("10", measure="rank", unit="位"),
        outcome("8", measure="rank", unit="位"),
        "达到",
    ),
]


@pytest.mark.parametrize(("direction", "promised", "reached", "wanted"), STATES_BY_RULE)
def test_states_by_rule(direction, promised, reached, wanted):
    assert verdict(promised, [reached], None, direction, RULES).state == wanted


BASES = {basis.bound: basis for basis in RULES.bases}


@pytest.mark.parametrize(
    ("bound", "reached", "wanted"),
    [
        ("approx", "6.8", "达到"),
        ("approx", "6.6", "达到"),
        ("approx", "6.5", "未达到"),
        ("approx", "9", "达到"),
        ("eq", "6.8", "达到"),
        ("eq", "6.7", "未达到"),
        ("ge", "6.9", "达到"),
        ("ge", "6.8", "未达到"),
    ],
)
def test_what_keeps_up_with_the_economy_is_held_against_its_growth(bound, reached, wanted):
    kept = promise(bound=bound, keeps_up=BASES[bound])
    assert verdict(kept, [outcome(reached)], outcome("6.8"), "up", RULES).state == wanted
    assert limits(kept, outcome("6.8")) == (
        Decimal("6.8"),
        None if bound == "ge" else Decimal("6.8"),
    )
    unknown = verdict(kept, [outcome(reached)], None, "up", RULES)
    assert (*unknown, limits(kept, None)) == ("无法判定", "no_growth", (None, None))


@pytest.mark.parametrize(
    ("value", "bound", "high", "wanted"),
    [
        ("8", "eq", None, ("8", "8")),
        ("8", "approx", None, ("8", "8")),
        ("8", "ge", None, ("8", None)),
        ("8", "le", None, (None, "8")),
        ("6", "range", "6.5", ("6", "6.5")),
        ("-10", "ge", None, (None, "-10")),
        ("-10", "le", None, ("-10", None)),
        ("-3", "range", "-5", ("-5", "-3")),
    ],
)
def test_limits_of_what_is_promised(value, bound, high, wanted):
    assert limits(promise(value, bound, high), None) == tuple(w and Decimal(w) for w in wanted)


@pytest.mark.parametrize(
    ("said", "here", "wanted"),
    [
        ([outcome("8.1")], True, "达到"),
        ([outcome("8.1")], False, "下一年报告未收录"),
        ([], True, "下一年未提及"),
        ([outcome("8.1", indicator="exports")], True, "下一年未提及"),
        ([outcome("8.1", year=2021)], True, "下一年未提及"),  # a later report does not count
        ([outcome("8", measure="level", unit="元")], True, "口径不同不可比"),
        ([outcome("8.1"), outcome("8.3")], True, "达到"),
        (
            [outcome("8.1"), outcome("7.3")],
            True,
            "无法判定",
        ),  # statements that disagree in what follows
        ([replace(outcome("8.1"), qualifiers=("规上",))], True, "口径不同不可比"),
        ([replace(outcome("9"), qualifiers=("规上",)), outcome("7.3")], True, "未达到"),
    ],
)
def test_the_outcome_is_what_the_next_report_says(said, here, wanted):
    readings = [nothing_read("330200", 2020)] if here else []
    joined = targets([promise("8")], said, readings, WORDS, RULES)
    assert [target.state for target in joined] == [wanted]


@pytest.mark.parametrize(
    ("first", "second", "within", "apart"),
    [
        (Interval(1, 2), Interval(1, 3), True, False),
        (Interval(1, 2), Interval(1, 3, open_low=True), False, False),
        (Interval(1, 2, open_high=True), Interval(2, 3), False, True),
        (Interval(1, 2), Interval(2, 3), False, False),
        (Interval(-ENDLESS, 2), Interval(1, ENDLESS), False, False),
        (Interval(5, 6), Interval(1, 2), False, True),
    ],
)
def test_intervals(first, second, within, apart):
    assert (first.within(second), first.apart(second), second.apart(first)) == (
        within,
        apart,
        apart,
    )


def test_a_bound_is_on_the_size_of_what_is_stated():
    assert interval(Decimal(-10), None, "ge", "", Decimal(0)) == Interval(-ENDLESS, Decimal(-10))
    assert interval(Decimal(-10), None, "approx", "below", Decimal(1)) == Interval(
        Decimal(-10), Decimal(-9), open_low=True
    )


@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("1468.4亿元", "146840000000", "5000000"),
        ("6.8%", "6.8", "0.05"),
        ("12%", "12", "0.5"),
        ("1.77:1", "1.77", "0.005"),
        ("1,093.7亿元", "109370000000", "5000000"),
        ("三分之一", "0.33", "0"),
        ("0.0%", "0", "0.05"),
    ],
)
def test_the_digits_printed_leave_half_of_the_last_open(text, value, half):
    assert rounding(text, Decimal(value)) == Decimal(half)


ENTRIES = yaml_with_lines.load((ROOT / "content/vocabulary/outcomes.yml").read_text("utf-8"))


@pytest.mark.parametrize(
    "entry",
    [e for e in ENTRIES if "examples" in e],
    ids=lambda e: f"{e['rule']}-{e['examples'][0]}",
)
def test_examples_of_the_rules(entry):
    def fits(text: str) -> bool:
        if entry["rule"] == "side":
            return text in entry["words"]
        if entry["rule"] == "qualifier":  # as one says that nothing more fitting takes away
            return entry["qualifier"] in RULES.qualifiers.of(text)
        return bool(
            re.fullmatch(entry["name"], text)
            if entry["rule"] == "together"
            else re.search(entry["pattern"], text)
        )

    assert all(map(fits, entry["examples"])) and not any(map(fits, entry["not"]))


def test_every_state_is_explained_and_every_indicator_named_is_known():
    assert [sort for sort, _ in RULES.sayings][:7] and {sort for sort, _ in RULES.sayings} >= set(
        STATES
    )
    named = (
        {id for _, ids in RULES.together for id in ids}
        | set(RULES.not_of_levels)
        | {id for id, _ in RULES.plausible}
    )
    named |= {id for ratio in RULES.ratios for id in (ratio.indicator, ratio.over, ratio.under)}
    assert named <= set(WORDS.indicators)


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        (
            "outcomes.yml",
            "- {rule: state, state: 达到, say: 好}\n- {rule: stat, say: 好}\n",
            2,
            "unknown rule 'stat'",
        ),
        ("outcomes.yml", "- {rule: state, state: 兑现, say: 好}\n", 1, "unknown state '兑现'"),
        ("outcomes.yml", "- {rule: good, measure: rank, say: 好}\n", 1, "lacks direction"),
        (
            "outcomes.yml",
            "- {rule: tolerance, of: target, points: 少, say: 好}\n",
            1,
            "not a number: '少'",
        ),
        ("checks.yml", "- {check: ratio, indicator: a, over: b}\n", 1, "lacks under"),
        ("indicators.yml", "- {id: gdp, plausible: 30}\n", 1, "not a range: 30"),
    ],
)
def test_mistakes_in_the_rules_are_named(tmp_path, name, text, line, message):
    (tmp_path / name).write_text(text, "utf-8")
    _, problems = words_beyond_reading.load(tmp_path, "content/vocabulary")
    assert [(p.path, p.line) for p in problems] == [
        (f"content/vocabulary/{name}", line)
    ] and message in problems[0].message


# By hand: levels of two reports, and the growth that the later one states.
CHECKS = [
    ("330200", "2019", "income_urban", "64886元 ÷ 60134元 − 1 = 7.9%", True),
    ("330200", "2019", "foreign_trade", "9170.3亿元 ÷ 8576.3亿元 − 1 = 6.93%", True),
    ("330200", "2019", "income_ratio", "64886元 ÷ 36632元 = 1.77:1", True),
    ("330200", "2019", "fdi", "23.6亿美元 ÷ 43.2亿美元 − 1 = -45.37%", False),  # stated: 增长19.7%
    (
        "330200",
        "2019",
        "gdp",
        "11985亿元 ÷ 10745.5亿元 − 1 = 11.54%",
        False,
    ),  # stated at constant prices: 6.8%
    (
        "330600",
        "2020",
        "income_rural",
        "38696元 ÷ 33560元 − 1 = 15.3%",
        False,
    ),  # stated: 7.1%; the 33560 is doubted
]


@pytest.mark.parametrize(("area", "period", "indicator", "arithmetic", "fits"), CHECKS)
def test_checks_in_the_numbers(area, period, indicator, arithmetic, fits):
    found = [
        c
        for c in CORPUS.checks
        if (c.stated.area, c.stated.period, c.stated.indicator) == (area, period, indicator)
    ]
    assert {(c.arithmetic, c.fits) for c in found} == {(arithmetic, fits)}
    assert all(
        bool(c.remark) == (indicator == "gdp") and c.doubtful == (area == "330600") for c in found
    )


def test_of_a_target_years_ahead_it_is_said_what_was_reached_each_year(site):
    html = (site / "targets/330600/2025/index.html").read_text("utf-8")
    [gdp] = [row for row in html.split("<tr") if "indicators/gdp/" in row]
    line = re.search("<small class=years>(.*?)</small>", gdp, re.S)[1]
    assert re.sub("<.*?>", "", line) == "历年报告所说：2020年 6001亿元"
    assert "reports/330600/2021/#f-" in line
    for page in ("330600/2021", "330200/2019"):
        assert "class=years" not in (site / f"targets/{page}/index.html").read_text("utf-8")


def test_an_indicators_page_leads_to_its_targets(site):
    with (site / "data/targets.csv").open(encoding="utf-8-sig", newline="") as lines:
        targets = list(csv.DictReader(lines))
    for indicator in ("gdp", "urban_jobs_new", "pm25"):
        own = [row for row in targets if row["indicator"] == indicator]
        html = (site / f"indicators/{indicator}/index.html").read_text("utf-8")
        section = html.partition('id="promised"')[2].partition("</section>")[0]
        assert f"{len(own)} 项目标对应到指标" in section
        assert section.count("<span class=state") == min(len(own), 20)
        assert f"targets/?indicator={indicator}" in section
