"""Two years side by side: which parts pair, how a change is said, and what the pages hold."""

import gzip
from decimal import Decimal

import pytest

from baogao.pages.compare_indicators import change
from baogao.pages.section_alignment import ComparedPart, likenesses, pairs, titles
from baogao.records import Observation
from interface import STRINGS

WORDS = STRINGS["compare"]
PAGES = [
    "reports/330200/2020/compare/2019",
    "reports/330500/2020/compare/2018",
    "reports/330600/2021/compare/2020",
]
WASTE = ComparedPart(
    "tasks", "一、打好污染防治攻坚战", "推进垃圾分类，整治黑臭水体，关停码头堆场。"
)
WASTE_TOO = ComparedPart(
    "tasks", "（五）守护碧水蓝天", "深化垃圾分类，继续整治黑臭水体，关停码头堆场。"
)
SCHOOL = ComparedPart("tasks", "二、办好人民满意教育", "新建幼儿园，扩大普惠学位，推进集团化办学。")
SCHOOL_TOO = ComparedPart(
    "tasks", "（六）促进教育公平", "新建幼儿园，扩大普惠学位，推进集团化办学，减轻负担。"
)
FARMS = ComparedPart("tasks", "三、振兴乡村", "粮食播种面积稳定，建设美丽田园，改造农房。")
REVIEW = ComparedPart(
    "review", "一、打好污染防治攻坚战", "推进垃圾分类，整治黑臭水体，关停码头堆场。"
)
CLEAN = ComparedPart("government", "三、深入推进自身建设", "从严治政。")
HONEST = ComparedPart("government", "三、建设服务型政府", "廉洁勤勉。")


@pytest.mark.parametrize(
    ("older", "newer", "wanted"),
    [
        ([], [], []),
        ([WASTE], [], [(0, None)]),
        ([], [WASTE], [(None, 0)]),
        ([WASTE, SCHOOL], [SCHOOL_TOO, WASTE_TOO], [(1, 0), (0, 1)]),
        ([WASTE, SCHOOL, FARMS], [WASTE_TOO, SCHOOL_TOO], [(0, 0), (1, 1), (2, None)]),
        ([FARMS, WASTE, SCHOOL], [WASTE_TOO, SCHOOL_TOO], [(0, None), (1, 0), (2, 1)]),
        ([WASTE, FARMS, SCHOOL], [WASTE_TOO, SCHOOL_TOO], [(0, 0), (1, None), (2, 1)]),
        ([WASTE, SCHOOL], [WASTE_TOO, FARMS, SCHOOL_TOO], [(0, 0), (None, 1), (1, 2)]),
        ([REVIEW, SCHOOL], [WASTE_TOO, SCHOOL_TOO], [(0, None), (None, 0), (1, 1)]),
        ([CLEAN, WASTE, SCHOOL], [WASTE_TOO, SCHOOL_TOO, HONEST], [(1, 0), (2, 1), (0, 2)]),
    ],
    ids=[
        "nothing",
        "dropped",
        "new",
        "crossed",
        "last dropped",
        "first dropped",
        "middle dropped",
        "middle new",
        "another kind never pairs",
        "the only ones of a kind pair",
    ],
)
def test_parts_pair_by_kind_and_words_in_the_newer_order(older, newer, wanted):
    assert pairs(older, newer) == wanted


def test_every_part_stands_once():
    parts = [WASTE, SCHOOL, FARMS, CLEAN, REVIEW]
    found = pairs(parts, [*reversed(parts), WASTE_TOO])
    assert sorted(i for i, _ in found if i is not None) == list(range(5))
    assert sorted(j for _, j in found if j is not None) == list(range(6))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("一、2018年工作回顾", "一、2019年工作回顾", 1),
        ("（二）振兴乡村", "3.振兴乡村", 1),
        ("甲乙", "丙丁", 0),
    ],
)
def test_titles_are_alike_without_numbers_and_years(one, other, wanted):
    assert titles(one, other) == wanted


def test_what_stands_everywhere_makes_nothing_alike():
    common = [ComparedPart("tasks", title, "坚持稳中求进") for title in ("甲", "乙", "丙")]
    assert likenesses(common[:1], common[1:]) == [[0, 0]]


def said(value: str, unit: str = "%", bound: str = "eq", high: str | None = None) -> Observation:
    return Observation(
        "330200",
        2020,
        "f-a",
        "gdp",
        "growth",
        "2020",
        Decimal(value),
        high and Decimal(high),
        unit,
        bound,
        "actual",
        "",
    )


@pytest.mark.parametrize(
    ("older", "newer", "wanted"),
    [
        (said("7"), said("6.8"), "低0.2个百分点"),
        (said("6.8"), said("7"), "高0.2个百分点"),
        (said("7"), said("7.0"), "持平"),
        (said("10745.5", "元"), said("11985", "元"), "高11.5%"),
        (said("200", "个"), said("100", "个"), "低50%"),
        (said("12", "位"), said("10", "位"), "前移2位"),
        (said("10", "位"), said("12", "位"), "后移2位"),
        (said("0", "件"), said("3", "件"), "高3件"),
        (said("-5"), said("-15"), "低10个百分点"),
        (said("7"), said("7", bound="ge"), ""),
        (said("7"), said("7", "元"), ""),
        (said("6", high="6.5"), said("7"), ""),
        (None, said("7"), ""),
        (said("7"), None, ""),
    ],
)
def test_a_change_is_said_where_both_are_of_one_sort(older, newer, wanted):
    assert change(older, newer, WORDS) == wanted


def test_every_two_neighbouring_reports_are_compared_and_no_others(site):
    assert (
        sorted(
            path.parent.relative_to(site).as_posix()
            for path in site.glob("reports/*/*/compare/*/index.html")
        )
        == PAGES
    )


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_small_enough_for_a_phone_and_holds_both_texts(site, page):
    data = (site / page / "index.html").read_bytes()
    assert len(gzip.compress(data, 6)) <= 150_000
    area, newer, _, older = page.split("/")[1:]
    for year in (newer, older):
        text = (site / f"reports/{area}/{year}/report.md").read_text("utf-8").split("---", 2)[2]
        assert data.decode().count('class="there"') > 20
        heads = [
            line.lstrip("# ") for line in text.splitlines() if line.startswith(("#### ", "## "))
        ]
        assert all(head in data.decode() for head in heads)
