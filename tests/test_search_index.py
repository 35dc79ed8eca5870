"""The search's files: whole in whatever pieces, the same every time, made again piece by piece."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import index_reader
import search_scores
from baogao.content.vocabulary import pinyin
from baogao.search import index_pieces, pair_index, report_texts, search_files
from baogao.search.pair_index import Shard
from own_content import own_corpus

MANY = [f"{area:06}/{year}" for area in range(330100, 330200) for year in range(2000, 2020)]


@pytest.fixture(scope="module")
def corpus():
    return own_corpus()


@pytest.fixture(scope="module", params=[128, 3], ids=["one piece", "several"])
def files(corpus, request):
    """Give the search's files, of all reports in one piece and of some in each."""
    return index_reader.made(corpus, request.param)


@given(st.lists(st.text("长三角一体 a😀", max_size=30), max_size=8))
def test_every_pair_stands_where_the_index_says(written):
    texts = ["".join(text.split()) for text in written]
    whole = "".join(text + pair_index.BETWEEN for text in texts)
    wanted: dict[str, list[int]] = {}
    for place in range(len(whole) - 1):
        if pair_index.BETWEEN not in (pair := whole[place : place + 2]):
            wanted.setdefault(pair, []).append(place)
    found: dict[str, list[int]] = {}
    for shard in pair_index.shards(texts):
        found |= index_reader.places(search_files.compressed_shard(shard))
    assert found == wanted


def test_gaps_of_any_size_are_kept():
    texts = ["甲乙", "丙" * 70_000, "甲乙"]
    shards = pair_index.shards(texts)
    found = [index_reader.places(search_files.compressed_shard(shard)) for shard in shards]
    assert [0, 70_004] in [places.get("甲乙") for places in found]


def test_a_pair_is_in_the_shard_that_the_browser_asks_for(monkeypatch):
    monkeypatch.setattr(pair_index, "PLACES_IN_SHARD", 10)
    shards = list(pair_index.shards(["".join(map(chr, range(0x4E00, 0x4E64)))]))
    assert len(shards) == 16
    for number, shard in enumerate(shards):
        for first, second in shard.pairs:
            assert (ord(first) * 31 + ord(second)) % 16 == number


def test_without_a_text_there_is_one_empty_shard():
    assert list(pair_index.shards([])) == [Shard((), (), b"")]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("长三角", "长三角"),
        ("增长 2.8%", "增长2.8%"),
        ("１２．５％", "12.5%"),
        ("（ＰＭ2.5）", "(pm2.5)"),
        ("R＆D", "r&d"),
    ],
)
def test_texts_are_folded_as_the_scripts_fold_what_is_searched_for(corpus, text, folded):
    reading = corpus.readings[0]
    block = replace(reading.blocks[0], start=0, end=len(text))
    report = replace(reading.report, text=text)
    [passage] = report_texts.passages(replace(reading, report=report, blocks=(block,), mentions=()))
    assert (passage.text, passage.folded) == ("".join(text.split()), folded)


def test_a_phrase_is_found_in_whichever_piece(corpus, files):
    texts = search_scores.paragraphs(corpus.readings)
    terms = search_scores.drawn(corpus.readings, corpus.vocabulary, texts)
    own = {
        report: list(report_texts.passages(corpus.reading(report)))
        for report in index_reader.ids(corpus)
    }
    for phrase in (word for words in terms.values() for word in words):
        folded = phrase.lower().translate(report_texts.NARROW)
        wanted = {
            (report, one.kind) for report in own for one in own[report] if folded in one.folded
        }
        assert index_reader.holding(files, folded) == wanted, phrase


def test_the_files_hold_every_paragraph_to_the_letter(corpus, files):
    found = {
        f"reports/{report}/#{anchor}": text
        for piece in index_reader.pieces(files)
        for report, passages in index_reader.texts(files, piece).items()
        for anchor, _, text, _ in passages
    }
    assert found == search_scores.paragraphs(corpus.readings)


