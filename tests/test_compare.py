"""Two years side by side: which parts pair, how a change is said, and what the pages hold."""

import gzip
import re
from decimal import Decimal

import pytest

from baogao.pages.comparison.compare_indicators import change
from baogao.pages.comparison.compare_sections import sections
from baogao.pages.comparison.section_alignment import ComparedPart, likenesses, pairs, titles
from baogao.records import Block, Excerpt, Observation, Reading, Report, Section
from interface import STRINGS

WORDS = STRINGS["compare"]
HEADING = re.compile(r"""<h[23] id="?(p-\w+)"?>([^<]+)""")
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


def test_what_is_narrowed_otherwise_is_not_compared(site):
    html = (site / "reports/330600/2021/compare/2020/index.html").read_text("utf-8")
    rows = [
        row for row in html.split("<tr>") if "新增科技型中小企业" in row.split("</td>")[0][:200]
    ]
    assert [re.sub("<[^>]+>", "", re.split("<td", row)[1])[1:] for row in rows] == [
        "新增科技型中小企业 水平",
        "新增科技型中小企业 水平 省级",
    ]
    assert not any(re.search("[高低][0-9.]+%", row) for row in rows)


def test_every_two_neighbouring_reports_are_compared_and_no_others(site):
    assert (
        sorted(
            path.parent.relative_to(site).as_posix()
            for path in site.glob("reports/*/*/compare/*/index.html")
        )
        == PAGES
    )


@pytest.mark.parametrize("page", PAGES)
def test_the_page_holds_the_way_to_every_part_of_both_texts_and_not_the_texts(site, page):
    data = (site / page / "index.html").read_bytes()
    assert len(data) <= 60_000 and len(gzip.compress(data, 6)) <= 16_000
    area, newer, _, older = page.split("/")[1:]
    for year, way in ((newer, "../../"), (older, f"../../../{older}/")):
        report = (site / f"reports/{area}/{year}/index.html").read_text("utf-8")
        heads = {anchor: words.strip() for anchor, words in HEADING.findall(report)}
        assert len(heads) > 5
        ways = dict(re.findall(rf"<td><a href={re.escape(way)}#(p-\w+)>(.*?)</a>", data.decode()))
        assert heads.items() <= ways.items()
        assert all(re.search(f'id="?{anchor}\\b', report) for anchor in ways.keys() - heads.keys())
        paragraphs = re.findall(r"<p id=[^>]*>([^<]{20,})", report)
        assert paragraphs and not [text for text in paragraphs if text in data.decode()]


def read_with_headings(levels: tuple[int, ...]) -> Reading:
    """Return a report that has a block of each level, 0 for a paragraph."""
    blocks = tuple(
        Block(2 * at, 2 * at + 1, level, 0, f"p-{at}", 0) for at, level in enumerate(levels)
    )
    report = Report(
        path="",
        text="甲\n" * len(levels),
        body=0,
        title="",
        area="330200",
        area_name="宁波市",
        area_level="prefecture",
        year=2019,
        reviews=(2018,),
        plans=(2019,),
        source=Excerpt("", "", ""),
    )
    return Reading(report, blocks, (Section(0, len(report.text), 0, "", "tasks", ()),), ())


@pytest.mark.parametrize("levels", [(0, 2, 3), (3, 0, 3), (0, 0), (2, 3, 2), (3,), ()])
def test_every_paragraph_is_in_one_part_whatever_headings_there_are(levels):
    reading = read_with_headings(levels)
    parts = [pair.newer for chapter in sections(reading, reading) for pair in chapter]
    covered = [at for side in parts for at in range(side.first, side.last)]
    assert sorted(covered) == list(range(len(levels)))
    # where the page's script ends a part: at the next heading of these two levels
    assert {side.first for side in parts} == {
        at for at, level in enumerate(levels) if level in (2, 3) or at == 0
    }
