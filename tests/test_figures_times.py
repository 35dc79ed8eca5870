"""Status and period, and the sections they come from, in scraped and in cleaned texts."""

import pytest

from baogao.reading.delivery_year import year_delivered
from baogao.reading.sections import sections
from figure_cases import read, words

SCRAPED = (
    "2019年2月13日在某市第十五届人民代表大会第四次会议上各位代表:现在报告工作。 一、"
    "2018年工作回顾2018年是开局之年。"
    "生产总值增长7%。 (一)抓实业新增企业56家。 (二)加强政府自身建设办理建议541件。 二、"
    "2019年主要目标任务2019年是关键之年。"
    "生产总值增长6.8%左右。 (一)推动发展新增企业400家。到2025年,生产总值达8500亿元;城镇化率达75%。"
    "力争两年内实现覆盖率80%。VOCs排放总量较2015年下降20%。 三、加强政府自身建设压减一般性支出5%。"
)
PERIODS = ["2018", "2018", "2018", "2019", "2019", "2025", "2025", "2020", "2019", "2019"]
CLEANED = """---
title: 某市政府工作报告
area: {code: "330200", name: 宁波市, level: prefecture}
year: 2019
---

增长1%的前言不在正文之外。

## 一、2018年工作回顾

### （一）抓实业

生产总值增长7%，新增企业56家。

## 二、2019年主要任务

新增企业400家。
"""
FIVE_YEARS = (
    "“十三五”时期，是突破的五年。五年来，建成省级特色小镇4个，"
    "办复建议1228件；财政支出年均增长7.2%，上市公司数量达68家，"
    "优良率由75.7%升至90.7%，财政民生支出累计达2153.3亿元。2020年是极不平凡的一年，"
    "生产总值增长3.3%。"
)


# (text, (value, period) of each figure, origin)
TERMS = [
    (
        (
            "## “十五”时期的回顾\n\n生产总值由2000年的2003亿元增加到2005年的4070亿元，"
            "年均增长11.6%，比上年增长12%。\n"
        ),
        ["2000", "2005", "2001-2005", "2005"],
        "江西省 2006",
    ),
    (
        "## 一、过去五年及2005年工作回顾\n\n一般公共预算收入年均增长4.8%，去年增长6%。\n",
        ["2001-2005", "2005"],
        "新疆维吾尔自治区 2023",
    ),
    (
        "## 一、工作回顾\n\n国内生产总值由“九五”期末的833亿元增加到1400亿元。\n",
        ["2000", "2005"],
        "内蒙古自治区 2001",
    ),
    (
        "## 一、2002年以来的工作回顾\n\n服务业占生产总值比重达到53.1%，提高4.3个百分点。\n",
        ["2005", "2002-2005"],
        "济南市 2012",
    ),
    ("## 一、2005年工作回顾和“十五”发展成就\n\n财政总收入增长3.6%。\n", ["2005"], "马鞍山市 2016"),
    ("## 一、工作回顾\n\n四年来，新建公园18个。\n", ["2002-2005"], "a term of four years"),
    ("## 一、过去六年工作回顾\n\n六年来，生产总值年均增长12.2%。\n", ["2000-2005"], "汉中市 2017"),
    ("## 一、工作回顾\n\n企业由2001年929家增长到3605家。\n", ["2001", "2005"], "黑龙江省 2023"),
]


@pytest.mark.parametrize(("text", "periods", "origin"), TERMS)
def test_terms_of_years(text, periods, origin):
    assert read(text, "period", "status", year=2006) == [
        (period, "actual") for period in periods
    ], origin


def test_scraped_text_in_one_line():
    assert read(SCRAPED, "period") == PERIODS
    assert read(SCRAPED, "status") == ["actual"] * 3 + ["target"] * 7


NARRATED = (
    "## 二、2020年主要任务\n\n新增企业400家。"
    "前期，市政府广泛征集民生实事，初步遴选形成12件候选项目。"
    "经过多方征集，梳理形成16项预选项目。根据两次投票结果，在16个项目中确定了前12项。\n\n经过努力，"
    "力争新增企业5家。\n"
)


# (text, year of delivery, (status, period) of each figure, origin)
UNHEADED = [
    (
        (
            "2005年，市政府将集中财力，努力为群众办好十件实事： 一、新建中小学校22所。 二、"
            "新增公交线路30条。 去年新增20条。"
        ),
        2005,
        [("target", "2005")] * 2 + [("actual", "2004")],
        "郑州市 2005",
    ),
    (
        "2012年“十件实事”包括：新建学校2所；改造公路40公里。\n新建公厕9座。",
        2012,
        [("target", "2012")] * 3,
        "新郑市 2012",
    ),
    ("2012年安排的十件实事全部完成。新建学校2所。", 2013, [("actual", "2012")], "promises kept"),
    (
        (
            "进一步加大投入力度。认真落实7项补贴。今年市级财政安排资金6755万元，比去年增加725万元。"
            "\n发展特色农业，小麦面积达到200万亩。"
            "力争畜牧业比重达到35%，争取龙头企业达到30家。\n新发展合作组织100家以上。"
        ),
        2007,
        [("target", "2007")] * 7,
        "洛阳市 2007",
    ),
    (
        (
            "深化农村改革。鼓励农民流转土地，扩大小额贷款试点，完善贷款办法，探索建立担保机构。"
            "加快林权改革。继续推进体制改革。加强基层建设。"
            "深化殡葬改革，完成146个公墓的建设。"
        ),
        2009,
        [("target", "2009")],
        "郑州市 2009",
    ),
    (
        "加快改革，扩大开放，全年新增企业20家，增长8%。\n继续加强建设，推进改造，完成投资30亿元。",
        2009,
        [("actual", "2008")] * 3,
        "verbs of reviews too",
    ),
    (
        "力争新增企业20家，争取达到30家。\n一年来，新增学校3所。",
        2009,
        [("target", "2009")] * 2 + [("actual", "2008")],
        "a review behind a plan",
    ),
    (
        "力争新增企业20家，争取达到30家。\n取得了明显成效，建成学校3所，累计完成投资5亿元。",
        2009,
        [("target", "2009")] * 2 + [("actual", "2008")] * 2,
        "a paragraph that looks back",
    ),
]


