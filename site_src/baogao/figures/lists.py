"""Lists: what the members of 城镇、农村居民人均可支配收入 share, and what a member of a list leaves out."""
import re

CONJUNCTIONS = re.compile(r"、|(?<=.)(?:以及|和|与|及)(?=.)")
COMMAS = re.compile(r"、")
QUOTES = re.compile(r"(?<=”)(?=“)")  # “浙里办”“浙政钉”用户


def members(subject: str, count: int, attribute: re.Pattern, pairs: dict[str, tuple[str, ...]]) -> list[str]:
    """Take a listed subject apart into `count` members, each made whole; [] where it has not so many.

    `attribute` matches what is measured at the end of a label; `pairs` are one word for two things (城乡).
    """
    for pair, parts in pairs.items():
        if count == len(parts) and subject.startswith(pair):
            return [part + subject[len(pair):] for part in parts]
    for pattern in (CONJUNCTIONS, COMMAS, QUOTES):
        found = pattern.split(subject)
        if len(found) == count:
            return _spread(found, attribute)
    return []


def _spread(found: list[str], attribute: re.Pattern) -> list[str]:
    """Give the members what only the last (人均可支配收入) or only the first (户籍居民) of them says."""
    tail = _tail(found[0], found[-1], attribute)
    found = [member + tail for member in found[:-1]] + found[-1:]
    head = _head(found[0], found[1], attribute)
    return found[:1] + [head + member for member in found[1:]]


def _tail(first: str, last: str, attribute: re.Pattern) -> str:
    at = last.find(first[-1:], 1)  # 口岸进口、出口|整体通关时间: the members end alike
    if 0 < at < len(last) - 1 and at <= max(len(first), 3):
        return last[at + 1:]
    measured = attribute.search(last)
    if attribute.search(first):
        return ""
    if len(first) <= 3 and len(last) > len(first) + 2:  # 城镇、农村|居民人均可支配收入
        return last[len(first):]
    if not measured:
        return ""
    return measured[0] if measured.start() else ""


def _head(first: str, second: str, attribute: re.Pattern) -> str:
    """生产安全事故|起数、死亡人数; 户籍居民|医疗保险参保率、养老保险参保率."""
    one, other = attribute.search(first), attribute.search(second)
    if not one or not other or len(first) - len(second) < 2:
        return ""
    if not other.start():
        return first[:one.start()]
    return first[:len(first) - len(second)] if one[0] == other[0] else ""


def completed(member: str, last: str, places: frozenset[str]) -> str:
    """Give a member what it shares with the label before it: 美丽乡村示范村30个、示范乡镇10个.

    Returns the member as it is where nothing shows that they share anything.
    """
    at = last.rfind(member[:2], 2) if len(member) > 1 else -1
    if at > 0 and not last[at - 1].isdigit() and len(last) - at <= len(member) + 2:
        return last[:at] + member
    if 2 < len(member) <= 5 and len(last) >= len(member) + 3:
        if last.endswith(member[1:]) or (member[-1] in "率" and last.endswith(member[-1]) and len(member) <= 4):
            return last[:-len(member)] + member
    if member in places:
        place = next((one for one in sorted(places, key=len, reverse=True) if last.endswith(one)), "")
        if place and len(last) > len(place) + 2:
            return last[:-len(place)] + member
    return member
