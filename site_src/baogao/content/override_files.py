"""What maintainers write by hand beside a report: corrections of its words, edits of its figures."""
from collections.abc import Callable

from baogao.content import yaml_with_lines
from baogao.content.figure_overrides import field_problem
from baogao.records import Correction, Edit, Problem


class _Mistake(Exception):
    """What is wrong with an entry, and how to mend it."""

    def __init__(self, message: str, hint: str):
        super().__init__(message)
        self.message, self.hint = message, hint


def corrections(entries: list, path: str) -> tuple[tuple[Correction, ...], list[Problem]]:
    """Return the corrections that a file lists, and the entries that are none."""
    return _each(entries, path, _correction, "found: what stood; now: what stands; why")


def edits(entries: list, path: str) -> tuple[tuple[Edit, ...], list[Problem]]:
    """Return the edits that a file lists, and the entries that are none."""
    return _each(entries, path, _edit, "figure: its anchor; reject: true or set: {field: value}; why")


def _each(entries: list, path: str, make: Callable[[dict], object], form: str) -> tuple[tuple, list[Problem]]:
    made, found = [], []
    for entry in entries:
        line = entry.get(yaml_with_lines.LINE, 1) if isinstance(entry, dict) else 1
        try:
            if not isinstance(entry, dict):
                raise _Mistake(f"not an entry: {entry!r}", form)
            made.append(make(entry))
        except _Mistake as mistake:
            found.append(Problem(path, line, mistake.message, mistake.hint))
    return tuple(made), found


def _correction(entry: dict) -> Correction:
    if not isinstance(entry.get("found"), str) or not isinstance(entry.get("why"), str):
        raise _Mistake("a correction lacks found or why", "found: what stood; now: what stands; why")
    now, times = entry.get("now"), entry.get("times", 1)
    if not (now is None or isinstance(now, str)) or not isinstance(times, int) or times < 1:
        raise _Mistake("a correction's now is a text, its times a number from 1", "quote a number: now: '2020'")
    return Correction(entry["found"], now, entry["why"], entry[yaml_with_lines.LINE], times)


def _edit(entry: dict) -> Edit:
    if not isinstance(entry.get("figure"), str) or not isinstance(entry.get("why"), str):
        raise _Mistake("an edit lacks figure or why", "figure: its anchor, as f-7k2m9qxa; why: what a reader sees")
    reject, wanted, nth = entry.get("reject", False), entry.get("set", {}), entry.get("record", 0)
    if not isinstance(wanted, dict) or bool(wanted) is (reject is True) or not isinstance(nth, int):
        raise _Mistake("an edit either rejects or sets fields", "reject: true, or set: {label: …}; record: 1 for a second record")
    fields = tuple((key, value) for key, value in wanted.items() if key != yaml_with_lines.LINE)
    for name, value in fields:
        if problem := field_problem(name, value):
            raise _Mistake(problem, "the fields of `baogao extract`")
    return Edit(entry["figure"], fields, entry["why"], entry[yaml_with_lines.LINE], reject is True, nth)
