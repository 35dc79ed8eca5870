"""What a subject leaves out because the figure before it says it.

新增上市公司47家,其中|科创板上市8家: 8 of the companies were 新增 too.
`RULES` are tried in order; the first that finds what was left out decides.
"""

import re

from baogao.reading.figures.candidate import Candidate, Named, Sentence
from baogao.reading.figures.subjects import list_members, parts
from baogao.reading.figures.subjects.labels_behind import BEHIND, MEASURED
from baogao.reading.figures.subjects.parts import SHARES, Given
from baogao.reading.figures.subjects.subject_words import LONGEST, Words
from baogao.reading.figures.subjects.subjects_without_openers import named_in

RELATION = re.compile(r"约?占|相当于|对.+贡献率$")
STAGED = re.compile(r"(?:辅导|报会|过会|备案|签约|股改|入库)(企业|项目)$")
ENTITY = re.compile(r"(?:经济|企业|产业|行业|业|园|区|港)$")
# 新增…企业2家,|省企业研究院2家: the verb holds on over the comma
MODIFIED = re.compile(r"国家|省|市|全国|“")
# 新增示范区1个、|新入库企业20家; but 新时代美丽乡村
ACT_OF_ITS_OWN = re.compile(
    r"实现|完成|新(?!时代|一代|型|兴|城|区|能源|材料|三板|农|生|产品|技术|质|闻|就业)"
)
# 建成地铁4条、|里程突破200公里: so much there is, not so much was built
REACHED = re.compile(r"突破|达")
# 发放|消费券, 基金|规模: what is no part of the cause of something
CAUSED = re.compile(
    r"^(?:累计|发放|争取|落实|出台|实施|开展|推进|组织|安排|完成|建成)+|(?:规模|金额|总额)$"
)
EFFECT = "an effect of what was named before"
YEARLY = re.compile("^(?:年度|全年)(?=.)")  # 播种面积稳定在50万亩、|年度|产量20万吨
COVERED = re.compile(
    "(?:区级|县级|市级|县域|镇级|乡镇|街道|村级|行政村|建制村|设区市|县市区|社区)(?:全)?覆盖率"
)
TOTALS = ("总额", "总量", "规模", "总值")
FLOWS = ("进出口", "出口", "进口", "收入", "税收", "税收收入", "支出")
YIELDS = ("产量", "总产量", "总产", "种植面积", "养殖面积", "存栏", "出栏", "存栏量", "出栏量")
SALES = ("产值", "总产值")
MOST_GENERAL = 3  # shorter names say too little of a cause: 资金, 项目
OUTPUT = ("总值", "GDP")


def completed(sentence: Sentence, leader: Candidate, subject: str) -> Named:
    """Return the name of a subject with what it leaves out: what is measured, the list's verb."""
    named = named_in(sentence, subject)
    if not sentence.previous or sentence.last is None:
        return named
    given = Given(
        subject,
        named,
        sentence.previous[-1],
        leader,
        sentence.last.own,
        sentence.last.quantity.unit,
        "其中" in leader.own or leader.earlier.endswith("其中"),
        leader.join == "list",
        sentence.source.words,
    )
    for rule in RULES:
        if found := rule(given):
            return found
    return named


def _named_again(given: Given) -> Named | None:
    """What was named just before is named again, by all its words or by its head."""
    subject, last = given.named.label, given.last
    if given.listed and last.rule == BEHIND and len(subject) > 4 and subject[:4] in last.label:
        return given.named  # 21万户市场主体享受优惠|120亿元
    if subject == "总量" and last.label.endswith(OUTPUT):
        return last._replace(rule="named by its head")
    head = subject in given.words.free and subject != last.label and last.label.endswith(subject)
    if head and "完成" in given.leader.own and not given.among:
        # 固定资产投资增长23.5%,累计完成投资|1008亿元
        return last._replace(rule="named by its head")
    return None


def _a_share(given: Given) -> Named | None:
    """A share of what was named before: 工业增加值…,占生产总值比重|40%."""
    subject, label = given.subject, given.last.label
    if not RELATION.match(subject) and subject not in ("占比", "比重"):
        return None
    if "占" in label[1:]:
        label = label[: label.find("占", 1)]
    rule = "a share of what was named before"
    return Named(label + subject.removeprefix("约"), given.last.area, rule=rule)


def _an_effect(given: Given) -> Named | None:
    """What came of the figure before: 发放补贴3亿元、|带动消费30亿元."""
    effect = given.words.effect.match(given.subject)
    last = given.last.label
    if not effect or given.among or not last or given.leader.kind.kind != "level":
        return None
    cause = CAUSED.sub("", last)
    if len(cause) < MOST_GENERAL or given.words.effect.search(cause):
        return None
    return given.last._replace(label=cause + given.subject, rule=EFFECT)


