"""Which sentences of a report stand in the one before it: as they were, nearly, or new."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from baogao.corpus.repeated_sentences import Standing, standings
from baogao.corpus.similarity import cosine
from csv_rows import csv_rows

JUDGED = Path(__file__).parent / "data" / "judged_sentences.csv"  # before limits were tried
OLDER = [
    "新建改建农村公路120公里",
    "大力发展海洋经济",
    "地区生产总值增长7.5%左右",
    "办好十件民生实事",
    "大力发展海洋经济",
]
CASES = [
    ("大力发展海洋经济", Standing("repeated", 1)),
    ("新建改建农村公路160公里", Standing("near", 0)),
    ("地区生产总值增长6%以上", Standing("near", 2)),
    ("大力发展海洋经济建设海洋强市", Standing("near", 1)),
    ("开工建设市民中心二期", Standing("new")),
    ("加快发展民营经济大力推进市民中心", Standing("new")),
    ("好", Standing("new")),
]


@pytest.mark.parametrize(("sentence", "stands"), CASES)
def test_a_sentence_is_held_against_the_one_that_is_most_like_it(sentence, stands):
    assert standings(OLDER, [sentence]) == [stands]


def test_sentences_are_told_apart_together_as_one_by_one():
    every = standings(OLDER, [sentence for sentence, _ in CASES])
    assert every == [stands for _, stands in CASES]


def test_against_nothing_all_is_new():
    assert standings([], ["办好实事"]) == [Standing("new")] and standings(OLDER, []) == []


def test_likeness_is_one_for_the_same_and_nought_for_nothing_in_common():
    one, other = Counter({("环", "保"): 2}), Counter({("创", "新"): 1})
    assert (cosine(one, one), cosine(one, other), cosine(one, Counter())) == (1, 0, 0)


@pytest.fixture(scope="module")
def sentences(site) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in csv_rows(site / "data" / "sentences.csv"):
        found.setdefault(row["report"], []).append(row)
    return found


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text))


def test_the_tables_agree_and_what_is_repeated_has_the_same_letters(site, sentences):
    held = [
        row for row in csv_rows(site / "data" / "similarity.csv") if row["relation"] == "previous"
    ]
    assert len(held) == 3
    for one in held:
        own, earlier = sentences[one["report"]], sentences[one["other"]]
        told = Counter(row["standing"] for row in own if row["level"] == "0")
        assert [int(one[name]) for name in ("repeated", "near", "new")] == [
            told[name] for name in ("repeated", "near", "new")
        ]
        for row in own:
            same = row["earlier"] and letters(earlier[int(row["earlier"])]["text"])
            assert (row["standing"] == "repeated") == (letters(row["text"]) == same)


@pytest.mark.parametrize(
    ("standing", "precision", "recall"), [("near", 0.85, 0.85), ("new", 0.85, 0.85)]
)
def test_sentences_stand_as_readers_judged_them(sentences, standing, precision, recall):
    told = {
        (report, letters(row["text"])): row["standing"]
        for report, rows in sentences.items()
        for row in rows
    }
    pairs = [
        (told[row["report"], letters(row["sentence"])], row["judged"]) for row in csv_rows(JUDGED)
    ]
    right = pairs.count((standing, standing))
    assert right / sum(found == standing for found, _ in pairs) >= precision
    assert right / sum(judged == standing for _, judged in pairs) >= recall


def test_the_comparison_counts_them_and_says_where_each_stands(site, sentences):
    folder = site / "reports" / "330200" / "2020" / "compare" / "2019"
    told = Counter(row["standing"] for row in sentences["330200/2020"] if row["level"] == "0")
    page = (folder / "index.html").read_text("utf-8")
    whole = page.partition('<tr data-kind="">')[2].partition("<tr")[0]
    shown = [int(count) for count in re.findall(r">(\d+)（", whole)]
    assert shown == [told[name] for name in ("repeated", "near", "new")]
    rows = json.loads((folder / "sentences.json").read_bytes())
    found = Counter("".join(row[2] for row in rows))
    assert [found[letter] for letter in "rnx"] == shown
    assert sum(len(row[3]) for row in rows) == found["r"] + found["n"]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_an_area_says_how_like_the_area_above_s_its_newest_report_is(site, folder):
    rows = csv_rows(site / "data" / "similarity.csv")
    above = {row["report"]: row["cosine"] for row in rows if row["relation"] == "superior"}
    page = (site / folder / "areas" / "330200" / "index.html").read_text("utf-8")
    said = page.partition('id="superior"')[2].partition("</a>")[0]
    assert f"{float(above['330200/2020']):.2f}" in said and "a=330200/2020&amp;b=330000" in said
    alone = (site / folder / "areas" / "331000" / "index.html").read_text("utf-8")
    assert 'id="superior"' not in alone


def test_the_first_use_of_a_word_is_the_earliest_that_is_counted(site):
    first: dict[tuple[str, str, str], str] = {}
    for row in csv_rows(site / "data" / "term_counts.csv"):
        area, year = row["report"].split("/")
        key = row["list"], row["term"], area
        if row["section"] != "appendix":
            first[key] = min(first.get(key, year), year)
    told = {
        (row["list"], row["term"], row["area"]): row["year"]
        for row in csv_rows(site / "data" / "first_uses.csv")
    }
    assert told == first and len(told) > 1000
