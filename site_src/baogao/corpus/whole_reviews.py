"""Reports of which every figure was checked: how sure their readings were against what was found.

In the others what was unsure has been looked at first: they do not tell how many are wrong.
"""

from collections import Counter
from collections.abc import Iterable

from baogao.content.measured_certainty import CertaintyPoint
from baogao.records import ReviewCount

REVIEWED = "reviewed"  # what these texts are called beside those that were annotated


def points(reports: Iterable[Iterable[ReviewCount]]) -> tuple[CertaintyPoint, ...]:
    """Return the points of the reports that were checked whole, the surest first."""
    figures: Counter[tuple[int, str]] = Counter()
    wrong: Counter[tuple[int, str]] = Counter()
    for counts in map(list, reports):
        if all(one.checked == one.figures for one in counts):
            for one in counts:
                grade = one.against, one.certainty
                figures[grade] += one.figures
                wrong[grade] += one.wrong + one.rejected
    return tuple(
        CertaintyPoint(REVIEWED, certainty, against, count, wrong[against, certainty])
        for (against, certainty), count in sorted(figures.items())
        if count
    )
