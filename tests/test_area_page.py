"""What an area's page tells a citizen: the newest first, what is missing, livelihood before all."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from baogao.content.outcome_and_check_rules import JUDGED
from baogao.corpus.report_summaries import Listed
from baogao.corpus.target_counts import TargetCount
from baogao.pages import area_family
from baogao.pages.area_peers import MOST, peers
from baogao.pages.area_promises import LIVELIHOOD, last_verdicts, promises, topics_for_citizens
from baogao.pages.area_summary import sentences
from baogao.pages.area_years import missing, other_targets, years
from baogao.pages.counts_in_words import targets_in_short
from baogao.records import Area
from interface import STRINGS
from own_content import own_corpus

CORPUS = own_corpus()
NINGBO = CORPUS.area("330200")
NEWEST = CORPUS.listed_of("330200")[-1]
FEW = TargetCount(3, 2, 0, ())


def reports(*delivered: int) -> tuple[Listed, ...]:
    return tuple(
        Listed(f"330200/{year}", "330200", year, f"{year}", (year - 1,), False, False, 9, FEW)
        for year in delivered
    )


# --- which years are here -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("delivered", "said"),
    [
        ((2020,), "已收录2020年的报告；2021年起未收录。"),
        ((2019, 2020), "已收录2019年、2020年的报告；2021年起未收录。"),
        ((2018, 2020), "已收录2018年、2020年的报告；2019年、2021年起未收录。"),
        ((2015, 2019), "已收录2015年、2019年的报告；2016—2018年、2020年起未收录。"),
    ],
)
def test_what_is_missing_is_said(delivered, said):
    assert missing(reports(*delivered), STRINGS) == said


def test_the_years_stand_newest_first_with_what_is_missing_between_them():
    own = reports(2015, 2019, 2020)
    corpus = SimpleNamespace(
        listed_of=lambda area: own,
        area=lambda code, year=None: NINGBO,
        targets_for=lambda area, year: (),
    )
    rows = years(corpus, NINGBO, STRINGS)
    assert [(row["year"], row["report"] is not None) for row in rows] == [
        ("2021年起", False),
        ("2020年", True),
        ("2019年", True),
        ("2016—2018年", False),
        ("2015年", True),
        ("2014年及更早", False),
    ]
    assert [row["compared"] for row in rows if row["report"]] == [
        ("与2019年对照", "reports/330200/2020/compare/2019/"),
        ("与2015年对照", "reports/330200/2019/compare/2015/"),
        None,
    ]


def test_targets_of_years_without_a_report_have_a_way_too():
    there = SimpleNamespace(
        listed_of=lambda area: reports(2020),
        years_of_targets=lambda area: ("2020", "2021", "2025"),
    )
    assert other_targets(there, NINGBO) == [
        ("2025", "targets/330200/2025/"),
        ("2021", "targets/330200/2021/"),
    ]


# --- promises and verdicts ------------------------------------------------------------------------


def test_every_promise_of_the_newest_report_stands_in_its_topic_livelihood_first():
    shown = promises(CORPUS, NEWEST, STRINGS)
    topics = [topic["id"] for topic in shown["topics"]]
    assert topics[0] == LIVELIHOOD
    assert topics[1:] == [id for id in CORPUS.wordlists.topics if id in topics[1:]]
    values = [
        value for topic in shown["topics"] for line in topic["lines"] for value in line["stated"]
    ]
    assert sorted(value["address"] for value in values) == sorted(
        f"reports/{one.promise.report}/#{one.promise.anchor}"
        for one in CORPUS.promised_in(NEWEST.id)
    )
    assert shown["total"] == len(values) == sum(topic["total"] for topic in shown["topics"])


def test_a_promise_for_another_year_says_which():
    later = [
        one
        for report in CORPUS.listed
        for one in CORPUS.promised_in(report.id)
        if one.promise.period != str(report.year)
    ]
    for one in later:
        [report] = [report for report in CORPUS.listed if report.id == one.promise.report]
        values = [
            value
            for topic in promises(CORPUS, report, STRINGS)["topics"]
            for line in topic["lines"]
            for value in line["stated"]
        ]
        assert one.promise.period in {value["year"] for value in values}
    assert later


def test_a_report_that_promises_nothing_has_no_list():
    silent = SimpleNamespace(promised_in=lambda report: ())
    assert promises(silent, NEWEST, STRINGS) is None


def test_the_verdicts_are_those_of_the_newest_year_that_has_some_livelihood_first():
    found = last_verdicts(CORPUS, NINGBO, STRINGS)
    assert found["group"]["year"] == "2019"
    told = [one for one in CORPUS.targets_for("330200", "2019") if one.state in JUDGED]
    assert found["controls"].total + found["left_out"] == len(told)
    own = sum(
        CORPUS.vocabulary.indicators[one.promise.indicator].topic == LIVELIHOOD for one in told
    )
    ids = re.findall(r"<tr[^>]*><td><a href=../../indicators/(\w+)/", found["rows"])
    topics = [CORPUS.vocabulary.indicators[id].topic for id in ids]
    assert topics == sorted(topics, key=topics_for_citizens(CORPUS).index)
    assert topics.count(LIVELIHOOD) == min(own, len(ids))


def test_without_a_verdict_there_is_no_table():
    untold = replace(CORPUS, targets=tuple(t for t in CORPUS.targets if t.state not in JUDGED))
    assert last_verdicts(untold, NINGBO, STRINGS) is None


# --- sentences ------------------------------------------------------------------------------------


def test_three_sentences_say_what_was_reached_promised_and_judged():
    said = list(
        sentences(
            CORPUS,
            NEWEST,
            promises(CORPUS, NEWEST, STRINGS),
            last_verdicts(CORPUS, NINGBO, STRINGS),
            STRINGS,
        )
    )
    words = [re.sub("<[^>]*>", "", one) for one in said]
    assert words[0].startswith("2020年的报告说，2019年城镇居民人均可支配收入64886元，同比+7.9%；")
    livelihood = [
        one
        for one in CORPUS.promised_in(NEWEST.id)
        if CORPUS.vocabulary.indicators[one.promise.indicator].topic == LIVELIHOOD
    ]
    set_in_all = targets_in_short(NEWEST.targets, STRINGS)
    assert words[1] == f"2020年的报告提出 {set_in_all}，民生保障占 {len(livelihood)} 项。"
    judged = last_verdicts(CORPUS, NINGBO, STRINGS)["group"]
    assert f"能够判定的 {judged['judged']} 项，其中 {judged['good']} 项" in words[2]
    assert all(href.startswith("../../") for href in re.findall('href="([^"]*)"', "".join(said)))


def test_what_comes_of_a_doubtful_source_is_marked_in_every_sentence():
    [doubted] = [one for one in CORPUS.listed if one.doubtful]
    own = promises(CORPUS, doubted, STRINGS)
    said = list(sentences(CORPUS, doubted, own, None, STRINGS))
    assert len(said) == 2
    for sentence in said:
        assert STRINGS["doubt"]["mark"] in sentence
    assert all(
        value["doubtful"]
        for topic in own["topics"]
        for line in topic["lines"]
        for value in line["stated"]
    )


def test_what_there_is_nothing_of_has_no_sentence():
    bare = replace(CORPUS, observations=(), targets=())
    assert list(sentences(bare, NEWEST, None, None, STRINGS)) == []


# --- peers ----------------------------------------------------------------------------------------


def area(code: str, level: str = "prefecture") -> Area:
    return Area(code, code, level, code[:2] + "0000", code)


def with_areas(*areas: Area) -> SimpleNamespace:
    """Return a corpus in which each area has a report of 2020."""
    newest = {
        one.code: Listed(f"{one.code}/2020", one.code, 2020, "", (2019,), False, False, 0, FEW)
        for one in areas
    }
    return SimpleNamespace(areas=lambda: list(areas), listed_of=lambda code: (newest[code],))


def test_peers_are_of_the_same_level_and_those_of_the_province_come_first():
    there = [area("330000", "province"), area("330100"), area("330200"), area("330500")]
    corpus = with_areas(*there, area("320500"), area("330381", "county"))
    found = [
        (group["name"], [one["name"] for one in group["areas"]])
        for group in peers(corpus, area("330200"), STRINGS)
    ]
    [beside, *_] = peers(corpus, area("330200"), STRINGS)[0]["areas"]
    assert beside["beside"] == "compare/?a=330200/2020&b=330100"
    assert found == [("同省同级", ["330100", "330500"]), ("其他省的同级地区", ["320500"])]


@pytest.mark.parametrize("place", [0, 1, 20, 38, 39])
def test_of_many_peers_the_nearest_stand_there_and_the_others_are_counted(place):
    many = [area(f"33{at:02}00") for at in range(40)]
    [group] = peers(with_areas(*many), many[place], STRINGS)
    assert len(group["areas"]) == MOST
    assert group["left_out"] == 40 - 1 - MOST
    shown = {one["name"] for one in group["areas"]}
    around = {many[at].code for at in (place - 1, place + 1) if 0 <= at < 40}
    assert around <= shown


# --- beside the areas below it --------------------------------------------------------------------


def test_years_beside_the_areas_below_have_pages_where_they_are_many(monkeypatch):
    zhejiang = CORPUS.area("330000")
    tables, pages = area_family.tables(CORPUS, zhejiang, STRINGS)
    assert pages == []
    years = [table["year"] for table in tables]
    assert years and years == sorted(years, reverse=True)
    monkeypatch.setattr(area_family, "MOST_REPORTS", 1)
    newest, pages = area_family.tables(CORPUS, zhejiang, STRINGS)
    assert newest == tables[:1]
    assert [page.address for page in pages] == [f"areas/330000/{year}/" for year in years]
    for page, table in zip(pages, tables, strict=True):
        names = [head["name"] for head in table["heads"]]
        assert [head["name"] for head in page.context["table"]["heads"]] == names
        assert page.context["years"] == area_family.ways(pages)
