"""The lists of `content/vocabulary/` that extraction does not need: for cleaning, observations and pages."""
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from baogao.content import yaml_with_lines
from baogao.content.data_dictionary import tables
from baogao.content.yaml_entries import entries
from baogao.content.patterns import compiled
from baogao.records import Problem
from baogao.content.outcome_rules import Rules, limits, part, rules

LISTS = {"examples", "not", "indicators", "words", "found"}
CHOICES = {"kind": ("level", "change", "rank"), "measure": next(column.values for column in tables()["observations"].columns if column.name == "measure"), "direction": ("up", "down", "none"), "lies": ("below", "above"),
           "of": ("target", "outcome"), "bound": ("eq", "ge", "le", "approx")}


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of `measures.yml`: the figures it fits, and what those measure."""
    kind: str
    measure: str
    unit: str
    words: re.Pattern | None

    def fits(self, kind: str, unit: str, clause: str) -> bool:
        """Say whether a figure of this kind and unit, in this clause, is such a one."""
        return kind == self.kind and self.unit in ("", unit) and (self.words is None or bool(self.words.search(clause)))


@dataclass(frozen=True, slots=True)
class Wordlists:
    """Topics by id; measures in order; lines that are the page's; words slipped in, with the reason; rules; English names of areas."""
    topics: dict[str, str]
    measures: tuple[Measure, ...]
    boilerplate: tuple[re.Pattern, ...]
    injected: tuple[tuple[str, str], ...]
    rules: Rules = Rules()
    area_names: dict[str, str] = field(default_factory=dict)

    def measure(self, kind: str, unit: str, clause: str) -> str:
        """Return what a figure measures: the first row that fits; a level where none does."""
        return next((row.measure for row in self.measures if row.fits(kind, unit, clause)), "level")


def load(folder: Path, shown: str, within: Path | None = None) -> tuple[Wordlists, list[Problem]]:
    """Read the lists; mistakes are named as in the folder `shown`."""
    found: list[Problem] = []
    within = within or folder

    def read(name: str, make: Callable[[dict], object], *needed: str) -> list:
        return [made for entry in entries(folder / name, within, f"{shown}/{name}", found)
                if (made := _made(entry, make, needed, f"{shown}/{name}", found)) is not None]

    return Wordlists(
        dict(read("topics.yml", lambda e: (e["id"], e["zh"]), "id", "zh")),
        tuple(read("measures.yml", _measure, "kind", "measure")),
        tuple(read("boilerplate.yml", lambda e: compiled(e["pattern"]), "pattern", "examples", "not")),
        tuple(read("injected.yml", lambda e: (e["text"], e["why"]), "text", "why", "examples", "not")),
        rules([*read("outcomes.yml", part, "rule", "say"), *read("checks.yml", part, "check")],
              _plausible(folder, within, shown, found)),
        dict(read("area_names.yml", lambda e: (str(e["code"]), e["en"]), "code", "en"))), found


def _plausible(folder: Path, within: Path, shown: str, found: list[Problem]) -> dict:
    """Return the plausible ranges of `indicators.yml`; what else is wrong there, the vocabulary says."""
    ranges = (_made(entry, limits, (), f"{shown}/indicators.yml", found)
              for entry in entries(folder / "indicators.yml", within, shown, []))
    return dict(chain.from_iterable(filter(None, ranges)))


def _fits(key: str, value: object) -> bool:
    """Say whether a field can have a value: one of its choices, a list where it is one, else a text or number."""
    if key in CHOICES:
        return isinstance(value, str) and value in CHOICES[key]
    if isinstance(value, list):
        return key in LISTS and all(isinstance(item, str | int | float) and item != "" for item in value)
    return key not in LISTS - {"words"} and isinstance(value, str | int | float | bool)


def _measure(entry: dict) -> Measure:
    words = entry.get("words")
    return Measure(entry["kind"], entry["measure"], entry.get("unit", ""), compiled(words) if words else None)


def _made(entry, make: Callable[[dict], object], needed: tuple[str, ...], shown: str, found: list[Problem]):
    """Return what an entry stands for, or None with the problem noted."""
    line = entry[yaml_with_lines.LINE]
    lacking = [key for key in needed if not entry.get(key)]
    if lacking:
        found.append(Problem(shown, line, f"entry lacks {', '.join(lacking)}"))
        return None
    for key, value in entry.items() if needed else ():
        if key != yaml_with_lines.LINE and not _fits(key, value):
            found.append(Problem(shown, line, f"{key} cannot be {value!r}", "one of " + ", ".join(CHOICES[key]) if key in CHOICES else "a text, or a list of texts"))
            return None
    try:
        return make(entry)
    except re.error as error:
        found.append(Problem(shown, line, f"not a pattern: {error}", "see Python's re"))
    except KeyError as error:
        found.append(Problem(shown, line, f"entry lacks {error.args[0]}"))
    except ValueError as error:
        found.append(Problem(shown, line, str(error)))
    return None
