"""Sections: a report's parts, what each of them speaks of, and the years its figures are about."""
import re
from collections import Counter
from typing import NamedTuple

from baogao.reading.normalise import normalise
from baogao.records import Section
from baogao.reading.section_fallback import unheaded
from baogao.content.vocabulary import PLAN, Vocabulary, five_years

HANZI = "一二三四五六七八九十"
NUMERALS = {numeral: count for count, numeral in enumerate(HANZI, 1)}
FIVE_YEARS = re.compile(PLAN)
SINCE = re.compile(r"(20\d\d)年以来")
COUNTED = re.compile(r"([三四五六])年")
TERM = 5  # years of a government: 五年来 opens a part, 四年来 only its paragraph
HEADING = re.compile(r"(?P<marks>#(?<=^#)#{0,3}) +(?P<title>[^\n]+)$", re.M)
# In a scraped text a heading runs into what follows; its number after the end of a sentence tells it. (The
# numeral stands in front of what must precede it: so it is found quickly.)
RUN_IN = re.compile(rf"(?P<title>[{HANZI}(](?:(?<=^.)|(?<=[。!?\n ”].))(?:(?<!\()[{HANZI}]{{0,2}}(?P<first>、)|(?<=\()[{HANZI}]{{1,3}}\))[^\n。]{{2,48}})", re.M)
# On a newspaper's page a short line of its own opens a part.
LINE = re.compile(r"\n *(?P<title>[^\n。;,#( ][^\n。;,、][^\n。;,]{1,22}) *(?=\n|\Z)")
YEAR = re.compile(r"(20\d\d|19[89]\d)(?: ?年)?")
TITLE_YEAR = 12  # a year further on is no part of what a heading announces
DELIVERED = (re.compile(r"(20\d\d)年\d{1,2}月\d{1,2}日,?在[^。\n]{2,40}(?:会议|大会)"),
             re.compile(r"(20\d\d)年[^\n。]{0,12}政府工作报告"))
REVIEWED = re.compile(r"一、[^。\n]{0,6}?(20\d\d)年[^。\n]{0,12}(?:回顾|主要工作|工作总结|工作情况)")
PLANNED = re.compile(r"(20\d\d)年[^。\n]{0,8}(?:目标任务|重点任务|主要任务|重点工作|工作安排|民生实事|主要预期目标|主要目标)")
TOLD_WITHIN = 200_000
# A report of the year's last months looks back on that year.
LATE = re.compile(r"(20\d\d)年1[12]月\d{1,2}日,?在[^。]{2,40}(?:会议|大会)")
LATE_WITHIN = 600
AHEAD = frozenset(("tasks", "outlook", "government"))


class Years(NamedTuple):
    """The first year ahead, mostly that of delivery (None: unknown), and the years looked back on and ahead to."""
    delivered: int | None
    reviews: tuple[int, ...]
    plans: tuple[int, ...]


class Mark(NamedTuple):
    """Where a part begins: `by` heading, line (a newspaper's) or opener (a sentence); or where an opener's paragraph ends."""
    at: int
    level: int
    title: str
    by: str


class State(NamedTuple):
    """What a part speaks of, and the years it is about."""
    kind: str
    years: tuple[int, ...]


def sections(text: str, vocabulary: Vocabulary, *, year: int | None = None, start: int = 0,
             reviews: tuple[int, ...] = (), plans: tuple[int, ...] = ()) -> tuple[Section, ...]:
    """Return the sections of a report from `start` on, in order and without gaps.

    Works on a cleaned report (`##` headings) and on a scraped one, where headings run into the text. The
    year of delivery is that of the plans, or inferred. A sentence that turns to another year (`2020年是…`)
    begins a section that has the title of the one it stands in.
    """
    text = normalise(text, vocabulary.traditional)
    known = _known(text, year, reviews, plans, start)
    found: list[Section] = []
    parents: dict[int, State] = {}
    state = State("opening", _years_of("opening", "", known))
    if "今年" in text[start:start + 400]:  # no opening speaks of last year's epidemic as 今年
        state = State("opening", known.plans)
    begin, level, title, resumed = start, 0, "", None
    for mark in _marks(text, start, vocabulary):
        stated = resumed if mark.by == "end" else _stated(mark, vocabulary, known, state)
        if stated is None and mark.by != "heading":
            continue
        resumed = state if mark.by == "opener" and _ends_soon(mark) else None
        if mark.at > begin:
            found.append(Section(begin, mark.at, level, title, *state))
        begin = mark.at
        if mark.by in ("opener", "end"):
            state = stated
            continue
        parents = {deep: parent for deep, parent in parents.items() if deep < mark.level}
        parent = parents[max(parents)] if parents else None
        within = parent and stated and stated.kind == "government"  # 政府自身建设 within a review looks back
        state = parents[mark.level] = parent if within else stated or parent or state
        level, title = mark.level, mark.title
    found.append(Section(begin, len(text), level, title, *state))
    return tuple(unheaded(text, found, vocabulary, known.plans))


