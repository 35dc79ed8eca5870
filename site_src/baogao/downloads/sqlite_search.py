"""The full-text search of the SQLite file.

SQLite cannot tell words apart in Chinese, so to its search every two characters that stand side by
side are a word, signs too: `MATCH '两山'` finds each paragraph that holds 两山, and so does the
search box that viewers show for `paragraphs`. A longer phrase is its pairs, and exact:
`MATCH '"长三 三角"'`, `MATCH '"2. .8 8%"'`. One character is the beginning of a pair:
`MATCH '山*'`.
"""

import sqlite3
from itertools import pairwise

# Viewers show a search box for the table that is named as the content.
SEARCH = """CREATE VIRTUAL TABLE paragraphs_fts USING fts5(text, content="paragraphs",
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co P* S*'")"""


def write_search(database: sqlite3.Connection) -> None:
    """Write the index of the paragraphs that are there."""
    database.execute(SEARCH)
    found = database.execute("SELECT rowid, text FROM paragraphs")
    database.executemany(
        "INSERT INTO paragraphs_fts (rowid, text) VALUES (?, ?)",
        ((number, _searched(text)) for number, text in found),
    )
    database.execute("INSERT INTO paragraphs_fts (paragraphs_fts) VALUES ('optimize')")


def _searched(text: str) -> str:
    """Return the words by which a text is found: its pairs, and its last character as one more."""
    return f"{paired(text)} {text.rstrip()[-1:]}"


def paired(text: str) -> str:
    """Return every two characters that stand side by side, with blanks between the pairs."""
    signs = "".join(text.split())
    return " ".join(map("".join, pairwise(signs)))
