"""Which files can be downloaded: each report's, each indicator's, and the whole corpus's."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path

from baogao.content.data_dictionary import tables
from baogao.content.files.json_bytes import json_bytes
from baogao.content.site_settings import Site
from baogao.corpus.corpus import Corpus
from baogao.downloads.api import entries
from baogao.downloads.api.addresses import OPENAPI, SCHEMA, filled
from baogao.downloads.api.changes import changes
from baogao.downloads.api.openapi import openapi
from baogao.downloads.api.schema import schema
from baogao.downloads.cells import checked
from baogao.downloads.csv_files import table_csv
from baogao.downloads.csvw import table_group
from baogao.downloads.data_package import corpus_package, package, resource
from baogao.downloads.dataset_metadata import metadata
from baogao.downloads.dcat_catalogue import catalogue
from baogao.downloads.excel_workbook import write_workbook
from baogao.downloads.json_files import document, table_json
from baogao.downloads.parquet_files import write_parquet
from baogao.downloads.reference_rows import indicator_row
from baogao.downloads.rows_made_once import TableRows
from baogao.downloads.sdmx import write_observations, write_structure
from baogao.downloads.sdmx_codes import Names, write_codelists
from baogao.downloads.sdmx_structure import write_structure_message
from baogao.downloads.sqlite_database import write_database
from baogao.downloads.stata_files import write_stata
from baogao.downloads.statement_rows import Row, observation_row, report_row
from baogao.downloads.table_rows import in_column_order, report_rows
from baogao.downloads.table_shares import SDMX
from baogao.downloads.zip_archive import CHECKSUMS, write_archive, write_checksums
from baogao.records import Indicator, Reading

CSVS = (
    "figures",
    "observations",
    "targets",
    "target_panel",
    "reports",
    "areas",
    "indicators",
    "units",
    "glossary",
    "reviews",
    "sentences",
    "word_lists",
    "term_counts",
    "first_uses",
    "similarity",
    "attention",
    "labels",
)
PARQUETS = ("figures", "observations", "target_panel", "sentences", "term_counts")
STATAS = ("target_panel",)
COUNTED = ("reports", "figures", "observations", "targets")
DATABASE, WORKBOOK = WHOLE = ("baogao.sqlite", "baogao.xlsx")  # each holds all tables by itself
TWICE = (".parquet", ".dta")  # forms of a table that is there as CSV, too
# All files of the whole corpus below `data/`, but for the two that tell of them.
FILES = (
    *(f"{name}.csv" for name in CSVS),
    *(f"{name}.parquet" for name in PARQUETS),
    *(f"{name}.dta" for name in STATAS),
    *WHOLE,
    "datapackage.json",
    "csv-metadata.json",
    "catalog.jsonld",
    "version.json",
    "sdmx/observations.csv",
    "sdmx/codelists.csv",
    "sdmx/structure.csv",
    "sdmx/structure.xml",
)
# A file's bytes, or a function that writes it at a path: what is large is never held in memory.
Written = bytes | Callable[[Path], None]


def of_report(
    corpus: Corpus, reading: Reading, beyond: Mapping[str, object]
) -> Iterator[tuple[str, Written]]:
    """Yield a report's figures as CSV and JSON, its text, and the package of them.

    `beyond` is what the JSON says of the figures beyond their columns.
    """
    folder, table = f"reports/{reading.report.id}/", tables()["figures"]
    rows = list(checked(table, report_rows("figures", reading), folder + "figures.csv"))
    about = {**metadata(corpus.site), "report": _without_empty(report_row(corpus, reading))}
    yield folder + "figures.csv", table_csv(table, rows)
    yield folder + "figures.json", table_json(table, rows, about, beyond)
    yield folder + "report.md", reading.report.text.encode()
    yield folder + "datapackage.json", _report_package(corpus.site, reading)


def _report_package(site: Site, reading: Reading) -> bytes:
    report = reading.report
    figures = resource(tables()["figures"], "figures.csv", ["figures"])
    name = f"baogao-{report.area}-{report.year}"
    return json_bytes(package(metadata(site), name, report.title, [figures]))


def of_indicator(
    corpus: Corpus, item: Indicator, names: Mapping[str, object]
) -> Iterator[tuple[str, Written]]:
    """Yield the observations of an indicator as CSV and JSON; `names` say what its codes mean."""
    table, address = tables()["observations"], f"indicators/{item.id}"
    stated = in_column_order(table, map(observation_row, corpus.stated_of(item.id)))
    rows = list(checked(table, stated, f"{address}.csv"))
    described = _without_empty(indicator_row(corpus, item))
    about = {**metadata(corpus.site), "indicator": described, "names": names}
    yield f"{address}.csv", table_csv(table, rows)
    yield f"{address}.json", table_json(table, rows, about)


def of_api(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """Yield what programs find the rest by, and what each release changed."""
    yield entries.index(corpus, {name: files_of_table(name) for name in CSVS})
    yield SCHEMA, document(schema())
    yield OPENAPI, document(openapi(corpus.site))
    yield from entries.of_releases(corpus)
    for before, after in pairwise(corpus.releases):
        yield filled("changes", version=after.version), json_bytes(changes(before, after))


def files_of_table(name: str) -> tuple[str, ...]:
    """Return the addresses of the files that hold a table of the whole corpus."""
    kinds = {"csv": CSVS, "parquet": PARQUETS, "dta": STATAS}
    return tuple(f"data/{name}.{kind}" for kind, names in kinds.items() if name in names)


def texts(rows: TableRows, codes: Names) -> Iterator[tuple[str, Written]]:
    """Yield the tables of the whole corpus as text, and what machines read about them.

    `codes` say what the codes of observations are called.
    """
    about = metadata(rows.corpus.site)
    for name in CSVS:
        yield f"data/{name}.csv", partial(_write_csv, rows, name)
    yield "data/datapackage.json", document(corpus_package(about, CSVS))
    yield "data/csv-metadata.json", document(table_group(about, CSVS))
    yield "data/catalog.jsonld", document(catalogue(about))
    yield "data/version.json", _version(rows)
    observations = rows.lines_without_head(SDMX)
    yield "data/sdmx/observations.csv", partial(write_observations, lines=observations)
    yield "data/sdmx/codelists.csv", partial(write_codelists, rows=rows, names=codes)
    yield "data/sdmx/structure.csv", write_structure
    structure = partial(write_structure_message, rows=rows, names=codes, site=rows.corpus.site)
    yield "data/sdmx/structure.xml", structure


def parquets(rows: TableRows) -> Iterator[tuple[str, Written]]:
    """Yield the large tables as Parquet, and the target panel as a Stata file."""
    for name in PARQUETS:
        yield f"data/{name}.parquet", partial(_write_parquet, rows, name)
    for name in STATAS:
        yield f"data/{name}.dta", partial(_write_stata, rows, name)


def database(rows: TableRows) -> Iterator[tuple[str, Written]]:
    """Yield all tables as a SQLite file."""
    about = metadata(rows.corpus.site)
    yield f"data/{DATABASE}", partial(write_database, rows=rows, meta=about)


def workbook(rows: TableRows) -> Iterator[tuple[str, Written]]:
    """Yield the main tables as an Excel workbook."""
    about = metadata(rows.corpus.site)
    yield f"data/{WORKBOOK}", partial(write_workbook, rows=rows, meta=about)


def packed(site: Site) -> Iterator[tuple[str, Written]]:
    """Yield what tells of the files of the whole corpus, and packs them; they stand beside it."""
    yield f"data/{CHECKSUMS}", partial(write_checksums, names=FILES)
    names = [name for name in FILES if name not in WHOLE and not name.endswith(TWICE)]
    yield "data/baogao.zip", partial(write_archive, names=names, metadata=metadata(site))


def _version(rows: TableRows) -> bytes:
    """Return which version of the data this is, from which inputs, and how much it holds."""
    counts = {name: rows.count(name) for name in COUNTED}
    return document(metadata(rows.corpus.site) | {"inputs": rows.corpus.inputs} | counts)


def sizes(folder: Path) -> dict[str, int]:
    """Return how many bytes each file below a folder has, by its name there."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file()
    }


def _write_csv(rows: TableRows, name: str, path: Path) -> None:
    with path.open("wb") as out:
        out.writelines(rows.lines(name))


def _write_parquet(rows: TableRows, name: str, path: Path) -> None:
    write_parquet(path, tables()[name], rows.of(name), metadata(rows.corpus.site))


def _write_stata(rows: TableRows, name: str, path: Path) -> None:
    write_stata(path, tables()[name], rows.of(name), metadata(rows.corpus.site))


def _without_empty(row: Row) -> Row:
    return {name: None if value == "" else value for name, value in row.items()}
