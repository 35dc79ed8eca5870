"""The search index as files: whole, the same every time, and no more than a search needs."""

import gzip
import json
import re

import pytest

import search_scores
from baogao.search import pagefind_index
from baogao.search.indexed_documents import documents, words


@pytest.fixture(scope="module")
def readings():
    return search_scores.read()[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长三角", "长三 三角 角"),
        ("增长 2.8%", "增长 长2 2. .8 8% %"),
        ("１２．５％", "12 2. .5 5% %"),
        ("（二）", "（二 二） ）"),
        ("", ""),
    ],
)
def test_words_are_overlapping_pairs(text, expected):
    assert words(text) == expected


def fragments(site):
    for path in (site / "pagefind" / "fragment").iterdir():
        yield path.stem, json.loads(gzip.decompress(path.read_bytes())[pagefind_index.SIGNATURE :])


def test_the_index_holds_every_paragraph_to_the_letter(site, readings):
    found = {}
    for _, fragment in fragments(site):
        pairs, anchors = fragment["content"].split(" "), fragment["anchors"]
        report = fragment["url"].strip("/").rpartition("/")[0]
        for anchor, following in zip(anchors, [*anchors[1:], {"location": None}], strict=True):
            found[f"reports/{report}/#{anchor['id']}"] = "".join(
                pair[0] for pair in pairs[anchor["location"] : following["location"]]
            )
    assert found == search_scores.paragraphs(readings)


def test_the_index_holds_every_figure(site, readings):
    found = [
        figure[1]
        for _, fragment in fragments(site)
        for figure in json.loads(fragment["meta"]["figures"])
    ]
    assert sorted(found) == sorted(
        mention.anchor for reading in readings for mention in reading.mentions
    )


def test_the_map_names_the_part_of_every_fragment(site):
    reports = json.loads((site / "search" / "map.json").read_text("utf-8"))["reports"]
    parts = {
        part: f"/{area}/{year}/{kind}/"
        for area, year, _, _, kinds in reports
        for kind, part in kinds.items()
    }
    assert parts == {part: fragment["url"] for part, fragment in fragments(site)}


def test_the_same_texts_give_the_same_bytes(readings):
    texts = tuple(one for reading in readings[:2] for one in documents(reading))
    first, second = (pagefind_index.pagefind_files(texts) for _ in range(2))
    assert first == second


def test_pagefinds_own_interface_is_left_out(site):
    names = {path.name for path in (site / "pagefind").iterdir()}
    assert not [name for name in names if re.search(r"ui|highlight|worker|playground", name)]


def test_only_the_search_page_may_run_webassembly(site):
    allowed = [
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if "wasm-unsafe-eval" in path.read_text("utf-8")
    ]
    assert allowed == ["search/index.html"]
