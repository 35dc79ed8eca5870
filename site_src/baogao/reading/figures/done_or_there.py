"""Whether a figure of several years counts what was done in them, or what there is at their end.

A verb of doing makes it done: at the beginning of its clause, with the number in front of its
object or behind it (改善|7所|学校, 追回|工资|2亿元), or behind what is counted (3处|危岩|全面整治).
What there is has a verb of being or reaching (拥有, 达到), or none.
"""

import re
from typing import NamedTuple

from baogao.reading.figures.candidate import Candidate, Sentence
from baogao.reading.figures.word_patterns import worded

AFTER = 24
REACHED = re.compile(
    r"""
    达(?!标) | 拥有|共有|保有|现有 | [增升扩提降减缩][^,、]{0,3}[到至为]
    | (?:保险|[医社]保|网络|信号|管网|体系)覆盖                      # 医疗保险覆盖|50万人
    """,
    re.VERBOSE,
)
CLAUSE_END = re.compile(r"[,、;]")
BRACKETED = re.compile(r"\([^()]*\)")  # 4个县(市、区)|通过验收
ADDED = re.compile(r"新增|净增|累计|(?<![\d近第续])[三四五六]年")
IN_YEARS = re.compile(r"[三四五六]年(?:来|间)?,?(?:累计|累积|共)")
FLOWING = frozenset(("元", "美元", "人次"))  # no amount of them is there at a time
EVENTS = frozenset(("人次", "次", "场", "场次", "班次", "列次", "列"))
# 累计建成桥梁20座、|城市道路突破500公里: the running total was told before
REACHED_ALONE = re.compile(r"(?:^|、)(?!累计)[^、]{2,12}突破$")
MARKED = re.compile(r"突破|超过?|接近|逼近|[跨迈登站跃]上|[跨迈]过")
# What is there at a time, not done over a time
STOCK = re.compile(
    r"""
    数量|总数|总量|拥有量|保有量|余额|存量$
    | 算力|人均|占|比重|比例|率$|浓度|达$
    | (?<! [一二三四五六\d] ) 年度? (?=接待|产|旅客|发电|销售|营业|处理) | 吞吐量 | 日均 | 单日
    """,
    re.VERBOSE,
)
# 改善|7所|学校, 成功|创建|8个|街区: the verb opens the clause, in some manner
MANNER = worded("{adverb|manner|deed_manner}*")
DEED = worded("{deed} (?! {deed_name} )")
# 专项行动|为职工追回|工资2亿元: it follows those for whom it was done, or by what
DEED_FOR = worded(r"(?: [为给向] | 通过 ) [^,、\d]{1,12}? {deed|action} (?! {deed_name} | 值 )")
# 免费为|6万老人|体检, 让|3万户|用上…
DONE_FOR = re.compile(r"^(?:免费|无偿|先后|已|共|再|以[^,、]{2,6})*[为给向让使]$")
FOUGHT_FOR = re.compile(r"争取")  # 争取|资金6亿元: in a review no aim
# 生态|补水|30亿立方米: it ends the subject
LAST_DEED = worded(r"(?<=..) {deed} $")
# 3处|危岩|全面治理, 80个|服务站|提质增效: it follows what is counted
DEED_BEHIND = worded(r"^ [^,]{2,}? (?: {adverb|manner|deed_manner}+ {deed} | {deed} $ )")
# 6万骑手|有了|保障, 3个镇|用上|清洁能源: what they have at the end
COME_TO_HAVE = worded(r"^ [^,]{1,16}? {come_to_have}")


class Clause(NamedTuple):
    """A figure with what its period depends on.

    `before` is the sentence up to the number, `own` the number's own clause and `chain` the same
    with what opened its list.
    """

    candidate: Candidate
    leader: Candidate
    sentence: Sentence
    before: str
    own: str
    chain: str

    @property
    def kind(self) -> str:
        """Its kind: level, change or rank."""
        return self.candidate.kind.kind

    @property
    def unit(self) -> str:
        """The unit of its number."""
        return self.candidate.quantity.unit

    @property
    def label(self) -> str:
        """What it is called."""
        return self.candidate.named.label

    @property
    def after(self) -> str:
        """What stands behind the number, up to the end of the sentence."""
        end = self.candidate.quantity.end
        return self.sentence.source.read[end : end + AFTER].partition("。")[0]

    @property
    def opened(self) -> str:
        """Its clause with the verb that opened its list: 五年共办理|建议405件和提案|590件.

        What has come up to a mark (突破|1万亿元) has its own verb.
        """
        listed = self.leader.join == "list" and not MARKED.search(self.leader.own)
        return self.chain if listed else self.leader.own

    @property
    def behind(self) -> str:
        """What stands behind the number in its clause."""
        return CLAUSE_END.split(BRACKETED.sub("", self.after), 1)[0]


def is_done(candidate: Candidate, leader: Candidate, sentence: Sentence) -> bool:
    """Say whether a figure counts what was done, not what there is: 新增20家 (but not 达到20家)."""
    words = sentence.source.words
    return "达" not in leader.predicate and words.is_done(candidate.named.label)


def done(clause: Clause) -> bool:
    """Say whether a figure counts what was done over the years, not what there is at their end."""
    if ADDED.search(clause.own):
        return True
    vocabulary = clause.sentence.source.vocabulary
    if MARKED.fullmatch(clause.own) and not clause.leader.noun:  # 新增20公里、突破|500公里
        return False
    if REACHED.search(clause.own) or COME_TO_HAVE(vocabulary).match(clause.behind):
        return False
    if clause.unit in EVENTS or is_done(clause.candidate, clause.leader, clause.sentence):
        return True
    own, behind = clause.opened, clause.behind
    words = clause.sentence.source.words
    if ADDED.search(own) or words.flow.search(f"{own}|{behind}"):
        return True
    return _opens_with_a_deed(clause) or _ends_with_a_deed(clause)


def _opens_with_a_deed(clause: Clause) -> bool:
    """Say whether a verb of doing opens the clause: 改善|7所|学校, 为职工追回|工资|2亿元."""
    vocabulary = clause.sentence.source.vocabulary
    own = clause.sentence.source.words.without_lead(clause.opened)
    said = MANNER(vocabulary).sub("", own, count=1)
    action = clause.sentence.source.words.action
    opens = action.match(said) or DEED(vocabulary).match(said) or FOUGHT_FOR.match(clause.opened)
    return opens is not None or DEED_FOR(vocabulary).search(own) is not None


def _ends_with_a_deed(clause: Clause) -> bool:
    """Say whether one follows the thing: 生态补水|30亿立方米, 3处|危岩|全面治理."""
    vocabulary = clause.sentence.source.vocabulary
    if LAST_DEED(vocabulary).search(clause.leader.subject):
        return True
    if DONE_FOR.match(clause.own) and clause.behind:
        return True
    return DEED_BEHIND(vocabulary).match(clause.behind) is not None


def running_total(clause: Clause) -> str:
    """Return why a number that 累计 tells of has its period, or "" where none is told of."""
    share = clause.own.startswith("占比")
    if "累计" not in clause.chain and not (share and "累计" in clause.before[-40:]):
        return ""
    if share:
        return "累计"
    if IN_YEARS.search(clause.own):
        return "累计"
    told = REACHED.search(clause.own) or REACHED_ALONE.search(clause.own)
    reached = told and clause.unit not in FLOWING
    stock = STOCK.search(clause.label) and "新增" not in clause.own
    return "a state" if reached or stock else "累计"
