"""What a target is held against: the same thing with the same qualifiers; else what is near it.

Two short reports follow each other: what one promises, and what the next one says of it.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from baogao.content.files.own_files_read_once import take_templates
from baogao.content.vocabulary.outcome_and_check_rules import STATE_CODES, STATES
from baogao.content.yaml import yaml_with_lines
from baogao.corpus.join import corpus
from baogao.corpus.reading_result import ReadingResult
from baogao.corpus.targets_with_outcomes import Target
from baogao.downloads.statement_rows import target_row
from baogao.pages.rendering import Renderer
from baogao.pages.targets.verdict_words import why
from baogao.reading.report_reading import as_rules_read
from own_content import own_content

ROOT = Path(__file__).resolve().parents[1]
CONTENT = own_content()
WORDS, RULES = CONTENT.vocabulary, CONTENT.wordlists.rules
STRINGS = Renderer(CONTENT.site, take_templates()).strings
LIKE = next(report for report in CONTENT.reports if report.id == "330200/2019")


def read(year: int, text: str) -> ReadingResult:
    """Return what is read of a report that looks back on the year before and plans its own."""
    report = replace(LIKE, year=year, reviews=(year - 1,), plans=(year,), text=text, body=0)
    return ReadingResult(as_rules_read(report, WORDS), (), ())


def told(indicator: str, promised: str, said: str, planned: str = "") -> Target:
    """Return the target that the first report sets for 2019, by what that of 2020 says."""
    first = read(2019, f"## 一、2019年主要任务\n\n{promised}。\n")
    ahead = f"## 二、2020年主要任务\n\n{planned}。\n" if planned else ""
    second = read(2020, f"## 一、2019年工作回顾\n\n{said}。\n{ahead}")
    joined = corpus(CONTENT, [first, second])
    (target,) = (
        one
        for one in joined.targets
        if (one.promise.indicator, one.promise.year) == (indicator, 2019)
    )
    return target


# The indicator, what is promised, what the next report says, and the state that follows.
SAME_OR_ANOTHER = [
    # a number for each of a list, whose first name alone says what is done
    ("schools_built", "新改扩建中小学校20所", "新改扩建幼儿园、中小学校各20所", "met"),
    ("kindergartens_built", "新改扩建幼儿园20所", "新改扩建幼儿园、中小学校各20所", "met"),
    ("schools_built", "新改扩建中小学校20所", "新改扩建中小学校、幼儿园60所", "unmatched"),
    ("parking_spaces_new", "新增停车位900个", "新增停车位、公共充电桩各800个", "not_met"),
    # 净增 against 新增
    ("small_to_scale_firms", "新增“小升规”企业400家", "净增“小升规”企业373家", "not_comparable"),
    ("hightech_enterprises_new", "新增高新技术企业90家", "净增高新技术企业85家", "not_comparable"),
    ("market_entities_net", "净增经营主体3万户", "净增经营主体3.2万户", "met"),
    # 累计 against one year's
    ("greenways_new", "新增绿道70公里", "累计建成绿道500公里", "not_comparable"),
    ("old_communities_renovated", "改造老旧小区30个", "累计改造老旧小区300个", "not_comparable"),
    ("urban_jobs_new", "城镇新增就业16万人", "城镇累计新增就业17万人", "met"),
    # the level that names it
    (
        "innovation_complexes_new",
        "新增产业创新服务综合体10家以上",
        "新培育省级产业创新服务综合体5家",
        "not_comparable",
    ),
    ("specialised_firms_new", "新增省级专精特新企业50家", "新增专精特新企业60家", "not_comparable"),
    (
        "specialised_firms_new",
        "新增省级专精特新企业50家",
        "新增省级及以上专精特新企业60家",
        "not_comparable",
    ),
    ("specialised_firms_new", "新增省级专精特新企业50家", "新增省专精特新中小企业60家", "met"),
    ("tech_smes_new", "新增科技型中小企业100家", "新增省级科技型企业118家", "not_comparable"),
    # what is national by its nature
    ("hightech_enterprises_new", "新增高新技术企业300家", "新增国家级高新技术企业420家", "met"),
    (
        "little_giants_new",
        "新增国家级专精特新“小巨人”企业5家",
        "新增专精特新“小巨人”企业4家",
        "not_met",
    ),
    # put on a list, begun, for a part of the people or of the firms
    (
        "innovation_complexes_new",
        "新增省级产业创新服务综合体2家",
        "6家产业创新服务综合体列入省级创建名录",
        "not_comparable",
    ),
    ("urban_villages_renovated", "完成城中村改造10个", "启动城中村改造项目12个", "not_comparable"),
    (
        "pension_participation",
        "户籍人口基本养老保险参保率达到96%以上",
        "基本养老保险参保率达到97%",
        "not_comparable",
    ),
    ("industrial_value_added", "规上工业增加值增长6.8%", "工业增加值增长7%", "not_comparable"),
    ("industrial_value_added", "规上工业增加值增长6.8%", "规模以上工业增加值增长7%", "met"),
    ("retail_sales", "社会消费品零售总额增长8%", "限上社会消费品零售额增长9%", "not_comparable"),
    (
        "fixed_asset_investment",
        "固定资产投资增长8%",
        "限额以上固定资产投资增长9%",
        "not_comparable",
    ),
    (
        "water_good_share",
        "市控以上断面水质优良率达到80%",
        "国控断面水质优良比例达到100%",
        "not_comparable",
    ),
    # another unit, with the words in another order
    (
        "one_certificate_share",
        "70%以上民生事项实现“一证通办”",
        "197个民生事项“一证通办”",
        "not_comparable",
    ),
]


@pytest.mark.parametrize(("indicator", "promised", "said", "wanted"), SAME_OR_ANOTHER)
def test_other_qualifiers_are_another_thing(indicator, promised, said, wanted):
    target = told(indicator, promised, said)
    assert target.code == wanted
    if wanted == "not_comparable":
        assert target.reason in ("qualifier", "unit") and (target.outcomes or target.near)


# The indicator, what is promised, what the next report says, and which words of it may be about it.
NEAR = [
    ("skilled_workers_new", "新增高技能人才4万人", "新增各类人才21万人", "新增各类人才21万人"),
    (
        "unemployment_surveyed",
        "城镇调查失业率控制在5%以内",
        "城镇登记失业率1.6%",
        "城镇登记失业率1.6%",
    ),
    ("exports", "出口总额增长5%", "进出口总额增长6.9%", "进出口总额增长6.9%"),
    (
        "small_business_parks_new",
        "新增小微企业园25个",
        "整治提升小微企业园28个",
        "整治提升小微企业园28个",
    ),
    (
        "business_startup_time",
        "企业开办时间压缩至3个工作日",
        "工程审批提速，企业开办可一日办结",
        "企业开办可一日办结",
    ),
    (
        "mobile_services_share",
        "60%以上政务服务事项实现“掌上办理”",
        "所有依申请政务服务事项网上可办",
        "所有依申请政务服务事项网上可办",
    ),
    (
        "greenways_new",
        "新增绿道70公里",
        "过去五年，我们克难奋进。2015年至2019年，新增绿道900公里",
        "新增绿道900公里",
    ),
    # nothing of the kind: another thing, a law's name, what is not well
    ("retail_sales", "社会消费品零售总额增长8%", "商品销售总额增长11.9%", ""),
    ("manufacturing_loans", "制造业贷款增长10%", "普惠小微贷款增长28.1%", ""),
    ("hightech_investment", "高新技术产业投资增长9%", "高新技术产业增加值居全省前列", ""),
    ("public_toilets", "新改建公厕200座", "启动农贸市场改造提升132家", ""),
    ("cultural_halls_new", "新建农村文化礼堂12家", "出台《农村文化礼堂管理办法》", ""),
    ("cpi", "居民消费价格涨幅3%左右", "我们也清醒地看到，居民消费价格上涨过快", ""),
]


@pytest.mark.parametrize(("indicator", "promised", "said", "near"), NEAR)
def test_what_may_be_about_it_is_listed(indicator, promised, said, near):
    target = told(indicator, promised, said)
    assert [one.words for one in target.near] == ([near] if near else [])
    assert target.code == ("unmatched" if near else "not_mentioned")
    row = target_row(target)
    assert (row["near_words"], bool(row["near"])) == (near, bool(near))


def test_a_plan_to_keep_what_there_is_is_near_and_another_plan_is_not():
    about = "water_good_share", "市控以上断面水质优良率达到100%", "生态持续改善"
    assert told(*about, "市控以上断面水质优良率保持100%").code == "unmatched"
    assert told(*about, "市控以上断面水质优良率提高到100%").code == "not_mentioned"


# The indicator, what is promised, what the next report says, and the rule as a reader sees it.
IN_WORDS = [
    ("gdp", "生产总值增长7%左右", "生产总值增长6.8%", "“左右”：相差0.2个百分点以内或更高算达到。"),
    (
        "gdp",
        "生产总值增长7%左右",
        "生产总值增长6.7%",
        "“左右”：相差0.2个百分点以内或更高算达到，结果差0.3个百分点。",
    ),
    ("exports", "出口总额900亿元左右", "出口总额910亿元", "“左右”：相差2%以内或更高算达到。"),
    (
        "general_budget_revenue",
        "一般公共预算收入与经济增长基本同步",
        "生产总值增长6.8%，一般公共预算收入增长6.4%",
        "“与经济增长基本同步”：与报告写的经济增速6.8%相差0.2个百分点以内或更高算达到，"
        "结果差0.4个百分点。",
    ),
    (
        "income_all",
        "居民人均可支配收入与经济增长同步",
        "生产总值增长5%，居民人均可支配收入增长5%",
        "“与经济增长同步”：不低于报告写的经济增速5%算达到。",
    ),
    (
        "fixed_asset_investment",
        "固定资产投资增速高于经济增速",
        "固定资产投资增长5%",
        "下一年报告没有说当年的经济增速，无从计算。",
    ),
    (
        "rural_roads_renewed",
        "新改建农村公路450公里",
        "新改建农村公路313公里",
        "不低于目标算达到，结果差137公里。",
    ),
    ("unemployment_registered", "城镇登记失业率3.5%以内", "城镇登记失业率3%", "不高于目标算达到。"),
    (
        "rd_intensity",
        "研发经费支出占生产总值比重超过2.8%",
        "研发经费支出占生产总值比重接近2.8%",
        "不低于目标算达到；“接近”是小于所说的数。",
    ),
    (
        "gdp",
        "生产总值增长6%至6.5%",
        "生产总值增长6.2%",
        "在区间里算区间内或更高，算达到。",
    ),
    (
        "cpi",
        "居民消费价格涨幅3%左右",
        "居民消费价格上涨0.2%",
        "这个指标无所谓高低好差，数值与目标不同。",
    ),
    ("exports", "出口总额900亿元", "出口总额超过800亿元", "结果的说法（“超过”）可好可差。"),
    (
        "exports",
        "出口总额增长5%",
        "出口总额增长4%，外贸出口增长6%",
        "下一年报告的几种说法，结论不同。",
    ),
    ("exports", "出口总额增长5%", "出口总额910亿元", "不是同一种量：目标是同比增长，报告是水平。"),
    (
        "small_to_scale_firms",
        "新增“小升规”企业400家",
        "净增“小升规”企业373家",
        "计法不同：目标未注明，报告净增。",
    ),
    (
        "innovation_complexes_new",
        "新增省级产业创新服务综合体2家",
        "6家产业创新服务综合体列入省级创建名录",
        "名录不同：目标未注明，报告列入名录。",
    ),
    ("exports", "出口总额增长5%", "进出口总额增长6%", "没有说到同一件事，这些说法不能认定就是它。"),
    ("exports", "出口总额增长5%", "粮食喜获丰收", "没有说到，也没有找到相近的说法。"),
]


@pytest.mark.parametrize(("indicator", "promised", "said", "sentence"), IN_WORDS)
def test_a_verdict_says_its_rule(indicator, promised, said, sentence):
    assert why(told(indicator, promised, said), WORDS, RULES, STRINGS) == sentence


def test_every_state_has_a_code_and_every_reason_a_sentence():
    assert list(STATE_CODES) != list(STATES) and set(STATE_CODES) == set(STATES)
    dictionary = (ROOT / "site_src" / "dictionary.yml").read_text("utf-8")
    of_targets = yaml_with_lines.load(dictionary)["targets"]["columns"]
    assert set(of_targets["state_code"]["values"]) == set(STATE_CODES.values())
    assert set(of_targets["reason"]["values"]) - {"absent"} <= set(STRINGS["targets"]["why"])


def test_a_report_that_is_not_here_needs_no_reason():
    joined = corpus(CONTENT, [read(2019, "## 一、2019年主要任务\n\n出口总额增长5%。\n")])
    (target,) = joined.targets
    assert (target.code, target.reason) == ("no_next_report", "absent")
    assert why(target, WORDS, RULES, STRINGS) == ""


QUALIFIERS = [
    entry
    for entry in yaml_with_lines.load((ROOT / "content/vocabulary/outcomes.yml").read_text("utf-8"))
    if entry["rule"] == "qualifier"
]


def test_each_sort_of_qualifier_is_explained_once_and_what_is_named_is_known():
    about = [entry["about"] for entry in QUALIFIERS]
    assert len(about) > len(set(about))
    for one in set(about):
        said = [entry for entry in QUALIFIERS if entry["about"] == one and "say" in entry]
        assert said, one
    named = {*RULES.qualifiers.implied, *RULES.related}
    assert named <= set(WORDS.indicators)
    assert all(re.fullmatch(r"[一-龥]+", entry["qualifier"]) for entry in QUALIFIERS)
