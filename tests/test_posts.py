"""Finding reports in scraped pages: what is taken, what is refused, and why."""

import re
from pathlib import Path

import pytest

from baogao.cleaning.draft_file import recognised
from baogao.cleaning.scraped_posts import FoundReport, Refused, find_report, posts
from baogao.cleaning.typography import compact
from own_content import own_content

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "content" / "sources"
KNOWN = recognised(own_content())


def taken(name: str) -> list[FoundReport | Refused]:
    return [find_report(post, KNOWN) for post in posts((SOURCES / name).read_text("utf-8"))]


FIRST_AND_LAST = [
    ("000_a0cb9f6a87733abb.txt", "一、2019年主要工作回顾", "严控三公经费支出。"),
    ("002_3d304c6755830556.txt", "一、2017年主要工作", "切实做到干部清正、政府清廉。"),
    ("003_44d2389ca00e083e.txt", "市长潘超英", "以优异成绩迎接新中国成立75周年！"),
    ("004_9048d0ad6d252457.txt", "“十三五”成就", "消火栓智慧用水监测系统。"),
]


@pytest.mark.parametrize(("name", "first", "last"), FIRST_AND_LAST)
def test_nothing_around_the_report_survives(name, first, last):
    [item] = taken(name)
    assert compact(item.lines[0]) == first
    assert compact(item.lines[-1]).endswith(last)


def test_the_listing_holds_seven_reports():
    titles = [
        item.title for item in taken("001_1d3ab0f540b61540.txt") if isinstance(item, FoundReport)
    ]
    assert titles == [
        "2020年湖州市政府工作报告",
        "2020年浙江省政府工作报告",
        "2019年瑞安市政府工作报告",
        "2020年宁波市政府工作报告",
        "2019年台州市政府工作报告",
        "2019年宁波市政府工作报告",
        "2020年杭州市政府工作报告",
    ]


def test_three_posts_are_refused_with_the_reason():
    refused = [item for item in taken("001_1d3ab0f540b61540.txt") if isinstance(item, Refused)]
    assert [item.title[:4] for item in refused] == ["绍兴化工", "转发开展", "安吉构筑"]
    assert all(item.reason.startswith("not a work report: ") for item in refused)
    assert all("does not call itself 政府工作报告" in item.reason for item in refused)


def test_captions_inside_a_report_are_dropped_and_named():
    [item] = taken("004_9048d0ad6d252457.txt")
    assert [line for line in item.dropped if line] == [
        "昨天下午，市人大代表们分组审议政府工作报告。",
        "昨天下午，市政协委员们分组讨论政府工作报告。",
    ]


def test_an_empty_page_is_refused():
    assert all(isinstance(find_report(post, KNOWN), Refused) for post in posts("\n\n"))


def test_page_furniture_is_none_of_the_report():
    patterns = re.compile("积分|版主|浏览次数|下载到电脑|后才可以回帖|招商中心")
    for source in SOURCES.glob("*.txt"):
        for item in taken(source.name):
            assert isinstance(item, Refused) or not patterns.search("".join(item.lines))
