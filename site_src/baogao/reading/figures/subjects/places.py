"""Places: which part of the report's area, or which other area, something is about."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from baogao.content.vocabulary.compiled_patterns import regex_of
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.candidate import Source
from baogao.reading.figures.word_patterns import worded
from baogao.records import Area

# A port, a park, a zone that opens a sentence and then does something: 滨海高新产业园|投用….
ZONE = worded(
    r"""
    [^,。、;:!?“”\d\ ]{2,12}? {zone}
    (?= {zone_act} )
    """
)
DISTRICT = r"[^,。、;:!?\n“”\d\ ]{2,14} {district}"
# A sentence that only says what its paragraph is about.
TOPIC = worded(
    rf"""
    \ ?
    (?: (?:高标准|高质量|加快|全力|强力) (?:建设|打造|推进)
          (?P<built> {DISTRICT} ) (?:建设)? 。                # 高标准建设|滨海新区。
      | (?P<area> {DISTRICT} )                               # 经济开发区|突出“四区联动”。
          (?: 突出“[^”\n]{{2,16}}” | 创新发展 | 加快发展 | 快速发展 ) 。
      | (?P<other> [^,。、;:!?\n“”\d\ ]{{2,14}}
          (?:示范区|试验区|港) (?=建设|货物|吞吐) )             # 自由贸易试验区|建设
    )
    """
)
TOPIC_WORD = re.compile("试验区|开发区|新区|高新区|中心城区|集聚区|新城|示范区|港")
TOPIC_REACH = 500
# 萧山|国际机场 is no part of 萧山
ENTITY = (
    "(?:国际)?(?:机场|火车站|高铁站|站|大学|学院|医院|银行|口岸|商会|大会)"
    "|江|湖(?![州北南])|大桥|大道|隧道|实验室|论坛"
)
SUFFIX = re.compile(r"(?:省|市|县|区|自治区|自治州|自治县|盟|旗)$")
# 新塘镇|财政收入, “四省”
TOWNS = (
    "[\u4e00-\u9fff]{2}镇(?=财政收入|税收|工业|生产总值|农民)"
    "|“[一二两三四五六七八九十][省市州县区][^”]{0,3}”"
)


@lru_cache(maxsize=8)
def names_of(vocabulary: Vocabulary, own: str, year: int | None) -> re.Pattern[str]:
    """Compile the names of places that can open a subject.

    `own` is the name or code of the report's area; the places are those of the report's `year`.
    """
    mine = _area(vocabulary, own, year)
    above: set[str] = set()
    for area in _upwards(vocabulary, mine, year):
        above |= {area.name, area.short, SUFFIX.sub("", area.name)}
    names, joint = _places(vocabulary, mine.code[:2] if mine else "", year)
    return _pattern(names - above, joint)


@lru_cache(maxsize=128)
def _places(
    vocabulary: Vocabulary, province: str, year: int | None
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of a year that a report of a province can mean, and those of joint ports."""
    there = vocabulary.areas_in(year)
    neighbours = [area for area in there if province and area.code.startswith(province)]
    known = [area for area in there if area.level == "province"] + neighbours
    names = {name for area in known for name in (area.name, area.short)}
    names |= set(vocabulary.words.get("plain_area", ()))
    joint = {area.short for area in neighbours if len(area.short) == 2}
    return frozenset(name for name in names if len(name) > 1), frozenset(joint)


@lru_cache(maxsize=16)  # most names are those of the year before: compiling takes ten times as long
def _pattern(names: frozenset[str], joint: frozenset[str]) -> re.Pattern[str]:
    # a joint port is an area of its own: 宁波舟山港
    ports = f"(?:{regex_of(joint)}){{2}}港" if joint else "(?!)"
    return re.compile(
        rf"""
        在? ( {ports} | {TOWNS} | {regex_of(names)} (?! (?:{ENTITY}) ) )
        (?= [^、和与及至到省市县区州旗盟] | $ )
        """,
        re.VERBOSE,
    )


def _area(vocabulary: Vocabulary, own: str, year: int | None) -> Area | None:
    """Return the area that a code stands for in a year, or a name that no other area has."""
    if coded := vocabulary.area(own, year):
        return coded
    named = [area for area in vocabulary.areas_in(year) if own and area.name == own]
    return named[0] if len(named) == 1 else None


def _upwards(vocabulary: Vocabulary, area: Area | None, year: int | None) -> Iterator[Area]:
    """Yield an area and all that it lies in."""
    while area:
        yield area
        area = vocabulary.area(area.parent, year)


@lru_cache(maxsize=8)
def own_name(vocabulary: Vocabulary, own: str, year: int | None) -> str:
    """Return the short name of a report's own area (given by name or code) in a year, or ""."""
    mine = _area(vocabulary, own, year)
    return mine.short if mine else ""


def districts(
    text: str, ends: list[int], start: int, vocabulary: Vocabulary
) -> list[tuple[int, str]]:
    """Return where sentences end that say what their paragraph is about, with the district named.

    It is "" where they name none. `ends` are the ends of all sentences; `start` is where the text
    begins.
    """
    behind = (bisect_right(ends, word.start()) for word in TOPIC_WORD.finditer(text, start))
    begins = dict.fromkeys(max(ends[at - 1], start) if at else start for at in behind)
    topic = TOPIC(vocabulary)
    found = (topic.match(text, begin) for begin in begins)
    return [(match.end(), match["area"] or match["built"] or "") for match in found if match]


def district_at(source: Source, begin: int) -> str:
    """Return the district that the paragraph of an offset has named last, or ""."""
    at = bisect_right(source.district_ends, begin) - 1
    if at < 0:
        return ""
    end, district = source.districts[at]
    if begin - end > TOPIC_REACH or source.read.find("\n", end, begin) >= 0:
        return ""
    return district


def zone_at_start(sentence: str, lead: re.Pattern[str], vocabulary: Vocabulary) -> str:
    """Return the zone that a sentence opens with, or ""."""
    opening = lead.match(sentence)
    zone = ZONE(vocabulary).match(sentence, opening.end() if opening else 0)
    return zone[0] if zone else ""
