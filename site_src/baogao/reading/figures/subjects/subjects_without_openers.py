"""Subjects without what opens their clause, and without the area that they name."""

import re

from baogao.reading.figures.candidate import Candidate, Named, Sentence
from baogao.reading.figures.clauses.words_in_front import parse_before
from baogao.reading.figures.subjects.subject_words import LONGEST

NOTE = re.compile(r"\((?:预计|下同|快报|初步)[^()]*\)")  # (预计,下同)
# 消费价格|保持平稳,上涨2%
STATE = re.compile(
    r"(?<=..)(?:保持|总体|持续|稳步|较快|快速|基本|运行)+(?:平稳|稳定|向好|增长|回升|提高|提升)?$"
)
# 总投资达40亿元的|20个项目: no part of what is counted
COSTING = re.compile(r"^[^,、]{0,4}投[资入][^,、\d]{0,3}[\d.]+[万亿千百]*元(?:的|$)")
UNCLOSED = re.compile(r"^\((?=[^)]*$)")  # 增长8%(|同口径增长9%)
# 在全国城市|排名中, 在全省的位次: where the thing stands, not what it is
ABROAD = re.compile(
    r"""
    在全[国省市][^,]{2,20} (?:排名|评比|考核|评选) 中 [^,]* $
    | 在 (?: 全[国省市球区疆] | [国省市]内 ) (?: 的?(?:位次|排名|位置) )? $
    """,
    re.VERBOSE,
)
# 虽然做了很大努力,|涨幅仍达5%: a clause that only says under which circumstances
SUBORDINATE = re.compile(
    r"\ ?(?:虽然|尽管|由于|因为|因此|如果|只要|面对|为了|随着|围绕|针对|按照|根据|有了|在[^,]+下$)"
)
# 经济总量|连跨两个台阶,|年均增长6%; 事故起数|实现“双下降”,|下降8%
REACHED_FIRST = re.compile(
    r"""
    (?<=..)
    (?: (?: 超过|高于|好于|优于|突破|跨越|迈上|连上|连跨|跨上|登上|站上 ) [^,、的]{2,14}
      | (?:均|全部)? (?:实现)? “双[^”]{1,3}” )
    $
    """,
    re.VERBOSE,
)
# 新区|挂牌以来|工业总产值: whose figure it is
SINCE_IT_IS = re.compile(
    r"([^,。、;\d]{0,8}(?:新区|片区|示范区|试验区|开发区|自贸区|自贸港|合作区))"
    r"(?:挂牌|设立|成立|获批|批复)以来,?(?=.)"
)
TO = re.compile(r"^到(?![位港岗账期])")  # 争取|到能耗指标, but 到位资金


def stripped(sentence: Sentence, subject: str) -> str:
    """Return a subject without what is no part of what is counted, and remember an area in it."""
    words = sentence.source.words
    if "元" in subject:
        subject = COSTING.sub("", subject)
    if "(" in subject:
        subject = UNCLOSED.sub("", NOTE.sub("", subject))
    if "在" in subject:
        subject = ABROAD.sub("", subject)
    subject = words.without_lead(subject)
    if "以来" in subject and (since := SINCE_IT_IS.match(subject)):
        sentence.area, subject = since[1], subject[since.end() :]
    if subject.endswith("等"):  # 海曙高桥等58个: an example is no area
        return subject
    area = sentence.source.area_names.match(subject)
    if area and area.end() < len(subject):
        sentence.area = area[1]
        subject = words.without_lead(subject[area.end() :])  # 宁波舟山港|完成|货物吞吐量
    elif sentence.area and subject.startswith(sentence.area):
        subject = subject[len(sentence.area) :]
    # 6、|完成100座…, 全面|完成: a number or a manner in front of a verb is no subject
    how = subject in sentence.source.vocabulary.words.get("manner", ())
    subject = "" if how or subject.isdigit() else TO.sub("", subject)
    return words.without_inner_verb(subject).strip(" 的、")


def earlier_subject(sentence: Sentence, candidate: Candidate) -> str:
    """Return the subject of the clause before the comma."""
    clause = candidate.earlier[candidate.earlier.rfind(",") + 1 :]
    if SUBORDINATE.match(clause):
        return ""
    subject = STATE.sub("", parse_before(clause, sentence.source.vocabulary)[0])
    return stripped(sentence, REACHED_FIRST.sub("", subject))


def named_in(sentence: Sentence, label: str) -> Named:
    """Return a label with its area: the one that it opens with, or that of the sentence."""
    area = sentence.source.area_names.match(label)
    if area and area.end() < len(label):
        return Named(label[area.end() :], area[1])
    return Named(label[-LONGEST:], sentence.area)


def distinct(names: list[Named]) -> list[Named]:
    """Return names without those that are there again, of each the last."""
    return list({(one.label, one.area): one for one in names}.values())
