"""What money is for: 投资|5亿元|的体育中心项目, 投入|2亿元|改造管网, 重点项目60个、完成投资|90亿元.

Where a clause says nothing but that money was spent, what it was spent on stands behind the number,
or with the figure before it; `topics` looks in the clauses before. A bare 投资 is never a name.
"""

import re
from typing import NamedTuple

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Named, Sentence
from baogao.reading.figures.subjects.subject_words import LONGEST
from baogao.reading.figures.word_patterns import worded

ONLY_MONEY = "money, for what is not said"
SAID_TO_GROW = "money, by its own name"
# 投资|累计完成|200亿元: all of it, not that of a thing
SAID_OF_ALL = re.compile(r"完成|实现|保持|稳定")
MONEY = frozenset(("元", "美元"))
REACH = 90
# 年度计划|完成投资, 每年|安排: when, and how it is planned
SPENDING = worded(
    r"""
    (?: {spending_time} )*
    (?P<head> (?:完成)? {spent} | (?P<verb> {provided} ) )
    """
)
PLANNED = re.compile(r"累计|年度|计划|预算|概算|估算")
CLAUSE = re.compile(r"(?:“[^”\n]{0,30}”|\([^)\n]{0,30}\)|[^,。;:!?\n“(])+")
# 的|体育中心项目, 实施的|绿化工程
OF_A_THING = worded(r"(?: {works} )? 的 (?P<thing> .{2,} )")
# 体育中心项目|主体完工: what is said of the thing; but not 水厂|改扩建工程
SAID_OF = worded(
    r"""
    ^ (?P<thing> .*? (?<!全线) {works_noun} (?<!全线) )
    (?: {adverb} | {spending_time} | 年[底初末] | [上下]半年 | 主体 | 整体 | 全线 | 实现
      | 新 | 已 )*
    (?: {action} | {outcome} | {works_done} )
    (?! 的 | .{0,8} {works_noun} )
    """
)
# ,重点|实施了|路网、泵站等工程, 用于|管网建设, 对|管网|进行全面|改造, 为|学校|配备电脑
DONE_WITH_IT = worded(
    r"""
    ,?
    (?: {adverb} | {spending_time} | {manner} | {lead} | {progress_manner}
      | 重点 | 统筹 | 主要 | 专项 )*
    (?: 对 (?P<object> .{2,}? )
        (?: 进行 | 实施 | 开展 ) 了?
        (?: {adverb} | {progress_manner} | 彻底 )*
        (?P<act> .{2,} )
      | (?: {light_work} 了? )+ (?P<thing> .{2,} )
      | (?= {action} | 支持 | 奖励 | 补助 | 补贴 ) (?P<done> .{2,} )
      | 为 (?P<given> .{2,} )
    )
    """
)
LOOSE_BEGIN = re.compile(r"^(?:[和与、的了]|全部|所有|[日年](?:处理|产))+")
LOOSE_END = re.compile(r"(?:[和与及、的]|任务|工作|进展|进度|步伐|力度)+$")
FUND = re.compile(r"(?:资金|经费|基金|补助|补贴|投资|专款)$")
PARTS = re.compile(r"[、和与及]")
# 实施|重点项目: what is said of works that are to be paid
LIGHT = re.compile(
    r"^(?:累计|滚动|(?:组织)?实施|推进|推动|完成|建设|抓好|谋划|安排|落实|铺排|开展)+(?=..)"
)


ANOTHER_SUM = re.compile(r"[和与及、](?=(?:总|计划)?投[资入])")
ANOTHER = re.compile(r"^.*[和与及](?=(?:总|计划)?投[资入]$)")
PAID = worded(r"(?<=..) (?: 累计 | 年度 | 计划 | 完成 )* {spent} $")


class Spending(NamedTuple):
    """What a clause says of money: the head of the label, and whether it is a verb (安排|资金)."""

    head: str
    verb: bool