def _another_measure(given: Given) -> Named | None:
    """Another measure of what was named before: 外贸进口额8亿元、|出口额9亿元."""
    subject, words = YEARLY.sub("", given.subject), given.words
    if given.among or subject not in words.attributes:
        return None
    rule = "another measure of what was named before"
    if whole := _in_all(given):
        return Named(whole, given.last.area, rule=rule)
    sold = subject in SALES and words.attribute_of(given.last.label) in YIELDS
    if subject in words.free and not given.listed and not sold:
        return None
    head = _head(given.last.label, subject, words)
    if not head:
        return None
    if subject.startswith("总"):  # 新增11个,|总数达到39个
        head = head.removeprefix("新增")
    return Named(head + subject, given.last.area, rule=rule)


def _in_all(given: Given) -> str:
    """Return what is measured in all, or spent of what was taken in, or "".

    外贸进出口增长3.1%,|总额突破90亿元; 一般公共预算收入增长2%、|支出超过70亿元.
    """
    label, subject, words = given.last.label, given.subject, given.words
    money = given.leader.quantity.unit == "元"
    if subject in TOTALS and words.attribute_of(label) in FLOWS and money:
        return label if label.endswith(("收入", "支出")) else label + subject
    budget = "预算" in label or "财政" in label
    if subject == "支出" and budget and label.endswith("收入"):
        return label.removesuffix("收入") + subject
    return ""


def _head(label: str, attribute: str, words: Words) -> str:
    """Return the thing that a label names, where it lends that thing to a measure; or ""."""
    tail = words.attribute_of(label)
    if not tail and label[-1:] == attribute[-1:]:  # 办复率100%,满意率98.7%
        return ""
    head = label.removesuffix(tail)
    sold = tail in YIELDS and attribute in SALES  # 马铃薯产量25万吨,实现|产值
    return head if attribute not in words.free or sold or ENTITY.search(head) else ""


def _covered(given: Given) -> Named | None:
    """How far what was counted reaches: 新建医疗集团5个、|区级覆盖率80%."""
    if given.among or not COVERED.fullmatch(given.subject) or given.unit in parts.SHARES:
        return None
    last = given.last.label
    label = last[len(given.words.action_of(last)) :] + given.subject
    rule = "how far what was counted reaches"
    return given.last._replace(label=label[-LONGEST:], rule=rule)


def _another_verb(given: Given) -> Named | None:
    """Another verb for what was named before: 开工55个、|竣工35个."""
    subject, words = given.subject, given.words
    if not (given.listed or given.same_unit) or subject in words.free:
        return None
    if not words.action.fullmatch(subject):
        return None
    label = _with_verb(given.last.label, subject, words)
    return Named(label, given.last.area, rule="another verb for what was named before")


def _with_verb(label: str, action: str, words: Words) -> str:
    """Return the things of a label with another verb: 建设12座、|改造5座."""
    stage = STAGED.search(label) if label.startswith("新增") else None
    if stage:  # 新增上市报会辅导企业2家、|股改29家
        return f"新增{action}{stage[1]}"
    if tail := words.action_behind(label):
        return label.removesuffix(tail) + action
    first = words.action_of(label)
    return action + label[len(first) :] if first else label + action


def _says_all(given: Given) -> Named | None:
    """A subject that leaves nothing out: it has a verb of its own, or 其中 opens it."""
    points = given.leader.quantity.unit == "百分点"
    whole = given.among or points or given.words.action.match(given.subject)
    return given.named if whole else None


def _shared_words(given: Given) -> Named | None:
    """What a member of a list shares with the label before it: beginning, end, or verb."""
    label, last = given.named.label, given.last.label
    whole = list_members.with_shared_words(label, last, given.words) if given.listed else label
    if whole == label and _shares_the_verb(given):
        whole = given.words.action_of(last) + label
    if whole == label:
        return None
    return given.named._replace(label=whole[-LONGEST:], rule="completed from the label before")


def _shares_the_verb(given: Given) -> bool:
    """Say whether the verb of the label before holds on: 新增上市公司2家、|省企业研究院2家."""
    leader, subject = given.leader, given.subject
    if ACT_OF_ITS_OWN.match(leader.own) or REACHED.search(leader.predicate):
        return False
    if given.words.action_behind(subject) and not subject.endswith("应用"):
        return False
    if given.listed and leader.quantity.unit not in SHARES:
        return True
    counted = leader.quantity.unit not in MEASURED and not leader.predicate
    return counted and MODIFIED.match(leader.own) is not None


RULES = (
    _an_effect,
    _named_again,
    parts.of_the_same_owner,
    _a_share,
    parts.a_class,
    parts.another_level,
    _covered,
    _another_measure,
    _another_verb,
    parts.measured_alike,
    parts.a_part,
    parts.a_yield,
    _says_all,
    _shared_words,
)
