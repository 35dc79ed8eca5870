"""Status and period: reached or promised, and which year or years a figure is about."""
import re
from collections.abc import Callable
from typing import NamedTuple

from baogao.records import Section
from baogao.content.vocabulary import PLAN, five_years

# A year that is only compared with (较2015年), or stands in a name, dates nothing.
YEAR = re.compile(r"(20\d\d|19[5-9]\d)(?<!\d....)(?:-(20\d\d))?年(?!度?(?:规划|计划|行动|版|级))(?:底|末)?(?!的 ?\d|的$|的[\d.]*$)")
COMPARED = re.compile(r"(?:比|较|与|同|于|以|由|从|是|“)$")
# 由2000年的|2003亿元增加到2005年的|4070亿元,年均增长; 由“九五”末的|23.4%
DATED = re.compile(rf"[由从到至](?:(20\d\d|19[5-9]\d)年|“?({PLAN})”?(?:时期|期)?|去年)(?:末|底|初)?的?$")
SPANNED = re.compile(r"[由从](20\d\d|19[5-9]\d)年[^。;]*?[到至](20\d\d|19[5-9]\d)年的")
ON_LAST_YEAR = re.compile(r"(?:比|较)(?:上|去)年|同比")
TERM = 5  # years of a plan and of a government's term: what 年均 spans where nothing else is said
PAST = frozenset(("opening", "review"))
WITHIN = re.compile(r"([一两二三四五])年(?:内|时间|左右)")
SPAN = re.compile(rf"([三四五六])年来|过去([三四五六])年|([三四五六])年间|五年累计|(?<![比较与出于])“?({PLAN})”?(?:时期|期间|以来)|(?:本届政府|任期)内")
PLANNED = re.compile(rf"“?({PLAN})”?(?:时期|期间|末|期末)|(?:今后|未来)五年")
THIS_YEAR = re.compile(r"今年(?:以来|一季度|第一季度|上半年|前[\d一二三四五六七八九十]+个?月|1-\d)")
NARRATED = re.compile(r"(?:经过|前期,?|此前|根据[^,。;]{2,20}(?:测算|结果|投票),)[^。;]{0,60}?(?:形成|确定了|选出|征集到)")
NARRATED_BACK = 120
NARRATING = re.compile(r"(?:经过|前期|此前|根据)")
MONTH = re.compile(r"今年(?:\d{1,2}月|年初|春节)")
LAST_YEAR = re.compile(r"(?:^|[,。;:]) ?去年(?!同期|底|末)")
LASTING = re.compile(r"年均|累计|每年")
STOCK = re.compile(r"数量|总数|总量|拥有量|保有量|余额|存量|人均|占|比重|比例|率$|浓度|达$")
RATES = frozenset(("%", ":1", "倍", "岁", "位", "微克/立方米", "百分点"))
NUMERALS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
REACHED = re.compile(r"[^,。;]{0,4}?(?:到|至|为)")
AIMED = re.compile(r"到|力争|确保|预计到|争取")


class Stated(NamedTuple):
    """Status and years that a sentence states itself, by which rule and words."""
    status: str
    years: tuple[int, ...]
    rule: str
    words: str


class Time(NamedTuple):
    """Status and period; what set the years (rule and words), and what made a period of them."""
    status: str
    period: str
    rule: str
    words: str = ""
    span: str = ""


def is_base(slot, read: str) -> bool:
    """Whether a level is only what another is compared with: 从12.9%提高到13.3%."""
    return ("从" in slot.predicate or "由" in slot.predicate) and bool(REACHED.match(read, slot.quantity.end))


