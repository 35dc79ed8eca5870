"""What a report says of itself: area, years, date, meeting and speaker.

Nothing is filled from memory.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from baogao.cleaning.headings_and_paragraphs import Line
from baogao.records import Area

# "2020年4月27日在宁波市第十五届人民代表大会第五次会议上"
MEETING = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日在(.+?会议)上")
# "宁波市市长裘东耀"
SPEAKER = re.compile(
    r"""
    .{0,12}?
    ( 代? (?: 省长 | 市长 | 县长 | 区长 | 主席 | 州长 | 盟长 | 旗长 ) )
    ( [\u4e00-\u9fff]{2,4} ) $
    """,
    re.X,
)
TITLE = re.compile(r"\d{4}年.*?政府工作报告")
PART = re.compile(r"[一二三四五]、")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
LOOKS_BACK = re.compile(r"回顾|主要工作|成就")
LOOKS_AHEAD = re.compile(r"任务|安排|思路|重点|目标")
# 现在,我代表|国务院, 在第十四届|全国人民代表大会第三次会议上
NATIONAL = re.compile(r"代表国务院|届全国人民代表大会第")
OPENING = 4  # lines that may say who reports, when and where
LONGEST_SPEAKER = 29  # characters of the line that names who reports
MOST_MENTIONS = 3  # of one county that count: a place named often tells no more


class Place(NamedTuple):
    """The area of a report, why it was inferred where no words name it, and what is unsure."""

    area: Area | None
    inferred: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What goes into the front matter, and what is not certain of it."""

    title: str
    area: Area | None
    year: int | None
    reviews: tuple[int, ...]
    plans: tuple[int, ...]
    date: str
    meeting: str
    office: str
    speaker: str
    doubts: tuple[str, ...]
    area_inferred: str = ""


def metadata(title: str, lines: tuple[Line, ...], areas: tuple[Area, ...]) -> Metadata:
    """Return what a report's title, first lines and headings say, each doubt in words."""
    opening = [line.text for line in lines[:OPENING]]
    meeting = next(filter(None, map(MEETING.search, opening)), None)
    short = (text for text in opening if len(text) <= LONGEST_SPEAKER)
    speaker = next(filter(None, map(SPEAKER.search, short)), None)
    year, doubts = _year(title, meeting, lines)
    reviews, plans = _years(lines, year)
    place = _area([title, *opening], lines, areas)
    return Metadata(
        title=_title(title, place.area, year),
        area=place.area,
        year=year,
        reviews=reviews,
        plans=plans,
        date="{}-{:02}-{:02}".format(*map(int, meeting.groups()[:3])) if meeting else "",
        meeting=meeting[4] if meeting else "",
        office=speaker[1] if speaker else "",
        speaker=speaker[2] if speaker else "",
        doubts=(*doubts, *place.doubts, *_contradictions(year, reviews, plans)),
        area_inferred=place.inferred,
    )


def _title(title: str, area: Area | None, year: int | None) -> str:
    stated = TITLE.search(title)
    return stated[0] if stated else f"{year}年{area.name if area else ''}政府工作报告"


def _year(
    title: str, meeting: re.Match[str] | None, lines: tuple[Line, ...]
) -> tuple[int | None, list[str]]:
    """Return the year of delivery: of the meeting, else the title, else the plan's heading."""
    if meeting:
        return int(meeting[1]), []
    if stated := YEAR.search(title):
        return int(stated[1]), []
    parts = (line.text for line in lines if PART.match(line.text))
    plans = (text for text in parts if LOOKS_AHEAD.search(text))
    if planned := next(filter(None, map(YEAR.search, plans)), None):
        return int(planned[1]), ["the year is that of the plan's heading; the title states none"]
    return None, ["no year found: fill in year, reviews and plans"]


def _years(lines: tuple[Line, ...], year: int | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the years reviewed and planned, as the parts' headings name them."""
    parts = [line.text for line in lines if line.level == 2]
    # "三、2024年主要工作" in a report of 2024 looks ahead; in one of 2025, back
    back = {
        named
        for named in _named_years(text for text in parts if LOOKS_BACK.search(text))
        if not year or named < year
    }
    ahead = _named_years(
        text for text in parts if LOOKS_AHEAD.search(text) and not LOOKS_BACK.search(text)
    )
    if year:
        back, ahead = back or {year - 1}, ahead or {year}
    return tuple(sorted(back)), tuple(sorted(ahead))


def _named_years(texts: Iterable[str]) -> set[int]:
    return {int(year) for text in texts for year in YEAR.findall(text)}


def _contradictions(
    year: int | None, reviews: tuple[int, ...], plans: tuple[int, ...]
) -> list[str]:
    if not year or (year in plans and year - 1 in reviews):
        return []
    return [f"delivered in {year}, but its headings review {list(reviews)} and plan {list(plans)}"]


def _area(opening: list[str], lines: tuple[Line, ...], areas: tuple[Area, ...]) -> Place:
    """Return the area named by the title or the opening, else inferred from places in the text."""
    named = [area for text in opening for area in areas if area.name in text]
    country = next((area for area in areas if area.level == "country"), None)
    if country and any(NATIONAL.search(text) for text in opening):
        return Place(country)
    if named:
        return Place(max(named, key=lambda area: len(area.name)))
    return _inferred("".join(line.text for line in lines), areas)


def _inferred(text: str, areas: tuple[Area, ...]) -> Place:
    """Return the area whose counties a text names most."""
    counties = [area for area in areas if area.level == "county" and len(area.short) > 1]
    mentioned = {county: text.count(county.short) for county in counties}
    parents = Counter[str]()
    for county, times in mentioned.items():
        parents[county.parent] += min(times, MOST_MENTIONS)
    best, score = parents.most_common(1)[0] if parents else ("", 0)
    found = next((area for area in areas if area.code == best), None)
    if not found or not score:
        return Place(None, doubts=("no area found: fill in area",))
    places = "、".join(a.short for a, n in mentioned.items() if n and a.parent == best)
    return Place(
        found,
        f"原文没有写明地名；由文中的{places}推断。",
        (f"the area is inferred: {found.name}, from {places}",),
    )
