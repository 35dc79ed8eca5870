"""Nouns behind a number that name what is counted: 新增20家|“品字标”企业, 4家|企业跻身全国百强."""

import re

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Quantity
from baogao.reading.figures.clauses.noun_behind import STANDING
from baogao.reading.figures.subjects.subject_words import LONGEST, Words, words_of
from baogao.reading.figures.word_patterns import worded

BEHIND = "the noun behind the number"
# 捷克站、迪拜站|和|12个…: the subject goes on behind the number
OPEN_END = re.compile(
    r"""
    (?: 和|与|(?<![惠普涉])及|以及|、
      | 等|在|对|为|由|将|把|向|有|共|的
    ) $
    """,
    re.VERBOSE,
)
ADVERB = worded("{adverb}+ $")  # 企业|全部率先|入选
# 老旧小区改造|全面启动, 预案|全市配置: how far the thing is, no part of its name
PROGRESS = worded(
    """
    (?:实现)? 全覆盖 $
    | (?<! [获得在向被] ) (?: 全[国省市县区域州旗] | 全域 )
      (?: 配置|部署|覆盖|推广|应用|共享|上线|投用|运行 ) $
    | (?:建设|工作)? {progress_manner} {progress} $
    | {adverb}* 取得 [^,、]{0,6} (?:进展|成效|突破) $
    """
)
MEASURED = frozenset(
    ("元", "美元", "倍", ":1", "位", "百分点", "%", "岁", "天", "工作日", "小时", "分钟")
)
DURATIONS = frozenset(("天", "工作日", "小时", "分钟"))
WHOLE = 14  # a subject up to here is kept with what stands behind the number
# 总部回归签约|项目: 签约 says which, nothing happens
ADNOMINAL = re.compile(r"(?:项目|企业|公司|基地|中心|资金|机构|任务|工作|行动|率)")
# 断面水质100%|达标: what a share of the subject does
SHARED_BY = re.compile(
    r"""
    (?: 达标|参保|覆盖|办结|公开|接入
      | 达到[^,]{1,12} | 开通网上办理
    ) $
    """,
    re.VERBOSE,
)
# 预算九成以上|投向基层: on what a share of it is spent
SPENT_ON = re.compile(
    r"(?:^|(?<=支出)|(?<=资金)|(?<=财力)|(?<=投入))(?:用于|投向|投入到?|投到|花在|流向)(?=..)"
)
# 新建成的|4个|市场正式营业: the verb in front says it all
DONE_ONES = re.compile(r"的(?:约|近|超过?)?$")
WITHIN_IT = re.compile(r"^内(?=[^容部])")
ADDING = re.compile(r"(?:再|将|要|进一步|全年|力争|确保)*(?:增加|减少|扩大)(?:了|近|约|超过?)*$")
CONTRIBUTED = "贡献"
FIRST = "首期"  # 首期|50亿元|产业基金
POINTED = frozenset(("以下", "上述", "下列"))
LAYOUT = re.compile(r"的(?:空间|总体|发展)?(?:布局|格局|体系|态势)$")
# 进行|地面、墙体、卫生间等方面|适老化改造, 老旧小区|基础设施、环境等方面|改造
JOINED = re.compile(r"、|和|与|及")
AS = re.compile(r"[为成]")  # 整合为|产业、科技|2支基金
TITLE = re.compile(r"《[^》]*》")
NOUN_LIKE = re.compile(r"[、等和与]|集团|公司|工程|行动|项目")  # 垃圾治理|、, 发展|集团
ASPECTS = re.compile(
    r"""
    ( 进行|开展|实施|(?<=小区) )
    [^、,]{1,8} (?: 、[^、,]{1,18} )+ 等方面的?
    """,
    re.VERBOSE,
)
SETTLED = re.compile(r"作为(?=.)")
# 在16个|预选项目|中确定了前12项, 从50个|备选课题|中选出10项
WITHIN = re.compile(
    r"""
    ^ (?P<noun> .{2,12}? ) 中
    (?: (?: 确定|评选|遴选|筛选|推选|产生|评|选 ) [出定]? 了? (?:前.{0,3})? )? $
    """,
    re.VERBOSE,
)


def is_behind(leader: Candidate, subject: str, words: Words) -> bool:
    """Say whether what is counted stands behind the number."""
    unit = leader.quantity.unit
    if leader.kind.kind == "change":
        return not subject and _adds_things(leader)
    if subject and STANDING.fullmatch(leader.noun):
        return False
    if unit == "%":
        return _shared_by_what_follows(leader, subject, words)
    if unit in MEASURED and words.verb.match(leader.noun):
        return unit in DURATIONS and _done_within(leader, subject, words)
    if not subject or subject == FIRST or OPEN_END.search(subject):
        return True
    counted = unit not in MEASURED and not words.attribute_of(subject)
    return counted or bool(words.action_behind(subject))


def _shared_by_what_follows(leader: Candidate, subject: str, words: Words) -> bool:
    """Say whether a share is of what stands behind it: 80%|的村通公交, 支出八成|投向民生."""
    if not subject or subject == FIRST or OPEN_END.search(subject):
        return True
    if SPENT_ON.search(leader.noun) or subject.endswith(CONTRIBUTED):
        return True
    return leader.predicate in ("", "实现") and not words.attribute_of(subject)


def _adds_things(leader: Candidate) -> bool:
    """Say whether a clause only says how many more of the things behind there are: 增加3万个."""
    more = ADDING.match(leader.predicate) and leader.own == leader.predicate
    return bool(more) and leader.quantity.unit not in MEASURED and leader.join != "list"


