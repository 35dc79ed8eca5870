"""How often a list's words stand in each report and each year, looking back and ahead.

What is counted in several reports is held against all their characters together.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from baogao.content.vocabulary.section_kinds import LOOKING_AHEAD, LOOKING_BACK
from baogao.corpus.report_summaries import Listed
from baogao.corpus.term_counts import PER, TermCount

Key = TypeVar("Key", bound=Hashable)


class Sides(NamedTuple):
    """Two numbers: of what looks back, and of what looks ahead."""

    back: int = 0
    ahead: int = 0

    @property
    def both(self) -> int:
        """Their sum."""
        return self.back + self.ahead


NOTHING = Sides()


@dataclass(frozen=True, slots=True)
class Usage:
    """Hits by word and report, by word and year, by report; characters by report and by year."""

    hits: dict[str, dict[str, Sides]]
    in_years: dict[tuple[str, int], Sides]
    in_reports: dict[str, Sides]
    report_lengths: dict[str, Sides]
    year_lengths: dict[int, Sides]

    @property
    def years(self) -> list[int]:
        """Return the years of the reports, in order."""
        return sorted(self.year_lengths)

    def year_of_all(self, year: int) -> Sides:
        """Return how often all words together stand in the reports of a year."""
        found = NOTHING
        for word in self.hits:
            found = _sum(found, self.in_years.get((word, year), NOTHING))
        return found


def usage(
    counts: Iterable[TermCount],
    listed: Iterable[Listed],
    characters: Mapping[str, Mapping[str, int]],
    names: Mapping[str, str],
) -> Usage:
    """Return how the words of a list are used; `names` are those of forms that are called else."""
    found = Usage({}, {}, {}, {}, {})
    years: dict[str, int] = {}
    for report in listed:
        years[report.id] = report.year
        for kind, number in characters[report.id].items():
            sides = _on_its_side(kind, number)
            _add(sides, found.report_lengths, report.id)
            _add(sides, found.year_lengths, report.year)
    for count in counts:
        word, sides = names.get(count.term, count.term), _on_its_side(count.kind, count.hits)
        _add(sides, found.hits.setdefault(word, {}), count.report)
        _add(sides, found.in_years, (word, years[count.report]))
        _add(sides, found.in_reports, count.report)
    return found


def _on_its_side(kind: str, number: int) -> Sides:
    """Return a number on the side of a kind of section; an appendix is on neither."""
    return Sides(number * (kind in LOOKING_BACK), number * (kind in LOOKING_AHEAD))


def _add(sides: Sides, where: dict[Key, Sides], key: Key) -> None:
    where[key] = _sum(where[key], sides) if key in where else sides


def _sum(one: Sides, other: Sides) -> Sides:
    return Sides(one.back + other.back, one.ahead + other.ahead)


def per_10000(hits: int, characters: int) -> float | None:
    """Return how many hits there are among ten thousand characters; None among none."""
    return PER * hits / characters if characters else None
