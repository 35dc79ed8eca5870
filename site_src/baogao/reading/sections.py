"""Sections: a report's parts, what each of them speaks of, and the years its figures are about.

`section_marks` finds where parts begin, `section_titles` reads what their titles and opening
sentences state; here both become sections. What a heading says holds for its sub-headings: they may
narrow its years, but turn over nothing. Where neither headings nor opening sentences tell,
`section_fallback` looks at the words of each paragraph.
"""

import re
from typing import NamedTuple

from baogao.content.vocabulary.section_kinds import APPENDIX
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.delivery_year import as_delivered, year_told
from baogao.reading.normalise import normalise
from baogao.reading.section_fallback import looks_ahead, unheaded
from baogao.reading.section_starts import TOP, Mark, found_marks
from baogao.reading.what_titles_state import DATED, State, Years, stated, times, years_of
from baogao.records import Section

OPENING_READ = 400
BODY_READ = 1500
FIRST = "一、"
ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}、")


class Part(NamedTuple):
    """A heading: what it speaks of, and whether it says so itself (`told`).

    `open` is one that does not name exactly one time (“十三五”时期和2020年工作回顾): its
    sub-headings go on with what the text has turned to, or with the year that a plan names last
    (`then`).
    """

    state: State
    by: str
    told: bool
    open: bool
    then: State | None = None


def sections(
    text: str,
    vocabulary: Vocabulary,
    *,
    year: int | None = None,
    start: int = 0,
    reviews: tuple[int, ...] = (),
    plans: tuple[int, ...] = (),
) -> tuple[Section, ...]:
    """Return the sections of a report from `start` on, in order and without gaps.

    Works on a cleaned report (`##` headings) and on a scraped one, where headings run into the
    text. The year of delivery is that of the plans, or inferred. A sentence that turns to another
    year (`2020年是…`) begins a section that has the title of the one it stands in.
    """
    text = normalise(text, vocabulary.traditional)
    known = _known(text, year, reviews, plans, start)
    state = State("opening", years_of("opening", "", known))
    if "今年" in text[start : start + OPENING_READ]:  # what is already under way is told as a plan
        state = State("opening", known.plans)
    parts = _Parts(text, start, state, vocabulary, known)
    for mark in found_marks(text, start, vocabulary):
        parts.reach(mark)
    return tuple(unheaded(text, parts.up_to(len(text)), vocabulary, known.plans))


