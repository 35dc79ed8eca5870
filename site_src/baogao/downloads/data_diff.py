"""What a change does to the data: figures added, removed and corrected, per report."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Row = Mapping[str, str]
# Where a figure stands moves with every word before it, and is no statement about the world.
COMPARED = (
    "text",
    "value",
    "value_high",
    "unit",
    "bound",
    "kind",
    "status",
    "period",
    "label",
    "indicator",
    "area",
    "quality",
)


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
    old: Iterable[Row], new: Iterable[Row], moved: Mapping[str, str] = {}
) -> tuple[Difference, ...]:
    """Return the reports that changed, in order; `moved` leads from a figure's old id to its new one."""
    before, after = _by_report(old, moved), _by_report(new, {})
    found = (
        _difference(report, before.get(report), after.get(report, {}))
        for report in sorted(before.keys() | after.keys())
    )
    return tuple(one for one in found if any(one.counts.values()))


def _by_report(
    rows: Iterable[Row], moved: Mapping[str, str]
) -> dict[str, dict[tuple[str, str], Row]]:
    found: dict[str, dict[tuple[str, str], Row]] = {}
    for row in rows:
        found.setdefault(row["report"], {})[
            moved.get(row["figure"], row["figure"]), row["record"]
        ] = row
    return found


def _difference(report: str, before: dict | None, after: dict) -> Difference:
    new, before = before is None, before or {}
    both = [(before[key], after[key]) for key in after if key in before]
    pairs = [
        Corrected(old, row, tuple(name for name in COMPARED if old[name] != row[name]))
        for old, row in both
    ]
    return Difference(
        report,
        tuple(after[key] for key in after if key not in before),
        tuple(before[key] for key in before if key not in after),
        tuple(pair for pair in pairs if pair.columns),
        new,
    )


def told(found: Iterable[Difference]) -> Iterator[str]:
    """Yield what changed as Markdown, a table of reports and then each change with its words."""
    found = tuple(found)
    if not found:
        yield "The data are the same."
        return
    yield from ("| report | added | removed | corrected |", "|---|---|---|---|")
    yield from (f"| {one.report} | {' | '.join(map(str, one.counts.values()))} |" for one in found)
    for one in found:
        yield from ("", f"## {one.report}" + (" (new)" if one.new else ""), "")
        yield from (f"- added {_words(row)}" for row in one.added if not one.new)
        yield from (f"- removed {_words(row)}" for row in one.removed)
        yield from (
            f"- corrected {pair.new['text']}: "
            + "; ".join(
                f"{name} {pair.old[name] or '∅'} → {pair.new[name] or '∅'}" for name in pair.columns
            )
            + f" — {_safe(pair.new['quote'])}"
            for pair in one.corrected
        )


def _words(row: Row) -> str:
    return f"{row['text']} ({row['label'] or '?'}, {row['period'] or '?'}, {row['status']}) — {_safe(row['quote'])}"


def _safe(text: str) -> str:
    """Return report text that Markdown takes for nothing but text."""
    return "".join(
        "\\" + character if character in "\\`*_[]<>|#&" else character for character in text
    )
