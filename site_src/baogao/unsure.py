"""The figures that a maintainer should look at: those whose reading is not sure.

Those that a person has checked come first where they are read differently by now.
"""

from collections.abc import Iterator
from operator import attrgetter

from baogao.content.content_folder import Content
from baogao.content.reports.figure_fields import differences
from baogao.content.reports.report_files import name_beside
from baogao.reading.edited_reading import edited
from baogao.reading.figures.certainty import GRADES, HIGH, weight
from baogao.reading.report_reading import as_rules_read
from baogao.record_decorator import record
from baogao.records import Mention, Problem, Report, Review

SHOWN = 40  # characters of a label
CHECKED = len(GRADES), 0  # before all grades


@record
class Unsure:
    """A figure whose reading is not sure: how little, and what to say of it."""

    against: tuple[int, int]  # its grade, and what its reasons weigh
    said: Problem


def unsure(content: Content) -> Iterator[Problem]:
    """Yield the figures that are not surely read, the least sure first.

    A figure that has been edited has been looked at, as one has that a review holds for.
    """
    found = (one for report in content.reports for one in _of_report(report, content))
    for one in sorted(found, key=attrgetter("against"), reverse=True):
        yield one.said


def _of_report(report: Report, content: Content) -> Iterator[Unsure]:
    read = edited(as_rules_read(report, content.vocabulary))
    for mention in read.mentions:
        if mention.figure.certainty != HIGH and not mention.reviewed:
            yield _unsure(report, mention)
    there = {(mention.anchor, mention.nth): mention for mention in read.mentions}
    for review in read.voided:
        yield _voided(report, review, there.get((review.anchor, review.nth)))


def _voided(report: Report, review: Review, mention: Mention | None) -> Unsure:
    """Return what to say of a figure that was checked, and is not what was checked."""
    hint = "look at it again, then remove or renew the review"
    if mention is None:
        message = f"checked {review.anchor} is no figure any more"
    else:
        message = f"checked {review.anchor} is read differently now: " + ", ".join(
            f"{name} {_shown(is_)}, not {_shown(was)}"
            for name, was, is_ in differences(mention.figure, review.read)
        )
    path = name_beside(report.path, "reviews")
    return Unsure(CHECKED, Problem(path, review.line, message, hint))


def _shown(value: object) -> str:
    return "nothing" if value in ("", None) else str(value)[:SHOWN]


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
