"""What the members of a list share: 城镇、农村|居民人均可支配收入."""

import re

from baogao.reading.figures.subjects.subject_words import Words

COUNTS = re.compile(r"(?:死亡|受伤|伤亡|参保|受益)?(?:人数|户数|起数)$")
WHOLE = ("总值", "GDP")  # complete, though no attribute that others could borrow
TRADE = re.compile(r"(?:产业|行业|工业|企业|园区|项目)$")
RESIDENTS = ("城镇", "农村")
# 建成率, 零售额: what is measured, by the form of its word
MEASURE = re.compile(r"(?:[一-鿿]{2}|\))[率额]$|进出口总额$|营收$")
# 人参、食用菌|全产业链|产值
WITH_MEASURES = re.compile(
    r"(?:限上|限额以上|规上|全产业链|产业链|先进产能|设施|综合|全部|年均?|总)$"
)
JOINED = re.compile(r"[和与及“”]")
# 限额以上|粮油零售额, 农村|供电可靠率
SCOPE = re.compile(
    r"""
    (?P<of_all> 限额以上(?:单位)? | 限上(?:单位)? | 规模以上 | 规上 )
  | (?P<place> 农村 | 乡村 | 城市 | 城区 )
  | (?P<zone> [^、]{0,8} (?:[新片园]区|开发区|示范区|试验区|高新区|自贸区|综保区)
      (?= 规|全社会|固定|工业|地区|生产总值|进出口|外贸|实际|一般公共|税收|财政 ) )
    """,
    re.VERBOSE,
)
# 单位生产总值|能耗、水耗, 万元GDP|能耗、用水量
PER = re.compile(r"(?:单位|万元|亿元)[^、]{0,8}?(?:生产总值|GDP|增加值|产品|产值)(?=.)")
SCOPED = re.compile(r"限额以上|限上|规模以上|规上|农村|乡村|城|居民|人口|全|自然|失业")
DONE = re.compile(r"^(?:实现|完成)(?=.{3,})")
COUNTED = frozenset("数率量额值")
THINGS = frozenset(("案件", "企业", "项目", "产量", "人口", "收入", "支出", "投资", "面积"))


def spread(found: list[str], words: Words) -> list[str]:
    """Give the members what only the last (…收入) or only the first (户籍居民…) of them says."""
    if per := PER.match(found[0]):
        return found[:1] + [per[0] + PER.sub("", member) for member in found[1:]]
    action = words.action_of(found[-1])
    found = [DONE.sub("", member) for member in found]
    if action and not found[-2].startswith(action):  # 接待游客、实现|旅游收入
        return found
    bare = [member for member in found[:-1] if not is_measured(member, words)]
    bare = found[:-1] if found[0] in bare else bare
    tail = _alike(found[0], found[-1], words)
    if tail:
        bare = found[:-1]
    elif bare:
        tail = _tail(bare, found[-1], words)
    alike = found[0][-1:] == found[1].removesuffix(tail)[-1:]
    found = [member + tail if member in bare else member for member in found]
    if scope := _scope(found, tail):
        return found[:1] + [scope + member for member in found[1:]]
    # 户籍居民|医疗保险、养老保险|参保率
    head = _head(found[0], found[1], words) if not tail or alike else ""
    return found[:1] + [head + member for member in found[1:]]


def _scope(found: list[str], tail: str) -> str:
    """Return among what the first member of a list says that all of them are counted, or "".

    限额以上|粮油、服装零售额; 农村|供电可靠率、自来水普及率.
    """
    scope = SCOPE.match(found[0])
    if scope and scope["zone"]:
        return "" if any(scope["zone"] in member for member in found[1:]) else scope["zone"]
    if not scope or any(SCOPED.match(member) for member in found[1:]):
        return ""
    rates = all(member.endswith("率") for member in found)
    of_all = scope["of_all"] if tail or rates else None
    return of_all or (scope["place"] if rates and scope["place"] else "")


def is_measured(member: str, words: Words) -> bool:
    """Say whether a member says itself what is measured of it."""
    return bool(words.attribute_of(member) or _measure(member)) or member.endswith(WHOLE)


