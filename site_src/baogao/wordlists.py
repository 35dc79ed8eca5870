"""The lists of `content/vocabulary/` that extraction does not need: for cleaning, observations and pages."""
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from baogao import yamls
from baogao.records import Problem
from baogao.rules import Rules, limits, part, rules


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


def load(folder: Path, shown: str) -> tuple[Wordlists, list[Problem]]:
    """Read the lists; mistakes are named as in the folder `shown`."""
    found: list[Problem] = []

    def read(name: str, make: Callable[[dict], object], *needed: str) -> list:
        return [made for entry in _entries(folder / name, f"{shown}/{name}", found)
                if (made := _made(entry, make, needed, f"{shown}/{name}", found)) is not None]

    return Wordlists(
        dict(read("topics.yml", lambda e: (e["id"], e["zh"]), "id", "zh")),
        tuple(read("measures.yml", _measure, "kind", "measure")),
        tuple(read("boilerplate.yml", lambda e: re.compile(e["pattern"]), "pattern", "examples", "not")),
        tuple(read("injected.yml", lambda e: (e["text"], e["why"]), "text", "why", "examples", "not")),
        rules([*read("outcomes.yml", part, "rule", "say"), *read("checks.yml", part, "check")],
              _plausible(folder, shown, found)),
        dict(read("area_names.yml", lambda e: (str(e["code"]), e["en"]), "code", "en"))), found


def _plausible(folder: Path, shown: str, found: list[Problem]) -> dict:
    """Return the plausible ranges of `indicators.yml`; what else is wrong there, the vocabulary says."""
    ranges = (_made(entry, limits, (), f"{shown}/indicators.yml", found)
              for entry in _entries(folder / "indicators.yml", shown, []) if isinstance(entry, dict))
    return dict(chain.from_iterable(filter(None, ranges)))


def _measure(entry: dict) -> Measure:
    words = entry.get("words")
    return Measure(entry["kind"], entry["measure"], entry.get("unit", ""), re.compile(words) if words else None)


def _entries(path: Path, shown: str, found: list[Problem]) -> list:
    try:
        entries = yamls.load(path.read_text("utf-8-sig")) or []
    except FileNotFoundError:
        return []
    except UnicodeDecodeError:
        found.append(Problem(shown, 1, "not UTF-8", "save the file as UTF-8"))
        return []
    except yamls.YamlMistake as mistake:
        found.append(Problem(shown, mistake.line, mistake.message))
        return []
    if not isinstance(entries, list):
        found.append(Problem(shown, 1, "not a list", "the file is a list of entries: - key: value"))
        return []
    return entries


def _made(entry, make: Callable[[dict], object], needed: tuple[str, ...], shown: str, found: list[Problem]):
    """Return what an entry stands for, or None with the problem noted."""
    if not isinstance(entry, dict):
        found.append(Problem(shown, 1, f"not an entry: {entry!r}", "each entry is a mapping: - key: value"))
        return None
    line = entry[yamls.LINE]
    lacking = [key for key in needed if not entry.get(key)]
    if lacking:
        found.append(Problem(shown, line, f"entry lacks {', '.join(lacking)}"))
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
