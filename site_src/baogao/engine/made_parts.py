"""What the last build into a folder made of which questions: the next one need not make it again.

The files themselves are those of the last site; they are taken over only if their bytes are still
the same.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from baogao.content.value_digest import digest
from baogao.engine import file_cache
from baogao.engine.dependencies import Question
from baogao.engine.site_parts import SitePart

FOLDER = "sites"


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part that was made, and what of.

    `answers` are the digests of what the corpus answered, by question; `files` the size and digest
    of each file, by path; `sheets` the style sheets that its pages ask for together.
    """

    part: SitePart
    answers: dict[Question, str]
    files: dict[str, tuple[int, str]]
    sheets: tuple[tuple[str, ...], ...]


def path_of(cache: Path, output: Path) -> Path:
    """Return where the manifest of the site in a folder is kept."""
    return cache / FOLDER / digest(str(output.resolve()))


def load(path: Path, key: str) -> dict[SitePart, MadePart]:
    """Return what was made with this key; nothing where that is not known."""
    data = file_cache.get(path)
    known = json.loads(data) if data else {}
    if known.get("key") != key:
        return {}
    return {made.part: made for made in map(_from_json, known["parts"])}


def save(path: Path, key: str, parts: Iterable[MadePart]) -> None:
    """Keep what was made with a key."""
    known = {"key": key, "parts": list(map(_to_json, parts))}
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    file_cache.put(path, text.encode())


def _to_json(made: MadePart) -> list[Any]:
    return [
        made.part.kind,
        made.part.key,
        [[*question, answer] for question, answer in made.answers.items()],
        [[name, *known] for name, known in made.files.items()],
        made.sheets,
    ]


def _from_json(told: list[Any]) -> MadePart:
    kind, key, answers, files, sheets = told
    return MadePart(
        SitePart(kind, tuple(key)),
        {tuple(question): answer for *question, answer in answers},
        {name: (size, known) for name, size, known in files},
        tuple(map(tuple, sheets)),
    )
