"""What a change does to the data: figures added, removed and corrected, per report.

Two states of the data may have been published years apart: a column that came later is compared
only where both have it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from baogao.content.data_dictionary import tables
from baogao.corpus.observations import DOUBTFUL

Row = Mapping[str, str]
FigureKey = tuple[str, str]  # a figure's id, and which record of that number it is
# Columns that tell rows apart or say where a figure stands, which moves with every word before it.
# They state nothing about the world, and a change in them is no correction; nor is a review.
NOT_COMPARED = ("figure", "record", "report", "start", "end", "section", "quote", "reviewed")
MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#&"})


@dataclass(frozen=True, slots=True)
class Corrected:
    """A figure before and after, and the columns in which it differs."""

    old: Row
    new: Row
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in a report."""

    report: str
    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    corrected: tuple[Corrected, ...]
    new: bool = False  # the whole report is

    @property
    def counts(self) -> dict[str, int]:
        """Return how many figures were added, removed and corrected."""
        return {
            "added": len(self.added),
            "removed": len(self.removed),
            "corrected": len(self.corrected),
        }


def differences(
    old: Iterable[Row], new: Iterable[Row], moved: Mapping[str, str] | None = None
) -> tuple[Difference, ...]:
    """Return the reports that changed, in order.

    `moved` leads from a figure's old id to its new one.
    """
    before, after = _by_report(old, moved or {}), _by_report(new, {})
    found = (
        _difference(report, before.get(report), after.get(report, {}))
        for report in sorted(before.keys() | after.keys())
    )
    return tuple(one for one in found if any(one.counts.values()))


def _by_report(rows: Iterable[Row], moved: Mapping[str, str]) -> dict[str, dict[FigureKey, Row]]:
    found: dict[str, dict[FigureKey, Row]] = {}
    for row in rows:
        figure = moved.get(row["figure"], row["figure"])
        found.setdefault(row["report"], {})[figure, row["record"]] = row
    return found


def _difference(
    report: str, before: dict[FigureKey, Row] | None, after: dict[FigureKey, Row]
) -> Difference:
    new, before = before is None, before or {}
    pairs = [
        Corrected(before[key], row, _differing(before[key], row))
        for key, row in after.items()
        if key in before
    ]
    return Difference(
        report,
        tuple(after[key] for key in after if key not in before),
        tuple(before[key] for key in before if key not in after),
        tuple(pair for pair in pairs if pair.columns),
        new,
    )


def _differing(old: Row, new: Row) -> tuple[str, ...]:
    """Return the columns that both rows have, with another value in each."""
    both = (name for name in _compared() if name in old and name in new)
    return tuple(name for name in both if _stated(name, old) != _stated(name, new))


def _stated(name: str, row: Row) -> list[str]:
    """Return what a cell states: that a source is doubted is no correction of its numbers."""
    said = row[name].split("; ") if name == "quality" else [row[name]]
    return [one for one in said if one not in ("", DOUBTFUL)]


@cache
def _compared() -> tuple[str, ...]:
    return tuple(name for name in tables()["figures"].header if name not in NOT_COMPARED)


def as_markdown(found: Iterable[Difference]) -> Iterator[str]:
    """Yield what changed line by line: a table of reports, then each change with its words."""
    found = tuple(found)
    if not found:
        yield "The data are the same."
        return
    yield from ("| report | added | removed | corrected |", "|---|---|---|---|")
    yield from (f"| {one.report} | {' | '.join(map(str, one.counts.values()))} |" for one in found)
    for one in found:
        yield from _changes(one)


def _changes(one: Difference) -> Iterator[str]:
    yield from ("", f"## {one.report}" + (" (new)" if one.new else ""), "")
    if not one.new:
        yield from (f"- added {_words(row)}" for row in one.added)
    yield from (f"- removed {_words(row)}" for row in one.removed)
    yield from map(_correction, one.corrected)


def _correction(pair: Corrected) -> str:
    changes = (f"{name} {pair.old[name] or '∅'} → {pair.new[name] or '∅'}" for name in pair.columns)
    return f"- corrected {pair.new['text']}: {'; '.join(changes)} — {_plain(pair.new['quote'])}"


def _words(row: Row) -> str:
    about = f"{row['label'] or '?'}, {row['period'] or '?'}, {row['status']}"
    return f"{row['text']} ({about}) — {_plain(row['quote'])}"


def _plain(text: str) -> str:
    """Return report text that Markdown takes for nothing but text."""
    return text.translate(MARKDOWN)
