"""Subjects and labels without what is no part of a name, and those left empty that name nothing."""

import re

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Named, Sentence
from baogao.reading.figures.subjects.filled_from_before import EFFECT
from baogao.reading.figures.subjects.investments import ONLY_MONEY
from baogao.reading.figures.subjects.ranks import is_no_name
from baogao.reading.figures.subjects.topics import OWNED

# 推进|城镇化率达到60%, 提出|“十五五”时期|外贸出口增长5%
MOVED_ON = re.compile(
    r"^(?:推进|(?:提出|建议|明确)(?:“?十[一二三四五六]五”?(?:时期|期间))?)(?=.{3,}$)"
)
# 外贸出口|增速目标设定为|5%
AIMED = re.compile(r"(?<=...)(?:年均)?(?:增速|增长|增幅)(?:预期)?目标(?:设定|确定|定)?$")
# 确定|的增长目标为60%: who set it is no name
SET = re.compile(r"(?:确定|制定|提出|设定|预定|既定|明确|下达|规划|要求)的?$")
# 中央预算内投资|拟安排
ARRANGED = re.compile(r"(?<=投资|赤字|债券|资金|规模|预算|总量)(?:拟|共|计划)?安排$")
# 座椅设置和|优化900处; 里程全国第四、|突破5000公里
LOOSE_END = re.compile(
    r"""
    (?<= .. ) (?<! [饱中共缓温柔祥谐] ) 和 $
    | (?<= .... ) 居? (?: 全[国省市球] | 世界 ) 第 [一二三四五六七八九十]+ $
    """,
    re.VERBOSE,
)
# 达到5万亿元、稳居全国前十强、|增长8%: what has that place grows
AMONG_ALL = re.compile(r"(?<=...)在?(?:全[国省市]|世界|全球)$")  # 创新能力|全国排名提升4位
PLACE = re.compile(
    r"""
    (?:稳|继续|连续[^,、]{1,4})? (?: [位稳跃]?居 | [位名]列 | 排名? | 跻身 | 进入 | 保持 )
    [^,、]{0,6} (?: 前列 | [前第][\d一二两三四五六七八九十百]+[强名位]? )
    """,
    re.VERBOSE,
)
SHARE_OF = re.compile(r"(?<=..)占(?:全[国省市县区球]|世界|国际市场)$")  # 产量占全国|12%
# 企业、研发中心|分别新增: what was done with each
DONE_WITH_EACH = re.compile(r"(?:分别|各)(新增|净增|新建|建成|引进|培育|完成)$")
# “票根经济”带动|旅游收入: by what it grew is no part of it
BROUGHT_ABOUT = re.compile(r"^(?:[^,、]{2,12})?(?:带动|拉动)(?=[^,]{2,})")
AIMS = frozenset(("目标", "任务", "预期目标", "年度目标", "计划目标", "预期", "安排"))
# 十方面|民生实事项目, 涉及经济和社会发展的|重点项目
LOOSE_BEGIN = re.compile(
    r"^(?:[一二三四五六七八九十]+大?(?:个?方面|大类)的?|涉及[^,。]{2,16}的)(?=..)"
)
SAID_OF_EACH = re.compile(r"分别(占到?|惠及|覆盖)")
COUNTED = {"人": "人数", "户": "户数", "人次": "人次"}  # 医保改革惠及|人数
NO_NAME = "a word that names nothing"


def trimmed(sentence: Sentence, leader: Candidate, subject: str) -> str:
    """Return a subject without its loose ends; "" where it only says how something stands."""
    of_what = leader.quantity.unit == "位" and is_no_name(subject, sentence)
    if subject in AIMS or of_what:  # 高于12%的目标|2个百分点; 总量在全省|升2位
        return ""
    subject = LOOSE_END.sub("", subject)
    if subject.endswith("安排"):
        subject = ARRANGED.sub("", subject)
    if leader.quantity.unit == "位":
        subject = AMONG_ALL.sub("", subject)
    if leader.quantity.unit == "%" or leader.kind.kind == "change":
        subject = AIMED.sub("", MOVED_ON.sub("", subject))
        subject = "" if SET.fullmatch(subject) else subject
    return "" if sentence.previous and PLACE.fullmatch(subject) else subject


def divided(subject: str, leader: Candidate, count: int) -> tuple[str, str, str]:
    """Return what was done with each thing of a subject, the things, and what is said of each.

    研发中心、设计公司|分别新增: 新增, and the two; 补助政策和保险制度|分别惠及.
    """
    if count == 1 and leader.quantity.unit == "%" and SHARE_OF.search(subject):
        subject += "比重"
    if leader.kind.kind == "change":
        subject = BROUGHT_ABOUT.sub("", subject)
    if done := DONE_WITH_EACH.search(subject):
        return done[1], subject[: done.start()], ""
    if said := SAID_OF_EACH.search(subject):
        return "", subject[: said.start()], said[1].removesuffix("到") + subject[said.end() :]
    return "", subject, ""


def told(named: Named, leader: Candidate, vocabulary: Vocabulary) -> Named:
    """Leave a name empty, and say so, that names nothing: 完成投资|2亿元 without any work, 打造."""
    label = named.label
    of_people = named.rule in (EFFECT, OWNED) or label == "惠及"
    if of_people and label.endswith("惠及"):
        return named._replace(label=label + COUNTED.get(leader.quantity.unit, ""))
    if begin := LOOSE_BEGIN.match(label):
        label = label[begin.end() :]
        named = named._replace(label=label)
    nameless = label in vocabulary.words.get("nameless", ())
    if named.rule != ONLY_MONEY and not nameless:
        return named
    leader.caution("label", NO_NAME if nameless else named.rule, label)
    return named._replace(label="")
