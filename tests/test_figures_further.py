"""Kinds that reports from elsewhere brought: what stands where, and what it is an indicator of."""

import pytest

from figure_cases import read

QUANTITIES = [
    ("全年实现税收2千4百多万元", [(24000000, None, "元")]),
    ("利润增长-5%--2%", [(-5, -2, "%")]),
    ("经济总量连续迈上2万亿、3万亿两个台阶", [(2e12, None, "元"), (3e12, None, "元")]),
    ("审批事项减少一半", [(-0.5, None, "")]),
    ("超过一半人口住进新居", [(0.5, None, "")]),
    ("窗口服务一半是网办", []),
    ("物流成本省三成", [(-30, None, "%")]),
    ("图书馆24小时开放", []),
    ("距车站80米内换乘比例达到90%", [(90, None, "%")]),
    ("列入国家90项重点工程的12个项目全部开工", [(12, None, "个")]),
    (
        "耕地、林地、草地面积分别净减少2.3万、1.1万、0.8万亩，群众满意",
        [(-23000, None, "亩"), (-11000, None, "亩"), (-8000, None, "亩")],
    ),
    (
        "存款、贷款余额分别达到1.2万亿、9000亿元。人民安居乐业",
        [(1.2e12, None, "元"), (9e11, None, "元")],
    ),
    ("公路、铁路里程分别达到1.2万、0.3万公里", [(12000, None, "公里"), (3000, None, "公里")]),
    ("接待游客、研学人员80万、12万人次", [(800000, None, "人次"), (120000, None, "人次")]),
    ("算力规模达到3.2百亿亿次/秒", [(3.2e18, None, "次/秒")]),
    ("峰值算力达到5亿亿次", [(5e16, None, "次")]),
    ("整治江河两岸2公里化工企业", []),
    ("修复江河沿线12公里岸线", [(12, None, "公里")]),
    ("国内首台18兆瓦海上风机下线、世界最大6000吨起重船交付", []),
    ("涌现先进典型120名、创新型企业30家", [(120, None, "名"), (30, None, "家")]),
    ("机器人产量达到10万\n台", [(100000, None, "台")]),
    ("细颗粒物浓度降至30微克\n/立方米", [(30, None, "微克/立方米")]),
    ("森林面积达到30平方\n公里", [(30, None, "平方公里")]),
    ("年发电量20亿千\n瓦时", [(2e9, None, "千瓦时")]),
    ("接待游客30万人\n次", [(300000, None, "人次")]),
    ("新增企业12\n家，增长5%", [(12, None, "家"), (5, None, "%")]),
    ("我们走过2025\n年", []),
    ("出口迈上3千亿台阶", [(3e11, None, "元")]),
    ("20万人口以上的县都有特殊教育学校", []),
    ("成为首个市市通时速350公里高铁的省份", []),
    ("货运列车时速达到120公里", [(120, None, "公里")]),
]

KINDS = [
    ("低效用地减量6平方公里", ("change", -6, "低效用地")),
    ("采购降本幅度达到8%", ("change", -8, "采购降本")),
    ("工业投资增速由9%回落到6%", ("change", 9, "工业投资")),
    ("出口降幅由7%收窄到4%", ("change", -7, "出口")),
    ("失业率由5%下降到4.6%", ("level", 5, "失业率")),
    ("居民收入增速快于经济增速、达到5.2万元", ("level", 52000, "居民收入")),
]

