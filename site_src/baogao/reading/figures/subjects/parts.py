"""Parts of what the figure before counted or measured: 招引项目50个,其中|产业项目8个."""

import re
from typing import NamedTuple

from baogao.reading.figures.candidate import Candidate, Named
from baogao.reading.figures.subjects.subject_words import LONGEST, Words

SHARES = frozenset(("%", "百分点", "倍", ":1", "位"))
LEVEL_ENDS = ("级", "以上", "以下")
LEVELLED = re.compile(r"[^级以]{0,10}?(?:级及?以[上下]|级|以[上下])的?")
YIELD = re.compile(r"(?:年|总)?产量$")
SYMBOL = re.compile(r"[A-Za-z][A-Za-z\d.]*$")
TRADE = re.compile(r"(?:行业|产业|业|企业)$")
OWNER_HELD = "the owner of what was named before"
BODY = r"(?:企业|开发区|园区|高新区|示范区|集团|高校|院校|医院|机构|单位)"
# 省属企业|完成产业类投资, 开发区|实现规上工业增加值: whose figure it is
OWNER = re.compile(
    rf"""
    (?P<owner> [^、,。]{{0,14}}? {BODY} )
    (?: 累计|共|全年 )* (?: 实现|完成|缴纳|创造 )
    """,
    re.VERBOSE,
)
OWNED_LABEL = re.compile(rf"[^、,。]{{0,14}}?{BODY}")


class Given(NamedTuple):
    """A clause's own subject, and the name before it, from which it may leave words out.

    `named` is the subject with the area taken off; `unit` that of the figure before, which stands
    behind the words `before`; `among` whether 其中 opens the clause, `listed` whether it goes on
    with a list.
    """

    subject: str
    named: Named
    last: Named
    leader: Candidate
    before: str
    unit: str
    among: bool
    listed: bool
    words: Words

    @property
    def same_unit(self) -> bool:
        """Whether the number has the unit of the one before."""
        return self.leader.quantity.unit == self.unit


def of_the_same_owner(given: Given) -> Named | None:
    """What is listed behind an owner is the owner's: 省属企业完成投资553亿元、|研发投入133亿元."""
    if not given.listed or given.among or re.search(BODY, given.subject):
        return None
    last = given.last
    if last.rule == OWNER_HELD:
        owned = OWNED_LABEL.match(last.label)
        owner = owned[0] if owned else ""
    else:
        said = OWNER.match(given.before)
        owner = said["owner"] if said else ""
    if not owner or not last.label.startswith(owner):
        return None
    return Named((owner + given.subject)[-LONGEST:], last.area, rule=OWNER_HELD)


def a_class(given: Given) -> Named | None:
    """A class of what was counted: 安排重点项目90个,其中|工业类20个、|农业类9个."""
    if not given.subject.endswith("类") or not given.same_unit:
        return None
    last = given.last.label
    things = last.partition("类")[2]
    if not things and given.among:
        things = last[len(given.words.action_of(last)) :]
    label = given.named.label + things
    return given.named._replace(label=label, rule="a class of what was counted") if things else None


def another_level(given: Given) -> Named | None:
    """Another level of what was named before: 新增A级景区村庄3018个,其中|3A级429个."""
    label = given.last.label
    if not given.subject.endswith(LEVEL_ENDS):
        return None
    if not given.among and not LEVELLED.match(label):
        return None
    action = given.words.action_of(label)
    things = LEVELLED.sub("", label[len(action) :], count=1)
    rule = "another level of what was named before"
    return Named(action + given.subject + things, given.last.area, rule=rule)


def measured_alike(given: Given) -> Named | None:
    """A part, measured as the whole before: 重点行业VOCs排放总量下降8%,其中|化工行业10%."""
    unit, words = given.leader.quantity.unit, given.words
    trade = given.listed and given.same_unit and TRADE.search(given.subject)
    if unit not in SHARES or not (given.among or trade) or words.attribute_of(given.subject):
        return None
    measure = words.attribute_of(given.last.label)
    if not measure:
        return None
    symbol = SYMBOL.search(given.last.label.removesuffix(measure))  # 重点行业|VOCs|排放总量
    label = given.named.label + (symbol[0] if symbol else "") + measure
    return given.named._replace(label=label, rule="a part, measured as the whole before")


def a_part(given: Given) -> Named | None:
    """A part of what was counted: 招引亿元以上项目50个,其中|产业项目8个."""
    if not given.among or not given.same_unit or given.unit in SHARES:
        return None
    words, part = given.words, given.named.label
    whole = given.last.label
    action = words.action_of(whole)
    whole = whole.removesuffix("建设")
    if not action or words.action.match(part):
        return given.named
    of_class, at = LEVELLED.match(whole, len(action)), whole.find(part[-2:], len(action))
    if of_class and not LEVELLED.match(part) and whole[-2:] == part[-2:]:
        action += of_class[0]
    elif 0 < at < len(whole) - 2:  # 新增境内外上市公司47家,其中科创板上市8家
        part += whole[at + 2 :]
    label = (action + part)[-LONGEST:]
    return given.named._replace(label=label, rule="a part of what was counted before")


def a_yield(given: Given) -> Named | None:
    """The yield of something else: 蔬菜年产量340万吨、|肉产品18.5万吨."""
    short = not given.leader.predicate and len(given.subject) <= 3
    if not given.same_unit or given.unit != "吨" or not (given.listed or short):
        return None
    amount = YIELD.search(given.last.label)
    if not amount or YIELD.search(given.subject):
        return None
    return given.named._replace(label=given.named.label + amount[0])
