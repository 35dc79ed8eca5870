"""The rows of every table that the data dictionary describes, in the order of its columns."""

from collections.abc import Callable, Iterable, Iterator

from baogao.content.data_dictionary import NotAsDescribed, Table, tables
from baogao.corpus.corpus import Corpus
from baogao.downloads.cells import FORMULA, Cells, harmless
from baogao.downloads.panel_rows import panel_rows
from baogao.downloads.reference_rows import area_row, indicator_row, word_list_rows
from baogao.downloads.statement_rows import (
    Row,
    figure_rows,
    observation_row,
    paragraph_rows,
    report_row,
    review_rows,
    sentence_rows,
    target_row,
)
from baogao.downloads.word_rows import (
    attention_rows,
    first_use_rows,
    similarity_rows,
    term_count_rows,
)
from baogao.records import Reading

OF_REPORT: dict[str, Callable[[Reading], Iterator[Row]]] = {
    "figures": figure_rows,
    "paragraphs": paragraph_rows,
    "reviews": review_rows,
}


def area_rows(name: str, corpus: Corpus, area: str) -> Iterator[Cells]:
    """Yield an area's rows of a table, as the dictionary orders their cells.

    Raises `NotAsDescribed` for a row with other columns.
    """
    return in_column_order(tables()[name], OF_AREA[name](corpus, area))


def figures_of_all(corpus: Corpus) -> Iterator[Cells]:
    """Yield the rows of all figures."""
    for area in corpus.areas():
        yield from area_rows("figures", corpus, area.code)


def report_rows(name: str, reading: Reading) -> Iterator[Cells]:
    """Yield the rows of one report in a table of `OF_REPORT`."""
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


def _of_readings(name: str) -> Callable[[Corpus, str], Iterator[Row]]:
    def rows(corpus: Corpus, area: str) -> Iterator[Row]:
        for report in corpus.listed_of(area):
            yield from OF_REPORT[name](corpus.reading(report.id))

    return rows


def _observations(corpus: Corpus, area: str) -> Iterator[Row]:
    return map(observation_row, corpus.stated_for(area))


def _targets(corpus: Corpus, area: str) -> Iterator[Row]:
    return map(target_row, corpus.targets_of(area))


def _sentences(corpus: Corpus, area: str) -> Iterator[Row]:
    for report in corpus.listed_of(area):
        yield from sentence_rows(corpus.reading(report.id), corpus.standings_in(report.id))


def _reports(corpus: Corpus, area: str) -> Iterator[Row]:
    reports = corpus.listed_of(area)
    return (report_row(corpus, corpus.reading(report.id)) for report in reports)


def _areas(corpus: Corpus) -> Iterator[Row]:
    there = corpus.vocabulary.areas_around(area.code for area in corpus.areas())
    return (area_row(corpus, area) for area in there)


def _indicators(corpus: Corpus) -> Iterator[Row]:
    return (indicator_row(corpus, item) for item in corpus.vocabulary.indicators.values())


# Tables in which every area has rows of its own, and those that tell of all areas together.
OF_AREA: dict[str, Callable[[Corpus, str], Iterator[Row]]] = {
    "reports": _reports,
    "figures": _of_readings("figures"),
    "paragraphs": _of_readings("paragraphs"),
    "sentences": _sentences,
    "reviews": _of_readings("reviews"),
    "observations": _observations,
    "targets": _targets,
    "target_panel": panel_rows,
    "term_counts": term_count_rows,
    "first_uses": first_use_rows,
    "similarity": similarity_rows,
    "attention": attention_rows,
}
OF_ALL: dict[str, Callable[[Corpus], Iterator[Row]]] = {
    "areas": _areas,
    "indicators": _indicators,
    "word_lists": word_list_rows,
}
