"""A report's figures as the reviewer's page is told of them, and how far the work is."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from baogao.content.decimal_text import plain_decimal, quantity
from baogao.content.reports.figure_fields import DEFAULTS, all_fields, typed
from baogao.preview.review.doubted_fields import FIELD_OF
from baogao.preview.review.seen import Seen
from baogao.reading.figures.certainty import GRADES, HIGH, weight
from baogao.records import Edit, Figure, Mention, Review

RIGHT, MENDED, REJECTED, ADDED, VOID, OPEN = (
    "right",
    "mended",
    "rejected",
    "added",
    "void",
    "open",
)
CHECKED = RIGHT, MENDED, REJECTED, ADDED
WRONG = MENDED, REJECTED
# Of a figure, or another part, what a decision depends on, beside its sentence.
DECIDING = ("id", "state", "text", "read", "rules", "why", "value", "level", "said")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of one figure: as rules read it, as it is, and what people wrote of it."""

    rules: Mention | None
    now: Mention | None
    edit: Edit | None
    review: Review | None

    @property
    def mention(self) -> Mention:
        """The figure in its place: as it is, or as the rules read it where it was rejected."""
        found = self.now or self.rules
        assert found
        return found

    @property
    def state(self) -> str:
        """What has been decided of it."""
        if self.now is None:
            return REJECTED
        if not self.now.reviewed:
            return VOID if self.review else OPEN
        if self.rules is None:
            return ADDED
        return MENDED if self.edit else RIGHT


def known_figures(seen: Seen) -> dict[str, Known]:
    """Return what is known of each figure by its id, in the order of the text."""
    rules = {figure_id(one.anchor, one.nth): one for one in seen.by_rules.mentions}
    now = {figure_id(one.anchor, one.nth): one for one in seen.reading.mentions}
    edits = {figure_id(one.anchor, one.nth): one for one in seen.report.edits}
    reviews = {figure_id(one.anchor, one.nth): one for one in seen.report.figure_reviews}
    known = {
        id: Known(rules.get(id), now.get(id), edits.get(id), reviews.get(id))
        for id in dict.fromkeys((*rules, *now))
    }
    return dict(sorted(known.items(), key=lambda one: one[1].mention.figure.start))


def figure_id(anchor: str, nth: int) -> str:
    """Return how a figure is called: its anchor, with the record where its number has several."""
    return f"{anchor}/{nth}" if nth else anchor


def figures(seen: Seen, later: Collection[str], against: Json, words: Json) -> list[Json]:
    """Return every figure as the page is told of it, with what speaks `against` it."""
    blocks = seen.reading.blocks
    told = []
    for id, known in known_figures(seen).items():
        one = _place(seen, known.mention) | _reading(known, seen, words)
        one |= {
            "id": id,
            "state": known.state,
            "later": id in later,
            "against": against.get(id, []),
        }
        one["block"] = blocks[known.mention.block].anchor
        told.append(one | {"version": version(one)})
    return told


def version(told: Json) -> str:
    """Return what changes with anything that a decision depends on: not with where it stands."""
    counts = [told.get(name) for name in DECIDING]
    counts.append(told.get("sentence", {}).get("text"))
    return hashlib.blake2b(repr(counts).encode(), digest_size=6).hexdigest()


def _place(seen: Seen, mention: Mention) -> Json:
    figure, begin, end = mention.figure, mention.sentence_start, mention.sentence_end
    sections = seen.reading.sections
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "sentence": {"start": begin, "end": end, "text": seen.report.text[begin:end]},
        "section": sections[mention.section].title if sections else "",
        "kind": sections[mention.section].kind if sections else "",
    }


def _reading(known: Known, seen: Seen, words: Json) -> Json:
    mention, rules = known.mention, known.rules
    figure, read = mention.figure, told_fields(mention.figure)
    by_rules = told_fields(rules.figure) if rules else None
    unsure = rules.reasons if rules and rules.figure.certainty != HIGH else ()
    why = [one for one in unsure if one.field == "certainty"]
    return {
        "read": read,
        "shown": shown(figure, seen),
        "rules": by_rules if by_rules != read else None,
        "why": known.edit.why if known.edit else "",
        "certainty": rules.figure.certainty if rules else "",
        "weight": weight(one.rule for one in why),
        "doubts": list(_doubts(why, words["certainty"]["reasons"])),
        "reviewed": _reviewed(known.review),
    }


def told_fields(figure: Figure) -> Json:
    """Return all fields of a figure, numbers as texts."""
    return {name: _told(value) for name, value in all_fields(figure).items()}


def _reviewed(review: Review | None) -> Json | None:
    if review is None:
        return None
    fields = DEFAULTS | {name: typed(name, value) for name, value in review.read}
    return {name: _told(value) for name, value in fields.items()}


def _told(value: object) -> object:
    return plain_decimal(value) if isinstance(value, Decimal) else value


def shown(figure: Figure, seen: Seen) -> Json:
    """Return a figure's value and indicator as people read them."""
    indicator = seen.vocabulary.indicators.get(figure.indicator or "")
    return {
        "value": quantity(figure.value, figure.value_high, figure.unit),
        "indicator": indicator.zh if indicator else "",
    }


def _doubts(why: Iterable[Any], words: Json) -> Iterator[Json]:
    """Yield what makes a reading less than sure, in words."""
    for one in why:
        if one.rule in words:
            said = words[one.rule]
            for word in one.words:
                said = said.replace("{}", word, 1)
            yield {
                "field": FIELD_OF.get(one.rule, ""),
                "rule": one.rule,
                "words": list(one.words),
                "said": said,
            }


def progress(told: list[Json], parts: list[Json]) -> Json:
    """Return how far the work on a report is, and what was found at each certainty."""
    states = [one["state"] for one in told]
    counts = {state: states.count(state) for state in (*CHECKED, VOID)}
    checked = sum(counts[state] for state in CHECKED)
    return {
        "figures": len(told),
        "checked": checked,
        "open": len(told) - checked,
        "later": sum(one["later"] for one in told),
        **counts,
        "certainty": {grade: _at(grade, told) for grade in GRADES},
        "doubts": sum(bool(one["said"]) for one in parts),
        "doubts_open": sum(one["state"] in (OPEN, VOID) for one in parts),
    }


def _at(grade: str, told: list[Json]) -> Json:
    states = [one["state"] for one in told if one["certainty"] == grade]
    return {
        "figures": len(states),
        "checked": sum(state in CHECKED for state in states),
        "wrong": sum(state in WRONG for state in states),
    }
