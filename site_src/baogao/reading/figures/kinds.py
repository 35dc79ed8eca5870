"""Stage 4: kind and sign. A figure is a level, a change (with its direction), or a rank."""

import re
from functools import lru_cache
from typing import NamedTuple

from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Kind, Quantity, Sentence
from baogao.reading.figures.word_patterns import worded

RELATIVE = frozenset(("%", "百分点", "倍", "‰", "番", ""))
COUNTS = frozenset(("count", "people", "people_times"))
# 增速|高于全国平均水平|0.5个百分点
COMPARED = re.compile(
    r"""
    ( 高于|快于|高出|领先|好于|(?<!或)优于|低于|慢于|落后
      | 超[过出] (?= 全[国省市] | [^,]{0,6} 平均 )
    ) [^,]{1,16} $
    """,
    re.VERBOSE,
)
BEHIND = frozenset(("低于", "慢于", "落后"))
COMPARING = frozenset(("高于", "低于"))
SHARING = re.compile(r"(?:分别|均|都)$")
SPEED = re.compile(r"(?:增速|增幅|增长率|降幅)$")
NATURAL = "增长率"  # 人口自然|增长率为-1.2‰: births less deaths, an amount
REACHING = ("到", "至", "为")
# 是2010年的|2.6倍, 相当于“十一五”时期的|3倍: as many times as at an earlier time
TIMES_OF = re.compile(
    r"""
    (?: [是为] | 相当于 | 达到? )
    (?: \d{4}年 | “?[七八九十][一二三四五六]?五”? | 上一?年 | 去年 | 上届 | 前[三四五]年 )
    [^,的]{0,4} 的 [^,的]{0,2} $
    """,
    re.VERBOSE,
)
# 实现5%以上|的增长, 力争3%|的降幅: the change stands behind its number
CHANGE_BEHIND = re.compile(
    r"""
    的 (?:年均|平均|正|较快|同比)?
    (?: (?P<rise> 增长率?|增速|增幅|涨幅|升幅|回升|提升 ) | (?P<fall> 降幅|下降|降低|跌幅 ) )
    (?: 速度|目标|预期|水平|幅度|态势|率 )* (?= [,。;:!?\n、)和与及] | $ )
    """,
    re.VERBOSE,
)
# 部门间办事|压减|材料, 审批事项平均|减|时限: a topic, a verb, and what it is done to
INSIDE = worded(r"""
    ^ (?P<of>[^,]{2,12}?) (?: 平均|各|均|都|再 )*
    (?: (?P<verb> {cutting} ) (?! 到|至|为|后|了|的|机|率|量|面|幅度|比例 )
        (?P<thing> [^,]{2,8} (?<! 占比 ) (?<! 比重 ) (?<! 比例 ) (?<! 企业 ) )
      | (?P<short> {lessening} ) (?P<lessened> {lessened} )
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
    for group in sentence.groups:
        last = _carried(_kind(group[0], sentence.source.read, vocabulary), group[0], last)
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


def _carried(kind: Kind, leader: Candidate, last: Kind | None) -> Kind:
    """Go on with the verb that opened a list: 压减会议41.8%、文件35.6%."""
    if not last or not last.turned or leader.join != "list":
        return kind
    if kind.kind != "level" or leader.quantity.unit != "%":
        return kind
    rule = "verb that opened the list"
    return kind._replace(
        kind="change", sign=last.sign, turned=last.turned, rule=rule, words=last.turned
    )


def _kind(leader: Candidate, text: str, vocabulary: Vocabulary) -> Kind:
    """Return kind and sign of the figures of a group, which its leader tells."""
    form, subject, predicate = leader.quantity.form, leader.subject, leader.predicate
    if form == "rank":
        return Kind("rank", 1, subject, rule="a place in an order")
    if form == "doubling":
        return Kind("change", 1, subject, rule="a doubling")
    if compared := _compared(leader):
        return compared
    if subject.endswith("自然") and predicate.startswith(NATURAL):
        return Kind("level", 1, subject + NATURAL, rule="a rate by its name", words=NATURAL)
    sign, words = _direction(predicate, leader.quantity.unit, vocabulary)
    if sign:
        return _directed(leader, sign, words, vocabulary)
    turned = _verb_first(leader, vocabulary) or _change_behind(leader, text) or _times_of(leader)
    return turned or _amount(leader, words)


def _change_behind(leader: Candidate, text: str) -> Kind | None:
    """Return the kind of what a word of change follows: 实现5%以上|的增长."""
    if leader.quantity.unit != "%":
        return None
    behind = CHANGE_BEHIND.match(text, leader.reach)
    if not behind:
        return None
    sign = 1 if behind["rise"] else -1
    return Kind("change", sign, leader.subject, rule="word of change behind", words=behind[0])


def _times_of(leader: Candidate) -> Kind | None:
    """Return the kind of what is so many times what it was: 是2010年的2.6倍."""
    if leader.quantity.unit != "倍":
        return None
    times = TIMES_OF.search(leader.predicate)
    if not times:
        return None
    return Kind("change", 1, leader.subject, rule="times of an earlier time", words=times[0])


def _compared(leader: Candidate) -> Kind | None:
    """Return the kind of what is held against another: 增速高于全国|0.5个百分点."""
    if leader.quantity.unit not in ("百分点", "%", "位"):
        return None
    compared = COMPARED.search(leader.subject)
    if not compared:
        return None
    subject = SPEED.sub("", SHARING.sub("", leader.subject[: compared.start()]))
    sign = -1 if compared[1] in BEHIND else 1
    return Kind("change", sign, subject, rule="compared with another", words=compared[0])


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
    inside = INSIDE(vocabulary).match(subject) if unit == "%" and not predicate else None
    if not inside:
        return None
    verb, rule = inside["verb"] or inside["short"], "verb between topic and object"
    thing = inside["thing"] or inside["lessened"]
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
    if reached and not SPEED.match(last[0]):  # but 年均增速|为12.6% is a change
        return 0, last[0] + reached[0]
    return (-1 if last[0] in directions.falls else 1), last[0]
