"""All tables in one SQLite file, with keys, indexes and full-text search: the one home of sqlite3.

SQLite cannot tell words apart in Chinese, so to its search every character is a word, signs too, and a phrase of
any length is exact: `MATCH '"两 山"'` finds each paragraph that holds 两山, `MATCH '"2 . 8 %"'` each that holds 2.8%.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from baogao.content.data_dictionary import Column, NotAsDescribed, Table, tables
from baogao.corpus.corpus import Corpus
from baogao.downloads.cells import checked, typed
from baogao.downloads.tables import rows

ORDER = (
    "areas",
    "units",
    "indicators",
    "glossary",
    "reports",
    "paragraphs",
    "figures",
    "observations",
    "targets",
)
TYPES = {
    "string": "TEXT",
    "uri": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "INTEGER",
    "year": "INTEGER",
    "date": "TEXT",
}
SEARCH = """CREATE VIRTUAL TABLE paragraphs_fts USING fts5(
  text, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co P* S*'")"""


DISK = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}


def write_database(path: Path, corpus: Corpus, meta: dict[str, str]) -> None:
    """Write all tables into a new SQLite file, the same bytes for the same rows; raise OSError where the disk refuses."""
    try:
        _write(path, corpus, meta)
    except sqlite3.OperationalError as error:
        if refused := DISK.get(error.sqlite_errorcode & 0xFF):
            raise OSError(refused, str(error)) from error
        raise


def _write(path: Path, corpus: Corpus, meta: dict[str, str]) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        _write_meta(database, meta)
        for name in ORDER:
            _write_table(
                database, tables()[name], checked(tables()[name], rows(name, corpus), path.name)
            )
        _check_keys(database)
        _write_search(database)
        database.execute("COMMIT")
        database.execute("VACUUM")


def _write_meta(database: sqlite3.Connection, meta: dict[str, str]) -> None:
    database.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    database.execute(
        'CREATE TABLE dictionary ("table" TEXT, "column" TEXT, type TEXT, zh TEXT, en TEXT, PRIMARY KEY ("table", "column"))'
    )
    database.executemany(
        "INSERT INTO dictionary VALUES (?, ?, ?, ?, ?)",
        (
            (table.name, column.name, column.type, column.zh, column.en)
            for table in tables().values()
            for column in table.columns
        ),
    )


def _write_table(database: sqlite3.Connection, table: Table, found: Iterator[tuple]) -> None:
    database.execute(create(table))
    marks = ", ".join("?" * len(table.columns))
    database.executemany(
        f"INSERT INTO {table.name} VALUES ({marks})", (_stored(table, row) for row in found)
    )
    for column in table.columns:
        if column.of:
            database.execute(
                f'CREATE INDEX {table.name}_{column.name} ON {table.name} ("{column.name}")'
            )


def _check_keys(database: sqlite3.Connection) -> None:
    """Raise `NotAsDescribed` for the first row with a key that leads nowhere."""
    for name, row, other, number in database.execute("PRAGMA foreign_key_check"):
        own, _, _ = tables()[name].foreign[::-1][number]  # SQLite counts them from the last one
        values = database.execute(
            f"SELECT {', '.join(own)} FROM {name} WHERE rowid = ?", (row,)
        ).fetchone()
        said = ", ".join(f"{column} {value!r}" for column, value in zip(own, values))
        raise NotAsDescribed(
            f"data/{name}.csv:{row}: {said} is none of {other} (add it there, or mend it here)"
        )


def create(table: Table) -> str:
    """Return the statement that makes a table, with its keys."""
    parts = [_column(column) for column in table.columns]
    if table.key:
        parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += [
        f"FOREIGN KEY ({', '.join(own)}) REFERENCES {other} ({', '.join(key)})"
        for own, other, key in table.foreign
    ]
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(parts) + "\n)"


def _column(column: Column) -> str:
    allowed = (
        f' CHECK ("{column.name}" IN ({", ".join(map(repr, column.values))}))'
        if column.values
        else ""
    )
    return f'"{column.name}" {TYPES[column.type]}' + ("" if column.empty else " NOT NULL") + allowed


def _stored(table: Table, row: tuple) -> tuple:
    return tuple(None if value == "" else value for value in typed(table, row))


def _write_search(database: sqlite3.Connection) -> None:
    database.execute(SEARCH)
    found = database.execute("SELECT rowid, text FROM paragraphs").fetchall()
    database.executemany(
        "INSERT INTO paragraphs_fts (rowid, text) VALUES (?, ?)",
        ((number, spaced(text)) for number, text in found),
    )
    database.execute("INSERT INTO paragraphs_fts (paragraphs_fts) VALUES ('optimize')")


def spaced(text: str) -> str:
    """Return a text with a blank between any two characters."""
    return " ".join("".join(text.split()))
