"""The words of the interface in each language, and whether they are all there.

`strings/zh.yml` has them in Chinese. `en.yml` has each of them in English, `en.seen.csv` the digest
of the Chinese that was looked at when that was written: where it has changed since, the English is
stale until somebody looks again. `en.phrases.yml` has what other files of our own say in Chinese.
"""

from collections.abc import Mapping
from typing import Any

from baogao.content import yaml_with_lines
from baogao.content.languages import CHINESE
from baogao.content.own_files_read_once import Files

OWN_KEYS = ("magnitudes", "marks")  # where each language has its own: 万 and 亿, or thousands


def words(assets: Files, language: str) -> dict:
    """Return the words of the interface in a language."""
    own = chinese = _read(assets, CHINESE)
    if language != CHINESE:
        own = _with_all_of(chinese, _read(assets, language))
    return own | {"phrases": phrases(assets, language)}


def phrases(assets: Files, language: str) -> dict[str, str]:
    """Return what own files say in Chinese, in another language."""
    return {} if language == CHINESE else _read(assets, f"{language}.phrases")


def _read(assets: Files, name: str) -> dict:
    text = assets.text(f"strings/{name}.yml")
    return yaml_with_lines.unlined(yaml_with_lines.load(text)) or {}


def _with_all_of(chinese: Mapping[str, Any], own: Mapping[str, Any]) -> dict:
    """Return a language's words, in the order of the Chinese ones."""
    return {
        key: _with_all_of(value, own.get(key, {}))
        if isinstance(value, dict) and key not in OWN_KEYS
        else own.get(key, value)
        for key, value in chinese.items()
    }