def _known(text: str, year: int | None, reviews: tuple[int, ...], plans: tuple[int, ...], start: int) -> Years:
    year = year or (plans[0] if plans else reviews[-1] + 1 if reviews else _year_told(text[:TOLD_WITHIN]))
    late = LATE.search(text, start, start + LATE_WITHIN) if year and not reviews and not plans else None
    if late and int(late[1]) == year:
        year += 1
    return Years(year, reviews or ((year - 1,) if year else ()), plans or ((year,) if year else ()))


def _marks(text: str, start: int, vocabulary: Vocabulary) -> list[Mark]:
    """Return where parts begin, in order; a heading before what else begins there."""
    led = "\n" + text  # a line and an opener stand behind the end of another
    found = [Mark(m.start(), len(m["marks"]), m["title"].strip(), "heading") for m in HEADING.finditer(text, start)]
    if not found:
        found = [Mark(m.start("title"), 2 if m["first"] else 3, m["title"], "heading") for m in RUN_IN.finditer(text, start)]
        found += [Mark(m.start("title") - 1, 2, m["title"].strip(), "line") for m in LINE.finditer(led, start)]
    for _, opener in vocabulary.openers:
        found += [Mark(m.start("opener") - 1, 4, m["opener"], "opener") for m in opener.finditer(led, start)]
    found += [Mark(text.find("\n", mark.at) % (len(text) + 1), 4, "", "end") for mark in found if _ends_soon(mark)]
    return sorted(found, key=lambda mark: (mark.at, mark.by))


def _stated(mark: Mark, vocabulary: Vocabulary, known: Years, before: State) -> State | None:
    """Return what a title or an opening sentence states, or None."""
    patterns = vocabulary.openers if mark.by == "opener" else vocabulary.sections
    kind = next((kind for kind, pattern in patterns if _says(pattern, mark)), None)
    stated = [int(year) for year in YEAR.findall(mark.title[:TITLE_YEAR])]
    if kind == "government":
        return State(kind, known.plans if before.kind in AHEAD else known.reviews)
    if stated and kind != "outlook" and (kind or mark.by == "heading"):
        ahead = known.delivered is not None and stated[-1] >= known.delivered
        since = SINCE.search(mark.title)  # 一、2008年以来的工作回顾
        years = tuple(range(int(since[1]), known.delivered)) if since and known.delivered and not ahead else tuple(stated[-1:])
        return State("tasks" if ahead else "review" if known.delivered else kind or "review", years)
    if kind is None:
        return None
    years = _years_of(kind, mark.title, known)
    if kind == "review" and known.delivered and years[-1:] >= (known.delivered,):  # “十四五”时期是…
        kind = "outlook"
    return State(kind, years)


def _ends_soon(mark: Mark) -> bool:
    """Whether an opener speaks of some years only, and so of no more than its paragraph: 四年来."""
    counted = COUNTED.search(mark.title) if mark.by == "opener" else None
    return counted is not None and NUMERALS[counted[1]] != TERM


def _says(pattern: re.Pattern, mark: Mark) -> bool:
    return bool(pattern.search("\n" + mark.title if mark.by == "opener" else mark.title[:40]))


def _years_of(kind: str, title: str, known: Years) -> tuple[int, ...]:
    if plan := FIVE_YEARS.search(title):
        return five_years(plan[0])
    if known.delivered is None:
        return ()
    counted = COUNTED.search(title)
    length = NUMERALS[counted[1]] if counted else 0
    if kind in ("review", "opening"):
        return tuple(range(known.delivered - length, known.delivered)) if length else known.reviews[-1:]
    if kind == "outlook" and length:
        return tuple(range(known.delivered, known.delivered + length))
    return known.plans


def year_delivered(text: str, traditional: tuple[tuple[str, str], ...] = (), start: int = 0) -> int | None:
    """Return the year in which a report was delivered, as far as its text tells from `start` on."""
    return _year_told(normalise(text, traditional)[start:start + TOLD_WITHIN])


def _year_told(text: str) -> int | None:
    for pattern, reach, later in ((DELIVERED[0], 3000, 0), (DELIVERED[1], 3000, 0), (REVIEWED, 20_000, 1), (PLANNED, TOLD_WITHIN, 0)):
        if found := pattern.search(text, 0, reach):
            return int(found[1]) + later
    years = Counter(int(year) for year in re.findall(r"(20\d\d)年", text))
    return years.most_common(1)[0][0] + 1 if years else None
