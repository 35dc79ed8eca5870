"""The years that a sentence states itself, over those of its section: 2020年, 今年上半年."""

import re
from typing import NamedTuple

from baogao.content.vocabulary.vocabulary import PLAN, five_years

TERM = 5  # years of a plan and of a government's term: what 年均 spans where nothing else is said
LONGEST_SPAN = 50
NUMERALS = {numeral: count for count, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
COUNT = r"[一两二三四五六七八九十] | \d{1,2}"
A_YEAR = r"20\d\d|19[5-9]\d"

# 2020年, 2016-2020年. In a name (2025年规划), or as what another is compared with, a year dates
# nothing.
YEAR = re.compile(
    rf"""
    ({A_YEAR}) (?<! \d .... )      # no part of a longer number
    (?: -(20\d\d) )?
    (?: 年 | [两三四五]年 )
    (?! 度?(?:规划|计划|行动|版|级) ) (?:底|末)?
    (?! 的\ ?\d | 的$ | 的[\d.]*$ )             # 2000年的|2003亿元: the year of that level alone
    """,
    re.VERBOSE,
)
# 2021年和|2022年, 2020年到|2025年: a year that the next one goes on from
JOINED = re.compile(rf"({A_YEAR})年?(?:底|末)?(?P<by>[和与及、]|[到至]|-)$")
SINCE = re.compile(r"以来|起至今")  # 2021年|以来
COMPARED = re.compile(r"(?:比|较|与|同|于|以|由|从|是|“)$")
FROM = re.compile(r"[从由自]$")
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
# 今年|再办12件: told behind what was done
TO_COME = re.compile(
    r"(?<![比较到])今年[^,。;]{0,8}?(?:再|将|要|拟|计划|力争|确保|继续|安排|争取|预计)"
)
NOW = re.compile(r"(?:^|[,。;:]) ?今年(?!以来|初|\d{1,2}月)")
NEXT_YEAR = re.compile(r"(?:^|[,。;:到]) ?明年")
LAST_YEAR = re.compile(r"(?:^|[,。;:]) ?去年(?!同期|底|末)")
WITHIN = re.compile(r"([一两二三四五])年(?:内|时间|左右)")
AIMED_WITHIN = re.compile(r"(?:力争|确保|争取|计划)[^,。;]{0,6}([一两二三四五])年(?:内|时间|左右)")
PLANNED = re.compile(rf"“?({PLAN})”?(?:时期|期间|末|期末)|(?:今后|未来)五年")
# 到“十四五”末, told in a review
PLAN_END = re.compile(rf"(?:到|至|力争)“?({PLAN})”?(?:时期|期)?末")
SPAN = re.compile(
    rf"""
    ([三四五六])年来                            # 五年来
    | 过去([三四五六])年 | ([三四五六])年间 | 五年累计
    | (?<! [比较与出于是] ) (?<! [比较与出于是]“ ) “? ({PLAN}) ”? (?:时期|期间|以来) # “十三五”时期
    | (?:本届政府|任期)内
    """,
    re.VERBOSE,
)
# 近三年|累计…: of its own clause, or of the whole sentence that it opens. 连续两年|超过…
RECENT = re.compile(
    rf"""
    (?: (?: ^ | [。;\n] ) \ ? | (?= [^,。;]* $ ) )
    (?: 最?近 (?P<recent> {COUNT} ) 年 (?:来|间|以来)?
      | 连续 (?P<running> {COUNT} ) 年 (?= [^,。;\d]{{0,8}} $ )
      | (?<! [\d第近续过十] ) (?P<over> {COUNT} ) 年
          (?= 增|提|翻|下降|累计|累积|共|新增|净增|新建|建成 )          # 三年|翻一番
    )
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

    `status` is that of the section, `year` the year in which the report was delivered. Of several
    times the one nearest to the number holds.
    """
    if "年" not in before and "五" not in before:
        return None
    named = _year_named(before, status, year)
    if year is None:
        return named and named[1]
    told = [named, *_this_or_last_year(before, status, year)]
    if status == "actual":
        told += [_plan_end(before, year), _recent(before, year)]
    if near := [each for each in told if each]:
        return max(near)[1]
    return _years_ahead(before, year) if status == "target" else _years_back(before, year)


def _year_named(before: str, status: str, year: int | None) -> tuple[int, Stated] | None:
    """Return the last year that the sentence names, unless it is only compared with: 较2015年."""
    for match in reversed(list(YEAR.finditer(before))):
        start, years, between = _joined(before, match)
        if COMPARED.search(before[:start]) and not (between and FROM.search(before[:start])):
            continue
        first, last = years[0], years[-1]
        if year is not None and last < year:
            status = "actual"
        elif year is not None and last > year:
            aimed = AIMED.search(before[max(0, start - 4) : start])
            status = "target" if aimed or first > year else status
        if last - first >= LONGEST_SPAN:
            years = (first,)
        if year is not None and SINCE.match(before, match.end()):
            years = tuple(range(first, year)) or years
        words = before[start : match.end()]
        return match.start(), Stated(status, years, "a year named", words)
    return None


def _joined(before: str, match: re.Match[str]) -> tuple[int, tuple[int, ...], bool]:
    """Return where a year or a list of years begins, the years, and whether they are a span."""
    first, last = int(match[1]), int(match[2] or match[1])
    years = list(range(first, last + 1)) if first <= last else [first]
    start, between = match.start(), first < last
    while earlier := JOINED.search(before, 0, start):
        year = int(earlier[1])
        if year >= years[0]:
            break
        through = earlier["by"] in "到至-"
        years = [*(range(year, years[0]) if through else [year]), *years]
        start, between = earlier.start(), between or through
    return start, tuple(years), between


def _this_or_last_year(before: str, status: str, year: int) -> list[tuple[int, Stated]]:
    """Return what the sentence says of this year and of the last, each with its place."""
    told = []
    if said := _last(THIS_YEAR, before):
        told.append((said, Stated("actual", (year,), "this year so far", said[0])))
    if said := _last(LAST_YEAR, before):
        words = said[0].lstrip(",。;: ")
        told.append((said, Stated("actual", (year - 1,), "last year", words)))
        if status == "target" and (said := _last(NOW, before)):
            told.append((said, Stated("target", (year,), "this year, to come", said[0])))
    if status == "actual":
        told += _looking_on(before, year)
    if said := _last(NEXT_YEAR, before):
        words = said[0].lstrip(",。;: ")
        told.append((said, Stated("target", (year + 1,), "the next year", words)))
    return [(said.start(), each) for said, each in told]


def _looking_on(before: str, year: int) -> list[tuple[re.Match[str], Stated]]:
    """Return what a sentence that looks back says of times behind the year reviewed."""
    told = []
    if said := _last(TO_COME, before):
        told.append((said, Stated("target", (year,), "this year, to come", said[0])))
    if said := _last(MONTH, before):
        told.append((said, Stated("actual", (year,), "a month of this year", said[0])))
    if said := _last(AIMED_WITHIN, before):
        last = year + NUMERALS[said[1]] - 1
        told.append((said, Stated("target", (last,), "within so many years", said[0])))
    return told


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """Return where a pattern is found last."""
    last = None
    for last in pattern.finditer(before):  # noqa: B007 it is what this is for
        pass
    return last


def _plan_end(before: str, year: int) -> tuple[int, Stated] | None:
    """Return the end of a plan that is still to come: 到“十四五”末."""
    found = _last(PLAN_END, before)
    last = five_years(found[1])[-1] if found else 0
    if not found or last < year:
        return None
    return found.start(), Stated("target", (last,), "the end of a plan", found[0])


def _recent(before: str, year: int) -> tuple[int, Stated] | None:
    """Return the last years up to the one before delivery: 近三年累计, 连续两年超过."""
    found = _last(RECENT, before)
    if not found:
        return None
    count = found["recent"] or found["running"] or found["over"]
    length = NUMERALS.get(count) or int(count)
    years = tuple(range(year - length, year))
    return found.start(), Stated("actual", years, "the last years", found[0].strip("。; \n"))


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
    if not plan:
        length = NUMERALS[next(filter(None, counted), "五")]
        return Stated("actual", tuple(range(year - length, year)), "some years", found[0])
    years = five_years(plan)
    if years[0] >= year:
        return Stated("target", years, "five years", found[0])  # “十五五”时期, in a review
    past = tuple(each for each in years if each < year)
    return Stated("actual", past, "some years", found[0])
