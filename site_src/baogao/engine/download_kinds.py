"""What files those kinds of parts have that are no pages: downloads of all, and the search."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from baogao.charts.quantity_words import as_printed
from baogao.content.languages import LANGUAGES
from baogao.downloads import download_files, table_shares
from baogao.engine.part_tools import File, PartMaker
from baogao.pages import data, files_of_site, rendering
from baogao.pages.targets import target_table
from baogao.search import answer_rows, search_files
from baogao.search.answer_rows import Wording, said_in_all


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


def _answers_of_area(make: PartMaker, code: str) -> Iterator[File]:
    yield from answer_rows.of_area(make.corpus, code, _wording(make))


def _answers_of_indicator(make: PartMaker, id: str) -> Iterator[File]:
    yield from answer_rows.of_indicator(make.corpus, id, _wording(make))


def _wording(make: PartMaker) -> Wording:
    """Return how answers write numbers: all languages have one file."""
    words = [make.renderer.in_language(one).strings for one in LANGUAGES]
    return Wording(
        partial(said_in_all, as_printed, words),
        partial(said_in_all, target_table.promised, words),
    )


KINDS: dict[str, Callable[..., Iterator[File]]] = {
    "rows": _rows,
    "text": _text,
    "parquet": _parquet,
    "database": _database,
    "workbook": _workbook,
    "data": _data,
    "index": _index,
    "map": _map,
    "answers_of_area": _answers_of_area,
    "answers_of_indicator": _answers_of_indicator,
}
