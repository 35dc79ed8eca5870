"""Stage 7: status and period, reached or promised, and which year or years a figure is about.

Three steps: what the section says, what the sentence says over that (`stated_years`), and what of
the years that are then known a figure is about: their whole, the last of them, or the year before.
"""

import re
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
    """A figure with what its period depends on.

    `before` is the sentence up to the number, `own` the number's own clause.
    """

    candidate: Candidate
    leader: Candidate
    sentence: Sentence
    before: str
    own: str


def decide_periods(sentence: Sentence) -> None:
    """Fill in the status and the period of each figure."""
    past = _looks_back(sentence.section, sentence.source.year)
    for group in sentence.groups:
        leader = group[0]
        for candidate in group:
            back = max(sentence.whole, candidate.quantity.start - SENTENCE_BACK)
            before = sentence.source.read[back : candidate.quantity.start]
            own = candidate.own or leader.own
            candidate.section = sentence.section
            candidate.time = _time(Clause(candidate, leader, sentence, before, own), past)


def is_done(candidate: Candidate, leader: Candidate, sentence: Sentence) -> bool:
    """Say whether a figure counts what was done, not what there is: 新增20家 (but not 达到20家)."""
    words = words_of(sentence.source.vocabulary)
    return "达" not in leader.predicate and words.is_done(candidate.named.label)


def _time(clause: Clause, past: bool) -> Time:
    """Return status and period of a figure, in a section that looks back (`past`) or ahead."""
    candidate, before = clause.candidate, clause.before
    told = _told(clause, past)
    level = candidate.kind.kind == "level"
    if not told.years:
        period, span = "", "no year known"
    elif level and (dated := DATED.search(before)):
        period, span = str(_year_of(dated, told.years)), "its own year"
    elif level and _is_base(candidate, clause.sentence.source.read):
        period, span = _year_before(told.years, before), "the base of a change"
    else:
        period, span = _period(_lasting_years(told, clause), clause)
    return Time(told.status, period, told.rule, told.words, span)


def _told(clause: Clause, past: bool) -> Told:
    """Return status and years as the section has them, and over that what the sentence states."""
    status = "actual" if past else "target"
    section = clause.sentence.section
    years = section.years if section else ()
    said = stated(clause.before, status, clause.sentence.source.year)
    if said:
        if len(said.years) == 1 < len(years) and LASTING.search(clause.own):
            said = said._replace(years=years)  # 到2025年,年均增长6%, in a section of five years
        return Told(*said)
    if not past and (narrated := _narrated(clause)):
        return Told("actual", years, "narrated past", narrated)
    return Told(status, years)


def _looks_back(section: Section | None, year: int | None) -> bool:
    """Say whether a section tells what was done."""
    if section is None or section.kind in PAST:
        return True
    if section.kind != "government" or not section.years or year is None:
        return False
    return section.years[-1] < year


def _narrated(clause: Clause) -> str:
    """Return the words by which the past is told among plans: 经过多方征集,梳理形成…, or ""."""
    near = clause.before[-NARRATED_BACK:]
    if not NARRATING.search(near):
        return ""
    end = clause.candidate.quantity.end
    after = clause.sentence.source.read[end : end + AFTER].partition("。")[0]
    told = NARRATED.search(f"{near}0{after}")
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
    changed = clause.candidate.kind.kind == "change"
    if not changed or "年均" not in clause.own or told.status != "actual":
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
    changed = clause.candidate.kind.kind == "change"
    if changed and ON_LAST_YEAR.search(clause.own):
        return last, "a change on the year before"
    if changed or "控制在" in clause.own:
        return whole, "a change over all the years"
    if total := _running_total(clause):
        return (whole, total) if total == "累计" else (last, total)
    if not _is_state(clause) and is_done(clause.candidate, clause.leader, clause.sentence):
        return whole, "done in all the years"
    return last, "a state"


def _is_state(clause: Clause) -> bool:
    """Say whether a number tells what there is at a time: 全省第3位, 存款余额8亿元."""
    candidate = clause.candidate
    if candidate.kind.kind == "rank" or candidate.quantity.unit in RATES:
        return True
    return STOCK.search(candidate.named.label) is not None


def _running_total(clause: Clause) -> str:
    """Return why a number that 累计 tells of has its period; "" for other numbers."""
    share = clause.own.startswith("占比")
    if "累计" not in clause.own and not (share and "累计" in clause.before[-40:]):
        return ""
    stock = STOCK.search(clause.candidate.named.label)
    return "a state" if stock and not share else "累计"
