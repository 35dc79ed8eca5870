"""Stage 4: kind and sign. A figure is a level, a change (with its direction), or a rank."""

import re
from functools import lru_cache

from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Candidate, Kind, Quantity, Sentence
from baogao.reading.figures.word_patterns import worded

RELATIVE = frozenset(("%", "百分点", "倍", "‰", "番", ""))
COUNTS = frozenset(("count", "people", "people_times"))
# 增速|高于全国平均水平|0.5个百分点, 增速|比全国快|0.5个百分点
COMPARED = re.compile(
    r"""
    (?: (?: 高于|快于|高出|领先|好于
          | (?P<bound> 优于|超过|超出 )        # of a level it is a bound: 超过20万元的…
          | (?P<behind> 低于|慢于|落后 )
        ) [^,]{1,16}
      | (?: (?<!占)比(?![重例率值]) | 较 ) [^,]{1,16}? (?:分别|均|都)?
        (?: [高快] | (?P<less> [低慢] ) ) [出于]?
    ) $
    """,
    re.VERBOSE,
)
SHARING = re.compile(r"(?:分别|均|都)$")
SPEED = re.compile(r"(?:增速|增幅|增长率|降幅)$")
REACHING = ("到", "至", "为")
# 部门间办事|压减|材料: a topic, a verb, and what it is done to
INSIDE = re.compile(
    r"""
    ^ (?P<of>[^,]{2,8}?)
    (?P<verb>压减|精简|削减|压缩) (?! 到|至|为|后|了|的 )
    (?P<thing>[^,]{2,8}) $
    """,
    re.VERBOSE,
)
# 压减|一般性支出: the verb stands in front of what changes
TURNED = worded(
    r"""
    ^ ( {raising|cutting} ) (?:整合)?
    (?! 到|至|为|值|额|量 ) (?=.)          # but 提高|到…, 增加|值
    """
)


def decide_kinds(sentence: Sentence) -> None:
    """Fill in the kind of each number: that of the leader of its group, points always a change."""
    vocabulary = sentence.source.vocabulary
    last: Kind | None = None
    for group in sentence.groups:
        last = _carried(_kind(group[0], vocabulary), group[0], last)
        for candidate in group:
            candidate.kind = last
            if candidate.quantity.unit == "百分点" and last.kind != "change":
                candidate.kind = last._replace(kind="change")


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


def _kind(leader: Candidate, vocabulary: Vocabulary) -> Kind:
    """Return kind and sign of the figures of a group, which its leader tells."""
    form, subject, predicate = leader.quantity.form, leader.subject, leader.predicate
    if form == "rank":
        return Kind("rank", 1, subject, rule="a place in an order")
    if form == "doubling":
        return Kind("change", 1, subject, rule="a doubling")
    if compared := _compared(leader):
        return compared
    sign, words = _direction(predicate, vocabulary)
    if sign:
        return _directed(leader, sign, words, vocabulary)
    return _verb_first(leader, vocabulary) or _amount(leader, words)


def _compared(leader: Candidate) -> Kind | None:
    """Return the kind of what is held against another: 增速高于全国|0.5个百分点."""
    if leader.quantity.unit not in ("百分点", "%", "位"):
        return None
    compared = COMPARED.search(leader.subject)
    if not compared or (compared["bound"] and leader.quantity.unit != "百分点"):
        return None
    subject = SPEED.sub("", SHARING.sub("", leader.subject[: compared.start()]))
    sign = -1 if compared["behind"] or compared["less"] else 1
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
    if unit not in RELATIVE or predicate.endswith(REACHING):
        return None
    if turned := TURNED(vocabulary).match(subject):
        verb = turned[1]
        sign = -1 if verb in vocabulary.words.get("cutting", ()) else 1
        rule = "verb in front of its object"
        return Kind("change", sign, subject[turned.end() :], verb, rule, verb)
    inside = INSIDE.match(subject) if unit == "%" and not predicate else None
    if not inside:
        return None
    verb, rule = inside["verb"], "verb between topic and object"
    return Kind("change", -1, inside["of"] + inside["thing"], verb, rule, verb)


def _amount(leader: Candidate, words: str) -> Kind:
    """Return the kind where no word tells of a change: an amount, but of points a difference."""
    subject = leader.subject
    if leader.quantity.unit == "百分点":
        return Kind("change", 1, subject, rule="points are a difference", words=words)
    if words:
        return Kind("level", 1, subject, rule="an amount reached", words=words)
    return Kind("level", 1, subject)


@lru_cache(maxsize=4)
def _directions(
    vocabulary: Vocabulary,
) -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str]]:
    """Compile the words of a change, the falls among them, and what ends in an amount (到)."""
    rise, fall = vocabulary.words.get("rise", ()), vocabulary.words.get("fall", ())
    towards = regex_of(vocabulary.words.get("towards", ()))
    return re.compile(regex_of(rise + fall)), frozenset(fall), re.compile(towards)


def _direction(predicate: str, vocabulary: Vocabulary) -> tuple[int, str]:
    """Return 1 for a rise, -1 for a fall, 0 for an amount (提高到), and the words that tell."""
    if not predicate:
        return 0, ""
    directions, falls, towards = _directions(vocabulary)
    found = list(directions.finditer(predicate))
    if not found:
        return 0, ""
    last = found[-1]
    reached = towards.match(predicate, last.end())
    if reached and not SPEED.match(last[0]):  # but 年均增速|为12.6% is a change
        return 0, last[0] + reached[0]
    return (-1 if last[0] in falls else 1), last[0]
