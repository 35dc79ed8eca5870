"""What is wrong with the content: every mistake at once, as problems with path, line and hint."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from baogao.content.content_folder import Content
from baogao.content.limits import LONGEST_LINE, LONGEST_TITLE, MOST_HEADINGS
from baogao.content.reports.front_matter import key_line
from baogao.content.vocabulary import areas
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.engine.read_one_report import against_source, override_problems
from baogao.reading.report_reading import as_rules_read
from baogao.records import Problem, Report

HEADING = re.compile(r"^(#+)( ?)(.*)$")
SHOWN_TERMS = 5  # that no report uses, in the remark about them
SHOWN_HEADING = 20  # characters of a heading that is none
LEVELS = (2, 3, 4)  # of headings


def problems(content: Content) -> Iterator[Problem]:
    """Yield all mistakes of the content: those of reading it, and those of what was read."""
    yield from of_content(content)
    if content.unfit:
        return
    for report in content.reports:
        yield from against_source(report, content.source_texts.get(report.source.file))[1]
        if report.edits:
            by_rules = as_rules_read(report, content.vocabulary)
            yield from override_problems(by_rules, content.vocabulary)


def of_content(content: Content) -> Iterator[Problem]:
    """Yield the mistakes that show before a report is read and held against its source.

    Of content of another format that is the only one.
    """
    if content.unfit:
        yield content.unfit
        return
    yield from content.problems
    yield from _twice(content)
    for report in content.reports:
        yield from of_report(report, content.vocabulary)
    yield from _beside_no_report(content)


def of_report(report: Report, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield the mistakes that a report shows by itself, before it is read."""
    yield from _place(report)
    yield from _area(report, vocabulary)
    yield from _years(report)
    yield from _lines(report)


def remarks(content: Content) -> Iterator[Problem]:
    """Yield what is no mistake and stops no build, but worth a look: terms that no report uses.

    Where something could not be read there is nothing to say: a report that is left out uses none.
    """
    if content.unfit or content.problems:
        return
    glossary = content.glossary
    used = {
        use.term for report in content.reports for use in glossary.uses(report.text, report.body)
    }
    unused = [term for term in glossary.terms if term.is_own and term not in used]
    if unused:
        names = "、".join(term.term for term in unused[:SHOWN_TERMS])
        count = len(unused) - SHOWN_TERMS
        more = f" and {count} more" if count > 0 else ""
        yield Problem(
            f"{content.shown}/vocabulary/glossary.yml",
            unused[0].line,
            f"no report uses {names}{more}",
            "mend the spelling, or take it out",
        )


def _twice(content: Content) -> Iterator[Problem]:
    """Two reports for one area and year."""
    seen: dict[str, Report] = {}
    for report in content.reports:
        first = seen.setdefault(report.id, report)
        if first is not report:
            message = f"a second report for {report.area} and {report.year}"
            hint = f"the first is {first.path}; an area has one report a year"
            yield _problem(report, "year", message, hint)


def _place(report: Report) -> Iterator[Problem]:
    """The file's name says area and year."""
    path = PurePosixPath(report.path)
    if (path.parent.name, path.stem) != (report.area, str(report.year)):
        message = f"the file holds {report.id}, its name says {path.parent.name}/{path.stem}"
        yield _problem(report, "area", message, f"move it to content/reports/{report.id}.md")


def _area(report: Report, vocabulary: Vocabulary) -> Iterator[Problem]:
    """The area is one of GB/T 2260, with its name and level."""
    code, year = report.area, report.year
    holders = vocabulary.areas_with(code)
    then = [area for area in holders if area.holds_in(year)]
    if not holders:
        message = f"unknown area code {code!r}"
        hint = f"six digits of GB/T 2260, listed in content/vocabulary/areas.csv; {areas.OWN_HINT}"
        yield _problem(report, "area", message, hint)
    elif not then:
        yield _problem(report, "area", *areas.not_in(holders[-1], year, vocabulary.all_areas()))
    elif (report.area_name, report.area_level) not in [(area.name, area.level) for area in then]:
        area = then[-1]
        stated = f"{report.area_name}, {report.area_level}"
        message = f"{code} is {area.name}, {area.level}, not {stated}"
        hint = "take name and level from content/vocabulary/areas.csv"
        yield _problem(report, "area", message, hint)


