"""All tables in one SQLite file, with keys, indexes and full-text search: the one home of sqlite3.

A sentence stands in the row of each of its figures, and again in what is observed by them. It is
kept once, in `texts`; the tables that people ask are views then, over `figures_stored` and
`observations_stored`. Nor are paragraphs kept twice: `sqlite_sentences` has the sentences.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from baogao.content.data_dictionary import Column, NotAsDescribed, Table, tables
from baogao.downloads.cells import Cell, Cells
from baogao.downloads.rows_made_once import TableRows
from baogao.downloads.sqlite_search import write_search
from baogao.downloads.sqlite_sentences import SENTENCES, write_sentences

# Tables after those that their keys lead to.
ORDER = (
    "areas",
    "units",
    "indicators",
    "glossary",
    "reports",
    "paragraphs",
    SENTENCES,
    "figures",
    "observations",
    "targets",
    "target_panel",
    "reviews",
    "word_lists",
    "term_counts",
    "first_uses",
    "similarity",
    "attention",
    "labels",
)
UNITS = "units.unit"  # of which each is in so many rows that an index would find none sooner
STORED = "_stored"  # ends the name of a table behind a view
# Columns whose texts come back in many rows: a row holds the text's number in `texts`.
KEPT_ONCE = {
    "figures": ("section", "quote"),
    "observations": ("quote",),
    "target_panel": ("quote", "outcome_quote"),
    "term_counts": ("report", "list", "term", "section"),
    "first_uses": ("list", "term", "area", "level"),
}
TYPES = {
    "string": "TEXT",
    "uri": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "INTEGER",
    "year": "INTEGER",
    "date": "TEXT",
}
META = "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
DICTIONARY = (
    'CREATE TABLE dictionary ("table" TEXT, "column" TEXT, type TEXT, zh TEXT, en TEXT, '
    'PRIMARY KEY ("table", "column"))'
)
TEXTS = "CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL)"
# SQLite's errors that are the disk's, and what the system calls them.
DISK_ERRORS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_READONLY: errno.EROFS,
}


def write_database(path: Path, rows: TableRows, meta: dict[str, str]) -> None:
    """Write all tables into a new SQLite file, the same bytes for the same rows.

    Raises OSError where the disk refuses, and `NotAsDescribed` for a cell or key that must not be
    published.
    """
    try:
        _write(path, rows, meta)
    except sqlite3.OperationalError as error:
        if refused := DISK_ERRORS.get(error.sqlite_errorcode & 0xFF):
            raise OSError(refused, str(error)) from error
        raise


def _write(path: Path, rows: TableRows, meta: dict[str, str]) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        _write_meta(database, meta)
        _write_dictionary(database)
        texts: dict[str, int] = {}
        for name in ORDER:
            if name == SENTENCES:
                write_sentences(database, tables()[name], rows.of(name))
            else:
                _write_table(database, tables()[name], rows.of(name), texts)
        _write_texts(database, texts)
        _check_keys(database)
        write_search(database)
        database.execute("COMMIT")
        database.execute("VACUUM")


def _write_meta(database: sqlite3.Connection, meta: dict[str, str]) -> None:
    database.execute(META)
    database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())


def _write_dictionary(database: sqlite3.Connection) -> None:
    database.execute(DICTIONARY)
    described = (
        (table.name, column.name, column.type, column.zh, column.en)
        for table in tables().values()
        for column in table.columns
    )
    database.executemany("INSERT INTO dictionary VALUES (?, ?, ?, ?, ?)", described)


def _write_table(
    database: sqlite3.Connection, table: Table, rows: Iterator[Cells], texts: dict[str, int]
) -> None:
    """Write a table; `texts` gets those that are kept once, with their numbers."""
    stored = stored_name(table.name)
    database.execute(create(table))
    marks = ", ".join("?" * len(table.columns))
    numbered = _with_numbers(table, rows, texts)
    database.executemany(f"INSERT INTO {stored} VALUES ({marks})", numbered)
    once = KEPT_ONCE.get(table.name, ())
    for column in table.columns:
        if column.of and column.of != UNITS and column.name not in once:
            index = f'{table.name}_{column.name} ON {stored} ("{column.name}")'
            database.execute(f"CREATE INDEX {index}")
    if stored != table.name:
        database.execute(_view(table))


def stored_name(table: str) -> str:
    """Return the name of the SQL table that holds a table's rows: its own, if that is no view."""
    return f"{table}{STORED}" if table in KEPT_ONCE else table


