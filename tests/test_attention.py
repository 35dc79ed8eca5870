"""How much reports speak of each matter, counted again over the sentences of the downloads."""

import re
from pathlib import Path

import pytest

from csv_rows import csv_rows
from second_counts import count, lists_in

VOCABULARY = Path(__file__).resolve().parents[1] / "content" / "vocabulary"
KINDS = {"review": {"opening", "review"}, "plan": {"outlook", "tasks", "government"}}


@pytest.fixture(scope="module")
def sentences(site) -> dict[tuple[str, str], list[dict[str, str]]]:
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in csv_rows(site / "data" / "sentences.csv"):
        for side, kinds in KINDS.items():
            if row["level"] == "0" and row["kind"] in kinds:
                found.setdefault((row["report"], side), []).append(row)
    return found


def test_sentences_and_figures_of_each_matter_are_the_same_when_counted_again(site, sentences):
    lists, rows = lists_in(VOCABULARY), csv_rows(site / "data" / "attention.csv")
    assert len(rows) == sum(bool(words) for words in lists.values()) * len(sentences)
    for row in rows:
        own = sentences[row["report"], row["side"]]
        words = lists[row["list"]].items()
        found = [one for one in own if any(count(one["text"], *word) for word in words)]
        figures = [sum(int(one["figures"]) for one in some) for some in (found, own)]
        assert (int(row["sentences"]), int(row["figures"])) == (len(found), figures[0])
        assert float(row["sentence_share"]) == round(len(found) / len(own), 4)
        assert float(row["figure_share"]) == round(figures[0] / figures[1], 4)


def test_a_report_and_an_area_show_the_shares(site):
    report = (site / "reports" / "330200" / "2020" / "index.html").read_text("utf-8")
    shown = report.partition('<section id="attention">')[2].partition("</section>")[0]
    assert shown.count("<tr>") == 9 and len(re.findall(r"\d+%", shown)) == 32
    area = (site / "areas" / "330200" / "index.html").read_text("utf-8")
    shown = area.partition('<section id="attention">')[2].partition("</section>")[0]
    assert shown.count("<tr>") == 9 and len(re.findall(r"\d+% / \d+%", shown)) == 16
