"""The years that a sentence itself states: 2020年, 今年上半年, 五年来."""

import re
from typing import NamedTuple

from baogao.content.vocabulary import PLAN, five_years

TERM = 5  # years of a plan and of a government's term: what 年均 spans where nothing else is said
LONGEST_SPAN = 50
NUMERALS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}

# 2020年, 2016-2020年. In a name (2025年规划) a year dates nothing.
YEAR = re.compile(
    r"""
    (20\d\d | 19[5-9]\d) (?<! \d .... )      # no part of a longer number
    (?: -(20\d\d) )?
    年
    (?! 度?(?:规划|计划|行动|版|级) ) (?:底|末)?
    (?! 的\ ?\d | 的$ | 的[\d.]*$ )             # 2000年的|2003亿元: the year of that level alone
    """,
    re.VERBOSE,
)
COMPARED = re.compile(r"(?:比|较|与|同|于|以|由|从|是|“)$")
AIMED = re.compile(r"到|力争|确保|预计到|争取")
THIS_YEAR = re.compile(
    r"""
    今年
    (?: 以来 | 一季度 | 第一季度 | 上半年
      | 前[\d一二三四五六七八九十]+个?月         # 今年前9个月
      | 1-\d                                 # 今年1-9月
    )
    """,
    re.VERBOSE,
)
MONTH = re.compile(r"今年(?:\d{1,2}月|年初|春节)")
LAST_YEAR = re.compile(r"(?:^|[,。;:]) ?去年(?!同期|底|末)")
WITHIN = re.compile(r"([一两二三四五])年(?:内|时间|左右)")
PLANNED = re.compile(rf"“?({PLAN})”?(?:时期|期间|末|期末)|(?:今后|未来)五年")
SPAN = re.compile(
    rf"""
    ([三四五六])年来                            # 五年来
    | 过去([三四五六])年 | ([三四五六])年间 | 五年累计
    | (?<! [比较与出于] ) “? ({PLAN}) ”? (?:时期|期间|以来)   # “十三五”时期
    | (?:本届政府|任期)内
    """,
    re.VERBOSE,
)


class Stated(NamedTuple):
    """Status and years that a sentence states itself, by which rule and words."""

    status: str
    years: tuple[int, ...]
    rule: str
    words: str


def stated(before: str, status: str, year: int | None) -> Stated | None:
    """Return status and years that the sentence in front of a number states itself, or None.

    `status` is that of the section, `year` the year in which the report was delivered.
    """
    if "年" not in before and "五" not in before:
        return None
    if named := _year_named(before, status, year):
        return named
    if year is None:
        return None
    if told := _this_or_last_year(before, status, year):
        return told
    return _years_ahead(before, year) if status == "target" else _years_back(before, year)


def _year_named(before: str, status: str, year: int | None) -> Stated | None:
    """Return the last year that the sentence names, unless it is only compared with: 较2015年."""
    for match in reversed(list(YEAR.finditer(before))):
        at = match.start()
        if COMPARED.search(before[:at]):
            continue
        first, last = int(match[1]), int(match[2] or match[1])
        if year is not None and last < year:
            status = "actual"
        elif year is not None and last > year and AIMED.search(before[max(0, at - 4) : at]):
            status = "target"
        years = tuple(range(first, last + 1)) if last - first < LONGEST_SPAN else (first,)
        return Stated(status, years, "a year named", match[0])
    return None


def _this_or_last_year(before: str, status: str, year: int) -> Stated | None:
    if said := THIS_YEAR.search(before):
        return Stated("actual", (year,), "this year so far", said[0])
    if status == "actual" and (said := MONTH.search(before)):
        return Stated("actual", (year,), "a month of this year", said[0])
    said = LAST_YEAR.search(before)
    return said and Stated("actual", (year - 1,), "last year", said[0].lstrip(",。;: "))


def _years_ahead(before: str, year: int) -> Stated | None:
    """Return the years that a sentence among plans aims at: 三年内, “十四五”时期, 今后五年."""
    if within := WITHIN.search(before):
        last = year + NUMERALS[within[1]] - 1
        return Stated("target", (last,), "within so many years", within[0])
    found = PLANNED.search(before)
    if not found:
        return None
    years = five_years(found[1]) if found[1] else tuple(range(year, year + TERM))
    return Stated("target", years, "five years", found[0])


def _years_back(before: str, year: int) -> Stated | None:
    """Return the years that a sentence looks back on: 五年来, “十三五”时期, 任期内."""
    found = SPAN.search(before)
    if not found:
        return None
    *counted, plan = found.groups()
    length = NUMERALS[next(filter(None, counted), "五")]
    years = five_years(plan) if plan else tuple(range(year - length, year))
    return Stated("actual", years, "some years", found[0])