def _alike(first: str, last: str, words: Words) -> str:
    """Return what follows the words that the members of a list end with, or ""."""
    if "的" in last and "的" not in first:  # 城镇居民医保和新农合|的最高支付限额
        return last[last.rfind("的") :]
    at = last.find(first[-1:], 1)  # 口岸进口、出口|整体通关时间
    rest, measured = last[at + 1 :], words.attribute_of(last) or _measure(last)
    if measured == last:  # 存款、|贷款余额: the last member is a measure itself
        measured = words.attribute_of(last[1:])
    if last.startswith(first) or len(rest) < len(measured):  # 工业、工业技改投资; 小学、初中入学率
        return ""
    near = 0 < at <= max(len(first), 3) and not first.endswith(rest)
    return rest if near and (len(rest) > 1 or rest in COUNTED) else ""


def _tail(bare: list[str], last: str, words: Words) -> str:
    """Return what only the last member of a list says of all: 城镇、农村|居民人均可支配收入."""
    first = bare[0]
    measured = _measured(last, words)
    stem = last.removesuffix(measured)
    again = stem.startswith(tuple(bare))  # 工业、工业技改|投资
    if not again and (trade := _trade(first, last, measured)):
        return trade
    if measured and (
        again or len(stem) <= len(first) + 1 or JOINED.search(stem)
    ):  # 原煤、天然气|产量
        return measured
    rest = last[len(first) :]
    if len(first) <= 3 and len(rest) > 2:  # 城镇、农村|居民人均可支配收入
        return rest if not measured or _of_all(first, last, measured, words) else measured
    if len(first) == 2 and last[2:] in THINGS:  # 刑事、治安|案件
        return last[2:]
    return measured


def _of_all(first: str, last: str, measured: str, words: Words) -> bool:
    """Say whether what stands between the last member and its measure is said of all of them.

    东港、西港|集装箱货物吞吐量, but 粮食、天然橡胶|产量.
    """
    own, rest = last[: len(first)], last[len(first) :]
    if JOINED.search(own):  # 金融业、软件和信息服务业|增加值
        return False
    alike = set(first) & set(own)  # 炼铁、炼钢|先进产能占比
    thing = rest.removesuffix(measured)
    named = len(first) == 1 or first in words.classing or rest.startswith(words.classed_nouns)
    return bool(alike) or named or len(thing) > 2


def _measured(member: str, words: Words) -> str:
    """Return what is measured of a member, with the words that go with it; "" where that is all."""
    measured = max(words.attribute_of(member), _measure(member), key=len)
    stem = member.removesuffix(measured)
    with_it = WITH_MEASURES.search(stem) if measured else None
    measured = (with_it[0] if with_it else "") + measured
    return "" if measured == member else measured


def _measure(member: str) -> str:
    """Return what a member measures by the form of its word: 示范河湖|建成率, 手机|限上零售额."""
    found = MEASURE.search(member)
    return found[0] if found and found.start() > 1 else ""


def _trade(first: str, last: str, measured: str) -> str:
    """Return the trade and what is measured of it: 电子信息、汽车、机械|产业主营业务收入; or ""."""
    trade = TRADE.search(last.removesuffix(measured))
    if not trade or not trade.start() or TRADE.search(first) or last.startswith(RESIDENTS):
        return ""
    return last[trade.start() :]


def _head(first: str, second: str, words: Words) -> str:
    """Return what only the first member of a list says of both, or "".

    生产安全事故|起数、死亡人数; 户籍居民|医疗保险参保率、养老保险参保率.
    """
    one, other = words.attribute_of(first), words.attribute_of(second)
    if not one and COUNTS.fullmatch(second):  # 安全生产事故、死亡人数分别下降
        return first
    if not one or not other or len(first) - len(second) < 2:
        return ""
    if other == second:
        return first.removesuffix(one)
    alike = first.removesuffix(one)[-1:] == second.removesuffix(other)[-1:]  # 医疗保险, 养老保险
    head = first[: len(first) - len(second)]
    whole = head.count("“") == head.count("”") and not re.search("[和与及]", head)
    return head if one == other and alike and whole else ""
