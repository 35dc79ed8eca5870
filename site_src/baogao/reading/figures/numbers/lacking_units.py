"""The unit of a number that has none behind it, where readers know it.

From the words around it (522万农村人口, 经济总量跨越3万亿), or from the next number of its list
(惠及22万、35.9万人).
"""

import re
from itertools import pairwise

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Quantity
from baogao.reading.figures.word_patterns import worded

# 城乡居民收入比|缩小到|1.79
RATIO = re.compile(
    r"""
    收入(?:比值?|之比|倍差)
    (?: 由|从|缩小|收窄|扩大|降|下降|为|至|到|达|调整|[\d.] )* $
    """,
    re.VERBOSE,
)
RATIO_REACH = 24
# 经济总量|跨越|3万亿
WORTH = re.compile(
    r"""
    (?: 总量|总值|GDP|产值|增加值|收入|营收|支出|投资|零售总额|进出口总额|出口|进口
      | 存款|贷款|余额|资产 )
    [^,。;、\d]{0,6} $
    """,
    re.VERBOSE,
)
WORTH_REACH = 16
HUGE = 10**8
PEOPLE = worded("{people}")
PEOPLE_REACH = 12
SENTENCE_END = re.compile(r"[。;\n]")
NEXT_STEP = "the step before"
LISTED = re.compile(r" ?[、和与及] ?")
NO_WORD = ("", "\n", "。", ";", " ")


def with_lacking_units(text: str, found: list[Quantity], vocabulary: Vocabulary) -> list[Quantity]:
    """Return quantities, those that lack a unit with the one that readers know."""
    people = PEOPLE(vocabulary)
    found = _shared(text, found)  # what a list states comes before what words around it tell
    told = [quantity if quantity.unit else _told(text, quantity, people) for quantity in found]
    told = _steps(text, told)
    return _shared(text, told)


def _told(text: str, quantity: Quantity, people: re.Pattern[str]) -> Quantity:
    """Give a number the unit that the words around it tell."""
    start, end = quantity.start, quantity.end
    if quantity.form != "plain":
        return quantity
    if quantity.size == 1:
        ratio = RATIO.search(text, max(0, start - RATIO_REACH), start)
        return quantity._replace(unit=":1", unit_from=f"{ratio[0]} in front") if ratio else quantity
    if quantity.size >= HUGE:
        worth = WORTH.search(text, max(0, start - WORTH_REACH), start)
        if worth:
            return quantity._replace(unit="元", unit_from=f"{worth[0]} in front")
    closed = SENTENCE_END.search(text, end, end + PEOPLE_REACH)
    behind = closed.start() if closed else end + PEOPLE_REACH
    around = people.search(text, max(0, start - PEOPLE_REACH), behind)
    return quantity._replace(unit="人", unit_from=f"{around[0]} beside it") if around else quantity


def _steps(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give further steps the unit of the first: 总量连续跨越3千亿、|4千亿、5千亿|三个台阶."""
    for i, (first, step) in enumerate(pairwise(found)):
        lacks = not step.unit and step.size == first.size >= HUGE
        if lacks and LISTED.fullmatch(text, found[i].end, step.start):
            found[i + 1] = step._replace(unit=found[i].unit, unit_from=NEXT_STEP)
    return found


def _shared(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the members of a list the unit that only the last one states: 22万、35.9万人."""
    for i in range(len(found) - 2, -1, -1):
        this, following = found[i], found[i + 1]
        points = this.unit == "个" and following.unit == "百分点"  # 4.3个和5.5个百分点
        if (
            (not this.unit or points)
            and following.unit
            and this.form == following.form == "plain"
            and LISTED.fullmatch(text, this.end, following.start)
            and text[this.start - 1 : this.start] not in NO_WORD
        ):
            found[i] = this._replace(unit=following.unit, unit_from="the next of its list")
    return found
