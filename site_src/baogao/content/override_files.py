"""What maintainers write beside a report: corrections of its words, edits of its figures."""

from baogao.content.figure_overrides import field_problem
from baogao.content.yaml_entries import Entry, Mistake, make_each
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
    now, times = entry.get("now"), entry.get("times", 1)
    if not isinstance(now, str | None) or not isinstance(times, int) or times < 1:
        message = "a correction's now is a text, its times a number from 1"
        raise Mistake(message, "quote a number: now: '2020'")
    return Correction(entry["found"], now, entry["why"], entry[LINE], times)


def _edit(entry: Entry) -> Edit:
    if not _have_texts(entry, "figure", "why"):
        form = "figure: its anchor, as f-7k2m9qxa; why: what a reader sees"
        raise Mistake("an edit lacks figure or why", form)
    reject, wanted, nth = entry.get("reject", False), entry.get("set", {}), entry.get("record", 0)
    sets_fields = isinstance(wanted, dict) and bool(wanted)
    if sets_fields is (reject is True) or not isinstance(wanted, dict) or not isinstance(nth, int):
        form = "reject: true, or set: {label: …}; record: 1 for a second record"
        raise Mistake("an edit either rejects or sets fields", form)
    fields = tuple((key, value) for key, value in wanted.items() if key != LINE)
    for name, value in fields:
        if problem := field_problem(name, value):
            raise Mistake(problem, "the fields of `baogao extract`")
    return Edit(entry["figure"], fields, entry["why"], entry[LINE], reject is True, nth)


def _have_texts(entry: Entry, *keys: str) -> bool:
    return all(isinstance(entry.get(key), str) for key in keys)