def _done_within(leader: Candidate, subject: str, words: Words) -> bool:
    """Say whether a time is one in which something is done: 工业投资项目7个工作日|办理施工许可."""
    if not subject or words.attribute_of(subject):
        return False
    return words.action.match(leader.noun) is not None


def label_behind(leader: Candidate, subject: str, last: str, vocabulary: Vocabulary) -> str:
    """Return the label of a figure whose noun stands behind it; `last` is the label before it."""
    noun = _thing(leader.noun, vocabulary)
    if leader.quantity.unit in DURATIONS:  # 2小时|内到达现场
        noun = WITHIN_IT.sub("", noun)
    if within := WITHIN.match(noun):
        return within["noun"]
    if measured := _measured(leader, subject, noun, last, words_of(vocabulary)):
        return measured
    if subject in POINTED:  # 以下10件确定为民生实事项目
        return noun.partition("为")[2] or noun
    return _counted(leader, subject, noun, last, vocabulary)


def _measured(leader: Candidate, subject: str, noun: str, last: str, words: Words) -> str:
    """Return the label of a time or a share of the subject, or ""."""
    unit = leader.quantity.unit
    if unit in DURATIONS and words.verb.match(noun):  # 工业投资项目|7个工作日|办理施工许可
        return (subject + noun)[:LONGEST]
    if unit == "%" and (spent := SPENT_ON.search(noun)):
        return ("" if spent.start() else subject or last) + noun + "占比"
    if unit == "%" and subject.endswith(CONTRIBUTED):  # 新兴市场贡献|七成|出口增量
        return f"{subject}{noun}占比"
    if unit == "%" and subject and SHARED_BY.match(noun):  # 断面水质100%达标
        return subject + noun + ("率" if len(noun) == 2 else "")
    return ""


def _counted(leader: Candidate, subject: str, noun: str, last: str, vocabulary: Vocabulary) -> str:
    """Return the label of what is counted, with what was done with it or what it did."""
    words = words_of(vocabulary)
    found = words.outcome.finditer(noun)
    outcome = next((one for one in found if not ADNOMINAL.match(noun, one.end())), None)
    in_front, among = _in_front(leader, subject, words), "其中" in leader.own
    if outcome and DONE_ONES.search(leader.own) and words.action.fullmatch(in_front):
        return in_front + ADVERB(vocabulary).sub("", noun[: outcome.start()])
    if among and not in_front and (did := _all_that_was_done(noun, words)):
        return (did + last[len(words.action_of(last)) :])[:LONGEST]
    if not subject and not outcome and leader.join == "list" and last:
        in_front = _shared(noun, last, words) or in_front
    turned = _turned(noun, outcome.start(), vocabulary) if outcome else noun
    if outcome and turned == outcome[0] and not in_front and among:
        in_front = last.removesuffix(turned)  # 贫困户90户脱贫,其中20户|稳定脱贫
    return (in_front + turned).strip("的")[:LONGEST]


def _thing(noun: str, vocabulary: Vocabulary) -> str:
    """Return a noun without what is said of it: 作为…, …全面启动, …的布局."""
    noun = PROGRESS(vocabulary).sub("", SETTLED.sub("", noun.lstrip("的")))
    return LAYOUT.sub("", ASPECTS.sub(r"\1", noun))


def _in_front(leader: Candidate, subject: str, words: Words) -> str:
    """Return what of a subject stays in front of the noun behind the number."""
    action = words.action.match(subject)
    if _lists_as_many(subject[action.end() if action else 0 :], leader.quantity):
        return action[0] if action else ""
    if subject.endswith("等"):  # 打造|北麂石头屋等3家特色民宿
        action = action or _verb_inside(subject, words)
        return action[0] if action else ""
    if len(subject) > WHOLE and leader.quantity.unit != "%" and not action:
        return words.action_behind(subject)
    return "" if OPEN_END.search(subject) else subject  # 捷克站、迪拜站和12个境外经贸合作区


def _lists_as_many(names: str, quantity: Quantity) -> bool:
    """Say whether what stands in front of a number only names what it counts: 甲县、乙县|2个|县."""
    found = [name for name in JOINED.split(names) if len(name) > 1]
    if names.endswith("等"):
        return False
    return "、" in names and len(found) == quantity.value and not AS.search(names)


def _verb_inside(subject: str, words: Words) -> re.Match[str] | None:
    """Return the verb in front of examples: 年内|打造|石头屋等; but 经济发展、民生等 has none."""
    found = words.action.finditer(TITLE.sub("", subject))
    return next((verb for verb in found if not NOUN_LIKE.match(verb.string, verb.end())), None)


def _all_that_was_done(noun: str, words: Words) -> str:
    """Return what some of the things did, where a noun names none: 其中4条|实现通车; or ""."""
    done = noun.removeprefix("实现").removeprefix("已")
    return done if words.verb.fullmatch(done) and words.action.fullmatch(done) else ""


def _shared(noun: str, last: str, words: Words) -> str:
    """Return the verb that a noun in a list shares with the label before it: 新增…2家、3家|….."""
    if words.verb.match(noun):
        return ""
    if noun[-1:] == last[-1:] == "牌":  # 获得5金5银4铜
        return last[: -len(noun)]
    return words.action_of(last)


def _turned(noun: str, at: int, vocabulary: Vocabulary) -> str:
    """Put what things did before the things: 4家企业|跻身“全国文化企业30强”."""
    did, things = noun[at:], ADVERB(vocabulary).sub("", noun[:at])
    return did + ("的" if did[-1:] == things[-1:] else "") + things  # 获评美丽乡村|的村
