"""Kind and sign: an amount, a change, or a place in an order."""
import re
from functools import lru_cache
from typing import NamedTuple

from baogao.reading.figures.clauses import Slot
from baogao.reading.figures.quantities import Quantity
from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary

RELATIVE = frozenset(("%", "百分点", "倍", "‰", "番", ""))
COMPARED = re.compile(r"(高于|快于|高出|领先|好于|低于|慢于|落后)[^,]{1,16}$")
SHARING = re.compile(r"(?:分别|均|都)$")
SPEED = re.compile(r"(?:增速|增幅|增长率|降幅)$")
INSIDE = re.compile(r"^(?P<of>[^,]{2,8}?)(?P<verb>压减|精简|削减|压缩)(?!到|至|为|后|了|的)(?P<thing>[^,]{2,8})$")
TURNED = re.compile(r"^(提高|提升|增加|扩大|上调|压减|压缩|减少|削减|降低|缩短|下调|精简|压降|缩减)(?:整合)?(?!到|至|为|值|额|量)(?=.)")
GAINS = ("增收", "增产", "增效", "减收", "减产", "减排")
# With a count these are done to things (改造提升103个), no growth
LIFTED = frozenset(("优化提升", "提升", "提高", "升", "提升了"))
FALLING = ("压减", "压缩", "减少", "削减", "降低", "缩短", "下调", "精简", "压降", "缩减", "低于", "慢于", "落后")


class Kind(NamedTuple):
    """Kind and sign, and the verb that was taken off the front of the subject (压减|一般性支出|5%).

    `rule` and the `words` it found say why.
    """
    kind: str
    sign: int
    subject: str
    turned: str = ""
    rule: str = "no word of change"
    words: str = ""


def _counts(quantity: Quantity, vocabulary: Vocabulary) -> bool:
    unit = vocabulary.units.get(quantity.unit)
    return unit is not None and unit.dimension in ("count", "people", "people_times")


@lru_cache(maxsize=4)
def _directions(vocabulary: Vocabulary) -> tuple[re.Pattern, frozenset[str], re.Pattern]:
    rise, fall = vocabulary.words.get("rise", ()), vocabulary.words.get("fall", ())
    return (re.compile(regex_of(rise + fall)), frozenset(fall),
            re.compile(regex_of(vocabulary.words.get("towards", ()))))


def kind_of(slot: Slot, vocabulary: Vocabulary) -> Kind:
    """Return kind and sign of the figures of a group, which its leader tells."""
    quantity, subject, predicate = slot.quantity, slot.subject, slot.predicate
    if quantity.form == "rank":
        return Kind("rank", 1, subject, rule="a place in an order")
    if quantity.form == "doubling":
        return Kind("change", 1, subject, rule="a doubling")
    if compared := quantity.unit in ("百分点", "%", "位") and COMPARED.search(subject):
        return Kind("change", -1 if compared[1] in FALLING else 1, SPEED.sub("", SHARING.sub("", subject[:compared.start()])),
                    rule="compared with another", words=compared[0])
    sign, words = _direction(predicate, vocabulary)
    if sign and predicate in LIFTED and _counts(quantity, vocabulary):
        return Kind("level", 1, subject + predicate, rule="done to so many things", words=predicate)
    if sign:
        gain = predicate[:2] if subject and predicate.startswith(GAINS) else ""  # 低收入农户增收: keep 增收
        return Kind("change", sign, subject + gain, rule="rise" if sign > 0 else "fall", words=words)
    if quantity.unit in RELATIVE and (turned := TURNED.match(subject)) and not predicate.endswith(("到", "至", "为")):
        return Kind("change", -1 if turned[1] in FALLING else 1, subject[turned.end():], turned[1], "verb in front of its object",
                    turned[1])
    if quantity.unit == "%" and not predicate and (inside := INSIDE.match(subject)):  # 部门间办事压减材料40.4%
        return Kind("change", -1, inside["of"] + inside["thing"], inside["verb"], "verb between topic and object", inside["verb"])
    if quantity.unit == "百分点":
        return Kind("change", 1, subject, rule="points are a difference", words=words)
    return Kind("level", 1, subject, rule="an amount reached" if words else Kind._field_defaults["rule"], words=words)


def _direction(predicate: str, vocabulary: Vocabulary) -> tuple[int, str]:
    """Return 1 for a rise, -1 for a fall, 0 where the predicate states an amount (提高到), and the word that tells."""
    if not predicate:
        return 0, ""
    directions, falls, towards = _directions(vocabulary)
    last = None
    for last in directions.finditer(predicate):
        pass
    if last is None:
        return 0, ""
    if (reached := towards.match(predicate, last.end())) and not SPEED.match(last[0]):  # 年均增速|为12.6%
        return 0, last[0] + reached[0]
    return -1 if last[0] in falls else 1, last[0]
