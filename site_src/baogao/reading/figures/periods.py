"""Stage 7: status and period, reached or promised, and which year or years a figure is about.

Three steps: what the section says, what the sentence says over that (`stated_years`), and what of
the years that are then known a figure is about (`year_spans`).
"""

import re
from functools import partial
from typing import NamedTuple

from baogao.reading.figures.candidate import Candidate, Sentence, Time
from baogao.reading.figures.stated_years import stated
from baogao.reading.figures.subjects.wording import words_of
from baogao.reading.figures.year_spans import (
    Clause,
    Years,
    changing_years,
    own_year,
    period,
    year_before,
)
from baogao.records import Section

SENTENCE_BACK = 400  # how far back in a sentence a year is looked for
AFTER = 24
PAST = frozenset(("opening", "review"))
REACHED = re.compile(r"[^,。;]{0,6}?(?:到|至|为)")
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
    chain = ""
    for group in sentence.groups:
        leader = group[0]
        chain = chain + leader.own if leader.join == "list" else leader.own
        for candidate in group:
            candidate.section = sentence.section
            candidate.time = _time(sentence, candidate, group, chain)
        _one_year_each(group, sentence)


def is_done(candidate: Candidate, leader: Candidate, sentence: Sentence) -> bool:
    """Say whether a figure counts what was done, not what there is: 新增20家 (but not 达到20家)."""
    words = words_of(sentence.source.vocabulary)
    return "达" not in leader.predicate and words.is_done(candidate.named.label)


def _flows(candidate: Candidate, leader: Candidate, sentence: Sentence, after: str) -> bool:
    """Say whether a figure counts what was done, by its label, its clause, or the words behind it."""
    words = words_of(sentence.source.vocabulary)
    if is_done(candidate, leader, sentence):
        return True
    own = words.without_lead(leader.own)
    return bool(words.action.match(own) or words.flow.search(f"{leader.own}|{after}"))


def _time(sentence: Sentence, candidate: Candidate, group: list[Candidate], chain: str) -> Time:
    source, quantity, kind = sentence.source, candidate.quantity, candidate.kind.kind
    leader = group[0]
    back = max(sentence.whole, quantity.start - SENTENCE_BACK)
    behind = source.read[quantity.end : quantity.end + AFTER]
    after = behind.partition("。")[0]
    clause = Clause(
        source.read[back : quantity.start],
        candidate.own or leader.own,
        chain,
        candidate.named.label,
        kind,
        quantity.unit,
        partial(_flows, candidate, leader, sentence, re.split("[,、;]", after)[0]),
    )
    told = _told(clause, after, sentence.section, source.year)
    if not told.years:
        years, span = "", "no year known"
    elif kind == "level" and candidate is not leader and leader.time.span in BASES:
        years, span = leader.time.period, leader.time.span
    elif kind == "level" and quantity.unit != "倍" and (own := own_year(clause, told.years)):
        years, span = own, "its own year"
    elif kind == "level" and _is_base(leader, group[-1], source.read):
        years, span = year_before(told.years, clause.before), "the base of a change"
    else:
        changing = changing_years(told.years, told.status, clause)
        years, span = period(changing, told.status, clause)
    return Time(told.status, years, told.rule, told.words, span)


def _one_year_each(group: list[Candidate], sentence: Sentence) -> None:
    """Give each number of a list its own year: 2021年和2022年,分别|增长7.8%、8.1%."""
    leader = group[0]
    if len(group) == 1 or not RESPECTIVELY.search(leader.own):
        return
    back = max(sentence.whole, leader.quantity.start - SENTENCE_BACK)
    before = sentence.source.read[back : leader.quantity.start]
    said = stated(before, leader.time.status, sentence.source.year)
    if not said or len(said.years) != len(group):
        return
    several = len({candidate.named.label for candidate in group}) > 1
    for candidate, year in zip(group, said.years, strict=True):
        if several:
            candidate.caution("period", "as many years as subjects", said.words)
        else:
            candidate.time = candidate.time._replace(period=str(year), span="each its year")


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


def _is_base(leader: Candidate, last: Candidate, read: str) -> bool:
    """Say whether levels are only what others are compared with: 从12.9%提高到13.3%."""
    leads = "从" in leader.predicate or "由" in leader.predicate
    return leads and REACHED.match(read, last.quantity.end) is not None
