"""What areas are called in English: the name itself, and what kind of area it is.

`content/vocabulary/areas_english.csv` has the names themselves (Ningbo, Nyingchi), each with where
it is from; that of an area which is not there is spelled as it is read. The kind is translated.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from baogao.content.vocabulary.pinyin import spelled
from baogao.records import Area

PINYIN = "pinyin"  # where a name is from that nobody has written: it is spelled as it is read
# What stands behind a name: the longest first.
CITY, MUNICIPALITY = "City", "Municipality"
KINDS = {
    "特别行政区": "Special Administrative Region",
    "自治区": "Autonomous Region",
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner",
    "地区": "Prefecture",
    "林区": "Forestry District",
    "特区": "Special District",
    "矿区": "Mining District",
    "新区": "New Area",
    "省": "Province",
    "市": CITY,
    "盟": "League",
    "县": "County",
    "区": "District",
    "旗": "Banner",
}
PEOPLES = {
    "维吾尔": "Uygur",
    "哈萨克": "Kazak",
    "柯尔克孜": "Kirgiz",
    "塔吉克": "Tajik",
    "锡伯": "Xibe",
    "蒙古": "Mongol",
    "各": "Multi-ethnic",
    "回": "Hui",
    "藏": "Tibetan",
    "苗": "Miao",
    "侗": "Dong",
    "土家": "Tujia",
    "彝": "Yi",
    "羌": "Qiang",
    "布依": "Bouyei",
    "傣": "Dai",
    "景颇": "Jingpo",
    "白": "Bai",
    "哈尼": "Hani",
    "傈僳": "Lisu",
    "壮": "Zhuang",
    "朝鲜": "Korean",
    "满": "Manchu",
    "畲": "She",
    "瑶": "Yao",
    "黎": "Li",
    "仡佬": "Gelao",
    "水": "Shui",
    "纳西": "Naxi",
    "拉祜": "Lahu",
    "佤": "Va",
    "布朗": "Blang",
    "独龙": "Derung",
    "怒": "Nu",
    "普米": "Pumi",
    "毛南": "Maonan",
    "仫佬": "Mulao",
    "土": "Tu",
    "撒拉": "Salar",
    "东乡": "Dongxiang",
    "保安": "Bonan",
    "裕固": "Yugur",
    "达斡尔": "Daur",
    "鄂温克": "Evenki",
    "鄂伦春": "Oroqen",
}
KIND = re.compile(f"({'|'.join(KINDS)})$")
# Peoples stand behind a name, some of them without 族: 巴音郭楞蒙古自治州.
SHORTER = ("维吾尔", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "蒙古")
_PEOPLE = "|".join((*(f"{one}族" for one in PEOPLES), *SHORTER))
OF_PEOPLES = re.compile(f"(?<=.)((?:{_PEOPLE})+)(?=自治|区$)")
PEOPLE = re.compile(_PEOPLE)


class EnglishName(NamedTuple):
    """An area's whole name and its short one, and where the name is from."""

    whole: str
    short: str
    source: str


@dataclass(frozen=True)
class EnglishNames:
    """The English names of areas; `listed` are names and sources by code and Chinese name."""

    listed: Mapping[tuple[str, str], tuple[str, str]]
    known: dict[tuple[str, str], EnglishName] = field(default_factory=dict)

    def of(self, area: Area) -> EnglishName:
        """Return an area's English name."""
        key = area.code, area.name
        if key not in self.known:
            self.known[key] = self._made(area)
        return self.known[key]

    def _made(self, area: Area) -> EnglishName:
        own, kind = parts(area.name)
        name, source = self.listed.get((area.code, area.name)) or (spelled(own), PINYIN)
        if (area.level, kind) == ("province", CITY):
            kind = MUNICIPALITY
        whole = f"{name} {kind}".rstrip()
        is_short = area.short != area.name or not kind
        return EnglishName(whole, name if is_short else whole, source)


def parts(name: str) -> tuple[str, str]:
    """Return an area's name without its kind, and the kind in English.

    A name of one character has its kind in it: 萧县 is Xiaoxian County.
    """
    found = KIND.search(name)
    if not found:
        return name, ""
    of = OF_PEOPLES.search(name)
    peoples = [PEOPLES[one.removesuffix("族")] for one in PEOPLE.findall(of[1])] if of else []
    own = name[: of.start() if of else found.start()]
    kind = " ".join((*_listed(peoples), KINDS[found[1]]))
    return (own if len(own) > 1 else name), kind


def _listed(peoples: list[str]) -> list[str]:
    """Return the names of peoples as they stand before what they have in common: Dong and Yao."""
    if len(peoples) < 2:
        return peoples
    return [", ".join(peoples[:-1]), "and", peoples[-1]]
