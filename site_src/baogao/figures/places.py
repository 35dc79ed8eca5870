"""Places: which part of the report's area, or which other area, a sentence or a subject is about."""
import re
from functools import lru_cache

from baogao.vocabulary import Vocabulary, regex_of

# A port, a park, a zone that opens a sentence and then does something: 滨海高新产业园投用….
ZONE = re.compile(r"[^,。、;:!?“”\d ]{2,12}?(?:产业园|开发区|高新区|集聚区|示范带|示范区|试验区|新区|新城|核心区|度假区|保税区|侨贸小镇|特色小镇|小镇|休闲圈|中心城区|港)"
                  r"(?=投用|落地|开工|竣工|建成|实施|新增|引进|完成|货物吞吐量|集装箱吞吐量|吞吐量|实现)")
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
    return re.compile(f"在?({regex_of(names)})(?=[^、和与及]|$)")


def place_at_start(sentence: str, lead: re.Pattern) -> str:
    """Return the zone that a sentence opens with, or ""."""
    opening = lead.match(sentence)
    zone = ZONE.match(sentence, opening.end() if opening else 0)
    return zone[0] if zone else ""
