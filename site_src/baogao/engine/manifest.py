"""What the last build into a folder made of which questions, so that the next one need not make it again.

The files themselves are those of the last site; they are taken over only if their bytes are still the same.
"""
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from baogao.engine import file_cache
from baogao.engine.dependencies import Question
from baogao.engine.fingerprints import digest
from baogao.engine.parts import Part

FOLDER = "sites"


@dataclass(frozen=True, slots=True)
class Made:
    """A part that was made: the answers it came of, its files with sizes and digests, the style sheets its pages ask for."""
    part: Part
    answers: dict[Question, str]
    files: dict[str, tuple[int, str]]
    sheets: tuple[tuple[str, ...], ...]


def place(cache: Path, output: Path) -> Path:
    """Return where it is kept what the site in a folder was made of."""
    return cache / FOLDER / digest(str(output.resolve()))


def load(path: Path, key: str) -> dict[Part, Made]:
    """Return what was made with this key; nothing where that is not known."""
    data = file_cache.found(path)
    known = json.loads(data) if data else {}
    return {made.part: made for made in map(_made, known["parts"])} if known.get("key") == key else {}


def keep(path: Path, key: str, parts: Iterable[Made]) -> None:
    """Keep what was made with a key."""
    told = [[made.part.kind, made.part.key, [[*question, answer] for question, answer in made.answers.items()],
             [[name, *known] for name, known in made.files.items()], made.sheets] for made in parts]
    file_cache.keep(path, json.dumps({"key": key, "parts": told}, ensure_ascii=False, separators=(",", ":")).encode())


def _made(told: list) -> Made:
    kind, key, answers, files, sheets = told
    return Made(Part(kind, tuple(key)), {tuple(question): answer for *question, answer in answers},
                {name: (size, known) for name, size, known in files}, tuple(map(tuple, sheets)))
