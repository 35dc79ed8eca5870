"""Places: which part of the report's area, or which other area, a sentence or a subject is about."""
import re
from bisect import bisect_right
from functools import lru_cache

from baogao.content.patterns import regex_of
from baogao.content.vocabulary import Vocabulary

# A port, a park, a zone that opens a sentence and then does something: 滨海高新产业园投用….
ZONE = re.compile(r"[^,。、;:!?“”\d ]{2,12}?(?:产业园|开发区|高新区|集聚区|示范带|示范区|试验区|新区|新城|核心区|度假区|保税区|小镇|休闲圈|商圈|分区|中心城区|港)"
                  r"(?=投用|落地|开工|竣工|建成|实施|新增|引进|完成|货物吞吐量|集装箱吞吐量|吞吐量|实现)")
# A sentence that only says what its paragraph is about: 经济开发区突出“四区联动”。 高标准建设滨海新区。
DISTRICT = r"[^,。、;:!?\n“”\d ]{2,14}(?:自由贸易试验区|开发区|新区|高新区|中心城区|集聚区|新城)"
TOPIC = re.compile(rf" ?(?:(?:高标准|高质量|加快|全力|强力)(?:建设|打造|推进)(?P<built>{DISTRICT})(?:建设)?。"
                   rf"|(?P<area>{DISTRICT})(?:突出“[^”\n]{{2,16}}”|创新发展|加快发展|快速发展)。"
                   r"|(?P<other>[^,。、;:!?\n“”\d ]{2,14}(?:示范区|试验区|港)(?=建设|货物|吞吐)))")
TOPIC_WORD = re.compile("试验区|开发区|新区|高新区|中心城区|集聚区|新城|示范区|港")
TOPIC_REACH = 500
ENTITY = re.compile(r"(?:国际)?(?:机场|火车站|高铁站|站|大学|学院|医院|银行|口岸|商会|大会)")  # 萧山|国际机场 is no part of 萧山
SUFFIX = re.compile(r"(?:省|市|县|区|自治区|自治州|自治县|盟|旗)$")


@lru_cache(maxsize=8)
def names_of(vocabulary: Vocabulary, own: str) -> re.Pattern:
    """Compile the names of places that can open a subject, for a report of the area `own` (name or code)."""
    names = set(vocabulary.words.get("plain_area", ()))
    mine = next((area for area in vocabulary.areas.values() if own and own in (area.code, area.name)), None)
    above = set()
    if mine:
        at = mine
        while at:
            above |= {at.name, at.short, SUFFIX.sub("", at.name)}
            at = vocabulary.areas.get(at.parent)
    for area in vocabulary.areas.values():
        if area.level == "province" or (mine and area.code[:2] == mine.code[:2]):
            names |= {area.name, area.short}
    names = {name for name in names if len(name) > 1 and name not in above}
    joint = sorted({area.short for area in vocabulary.areas.values() if mine and area.code[:2] == mine.code[:2] and len(area.short) == 2})
    ports = f"(?:{regex_of(joint)}){{2}}港" if joint else "(?!)"  # a joint port is an area of its own
    towns = "[\u4e00-\u9fff]{2}镇(?=财政收入|税收|工业|生产总值|农民)|“[一二两三四五六七八九十][省市州县区][^”]{0,3}”"
    return re.compile(f"在?({ports}|{towns}|{regex_of(names)}(?!{ENTITY.pattern}))(?=[^、和与及至到省市县区州旗盟]|$)")


def districts(text: str, ends: list[int], start: int) -> list[tuple[int, str]]:
    """Return where those sentences end that say what their paragraph is about, each with the district it names ("": none).

    `ends` are the ends of all sentences; `start` is where the text begins.
    """
    behind = (bisect_right(ends, word.start()) for word in TOPIC_WORD.finditer(text, start))
    begins = dict.fromkeys(max(ends[at - 1], start) if at else start for at in behind)
    found = (TOPIC.match(text, begin) for begin in begins)
    return [(match.end(), match["area"] or match["built"] or "") for match in found if match]


def district_at(text: str, found: list[tuple[int, str]], begin: int) -> str:
    """Return the district that the paragraph of an offset has named last, or ""."""
    at = bisect_right(found, begin, key=lambda topic: topic[0]) - 1
    if at < 0 or begin - found[at][0] > TOPIC_REACH or text.find("\n", found[at][0], begin) >= 0:
        return ""
    return found[at][1]


def place_at_start(sentence: str, lead: re.Pattern) -> str:
    """Return the zone that a sentence opens with, or ""."""
    opening = lead.match(sentence)
    zone = ZONE.match(sentence, opening.end() if opening else 0)
    return zone[0] if zone else ""


@lru_cache(maxsize=8)
def own_name(vocabulary: Vocabulary, own: str) -> str:
    """Return the short name of a report's own area (given by name or code), or ""."""
    return next((area.short for area in vocabulary.areas.values() if own and own in (area.code, area.name)), "")
