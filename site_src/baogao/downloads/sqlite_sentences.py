"""The sentences in the SQLite file: where each lies in its paragraph, and a view that cuts it out.

So no text of a report is kept twice.
"""

import sqlite3
from collections.abc import Iterator

from baogao.content.data_dictionary import NotAsDescribed, Table
from baogao.downloads.cells import Cells

SENTENCES = "sentences"
# `place` is the row of the paragraph; of a sentence in a section of its paragraph's kind, `kind` is
# empty.
STORED = """CREATE TABLE sentences_stored (
  place INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  begin INTEGER NOT NULL,
  length INTEGER NOT NULL,
  kind TEXT,
  characters INTEGER NOT NULL,
  figures INTEGER NOT NULL,
  targets INTEGER NOT NULL,
  standing TEXT,
  earlier INTEGER,
  PRIMARY KEY (place, sentence)
) WITHOUT ROWID"""
VIEW = """CREATE VIEW sentences AS SELECT
  paragraphs.report, stored.sentence, paragraphs.paragraph, paragraphs.position, paragraphs.level,
  coalesce(stored.kind, paragraphs.kind) AS kind,
  substr(paragraphs.text, stored.begin, stored.length) AS text,
  stored.characters, stored.figures, stored.targets, stored.standing, stored.earlier
FROM paragraphs CROSS JOIN sentences_stored stored ON stored.place = paragraphs.rowid"""
COUNTS = ("characters", "figures", "targets", "standing", "earlier")
PARAGRAPHS = "SELECT rowid, paragraph, kind, text FROM paragraphs ORDER BY rowid"


def write_sentences(database: sqlite3.Connection, table: Table, rows: Iterator[Cells]) -> None:
    """Write the sentences of the paragraphs that are there, in the same order.

    Raises `NotAsDescribed` for one that is in none of them.
    """
    database.execute(STORED)
    marks = ", ".join("?" * 10)
    stored = _stored(database.execute(PARAGRAPHS), table, rows)
    database.executemany(f"INSERT INTO sentences_stored VALUES ({marks})", list(stored))
    database.execute(VIEW)


def _stored(
    paragraphs: Iterator[tuple[int, str, str, str]], table: Table, rows: Iterator[Cells]
) -> Iterator[tuple[object, ...]]:
    """Yield what is kept of each sentence."""
    place, anchor, kind_around, words, end = 0, "", "", "", 0
    for cells in rows:
        row = dict(zip(table.header, cells, strict=True))
        while anchor != row["paragraph"]:
            place, anchor, kind_around, words = next(paragraphs, (0, "", "", ""))
            end = 0
            if not place:
                raise NotAsDescribed(f"data/sentences.csv: {row['paragraph']} is no paragraph")
        text = str(row["text"])
        begin = words.find(text, end)
        if begin < 0:
            raise NotAsDescribed(f"data/sentences.csv: {text!r} is not in {anchor}")
        end = begin + len(text)
        kind = None if row["kind"] == kind_around else row["kind"]
        counts = (row[name] for name in COUNTS)
        yield place, row["sentence"], begin + 1, len(text), kind, *counts
