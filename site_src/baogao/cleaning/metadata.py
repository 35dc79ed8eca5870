"""What a report says of itself: area, years, date, meeting and speaker.

Nothing is filled from memory.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from baogao.cleaning.area_of_report import COUNTRY, area_of_report
from baogao.cleaning.headings_and_paragraphs import Line
from baogao.cleaning.page_head import LONGEST_HEAD, WIDE_DIGITS, Head, meeting_in, speaker_in
from baogao.records import Area

TITLE = re.compile(r"\d{4}年.*?政府工作报告")
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
    area_inferred: str = ""  # from which places
    question: str = ""  # which area it is


def metadata(title: str, head: Head, lines: tuple[Line, ...], areas: Sequence[Area]) -> Metadata:
    """Return what a report's title, its page's head and its headings say, each doubt in words.

    `areas` are those of all years.
    """
    meeting, speaker = meeting_in(head), speaker_in(head)
    lines = tuple(replace(line, text=line.text.translate(WIDE_DIGITS)) for line in lines)
    stated = (title, *(line for line in head.lines if TITLE.search(line)))
    titles = [one.translate(WIDE_DIGITS) for one in stated if len(one) <= LONGEST_HEAD]
    year, doubts = _year(titles, meeting.date, lines)
    reviews, plans = _years(lines, year)
    text = "".join(line.text for line in lines)
    place = area_of_report(titles[:1], head, meeting, speaker, text, areas, year)
    return Metadata(
        title=_title(titles, place.area, year),
        area=place.area,
        year=year,
        reviews=reviews,
        plans=plans,
        date=meeting.date,
        meeting=meeting.name,
        office=speaker.office,
        speaker=speaker.name,
        doubts=(*doubts, *_contradictions(year, reviews, plans)),
        area_inferred=place.inferred,
        question=place.question,
    )


def _title(titles: Sequence[str], area: Area | None, year: int | None) -> str:
    stated = next(filter(None, map(TITLE.search, titles)), None)
    return stated[0] if stated else title_of(area, year)


def title_of(area: Area | None, year: int | None) -> str:
    """Return the title that a report without one gets."""
    whose = area.name if area else ""
    return f"{year}年{'国务院' if area and area.level == COUNTRY else whose}政府工作报告"


def _year(
    titles: Sequence[str], date: str, lines: tuple[Line, ...]
) -> tuple[int | None, list[str]]:
    """Return the year of delivery: of the meeting, else the title, else the plan's heading."""
    stated = [int(found[1]) for found in map(YEAR.search, titles) if found]
    if date:
        return int(date[:4]), _other_year(int(date[:4]), stated)
    if stated:
        return stated[0], _other_year(stated[0], stated)
    parts = [line.text for line in lines if PART.match(line.text)]
    plans = (text for text in parts if LOOKS_AHEAD.search(text))
    if planned := next(filter(None, map(YEAR.search, plans)), None):
        return int(planned[1]), ["the year is that of the plan's heading; the title states none"]
    reviews = (text for text in parts if LOOKS_BACK.search(text))
    if reviewed := next(filter(None, map(YEAR.search, reviews)), None):
        return int(reviewed[1]) + 1, ["the year is the one behind that of the review's heading"]
    return None, ["no year found: fill in year, reviews and plans"]


def _other_year(year: int, stated: Iterable[int]) -> list[str]:
    """Say that a title states another year, as that of a report for the year behind December."""
    other = sorted({one for one in stated if one != year})
    return [f"delivered in {year}, but a title says {one}" for one in other]


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
