"""The page for people who write programs against the site, and what tells language models of it."""

from collections.abc import Mapping

from baogao.content.data_dictionary import tables
from baogao.content.languages import is_chinese
from baogao.corpus.corpus import Corpus
from baogao.downloads.api.addresses import LLMS, OPENAPI, SCHEMA, addresses, filled
from baogao.downloads.download_files import CSVS, files_of_table
from baogao.pages.page import Page
from baogao.pages.tables.controls import Column, named

ADDRESS = "api/"
LANGUAGES = {"py": "Python", "R": "R", "sh": "curl"}


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of the table of addresses."""
    return named(strings["api"]["columns"], ("address", "what"))


def page(examples: Mapping[str, Mapping[str, str]], strings: dict) -> Page:
    """Return the page; `examples` are the code of each task, by the ending of its language."""
    words, in_chinese = strings["api"], is_chinese(strings)
    context = {
        "title": words["title"],
        "description": words["intro"],
        "crumbs": [(strings["data"]["title"], "data/"), (words["title"], None)],
        "styles": ("tables.css", "data.css"),
        "addresses": [(one.path, one.zh if in_chinese else one.en) for one in addresses()],
        "columns": columns(strings),
        "begin": {"index": filled("index"), "openapi": OPENAPI, "schema": SCHEMA, "llms": LLMS},
        "tasks": [_task(words["tasks"][name], codes) for name, codes in examples.items()],
    }
    return Page(ADDRESS, "api.html", context)


def for_models(corpus: Corpus) -> Page:
    """Return what tells language models where everything is; its addresses are whole if known."""
    listed = [(tables()[name], files_of_table(name)) for name in CSVS]
    context = {"begin": corpus.site.base_url, "addresses": addresses(), "tables": listed}
    return Page(LLMS, "llms.txt", context)


def _task(title: str, codes: Mapping[str, str]) -> dict:
    """Return a task with its code in each language, in the languages' order."""
    return {
        "title": title,
        "codes": [(LANGUAGES[kind], codes[kind]) for kind in LANGUAGES if kind in codes],
    }
