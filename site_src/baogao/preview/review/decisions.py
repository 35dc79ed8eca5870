"""What a decision on figures makes of the rows beside a report.

A correction stands in `content/figures/`, what was checked in `content/reviews/`: one row a figure
in each, in the order of the text.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from baogao.content.files.invisible_characters import UNSEEN
from baogao.content.reports.figure_fields import (
    DEFAULTS,
    FIELDS,
    all_fields,
    field_problem,
    stated,
    typed,
    written,
)
from baogao.content.yaml.yaml_entries import Entry
from baogao.preview.review.asked import FIGURES, Refused
from baogao.preview.review.figure_json import Known, figure_id, known_figures
from baogao.preview.review.rows import Rows
from baogao.preview.review.seen import Seen
from baogao.preview.review.set_reason import set_reason
from baogao.reading.proposed_figure import proposed
from baogao.records import Figure

Told = dict[str, Any]


class Decisions:
    """What is to become of some figures of a report; `words` are those of the interface."""

    def __init__(self, seen: Seen, words: dict[str, Any]):
        self._seen, self._words = seen, words
        self._known = known_figures(seen)
        self._rows = Rows(seen)

    def texts(self, told: Told) -> dict[str, str | None]:
        """Return the files that an action changes, as they are to be; raise `Refused`."""
        if told["action"] == "add":
            self._add(told)
        else:
            decide = getattr(self, f"_{told['action']}")
            for one in told[FIGURES]:
                decide(one["id"], self._known[one["id"]], told)
        return self._rows.texts

    def _right(self, id: str, known: Known, told: Told) -> None:
        if known.now is None:
            self._rows.edit(known.mention, None)
        self._review(known, known.mention.figure)

    def _reject(self, id: str, known: Known, told: Told) -> None:
        row = {"reject": True, "why": self._why(told, "reject")} if known.rules else None
        self._rows.edit(known.mention, row)
        self._rows.review(known.mention, None)

    def _reopen(self, id: str, known: Known, told: Told) -> None:
        self._rows.edit(known.mention, None)
        self._rows.review(known.mention, None)

    def _wrong(self, id: str, known: Known, told: Told) -> None:
        figure = _with_fields(known.mention.figure, told["set"])
        self._require_indicator(figure)
        row: Entry | None
        if known.rules is None:
            row = _added_row(figure)
        else:
            before, now = all_fields(known.rules.figure), all_fields(figure)
            wrong = {name: now[name] for name in FIELDS if now[name] != before[name]}
            row = {"set": written(wrong.items())} if wrong else None
        if row:
            given = told.get("why") or self._kept_why(known)
            row["why"] = given or self._default_why(known, figure)
        self._rows.edit(known.mention, row)
        self._review(known, figure)

    def _add(self, told: Told) -> None:
        start, end = told["start"], told["end"]
        figure = _with_fields(self._proposed(start, end), told.get("set", {}))
        self._require_indicator(figure)
        there = self._seen.places
        anchor = there.anchor_of(figure.start, figure.end)
        if not anchor or there.words_at(anchor, figure.text) != figure.start:
            raise Refused("these words hold no number of their own")
        nth = 0
        while figure_id(anchor, nth) in self._known:
            nth += 1
        mention = there.mention(figure, nth)
        row = _added_row(figure) | {"why": self._why(told, "add")}
        self._rows.edit(mention, row)
        self._rows.review(mention, stated(figure))

    def _proposed(self, start: int, end: int) -> Figure:
        """Return what is to be added as the rules would read it; raise `Refused`."""
        text = self._seen.report.text
        words = text[start:end]
        if not self._seen.report.body <= start < end <= len(text) or "\n" in words:
            raise Refused("no words of one paragraph")
        for one in self._seen.reading.mentions:
            figure = one.figure
            if (
                figure.start < end
                and start < figure.end
                and (figure.start, figure.end) != (start, end)
            ):
                raise Refused(f"it overlaps a figure: {figure.text}")
        fields: Any = dict(DEFAULTS)
        found = proposed(self._seen.by_rules, self._seen.vocabulary, start, end)
        if found:
            fields |= all_fields(found)
        return Figure(start, end, words, **fields)

    def _review(self, known: Known, figure: Figure) -> None:
        fields = stated(figure)
        for name, value in fields:
            if problem := field_problem(name, value):
                raise Refused(problem, name)
        self._rows.review(known.mention, fields)

    def _require_indicator(self, figure: Figure) -> None:
        if (
            figure.indicator is not None
            and figure.indicator not in self._seen.vocabulary.indicators
        ):
            raise Refused(f"unknown indicator {figure.indicator!r}", "indicator")

    def _why(self, told: Told, way: str) -> str:
        return str(told.get("why") or self._words["review_rows"][way])

    def _kept_why(self, known: Known) -> str:
        """Return the reason that somebody has given for a correction; none that goes by itself."""
        if not known.edit or known.edit.reject:
            return ""
        why = known.edit.why
        return "" if why == self._default_why(known, known.mention.figure) else why

    def _default_why(self, known: Known, figure: Figure) -> str:
        """Return the reason for a correction where nobody gives one: what it makes of what."""
        if known.rules is None:
            return self._why({}, "add")
        return set_reason(known.rules.figure, figure, self._words)


def _with_fields(figure: Figure, wanted: Mapping[str, Any]) -> Figure:
    """Return a figure with fields set; raise `Refused` where one cannot be so."""
    fields = all_fields(figure)
    for name, value in wanted.items():
        value = value.strip() if isinstance(value, str) else value
        if isinstance(value, str) and UNSEEN.search(value):
            raise Refused(f"{name} has a character that nobody sees", name)
        if problem := field_problem(name, value):
            raise Refused(problem, name if name in FIELDS else "")
        fields[name] = typed(name, value)
    if fields["value"] is None:
        raise Refused("value is not a number: nothing", "value")
    return replace(figure, **fields)


def _added_row(figure: Figure) -> Entry:
    return {"add": {"text": figure.text} | written(stated(figure))}
