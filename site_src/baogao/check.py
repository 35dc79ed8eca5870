"""What is wrong with the content: every mistake at once, as problems with path, line and hint."""
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from baogao.content.content_folder import Content
from baogao.content.front_matter import key_line
from baogao.content.limits import LONGEST_LINE, LONGEST_TITLE, MOST_HEADINGS
from baogao.engine.report_reader import against_source, override_problems
from baogao.reading.report_reading import as_rules_read
from baogao.records import Problem, Report

HEADING = re.compile(r"^(#+)( ?)(.*)$")


def problems(content: Content) -> Iterator[Problem]:
    """Yield all mistakes of the content: those of reading it, and those of what was read."""
    yield from of_content(content)
    for report in content.reports if not content.unfit else ():
        yield from against_source(report, content.source_texts.get(report.source.file))[1]
        yield from override_problems(report, as_rules_read(report, content.vocabulary).mentions if report.edits else (), content.vocabulary)


def of_content(content: Content) -> Iterator[Problem]:
    """Yield the mistakes that show before a report is read and held against its source; another format alone."""
    if content.unfit:
        yield content.unfit
        return
    yield from content.problems
    yield from _twice(content)
    for report in content.reports:
        for check in (_place, _area, _years, _lines):
            yield from check(report, content)
    yield from _beside_no_report(content)


def remarks(content: Content) -> Iterator[Problem]:
    """Yield what is no mistake and stops no build, but worth a look: terms that no report uses."""
    if content.unfit:
        return
    used = {use.term for report in content.reports for use in content.glossary.uses(report.text, report.body)}
    unused = [term for term in content.glossary.terms if term not in used]
    if unused:
        more = f" and {len(unused) - 5} more" if len(unused) > 5 else ""
        yield Problem("content/vocabulary/glossary.yml", unused[0].line,
                      f"no report uses {'、'.join(term.term for term in unused[:5])}{more}", "mend the spelling, or take it out")


def _twice(content: Content) -> Iterator[Problem]:
    """Two reports for one area and year."""
    seen: dict[str, Report] = {}
    for report in content.reports:
        first = seen.setdefault(report.id, report)
        if first is not report:
            yield Problem(report.path, key_line(report, "year"), f"a second report for {report.area} and {report.year}",
                          f"the first is {first.path}; an area has one report a year")


def _place(report: Report, content: Content) -> Iterator[Problem]:
    """The file's name says area and year."""
    path = PurePosixPath(report.path)
    if (path.parent.name, path.stem) != (report.area, str(report.year)):
        yield Problem(report.path, key_line(report, "area"), f"the file holds {report.id}, its name says "
                      f"{path.parent.name}/{path.stem}", f"move it to content/reports/{report.id}.md")


def _area(report: Report, content: Content) -> Iterator[Problem]:
    """The area is one of GB/T 2260, with its name and level."""
    area = content.vocabulary.areas.get(report.area)
    line = key_line(report, "area")
    if area is None:
        yield Problem(report.path, line, f"unknown area code {report.area!r}",
                      "six digits of GB/T 2260, listed in content/vocabulary/areas.csv")
    elif (area.name, area.level) != (report.area_name, report.area_level):
        yield Problem(report.path, line, f"{report.area} is {area.name}, {area.level}, "
                      f"not {report.area_name}, {report.area_level}", "take name and level from content/vocabulary/areas.csv")


def _years(report: Report, content: Content) -> Iterator[Problem]:
    """The years fit together: reviewed before delivery, planned from it on, the date in the year."""
    if not report.reviews or min(report.reviews) >= report.year:
        yield Problem(report.path, key_line(report, "reviews"), f"reviews {list(report.reviews)} in a report of {report.year}",
                      "the years looked back on, before the year of delivery")
    if not report.plans or max(report.plans) < report.year:
        yield Problem(report.path, key_line(report, "plans"), f"plans {list(report.plans)} in a report of {report.year}",
                      "the years planned, from the year of delivery on")
    if report.date and not report.date.startswith(f"{report.year}-"):
        yield Problem(report.path, key_line(report, "date"), f"delivered on {report.date}, but the year is {report.year}",
                      "year is the year of delivery")


def _lines(report: Report, content: Content) -> Iterator[Problem]:
    """Lines are headings of level 2 to 4, nested without a gap, or paragraphs of readable length."""
    level, headings = 1, 0
    first = report.text.count("\n", 0, report.body) + 1
    for number, line in enumerate(report.text[report.body:].split("\n"), first):
        if len(line) > LONGEST_LINE:
            yield Problem(report.path, number, f"a line of {len(line)} characters, more than {LONGEST_LINE}",
                          "break it into paragraphs where the text turns to something else")
        heading = HEADING.match(line)
        if not heading:
            continue
        headings += 1
        if headings > MOST_HEADINGS:
            yield Problem(report.path, number, f"more than {MOST_HEADINGS} headings", "a report has some dozens; mark paragraphs as such")
            return
        depth = len(heading[1])
        if len(heading[3]) > LONGEST_TITLE:
            yield Problem(report.path, number, f"a heading of {len(heading[3])} characters, more than {LONGEST_TITLE}", "begin a paragraph where its title ends")
        if not 2 <= depth <= 4 or not heading[2] or not heading[3].strip():
            yield Problem(report.path, number, f"not a heading: {line[:20]!r}", "## to ####, a blank, and the title")
        elif depth > level + 1:
            yield Problem(report.path, number, f"heading of level {depth} under one of level {level}",
                          f"use {'#' * (level + 1)}")
            level = depth
        else:
            level = depth


def _beside_no_report(content: Content) -> Iterator[Problem]:
    """Corrections and edits belong to a report that is there."""
    for path in content.beside:
        if path.split("/", 2)[2][:-4] not in {report.path.split("/", 2)[2][:-3] for report in content.reports}:
            yield Problem(path, 1, "belongs to no report that can be read", "it is called as its report: <area code>/<year>.yml")
