"""Beside a target and its outcome stands what the reports say: the part of the sentence that alone
has the words.
"""

from decimal import Decimal

import pytest

from baogao.pages.targets.target_table import clause
from baogao.records import Observation

GOAL = (  # 宁波 2019
    "主要预期目标为：地区生产总值增长6.8%左右，"
    "能快则快；固定资产投资增长10%左右；城镇登记失业率3.5%以内；劳动生产率稳步提升。"
)
LONG = (  # longer than two lines
    "看清难处之后，明年的打算是：地区生产总值增长6.1%左右，一般公共预算收入增长6.9%以上，"
    "固定资产投资增长7.5%以上，社会消费品零售总额增长9%以上。"
)
RESULT = "新增城镇就业25.4万人，城镇登记失业率1.61%。"  # 宁波 2020


@pytest.mark.parametrize(
    ("quote", "text", "wanted"),
    [
        (GOAL, "6.8%", "主要预期目标为：地区生产总值增长6.8%左右，能快则快…"),
        (GOAL, "10%", "…固定资产投资增长10%左右…"),
        (GOAL, "稳步提升", "…劳动生产率稳步提升。"),
        (RESULT, "1.61%", RESULT),  # nothing to leave out
        (
            "居民收入增长8%；财政收入增长8%。",
            "8%",
            "居民收入增长8%；财政收入增长8%。",
        ),  # which of the two is not guessed
        (
            LONG,
            "6.9%",
            "…明年的打算是：地区生产总值增长6.1%左右，一般公共预算收入增长6.9%以上…",
        ),
        (LONG, "7.5%", "…一般公共预算收入增长6.9%以上，固定资产投资增长7.5%以上…"),
        (LONG, "增长", LONG),  # several clauses have it
        ("收入增长10.8%；财政收入增长8%以上。", "8%", "收入增长10.8%；财政收入增长8%以上。"),
        (
            "收入增长 8%；支出下降5%。",
            "增长8%",
            "收入增长 8%；支出下降5%。",
        ),  # not found as printed
    ],
)
def test_the_part_that_alone_has_the_words(quote, text, wanted):
    assert (
        clause(
            Observation(
                "330200",
                2019,
                "f-a",
                "gdp",
                "growth",
                "2019",
                Decimal(1),
                None,
                "%",
                "eq",
                "target",
                quote,
                text,
            )
        )
        == wanted
    )
