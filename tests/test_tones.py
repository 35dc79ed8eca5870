"""How firmly targets are promised: as read by hand in the reports, and what is published of it."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from baogao.content.data_dictionary import tables
from baogao.content.reports.figure_edits import apply_edits
from baogao.content.vocabulary.tone_words import PLAIN, TONES
from baogao.downloads.json_files import table_json
from baogao.downloads.statement_rows import observation_row, target_row
from baogao.downloads.table_rows import report_rows
from baogao.reading.extract_command import extract
from baogao.records import Edit
from figure_cases import words
from own_content import own_corpus

CORPUS = own_corpus()
READINGS = {reading.report.id: reading for reading in CORPUS.readings}
NEW = ("bound_words", "tone_words", "tone")


def by_hand() -> dict[tuple[str, str, int], tuple[str, str]]:
    """Return tone and words of every target that is not plain; no tone: people may differ."""
    with (Path(__file__).parent / "data" / "tones.csv").open(encoding="utf-8") as file:
        return {
            (row["report"], row["figure"], int(row["record"])): (row["tone"], row["words"])
            for row in csv.DictReader(file)
        }


def test_every_target_has_the_tone_that_was_read_by_hand():
    read = {
        (id, mention.anchor, mention.nth): (mention.figure.tone, mention.figure.tone_words)
        for id, reading in READINGS.items()
        for mention in reading.mentions
        if mention.figure.status == "target"
    }
    wanted = by_hand()
    assert wanted.keys() <= read.keys()
    wrong = {
        place: said
        for place, said in read.items()
        if (want := wanted.get(place, (PLAIN, "")))[0] and said != want
    }
    assert wrong == {}


def test_words_of_bounds_and_tones_stand_in_the_text():
    for reading in READINGS.values():
        for mention in reading.mentions:
            sentence, figure = reading.quote(mention), mention.figure
            assert figure.bound_words in sentence
            assert (figure.bound_words == "") or figure.bound not in ("eq", "range")
            block = reading.blocks[mention.block]
            around = reading.report.text[block.start : block.end]
            around += reading.sections[mention.section].title
            assert all(word in around for word in figure.tone_words.split("…"))


def test_what_is_no_target_has_no_tone_but_that_of_an_estimate():
    text = "一、2019年工作回顾\n{}港口收入增长6%，游客增长8%。"
    for opening, tones in (
        ("预计", ["expected"] * 2),
        ("力争", ["", ""]),
        ("", ["", ""]),
    ):
        found = extract(text.format(opening), words(), year=2020)
        assert [figure["tone"] for figure in found] == tones


@pytest.mark.parametrize(
    ("text", "tones"),
    [
        # what stands under a heading, until another thing is spoken of
        (
            "主要预期目标是：\n——港口收入增长7%；\n——游客增长9%。\n新建学校20所。",
            ["expected", "expected", "plain"],
        ),
        (
            "主要预期目标是港口收入增长7%，游客增长9%。货运增长4%。",
            ["expected", "expected", "plain"],
        ),
        ("主要目标：港口收入增长7%，游客增长9%。", ["plain", "plain"]),
        ("奋斗目标：港口收入增长7%，货运增长4%。", ["striving", "striving"]),
        # a cap is of its own number, and leaves what holds as it was
        (
            "确保收入增长7%，失业率控制在3%以内，货运增长4%。",
            ["firm", "capped", "firm"],
        ),
        ("物价涨幅和失业率分别控制在3%和5%以内。", ["capped", "capped"]),
        # the clause's own words count first
        ("力争收入增长7%，确保货运增长4%，客运增长2%。", ["striving", "firm", "firm"]),
        # a word behind the subject is said of that alone
        ("港口收入力争增长7%，货运增长4%。", ["striving", "plain"]),
        # what goes on without a subject is of the same thing
        ("坚决完成投资20亿元，增长6%，新建学校20所。", ["firm", "firm", "plain"]),
        # in between nothing else may be done
        ("确保收入增长7%，深化改革，货运增长4%。", ["firm", "plain"]),
        ("确保收入增长7%；货运增长4%。", ["firm", "plain"]),
    ],
)
def test_how_far_words_hold(text, tones):
    found = extract(f"二、2020年主要任务\n{text}", words(), year=2020)
    assert [figure["tone"] for figure in found] == tones


def test_a_target_without_a_number_has_the_tone_of_its_sentence():
    # 有效投资、一般公共预算收入、城乡居民收入增长与经济增长基本同步, below 主要预期目标为
    said = {
        (target.promise.indicator, target.promise.tone, target.promise.tone_words)
        for target in CORPUS.targets
        if target.promise.keeps_up and target.promise.report == "330000/2020"
    }
    assert ("general_budget_revenue", "expected", "预期") in said


def test_an_editor_s_word_takes_the_words_away_that_said_otherwise():
    mention = next(
        mention
        for mention in READINGS["330683/2024"].mentions
        if mention.figure.tone_words == "力争" and mention.figure.bound_words == "以上"
    )

    def edited(*fields):
        edit = Edit(mention.anchor, fields, "原文如此", 1, nth=mention.nth)
        (figure,) = (one.figure for one in apply_edits((mention,), (edit,)))
        return figure.bound_words, figure.tone_words, figure.tone

    assert edited(("label", "游客")) == ("以上", "力争", "striving")
    assert edited(("bound", "eq")) == ("", "力争", "striving")
    assert edited(("status", "actual")) == ("以上", "", "")


def test_the_words_are_columns_of_three_tables():
    for name in ("figures", "observations", "targets"):
        header = tables()[name].header
        assert header[header.index(NEW[0]) :][:3] == NEW
    column = {one.name: one for one in tables()["targets"].columns}["tone"]
    assert sorted(column.values) == sorted((*TONES, PLAIN)) and not column.empty
    target = next(one for one in CORPUS.targets if one.promise.tone == "firm")
    row = target_row(target)
    assert row["tone_words"] == target.promise.tone_words == "确保"
    said = next(o for o in CORPUS.observations if o.anchor == target.promise.anchor)
    assert [observation_row(said)[name] for name in NEW] == [row[name] for name in NEW]


def test_json_leaves_out_those_that_are_empty():
    table = tables()["figures"]
    rows = list(report_rows("figures", READINGS["330200/2020"]))
    told = json.loads(table_json(table, rows, {}))["figures"]
    for row, cells in zip(told, rows, strict=True):
        full = dict(zip(table.header, cells, strict=True))
        assert {name: row[name] for name in NEW if name in row} == {
            name: full[name] for name in NEW if full[name]
        }
    assert set(NEW) < set(table.sparse)
    assert row.keys() | set(table.sparse) == set(table.header)
    assert replace(table, columns=table.columns[:3]).sparse == ()
