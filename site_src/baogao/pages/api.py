"""The page for people who write programs against the site, and what tells machines of it."""

from collections.abc import Iterator, Mapping

from baogao.content.data_dictionary import tables
from baogao.corpus.corpus import Corpus
from baogao.downloads.api.addresses import LLMS, OPENAPI, SCHEMA, addresses, filled
from baogao.downloads.download_files import CSVS, files_of_table
from baogao.pages.controls import Column, named
from baogao.pages.page import Page

ADDRESS = "api/"
LANGUAGES = {"py": "Python", "R": "R", "sh": "curl"}


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of the table of addresses."""
    return named(strings["api"]["columns"], ("address", "what"))


def pages(
    corpus: Corpus, examples: Mapping[str, Mapping[str, str]], strings: dict
) -> Iterator[Page]:
    """Yield the page for people and the one for language models.

    `examples` are the code of each task, by the ending of its language.
    """
    words = strings["api"]
    context = {
        "title": words["title"],
        "description": words["intro"],
        "crumbs": [(strings["data"]["title"], "data/"), (words["title"], None)],
        "styles": ("tables.css", "data.css"),
        "addresses": addresses(),
        "columns": columns(strings),
        "begin": {"index": filled("index"), "openapi": OPENAPI, "schema": SCHEMA, "llms": LLMS},
        "tasks": [_task(words["tasks"][name], codes) for name, codes in examples.items()],
    }
    yield Page(ADDRESS, "api.html", context)
    listed = [(tables()[name], files_of_table(name)) for name in CSVS]
    begin = corpus.site.base_url
    yield Page(LLMS, "llms.txt", {"begin": begin, "addresses": addresses(), "tables": listed})


def _task(title: str, codes: Mapping[str, str]) -> dict:
    """Return a task with its code in each language, in the languages' order."""
    return {
        "title": title,
        "codes": [(LANGUAGES[kind], codes[kind]) for kind in LANGUAGES if kind in codes],
    }
