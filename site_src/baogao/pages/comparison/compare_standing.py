"""Which sentences of a report stand in the one before it: how many, and where each of them is.

The page counts them. The sentences themselves are the reports', where `static/standing.js` takes
them. The file that says which they are is the same for all languages.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from baogao.content.files.json_bytes import json_bytes
from baogao.content.vocabulary.section_kinds import SECTION_KINDS
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.repeated_sentences import NEAR, NEW, REPEATED, STANDINGS, Standing
from baogao.corpus.report_sentences import Sentence, sentences
from baogao.records import Reading

FILE = "sentences.json"
LETTERS = {REPEATED: "r", NEAR: "n", NEW: "x"}
HEADING = "-"  # in the place of a letter

Counts = Counter[tuple[str, str]]  # by kind of section and standing


def table(corpus: Corpus, newer: Reading, strings: dict) -> list[dict]:
    """Return a row for the report and for each kind of section that it has."""
    found: Counts = Counter()
    for one, stands in _both(corpus, newer):
        if not one.block.level:
            found[one.kind, stands.standing] += 1
            found["", stands.standing] += 1
    names = {"": strings["standing"]["whole"]} | strings["sections"]
    kinds = [kind for kind in ("", *SECTION_KINDS) if any(found[kind, one] for one in STANDINGS)]
    return [_row(kind, names[kind], found) for kind in kinds]


def _row(kind: str, name: str, found: Counts) -> dict:
    counts = {standing: found[kind, standing] for standing in STANDINGS}
    total = sum(counts.values())
    return {
        "kind": kind,
        "name": name,
        "sentences": total,
        "cells": [
            {"letter": LETTERS[standing], "count": count, "share": f"{100 * count / total:.0f}%"}
            for standing, count in counts.items()
        ],
    }


def file(corpus: Corpus, older: Reading, newer: Reading) -> tuple[str, bytes]:
    """Return where each sentence of the newer report stands in the older one.

    Of each paragraph there are its anchor, its kind of section, a letter for each sentence, and for
    each that is not new the anchor of the older paragraph and the sentence's place there.
    """
    places = list(_places(sentences(older)))
    told: dict[str, tuple[str, list[str], list[tuple[str, int]]]] = {}
    for one, stands in _both(corpus, newer):
        _, letters, others = told.setdefault(one.block.anchor, (one.kind, [], []))
        letters.append(HEADING if one.block.level else LETTERS[stands.standing])
        if stands.place is not None and not one.block.level:
            others.append(places[stands.place])
    rows = [
        (anchor, kind, "".join(letters), others) for anchor, (kind, letters, others) in told.items()
    ]
    return addresses.compare(newer.report, older.report) + FILE, json_bytes(rows)


def _both(corpus: Corpus, newer: Reading) -> Iterator[tuple[Sentence, Standing]]:
    return zip(sentences(newer), corpus.standings_in(newer.report.id), strict=True)


def _places(found: Iterable[Sentence]) -> Iterator[tuple[str, int]]:
    """Yield of each sentence the anchor of its paragraph and its place there."""
    seen: Counter[str] = Counter()
    for one in found:
        yield one.block.anchor, seen[one.block.anchor]
        seen[one.block.anchor] += 1
