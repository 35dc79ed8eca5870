"""Stage 4: kind and sign. A figure is a level, a change (with its direction), or a rank."""

import re
from functools import lru_cache
from typing import NamedTuple

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Kind, Quantity, Sentence
from baogao.reading.figures.unworded_changes import (
    SPEED,
    SPEED_IN,
    aimed_at,
    below_nought,
    change_behind,
    compared,
    lessened,
    natural,
    times_of,
)
from baogao.reading.figures.word_patterns import worded

RELATIVE = frozenset(("%", "百分点", "倍", "‰", "番", ""))
COUNTS = frozenset(("count", "people", "people_times"))
COMPARING = frozenset(("高于", "低于"))
# 增长5%、力争|6%: what is striven for is the same
STRIVING = re.compile(r"^(?:力争|争取|确保|努力|力求|奋力|冲刺|并)+(?:达到?|实现|完成|在)?$")
# 增速由8%|回落到|5%
TURNED_TO = re.compile(r"(?:回落|收窄|放缓|下降|降|加快|回升|提高|提升|扩大|上升|升)[到至]$")
REACHING = ("到", "至", "为")
# 部门间办事|压减|材料, 审批事项平均|减|时限: a topic, a verb, and what it is done to
INSIDE = worded(r"""
    ^ (?P<of>[^,]{2,12}?) (?: 平均|各|均|都|再 )*
    (?: (?P<verb> {cutting} ) (?! 到|至|为|后|了|的|机|率|量|面|幅度|比例 )
        (?P<thing> [^,]{2,8} (?<! 占比 ) (?<! 比重 ) (?<! 比例 ) (?<! 企业 ) )
      | (?P<short> {lessening} ) (?P<lessened> {lessened} )
      | (?P<behind> {lessened} ) 省                            # 物流|费用|省一成
    ) $
""")
# 压减|一般性支出, 全年|减|环节: the verb stands in front of what changes
TURNED = worded(r"""
    ^ (?: 全年|年内|累计|平均|继续|大幅|进一步|有效|再|共|要|将|已 )*
    (?: ({raising|cutting}) (?:整合)? (?! 到|至|为|值|额|量|机 ) (?=.)
        | ({lessening}) (?= {lessened} $ ) )
""")


def decide_kinds(sentence: Sentence) -> None:
    """Fill in the kind of each number: that of the leader of its group, points always a change."""
    vocabulary = sentence.source.vocabulary
    last: Kind | None = None
    before: Quantity | None = None
    for group in sentence.groups:
        kind = _kind(group[0], sentence.source.read, vocabulary)
        last = _carried(kind, group[0], last, before)
        before = group[0].quantity
        for candidate in group:
            _doubt_brackets(candidate, sentence.source.read)
            candidate.kind = last
            if candidate.quantity.unit == "百分点" and last.kind != "change":
                candidate.kind = last._replace(kind="change")


def _doubt_brackets(candidate: Candidate, text: str) -> None:
    """Note where only brackets tell that a number is below nought: 增长(3.9%)."""
    quantity = candidate.quantity
    if quantity.value < 0 and text[quantity.start] == "(" and text[quantity.start + 1].isdigit():
        words = text[quantity.start : quantity.end]
        candidate.caution("value", "brackets read as a minus", words)


def _carried(kind: Kind, leader: Candidate, last: Kind | None, before: Quantity | None) -> Kind:
    """Go on with what opened a list: 压减会议41.8%、文件35.6%; 增长5%、力争6%."""
    if last and before and kind.kind == "level" and _striven_for(leader, last, before):
        return last._replace(rule="what is striven for", words=leader.predicate)
    if last and before and _speed_reached(kind, leader, last, before):
        return last._replace(rule="the speed that was reached", words=leader.predicate)
    if not last or not last.turned or leader.join != "list":
        return kind
    if kind.kind != "level" or leader.quantity.unit != "%":
        return kind
    rule = "verb that opened the list"
    return kind._replace(
        kind="change", sign=last.sign, turned=last.turned, rule=rule, words=last.turned
    )


def _striven_for(leader: Candidate, last: Kind, before: Quantity) -> bool:
    """Say whether a number is what is striven for beyond a change that was just named."""
    shares = before.unit == leader.quantity.unit == "%"
    if last.kind != "change" or not shares or leader.subject:
        return False
    return STRIVING.match(leader.predicate) is not None


def _speed_reached(kind: Kind, leader: Candidate, last: Kind, before: Quantity) -> bool:
    """Say whether a number is the speed that another, just named, has turned to."""
    shares = before.unit == leader.quantity.unit == "%"
    if kind.kind != "level" or last.kind != "change" or not shares or leader.subject:
        return False
    return leader.join == "list" and TURNED_TO.match(leader.predicate) is not None


