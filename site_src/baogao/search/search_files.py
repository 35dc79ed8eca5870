"""The search as files: of each piece its index and its reports' texts, and a map of all pieces.

`static/search_index.js` reads them.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby

from baogao.corpus.corpus import Corpus
from baogao.search.packed_files import FOLDER, File, compressed, json_bytes
from baogao.search.pair_index import BETWEEN, Shard, shards
from baogao.search.report_texts import Passage, passages
from baogao.search.search_names import names, readings

MAP = f"{FOLDER}/map.json"
VERSION = 10  # digits that tell a piece from the same piece of another day


def of_piece(corpus: Corpus, name: str, reports: Iterable[str]) -> Iterator[File]:
    """Yield the files of a piece: what is in it, its index in shards, and its reports' texts."""
    texts = {id: tuple(passages(corpus.reading(id))) for id in reports}
    folded = (passage.folded for own in texts.values() for passage in own)
    index = [compressed_shard(shard) for shard in shards(folded)]
    shown = {id: compressed(json_bytes([one.shown() for one in own])) for id, own in texts.items()}
    told = {
        "version": sha256(b"".join((*index, *shown.values()))).hexdigest()[:VERSION],
        "shards": len(index),
        "reports": [_report(corpus, id, own) for id, own in texts.items()],
    }
    yield f"{FOLDER}/{name}/piece.json", json_bytes(told)
    yield from ((f"{FOLDER}/{name}/{number}.bin", data) for number, data in enumerate(index))
    yield from ((f"{FOLDER}/texts/{id.replace('/', '-')}.bin", data) for id, data in shown.items())


def of_map(corpus: Corpus, pieces: Iterable[str]) -> File:
    """Return what the search page loads first."""
    traditional = zip(*corpus.vocabulary.traditional, strict=True)
    named = list(names(corpus))
    told = {
        "pieces": list(pieces),
        "names": [one.told() for one in named],
        "readings": readings(named),
        "traditional": ["".join(characters) for characters in traditional],
    }
    return MAP, json_bytes(told)


def compressed_shard(shard: Shard) -> bytes:
    """Return a shard as a file: a line of JSON, then the gaps."""
    return compressed(json_bytes(["".join(shard.pairs), shard.counts]) + b"\n" + shard.gaps)


def _report(corpus: Corpus, id: str, texts: Iterable[Passage]) -> list[object]:
    report = corpus.reading(id).report
    area = corpus.area(report.area, report.year)
    about = area.code, report.year, area.name, area.level
    return [*about, int(report.doubtful), _runs(texts)]


def _runs(texts: Iterable[Passage]) -> list[list[object]]:
    """Return the kinds of section in the order of the text, and how long it is in each."""
    return [
        [kind, sum(len(one.folded + BETWEEN) for one in run)]
        for kind, run in groupby(texts, key=lambda one: one.kind)
    ]
