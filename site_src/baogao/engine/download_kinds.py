"""What files those kinds of parts have that are no pages: downloads of all, and the search."""

from collections.abc import Callable, Iterator
from pathlib import Path

from baogao.downloads import download_files, table_shares
from baogao.engine.part_tools import File, PartMaker
from baogao.pages import data, files_of_site, rendering
from baogao.search import search_files


def _rows(make: PartMaker, area: str) -> Iterator[File]:
    """Make an area's shares of the tables, of which the downloads of all are put together."""
    for name in table_shares.SHARED:
        make.rows.of_area(area, name)
    yield from ()


def _text(make: PartMaker) -> Iterator[File]:
    words = make.strings
    codes = {
        "measure": words["measures"],
        "status": words["statuses"],
        "bound": words["bounds"],
        "tone": words["tones"],
    }
    yield from download_files.texts(make.rows, codes)


def _parquet(make: PartMaker) -> Iterator[File]:
    yield from download_files.parquets(make.rows)


def _database(make: PartMaker) -> Iterator[File]:
    yield from download_files.database(make.rows)


def _workbook(make: PartMaker) -> Iterator[File]:
    yield from download_files.workbook(make.rows)


def _data(make: PartMaker) -> Iterator[File]:
    """Yield what packs the downloads, and their page as what writes it.

    The page says how large the files beside it are.
    """
    rows = make.rows
    if make.has_files:
        yield from download_files.packed(make.corpus.site)

    def write(path: Path) -> None:
        root = path.parents[make.placed(data.ADDRESS).count("/")]
        sizes = download_files.sizes(root / data.ADDRESS)
        examples = rendering.examples(make.renderer.assets)
        page = data.page(rows, sizes, examples, make.strings)
        path.write_bytes(make.renderer.html(page))

    yield files_of_site.file_of(make.placed(data.ADDRESS)), write


def _index(make: PartMaker, name: str, *reports: str) -> Iterator[File]:
    yield from search_files.of_piece(make.corpus, name, reports)


def _map(make: PartMaker, *pieces: str) -> Iterator[File]:
    yield search_files.of_map(make.corpus, pieces)


KINDS: dict[str, Callable[..., Iterator[File]]] = {
    "rows": _rows,
    "text": _text,
    "parquet": _parquet,
    "database": _database,
    "workbook": _workbook,
    "data": _data,
    "index": _index,
    "map": _map,
}
