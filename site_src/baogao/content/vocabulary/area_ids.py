"""What other registers call the areas: `content/vocabulary/area_ids.csv`."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from baogao.content.files.csv_table import Row, read_rows
from baogao.content.files.safe_read import exists
from baogao.content.vocabulary.vocabulary_layers import Layers
from baogao.records import Problem

NAME = "area_ids.csv"
REGISTERS = ("wikidata", "iso_3166_2")
KEYS = ("code", *REGISTERS)
FORM = {
    "wikidata": re.compile("Q[1-9][0-9]{0,11}"),
    "iso_3166_2": re.compile("[A-Z]{2}-[A-Z0-9]{1,3}"),
}
HINT = f"{','.join(KEYS)}: a code of the areas, Q42780, CN-ZJ; at least one of the two"


class AreaIds(NamedTuple):
    """An area's item in Wikidata and its code of ISO 3166-2, "" where none is known."""

    wikidata: str = ""
    iso_3166_2: str = ""


NO_IDS = AreaIds()


def load(layers: Layers, areas: Collection[str]) -> tuple[dict[str, AreaIds], list[Problem]]:
    """Return the ids by the areas' codes, and the lines that are wrong: such a line is left out.

    What a later layer says of an area counts.
    """
    ids: dict[str, AreaIds] = {}
    problems: list[Problem] = []
    for layer in layers:
        path, shown = layer.folder / NAME, f"{layer.shown}/{NAME}"
        if not exists(path):
            continue
        taken: set[str] = set()  # in this file
        for line, row in read_rows(path, layer.within, shown, KEYS, problems, HINT):
            if mistake := next(_mistakes(row, areas, taken), ""):
                problems.append(Problem(shown, line, mistake, HINT))
            else:
                ids[row["code"]] = AreaIds(row["wikidata"], row["iso_3166_2"])
            taken |= set(row.values())
    return ids, problems


def _mistakes(row: Row, areas: Collection[str], taken: set[str]) -> Iterator[str]:
    """Yield what is wrong with a line; no two have the same code, or the same id."""
    code = row["code"]
    if code not in areas:
        yield f"{code!r} is the code of no area"
    for name in REGISTERS:
        if row[name] and not FORM[name].fullmatch(row[name]):
            yield f"area {code} has {row[name]!r} as {name}"
    if twice := [value for value in row.values() if value and value in taken]:
        yield f"{twice[0]!r} stands twice"
    if not any(row[name] for name in REGISTERS):
        yield f"area {code} has no id"
