"""The words of the interface in each language, and whether they are all there.

`strings/zh.yml` has them in Chinese. `en.yml` has each of them in English, `en.seen.csv` the digest
of the Chinese that was looked at when that was written: where it has changed since, the English is
stale until somebody looks again. `en.phrases.yml` has what other files of our own say in Chinese.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from baogao.content.files.own_files_read_once import Files
from baogao.content.languages import CHINESE, LANGUAGES
from baogao.content.value_digest import digest
from baogao.content.yaml import yaml_with_lines
from baogao.content.yaml.yaml_with_lines import LINE
from baogao.records import Problem

OWN_KEYS = ("magnitudes", "marks")  # where each language has its own: 万 and 亿, or thousands
OF_PREVIEW = ("review", "review_rows", "contradictions")  # what only maintainers see
FIELD = re.compile(r"\{\w*\}")
SEEN_HINT = "look at it, then run scripts/translations --seen {key}"


class Word(NamedTuple):
    """A word by its keys (`report.title`): what it says, and the line that it is found near."""

    key: str
    said: Any
    line: int


def words(assets: Files, language: str) -> dict[str, Any]:
    """Return the words of the interface in a language."""
    own: dict[str, Any] = yaml_with_lines.unlined(_read(assets, CHINESE))
    if language != CHINESE:
        own = _with_all_of(own, yaml_with_lines.unlined(_read(assets, language)))
    return own | {"phrases": phrases(assets, language)}


def phrases(assets: Files, language: str) -> dict[str, str]:
    """Return what own files say in Chinese, in another language."""
    if language == CHINESE:
        return {}
    found: dict[str, str] = yaml_with_lines.unlined(_read(assets, f"{language}.phrases"))
    return found


def _read(assets: Files, name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml_with_lines.load(assets.text(_file(name)))
    return read


def _file(name: str) -> str:
    return f"strings/{name}.yml"


def _with_all_of(chinese: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return a language's words, in the order of the Chinese ones."""
    return {
        key: _with_all_of(value, own.get(key, {}))
        if isinstance(value, dict) and key not in OWN_KEYS
        else own.get(key, value)
        for key, value in chinese.items()
    }


# --- whether they are all there -------------------------------------------------------------------


def problems(assets: Files) -> Iterator[Problem]:
    """Yield a problem for each word that a language lacks, or has beyond the Chinese ones.

    One too for a word that has other fields (`{year}`) to be filled.
    """
    chinese = {word.key: word for word in listed(assets, CHINESE)}
    for language in LANGUAGES[1:]:
        own = {word.key: word for word in listed(assets, language)}
        for key, word in chinese.items():
            if key not in own:
                hint = f"write it into {_shown(language)}"
                yield Problem(_shown(CHINESE), word.line, f"{key} is not there in {language}", hint)
            elif fields(word.said) != fields(own[key].said):
                hint = f"in Chinese {sorted(fields(word.said))}"
                yield Problem(_shown(language), own[key].line, f"{key} has other fields", hint)
        for key in own.keys() - chinese.keys():
            hint = f"{_shown(CHINESE)} has no such word"
            yield Problem(_shown(language), own[key].line, f"{key} is of no use", hint)


def stale(assets: Files, language: str) -> Iterator[Problem]:
    """Yield a problem for each word whose Chinese has changed since it was last looked at."""
    seen = dict(line.rsplit(",", 1) for line in assets.text(seen_file(language)).splitlines())
    own = {word.key: word for word in listed(assets, language)}
    for word in listed(assets, CHINESE):
        if word.key in own and seen.get(word.key) != digest_of(word):
            hint = SEEN_HINT.format(key=word.key)
            message = f"{word.key} was written from another Chinese text"
            yield Problem(_shown(language), own[word.key].line, message, hint)


def seen_file(language: str) -> str:
    """Return the name of the file of what was looked at."""
    return f"strings/{language}.seen.csv"


def digest_of(word: Word) -> str:
    """Return the digest of what a word says: short, as nobody tries to forge one."""
    return digest(str(word.said))[:8]


def fields(said: Any) -> frozenset[str]:
    """Return what is filled into a word, or into the words of a list."""
    return frozenset(FIELD.findall(str(said)))


def listed(assets: Files, language: str) -> Iterator[Word]:
    """Yield the words of a language, those of the preview left out."""
    text = assets.text(_file(language)).split("\n")
    for word in _words(_read(assets, language), text):
        if word.key.split(".")[0] not in OF_PREVIEW and not _is_own(word.key):
            yield word


def _is_own(key: str) -> bool:
    return any(f".{own}." in f"{key}." for own in OWN_KEYS) or key == "language"


def _words(read: Mapping[str, Any], text: list[str], before: str = "") -> Iterator[Word]:
    first = read.get(LINE, 1)
    for key, value in read.items():
        if key == LINE:
            continue
        if isinstance(value, dict):
            yield from _words(value, text, f"{before}{key}.")
        else:
            yield Word(before + key, value, _line_of(key, text, first))


def _line_of(key: str, text: list[str], first: int) -> int:
    """Return the line of a key: the first one from where its mapping begins that has it."""
    for number, line in enumerate(text[first - 1 :], first):
        if f"{key}:" in line or f'"{key}":' in line:
            return number
    return first


def _shown(language: str) -> str:
    return f"site_src/{_file(language)}"
