"""What a page's head says of a report: area, year, day, meeting and speaker, as sites write them.

The forms are those of portals, 公文 collections and newspapers; the words are made up.
"""

from pathlib import Path

import pytest

from baogao.cleaning.metadata import Metadata, metadata
from baogao.cleaning.page_head import head_of
from baogao.cleaning.scraped_posts import posts
from baogao.content.vocabulary.vocabulary import load

AREAS = load(Path(__file__).parents[1] / "content" / "vocabulary").all_areas()
OPENING = "各位代表：\n现在，我代表{of}人民政府，向本次大会作工作报告，请审查。"
TEXT = "过去的一年，是很不平凡的一年。" * 12


def said(head: str, of: str = "市", opening: str = OPENING) -> Metadata:
    """Return what a page says of its report."""
    page = "\n".join([head, opening.format(of=of), TEXT])
    [post] = posts(page)
    return metadata(post.title, head_of(post.lines), (), AREAS)


# Each head, whom the speaker stands for, and what a person reads: the area's code, the year, day,
# meeting, office and name.
FORMS = [
    (  # a portal: everything below the title
        "政府工作报告\n——2026年1月27日在绍兴市第十届人民代表大会第一次会议上\n绍兴市市长　李四明",
        "市",
        ("330600", 2026, "2026-01-27", "绍兴市第十届人民代表大会第一次会议", "市长", "李四明"),
    ),
    (  # the meeting above source and time
        "首页\n>\n政务公开\n2026年绍兴市政府工作报告\n"
        "——2026年1月27日在绍兴市第十届人民代表大会第一次会议上\n来源：绍兴日报\n"
        "时间：2026-02-03 09:12\n字号：大 中 小\n市长 李四明",
        "市",
        ("330600", 2026, "2026-01-27", "绍兴市第十届人民代表大会第一次会议", "市长", "李四明"),
    ),
    (  # broken over two lines
        "政府工作报告\n——2026年1月27日在绍兴市第十届\n人民代表大会第一次会议上\n绍兴市人民政府代市长\n"
        "李四明",
        "市",
        ("330600", 2026, "2026-01-27", "绍兴市第十届人民代表大会第一次会议", "代市长", "李四明"),
    ),
    (  # a day in Chinese numerals, in brackets, above the meeting
        "台州市政府工作报告\n（二〇二六年一月二十七日）\n"
        "在台州市第六届人民代表大会第五次会议上\n市长　王　五",
        "市",
        ("331000", 2026, "2026-01-27", "台州市第六届人民代表大会第五次会议", "市长", "王五"),
    ),
    (
        "政府工作报告\n二○○九年三月六日在襄樊市第十四届人民代表大会第八次会议上\n襄樊市市长 赵六",
        "市",
        ("420600", 2009, "2009-03-06", "襄樊市第十四届人民代表大会第八次会议", "市长", "赵六"),
    ),
    (  # in, then the day
        "政府工作报告\n（在2012年3月2日襄阳市第十六届人民代表大会第一次会议上）\n襄阳市市长：赵六",
        "市",
        ("420600", 2012, "2012-03-02", "襄阳市第十六届人民代表大会第一次会议", "市长", "赵六"),
    ),
    (  # the speaker on the meeting's line
        "陕西省2025年政府工作报告\n"
        "2025年1月11日在陕西省第十九届人民代表大会第六次会议上 陕西省省长 钱七",
        "省",
        ("610000", 2025, "2025-01-11", "陕西省第十九届人民代表大会第六次会议", "省长", "钱七"),
    ),
    (  # short words for the meeting, the area in the title only
        "2020年瑞安市政府工作报告\n（2020年4月8日在市十六届人大四次会议上）\n代市长 孙八",
        "市",
        ("330381", 2020, "2020-04-08", "市十六届人大四次会议", "代市长", "孙八"),
    ),
    (  # a district with the city that it lies in
        "政府工作报告\n--2018年1月9日在呼伦贝尔市海拉尔区第十九届人民代表大会第二次会议上\n"
        "呼伦贝尔市海拉尔区人民政府代理区长 周九",
        "海拉尔区",
        (
            "150702",
            2018,
            "2018-01-09",
            "呼伦贝尔市海拉尔区第十九届人民代表大会第二次会议",
            "代理区长",
            "周九",
        ),
    ),
    (
        "政府工作报告\n——2021年1月12日在江苏省南京市鼓楼区第十八届人民代表大会第五次会议上\n"
        "区长 吴十",
        "区",
        (
            "320106",
            2021,
            "2021-01-12",
            "江苏省南京市鼓楼区第十八届人民代表大会第五次会议",
            "区长",
            "吴十",
        ),
    ),
    (  # a common noun behind its city
        "政府工作报告\n2018年2月6日在阳泉市矿区第九届人民代表大会第三次会议上\n矿区区长 郑一",
        "区",
        ("140303", 2018, "2018-02-06", "阳泉市矿区第九届人民代表大会第三次会议", "区长", "郑一"),
    ),
    (
        "内蒙古自治区政府工作报告\n——2025年1月6日在内蒙古自治区第十九届人民代表大会第六次会议上\n"
        "自治区主席　冯二花",
        "自治区",
        (
            "150000",
            2025,
            "2025-01-06",
            "内蒙古自治区第十九届人民代表大会第六次会议",
            "主席",
            "冯二花",
        ),
    ),
    (
        "2021年新疆维吾尔自治区政府工作报告\n新疆维吾尔自治区主席 艾山江·买买提",
        "自治区",
        ("650000", 2021, "", "", "主席", "艾山江·买买提"),
    ),
    (
        "政府工作报告\n2017年1月5日在大理白族自治州第十四届人民代表大会第一次会议上\n州长 杨三",
        "州",
        (
            "532900",
            2017,
            "2017-01-05",
            "大理白族自治州第十四届人民代表大会第一次会议",
            "州长",
            "杨三",
        ),
    ),
    (
        "锡林郭勒盟行政公署工作报告\n盟长 白音",
        "盟",
        ("152500", None, "", "", "盟长", "白音"),
    ),
    (
        "2016年政府工作报告\n——2016年1月20日在鄂伦春自治旗第十二届人民代表大会第四次会议上\n"
        "旗长 何四",
        "旗",
        (
            "150723",
            2016,
            "2016-01-20",
            "鄂伦春自治旗第十二届人民代表大会第四次会议",
            "旗长",
            "何四",
        ),
    ),
    (  # whoever issues it above a bare title
        "宁波市人民政府\n政府工作报告\n（2015年2月3日）\n市长 施五",
        "市",
        ("330200", 2015, "2015-02-03", "", "市长", "施五"),
    ),
    (
        "湖州市人民政府关于印发2015年政府工作报告的通知\n2015年政府工作报告",
        "市",
        ("330500", 2015, "", "", "", ""),
    ),
    (  # a bare day beside the speaker
        "2014年嵊州市政府工作报告\n2014年1月15日\n市长　沈六",
        "市",
        ("330683", 2014, "2014-01-15", "", "市长", "沈六"),
    ),
    (  # a bare day beside source and clicks is that of publication
        "2014年嵊州市政府工作报告\n2014年2月20日\n来源：嵊州新闻网\n市长　沈六",
        "市",
        ("330683", 2014, "", "", "市长", "沈六"),
    ),
    (  # a newspaper: no office
        "2025年湖南省政府工作报告\n——2025年1月8日在湖南省第十九届人民代表大会第六次会议上\n"
        "来源：湖南日报\n时间：2025-01-29\n毛七",
        "省",
        ("430000", 2025, "2025-01-08", "湖南省第十九届人民代表大会第六次会议", "", "毛七"),
    ),
    (  # the mayor's letter box is no speaker
        "市长信箱\n市长热线\n2013年台州市政府工作报告\n分享到",
        "市",
        ("331000", 2013, "", "", "", ""),
    ),
    (  # wide digits, blanks inside
        "政 府 工 作 报 告\n——２００３年１月２０日在思茅地区某会议上\n思茅地区行政公署专员 段八",
        "行署",
        ("532700", None, "", "", "专员", "段八"),
    ),
    (
        "2006年思茅市政府工作报告\n——2006年2月15日在思茅市第一届人民代表大会第三次会议上\n"
        "市长 段八",
        "市",
        ("530800", 2006, "2006-02-15", "思茅市第一届人民代表大会第三次会议", "市长", "段八"),
    ),
    (
        "2016年长乐市政府工作报告\n2016年1月12日在长乐市第十六届人民代表大会第五次会议上\n"
        "市长 林九",
        "市",
        ("350182", 2016, "2016-01-12", "长乐市第十六届人民代表大会第五次会议", "市长", "林九"),
    ),
    (
        "2019年长乐区政府工作报告\n区长 林九",
        "区",
        ("350112", 2019, "", "", "区长", "林九"),
    ),
    (
        "2015年崇明县政府工作报告\n县长 马十",
        "县",
        ("310230", 2015, "", "", "县长", "马十"),
    ),
    (
        "2010年巢湖市政府工作报告\n2010年2月1日在巢湖市第三届人民代表大会第四次会议上\n市长 韦一",
        "市",
        ("341400", 2010, "2010-02-01", "巢湖市第三届人民代表大会第四次会议", "市长", "韦一"),
    ),
    (
        "2015年巢湖市政府工作报告\n市长 韦一",
        "市",
        ("340181", 2015, "", "", "市长", "韦一"),
    ),
    (
        "2005年定安县政府工作报告\n县长 符二",
        "县",
        ("469025-2007", 2005, "", "", "县长", "符二"),
    ),
    (
        "政府工作报告\n——2022年3月8日在第十九届全国人民代表大会第六次会议上\n国务院总理 章三",
        "国务院",
        ("100000", 2022, "2022-03-08", "第十九届全国人民代表大会第六次会议", "总理", "章三"),
    ),
    (  # by its short name in the title alone
        "绍兴2020年政府工作报告",
        "市",
        ("330600", 2020, "", "", "", ""),
    ),
    (  # all that says where is whom the speaker stands for
        "2022年政府工作报告",
        "上海市",
        ("310000", 2022, "", "", "", ""),
    ),
    (
        "2022年政府工作报告\n上海市市长　龚　八",
        "市",
        ("310000", 2022, "", "", "市长", "龚八"),
    ),
    (  # the vice mayor who stands beside does not report
        "2022年宁波市政府工作报告\n市政协主席 张一\n副市长 李二\n市长 王三",
        "市",
        ("330200", 2022, "", "", "市长", "王三"),
    ),
    (
        "2022年宁波市政府工作报告\n市党委副书记、市政协党组成员、市长 王三",
        "市",
        ("330200", 2022, "", "", "市长", "王三"),
    ),
    (
        "2022年宁波市政府工作报告\n报告人：市委副书记、代市长 王三",
        "市",
        ("330200", 2022, "", "", "代市长", "王三"),
    ),
]


