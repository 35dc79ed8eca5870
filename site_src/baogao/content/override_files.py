"""What maintainers write beside a report: corrections of its words, edits of its figures."""

from baogao.content.figure_edits import field_problem
from baogao.content.limits import LONGEST_LINE, LONGEST_TITLE, MOST_TIMES
from baogao.content.yaml_entries import Entry, Mistake, make_each, require_short
from baogao.content.yaml_with_lines import LINE
from baogao.records import Correction, Edit, Problem

CORRECTION_FORM = "found: what stood; now: what stands; why"


def corrections(entries: list[Entry], path: str, found: list[Problem]) -> tuple[Correction, ...]:
    """Return the corrections that a file lists; the entries that are none are problems."""
    return tuple(make_each(entries, _correction, path, found))


def edits(entries: list[Entry], path: str, found: list[Problem]) -> tuple[Edit, ...]:
    """Return the edits that a file lists; the entries that are none are problems."""
    return tuple(make_each(entries, _edit, path, found))


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
        form = "figure: its anchor, as f-7k2m9qxa; why: what a reader sees"
        raise Mistake("an edit lacks figure or why", form)
    require_short(entry, figure=LONGEST_TITLE, why=LONGEST_LINE)
    reject, wanted, nth = entry.get("reject", False), entry.get("set", {}), entry.get("record", 0)
    sets_fields = isinstance(wanted, dict) and bool(wanted)
    if sets_fields is (reject is True) or not isinstance(wanted, dict) or not _is_count(nth, 0):
        form = "reject: true, or set: {label: …}; record: 1 for a second record"
        raise Mistake("an edit either rejects or sets fields", form)
    fields = tuple((key, value) for key, value in wanted.items() if key != LINE)
    for name, value in fields:
        if problem := field_problem(name, value):
            raise Mistake(problem, "the fields of `baogao extract`")
    return Edit(entry["figure"], fields, entry["why"], entry[LINE], reject is True, nth)


def _is_count(value: object, least: int) -> bool:
    return isinstance(value, int) and least <= value <= MOST_TIMES


def _have_texts(entry: Entry, *keys: str) -> bool:
    return all(isinstance(entry.get(key), str) for key in keys)
