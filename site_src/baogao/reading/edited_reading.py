"""A reading with what people have written beside the report: edits, missed figures, reviews.

A review holds as long as the figure is read, or was edited, to what the person saw; a reading that
differs voids it. That is no mistake: somebody is to look at the figure again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from baogao.content.reports.figure_edits import apply_edits, called
from baogao.content.reports.figure_fields import DEFAULTS, all_fields, differences, typed
from baogao.reading.figure_places import Places, places
from baogao.reading.review_counts import review_counts
from baogao.records import Checked, Edit, Figure, Mention, Problem, Reading, Review

Key = tuple[str, int]  # an anchor, and which record of the number
RENEW = "the sentence changed: remove or renew the edit"


def edited(by_rules: Reading) -> Reading:
    """Return a reading with the edits and reviews of its report applied."""
    report = by_rules.report
    if not (report.edits or report.figure_reviews):
        return by_rules
    kept = apply_edits(by_rules.mentions, report.edits)
    mentions = sorted((*kept, *_added(by_rules)), key=lambda mention: mention.figure.start)
    reviews = {(review.anchor, review.nth): review for review in report.figure_reviews}
    mentions = [replace(one, reviewed=_holds(one, reviews.get(_key(one)))) for one in mentions]
    checked = tuple(_checked(by_rules, mentions))
    return replace(
        by_rules,
        mentions=tuple(mentions),
        checked=checked,
        review_counts=review_counts(by_rules.mentions, checked),
        rejected=tuple(dict.fromkeys(_rejected(by_rules, mentions))),
        voided=tuple(_voided(by_rules, mentions, reviews)),
    )


def added_problems(path: str, by_rules: Reading) -> Iterator[Problem]:
    """Yield the missed figures that edits add to what is not there."""
    edits = by_rules.report.edits
    there = _places(by_rules) if any(edit.added for edit in edits) else None
    for edit in edits:
        if there and edit.added and there.words_at(edit.anchor, edit.added) is None:
            message = f"no number {called(edit)} in the words {edit.added!r}"
            yield Problem(path, edit.line, message, RENEW)


def _places(reading: Reading) -> Places:
    return places(reading.report, reading.blocks)


def _added(by_rules: Reading) -> Iterator[Mention]:
    """Yield the figures that the rules have missed, each in its place."""
    edits = [edit for edit in by_rules.report.edits if edit.added]
    if not edits:
        return
    there, by_anchor = _places(by_rules), {_key(mention) for mention in by_rules.mentions}
    for edit in edits:
        start = there.words_at(edit.anchor, edit.added)
        if start is not None and (edit.anchor, edit.nth) not in by_anchor:
            mention = there.mention(_figure(edit, start), edit.nth)
            yield replace(mention, edited=edit.why)


def _figure(edit: Edit, start: int) -> Figure:
    fields: dict[str, Any] = dict(DEFAULTS)
    fields |= {name: typed(name, value) for name, value in edit.fields}
    return Figure(start, start + len(edit.added), edit.added, **fields)


def _rejected(by_rules: Reading, mentions: list[Mention]) -> Iterator[tuple[str, str]]:
    """Yield the anchors that no figure has any more, each with the anchor of its paragraph."""
    there = {mention.anchor for mention in mentions}
    for mention in by_rules.mentions:
        if mention.anchor not in there:
            yield mention.anchor, by_rules.blocks[mention.block].anchor


def _checked(by_rules: Reading, mentions: list[Mention]) -> Iterator[Checked]:
    """Yield what a person has seen to: the figures that were rejected, and those of reviews."""
    read = {_key(mention): mention.figure for mention in by_rules.mentions}
    for edit in by_rules.report.edits:
        figure = read.get((edit.anchor, edit.nth))
        if edit.reject and figure:
            yield Checked(edit.anchor, edit.nth, "rejected", figure.certainty)
    for mention in mentions:
        if mention.reviewed:
            yield _outcome(mention, read.get(_key(mention)))


def _outcome(mention: Mention, read: Figure | None) -> Checked:
    if read is None:
        return Checked(mention.anchor, mention.nth, "added", "")
    before, now = all_fields(read), all_fields(mention.figure)
    wrong = tuple(name for name in before if before[name] != now[name])
    outcome = "mended" if wrong else "right"
    return Checked(mention.anchor, mention.nth, outcome, read.certainty, wrong)


def _voided(
    by_rules: Reading, mentions: list[Mention], reviews: Mapping[Key, Review]
) -> Iterator[Review]:
    """Yield the reviews that hold no longer; one of a figure that is rejected says nothing."""
    settled = {_key(mention) for mention in mentions if mention.reviewed}
    settled |= {(edit.anchor, edit.nth) for edit in by_rules.report.edits if edit.reject}
    yield from (review for key, review in reviews.items() if key not in settled)


def _holds(mention: Mention, review: Review | None) -> bool:
    return review is not None and not differences(mention.figure, review.read)


def _key(mention: Mention) -> Key:
    return mention.anchor, mention.nth
