"""What is no figure: (text, the raw text of the figures that remain)."""

import pytest

from figure_cases import read

CASES = [
    ("引进10亿元以上项目45个", ["45个"], "a criterion of a class"),
    ("引进50亿元以上项目8个、100亿元以上项目3个", ["8个", "3个"], "the same in a list"),
    ("完成1000亿元以上固定资产投资", ["1000亿元"], "an amount with its bound is none"),
    ("平台产值规模超300亿元。", ["300亿元"], "nor is an amount that closes its clause"),
    ("落地5个超100亩产业项目", ["5个"], "Ruian 2019"),
    ("整治亩均税收1万元以下低效企业209家", ["209家"], "Ningbo 2019"),
    ("70%以上民生事项实现“一证通办”", ["70%"], "a share is a figure"),
    ("服务10万家以上工业企业", ["10万家"], "so is a count"),
    ("实现200人以上自然村公交通达", [], "but not of the people that make a class"),
    ("加快5G商用，PM2.5浓度下降，建设G60走廊", [], "letters"),
    ("实施“1+N”行动，推进“225”外贸、“民政30条”", [], "names in quotation marks"),
    ("打造2.0版，入围世界500强", [], "versions and ranks of fame"),
    ("2019年1月16日召开，自7月起施行", [], "dates"),
    ("1号线、527国道、12345热线", [], "lines, roads, hotlines"),
    ("打造15分钟健身圈、1小时交通圈", [], "circles"),
    ("500千伏海缆、30万吨级码头", [], "marks of quality"),
    ("庆祝建党100周年", [], "anniversaries"),
    ("实施促进民营企业高质量发展31条。", [], "a document's name"),
    ("出台20条政策措施", ["20条"], "measures that were taken"),
    ("打造10个“科技创新2025”重大专项", ["10个"], "a name behind the number"),
    ("加强3岁以下婴幼儿照护", [], "an age that marks a class"),
    ("人均预期寿命82.2岁", ["82.2岁"], "an age that is measured"),
    ("1、新增托位5000个", ["5000个"], "the number of a paragraph"),
    ("(12)建设消防站66个", ["66个"], "in brackets"),
    ("货物吞吐量连续10年居全球第一", [], "an unbroken row"),
    ("第3次全体会议，第8批专家", [], "ordinals"),
    ("构建7×24小时服务", [], "round the clock"),
    ("消除年收入30万元且经营收入10万元以下的薄弱村", [], "two limits of one class"),
    ("实行144小时过境免签", [], "hours that name a policy"),
    (
        "60%的行政村集体经济收入达到80万元以上",
        ["60%"],
        "what a share of a class fulfils, Ningbo 2020",
    ),
    ("其中1/3超50万元，", ["1/3"], "the same after a fraction, Shengzhou 2024"),
    ("民营经济占比60%，税收达到80亿元", ["60%", "80亿元"], "but not in a clause of its own"),
    ("完成沿湖3公里范围内排污口整治", [], "a class by a distance, Huzhou 2020"),
    (
        "为人均耕地低于0.3亩、满60周岁的农民发放养老金3000元",
        ["3000元"],
        "新郑市 2012, who is served",
    ),
    ("为年满60周岁的城镇居民发放扶助金1000元", ["1000元"], "新郑市 2012, an age alone"),
    ("失业率低于4%、增长稳定的产业达到3个", ["4%", "3个"], "a share delimits no class"),
    ("保护80户以上的古村落12个", ["12个"], "a limit of a count"),
    ("引进80人以上企业5家", ["5家"], "the same"),
    ("新建幼儿园20所以上、改造食堂60个以上", ["20所", "60个"], "but not in a list"),
    ("招收2~3岁幼儿", [], "whose age it is"),
    ("为7至12岁儿童免费体检", [], "the same"),
    ("人均预期寿命提高到80岁左右", ["80岁"], "an age that is measured"),
    ("上午8:30开始，9时15分结束", [], "times of day"),
    ("发布于2026-03-01 08:12:30", [], "the same"),
    ("与718所共建实验室，709所研发的装备", [], "institutes by their number"),
    ("G15高速、P2P网贷", [], "roads and names with letters"),
    ("位列全球前千分之一。", [], "a place in a list"),
    ("每10万人拥有医生320人", ["320人"], "for each of so many"),
    ("8个1类新药获批", ["8个"], "a class of medicines"),
    ("投资10亿元以上的重大项目50个", ["50个"], "a limit with 的"),
]


@pytest.mark.parametrize(("text", "left", "why"), CASES)
def test_nonfigures(text, left, why):
    assert read(text, "text") == left
