"""Numbers that only say which things are meant: 10亿元以上|项目, 70%的村收入超|100万元."""

import re

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.content.vocabulary.vocabulary_entries import Unit
from baogao.reading.figures.candidate import Quantity, Veto
from baogao.reading.figures.numbers.units import unit_at
from baogao.reading.figures.word_patterns import worded

# Units whose 以上 or 以下 before a noun opens a class; with counts and shares it does not:
# 70%以上|民生事项实现….
CLASSING = frozenset(
    (
        "money",
        "money_usd",
        "area",
        "mass",
        "age",
        "length",
        "power",
        "time",
        "energy",
        "volume",
        "steam",
    )
)
GRADE = re.compile(r"级(?!以上|别)")
# 20户以上|自然村, 20万人口以上的|县
CROWD = worded("口? (?: 及?以上 | 及?以下 ) 的? {crowd}")
# 10亿元以上|项目, 3000平方米以下的|商场; but not 30%以上, or 500元以上的增幅
LIMIT_BEHIND = re.compile(
    r"""
    (?: 及?以上 | 及?以下 | 以内 )
    (?: (?= [^,。;:!?\n、和与及或并且的] ) (?! 增|居|占|,|力争|确保 )
      | 的 (?! 速度|增速|增幅|增长|目标 )
    )
    """,
    re.VERBOSE,
)
# 年收入30万元|且经营收入10万元以下的薄弱村, 12万元|以下、其他县域20万元以下薄弱村:
# the limits of one class
LIMIT_CHAIN = re.compile(
    r"""
    (?: 以[上下]、 | 且 ) [^,。;、]{0,14}?
    \d[\d.]* [万亿]* 元以[上下] (?=[^,。;、])
    """,
    re.VERBOSE,
)
LIMIT_IN_FRONT = re.compile(r"(?:超过?|过|不足|低于|高于|大于|小于|不低于)$")
REACHING = re.compile(r"(?:突破|达到?)$")  # 销售收入突破100亿元|的企业
# 耕地低于0.3亩|、满60周岁的农民
LIMITS_SHARED = re.compile(r"、[^,。;:!?\n、]{2,16}的(?=[\u4e00-\u9fff])")
# 完成|投资10亿元以上: what was gained is a figure
GAINED = worded("{gained} (?: 超过? | 近 | 约 | 资金 )? $")
CLASS_NOUN = worded(r"的? [^,。;:!?\n、]{0,16}? {class_noun}")
DIRECT_NOUN = re.compile(r"的?(?=[\u4e00-\u9fff“])[^,。;:!?\n、]{2,24}?\d")
# 70%的行政村集体经济收入达到|100万元以上: what the 70% fulfil
FULFILLED = re.compile(
    r"""
    (?: % | \d/\d ) (?:以上)?
    (?: 的? [^,。;:!?\n、\d]{2,20} )?
    (?: 达到? | 超过? | 突破 | 高于 ) $
    """,
    re.VERBOSE,
)
FULFILLED_REACH = 36
AROUND = re.compile(r"(?:范围内?|内)[^,。;、\d]{2,}")  # 5公里|范围内的学校, 80米|内换乘
# 50户以上的传统村寨|30个: what is counted behind the limit of a class
COUNTED_BEHIND = re.compile(r"(?:及?以上|及?以下)的?[^,。;:!?\n、和与\d%]{2,10}(?=\d)")
NUMBER = re.compile(r"\d+ ?[万千百]?[多余]?")
NOT_COUNTED = worded("(?: {rise|fall|reach} | 分别|均|各|平均 ) $")
LIMITING = ("以", "及以", "口以")
COUNTING = frozenset(("count", "people"))
REACH = 10


def class_limit(text: str, quantity: Quantity, vocabulary: Vocabulary) -> Veto | None:
    """Return a reason where a quantity only delimits a class: 10亿元以上项目, 超100亩产业项目."""
    if text.startswith("级", quantity.end) and GRADE.match(text, quantity.end):
        return Veto("a grade", "级")
    unit = vocabulary.units.get(quantity.unit)
    if unit is None:
        return None
    if unit.dimension in COUNTING:
        return _of_a_count(text, quantity, unit, vocabulary)
    if unit.dimension not in CLASSING or quantity.form != "plain":
        return None
    return _of_a_measure(text, quantity, unit) or _limit(text, quantity, vocabulary)


def _of_a_count(text: str, quantity: Quantity, unit: Unit, vocabulary: Vocabulary) -> Veto | None:
    """Return a reason where a count only delimits a class: 20人以上团队, 50户以上的村寨30个."""
    if not text.startswith(LIMITING, quantity.end):
        return None
    if unit.dimension == "people" or quantity.unit == "户":
        crowd = CROWD(vocabulary).match(text, quantity.end)
        if crowd:
            return Veto("a class by its people", crowd[0])
    limited = _counted_behind(text, quantity, vocabulary)
    return Veto("a class by a limit, counted behind it", limited) if limited else None


def _counted_behind(text: str, quantity: Quantity, vocabulary: Vocabulary) -> str:
    """Return the limit behind a count where what it limits is counted: 50户以上的村寨|30个."""
    behind = COUNTED_BEHIND.match(text, quantity.end)
    if not behind or NOT_COUNTED(vocabulary).search(behind[0]):
        return ""
    number = NUMBER.match(text, behind.end())
    unit = vocabulary.units.get(unit_at(text, number.end(), vocabulary)[0]) if number else None
    return behind[0] if unit and unit.dimension in COUNTING else ""


def _of_a_measure(text: str, quantity: Quantity, unit: Unit) -> Veto | None:
    """Return a reason that only holds for money, or only for a distance."""
    if unit.dimension == "money":
        begin = max(0, quantity.start - FULFILLED_REACH)
        fulfilled = FULFILLED.search(text, begin, quantity.start)
        return Veto("what a share of a class fulfils", fulfilled[0]) if fulfilled else None
    if unit.dimension == "length":
        around = AROUND.match(text, quantity.end)
        return Veto("a class by a distance", around[0][:2]) if around else None
    return None


def _limit(text: str, quantity: Quantity, vocabulary: Vocabulary) -> Veto | None:
    """Return a reason where words of a limit stand beside a quantity, and behind it a class."""
    end = quantity.end
    before = text[max(0, quantity.start - REACH) : quantity.start]
    behind = LIMIT_BEHIND.match(text, end)
    reaching = REACHING.search(before) if text.startswith("的", end) else None
    below = behind and "下" in behind[0]  # 完成20吨以下|锅炉淘汰: nobody gains so little at most
    if GAINED(vocabulary).search(before) and not reaching and not below:
        if behind and DIRECT_NOUN.match(text, behind.end()):
            return Veto("a class of what was gained", behind[0])
        return None
    if closed := behind or LIMIT_CHAIN.match(text, end):
        return Veto("a class by a limit behind", closed[0])
    opened = LIMIT_IN_FRONT.search(before) or reaching
    if opened and _names_a_class(text, end, vocabulary):
        return Veto("a class by a limit in front", opened[0])
    return None


def _names_a_class(text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Say whether what is limited stands behind a quantity: 超100亩|产业项目."""
    return bool(
        DIRECT_NOUN.match(text, end)
        or CLASS_NOUN(vocabulary).match(text, end)
        or LIMITS_SHARED.match(text, end)
    )
