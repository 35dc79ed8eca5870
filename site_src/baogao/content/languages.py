"""The languages of the site: which there are, and where the pages of each stand.

The first is that of the reports: its pages stand at the root. Those of the others stand below their
names, and mirror them: `en/areas/330200/` is `areas/330200/` in English.
"""

from collections.abc import Iterable, Mapping
from typing import Any

CHINESE, ENGLISH = "zh", "en"
LANGUAGES = (CHINESE, ENGLISH)
IN_CHINESE = "embed/"  # pages for other sites, which are there once: bytes count
TAGS = {CHINESE: "zh-Hans", ENGLISH: "en"}  # by which pages name them to browsers and to programs


def folder(language: str) -> str:
    """Return the folder of a language's pages: "" for the first one's, which stand at the root."""
    return "" if language == CHINESE else f"{language}/"


def is_page(address: str) -> bool:
    """Say whether an address is that of a page, of which each language has its own.

    Files (`data/areas.csv`, `static/site.css`) are there once, for all languages.
    """
    path = address.partition("#")[0].partition("?")[0]
    return (path.endswith("/") and not path.startswith(IN_CHINESE)) or not path


def is_first(name: str) -> bool:
    """Say whether a page in words (`methods`, `en/methods`) is in the first language."""
    return "/" not in name


def placed(address: str, language: str) -> str:
    """Return where an address of the site stands for a language."""
    return folder(language) + address if is_page(address) else address


def is_chinese(strings: Mapping[str, Any]) -> bool:
    """Say whether words of the interface are those of the reports' own language."""
    return str(strings["language"]).startswith(CHINESE)


def phrase(words: str, strings: Mapping[str, Any]) -> str:
    """Return what own files say in Chinese, in the language of these words."""
    return str(strings["phrases"].get(words, words))


def phrases(words: Iterable[str], strings: Mapping[str, Any]) -> str:
    """Return several of what own files say in Chinese, listed in the language of these words."""
    between: str = strings["punctuation"]["and"]
    return between.join(phrase(one, strings) for one in words)


def of_language(file: str, strings: Mapping[str, Any]) -> str:
    """Return what a file of words that scripts read is called: `static/terms.en.json`."""
    name, dot, suffix = file.rpartition(".")
    return file if is_chinese(strings) else f"{name}.{strings['language']}{dot}{suffix}"
