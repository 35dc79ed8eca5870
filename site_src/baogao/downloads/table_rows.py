"""The rows of every table that the data dictionary describes, in the order of its columns."""

from collections.abc import Callable, Iterable, Iterator

from baogao.content.data_dictionary import NotAsDescribed, Table, tables
from baogao.corpus.corpus import Corpus
from baogao.downloads.cells import FORMULA, Cells, harmless
from baogao.downloads.panel_rows import panel_rows
from baogao.downloads.reference_rows import area_row, glossary_rows, indicator_row, unit_rows
from baogao.downloads.statement_rows import (
    Row,
    figure_rows,
    observation_row,
    paragraph_rows,
    report_row,
    target_row,
)
from baogao.records import Reading

OF_REPORT: dict[str, Callable[[Reading], Iterator[Row]]] = {
    "figures": figure_rows,
    "paragraphs": paragraph_rows,
}


def table_rows(name: str, corpus: Corpus) -> Iterator[Cells]:
    """Yield the rows of a table over all reports, as the dictionary orders their cells.

    Raises `NotAsDescribed` for a row with other columns.
    """
    return in_column_order(tables()[name], OF_CORPUS[name](corpus))


def report_rows(name: str, reading: Reading) -> Iterator[Cells]:
    """Yield the rows of one report: of its `figures` or its `paragraphs`."""
    return in_column_order(tables()[name], OF_REPORT[name](reading))


def in_column_order(table: Table, rows: Iterable[Row]) -> Iterator[Cells]:
    """Yield rows with their cells in the order of the table's columns.

    Raises `NotAsDescribed` for a row with other columns.
    """
    header, described = table.header, set(table.header)
    for number, row in enumerate(rows, 1):
        if row.keys() != described:
            odd = ", ".join(sorted(row.keys() ^ described))
            what = f"columns that are not the dictionary's: {odd} (describe them in dictionary.yml)"
            raise NotAsDescribed(f"{table.name}:{number}: {what}")
        yield tuple(
            [
                harmless(cell) if type(cell) is str and cell[:1] in FORMULA else cell
                for cell in map(row.__getitem__, header)
            ]
        )


def _figures(corpus: Corpus) -> Iterator[Row]:
    for reading in corpus.readings:
        yield from figure_rows(reading)


def _paragraphs(corpus: Corpus) -> Iterator[Row]:
    for reading in corpus.readings:
        yield from paragraph_rows(reading)


def _observations(corpus: Corpus) -> Iterator[Row]:
    return map(observation_row, corpus.observations)


def _targets(corpus: Corpus) -> Iterator[Row]:
    return map(target_row, corpus.targets)


def _reports(corpus: Corpus) -> Iterator[Row]:
    return (report_row(corpus, reading) for reading in corpus.readings)


def _areas(corpus: Corpus) -> Iterator[Row]:
    there = corpus.vocabulary.areas_around(area.code for area in corpus.areas())
    return (area_row(corpus, area) for area in there)


def _indicators(corpus: Corpus) -> Iterator[Row]:
    return (indicator_row(corpus, item) for item in corpus.vocabulary.indicators.values())


OF_CORPUS: dict[str, Callable[[Corpus], Iterator[Row]]] = {
    "figures": _figures,
    "observations": _observations,
    "targets": _targets,
    "target_panel": panel_rows,
    "reports": _reports,
    "areas": _areas,
    "indicators": _indicators,
    "units": unit_rows,
    "glossary": glossary_rows,
    "paragraphs": _paragraphs,
}
