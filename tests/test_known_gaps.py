"""What is not yet read as it was annotated: strict expected failures, each with its sentence.

`data/known_gaps.tsv` lists them; `scripts/score --write` writes it. What is mended must leave the
list, what breaks must not enter it unseen: the list is read in review. Rows of the gold that are
held to be wrong are in `gold/disputed.md`.
"""

import csv

import pytest

import scores
from figure_cases import words

with scores.GAPS.open(encoding="utf-8", newline="") as file:
    GAPS = [
        scores.Error(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


@pytest.fixture(scope="module")
def now() -> set[tuple[str, ...]]:
    """Give what is not read as annotated now."""
    return {error[:3] for error in scores.gaps(words())}


@pytest.mark.parametrize(
    "gap",
    [
        pytest.param(
            gap,
            marks=pytest.mark.xfail(
                strict=True, reason=f"{gap.place}: {gap.field} {gap.read!r} for {gap.wanted!r}"
            ),
            id=f"{gap.report}-{gap.k}-{gap.field}",
        )
        for gap in GAPS
    ],
)
def test_read_as_annotated(gap, now):
    assert gap[:3] not in now


def test_every_gap_is_known(now):
    assert {gap[:3] for gap in GAPS} >= now, "mend it, or put it on the list: scripts/score --write"