def _with_numbers(table: Table, rows: Iterator[Cells], texts: dict[str, int]) -> Iterator[Cells]:
    """Yield rows with the numbers of the texts that are kept once."""
    places = [table.header.index(name) for name in KEPT_ONCE.get(table.name, ())]
    if not places:
        yield from rows
    for row in rows:
        cells = list(row)
        for place in places:
            cells[place] = _number(cells[place], texts)
        yield tuple(cells)


def _number(text: Cell, texts: dict[str, int]) -> int | None:
    """Return the number of a text, a new one where it comes for the first time."""
    return None if text is None else texts.setdefault(str(text), len(texts) + 1)


def _view(table: Table) -> str:
    """Return the statement that makes a view with the texts in place of their numbers."""
    once = KEPT_ONCE[table.name]
    columns = [
        f'{column.name}_text.text AS "{column.name}"'
        if column.name in once
        else f'stored."{column.name}"'
        for column in table.columns
    ]
    joins = [f"LEFT JOIN texts {name}_text ON {name}_text.number = stored.{name}" for name in once]
    source = " ".join([f"{stored_name(table.name)} stored", *joins])
    return f"CREATE VIEW {table.name} AS SELECT\n  " + ",\n  ".join(columns) + f"\nFROM {source}"


def _write_texts(database: sqlite3.Connection, texts: dict[str, int]) -> None:
    database.execute(TEXTS)
    database.executemany("INSERT INTO texts (text, number) VALUES (?, ?)", texts.items())


def _check_keys(database: sqlite3.Connection) -> None:
    """Raise `NotAsDescribed` for the first row with a key that leads nowhere."""
    for stored, row, other, number in database.execute("PRAGMA foreign_key_check"):
        name = stored.removesuffix(STORED)
        own, _, _ = _keys(tables()[name])[::-1][number]  # SQLite counts them from the last one
        select = f"SELECT {', '.join(own)} FROM {stored} WHERE rowid = ?"
        values = database.execute(select, (row,)).fetchone()
        key = ", ".join(f"{column} {value!r}" for column, value in zip(own, values, strict=True))
        what = f"{key} is none of {other.removesuffix(STORED)} (add it there, or mend it here)"
        raise NotAsDescribed(f"data/{name}.csv:{row}: {what}")


def create(table: Table) -> str:
    """Return the statement that makes a table, with its keys."""
    once = KEPT_ONCE.get(table.name, ())
    parts = [_column(column, column.name in once) for column in table.columns]
    if table.key and not set(table.key) <= set(once):  # as long as a row, it is not kept again
        parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += [
        f"FOREIGN KEY ({', '.join(own)}) REFERENCES {stored_name(other)} ({', '.join(key)})"
        for own, other, key in _keys(table)
    ]
    return f"CREATE TABLE {stored_name(table.name)} (\n  " + ",\n  ".join(parts) + "\n)"


def _keys(table: Table) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """Return the foreign keys of a table; a text that is kept once is no key."""
    once = set(KEPT_ONCE.get(table.name, ()))
    return [foreign for foreign in table.foreign if not once & set(foreign[0])]


def _column(column: Column, once: bool) -> str:
    """Return what is said of a column; of a text that is kept once, a row holds the number."""
    said = f'"{column.name}" {"INTEGER" if once else TYPES[column.type]}'
    if not column.empty:
        said += " NOT NULL"
    if once:
        said += " REFERENCES texts"
    if column.values and not once:
        said += f' CHECK ("{column.name}" IN ({", ".join(map(repr, column.values))}))'
    return said
