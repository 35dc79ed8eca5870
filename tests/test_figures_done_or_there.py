"""In a review of several years: what was done in all of them, and what there is at their end."""

import pytest

from figure_cases import read

WHOLE, END = "2021-2025", "2025"
DONE = [
    ("改善30所乡村学校办学条件", "a verb, so many, and the thing"),
    ("设置4个区域诊疗中心", "the same"),
    ("吸引320家企业落户", "the same, and what they did"),
    ("确定并重点培育60家龙头企业", "two verbs"),
    ("成功创建8个示范街区", "in what manner"),
    ("疏浚沟渠230公里", "a verb, the thing, and so much"),
    ("修缮古建筑45处", "the same"),
    ("拓宽改造农村公路260公里", "two verbs in front of a thing"),
    ("多年来取消和下放审批事项90项", "over how long"),
    ("取缔非法采砂点35个", "the same"),
    ("清收不良贷款18亿元", "of money"),
    ("减轻企业负担超过50亿元", "that came up to a mark"),
    ("引导社会资本投入80亿元", "of money"),
    ("争取上级资金30亿元", "what was striven for was got"),
    ("专项行动为职工追回工资2亿元", "for whom"),
    ("通过公开招标购置公交车800辆", "by what"),
    ("免费为5万名老人体检", "for so many"),
    ("让2万名老人就近就餐", "for so many"),
    ("实现海港、空港等6家企业战略重组", "examples and what they did"),
    ("库区27处危岩全面除险加固", "a verb behind what is counted"),
    ("120个服务站提质增效", "the same"),
    ("8万户居民搬进新居", "the same"),
    ("6万监测对象稳定消除返贫风险", "the same"),
    ("流域生态补水12亿立方米", "a verb that ends the subject"),
    ("新兴市场贡献约七成出口增量", "a share of what came to be"),
    ("民间投资贡献六成新增就业", "the same"),
    ("开行中欧班列超过3000列", "events"),
    ("兜底保障困难群众23万人", "in what manner"),
    ("5家企业登陆科创板", "what they did"),
    ("老年医院数量新增6家", "so many more"),
    ("4个县（市、区）通过评估认定", "behind a bracket"),
    ("新增上市公司占全省增量的1/4", "a share of what came to be"),
    ("对口支援投入资金15亿元", "what was spent"),
]
THERE = [
    ("高新技术企业1200家", "a noun alone"),
    ("国家级示范区23个", "a noun alone"),
    ("引导基金规模500亿元", "a verb in a name"),
    ("救援队伍120支", "a verb in a name"),
    ("全市拥有三甲医院18家", "a verb of being"),
    ("实有市场主体46万户", "what there is"),
    ("规上企业超过900家", "a verb of reaching"),
    ("城市绿道突破500公里", "a verb of reaching"),
    ("6万名骑手有了工伤保障", "what they came to have"),
    ("3个镇用上清洁能源", "the same"),
    ("医疗保险覆盖520万人", "how far it reaches"),
    ("存款余额3000亿元", "a stock by its name"),
    ("服务业做优做强，增加值跨上2000亿元台阶", "a mark has its own verb"),
]


@pytest.mark.parametrize(
    ("text", "period", "origin"),
    [(text, WHOLE, origin) for text, origin in DONE]
    + [(text, END, origin) for text, origin in THERE],
)
def test_done_or_there(text, period, origin):
    assert read(f"一、“十四五”时期工作回顾\n{text}。", "period", year=2026) == [period], origin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "累计建成桥梁20座、城市绿道突破500公里",
            [("累计建成桥梁", WHOLE), ("城市绿道", END)],
        ),
        ("新增上市公司5家、规上企业达到100家", [("新增上市公司", WHOLE), ("规上企业", END)]),
        ("铁路里程新增70公里、突破900公里", [("铁路里程新增", WHOLE), ("铁路里程", END)]),
        ("突破40项关键技术、外贸出口突破80亿元", [("关键技术", WHOLE), ("外贸出口", END)]),
        ("2023年以来新增企业2300家", [("新增企业", "2023-2025")]),
    ],
)
def test_what_there_is_behind_what_was_done(text, expected):
    found = read(f"一、“十四五”时期工作回顾\n{text}。", "label", "period", year=2026)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("市场主体达到20万户、是十年前的3倍", "2016-2025"),
        ("出口额是五年前的2.4倍", "2021-2025"),
        ("研发投入相当于3年前的2倍", "2023-2025"),
        ("贷款利率比五年前下降15%", "2021-2025"),
    ],
)
def test_so_many_years_ago_is_a_base(text, period):
    found = read(f"一、2025年工作回顾\n{text}。", "kind", "period", year=2026)
    assert found[-1] == ("change", period)


@pytest.mark.parametrize(
    "title", ["# 某市2026年政府工作报告", "# 政府工作报告", "# 二〇二六年政府工作报告（草案）"]
)
@pytest.mark.parametrize("marks", ["", "## "])
def test_a_title_of_the_whole_opens_no_part(title, marks):
    review = f"{marks}一、2025年工作回顾\n\n新增企业5家。"
    text = f"{title}\n\n{review}\n\n{marks}二、2026年工作安排\n\n新增企业6家。\n"
    assert read(text, "status", "period", year=2026) == [("actual", "2025"), ("target", "2026")]