class _Parts:
    """The sections up to a mark, and what the text speaks of from there on.

    `parents` are the headings of each level, `resumed` is what the text returns to after the
    paragraph that an opening sentence turns over, `turned` says whether one has done so since the
    last heading, and `nested` whether 一、 stands below a line.
    """

    def __init__(
        self, text: str, start: int, state: State, vocabulary: Vocabulary, known: Years
    ) -> None:
        self.text, self.vocabulary, self.known = text, vocabulary, known
        self.begin, self.state = start, state
        self.level, self.title = 0, ""
        self.found: list[Section] = []
        self.parents: dict[int, Part] = {}
        self.resumed: State | None = None
        self.nested = self.turned = False

    def reach(self, mark: Mark) -> None:
        """Go on to a mark: what stood before it is a section, unless the mark tells nothing.

        In an appendix only headings do, and those below its own tell nothing else.
        """
        if self.state.kind == APPENDIX and mark.by != "heading":
            return
        if mark.by == "end":
            told, self.resumed = self.resumed, None
        else:
            told = stated(mark, self.vocabulary, self.known, self.state)
        if told is None and mark.by != "heading":
            return
        if mark.at > self.begin:
            self._close(mark.at)
        if told and mark.by == "opener":
            self._open(mark, told)
        elif told and mark.by == "end":
            self.state = told
        else:
            self._head(mark, told)

    def up_to(self, end: int) -> list[Section]:
        """Return all sections, the last up to the end of the text."""
        self._close(end)
        return self.found

    def _close(self, end: int) -> None:
        self.found.append(Section(self.begin, end, self.level, self.title, *self.state))
        self.begin = end

    def _open(self, mark: Mark, told: State) -> None:
        """Turn to what an opening sentence states, for good or to the end of its paragraph.

        For no longer than that where it looks back among plans, or tells of one year under a
        heading that names several.
        """
        above = self._above(9)
        soon = mark.ends_soon
        if above and above.told and not above.open:
            back = above.state.ahead and not told.ahead
            soon = soon or back or DATED.fullmatch(mark.title) is not None
        self.turned = True
        self.resumed = (self.resumed or self.state) if soon else None
        self.state = told

    def _head(self, mark: Mark, told: State | None) -> None:
        """Turn to what a heading speaks of: as it states itself, as the one above, or as before."""
        self.resumed = None
        level = self._level(mark, told)
        beside = self.parents.get(level)
        self.parents = {deep: part for deep, part in self.parents.items() if deep < level}
        above = self._above(level)
        if above and above.told:
            state = self._below(above, mark, told)
            part = Part(state, mark.by, True, above.open)
        else:
            told = told or self._onwards(mark, beside)
            state = told or (above and above.state) or self.state
            opens = len(times(mark.title)) != 1
            part = Part(state, mark.by, told is not None, opens, _then(state, mark, self.known))
            self.turned = False
        self.parents[level] = part
        self.state, self.level, self.title = state, mark.level, mark.title

    def _above(self, level: int) -> Part | None:
        """Return the heading above a level, or None."""
        higher = [deep for deep in self.parents if deep < level]
        return self.parents[max(higher)] if higher else None

    def _level(self, mark: Mark, told: State | None) -> int:
        """Return the level of a heading; a line below 一、 is deeper, so is 一、 below a line."""
        top = self.parents.get(TOP)
        if mark.by == "line":
            self.nested = False
            return TOP + 1 if top and top.by == "heading" and top.told else TOP
        if mark.level == TOP and mark.title.startswith(FIRST):
            self.nested = top is not None and top.by == "line" and top.told
        if mark.level == TOP and told and times(mark.title):
            self.nested = False
        return mark.level + self.nested

    def _below(self, above: Part, mark: Mark, told: State | None) -> State:
        """Return what a sub-heading speaks of: its own years, but never the other direction."""
        if above.state.kind == APPENDIX:
            return above.state
        going = self.state if above.open else above.state
        if above.then and not self.turned:
            going = above.then
        if not told or told.kind == "government" or not times(mark.title):
            return going
        return told if told.ahead == going.ahead else going

    def _onwards(self, mark: Mark, beside: Part | None) -> State | None:
        """Return the plans, where a heading behind the review is a slogan: 二、奋力谱写新篇章."""
        if not beside or not beside.told or beside.state.ahead or not ORDINAL.match(mark.title):
            return None
        slogan = bool(self.vocabulary.cues["slogan"].search(mark.title))
        body = self.text[mark.at + len(mark.title) : mark.at + BODY_READ]
        return (
            State("tasks", self.known.plans) if looks_ahead(body, self.vocabulary, slogan) else None
        )


def _then(state: State, mark: Mark, known: Years) -> State | None:
    """Return the year that a heading of plans names last: “十四五”时期主要任务和2021年|工作安排."""
    year = times(mark.title)[-1]["year"] if state.ahead and times(mark.title) else None
    if not year or known.delivered != int(year) or len(state.years) == 1:
        return None
    return State("tasks", (int(year),))


def _known(
    text: str,
    year: int | None,
    reviews: tuple[int, ...],
    plans: tuple[int, ...],
    start: int,
) -> Years:
    """Return the years of a report: as given, or as its text tells."""
    if plans and not year:
        year = plans[0]
    elif reviews and not year:
        year = reviews[-1] + 1
    year = year or year_told(text)
    if year and not reviews and not plans:
        year = as_delivered(year, text, start)
    return Years(year, reviews or ((year - 1,) if year else ()), plans or ((year,) if year else ()))