def _years(report: Report) -> Iterator[Problem]:
    """The years fit together.

    Those reviewed lie before delivery, those planned from it on, and the date in its year.
    """
    if not report.reviews or min(report.reviews) >= report.year:
        message = f"reviews {list(report.reviews)} in a report of {report.year}"
        hint = "the years looked back on, before the year of delivery"
        yield _problem(report, "reviews", message, hint)
    if not report.plans or max(report.plans) < report.year:
        message = f"plans {list(report.plans)} in a report of {report.year}"
        hint = "the years planned, from the year of delivery on"
        yield _problem(report, "plans", message, hint)
    if report.date and not report.date.startswith(f"{report.year}-"):
        message = f"delivered on {report.date}, but the year is {report.year}"
        yield _problem(report, "date", message, "year is the year of delivery")


def _problem(report: Report, key: str, message: str, hint: str) -> Problem:
    """Return a problem at a key of a report's front matter."""
    return Problem(report.path, key_line(report, key), message, hint)


def _lines(report: Report) -> Iterator[Problem]:
    """Lines are headings of level 2 to 4, nested without a gap, or paragraphs that can be read."""
    first = report.text.count("\n", 0, report.body) + 1
    lines = list(enumerate(report.text[report.body :].split("\n"), first))
    yield from _long_lines(report, lines)
    yield from _headings(report, lines)


def _long_lines(report: Report, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    for number, line in lines:
        if len(line) > LONGEST_LINE:
            message = f"a line of {len(line)} characters, more than {LONGEST_LINE}"
            hint = "break it into paragraphs where the text turns to something else"
            yield Problem(report.path, number, message, hint)


def _headings(report: Report, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    level, count = 1, 0
    for number, line in lines:
        heading = HEADING.match(line)
        if not heading:
            continue
        count += 1
        if count > MOST_HEADINGS:
            hint = "a report has some dozens; mark paragraphs as such"
            yield Problem(report.path, number, f"more than {MOST_HEADINGS} headings", hint)
            return
        yield from _heading(report.path, number, heading, level)
        if _is_heading(heading):
            level = len(heading[1])


def _heading(path: str, number: int, heading: re.Match[str], level: int) -> Iterator[Problem]:
    """Yield what is wrong with a heading that stands below one of a level."""
    depth, title = len(heading[1]), heading[3]
    if len(title) > LONGEST_TITLE:
        message = f"a heading of {len(title)} characters, more than {LONGEST_TITLE}"
        yield Problem(path, number, message, "begin a paragraph where its title ends")
    if not _is_heading(heading):
        message = f"not a heading: {heading[0][:SHOWN_HEADING]!r}"
        yield Problem(path, number, message, "## to ####, a blank, and the title")
    elif depth > level + 1:
        message = f"heading of level {depth} under one of level {level}"
        yield Problem(path, number, message, f"use {'#' * (level + 1)}")


def _is_heading(heading: re.Match[str]) -> bool:
    marks, blank, title = heading.groups()
    return len(marks) in LEVELS and bool(blank) and bool(title.strip())


def _beside_no_report(content: Content) -> Iterator[Problem]:
    """Corrections, edits and reviews belong to a report that is there."""
    places = {_place_of(report.path) for report in content.reports}
    for path in content.beside:
        if _place_of(path) not in places:
            message = "belongs to no report that can be read"
            yield Problem(path, 1, message, "it is called as its report: <area code>/<year>.yml")


def _place_of(path: str) -> str:
    """Return the area and year of a file: `content/figures/330200/2020.yml` is of 330200/2020."""
    return "/".join(PurePosixPath(path).with_suffix("").parts[-2:])
