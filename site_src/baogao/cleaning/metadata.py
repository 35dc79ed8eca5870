"""What a report says of itself: area, years, date, meeting and speaker; nothing filled from memory."""

import re
from collections import Counter
from dataclasses import dataclass

from baogao.cleaning.paragraphs import Line
from baogao.records import Area

MEETING = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日在(.+?会议)上")
SPEAKER = re.compile(
    r"(?:.{0,12}?)((?:代)?(?:省长|市长|县长|区长|主席|州长|盟长|旗长))([\u4e00-\u9fff]{2,4})$"
)
PART = re.compile(r"[一二三四五]、")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
LOOKS_BACK = re.compile(r"回顾|主要工作|成就")
LOOKS_AHEAD = re.compile(r"任务|安排|思路|重点|目标")


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
    opening = [line.text for line in lines[:4]]
    meeting = next(filter(None, map(MEETING.search, opening)), None)
    speaker = next((m for text in opening if len(text) < 30 and (m := SPEAKER.search(text))), None)
    year, doubts = _year(title, meeting, lines)
    reviews, plans = _years(lines, year)
    area, inferred, unsure = _area(title, opening, lines, areas)
    doubts += unsure + _contradictions(year, reviews, plans)
    return Metadata(
        title=_title(title, area, year),
        area=area,
        year=year,
        reviews=reviews,
        plans=plans,
        date="{}-{:02}-{:02}".format(*map(int, meeting.groups()[:3])) if meeting else "",
        meeting=meeting[4] if meeting else "",
        office=speaker[1] if speaker else "",
        speaker=speaker[2] if speaker else "",
        doubts=tuple(doubts),
        area_inferred=inferred,
    )


def _title(title: str, area: Area | None, year: int | None) -> str:
    stated = re.search(r"\d{4}年.*?政府工作报告", title)
    return stated[0] if stated else f"{year}年{area.name if area else ''}政府工作报告"


def _year(
    title: str, meeting: re.Match | None, lines: tuple[Line, ...]
) -> tuple[int | None, list[str]]:
    """Return the year of delivery: of the meeting, else of the title, else of the plan's heading."""
    if meeting:
        return int(meeting[1]), []
    stated = YEAR.search(title)
    if stated:
        return int(stated[1]), []
    plans = [
        int(y[1])
        for line in lines
        if PART.match(line.text) and LOOKS_AHEAD.search(line.text) and (y := YEAR.search(line.text))
    ]
    return (
        (plans[0], ["the year is that of the plan's heading; the title states none"])
        if plans
        else (None, ["no year found: fill in year, reviews and plans"])
    )


def _years(lines: tuple[Line, ...], year: int | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the years reviewed and planned, as the parts' headings name them."""
    parts = [line.text for line in lines if line.level == 2]
    # "三、2024年主要工作" in a report of 2024 looks ahead; in one of 2025, back
    back = {
        int(y)
        for text in parts
        if LOOKS_BACK.search(text)
        for y in YEAR.findall(text)
        if not year or int(y) < year
    }
    ahead = {
        int(y)
        for text in parts
        if LOOKS_AHEAD.search(text) and not LOOKS_BACK.search(text)
        for y in YEAR.findall(text)
    }
    default = ((year - 1,), (year,)) if year else ((), ())
    return tuple(sorted(back)) or default[0], tuple(sorted(ahead)) or default[1]


def _contradictions(
    year: int | None, reviews: tuple[int, ...], plans: tuple[int, ...]
) -> list[str]:
    if year and (year not in plans or year - 1 not in reviews):
        return [
            f"delivered in {year}, but its headings review {list(reviews)} and plan {list(plans)}"
        ]
    return []


def _area(
    title: str, opening: list[str], lines: tuple[Line, ...], areas: tuple[Area, ...]
) -> tuple[Area | None, str, list[str]]:
    """Return the area named by the title or the opening, else inferred from the places in the text."""
    named = [area for text in [title, *opening] for area in areas if area.name in text]
    if named:
        return max(named, key=lambda area: len(area.name)), "", []
    text = "".join(line.text for line in lines)
    mentioned = Counter(
        {
            area: text.count(area.short)
            for area in areas
            if area.level == "county" and len(area.short) > 1
        }
    )
    parents = Counter()
    for area, times in mentioned.items():
        parents[area.parent] += min(times, 3)
    best, score = parents.most_common(1)[0] if parents else ("", 0)
    found = next((area for area in areas if area.code == best), None)
    if not found or not score:
        return None, "", ["no area found: fill in area"]
    places = "、".join(a.short for a, n in mentioned.items() if n and a.parent == best)
    return (
        found,
        f"原文没有写明地名；由文中的{places}推断。",
        [f"the area is inferred: {found.name}, from {places}"],
    )
