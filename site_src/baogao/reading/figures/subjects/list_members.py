"""Lists: the members of 城镇、农村居民人均可支配收入, and what a member of a list leaves out."""

import re

from baogao.reading.figures.subjects.subject_words import Words
from baogao.reading.figures.subjects.words_list_members_share import spread

CONJUNCTIONS = re.compile(r"、|(?<=.)(?:以及|和|与|及)(?=.)")
COMMAS = re.compile(r"、")
QUOTES = re.compile(r"(?<=”)(?=“)")  # “浙里办”“浙政钉”用户
MOST_QUOTED = 5
LEVELS = re.compile(
    r"(?P<one>[^、]{1,4})、(?P<other>[^、]{1,4})两级(?P<thing>.+)$"
)  # 市、县区两级办事事项
QUARTER = re.compile(r"(?:[一二三四]季度|[上下]半年)")
LONGEST_MEMBER = 12  # what is longer leaves nothing out


def members(subject: str, count: int, words: Words) -> list[str]:
    """Return the `count` members of a listed subject, each made whole; or [] if it has others."""
    if found := _of_a_pair(subject, count, words.pairs) or _quoted(subject, count):
        return found
    if count == 2 and (levels := LEVELS.match(subject)):
        return [f"{levels[part]}级{levels['thing']}" for part in ("one", "other")]
    for pattern in (CONJUNCTIONS, COMMAS, QUOTES):
        found = [member.strip() for member in pattern.split(subject)]
        if len(found) == count:
            return spread(found, words)
    return []


def _of_a_pair(subject: str, count: int, pairs: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the members of one word for several things: 城乡居民收入; but not of 进出口、外资."""
    for pair, parts in pairs.items():
        if count != len(parts) or pair not in subject:
            continue
        if len(CONJUNCTIONS.split(subject.replace(pair, ""))) < count:
            return [subject.replace(pair, part, 1) for part in parts]
    return []


def _quoted(subject: str, count: int) -> list[str]:
    """Return the members of a list of quoted names: “跑一次”和“零上门”|事项."""
    if count > MOST_QUOTED:
        return []
    names = rf"(?: “[^”]*” [、和与及]? ){{{count}}}"
    found = re.match(rf"( [^“]* ) ( {names} ) ( [^“、和与及]+ ) $", subject, re.VERBOSE)
    if not found:
        return []
    return [found[1] + one + found[3] for one in re.findall("“[^”]*”", found[2])]


def joint(labels: list[str], pairs: dict[str, tuple[str, ...]]) -> str:
    """Return one name for several things: a pair (城乡居民收入), or all of them."""
    for pair, parts in pairs.items():
        if len(parts) == len(labels) and _differ_by(labels, parts, pair):
            return labels[0].replace(parts[0], pair, 1)
    return "、".join(labels)


def _differ_by(labels: list[str], parts: tuple[str, ...], pair: str) -> bool:
    """Say whether labels are the same but for the parts of a pair: 城镇居民收入, 农村居民收入."""
    matched = list(zip(labels, parts, strict=True))
    if not all(part in label for label, part in matched):
        return False
    return len({label.replace(part, pair, 1) for label, part in matched}) == 1


def with_shared_words(member: str, last: str, words: Words) -> str:
    """Return a member with what it shares with the label before it.

    美丽乡村示范村30个、|示范乡镇10个. As it is where nothing shows that they share anything.
    """
    if QUARTER.fullmatch(member) and QUARTER.search(last):  # 一季度开工率达35%、二季度达90%
        return QUARTER.sub(member, last, count=1)
    classed = words.classed.search(last) if words.classed.fullmatch(member) else None
    if classed:  # 乡村治理体系试点县10个、示范乡镇6个
        return last[: classed.start()] + member
    return (
        _with_the_beginning(member, last)
        or _with_the_end(member, last)
        or _with_another_place(member, last, words.places)
        or member
    )


def _with_the_beginning(member: str, last: str) -> str:
    """Return a member with what stands before its own first words in the label before it, or ""."""
    if not 1 < len(member) <= LONGEST_MEMBER:
        return ""
    at = last.rfind(member[:2], 2)
    if at <= 0 or last[at - 1].isdigit() or len(last) - at > len(member) + 2:
        return ""
    return last[:at] + member


def _with_the_end(member: str, last: str) -> str:
    """Return a member in the place of what ends like it in the label before it, or ""."""
    if not 2 < len(member) <= 5 or len(last) < len(member) + 3:
        return ""
    # 10亿级项目6个、亿级项目16个
    same = last.endswith(member[1:]) and not last[-len(member) - 1].isdigit()
    rate = member.endswith("率") and last.endswith("率") and len(member) <= 4
    return last[: -len(member)] + member if same or rate else ""


def _with_another_place(member: str, last: str, places: frozenset[str]) -> str:
    """Return a label with another sort of place: 建设污水零直排试点镇街5个、|小区22个; or ""."""
    if member not in places:
        return ""
    place = max(filter(last.endswith, places), key=len, default="")
    return last[: -len(place)] + member if place and len(last) > len(place) + 2 else ""