@pytest.mark.parametrize(("text", "year", "expected", "origin"), UNHEADED)
def test_texts_without_headings(text, year, expected, origin):
    assert read(text, "status", "period", year=year) == expected, origin


LATE = (
    "——2022年12月28日在某县第十八届人民代表大会第二次会议上\n2022年工作回顾\n圆满完成了确定的目标任务。"
    "预计全年生产总值增长3.5%。\n2023年重点工作\n新建公厕9座。"
)


def test_a_report_at_the_end_of_the_year_looks_back_on_that_year():
    assert read(LATE, "status", "period", year=2022) == [("actual", "2022"), ("target", "2023")]
    assert read(LATE.replace("2022年工作", "五年工作"), "period", year=2022) == [
        "2018-2022",
        "2023",
    ]


def test_some_years_reach_as_far_as_their_paragraph():
    text = "## 一、工作回顾\n\n四年来，基础不断夯实。新建公园18个。\n\n新建公园3个。\n"
    assert read(text, "period", year=2006) == ["2002-2005", "2005"]
    assert read("## 工作回顾\n\n2002年以来，成绩显著。新建公园18个。\n", "period", year=2006) == [
        "2002-2005"
    ]


def test_what_is_told_among_the_tasks():
    assert read(NARRATED, "status", year=2020) == [
        "target",
        "actual",
        "actual",
        "actual",
        "actual",
        "target",
    ]


def test_how_a_list_of_tasks_came_about():
    told = (
        "## 二、2012年主要任务\n\n前期，面向全县征集到意见860条。经过专家论证，形成20件候选实事。"
        "\n\n新建公厕30座。\n"
    )
    assert read(told, "status", year=2012) == ["actual", "actual", "target"]


def test_events_of_the_year_of_delivery_in_the_review():
    assert read(
        "## 一、2019年工作回顾\n\n新增企业5家。今年1月，派出医疗队员92名。\n", "period", year=2020
    ) == ["2019", "2020"]


def test_cleaned_report():
    assert read(CLEANED, "text", "status", "period") == [
        ("1%", "actual", "2018"),
        ("7%", "actual", "2018"),
        ("56家", "actual", "2018"),
        ("400家", "target", "2019"),
    ]


def test_no_figure_in_front_matter():
    body = CLEANED.index("增长1%")
    assert min(read(CLEANED, "start")) > body


def test_five_years():
    assert read(FIVE_YEARS, "period", year=2021) == [
        "2016-2020",
        "2016-2020",
        "2016-2020",
        "2020",
        "2015",
        "2020",
        "2016-2020",
        "2020",
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2007年2月6日在市第三届人民代表大会第二次会议上", 2007),
        ("2024年嵊州市政府工作报告", 2024),
        ("一、2017年主要工作\n回顾", 2018),
        ("——2021年民生实事候选项目——", 2021),
        ("没有年份", None),
    ],
)
def test_year_delivered(text, year):
    assert year_delivered(text) == year


def test_sections_have_no_gaps():
    found = sections(SCRAPED, words())
    assert [section.start for section in found[1:]] == [section.end for section in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, len(SCRAPED))


def test_years_from_the_report_win():
    found = sections(
        "## 一、工作回顾\n\n增长7%。\n\n## 二、目标任务\n\n增长8%。\n",
        words(),
        reviews=(2012,),
        plans=(2013,),
    )
    assert [(section.kind, section.years) for section in found] == [
        ("review", (2012,)),
        ("tasks", (2013,)),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("五年共审结案件300件和执行案件40件。", ["2021-2025", "2021-2025"]),
        ("五年来，新增菜市场12个、便民网点30个。", ["2021-2025", "2021-2025"]),
        ("五年新增就业6万人，再就业1.2万人。", ["2021-2025", "2021-2025"]),
        ("五年来，新增菜市场12个，总数达到90个。", ["2021-2025", "2025"]),
    ],
)
def test_the_verb_that_opened_a_list_tells_of_all_its_numbers(sentence, expected):
    text = f"一、“十四五”时期工作回顾\n{sentence}\n"
    assert read(text, "period", year=2026) == expected
