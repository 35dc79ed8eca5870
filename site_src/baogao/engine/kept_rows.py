"""What each area adds to the tables of the corpus, as it is kept: an edit makes one area's anew."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from baogao.content.value_digest import digest
from baogao.corpus.corpus import Corpus
from baogao.downloads.rows_made_once import TableRows
from baogao.downloads.table_shares import SHARED
from baogao.engine import file_cache
from baogao.engine.code_fingerprint import code_fingerprint

FOLDER = "rows"


def kept_rows(corpus: Corpus, known_by: Callable[[str], str], cache: Path) -> TableRows:
    """Return the tables of a corpus; `known_by` is the digest of all that an area's rows tell."""

    def keep(area: str, name: str, make: Callable[[], bytes]) -> bytes:
        return file_cache.get_or_make(cache / FOLDER / _name(known_by(area), name), make)

    return TableRows(corpus, keep)


def names_of(digests: Iterable[str]) -> Iterator[str]:
    """Yield the names under which areas' shares are kept, by what each area is known by."""
    return (_name(known, table) for known in digests for table in SHARED)


def _name(known: str, table: str) -> str:
    return digest((known, table, code_fingerprint()))
