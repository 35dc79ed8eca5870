"""The pages of the lists of words: their numbers are those of the table of counts."""

import csv
import re
from collections import Counter

import pytest

from baogao.corpus.word_usage import NOTHING, Sides, per_10000, usage

ROW = re.compile(
    r"<th scope=\"row\"><a href=\"[^\"]*\?t=(\w+):[^\"]*\">([^<]+)</a><td>(\d+)<td>(\d+)"
)
AHEAD_OR_BACK = {"opening", "review", "outlook", "tasks", "government"}


@pytest.fixture(scope="module")
def rows(site) -> list[dict[str, str]]:
    with (site / "data" / "term_counts.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", ["environment", "opening_up", "innovation"])
def test_a_page_has_the_sums_of_the_table(site, rows, name):
    page = (site / "terms" / name / "index.html").read_text("utf-8")
    hits: Counter = Counter()
    reports: dict[str, set[str]] = {}
    for row in rows:
        if row["list"] == name and row["section"] in AHEAD_OR_BACK:
            hits[row["term"]] += int(row["hits"])
            reports.setdefault(row["term"], set()).add(row["report"])
    shown = {word: (int(times), int(of)) for _, word, times, of in ROW.findall(page)}
    assert shown == {word: (hits[word], len(reports[word])) for word in hits}


def test_every_list_has_a_page_and_the_glossary_leads_to_them(site):
    page = (site / "terms" / "index.html").read_text("utf-8")
    led_to = re.findall(r'href="([a-z_]+)/">', page)
    assert len(led_to) >= 9 and all(
        (site / "terms" / one / "index.html").exists() for one in led_to
    )


def test_shares_are_of_all_characters_together_and_none_is_no_nought():
    assert per_10000(0, 0) is None and per_10000(0, 5) == 0
    found = usage((), (), {}, {})
    assert found.years == [] and found.year_of_all(2020) == NOTHING
    assert Sides(2, 3).both == 5
