"""What each area adds to the tables of the corpus, as it is kept: an edit makes one area's anew."""

from collections.abc import Callable, Iterator
from pathlib import Path

from baogao.content.value_digest import digest
from baogao.corpus.corpus import Corpus
from baogao.corpus.panel_distances import area_above
from baogao.downloads.rows_made_once import TableRows, Words
from baogao.downloads.table_shares import HELD_AGAINST_ABOVE, SHARED
from baogao.engine import file_cache
from baogao.engine.code_fingerprint import code_fingerprint

FOLDER = "rows"


# The digest of all that the reports of areas state.
KnownBy = Callable[..., str]


def kept_rows(corpus: Corpus, known_by: KnownBy, cache: Path, words: Words) -> TableRows:
    """Return the tables of a corpus; `known_by` is the digest of all that areas' rows tell.

    `words` are those of the interface by language.
    """

    def keep(area: str, name: str, make: Callable[[], bytes]) -> bytes:
        known = known_by(*_asked(corpus, area, name))
        return file_cache.get_or_make(cache / FOLDER / _name(known, name), make)

    return TableRows(corpus, keep, words)


def names_of(corpus: Corpus, known_by: KnownBy) -> Iterator[str]:
    """Yield the names under which areas' shares are kept."""
    for area in corpus.areas():
        for table in SHARED:
            yield _name(known_by(*_asked(corpus, area.code, table)), table)


def _asked(corpus: Corpus, area: str, table: str) -> tuple[str, ...]:
    """Return the areas that an area's share of a table is made of: in the panel the one above too.

    That one may have no report.
    """
    if table not in HELD_AGAINST_ABOVE:
        return (area,)
    return area, area_above(corpus.area(area), corpus.vocabulary)


def _name(known: str, table: str) -> str:
    return digest((known, table, code_fingerprint()))
