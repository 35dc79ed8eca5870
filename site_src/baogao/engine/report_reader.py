"""One report read, with all that is made of it alone: figures, overrides, editor's notes, terms, what is wrong."""

from collections.abc import Iterator
from dataclasses import replace

from baogao.cleaning import fidelity
from baogao.content.figure_overrides import apply_edits, stale_edits
from baogao.content.front_matter import key_line
from baogao.content.glossary import Glossary
from baogao.content.vocabulary import Vocabulary
from baogao.corpus.read_report import Read
from baogao.reading.report_reading import as_rules_read
from baogao.records import Mention, Note, Problem, Reading, Report

Words = tuple[Vocabulary, Glossary]
Given = tuple[Report, str]  # a report and its source


def read(words: Words, given: Given) -> Read:
    """Read one report. Where it differs from its source, it has no notes, but problems."""
    (vocabulary, glossary), (report, source) = words, given
    by_rules = as_rules_read(report, vocabulary)
    notes, problems = against_source(report, source)
    return Read(
        replace(by_rules, mentions=apply_edits(by_rules.mentions, report.edits), notes=notes),
        tuple(glossary.uses(report.text, report.body)),
        (*problems, *override_problems(report, by_rules.mentions, vocabulary)),
    )


def against_source(
    report: Report, source: str | None
) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """Return the editor's notes on a text that is its source's but for recorded corrections that apply, else what is wrong."""
    if source is None:
        return (), (
            Problem(
                report.path,
                key_line(report, "source"),
                f"unknown source {report.source.file!r}",
                "a file listed in content/sources/sources.yml",
            ),
        )
    try:
        return fidelity.notes(report, source), ()
    except fidelity.Unfit as unfit:
        path = (
            report.path
            if unfit.where == "report"
            else report.path.replace("/reports/", "/corrections/")[:-3] + ".yml"
        )
        return (), (Problem(path, unfit.line, unfit.message, unfit.hint),)


def override_problems(
    report: Report, by_rules: tuple[Mention, ...], vocabulary: Vocabulary
) -> Iterator[Problem]:
    """Yield edits of single figures that name none which the rules read, or change nothing."""
    path = report.path.replace("/reports/", "/figures/")[:-3] + ".yml"
    unknown = [
        edit
        for edit in report.edits
        if (known := dict(edit.fields).get("indicator")) and known not in vocabulary.indicators
    ]
    for edit in unknown:
        yield Problem(
            path,
            edit.line,
            f"unknown indicator {dict(edit.fields)['indicator']!r}",
            "an id of content/vocabulary/indicators.yml",
        )
    if report.edits:
        yield from stale_edits(path, by_rules, report.edits)


def reading(report: Report, source: str, vocabulary: Vocabulary) -> Reading:
    """Read one report and apply its edits; raise `fidelity.Unfit` where it differs from its source."""
    by_rules = as_rules_read(report, vocabulary)
    return replace(
        by_rules,
        mentions=apply_edits(by_rules.mentions, report.edits),
        notes=fidelity.notes(report, source),
    )
