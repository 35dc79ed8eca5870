"""What areas are called in English: `content/vocabulary/areas_english.csv`."""

import re
from collections.abc import Collection, Iterator

from baogao.content.files.csv_table import Row, read_rows
from baogao.content.files.safe_read import exists
from baogao.content.vocabulary.vocabulary_layers import Layers
from baogao.records import Problem

NAME = "areas_english.csv"
KEYS = ("code", "name", "english", "source")
SOURCES = ("list", "known", "pinyin")
ENGLISH = re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ɏ' -]{0,60}")
HINT = f"{','.join(KEYS)}: 540400,林芝市,Nyingchi,list; without the kind; source: one of {SOURCES}"
Names = dict[tuple[str, str], tuple[str, str]]


def load(layers: Layers, areas: Collection[tuple[str, str]]) -> tuple[Names, list[Problem]]:
    """Return name and source by code and Chinese name, and the lines that are wrong.

    Such a line is left out. What a later layer says of an area counts.
    """
    names: Names = {}
    problems: list[Problem] = []
    for layer in layers:
        path, shown = layer.folder / NAME, f"{layer.shown}/{NAME}"
        if not exists(path):
            continue
        here: set[tuple[str, str]] = set()
        for line, row in read_rows(path, layer.within, shown, KEYS, problems, HINT):
            key = row["code"], row["name"]
            if mistake := next(_mistakes(row, key in areas, key in here), ""):
                problems.append(Problem(shown, line, mistake, HINT))
            else:
                names[key] = row["english"], row["source"]
            here.add(key)
    return names, problems


def _mistakes(row: Row, is_area: bool, is_twice: bool) -> Iterator[str]:
    area = f"{row['code']} {row['name']}"
    if not is_area:
        yield f"{area} is no area"
    if is_twice:
        yield f"{area} stands twice"
    if not ENGLISH.fullmatch(row["english"]):
        yield f"{area} cannot be called {row['english']!r}"
    if row["source"] not in SOURCES:
        yield f"{area} has {row['source']!r} as source"
