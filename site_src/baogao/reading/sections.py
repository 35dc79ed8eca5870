"""Sections: a report's parts, what each of them speaks of, and the years its figures are about.

`section_marks` finds where parts begin; here each mark is given what it speaks of. Where neither
headings nor opening sentences tell, `section_fallback` looks at the words of each paragraph.
"""

import re
from typing import NamedTuple

from baogao.content.vocabulary import PLAN, Vocabulary, five_years
from baogao.reading.delivery_year import as_delivered, year_told
from baogao.reading.normalise import normalise
from baogao.reading.section_fallback import unheaded
from baogao.reading.section_marks import Mark, found_marks, named_years
from baogao.records import Section

FIVE_YEARS = re.compile(PLAN)
SINCE = re.compile(r"(20\d\d)年以来")
YEAR = re.compile(r"(20\d\d|19[89]\d)(?: ?年)?")
TITLE_YEAR = 12  # a year further on is no part of what a heading announces
TITLE_READ = 40
AHEAD = frozenset(("tasks", "outlook", "government"))
OPENING_READ = 400


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
    state = State("opening", _years_of("opening", "", known))
    if "今年" in text[start : start + OPENING_READ]:  # what is already under way is told as a plan
        state = State("opening", known.plans)
    parts = _Parts(start, state, vocabulary, known)
    for mark in found_marks(text, start, vocabulary):
        parts.reach(mark)
    return tuple(unheaded(text, parts.up_to(len(text)), vocabulary, known.plans))


class _Parts:
    """The sections up to a mark, and what the text speaks of from there on.

    `parents` is what the headings of each level speak of, `resumed` what the text returns to after
    the paragraph that an opening sentence turns over.
    """

    def __init__(self, start: int, state: State, vocabulary: Vocabulary, known: Years):
        self.vocabulary, self.known = vocabulary, known
        self.begin, self.state = start, state
        self.level, self.title = 0, ""
        self.found: list[Section] = []
        self.parents: dict[int, State] = {}
        self.resumed: State | None = None

    def reach(self, mark: Mark) -> None:
        """Go on to a mark: what stood before it is a section, unless the mark tells nothing."""
        stated = (
            self.resumed
            if mark.by == "end"
            else _stated(mark, self.vocabulary, self.known, self.state)
        )
        if stated is None and mark.by != "heading":
            return
        self.resumed = self.state if mark.by == "opener" and mark.ends_soon else None
        if mark.at > self.begin:
            self._close(mark.at)
        if mark.by in ("opener", "end"):
            self.state = stated or self.state
        else:
            self._head(mark, stated)

    def up_to(self, end: int) -> list[Section]:
        """Return all sections, the last up to the end of the text."""
        self._close(end)
        return self.found

    def _close(self, end: int) -> None:
        self.found.append(Section(self.begin, end, self.level, self.title, *self.state))
        self.begin = end

    def _head(self, mark: Mark, stated: State | None) -> None:
        """Turn to what a heading states, or else to what the heading above it speaks of."""
        self.parents = {level: of for level, of in self.parents.items() if level < mark.level}
        above = self.parents[max(self.parents)] if self.parents else None
        if above and stated and stated.kind == "government":
            stated = above  # 政府自身建设 within a review looks back
        self.state = self.parents[mark.level] = stated or above or self.state
        self.level, self.title = mark.level, mark.title


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


def _stated(mark: Mark, vocabulary: Vocabulary, known: Years, before: State) -> State | None:
    """Return what a title or an opening sentence states, or None."""
    kind = _kind_of(mark, vocabulary)
    if kind == "government":
        return State(kind, known.plans if before.kind in AHEAD else known.reviews)
    if kind != "outlook" and (kind or mark.by == "heading"):
        stated = [int(year) for year in YEAR.findall(mark.title[:TITLE_YEAR])]
        if stated:
            return _of_year(stated[-1], kind, mark.title, known)
    if kind is None:
        return None
    years = _years_of(kind, mark.title, known)
    if kind == "review" and known.delivered and years[-1:] >= (known.delivered,):
        kind = "outlook"  # “十四五”时期是…
    return State(kind, years)


def _kind_of(mark: Mark, vocabulary: Vocabulary) -> str | None:
    """Return the kind of section that the words of a mark tell (of sections.yml), or None."""
    opens = mark.by == "opener"
    words = f"\n{mark.title}" if opens else mark.title[:TITLE_READ]
    patterns = vocabulary.openers if opens else vocabulary.sections
    return next((kind for kind, pattern in patterns if pattern.search(words)), None)


def _of_year(stated: int, kind: str | None, title: str, known: Years) -> State:
    """Return what a title speaks of that names a year: 2020年工作回顾, 2008年以来的工作."""
    delivered = known.delivered
    if delivered is None:
        return State(kind or "review", (stated,))
    if stated >= delivered:
        return State("tasks", (stated,))
    if since := SINCE.search(title):
        return State("review", tuple(range(int(since[1]), delivered)))
    return State("review", (stated,))


def _years_of(kind: str, title: str, known: Years) -> tuple[int, ...]:
    """Return the years of a part of some kind, as far as its title and the report tell."""
    if plan := FIVE_YEARS.search(title):
        return five_years(plan[0])
    if known.delivered is None:
        return ()
    length = named_years(title)
    if kind in ("review", "opening"):
        back = tuple(range(known.delivered - length, known.delivered))
        return back if length else known.reviews[-1:]
    if kind == "outlook" and length:
        return tuple(range(known.delivered, known.delivered + length))
    return known.plans
