"""`baogao add` and the area of a report: given by name, asked for, former, without a code."""

from pathlib import Path

import pytest

from baogao import check
from baogao.cleaning.add import CannotAdd, Wishes, add
from baogao.content import content_folder
from baogao.content.problem_printing import line_of
from sites import content_without_reports


@pytest.fixture
def folder(tmp_path) -> Path:
    """Give a content folder without reports."""
    return content_without_reports(tmp_path)


HEAD = "{title}\n各位代表：\n现在，我代表{of}人民政府，向大会报告工作。\n"
REVIEW = "过去的一年，我们办成了不少事情，修好了路，种上了树，办起了学校，人民生活一天比一天好。"
PLAN = "今年我们要把更多的事情办成办好，再修些路，再种些树，再办几所学校，让城乡变得更加美丽。"
BODY = "\n".join(
    ["一、2020年工作回顾", *[REVIEW] * 80, "二、2021年主要任务", *[PLAN] * 80]
    + ["让我们团结起来，为建设更加美丽富强的家园，为人民更加幸福美好的生活而不懈奋斗！"]
)


def page(folder: Path, title: str, of: str = "市") -> Path:
    """Write a page of a report and return where it is."""
    path = folder / "page.txt"
    path.write_text(HEAD.format(title=title, of=of) + BODY, "utf-8")
    return path


def test_the_area_can_be_given_by_its_full_name(folder, tmp_path):
    add(page(tmp_path, "2021年政府工作报告"), folder, Wishes(area="江苏省南京市鼓楼区"))
    [report] = content_folder.read(folder).reports
    assert (report.id, report.area_name) == ("320106/2021", "鼓楼区")


def test_a_former_area_is_added_under_its_own_code(folder, tmp_path):
    add(page(tmp_path, "2009年襄樊市政府工作报告"), folder, Wishes())
    [report] = content_folder.read(folder).reports
    assert (report.id, report.area_name) == ("420600/2009", "襄樊市")
    assert [line_of(one) for one in check.problems(content_folder.read(folder))] == []


REFUSED = [
    (
        "2021年鼓楼区政府工作报告",
        Wishes(),
        "not written: .*: which 鼓楼区\\? 320106 江苏省南京市鼓楼区, ",
    ),
    ("2021年政府工作报告", Wishes(), "no area found: give --area CODE"),
    ("2021年政府工作报告", Wishes(area="鼓楼区"), "which 鼓楼区\\? 320106 江苏省南京市鼓楼区, "),
    (
        "2021年政府工作报告",
        Wishes(area="长乐市"),
        "350182 长乐市 is an area until 2017, not in 2021 \\(in 2021 it was 350112 长乐区\\)",
    ),
    (
        "2009年政府工作报告",
        Wishes(area="襄阳市", year=2009),
        "420600 襄阳市 is an area from 2010, not in 2009 \\(in 2009 it was 420600 襄樊市\\)",
    ),
    ("2021年政府工作报告", Wishes(area="杭州湾新区"), "areas_own.csv, as 330200-hangzhouwan,"),
]


@pytest.mark.parametrize(("title", "wishes", "message"), REFUSED, ids=[r[2][:30] for r in REFUSED])
def test_an_area_that_is_not_clear_is_asked_for(folder, tmp_path, title, wishes, message):
    of = "区" if "区政府" in title else "市"
    with pytest.raises(CannotAdd, match=message):
        add(page(tmp_path, title, of), folder, wishes)
    assert not list(folder.glob("reports/*/*.md"))


def test_a_page_that_names_another_area_than_is_asked_for_is_a_doubt(folder, tmp_path):
    said = add(page(tmp_path, "2021年宁波市政府工作报告"), folder, Wishes(area="330300"))
    assert "content/reports/330300/2021.md:1: the page names 宁波市, not 温州市" in said


def test_an_area_without_a_code_is_added_under_its_own(folder, tmp_path):
    own = folder / "vocabulary" / "areas_own.csv"
    own.write_text(
        "code,name,level,parent,short\n330200-hangzhouwan,杭州湾新区,other,330200,杭州湾新区\n",
        "utf-8",
    )
    add(page(tmp_path, "2021年杭州湾新区工作报告", "杭州湾新区"), folder, Wishes())
    [report] = content_folder.read(folder).reports
    assert (report.id, report.area_level) == ("330200-hangzhouwan/2021", "other")
    assert [line_of(one) for one in check.problems(content_folder.read(folder))] == []
