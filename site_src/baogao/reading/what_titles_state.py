"""What a title or an opening sentence states: what a part of a report speaks of, and of which
years.
"""

import re
from typing import NamedTuple

from baogao.content.vocabulary.section_kinds import APPENDIX, LOOKING_AHEAD, LOOKING_BACK
from baogao.content.vocabulary.vocabulary import PLAN, Vocabulary, five_years
from baogao.reading.section_starts import TERM, TOP, Mark, named_years

SINCE = re.compile(r"(20\d\d|19[5-9]\d)年以来")
TITLE_YEAR = 12  # a year further on is no part of what a heading announces
TITLE_READ = 40
# A time that a title names. A plan that only begins (“十五五”开好局) is the year it begins in.
TIME = re.compile(
    rf"""
    (?P<year> 20\d\d | 19[5-9]\d ) (?: \ ?年 )?
    | (?<! 开局 ) (?<! 开局“ ) (?P<plan> {PLAN} ) ”?
        (?! [^,。]{{0,4}} (?:开局|开好局|起步|起好步|开门红|开新局) )
    | 第(?P<nth> 十[一二三四五六]? | [七八九] )个五年
    | [三四五六]年                                          # 过去五年, 五年来
    | 过去的?一年 | 一年来 | [去上]年 | 上一年度?
    | 今年 | 明年 | 新的?一年 | 今后 | 未来
    """,
    re.VERBOSE,
)
# 奋力实现“十五五”|良好开局, 开局“十五五”
BEGUN = re.compile(
    rf"""
    “? ({PLAN}) ”? [^,。]{{0,4}} (?:开局|开好局|起步|起好步|开门红|开新局)
    | (?:开局|起步|开启) “? ({PLAN})
    """,
    re.VERBOSE,
)
# 2025年,|地区生产总值增长…: among years, one of them
DATED = re.compile(r"(20\d\d|19[5-9]\d)年,")
OUTLINE = ("纲要", "《纲要")  # of the plan of these years
PLAN_BEGAN = 1986  # 第七个五年计划
PLANS = ("七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六")


class Years(NamedTuple):
    """What is known of a report's years.

    `delivered` is the first year ahead, mostly that of delivery (None: unknown); `reviews` are the
    years looked back on, `plans` those looked ahead to.
    """

    delivered: int | None
    reviews: tuple[int, ...]
    plans: tuple[int, ...]


class State(NamedTuple):
    """What a part speaks of, and the years it is about."""

    kind: str
    years: tuple[int, ...]

    @property
    def ahead(self) -> bool:
        """Whether it is about what will be done."""
        return self.kind in LOOKING_AHEAD


def times(title: str) -> list[re.Match[str]]:
    """Return the times that a title names, each once: “十三五”时期和2020年|工作回顾."""
    found = {match[0]: match for match in reversed(list(TIME.finditer(title[:TITLE_READ])))}
    return sorted(found.values(), key=re.Match.start)


def stated(mark: Mark, vocabulary: Vocabulary, known: Years, before: State) -> State | None:
    """Return what a title or an opening sentence states, or None.

    Of two times that it names the first counts.
    """
    if mark.by == "opener" and (dated := DATED.fullmatch(mark.title)):
        return _one_of(before, int(dated[1]))
    kind = _kind_of(mark, vocabulary)
    if kind == APPENDIX:
        return State(kind, ()) if mark.by == "heading" else None
    if kind == "government":
        return State(kind, known.plans if before.ahead else known.reviews)
    year = _year_in_front(mark.title)
    if year and (kind != "outlook" if kind else mark.by == "heading"):
        return _of_year(year, kind, mark.title, known)
    if year and kind == "outlook" and year == known.delivered:
        return State("tasks", (year,))
    return _of_kind(kind, mark, known, before)


def _year_in_front(title: str) -> int | None:
    """Return the year that a title begins with: 2020年|工作回顾, 过去的2019年."""
    first = next(iter(times(title)), None)
    in_front = first and first["year"] and first.start() < TITLE_YEAR - 3
    return int(first["year"]) if first and in_front else None


def _of_kind(kind: str | None, mark: Mark, known: Years, before: State) -> State | None:
    """Return what a mark speaks of whose words tell its kind, or that names a plan."""
    if kind is None and mark.by == "heading" and mark.level <= TOP:
        return _of_plan(mark.title, known)
    if kind is None or (mark.title.startswith(OUTLINE) and before.ahead):
        return None
    years = years_of(kind, mark.title, known)
    if kind == "review" and known.delivered and years[-1:] >= (known.delivered,):
        past = tuple(year for year in years if year < known.delivered)
        return State("review", past) if past else State("outlook", years)  # “十四五”时期是…
    return State(kind, years)


def _one_of(before: State, year: int) -> State | None:
    """Return the part that tells of one of several years, or None where they are not told of."""
    if len(before.years) < 2 or year not in before.years:
        return None
    return State("tasks" if before.ahead else "review", (year,))


def _kind_of(mark: Mark, vocabulary: Vocabulary) -> str | None:
    """Return the kind of section that the words of a mark tell (of sections.yml), or None."""
    opens = mark.by == "opener"
    words = f"\n{mark.title}" if opens else mark.title[:TITLE_READ]
    patterns = vocabulary.openers if opens else vocabulary.sections
    return next((kind for kind, pattern in patterns if pattern.search(words)), None)


def _of_year(year: int, kind: str | None, title: str, known: Years) -> State | None:
    """Return what a title speaks of that names a year: 2020年工作回顾, 2008年以来的工作."""
    delivered = known.delivered
    if delivered is None:
        return State(kind or "review", (year,))
    if year > delivered and kind is None:
        return None  # 迈向2035年: no time of which a part tells
    if year >= delivered:
        return State("tasks", (year,))
    if since := SINCE.search(title):
        return State("review", tuple(range(int(since[1]), delivered)))
    return State("review", (year,))


def _of_plan(title: str, known: Years) -> State | None:
    """Return what a slogan speaks of that names a plan: it is over, to come, or begins."""
    if known.delivered is None:
        return None
    if begun := BEGUN.search(title):
        year = five_years(begun[1] or begun[2])[0]
        return State("tasks" if year >= known.delivered else "review", (year,))
    plan = next((time for time in times(title) if time["plan"] or time["nth"]), None)
    years = _plan_years(plan) if plan else ()
    if not years or years[0] < known.delivered <= years[-1]:
        return None
    return State("review" if years[-1] < known.delivered else "outlook", years)


def years_of(kind: str, title: str, known: Years) -> tuple[int, ...]:
    """Return the years of a part of some kind, as far as its title and the report tell."""
    plan = next((time for time in times(title) if time["plan"] or time["nth"]), None)
    if plan:
        return _plan_years(plan)
    if known.delivered is None:
        return ()
    if title.startswith(OUTLINE):
        first = PLAN_BEGAN + TERM * ((known.delivered - PLAN_BEGAN) // TERM)
        return tuple(range(first, first + TERM))
    length = named_years(title)
    if kind in LOOKING_BACK:
        back = tuple(range(known.delivered - length, known.delivered))
        return back if length else known.reviews[-1:]
    if kind == "outlook" and length:
        return tuple(range(known.delivered, known.delivered + length))
    return known.plans


def _plan_years(plan: re.Match[str]) -> tuple[int, ...]:
    """Return the years of a plan as a title names it: “十四五”, 第十四个五年."""
    if plan["plan"]:
        return five_years(plan["plan"])
    first = PLAN_BEGAN + TERM * PLANS.index(plan["nth"])
    return tuple(range(first, first + TERM))
