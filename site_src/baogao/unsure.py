"""The figures that a maintainer should look at: those whose reading is not sure."""

from collections.abc import Iterator
from operator import attrgetter

from baogao.content.content_folder import Content
from baogao.content.figure_edits import apply_edits
from baogao.reading.figures.certainty import GRADES, HIGH, weight
from baogao.reading.report_reading import as_rules_read
from baogao.record_decorator import record
from baogao.records import Mention, Problem, Report

SHOWN = 40  # characters of a label


@record
class Unsure:
    """A figure whose reading is not sure: how little, and what to say of it."""

    against: tuple[int, int]  # its grade, and what its reasons weigh
    said: Problem


def unsure(content: Content) -> Iterator[Problem]:
    """Yield the figures that are not surely read, the least sure first.

    A figure that has been edited has been looked at.
    """
    found = (one for report in content.reports for one in _of_report(report, content))
    for one in sorted(found, key=attrgetter("against"), reverse=True):
        yield one.said


def _of_report(report: Report, content: Content) -> Iterator[Unsure]:
    read = as_rules_read(report, content.vocabulary)
    for mention in apply_edits(read.mentions, report.edits):
        if mention.figure.certainty != HIGH:
            yield _unsure(report, mention)


def _unsure(report: Report, mention: Mention) -> Unsure:
    figure = mention.figure
    why = [reason for reason in mention.reasons if reason.field == "certainty"]
    grade = GRADES.index(figure.certainty)
    label = figure.label[:SHOWN] or "?"
    words = f"{figure.certainty}: {figure.text} {mention.anchor} {label}, {figure.period or '?'}"
    return Unsure(
        (grade, weight(reason.rule for reason in why)),
        Problem(
            report.path,
            report.text.count("\n", 0, figure.start) + 1,
            words.replace("\n", " "),
            "; ".join(" ".join((reason.rule, *reason.words)) for reason in why),
        ),
    )
