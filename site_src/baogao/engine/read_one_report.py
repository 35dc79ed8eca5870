"""One report read, with all that is made of it alone.

That is its figures, overrides, editor's notes and terms, and what is wrong with it.
"""

from collections.abc import Iterator
from dataclasses import replace

from baogao.cleaning import fidelity
from baogao.content.reports.figure_edits import stale_edits as edit_problems
from baogao.content.reports.front_matter import key_line
from baogao.content.reports.report_files import name_beside
from baogao.content.vocabulary.glossary import Glossary
from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.corpus.reading_result import ReadingResult
from baogao.reading.edited_reading import added_problems, edited
from baogao.reading.report_reading import as_rules_read
from baogao.records import Note, Problem, Reading, Report

Words = tuple[Vocabulary, Glossary]
ReportAndSource = tuple[Report, str | None]  # the source's text, where the source is listed
NotesAndProblems = tuple[tuple[Note, ...], tuple[Problem, ...]]


def read_report(words: Words, given: ReportAndSource) -> ReadingResult:
    """Read one report. Where it differs from its source, it has no notes, but problems."""
    vocabulary, glossary = words
    report, source = given
    by_rules = as_rules_read(report, vocabulary)
    notes, problems = against_source(report, source)
    return ReadingResult(
        replace(edited(by_rules), notes=notes),
        tuple(glossary.uses(report.text, report.body)),
        (*problems, *override_problems(by_rules, vocabulary)),
    )


def against_source(report: Report, source: str | None) -> NotesAndProblems:
    """Return the editor's notes on a text, or what is wrong with it.

    A text is right where it is its source's but for recorded corrections that apply.
    """
    if source is None:
        return (), (_unknown_source(report),)
    try:
        return fidelity.notes(report, source), ()
    except fidelity.Unfit as unfit:
        path = report.path if unfit.where == "report" else name_beside(report.path, "corrections")
        return (), (Problem(path, unfit.line, unfit.message, unfit.hint),)


def _unknown_source(report: Report) -> Problem:
    return Problem(
        report.path,
        key_line(report, "source"),
        f"unknown source {report.source.file!r}",
        "a file listed in content/sources/sources.yml",
    )


def override_problems(by_rules: Reading, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield edits of single figures that name none which the rules read, or change nothing."""
    report = by_rules.report
    path = name_beside(report.path, "figures")
    for edit in report.edits:
        indicator = dict(edit.fields).get("indicator")
        if indicator and indicator not in vocabulary.indicators:
            yield Problem(
                path,
                edit.line,
                f"unknown indicator {indicator!r}",
                "an id of content/vocabulary/indicators.yml",
            )
    if report.edits:
        yield from edit_problems(path, by_rules.mentions, report.edits)
        yield from added_problems(path, by_rules)


def read_or_raise(report: Report, source: str, vocabulary: Vocabulary) -> Reading:
    """Read one report and apply its edits.

    Raises `fidelity.Unfit` where it differs from its source.
    """
    by_rules = as_rules_read(report, vocabulary)
    return replace(edited(by_rules), notes=fidelity.notes(report, source))
