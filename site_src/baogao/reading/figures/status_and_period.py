"""Stage 7: status and period, reached or promised, and which year or years a figure is about.

Three steps: what the section says, what the sentence says over that (`stated_years`), and what of
the years that are then known a figure is about (`year_spans`).
"""

import re
from typing import NamedTuple

from baogao.content.vocabulary.section_kinds import LOOKING_BACK
from baogao.reading.figures.candidate import Candidate, Sentence, Time
from baogao.reading.figures.done_or_there import Clause
from baogao.reading.figures.stated_years import stated
from baogao.reading.figures.years_of_figure import (
    Years,
    changing_years,
    own_year,
    period,
    year_before,
)
from baogao.records import Section

SENTENCE_BACK = 400  # how far back in a sentence a year is looked for
REACHED = re.compile(r"[^,。;]{0,6}?(?:到|至|为)")
REACHING = re.compile(r"到|至|为")
LASTING = re.compile(r"年均|累计|每年")
RESPECTIVELY = re.compile(r"分别|依次")
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
BASES = frozenset(("its own year", "the base of a change"))


class Told(NamedTuple):
    """Status and years of a figure, by which rule and words."""

    status: str
    years: Years
    rule: str = "the section"
    words: str = ""


def decide_periods(sentence: Sentence) -> None:
    """Fill in the status and the period of each figure."""
    past = _looks_back(sentence.section, sentence.source.year)
    chain, base = "", None
    for group in sentence.groups:
        leader = group[0]
        chain = chain + leader.own if leader.join == "list" else leader.own
        if leader.join != "list" or REACHING.search(leader.own):
            base = None
        for candidate in group:
            before = _before(sentence, candidate)
            own = candidate.own or leader.own
            clause = Clause(candidate, leader, sentence, before, own, chain)
            candidate.section = sentence.section
            candidate.time = _time(clause, group, past, base)
            base = candidate.time if candidate.time.span in BASES else None
        _one_year_each(group, sentence)


def _before(sentence: Sentence, candidate: Candidate) -> str:
    """Return the sentence in front of a number."""
    back = max(sentence.whole, candidate.quantity.start - SENTENCE_BACK)
    return sentence.source.read[back : candidate.quantity.start]


def _time(clause: Clause, group: list[Candidate], past: bool, base: Time | None) -> Time:
    """Return status and period of a figure, in a section that looks back (`past`) or ahead.

    `base` is the time of the figure before in its list, where that is what others set out from.
    """
    told = _told(clause, past)
    level = clause.kind == "level"
    if not told.years:
        years, span = "", "no year known"
    elif level and base:
        years, span = base.period, base.span
    elif level and clause.unit != "倍" and (own := own_year(clause, told.years)):
        years, span = own, "its own year"
    elif level and _is_base(clause.leader, group[-1], clause.sentence.source.read):
        years, span = year_before(told.years, clause), "the base of a change"
    else:
        changing = changing_years(told.years, told.status, clause)
        years, span = period(changing, told.status, clause)
    delivered = clause.sentence.source.year
    reached = span in BASES and delivered is not None and int(years[-4:]) < delivered
    status = "actual" if reached else told.status  # among plans, what a change sets out from
    return Time(status, years, told.rule, told.words, span)


def _one_year_each(group: list[Candidate], sentence: Sentence) -> None:
    """Give each number of a list its own year: 2021年和2022年,分别|增长7.8%、8.1%."""
    leader = group[0]
    if len(group) == 1 or not RESPECTIVELY.search(leader.own):
        return
    said = stated(_before(sentence, leader), leader.time.status, sentence.source.year)
    if not said or len(said.years) != len(group):
        return
    several = len({candidate.named.label for candidate in group}) > 1
    for candidate, year in zip(group, said.years, strict=True):
        if several:
            candidate.caution("period", "as many years as subjects", said.words)
        else:
            candidate.time = candidate.time._replace(period=str(year), span="each its year")


def _told(clause: Clause, past: bool) -> Told:
    """Return status and years as the section has them, and over that what the sentence states."""
    section = clause.sentence.section
    status = "actual" if past else "target"
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
    if section is None or section.kind in LOOKING_BACK:
        return True
    if section.kind != "government" or not section.years or year is None:
        return False
    return section.years[-1] < year


def _narrated(clause: Clause) -> str:
    """Return the words by which the past is told among plans: 经过多方征集,梳理形成…, or ""."""
    near = clause.before[-NARRATED_BACK:]
    told = NARRATED.search(f"{near}0{clause.after}") if NARRATING.search(near) else None
    return told[0][:12] if told else ""


def _is_base(leader: Candidate, last: Candidate, read: str) -> bool:
    """Say whether levels are only what others are compared with: 从12.9%提高到13.3%."""
    leads = "从" in leader.predicate or "由" in leader.predicate
    return leads and REACHED.match(read, last.quantity.end) is not None
