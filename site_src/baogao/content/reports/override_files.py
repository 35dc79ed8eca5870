"""What people write beside a report: corrections of its words, edits of its figures, reviews."""

from typing import TypeVar

from baogao.content.limits import LONGEST_LINE, LONGEST_TITLE, MOST_TIMES
from baogao.content.reports.figure_fields import Fields, field_problem
from baogao.content.reports.part_reviews import PARTS, part_review
from baogao.content.yaml.yaml_entries import Entry, Mistake, make_each, require_keys, require_short
from baogao.content.yaml.yaml_with_lines import LINE
from baogao.records import Correction, Edit, PartReview, Problem, Review

Row = TypeVar("Row", Edit, Review)
CORRECTION_FORM = "found: what stood; now: what stands; why"
EDIT_FORM = "figure: its anchor, as f-7k2m9qxa; why: what a reader sees"
WAYS_FORM = (
    "reject: true, set: {label: …}, or add: {text: as printed, value: …}; "
    "record: 1 for a second record"
)
FIELDS_FORM = "the fields of `baogao extract`"
ADDED_FORM = "add: {text: 6.8%, value: 6.8, unit: '%', label: …}"
REVIEW_FORM = "figure: its anchor, as f-7k2m9qxa; read: {value: …}, as it was read"


def corrections(entries: list[Entry], path: str, found: list[Problem]) -> tuple[Correction, ...]:
    """Return the corrections that a file lists; the entries that are none are problems."""
    return tuple(make_each(entries, _correction, path, found))


def edits(entries: list[Entry], path: str, found: list[Problem]) -> tuple[Edit, ...]:
    """Return the edits that a file lists; the entries that are none are problems."""
    made = make_each(entries, _edit, path, found)
    return tuple(_once(made, path, "edit", found))


def figure_reviews(entries: list[Entry], path: str, found: list[Problem]) -> tuple[Review, ...]:
    """Return the reviews of figures that a file lists; the entries that are none are problems.

    Those of what else a report has are `part_reviews`.
    """
    own = [entry for entry in entries if not PARTS & entry.keys()]
    made = make_each(own, _review, path, found)
    return tuple(_once(made, path, "review", found))


def part_reviews(entries: list[Entry], path: str, found: list[Problem]) -> tuple[PartReview, ...]:
    """Return the reviews of a report's metadata, headings and doubts that a file lists."""
    own = [entry for entry in entries if PARTS & entry.keys()]
    return tuple(make_each(own, part_review, path, found))


def _once(rows: list[Row], path: str, what: str, found: list[Problem]) -> list[Row]:
    """Return the first row of each figure; a further one is a problem."""
    first: dict[tuple[str, int], Row] = {}
    for row in rows:
        other = first.setdefault((row.anchor, row.nth), row)
        if other is not row:
            hint = f"the first is in line {other.line}: one row a figure"
            found.append(Problem(path, row.line, f"a second {what} of {row.anchor}", hint))
    return list(first.values())


def _correction(entry: Entry) -> Correction:
    if not _have_texts(entry, "found", "why"):
        raise Mistake("a correction lacks found or why", CORRECTION_FORM)
    require_short(entry, found=LONGEST_LINE, now=LONGEST_LINE, why=LONGEST_LINE)
    now, times = entry.get("now"), entry.get("times", 1)
    if not isinstance(now, str | None) or not _is_count(times, 1):
        message = f"a correction's now is a text, its times a number from 1 to {MOST_TIMES}"
        raise Mistake(message, "quote a number: now: '2020'")
    return Correction(entry["found"], now, entry["why"], entry[LINE], times)


def _edit(entry: Entry) -> Edit:
    if not _have_texts(entry, "figure", "why"):
        raise Mistake("an edit lacks figure or why", EDIT_FORM)
    require_short(entry, figure=LONGEST_TITLE, why=LONGEST_LINE)
    reject, nth = entry.get("reject", False), entry.get("record", 0)
    mappings = [entry[way] for way in ("set", "add") if way in entry]
    ways = len(mappings) + (reject is True)
    given = [one for one in mappings if isinstance(one, dict) and len(one) > 1]  # with its line
    if ways != 1 or given != mappings or not _is_count(nth, 0):
        raise Mistake("an edit rejects a figure, sets fields of it, or adds it", WAYS_FORM)
    fields = _fields(given[0]) if given else ()
    added = ""
    if "add" in entry:
        added, fields = _words_of(fields), tuple(one for one in fields if one[0] != "text")
    _require_fields(fields)
    return Edit(entry["figure"], fields, entry["why"], entry[LINE], reject is True, nth, added)


def _words_of(fields: Fields) -> str:
    """Return the words as printed of a figure that is added."""
    told = dict(fields)
    words = told.get("text")
    if not isinstance(words, str) or not 0 < len(words) <= LONGEST_TITLE or "value" not in told:
        raise Mistake("a figure that is added lacks text or value", ADDED_FORM)
    return words


def _review(entry: Entry) -> Review:
    require_keys(entry, "figure", "record", "read")
    nth, read = entry.get("record", 0), entry.get("read")
    fields = _fields(read) if isinstance(read, dict) else ()
    if not _have_texts(entry, "figure") or "value" not in dict(fields) or not _is_count(nth, 0):
        raise Mistake("a review lacks figure or read", REVIEW_FORM)
    require_short(entry, figure=LONGEST_TITLE)
    _require_fields(fields)
    return Review(entry["figure"], fields, entry[LINE], nth)


def _fields(given: Entry) -> Fields:
    return tuple((key, value) for key, value in given.items() if key != LINE)


def _require_fields(fields: Fields) -> None:
    for name, value in fields:
        if problem := field_problem(name, value):
            raise Mistake(problem, FIELDS_FORM)


def _is_count(value: object, least: int) -> bool:
    return isinstance(value, int) and least <= value <= MOST_TIMES


def _have_texts(entry: Entry, *keys: str) -> bool:
    return all(isinstance(entry.get(key), str) for key in keys)
