"""The page of downloads: every file with its size, every table with its first rows."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import islice

from baogao.content.data_dictionary import Table, tables
from baogao.content.languages import is_chinese, phrase
from baogao.corpus.corpus import Corpus
from baogao.downloads.cells import written
from baogao.downloads.citation_texts import of_data
from baogao.downloads.dataset_metadata import metadata
from baogao.downloads.download_files import CSVS, files_of_table
from baogao.downloads.rows_made_once import TableRows
from baogao.downloads.schema_org import corpus_dataset
from baogao.pages.citations import citations
from baogao.pages.page import Page
from baogao.pages.tables.controls import Column, named

STYLES = ("tables.css", "data.css")
ADDRESS, DICTIONARY = "data/", "data/dictionary/"
PREVIEW = 3
LONGEST = 40  # characters of a cell in a preview
WHOLE = (
    "baogao.zip",
    "baogao.sqlite",
    "baogao.xlsx",
    "datapackage.json",
    "csv-metadata.json",
    "sdmx/observations.csv",
    "sdmx/codelists.csv",
    "sdmx/structure.csv",
    "sdmx/structure.xml",
    "catalog.jsonld",
    "SHA256SUMS",
    "version.json",
)


def page(
    rows: TableRows, sizes: Mapping[str, int], examples: Mapping[str, str], strings: dict
) -> Page:
    """Return the page of all downloads; `sizes` are the bytes of the files in `data/`, by name."""
    corpus, words = rows.corpus, strings["data"]
    context = {
        "title": words["title"],
        "description": words["intro"],
        "crumbs": [(words["title"], None)],
        "styles": STYLES,
        "scripts": ("copy.js",),
        **citations(corpus.site, ADDRESS, partial(of_data, corpus.site, words=strings["cite"])),
        "about": metadata(corpus.site),
        "linked": corpus_dataset(corpus),
        "dictionary": DICTIONARY,
        "panel": "target_panel" if corpus.vocabulary.headline else "",
        "tables": [_table(rows, table_in_words(tables()[name], strings), sizes) for name in CSVS],
        "whole": [_file(name, sizes, words["files"][name]) for name in WHOLE],
        "examples": [
            {"name": words["examples"][name], "file": name, "text": text}
            for name, text in examples.items()
        ],
    }
    return Page(ADDRESS, "data.html", context)


def described(strings: dict) -> tuple[Column, ...]:
    """Return the columns of the tables that describe the columns of a file."""
    return named(strings["dictionary"], ("column", "type", "meaning", "empty"))


def dictionary(corpus: Corpus, strings: dict) -> Page:
    """Return the page of what every column holds."""
    words = strings["dictionary"]
    context = {
        "title": words["title"],
        "description": words["intro"],
        "crumbs": [(strings["data"]["title"], ADDRESS), (words["title"], None)],
        "styles": STYLES,
        "columns": described(strings),
        "tables": [table_in_words(table, strings) for table in tables().values()],
    }
    return Page(DICTIONARY, "dictionary.html", context)


def table_in_words(table: Table, strings: dict) -> Table:
    """Return a table as it is described in the language of these words."""
    if is_chinese(strings):
        return table
    columns = (
        replace(column, zh=column.en, empty=phrase(column.empty, strings))
        for column in table.columns
    )
    return replace(
        table,
        zh=phrase(table.zh, strings),
        about=phrase(table.about, strings),
        columns=tuple(columns),
    )


def _table(rows: TableRows, table: Table, sizes: Mapping[str, int]) -> dict:
    names = [path.removeprefix(ADDRESS) for path in files_of_table(table.name)]
    return {
        "table": table,
        "rows": rows.count(table.name),
        "files": [_file(name, sizes, name.rpartition(".")[2].upper()) for name in names],
        "preview": [
            [_short(written(value)) for value in row]
            for row in islice(rows.of(table.name), PREVIEW)
        ],
    }


def _file(name: str, sizes: Mapping[str, int], title: str) -> dict:
    return {"address": ADDRESS + name, "name": name, "title": title, "size": size(sizes[name])}


def size(count: int) -> str:
    """Return a number of bytes as people say it."""
    left = float(count)
    for unit in ("B", "KB"):
        if left < 1000:
            return f"{left:.0f} {unit}"
        left /= 1000
    return f"{left:.1f} MB"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