@pytest.mark.parametrize(("head", "of", "read"), FORMS, ids=[form[0][:40] for form in FORMS])
def test_a_head_is_read_as_a_person_reads_it(head, of, read):
    found = said(head, of)
    assert (
        found.area and found.area.code,
        found.year,
        found.date,
        found.meeting,
        found.office,
        found.speaker,
    ) == read


def test_a_head_that_has_lost_its_breaks_is_read():
    run_in = (
        "上海市政府工作报告  上海市市长　龚八  各位代表：    现在，我代表上海市人民政府，向大会报告"
    )
    found = metadata("", head_of([run_in + TEXT]), (), AREAS)
    assert (found.area.code, found.office, found.speaker) == ("310000", "市长", "龚八")


SITE = "政府工作报告_开封市鼓楼区人民政府门户网站\n政府工作报告"


def test_an_area_that_only_the_site_is_of_is_inferred_and_said():
    found = said(f"{SITE}\n区长　王三", "区")
    assert (found.area.code, found.area_inferred) == ("410204", "开封市鼓楼区人民政府")
    assert said(f"{SITE}\n县长　王三", "县").area is None  # one that the site keeps for others


ASKED = [
    ("2021年鼓楼区政府工作报告\n区长 吴十", "区", "which 鼓楼区? 320106 江苏省南京市鼓楼区, "),
    (
        "2021年宁波市政府工作报告\n2021年2月2日在温州市第十三届人民代表大会第六次会议上",
        "市",
        "the page names 宁波市 (title) and 温州市 (meeting): give --area CODE",
    ),
    (
        "2021年海拉尔区政府工作报告\n市长 吴十",
        "市",
        "the page names 海拉尔区 (title) and an area that ends with 市 (speaker): give --area CODE",
    ),
    (
        "2020年长乐市政府工作报告",
        "市",
        "长乐市 was no area in 2020 (until 2017, then 350112): give --area CODE",
    ),
    ("2005年襄阳市政府工作报告", "市", "襄阳市 was no area in 2005 (from 2010): give --area CODE"),
    ("2021年矿区政府工作报告\n区长 吴十", "区", "no area found: give --area CODE"),
    ("2021年政府工作报告", "市", "no area found: give --area CODE"),
    # a town, a development zone: no areas of the list, nor is what they lie in
    (f"{SITE}\n镇长　王三", "镇", "no area found: give --area CODE"),
    ("2024年宁波杭州湾新区工作报告\n管委会主任　王三", "新区", "no area found: give --area CODE"),
]


@pytest.mark.parametrize(("head", "of", "question"), ASKED, ids=[asked[0][:30] for asked in ASKED])
def test_what_is_not_clear_is_asked(head, of, question):
    found = said(head, of)
    assert found.area is None
    assert found.question.startswith(question)


def test_a_title_of_another_year_is_a_doubt():
    found = said("2020年宁波市政府工作报告\n2019年12月28日在宁波市第十五届人民代表大会第五次会议上")
    assert found.year == 2019
    assert "delivered in 2019, but a title says 2020" in found.doubts


def test_a_day_that_is_none_is_left_empty():
    found = said("2020年宁波市政府工作报告\n（2020年2月31日）\n市长 王三")
    assert (found.date, found.year) == ("", 2020)
