"""Dirty text: what is read all the same, and what is a doubt: (text, expected, origin)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baogao.reading.extract_command import explain
from baogao.reading.figures import doubts
from figure_cases import read, words

READ = [
    (
        "生產總值達1468.4億元，增長6.8%",
        [("1468.4億元", 146840000000, "元"), ("6.8%", 6.8, "%")],
        "a report in traditional characters",
    ),
    (
        "建成高標準農田12.5萬畝、改造危房320戶",
        [("12.5萬畝", 125000, "亩"), ("320戶", 320, "户")],
        "the same",
    ),
    ("财政收入8·5亿元", [("8·5亿元", 850000000, "元")], "reports of 1999"),
    ("财政收入8•5亿元", [("8•5亿元", 850000000, "元")], "the same with a bullet"),
    (
        "三次产业结构19.8︰41︰39.2",
        [("19.8︰41︰39.2", value, "%") for value in (19.8, 41, 39.2)],
        "贵港市 2018, a presentation form of the ratio sign",
    ),
    ("来自47万来沪人员家庭", [("47万", 470000, "人")], "上海市 2011: 来 is no part of the number"),
    ("增长7．2%", [("7．2%", 7.2, "%")], "a full-width point"),
    ("人均可支配收入1 2248元", [("1 2248元", 12248, "元")], "broken by a blank"),
    ("人均可支配收入12\n48元", [("12\n48元", 1248, "元")], "broken by a line end"),
    ("完成投资 - 12 - 35亿元", [("35亿元", 3500000000, "元")], "a page number in mid-sentence"),
    (
        "完成投资35亿元。\n第 3 页\n税收2亿元",
        [("35亿元", 3500000000, "元"), ("2亿元", 200000000, "元")],
        "a page number's line",
    ),
    (
        "完成投资35亿元。\n- 3 -\n税收2亿元",
        [("35亿元", 3500000000, "元"), ("2亿元", 200000000, "元")],
        "the same with dashes",
    ),
    (
        "生产总值突破—12—3000亿元",
        [("3000亿元", 300000000000, "元")],
        "a page number in mid-sentence, without blanks",
    ),
    (
        "一年来各项工作取得新的成绩，全市经济平稳运行，生产总值增\n—12—\n长8%",
        [("8%", 8, "%")],
        "a page number's line in mid-sentence",
    ),
    (
        "改造老旧小区12个\n35个社区参加",
        [("12个", 12, "个"), ("35个", 35, "个")],
        "two numbers over a line end",
    ),
    ("到2020\n35亿元以上", [("35亿元", 3500000000, "元")], "a year and an amount are never joined"),
]
# (text, (text, label) of each figure, origin)
BROKEN = [
    (
        "一般公共预算收 入32.83亿元。",
        [("32.83亿元", "一般公共预算收入")],
        "平凉市 2021, a blank within a word",
    ),
    (
        "重工业、 纺织业贷款余额分别增长8%、9%。",
        [("8%", "重工业贷款余额"), ("9%", "纺织业贷款余额")],
        "a blank between the members of a list",
    ),
    ("748个贫困村全 部退出。", [("748个", "退出贫困村")], "the same behind the number"),
    ("新增绿地3 万亩 林地", [("3 万亩", "新增绿地 林地")], "a unit stays where it is"),
    (
        (
            "推动发展，取得了全方位的开创性成就，全市上下克难奋进决战决胜，"
            "一般公共预算收\n入32.83亿元，全面决战决胜打赢攻坚之战，城乡居民人均\n"
            "可支配收入分别达到31096元、9756元，是历史上的最高水平，实现农村就\n业3万人。\n二、"
            "新增企业9家。\n"
        ),
        [
            ("32.83亿元", "一般公共预算收入"),
            ("31096元", "城镇居民人均可支配收入"),
            ("9756元", "农村居民人均可支配收入"),
            ("3万人", "农村就业"),
            ("9家", "新增企业"),
        ],
        "平凉市 2021, a text broken into lines",
    ),
    (
        (
            "（一）经济平稳向好。人均可支配收入达到3486\n2元，城乡差距缩小，增幅居全省前列，其中第\n"
            "16位是农村收入，登记失业率稳定在2.\n6%，保持较低水平，规上工业企业增加120\n"
            "3家，其中多数位于开发区，发明专利增加3.5\n万件。\n1.新增企业9家。\n"
        ),
        [
            ("3486\n2元", "人均可支配收入"),
            ("第\n16位", "人均可支配收入"),
            ("2.\n6%", "登记失业率"),
            ("120\n3家", "规上工业企业"),
            ("3.5\n万件", "发明专利"),
            ("9家", "新增企业"),
        ],
        "lines end within a number, a unit and behind 第",
    ),
    (
        "新建学校5所\n改造医院3家\n扩建道路8条\n整治河道9条\n新增公园7个\n",
        [
            ("5所", "新建学校"),
            ("3家", "改造医院"),
            ("8条", "扩建道路"),
            ("9条", "整治河道"),
            ("7个", "新增公园"),
        ],
        "items as long as one another are a list",
    ),
    (
        "一般公共预算收入\n32.83亿元。\n新增企业9家。",
        [("32.83亿元", ""), ("9家", "新增企业")],
        "lines of all lengths are paragraphs",
    ),
]


@pytest.mark.parametrize(("text", "expected", "origin"), BROKEN)
def test_words_broken_by_blanks_and_lines(text, expected, origin):
    assert read(text, "text", "label") == expected


def test_no_label_ends_with_a_blank():
    assert read("企业填报16项测评点 中有9项达到优良水平。", "label")[0] == "测评点"


DOUBTS = [
    ("向大会作报告2Iu，请审议", [("2", "letters")], "a watermark, Huzhou"),
    ("财政收入Iu8.5亿元", [("8.5亿元", "letters")], "a watermark in front"),
    ("城镇登记失业率3.5以内", [("3.5", "unit")], "a lost per-cent sign"),
    ("生产总值增长6.8,财政收入增长7%", [("6.8", "unit")], "the same behind a change"),
    ("前期审批最多80。", [("80", "unit")], "Shaoxing 2020, a lost 天"),
    ("生产总值X亿元，增长XX%", [("X亿元", "masked"), ("XX%", "masked")], "a model text"),
    (
        "投入×××万元，增长**%",
        [("×××万元", "masked"), ("**%", "masked")],
        "the same with other signs",
    ),
    ("增长1*%，达到XX.5亿元", [("1*%", "masked"), ("XX.5亿元", "masked")], "masked in part"),
    ("200*年工作回顾", [("200*年", "masked")], "a masked year"),
    ("完成投资12 35亿元", [("35亿元", "join")], "1235亿元, or a page number"),
    ("完成投资 12 350亿元", [("12 350亿元", "join")], "the same with blanks on both sides"),
    ("用电量增长6 800%", [("6 800%", "join")], "no growth of this world"),
    (
        "人均收入达到4052\n6元，失业率降到2.4\n6%，",
        [("4052", "unit"), ("6元", "join"), ("6%", "join")],
        "digits torn by a line end",
    ),
    ("增长5%—6.\n5%，", [("5%", "join"), ("5%", "join")], "the same at the end of a range"),
    (
        "收入倍差缩小到1.8\n3倍，城乡收入比1.6\n6:1，",
        [("1.8", "join"), ("3倍", "join"), ("1.6", "join"), ("6:1", "join")],
        "the same where the first half is enough for a number",
    ),
]
NO_DOUBTS = [
    ("加快5G商用，PM2.5浓度下降，建设G60走廊和3A级景区，整治P2P", "capitals name something"),
    ("实施7×24小时服务，完善17+1合作，“1+X”体系", "products and models"),
    ("到2025，实现2.0版，1、新增托位", "years, versions, and numbers of paragraphs"),
    ("点击量近4000万，收入比缩小到1.79", "no unit, and none is needed"),
]


@pytest.mark.parametrize(("text", "expected", "origin"), READ)
def test_read_all_the_same(text, expected, origin):
    assert read(text, "text", "value", "unit") == expected


@pytest.mark.parametrize(("text", "expected", "origin"), DOUBTS)
def test_doubts(text, expected, origin):
    found = list(doubts(text, words()))
    assert [(one.words, one.reason) for one in found] == expected
    told = [line for line in explain(text, words()) if line.startswith("doubt: ")]
    assert [line.split(" (")[0] for line in told] == [f"doubt: {one.words}" for one in found]
    assert not {one.words for one in found} & set(read(text, "text"))


@pytest.mark.parametrize(("text", "why"), NO_DOUBTS)
def test_no_doubts(text, why):
    assert list(doubts(text, words())) == []


def test_a_page_number_is_left_out_with_its_reason():
    assert "- 12 - (5-11) is no figure: a page number" in list(
        explain("完成投资 - 12 - 35亿元", words())
    )


def test_traditional_characters_stand_for_those_that_simplified_texts_lack():
    pairs = words().traditional
    assert len(dict(pairs)) == len(pairs)
    assert not set(dict(pairs)) & set(dict(pairs).values())


PIECES = st.sampled_from(
    [
        "增长",
        "X",
        "*",
        "×",
        "亿元",
        "%",
        "6.8",
        "12",
        " ",
        "\n",
        "- ",
        " -",
        "Iu",
        "页",
        "第",
        "億",
        "萬",
        "達",
        "失业率",
        "以内",
        "，",
        "。",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_doubts_are_no_figures_and_keep_their_words(text):
    figures = {(start, end) for start, end in read(text, "start", "end")}
    last = 0
    for one in doubts(text, words()):
        assert last <= one.start < one.end <= len(text) and text[one.start : one.end] == one.words
        assert not any(start < one.end and one.start < end for start, end in figures)
        last = one.end


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("新药12莫", "unit"),
        ("惠及70万莫姓", "unit"),
        ("算力达到32Zflops", "letters"),
        ("满意度从84.7升至90%", "unit"),
    ],
)
def test_a_number_whose_unit_is_not_known_is_a_doubt(text, reason):
    assert reason in [one.reason for one in doubts(text, words())]


@pytest.mark.parametrize(
    "text", ["1.推动高质量发展", "数字政府2.0建设", "2035国土空间规划", "12345政务热线"]
)
def test_versions_years_and_numbers_of_paragraphs_are_no_doubts(text):
    assert list(doubts(text, words())) == []
