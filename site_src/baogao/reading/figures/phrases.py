"""Phrases behind a number that name what is counted: 新增20家“品字标”企业, 4家企业跻身全国百强."""
import re

from baogao.reading.figures.clauses import Slot
from baogao.reading.figures.kinds import Kind
from baogao.reading.figures.wording import LONGEST, Words

OPEN_END = re.compile(r"(?:和|与|(?<![惠普涉])及|以及|、|等|在|对|为|由|将|把|向|有|共|的)$")
ADVERB = re.compile(r"(?:(?:分别|全部|均|都|共|也|已经?|率先|同步|全面|成功|圆满|顺利|如期|正式|先后|相继|持续|基本|连续多年))+$")
PROGRESS = re.compile(r"(?:实现)?全覆盖$|(?:建设|工作)?(?:稳步|有序|扎实|加快|全面|顺利|深入|积极|持续|加速|同步|圆满|基本|提前)(?:推进|启动|实施|开展|建设|进行|完成)$")
MEASURED = frozenset(("元", "美元", "倍", ":1", "位", "百分点", "%", "岁", "天", "工作日", "小时", "分钟"))
DURATIONS = frozenset(("天", "工作日", "小时", "分钟"))
WHOLE = 14  # a subject up to here is kept with what stands behind the number
ADNOMINAL = re.compile(r"(?:项目|企业|公司|基地|中心|资金|机构)$")  # 总部回归签约项目: 签约 says which, nothing happens
SHARED_BY = re.compile(r"(?:达标|参保|覆盖|办结|公开|接入|达到[^,]{1,12}|开通网上办理)$")
POINTED = frozenset(("以下", "上述", "下列"))
LAYOUT = re.compile(r"的(?:空间|总体|发展)?(?:布局|格局|体系|态势)$")
# 进行|地面、墙体、卫生间等方面|适老化改造, 老旧小区|基础设施、环境等方面|改造
ASPECTS = re.compile(r"(进行|开展|实施|(?<=小区))[^、,]{1,8}(?:、[^、,]{1,18})+等方面的?")
SETTLED = re.compile(r"作为(?=.)")
# 在16个|预选项目|中确定了前12项, 从50个|备选课题|中选出10项
WITHIN = re.compile(r"^(?P<noun>.{2,12}?)中(?:(?:确定|评选|遴选|筛选|推选|产生|评|选)[出定]?了?(?:前.{0,3})?)?$")


def is_behind(slot: Slot, subject: str, kind: Kind, words: Words) -> bool:
    """Whether what is counted stands behind the number."""
    if kind.kind == "change":
        return False
    unit = slot.quantity.unit
    if unit in MEASURED and unit != "%" and words.verb.match(slot.noun):
        return unit in DURATIONS and bool(subject) and not words.attribute_of(subject) and words.action.match(slot.noun) is not None
    if not subject or OPEN_END.search(subject):
        return True
    if unit == "%":
        return (not slot.predicate or slot.predicate == "实现") and not words.attribute_of(subject)
    if words.action_behind(subject):
        return True
    return unit not in MEASURED and not words.attribute_of(subject)


def behind(slot: Slot, subject: str, last: str, words: Words) -> str:
    """Return the label of a figure whose noun stands behind it; `last` is the label before it."""
    noun, before = PROGRESS.sub("", SETTLED.sub("", slot.noun.lstrip("的"))), subject
    noun = LAYOUT.sub("", ASPECTS.sub(r"\1", noun))
    if within := WITHIN.match(noun):
        return within["noun"]
    if slot.quantity.unit in DURATIONS and words.verb.match(noun):  # 工业投资项目|7个工作日|办理施工许可
        return (subject + noun)[:LONGEST]
    if slot.quantity.unit == "%" and subject and SHARED_BY.match(noun):
        return subject + noun + ("率" if len(noun) == 2 else "")  # 断面水质100%达标
    if subject in POINTED:  # 以下10件确定为民生实事项目
        return noun.partition("为")[2] or noun
    if subject.endswith("等"):  # 打造北麂石头屋等3家特色民宿
        action = words.action.match(subject) or words.action.search(subject)
        before = action[0] if action else ""
    elif len(subject) > WHOLE and slot.quantity.unit != "%" and not words.action.match(subject):
        before = words.action_behind(subject)
    elif OPEN_END.search(subject):  # 捷克站、迪拜站和12个境外经贸合作区
        before = ""
    outcome = words.outcome.search(noun)
    if outcome and ADNOMINAL.match(noun, outcome.end()):
        outcome = None
    if not subject and not outcome and slot.join == "list" and last and not words.verb.match(noun):
        before = words.action_of(last)
        if noun[-1:] == last[-1:] == "牌":  # 获得5金5银4铜
            before = last[:-len(noun)]
    return (before + (_turned(noun, outcome.start()) if outcome else noun)).strip("的")[:LONGEST]


def _turned(noun: str, at: int) -> str:
    """Put what things did before the things: 4家企业|跻身“全国文化企业30强”."""
    did, things = noun[at:], ADVERB.sub("", noun[:at])
    return did + ("的" if did[-1:] == things[-1:] else "") + things  # 获评美丽乡村|的村
