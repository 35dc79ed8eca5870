"""Lists: what the members of 城镇、农村居民人均可支配收入 share, and what a member of a list leaves out."""
import re
from collections.abc import Callable

CONJUNCTIONS = re.compile(r"、|(?<=.)(?:以及|和|与|及)(?=.)")
LEVELS = re.compile(r"(?P<one>[^、]{1,4})、(?P<other>[^、]{1,4})两级(?P<thing>.+)$")  # 市、县区两级办事事项
COUNTS = re.compile(r"(?:死亡|受伤|伤亡|参保|受益)?(?:人数|户数|起数)$")
QUARTER = re.compile(r"(?:[一二三四]季度|[上下]半年)")
CLASSED = re.compile(r"(示范|试点|先进|特色|精品|达标|样板|标杆|风景|名)(?:乡镇|街道|社区|小镇|村|镇|县|区|乡|线|带)$")
LONGEST_MEMBER = 12  # what is longer leaves nothing out
WHOLE = ("总值", "GDP")  # complete, though no attribute that others could borrow
COMMAS = re.compile(r"、")
TRADE = re.compile(r"(?:产业|行业|工业|企业|园区|项目)$")
QUOTES = re.compile(r"(?<=”)(?=“)")  # “浙里办”“浙政钉”用户


def members(subject: str, count: int, attribute_of: Callable[[str], str], pairs: dict[str, tuple[str, ...]]) -> list[str]:
    """Take a listed subject apart into `count` members, each made whole; [] where it has not so many.

    `attribute_of` returns what is measured, at the end of a label; `pairs` are one word for two things (城乡).
    """
    for pair, parts in pairs.items():
        at = subject.find(pair)
        if count == len(parts) and at >= 0 and len(CONJUNCTIONS.split(subject.replace(pair, ""))) < count:  # not: 进出口、外资
            return [subject[:at] + part + subject[at + len(pair):] for part in parts]
    if count < 6 and (quoted := re.match(rf"([^“]*)((?:“[^”]*”[、和与及]?){{{count}}})([^“、和与及]+)$", subject)):  # “跑一次”和“零上门”事项
        return [quoted[1] + one + quoted[3] for one in re.findall("“[^”]*”", quoted[2])]
    if count == 2 and (levels := LEVELS.match(subject)):
        return [f"{levels[part]}级{levels['thing']}" for part in ("one", "other")]
    for pattern in (CONJUNCTIONS, COMMAS, QUOTES):
        found = pattern.split(subject)
        if len(found) == count:
            return _spread(found, attribute_of)
    return []


def joint(labels: list[str], pairs: dict[str, tuple[str, ...]]) -> str:
    """Return one name for several things: a pair (城乡居民收入), or all of them."""
    for pair, parts in pairs.items():
        if len(parts) == len(labels) and len({label.replace(part, pair, 1) for label, part in zip(labels, parts) if part in label}) == 1 \
                and all(part in label for label, part in zip(labels, parts)):
            return labels[0].replace(parts[0], pair, 1)
    return "、".join(labels)


def _spread(found: list[str], attribute_of: Callable[[str], str]) -> list[str]:
    """Give the members what only the last (人均可支配收入) or only the first (户籍居民) of them says."""
    tail = _tail(found[0], found[-1], attribute_of)
    ends = found[0][-1:], found[1].removesuffix(tail)[-1:]
    found = [member + tail for member in found[:-1]] + found[-1:]
    head = _head(found[0], found[1], attribute_of) if not tail or ends[0] == ends[1] else ""  # 户籍居民|医疗保险、养老保险|参保率
    return found[:1] + [head + member for member in found[1:]]


def _tail(first: str, last: str, attribute_of: Callable[[str], str]) -> str:
    if "的" in last and "的" not in first:  # 城镇居民医保和新农合|的最高支付限额
        return last[last.rfind("的"):]
    at = last.find(first[-1:], 1)  # 口岸进口、出口|整体通关时间: the members end alike
    if 0 < at < len(last) - 1 and at <= max(len(first), 3):
        return last[at + 1:]
    if attribute_of(first) or first.endswith(WHOLE):
        return ""
    measured = attribute_of(last)
    trade = TRADE.search(last.removesuffix(measured))  # 电子信息、汽车、机械|产业主营业务收入
    if trade and trade.start() and not TRADE.search(first) and not last.startswith(("城镇", "农村")):
        return last[trade.start():]
    if len(first) <= 3 and len(last) > len(first) + 2:  # 城镇、农村|居民人均可支配收入
        return last[len(first):]
    return measured if measured != last else ""


def _head(first: str, second: str, attribute_of: Callable[[str], str]) -> str:
    """生产安全事故|起数、死亡人数; 户籍居民|医疗保险参保率、养老保险参保率."""
    one, other = attribute_of(first), attribute_of(second)
    if not one and COUNTS.fullmatch(second):  # 安全生产事故、死亡人数分别下降
        return first
    if not one or not other or len(first) - len(second) < 2:
        return ""
    if other == second:
        return first.removesuffix(one)
    return first[:len(first) - len(second)] if one == other else ""


def completed(member: str, last: str, places: frozenset[str]) -> str:
    """Give a member what it shares with the label before it: 美丽乡村示范村30个、示范乡镇10个.

    Returns the member as it is where nothing shows that they share anything.
    """
    if QUARTER.fullmatch(member) and QUARTER.search(last):  # 一季度开工率达35%、二季度达90%
        return QUARTER.sub(member, last, count=1)
    if CLASSED.fullmatch(member) and (classed := CLASSED.search(last)):  # 乡村治理体系试点县10个、示范乡镇6个
        return last[:classed.start()] + member
    at = last.rfind(member[:2], 2) if 1 < len(member) <= LONGEST_MEMBER else -1
    if at > 0 and not last[at - 1].isdigit() and len(last) - at <= len(member) + 2:
        return last[:at] + member
    if 2 < len(member) <= 5 and len(last) >= len(member) + 3:
        same = last.endswith(member[1:]) and not last[-len(member) - 1].isdigit()  # 10亿级项目6个、亿级项目16个
        if same or (member[-1] in "率" and last.endswith(member[-1]) and len(member) <= 4):
            return last[:-len(member)] + member
    if member in places:
        place = next((one for one in sorted(places, key=len, reverse=True) if last.endswith(one)), "")
        if place and len(last) > len(place) + 2:
            return last[:-len(place)] + member
    return member
