"""Single figures corrected by a maintainer: rejected, or with fields set to what a reader sees.

For what rules should not learn. An edit that no longer applies is a mistake in the content.
"""

from collections.abc import Iterator
from dataclasses import replace

from baogao.content.reports.figure_fields import typed
from baogao.content.vocabulary.tone_words import PLAIN
from baogao.records import Edit, Figure, Mention, Problem

GONE = "the sentence changed, or the rules no longer read a figure there: remove or renew the edit"


def apply_edits(mentions: tuple[Mention, ...], edits: tuple[Edit, ...]) -> tuple[Mention, ...]:
    """Return the mentions with the edits applied; those of figures not there do nothing.

    What edits add has no place here: `reading.edited_reading`.
    """
    wanted = {(edit.anchor, edit.nth): edit for edit in edits if not edit.added}
    out = []
    for mention in mentions:
        edit = wanted.get((mention.anchor, mention.nth))
        if edit is None:
            out.append(mention)
        elif not edit.reject:
            out.append(replace(mention, figure=_edited(mention.figure, edit), edited=edit.why))
    return tuple(out)


def _edited(figure: Figure, edit: Edit) -> Figure:
    """Return a figure with its fields set, and without words that say what it is no longer."""
    fields = {name: typed(name, value) for name, value in edit.fields}
    fields["certainty"] = "high"  # somebody has looked at it
    if fields.get("bound", figure.bound) != figure.bound:
        fields["bound_words"] = ""
    if fields.get("status", figure.status) != figure.status:
        fields["tone_words"], fields["tone"] = "", PLAIN if fields["status"] == "target" else ""
    return replace(figure, **fields)


def stale_edits(
    path: str, mentions: tuple[Mention, ...], edits: tuple[Edit, ...]
) -> Iterator[Problem]:
    """Yield the edits that no longer apply to the figures as the rules read them."""
    there = {(mention.anchor, mention.nth): mention for mention in mentions}
    for edit in edits:
        mention = there.get((edit.anchor, edit.nth))
        if edit.added:
            if mention:
                message = f"the rules read a figure {called(edit)} by themselves"
                yield Problem(path, edit.line, message, "remove the edit, or let it set fields")
        elif mention is None:
            yield Problem(path, edit.line, f"no figure {called(edit)}", GONE)
        elif not edit.reject and _says_so_already(mention, edit):
            message = f"the rules read {edit.anchor} so by themselves"
            yield Problem(path, edit.line, message, "remove the edit")


def called(edit: Edit) -> str:
    """Return how messages call the figure of an edit."""
    return edit.anchor + (f", record {edit.nth}" if edit.nth else "")


def _says_so_already(mention: Mention, edit: Edit) -> bool:
    figure = mention.figure
    return all(getattr(figure, name) == typed(name, value) for name, value in edit.fields)
