"""How many of a report's figures a person has checked, and what came of it.

They are counted by how surely they were read, so that the certainty of readings can be held against
what people find.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from baogao.reading.figures.certainty import weight
from baogao.records import Checked, Mention, ReviewCount

UNREAD = "unread"  # the certainty of figures that the rules have missed


def review_counts(read: Iterable[Mention], checked: Sequence[Checked]) -> tuple[ReviewCount, ...]:
    """Return the counts of what the rules `read` and people have checked, the surest first.

    None where nobody has found a figure right: single corrections do not tell how many are wrong.
    """
    if not any(one.outcome == "right" for one in checked):
        return ()
    outcomes = {(one.anchor, one.nth): one.outcome for one in checked}
    grades: dict[tuple[int, str], Counter[str]] = {}
    for mention in read:
        figure = mention.figure
        counts = grades.setdefault((_against(mention), figure.certainty), Counter())
        counts.update(("figures", outcomes.get((mention.anchor, mention.nth), "")))
    found = [_count(*grade, counts) for grade, counts in sorted(grades.items())]
    if missed := sum(one.outcome == "added" for one in checked):
        found.append(ReviewCount(UNREAD, 0, missed=missed))
    return tuple(found)


def _against(mention: Mention) -> int:
    """Return how much was against a reading: an edit leaves the reasons of the rules."""
    return weight(reason.rule for reason in mention.reasons if reason.field == "certainty")


def _count(against: int, certainty: str, counts: Counter[str]) -> ReviewCount:
    return ReviewCount(
        certainty,
        against,
        counts["figures"],
        right=counts["right"],
        wrong=counts["mended"],
        rejected=counts["rejected"],
    )
