"""`baogao extract --explain`: which rule and which words set each field, for sentences of the
annotated reports.
"""

import json
from textwrap import dedent

import pytest

from baogao.cli import main
from baogao.reading.extract_command import explain, extract
from figure_cases import words

REVIEW = "一、2018年工作回顾\n"
BLOCKS = {
    # ningbo-2019
    "城镇居民、农村居民人均可支配收入分别为60134元、33633元": (
        """\
        60134元 (31-37)
          value     60134: 60134
          unit      元: 元 behind the numeral
          bound     eq: no word
          kind      level: no word of change; predicate 分别 为
          status    actual: the section 一、2018年工作回顾 (review, 2018)
          period    2018: that year
          label     城镇居民人均可支配收入: member 1 of a list of 2
          indicator income_urban: alias 城镇居民人均可支配收入
          area      -: the report's own
          certainty medium: a subject that stands elsewhere
        33633元 (38-44)
          value     33633: 33633
          unit      元: 元 behind the numeral
          bound     eq: no word
          kind      level: no word of change; as the first of its list
          status    actual: the section 一、2018年工作回顾 (review, 2018)
          period    2018: that year
          label     农村居民人均可支配收入: member 2 of a list of 2
          indicator income_rural: alias 农村居民人均可支配收入
          area      -: the report's own
          certainty medium: a subject that stands elsewhere
        """
    ),
    # zhejiang-2020
    "全省VOCs排放总量较2015年下降20%以上": (
        """\
        2015 (23-27) is no figure: a date: 年
        20% (30-33)
          value     -20: 20
          unit      %: % behind the numeral
          bound     ge: 以上 after
          kind      change: fall 下降; predicate 较2015年 下降
          status    actual: the section 一、2018年工作回顾 (review, 2018)
          period    2016-2018: since a year named
          label     VOCs排放总量: the subject in front
          indicator -: no indicator of that name
          area      -: the report's own
          certainty high: nothing against it
        """
    ),
    # shaoxing-2021, ruian-2019: what opens a class, and what is counted behind
    "到2025年，引进20亿元以上项目近2.5万个": (
        """\
        2025 (13-17) is no figure: a date: 年
        20亿元 (21-25) is no figure: a class of what was gained: 以上
        2.5万个 (30-35)
          value     25000: 2.5万, times 10000
          unit      个: 个 behind the numeral
          bound     approx: 近 before
          kind      level: no word of change; predicate 近
          status    target: the section 一、2018年工作回顾 (review, 2018); a year named 2025年
          period    2025: that year
          label     引进20亿元以上项目: the subject in front
          indicator -: no indicator of that name
          area      -: the report's own
          certainty high: nothing against it
          tone      plain: no word
        """
    ),
}


@pytest.mark.parametrize("sentence", BLOCKS)
def test_blocks(sentence):
    said = [
        block
        for block in explain(REVIEW + sentence, words(), year=2019)
        if not block.startswith("2018")
    ]
    assert "\n".join(said) + "\n" == dedent(BLOCKS[sentence])


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("压减会议41.8%、文件35.6%", "kind      change: verb that opened the list 压减"),
        (
            "细颗粒物浓度降到每立方米32微克",
            "unit      微克/立方米: 微克 behind the numeral, 每立方米 in front",
        ),
        ("城乡居民收入比为1.77:1", "value     1.77: 1.77:1, a ratio"),
        ("生产总值增长6%-6.5%", "bound     range: two ends"),
        ("惠及群众2万多人", "bound     ge: 多 inside"),
        ("到2025年，力争新建公园9个", "tone      striving: its clause 力争"),
        ("去年新增企业20家", "(review, 2018); last year 去年"),
        ("占全国份额从年初的12.9%提高到13.3%", "period    2018: the base of a change"),
        ("新增20家“品字标”企业", "label     新增“品字标”企业: the noun behind the number"),
        (
            "生产总值1000亿元，增长8%",
            "label     生产总值: inherited from a figure before: 1000亿元 生产总值",
        ),
        (
            "城镇老旧小区建设12座、改造5座",
            "label     城镇老旧小区改造: another verb for what was named before: "
            "12座 城镇老旧小区建设",
        ),
        ("市区空气质量优良率68.5%", "area      市区: named in its clause"),
        ("推广“12345”热线", "12345 (15-20) is no figure: in quotation marks: “12345”"),
    ],
)
def test_lines(sentence, line):
    assert line in "\n".join(explain(REVIEW + sentence, words(), year=2019))


def test_it_explains_what_is_printed_without_it(tmp_path, capsys):
    file = tmp_path / "report.txt"
    file.write_text(REVIEW + "一般公共预算收入1468.4亿元，增长8.0%", encoding="utf-8")
    assert main(["extract", "--explain", "--year", "2019", str(file)]) == 0
    told = [
        line
        for line in capsys.readouterr().out.splitlines()
        if not line.startswith(" ") and "no figure" not in line
    ]
    assert main(["extract", "--year", "2019", str(file)]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told == [f"{figure['text']} ({figure['start']}-{figure['end']})" for figure in printed]


def test_every_figure_and_every_veto_once():
    text = REVIEW + "2018年引进10亿元以上项目45个，新增企业385家。"
    blocks = list(explain(text, words()))
    assert [block.split(" ")[0] for block in blocks] == ["2018", "2018", "10亿元", "45个", "385家"]
    assert [figure["text"] for figure in extract(text, words())] == ["45个", "385家"]