def test_the_files_hold_every_figure(corpus, files):
    found = [
        figure[0]
        for piece in index_reader.pieces(files)
        for passages in index_reader.texts(files, piece).values()
        for *_, figures in passages
        for figure in figures
    ]
    assert sorted(found) == sorted(
        mention.anchor for reading in corpus.readings for mention in reading.mentions
    )


def test_what_is_stated_leads_to_its_sentences(corpus, files):
    there = {
        f"{reading.report.id}/{anchor}"
        for reading in corpus.readings
        for anchor in [*(m.anchor for m in reading.mentions), *(b.anchor for b in reading.blocks)]
    }
    names = [
        one.partition("/stated/")[2].removesuffix(".bin") for one in files if "/stated/" in one
    ]
    rows = [row for name in names for row in index_reader.rows(files, name)]
    assert len(rows) > 1000
    assert {f"{area}/{year}/{anchor}" for area, year, anchor, *_ in rows} <= there
    judged = [row for row in rows if len(row) > 9]
    assert {f"{area}/{year}/{anchor}" for area, *_, year, anchor, _ in judged} <= there


def test_rows_of_indicators_and_of_areas_are_the_same(corpus, files):
    by_indicator = [
        tuple(row)
        for indicator in corpus.vocabulary.indicators
        if f"search/stated/{indicator}.bin" in files
        for row in index_reader.rows(files, indicator)
    ]
    by_area = [tuple(row) for area in corpus.areas() for row in index_reader.rows(files, area.code)]
    assert sorted(by_indicator, key=str) == sorted(by_area, key=str)
    states = {row[8] for row in by_area if len(row) > 8}
    assert states == {target.code for target in corpus.targets}


def test_characters_are_read_in_all_their_ways():
    assert pinyin.syllables("宁") == ["ning", "zhu"]
    assert {"chang", "zhang"} <= set(pinyin.syllables("长"))
    assert pinyin.syllables("绿") == ["lu", "lv"]


def test_the_map_tells_every_name_and_how_it_is_read(corpus, files):
    told = json.loads(files["search/map.json"])
    ningbo = next(one for one in told["names"] if one[2] == "areas/330200/")
    others = ["宁波", "Ningbo"]
    assert ningbo == ["areas", "宁波市", "areas/330200/", others, "Ningbo City", "prefecture"]
    known = {sign for signs in told["readings"].values() for sign in signs}
    assert set("宁波城镇新增就业一体化") <= known


def test_the_built_site_has_these_files(corpus, site):
    built = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in (site / "search").rglob("*")
        if path.is_file() and path.name != "index.html"
    }
    assert built == index_reader.made(corpus, index_pieces.MOST)


def test_what_changes_has_another_version(corpus):
    made = [
        dict(search_files.of_piece(corpus, "1-0", index_reader.ids(corpus)[:many]))
        for many in (1, 1, 2)
    ]
    versions = [json.loads(files["search/1-0/piece.json"])["version"] for files in made]
    assert versions[0] == versions[1] != versions[2]


@given(st.integers(1, len(MANY) - 1))
def test_a_report_that_comes_moves_no_other(many):
    before, after = (index_pieces.index_pieces(MANY[:count]) for count in (many, many + 1))
    assert sorted(id for piece in after.values() for id in piece) == sorted(MANY[: many + 1])
    if before.keys() <= after.keys():  # as many pieces as before
        changed = [name for name in after if after[name] != before.get(name)]
        assert len(changed) == 1
    else:
        halves = [set(piece) for piece in after.values()]
        assert all(
            sum(half <= {*piece, MANY[many]} for piece in before.values()) for half in halves
        )


def test_pieces_are_even():
    pieces = index_pieces.index_pieces(MANY)
    assert len(pieces) == 16
    assert all(80 <= len(reports) <= 170 for reports in pieces.values())
