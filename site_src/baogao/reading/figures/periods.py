"""Stage 7: status and period, reached or promised, and which year or years a figure is about.

Three steps: what the section says, what the sentence says over that (`stated_years`), and what of
the years that are then known a figure is about: their whole, the last of them, or the year before.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from baogao.content.vocabulary import PLAN, five_years
from baogao.reading.figures.candidate import Candidate, Sentence, Time
from baogao.reading.figures.stated_years import TERM, stated
from baogao.reading.figures.subjects.wording import words_of
from baogao.records import Section

SENTENCE_BACK = 400  # how far back in a sentence a year is looked for
AFTER = 24
Years = tuple[int, ...]
PAST = frozenset(("opening", "review"))

# 由2000年的|2003亿元增加到2005年的|4070亿元; 由“九五”末的|23.4%; 从去年的|8%
DATED = re.compile(
    rf"""
    [由从到至]
    (?: (20\d\d|19[5-9]\d)年 | “?({PLAN})”?(?:时期|期)? | 去年 )
    (?:末|底|初)? 的? $
    """,
    re.VERBOSE,
)
# 由2000年的2003亿元增加到2005年的|4070亿元, 年均增长15%: the years between them
SPANNED = re.compile(
    r"""
    [由从] (20\d\d|19[5-9]\d)年
    [^。;]*? [到至] (20\d\d|19[5-9]\d)年的
    """,
    re.VERBOSE,
)
REACHED = re.compile(r"[^,。;]{0,4}?(?:到|至|为)")
ON_LAST_YEAR = re.compile(r"(?:比|较)(?:上|去)年|同比")
LASTING = re.compile(r"年均|累计|每年")
# 经过多方征集,梳理|形成|16项预选项目: told of the past, in a section that plans
NARRATED = re.compile(
    r"""
    (?: 经过 | 前期,? | 此前 | 根据[^,。;]{2,20}(?:测算|结果|投票), )
    [^。;]{0,60}? (?:形成|确定了|选出|征集到)
    """,
    re.VERBOSE,
)
NARRATED_BACK = 120
NARRATING = re.compile(r"(?:经过|前期|此前|根据)")
RATES = frozenset(("%", ":1", "倍", "岁", "位", "微克/立方米", "百分点"))
# What is there at a time, not done over a time
STOCK = re.compile(
    r"""
    数量|总数|总量|拥有量|保有量|余额|存量
    | 人均|占|比重|比例|率$|浓度|达$
    """,
    re.VERBOSE,
)


class Told(NamedTuple):
    """Status and years of a figure, by which rule and words."""

    status: str
    years: Years
    rule: str = "the section"
    words: str = ""


class Clause(NamedTuple):
    """What the period of a figure depends on.

    `before` is the sentence up to the number and `own` the number's own clause; `done` says whether
    the figure counts what was done, not what there is.
    """

    before: str
    own: str
    label: str
    kind: str
    unit: str
    done: Callable[[], bool]


def decide_periods(sentence: Sentence) -> None:
    """Fill in the status and the period of each figure."""
    for group in sentence.groups:
        for candidate in group:
            candidate.section = sentence.section
            candidate.time = _time(sentence, candidate, group[0])


def is_done(candidate: Candidate, leader: Candidate, sentence: Sentence) -> bool:
    """Say whether a figure counts what was done, not what there is: 新增20家 (but not 达到20家)."""
    words = words_of(sentence.source.vocabulary)
    return "达" not in leader.predicate and words.is_done(candidate.named.label)


def _time(sentence: Sentence, candidate: Candidate, leader: Candidate) -> Time:
    source, quantity, kind = sentence.source, candidate.quantity, candidate.kind.kind
    back = max(sentence.whole, quantity.start - SENTENCE_BACK)
    clause = Clause(
        source.read[back : quantity.start],
        candidate.own or leader.own,
        candidate.named.label,
        kind,
        quantity.unit,
        partial(is_done, candidate, leader, sentence),
    )
    after = source.read[quantity.end : quantity.end + AFTER].partition("。")[0]
    told = _told(clause, after, sentence.section, source.year)
    if not told.years:
        period, span = "", "no year known"
    elif kind == "level" and (dated := DATED.search(clause.before)):
        period, span = str(_year_of(dated, told.years)), "its own year"
    elif kind == "level" and _is_base(candidate, source.read):
        period, span = _year_before(told.years, clause.before), "the base of a change"
    else:
        period, span = _period(_lasting_years(told, clause), clause)
    return Time(told.status, period, told.rule, told.words, span)


def _told(clause: Clause, after: str, section: Section | None, year: int | None) -> Told:
    """Return status and years as the section has them, and over that what the sentence states."""
    past, before = _looks_back(section, year), clause.before
    status = "actual" if past else "target"
    years = section.years if section else ()
    said = stated(before, status, year)
    if said:
        if len(said.years) == 1 < len(years) and LASTING.search(clause.own):
            said = said._replace(years=years)  # 到2025年,年均增长6%, in a section of five years
        return Told(*said)
    if not past and (narrated := _narrated(before, after)):
        return Told("actual", years, "narrated past", narrated)
    return Told(status, years)


def _looks_back(section: Section | None, year: int | None) -> bool:
    """Say whether a section tells what was done."""
    if section is None or section.kind in PAST:
        return True
    if section.kind != "government" or not section.years or year is None:
        return False
    return section.years[-1] < year


def _narrated(before: str, after: str) -> str:
    """Return the words by which the past is told among plans: 经过多方征集,梳理形成…, or ""."""
    near = before[-NARRATED_BACK:]
    told = NARRATED.search(f"{near}0{after}") if NARRATING.search(near) else None
    return told[0][:12] if told else ""


def _is_base(candidate: Candidate, read: str) -> bool:
    """Say whether a level is only what another is compared with: 从12.9%提高到13.3%."""
    leads = "从" in candidate.predicate or "由" in candidate.predicate
    return leads and REACHED.match(read, candidate.quantity.end) is not None


def _year_of(dated: re.Match[str], years: Years) -> int:
    """Return the year that stands at a level itself; of a plan, and for 去年, the last."""
    if dated[1]:
        return int(dated[1])
    return five_years(dated[2])[-1] if dated[2] else years[-1]


def _year_before(years: Years, before: str) -> str:
    """Return the year from which a change sets out: the one before it, or 年初 of its own."""
    return str(years[-1]) if "年初" in before[-8:] else str(years[0] - 1)


def _lasting_years(told: Told, clause: Clause) -> Years:
    """Return the years of a figure; of an average growth those that it spans."""
    years = told.years
    if clause.kind != "change" or "年均" not in clause.own or told.status != "actual":
        return years
    if spanned := SPANNED.search(clause.before):
        return tuple(range(int(spanned[1]) + 1, int(spanned[2]) + 1)) or years
    return tuple(range(years[0] - TERM + 1, years[0] + 1)) if len(years) == 1 else years


def _period(years: Years, clause: Clause) -> tuple[str, str]:
    """Return the period and why.

    Of several years it is the last for a state, and all of them for what was done.
    """
    if len(years) == 1:
        return str(years[0]), ""
    whole, last = f"{years[0]}-{years[-1]}", str(years[-1])
    if clause.kind == "change" and ON_LAST_YEAR.search(clause.own):
        return last, "a change on the year before"
    if clause.kind == "change" or "控制在" in clause.own:
        return whole, "a change over all the years"
    if total := _running_total(clause):
        return (whole, total) if total == "累计" else (last, total)
    if clause.kind == "rank" or clause.unit in RATES or STOCK.search(clause.label):
        return last, "a state"
    return (whole, "done in all the years") if clause.done() else (last, "a state")


def _running_total(clause: Clause) -> str:
    """Return why a number that 累计 tells of has its period; "" for other numbers."""
    share = clause.own.startswith("占比")
    if "累计" not in clause.own and not (share and "累计" in clause.before[-40:]):
        return ""
    return "a state" if STOCK.search(clause.label) and not share else "累计"
