"""The sentences that can be taken along: all of every report, in place, and counted rightly."""

from itertools import groupby
from operator import itemgetter

import pytest

from csv_rows import csv_rows

BACK, AHEAD = {"opening", "review"}, {"outlook", "tasks", "government"}
# How viewers of SQLite files find out that a table can be searched, and what they then ask.
SEARCHABLE = """SELECT name FROM sqlite_master WHERE rootpage = 0
  AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="paragraphs"%'"""
BOX = """SELECT count(*) FROM paragraphs WHERE rowid IN
  (SELECT rowid FROM {} WHERE {} MATCH ?)"""


@pytest.fixture(scope="module")
def by_report(site) -> dict[str, list[dict[str, str]]]:
    rows = csv_rows(site / "data" / "sentences.csv")
    return {id: list(own) for id, own in groupby(rows, itemgetter("report"))}


def test_the_sentences_are_all_of_every_report(site, by_report):
    """Put together they are its lines, but for the marks of headings and what is no letter."""
    for id, rows in by_report.items():
        _, _, body = (site / "reports" / id / "report.md").read_text("utf-8").split("---\n", 2)
        lines = [line.lstrip("#") for line in body.splitlines()]
        assert letters("".join(row["text"] for row in rows)) == letters("".join(lines))
        assert [int(row["sentence"]) for row in rows] == list(range(len(rows)))


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_each_sentence_stands_in_its_paragraph(site, by_report):
    for id, rows in by_report.items():
        page = (site / "reports" / id / "index.html").read_text("utf-8")
        assert [row for row in rows if f"id={row['paragraph']}" not in page] == []


def test_reports_say_how_much_looks_back_and_ahead(site, by_report):
    for report in csv_rows(site / "data" / "reports.csv"):
        rows = by_report[report["report"]]
        told = [row for row in rows if row["level"] == "0"]
        assert int(report["figures"]) == sum(int(row["figures"]) for row in rows)
        for name, kinds in (("", BACK | AHEAD | {"appendix"}), ("review_", BACK), ("plan_", AHEAD)):
            own = [row for row in told if row["kind"] in kinds]
            assert int(report[f"{name}sentences"]) == len(own)
            with_figures = [row for row in own if row["figures"] != "0"]
            assert int(report[f"{name}sentences_with_figures"]) == len(with_figures)
            if name:
                characters = sum(int(row["characters"]) for row in rows if row["kind"] in kinds)
                assert int(report[f"{name}characters"]) == characters


@pytest.mark.parametrize("word", ["两山", "六稳", "GD", "8%", "，同"])
def test_viewers_show_a_search_box_that_answers_two_characters(database, word):
    [(index,)] = database.execute(SEARCHABLE).fetchall()
    (found,) = database.execute(BOX.format(index, index), (f'"{word}"',)).fetchone()
    holding = "SELECT count(*) FROM paragraphs WHERE instr(text, ?)"
    assert (found,) == database.execute(holding, (word,)).fetchone() and found


def test_what_is_found_is_shown_as_it_is_printed(database):
    rows = database.execute("SELECT text FROM paragraphs_fts WHERE paragraphs_fts MATCH '两山'")
    assert all("两山" in text for (text,) in rows)