def time_of(before: str, section: Section | None, year: int | None, *, kind: str, unit: str, label: str,
            own: str, base: bool, done: Callable[[], bool], after: str = "") -> Time:
    """Return status and period with their reasons; `before` is the sentence up to the number, `own` the number's own clause,
    `after` what follows it.

    `done` tells whether the figure counts what was done, not what there is.
    """
    past = section is None or section.kind in PAST or (
        section.kind == "government" and bool(section.years) and year is not None and section.years[-1] < year)
    status, years = "actual" if past else "target", section.years if section else ()
    rule, words = "the section", ""
    stated = _stated(before, status, year) if "年" in before or "五" in before else None
    if stated:
        status, _, rule, words = stated
        years = years if len(stated.years) == 1 < len(years) and LASTING.search(own) else stated.years
    elif not past and NARRATING.search(before[-NARRATED_BACK:]) and (told := NARRATED.search(before[-NARRATED_BACK:] + "0" + after)):
        status, rule, words = "actual", "narrated past", told[0][:12]  # 经过多方征集,梳理形成16项预选项目
    if not years:
        return Time(status, "", rule, words, "no year known")
    if dated := DATED.search(before) if kind == "level" else None:
        return Time(status, str(_dated(dated, years)), rule, words, "its own year")
    if base:
        return Time(status, str(years[-1]) if "年初" in before[-8:] else str(years[0] - 1), rule, words, "the base of a change")
    if kind == "change" and "年均" in own and status == "actual":
        years = _averaged(years, before)
    period, span = _period(years, kind, unit, label, own, before, done)
    return Time(status, period, rule, words, span)


def _stated(before: str, status: str, year: int | None) -> Stated | None:
    """Return status and years that the sentence states itself, or None."""
    for match in reversed(list(YEAR.finditer(before))):
        at = match.start()
        if COMPARED.search(before[:at]):
            continue
        first, last = int(match[1]), int(match[2] or match[1])
        if year is not None and last < year:
            status = "actual"
        elif year is not None and last > year and AIMED.search(before[max(0, at - 4):at]):
            status = "target"
        return Stated(status, tuple(range(first, last + 1)) if last - first < 50 else (first,), "a year named", match[0])
    if year is None:
        return None
    if said := THIS_YEAR.search(before):
        return Stated("actual", (year,), "this year so far", said[0])
    if status == "actual" and (said := MONTH.search(before)):
        return Stated("actual", (year,), "a month of this year", said[0])
    if said := LAST_YEAR.search(before):
        return Stated("actual", (year - 1,), "last year", said[0].lstrip(",。;: "))
    if status == "target" and (within := WITHIN.search(before)):
        return Stated(status, (year + NUMERALS[within[1]] - 1,), "within so many years", within[0])
    if status == "target":
        found = PLANNED.search(before)
        return found and Stated(status, five_years(found[1]) if found[1] else tuple(range(year, year + TERM)), "five years", found[0])
    if found := SPAN.search(before):
        *counted, plan = found.groups()
        length = NUMERALS[next(filter(None, counted), "五")]
        return Stated(status, five_years(plan) if plan else tuple(range(year - length, year)), "some years", found[0])
    return None


def _dated(found: re.Match, years: tuple[int, ...]) -> int:
    """Return the year that stands at a level itself; of a plan its last, 去年 is the last looked back on."""
    return int(found[1]) if found[1] else five_years(found[2])[-1] if found[2] else years[-1]


def _averaged(years: tuple[int, ...], before: str) -> tuple[int, ...]:
    """Return the years that an average growth spans: those between two levels, or a term that ends with the one year known."""
    if spanned := SPANNED.search(before):
        return tuple(range(int(spanned[1]) + 1, int(spanned[2]) + 1)) or years
    return tuple(range(years[0] - TERM + 1, years[0] + 1)) if len(years) == 1 else years


def _period(years: tuple[int, ...], kind: str, unit: str, label: str, own: str, before: str, done: Callable[[], bool]) -> tuple[str, str]:
    """Return the period and why: one year, or of several years the last for a state and the whole for what was done in them."""
    if len(years) == 1:
        return str(years[0]), ""
    whole, last = f"{years[0]}-{years[-1]}", str(years[-1])
    if kind == "change" and ON_LAST_YEAR.search(own):
        return last, "a change on the year before"
    if kind == "change" or "控制在" in own:
        return whole, "a change over all the years"
    if "累计" in own or "累计" in before[-40:] and own.startswith("占比"):
        return (last, "a state") if STOCK.search(label) and not own.startswith("占比") else (whole, "累计")
    if kind == "rank" or unit in RATES or STOCK.search(label):
        return last, "a state"
    return (whole, "done in all the years") if done() else (last, "a state")