def _kind(leader: Candidate, text: str, vocabulary: Vocabulary) -> Kind:
    """Return kind and sign of the figures of a group, which its leader tells."""
    form, subject, predicate = leader.quantity.form, leader.subject, leader.predicate
    if form == "rank":
        return Kind("rank", 1, subject, rule="a place in an order")
    if form == "doubling":
        return Kind("change", 1, subject, rule="a doubling")
    known = compared(leader) or natural(leader) or aimed_at(leader) or lessened(leader)
    if known:
        return known
    sign, words = _direction(predicate, leader.quantity.unit, vocabulary)
    if sign:
        return _directed(leader, sign, words, vocabulary)
    turned = _verb_first(leader, vocabulary) or change_behind(leader, text) or times_of(leader)
    return turned or below_nought(leader) or _amount(leader, words)


def _directed(leader: Candidate, sign: int, words: str, vocabulary: Vocabulary) -> Kind:
    """Return the kind of what a word of change stands in front of: 出口|增长|8%."""
    subject, predicate = leader.subject, leader.predicate
    lifted = predicate in vocabulary.words.get("lifted", ())
    if lifted and _counts(leader.quantity, vocabulary):  # 改造提升|103个
        rule = "done to so many things"
        return Kind("level", 1, subject + predicate, rule=rule, words=predicate)
    gains = vocabulary.words.get("gain", ())
    if subject and predicate.startswith(gains):  # 低收入农户增收: keep 增收
        subject += predicate[:2]
    return Kind("change", sign, subject, rule="rise" if sign > 0 else "fall", words=words)


def _counts(quantity: Quantity, vocabulary: Vocabulary) -> bool:
    unit = vocabulary.units.get(quantity.unit)
    return unit is not None and unit.dimension in COUNTS


def _verb_first(leader: Candidate, vocabulary: Vocabulary) -> Kind | None:
    """Return the kind where the verb stands in front of what changes: 压减|一般性支出|5%."""
    subject, predicate, unit = leader.subject, leader.predicate, leader.quantity.unit
    if predicate.endswith(REACHING):
        return None
    turned, shrinking = TURNED(vocabulary).match(subject), vocabulary.words.get("shrinking", ())
    verb = (turned[1] or turned[2]) if turned else ""
    if turned and (unit in RELATIVE or verb in shrinking):
        sign = 1 if verb in vocabulary.words.get("raising", ()) else -1
        rule = "verb in front of its object"
        return Kind("change", sign, subject[turned.end() :], verb, rule, verb)
    shares = unit == "%" or leader.quantity.form == "fraction"
    inside = INSIDE(vocabulary).match(subject) if shares and not predicate else None
    if not inside:
        return None
    verb, rule = inside["verb"] or inside["short"] or "省", "verb beside its object"
    thing = inside["thing"] or inside["lessened"] or inside["behind"]
    return Kind("change", -1, inside["of"] + thing, verb, rule, verb)


def _amount(leader: Candidate, words: str) -> Kind:
    """Return the kind where no word tells of a change: an amount, but of points a difference."""
    subject = leader.subject
    if leader.quantity.unit == "百分点":
        return Kind("change", 1, subject, rule="points are a difference", words=words)
    if words:
        return Kind("level", 1, subject, rule="an amount reached", words=words)
    return Kind("level", 1, subject)


class Directions(NamedTuple):
    """What is compiled from the words of a change.

    `words` finds them and the bounds, so that a bound is passed over whole: 不低于 is no 低于.
    `falls` and `bounds` say which are which; `towards` finds what makes an amount of a change.
    """

    words: re.Pattern[str]
    falls: frozenset[str]
    bounds: frozenset[str]
    towards: re.Pattern[str]


@lru_cache(maxsize=4)
def _directions(vocabulary: Vocabulary) -> Directions:
    rise, fall = vocabulary.words.get("rise", ()), vocabulary.words.get("fall", ())
    bounds = [word for at, _, words in vocabulary.bounds if at == "before" for word in words]
    towards = regex_of(vocabulary.words.get("towards", ()))
    words = re.compile(regex_of((*rise, *fall, *bounds)))
    return Directions(words, frozenset(fall), frozenset(bounds), re.compile(towards))


def _direction(predicate: str, unit: str, vocabulary: Vocabulary) -> tuple[int, str]:
    """Return 1 for a rise, -1 for a fall, 0 for an amount (提高到), and the words that tell.

    A bound is no direction by itself (失业率低于5%), unless it stands before points.
    """
    if not predicate:
        return 0, ""
    directions = _directions(vocabulary)
    last = None
    for found in directions.words.finditer(predicate):
        compares = unit == "百分点" or found.end() < len(predicate)  # 高于|年初12%的目标
        if found[0] not in directions.bounds or (compares and found[0] in COMPARING):
            last = found
    if last is None:
        return 0, ""
    reached = directions.towards.match(predicate, last.end())
    if reached and (speed := SPEED_IN.match(predicate)):  # 增速由8%|回落到5%
        return (-1 if speed["down"] else 1), speed[0]
    if reached and not SPEED.match(last[0]):  # but 年均增速|为12.6% is a change
        return 0, last[0] + reached[0]
    return (-1 if last[0] in directions.falls else 1), last[0]
