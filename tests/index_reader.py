"""The search's files in pieces of any size, and read as `static/search_index.js` reads them."""

import json
import zlib
from functools import cache, partial
from itertools import accumulate
from unittest.mock import patch

from baogao.charts.quantity_words import as_printed
from baogao.corpus.corpus import Corpus
from baogao.pages.targets.target_table import promised
from baogao.search import answer_rows, index_pieces, search_files
from interface import ENGLISH_STRINGS, STRINGS

ALL_WORDS = (STRINGS, ENGLISH_STRINGS)
WORDING = answer_rows.Wording(
    partial(answer_rows.said_in_all, as_printed, ALL_WORDS),
    partial(answer_rows.said_in_all, promised, ALL_WORDS),
)
Files = dict[str, bytes]


def made(corpus: Corpus, most: int) -> Files:
    """Return the search's files, made in pieces of so many reports on average."""
    with patch.object(index_pieces, "MOST", most):
        parted = index_pieces.index_pieces(ids(corpus))
    files = dict([search_files.of_map(corpus, parted)])
    for name, reports in parted.items():
        files |= search_files.of_piece(corpus, name, reports)
    for area in corpus.areas():
        files |= answer_rows.of_area(corpus, area.code, WORDING)
    for indicator in corpus.vocabulary.indicators:
        files |= answer_rows.of_indicator(corpus, indicator, WORDING)
    return files


def rows(files: Files, name: str) -> list[list]:
    """Return what is stated of an indicator, or by an area."""
    return json.loads(zlib.decompress(files[f"search/stated/{name}.bin"]))


def ids(corpus: Corpus) -> list[str]:
    """Return the ids of all reports."""
    return [one.id for one in corpus.listed]


def pieces(files: Files) -> list[str]:
    """Return the names of the pieces that the map tells of."""
    return json.loads(files["search/map.json"])["pieces"]


def texts(files: Files, piece: str) -> dict[str, list]:
    """Return what is shown of each report of a piece, by its id."""
    told = json.loads(files[f"search/{piece}/piece.json"])
    return {
        f"{area}/{year}": json.loads(zlib.decompress(files[f"search/texts/{area}-{year}.bin"]))
        for area, year, *_ in told["reports"]
    }


@cache
def places(shard: bytes) -> dict[str, list[int]]:
    """Return where each pair of a shard stands."""
    head, _, gaps = zlib.decompress(shard).partition(b"\n")
    pairs, counts = json.loads(head)
    fourth = len(gaps) // 4
    planes = [gaps[start : start + fourth] for start in range(0, len(gaps), fourth or 1)]
    steps = [int.from_bytes(four) for four in zip(*planes, strict=True)]
    ends = [0, *accumulate(counts)]
    return {
        pairs[2 * i : 2 * i + 2]: list(accumulate(steps[ends[i] : ends[i + 1]]))
        for i in range(len(counts))
    }


def holding(files: Files, phrase: str) -> set[tuple[str, str]]:
    """Return the reports, each with the kind of section, that hold a phrase in some piece."""
    return {part for piece in pieces(files) for part in _in_piece(files, piece, phrase)}


def _in_piece(files: Files, piece: str, phrase: str) -> set[tuple[str, str]]:
    told = json.loads(files[f"search/{piece}/piece.json"])
    starts = []
    for at in range(len(phrase) - 1):
        first, second = map(ord, phrase[at : at + 2])
        shard = files[f"search/{piece}/{(first * 31 + second) % told['shards']}.bin"]
        found = places(shard).get(phrase[at : at + 2], [])
        starts.append({place - at for place in found})
    return {_part(told, start) for start in set.intersection(*starts)}


def _part(told: dict, place: int) -> tuple[str, str]:
    """Return the report and the kind of section that a place of a piece's text is in."""
    end = 0
    for area, year, *_, runs in told["reports"]:
        for kind, length in runs:
            end += length
            if place < end:
                return f"{area}/{year}", kind
    raise AssertionError(f"{place} is behind the end of the text")
