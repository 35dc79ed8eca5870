"""What can be taken along: each report's and indicator's files, and the whole corpus in several formats."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from baogao.content.data_dictionary import tables
from baogao.corpus.corpus import Corpus
from baogao.downloads.about import about
from baogao.downloads.archive import write_archive, write_checksums
from baogao.downloads.catalogue import catalogue
from baogao.downloads.csvs import table_csv, write_csv
from baogao.downloads.csvw import table_group
from baogao.downloads.database import write_database
from baogao.downloads.jsons import document, table_json
from baogao.downloads.package import corpus_package, package, resource
from baogao.downloads.parquets import write_parquet
from baogao.downloads.sdmx import write_codelists, write_observations, write_structure
from baogao.downloads.tables import indicator, observation, ordered, report, report_rows, rows
from baogao.downloads.workbook import write_workbook
from baogao.records import Indicator, Reading

CSVS = ("figures", "observations", "targets", "reports", "areas", "indicators", "units", "glossary")
PARQUETS = ("figures", "observations")
Written = bytes | Callable[[Path], None]


def of_report(corpus: Corpus, reading: Reading) -> Iterator[tuple[str, Written]]:
    """Yield a report's figures as CSV and JSON, its text, and the package of them."""
    folder, table, said = f"reports/{reading.report.id}/", tables()["figures"], about(corpus.site)
    found = list(report_rows("figures", reading))
    yield folder + "figures.csv", table_csv(table, found, folder + "figures.csv")
    yield (
        folder + "figures.json",
        table_json(
            table,
            found,
            folder + "figures.json",
            {**said, "report": _plain(report(corpus, reading))},
        ),
    )
    yield folder + "report.md", reading.report.text.encode()
    name = f"baogao-{reading.report.area}-{reading.report.year}"
    yield (
        folder + "datapackage.json",
        document(
            package(said, name, reading.report.title, [resource(table, "figures.csv", ["figures"])])
        ),
    )


def of_indicator(corpus: Corpus, item: Indicator) -> Iterator[tuple[str, Written]]:
    """Yield the observations of an indicator as CSV and JSON."""
    table, address = tables()["observations"], f"indicators/{item.id}"
    found = list(ordered(table, map(observation, corpus.stated_of(item.id))))
    yield f"{address}.csv", table_csv(table, found, f"{address}.csv")
    yield (
        f"{address}.json",
        table_json(
            table,
            found,
            f"{address}.json",
            {**about(corpus.site), "indicator": _plain(indicator(corpus, item))},
        ),
    )


def files(corpus: Corpus) -> Iterator[tuple[str, Written]]:
    """Yield the downloads of the whole corpus; the last ones pack those before them."""
    packed = []
    for name, written in of_corpus(corpus):
        packed.append(name)
        yield f"data/{name}", written
    yield "data/SHA256SUMS", partial(write_checksums, names=tuple(packed))
    yield (
        "data/baogao.zip",
        partial(write_archive, names=(*packed, "SHA256SUMS"), about=about(corpus.site)),
    )


def of_corpus(corpus: Corpus) -> Iterator[tuple[str, Written]]:
    """Yield the files of the whole corpus, by their names below `data/`."""
    said = about(corpus.site)
    for name in CSVS:
        yield f"{name}.csv", partial(_csv, corpus, name)
    for name in PARQUETS:
        yield f"{name}.parquet", partial(_parquet, corpus, name)
    yield "baogao.sqlite", partial(write_database, corpus=corpus, meta=said)
    yield "baogao.xlsx", partial(write_workbook, corpus=corpus, meta=said)
    yield "datapackage.json", document(corpus_package(said, CSVS))
    yield "csv-metadata.json", document(table_group(said, CSVS))
    yield "catalog.jsonld", document(catalogue(said))
    yield (
        "version.json",
        document(
            said
            | {
                "inputs": corpus.inputs,
                "reports": len(corpus.readings),
                "figures": sum(len(r.mentions) for r in corpus.readings),
                "observations": len(corpus.observations),
                "targets": len(corpus.targets),
            }
        ),
    )
    yield "sdmx/observations.csv", partial(write_observations, corpus=corpus)
    yield "sdmx/codelists.csv", partial(write_codelists, corpus=corpus)
    yield "sdmx/structure.csv", write_structure


def sizes(folder: Path) -> dict[str, int]:
    """Return how many bytes each file below a folder has, by its name there."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file()
    }


def _csv(corpus: Corpus, name: str, path: Path) -> None:
    write_csv(path, tables()[name], rows(name, corpus), f"data/{name}.csv")


def _parquet(corpus: Corpus, name: str, path: Path) -> None:
    write_parquet(path, tables()[name], rows(name, corpus), about(corpus.site))


def _plain(row: dict) -> dict:
    return {name: None if value == "" else value for name, value in row.items()}