def spending(leader: Candidate, subject: str, vocabulary: Vocabulary) -> Spending | None:
    """Return what a clause says that only says that money was spent, or None."""
    if leader.quantity.unit not in MONEY or leader.kind.kind != "level":
        return None
    if leader.join == "list":  # 投资3亿元的甲工程|和|投资2亿元的乙工程
        subject = ANOTHER.sub("", subject)
    found = SPENDING(vocabulary).fullmatch(subject)
    if not found:
        return None
    said = leader.kind.subject
    done = (
        "完成"
        if found["head"] in ("投资", "投入") and said.endswith("完成" + found["head"])
        else ""
    )
    planned = "".join(dict.fromkeys(PLANNED.findall(said)))
    return Spending(planned + done + found["head"], bool(found["verb"]))


def spent_on(sentence: Sentence, leader: Candidate, money: Spending) -> Named:
    """Return the name of money spent: by what it is for, by the figure before it, or none."""
    vocabulary = sentence.source.vocabulary
    if purpose := _purpose(sentence, leader, money, vocabulary):
        return Named(_named_for(purpose, money), sentence.area, rule="what money is for")
    if not money.verb and (label := _before(sentence, money.head, vocabulary)):
        area, rule = sentence.previous[-1].area, "money for what was counted before"
        return Named(label, area, rule=rule)
    rule = SAID_TO_GROW if SAID_OF_ALL.search(leader.predicate) else ONLY_MONEY
    return Named(money.head, sentence.area, rule=rule)


def _named_for(purpose: str, money: Spending) -> str:
    """Return a label: 体育中心项目|投资, 安排|产业扶持|资金."""
    room = LONGEST - len(money.head) - 2
    if len(purpose) > room:
        cut = [part.start() for part in PARTS.finditer(purpose) if 4 <= part.start() < room]
        purpose = purpose[: cut[-1]] + "等" if cut else purpose[:room]
    if not money.verb:
        return purpose + money.head
    return money.head + purpose + ("" if FUND.search(purpose) else "资金")


def _purpose(sentence: Sentence, leader: Candidate, money: Spending, vocabulary: Vocabulary) -> str:
    """Return what stands behind the number and says what the money is for, or "".

    完成投资3亿元,|建成泵站6座 is another act.
    """
    text = _without_numbers(sentence, leader)
    another = leader.join == "list" or "完成" in money.head
    begin = CLAUSE.match(text, 1 if text.startswith(",") and not another else 0)
    if not begin:
        return ""
    clause = ANOTHER_SUM.split(text[: begin.end()])[0]
    if found := OF_A_THING(vocabulary).match(clause):
        said = SAID_OF(vocabulary).match(found["thing"])
        return _clean(said["thing"] if said else found["thing"])
    found = DONE_WITH_IT(vocabulary).fullmatch(clause)
    if not found:
        return ""
    thing = found["thing"] or found["done"] or found["given"]
    if thing and SPENDING(vocabulary).fullmatch(thing):  # ,年度完成|投资
        return ""
    return _clean(thing or LOOSE_END.sub("", found["object"]) + found["act"])


def _without_numbers(sentence: Sentence, leader: Candidate) -> str:
    """Return what follows a number, up to the end of the sentence, without the numbers in it."""
    text, at = sentence.source.read, leader.reach
    until = min(at + REACH, len(text))
    kept = ""
    for later in sentence.candidates:
        if at <= later.quantity.start < until:
            kept += text[at : later.quantity.start]
            at = later.reach
    return kept + text[at:until]


def _clean(purpose: str) -> str:
    return LOOSE_END.sub("", LOOSE_BEGIN.sub("", purpose))


def _before(sentence: Sentence, head: str, vocabulary: Vocabulary) -> str:
    """Return the label of money for what the figure before counted or cost, or "".

    推进|重点项目|60个、完成投资…; 工业投资增长8%、完成投资…: the same money.
    """
    if not sentence.previous or sentence.last is None:
        return ""
    label, unit = sentence.previous[-1].label, sentence.last.quantity.unit
    paid = PAID(vocabulary).search(label)
    if sentence.last.kind.kind == "change":
        return label if paid else ""
    if unit in MONEY:
        return label[: paid.start()] + head if paid else ""
    dimension = vocabulary.units.get(unit)
    if dimension is None or dimension.dimension != "count":
        return ""
    counted = LIGHT.sub("", label)
    return counted + head if counted else ""