LABELS = [
    ("公安案件破案率连续6年保持在85%以上", ["公安案件破案率"], "how long it has lasted"),
    ("粮食产能2030年达到80万吨", ["粮食产能"], "a year behind the subject"),
    ("财政支出七成以上投向民生", ["财政支出投向民生占比"], "what a share is spent on"),
    ("八成以上财政资金用于教育", ["财政资金用于教育占比"], "the same behind the share"),
    ("轨道里程新增40公里、达到180公里", ["轨道里程新增", "轨道里程"], "all there is"),
    (
        "新增就业8万人、调查失业率稳定在4%左右的较低水平",
        ["新增就业", "调查失业率"],
        "where it stands is no noun",
    ),
    ("经济总量跨越2个千亿元台阶", ["经济总量"], "a step is none either"),
    ("存款、贷款余额分别达到3亿元和2亿元", ["存款余额", "贷款余额"], "a measure of its own"),
    (
        "大豆种植面积达到5万亩，产量达到1万吨",
        ["大豆种植面积", "大豆产量"],
        "another measure of a crop",
    ),
    ("苹果总产量达到8万吨，实现产值6亿元", ["苹果总产量", "苹果产值"], "what a yield is worth"),
    ("新建的3个市场正式营业", ["新建市场"], "the verb in front says it all"),
    (
        "开工建设街路9条，其中4条实现通车",
        ["开工建设街路", "通车街路"],
        "what some of them did",
    ),
    ("实施好六方面24项惠民项目", ["惠民项目"], "of how many sorts they are"),
    (
        "新建城市医疗集团5个、区级覆盖率80%",
        ["新建城市医疗集团", "城市医疗集团区级覆盖率"],
        "how far they reach",
    ),
    ("规上企业完成研发投入12亿元", ["规上企业研发投入"], "a verb before what is spent"),
    (
        "一般公共预算收入增长3%、支出首次超过90亿元",
        ["一般公共预算收入", "一般公共预算支出"],
        "taken in and spent",
    ),
    ("外贸进出口增长6%，总额突破80亿元", ["外贸进出口", "外贸进出口总额"], "in all"),
    ("增加2万个高中学位", ["高中学位"], "so many more of what stands behind"),
    (
        "单位生产总值能耗、水耗分别下降3%、5%",
        ["单位生产总值能耗", "单位生产总值水耗"],
        "an intensity is shared",
    ),
    ("牛羊出栏分别增长3%、2%", ["牛出栏", "羊出栏"], "two in one word"),
    ("虽然付出很大努力，涨幅仍达5%", [""], "a subordinate clause lends nothing"),
    (
        "工业机器人产量增长9%、出口量居全省第2位",
        ["工业机器人产量", "工业机器人出口量"],
        "a rank of another measure",
    ),
    ("森林覆盖率稳居全省第3位", ["森林覆盖率"], "steadily"),
    ("居民人均收入居全省第3位", ["居民人均收入"], "居民 is no place in an order"),
    ("进出口总额突破百亿元、增速居全省第2位", ["进出口总额增速"], "a place without a number"),
    ("水运方面，新开工2个项目", ["新开工水运项目"], "an aspect owns projects"),
    ("6亿元购车补贴拉动消费20亿元", ["购车补贴", "购车补贴拉动消费"], "cause and effect"),
    ("事故起数实现“双下降”，下降8%", ["事故起数"], "falls of both"),
    ("中央预算内投资拟安排80亿元", ["中央预算内投资"], "how it is planned"),
    ("城乡居民收入比降至1.8", ["城乡居民收入比"], "比 belongs to the ratio"),
    ("9项遗留问题均取得突破性进展", ["遗留问题"], "how far they are"),
    ("许可事项比制度建立之初压减64%", ["许可事项"], "a point in time is compared with"),
    ("审批时限较改革前缩短70%", ["审批时限"], "the same"),
    ("建设60个产能提升重点县和水利工程", ["建设产能提升重点县和水利工程"], "what places"),
    ("打造8个污染治理先进村和3个镇", ["打造污染治理先进村", "打造镇"], "the same"),
    ("有序推进乡村振兴，建成12个先导区", ["建成乡村振兴先导区"], "a zone of what"),
    ("6万个智能预案全市配置", ["智能预案"], "how far it goes"),
    ("9项经验做法获全国推广", ["获全国推广经验做法"], "what it got"),
    ("3部影片亮相国际电影节", ["亮相国际电影节影片"], "what they did"),
    ("新兴市场贡献七成出口增量", ["新兴市场贡献出口增量占比"], "what a share is contributed to"),
    ("异地就医实现直接结算，惠及患者9万人次", ["异地就医直接结算惠及患者"], "what was good"),
    ("持续实施营养计划，每年惠及6万学生", ["营养计划每年惠及学生"], "what was good"),
    ("人民生活持续改善，惠及群众20万人", ["惠及群众"], "a state is good for nobody"),
    ("已设21个自由贸易园区", ["已设自由贸易园区"], "自由 is one word"),
    ("水土流失、荒漠化土地面积分别净减少3万、2万亩", ["水土流失面积", "荒漠化土地面积"], "net"),
]

INDICATORS = [
    ("区本级全社会固定资产投资完成60亿元", "fixed_asset_investment"),
    ("新建农村道路36公里", "rural_roads_renewed"),
    ("建设改造“四好农村路”80公里", "rural_roads_renewed"),
    ("布设5G基站900座", "fiveg_stations"),
    ("为各类经营主体减轻税费负担60亿元", "business_burden_cut"),
    ("为企业和个人减税降费30亿元", "business_burden_cut"),
    ("财政支出七成以上用于民生领域", "livelihood_spending_share"),
    ("七成以上财政支出投入民生领域", "livelihood_spending_share"),
    ("老旧小区改造完工36个", "old_communities_renovated"),
    ("为老楼加装电梯60部", "elevators_added"),
    ("全社会研发投入占比达到3%", "rd_intensity"),
    ("完成独居老人居家适老化改造600户", "elderly_home_adaptation"),
    ("汽车以旧换新补贴带动销售额9亿元", "tradein_sales"),
    ("服务业在地区生产总值中的比重达到56%", "services_share"),
    ("新当选院士2位", "academicians_new"),
    ("新增国家级专精特新“小巨人”企业6户", "little_giants_new"),
    ("国省考断面水质优良率98%", "water_good_share"),
    ("力争实现6%左右的增长目标", "gdp"),
    ("办理各级人大代表建议160件", "npc_suggestions_handled"),
]

NO_INDICATORS = [
    "开发区工业总产值、工业投资分别增长9%、6%",
    "城北新区挂牌以来固定资产投资年均增长30%",
    "累计布设5G基站9000座",
]


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_quantities(text, expected):
    assert read(text, "value", "value_high", "unit") == expected


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text, expected):
    assert read(text, "kind", "value", "label")[0] == expected


@pytest.mark.parametrize(("text", "labels", "origin"), LABELS)
def test_labels(text, labels, origin):
    assert read(text, "label") == labels


@pytest.mark.parametrize(("text", "indicator"), INDICATORS)
def test_indicators(text, indicator):
    assert read(text, "indicator") == [indicator]


@pytest.mark.parametrize("text", NO_INDICATORS)
def test_no_indicators(text):
    assert set(read(text, "indicator")) == {None}


def test_steps_have_the_bound_of_the_first():
    assert read("经济总量先后跨越5千亿、6千亿两个台阶", "bound") == ["ge", "ge"]


def test_what_is_spent_is_spent_in_all_the_years():
    text = "一、五年工作回顾\n过去五年，财政支出七成以上投向民生。"
    assert read(text, "period", year=2026) == ["2021-2025"]


def test_a_zone_named_by_its_founding_is_its_area():
    assert read("城北新区挂牌以来固定资产投资年均增长30%", "area") == ["城北新区"]
