"""The lists of `content/vocabulary/` that extraction does not need.

They are for cleaning, observations and pages.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from baogao.content.data_dictionary import tables
from baogao.content.limits import LONGEST_LINE, LONGEST_WORD
from baogao.content.vocabulary.area_english import Names
from baogao.content.vocabulary.area_ids import AreaIds
from baogao.content.vocabulary.compiled_patterns import compiled
from baogao.content.vocabulary.outcome_and_check_rules import (
    MeasureOf,
    Range,
    Rules,
    plausible_ranges,
    rule_entry,
    rules,
)
from baogao.content.vocabulary.vocabulary_layers import Layers, Where, as_layers, read_layers
from baogao.content.vocabulary.word_lists import WordLists
from baogao.content.yaml.yaml_entries import Entry, Mistake, make_each, require_short
from baogao.content.yaml.yaml_with_lines import LINE
from baogao.records import Problem

Made = TypeVar("Made")
EACH_ITS_OWN = "分别"
SEVERAL = re.compile(r"[、和与及]")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
LISTS = {"examples", "not", "held", "indicators", "groups", "words", "found"}
PATTERNS = ("pattern", "words", "name")
CHOICES = {
    "kind": ("level", "change", "rank"),
    "measure": next(
        column.values for column in tables()["observations"].columns if column.name == "measure"
    ),
    "direction": ("up", "down", "none"),
    "lies": ("below", "above"),
    "of": ("target", "outcome"),
    "bound": ("eq", "ge", "le", "approx"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of `measures.yml`: the figures it fits, and what those measure."""

    kind: str
    measure: str
    unit: str
    words: re.Pattern[str] | None

    def fits(self, kind: str, unit: str, clause: str) -> bool:
        """Say whether a figure of this kind and unit, in this clause, is such a one."""
        if kind != self.kind or self.unit not in ("", unit):
            return False
        return self.words is None or bool(self.words.search(clause))

    def against(self, clause: str) -> str:
        """Return whom a figure of a clause is held against, "" where the row names nobody.

        Of several, each number has its own where they go by 分别: the next for each number since.
        """
        found = self.words.search(clause) if self.words else None
        if not found or "against" not in found.groupdict():
            return ""
        names = SEVERAL.split(found["against"])
        if EACH_ITS_OWN not in clause:
            return found["against"]
        before = len(NUMBER.findall(clause, found.end("against"), len(clause.partition("\n")[0])))
        return names[min(before, len(names) - 1)]


NO_RULES = Rules()
NO_LISTS = WordLists()


@dataclass(frozen=True, slots=True)
class Wordlists:
    """The lists.

    `topics` are Chinese names by id, `measures` in order, `boilerplate` patterns of lines that are
    the page's, `injected` words that were slipped in with the reason, `area_names` English names of
    areas by code and Chinese name, each with its source, `area_ids` what other registers call them,
    `word_lists` words that are counted.
    """

    topics: dict[str, str]
    measures: tuple[Measure, ...]
    boilerplate: tuple[re.Pattern[str], ...]
    injected: tuple[tuple[str, str], ...]
    rules: Rules = NO_RULES
    topics_in_english: dict[str, str] = field(default_factory=dict)
    area_names: Names = field(default_factory=dict)
    area_ids: dict[str, AreaIds] = field(default_factory=dict)
    word_lists: WordLists = NO_LISTS

    def measure(self, kind: str, unit: str, clause: str) -> str:
        """Return what a figure measures: the first row that fits; a level where none does."""
        row = self._row(kind, unit, clause)
        return row.measure if row else "level"

    def against(self, kind: str, unit: str, clause: str) -> str:
        """Return whom a figure is held against, "" where it is held against nobody."""
        row = self._row(kind, unit, clause)
        return row.against(clause) if row else ""

    def _row(self, kind: str, unit: str, clause: str) -> Measure | None:
        return next((row for row in self.measures if row.fits(kind, unit, clause)), None)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The vocabulary while its lists are read."""

    layers: Layers
    found: list[Problem]

    def read(self, name: str, make: Callable[[Entry], Made], *needed: str) -> list[Made]:
        """Return what `make` makes of each entry of a file that has the keys needed."""
        made = _checked(make, needed)
        return [
            one
            for shown, entries in read_layers(self.layers, name, self.found)
            for one in make_each(entries, made, shown, self.found)
        ]


def load(where: Where, shown: str = "") -> tuple[Wordlists, list[Problem]]:
    """Read the lists; mistakes of a single folder are named as in `shown`."""
    lists = _Lists(as_layers(where, shown), [])
    read = lists.read
    topics = read("topics.yml", _topic, "id", "zh")
    return Wordlists(
        topics={id: zh for id, zh, _ in topics},
        topics_in_english={id: en for id, _, en in topics},
        measures=tuple(read("measures.yml", _measure, "kind", "measure")),
        boilerplate=tuple(read("boilerplate.yml", _line, "pattern", "examples", "not")),
        injected=tuple(read("injected.yml", _injected, "text", "why", "examples", "not")),
        rules=_rules(lists),
    ), lists.found


def _rules(lists: _Lists) -> Rules:
    """Return the rules, with the plausible ranges of the indicators.

    What else is wrong in `indicators.yml`, the vocabulary says.
    """
    said = [
        *lists.read("outcomes.yml", rule_entry, "rule"),
        *lists.read("checks.yml", rule_entry, "check"),
    ]
    ranges: list[tuple[MeasureOf, Range]] = []
    for shown, indicators in read_layers(lists.layers, "indicators.yml", []):
        for own in make_each(indicators, plausible_ranges, shown, lists.found):
            ranges += own
    return rules(said, dict(ranges))


def _topic(entry: Entry) -> tuple[str, str, str]:
    return entry["id"], entry["zh"], entry.get("en") or entry["zh"]


def _measure(entry: Entry) -> Measure:
    words = entry.get("words")
    pattern = compiled(words) if words else None
    return Measure(entry["kind"], entry["measure"], entry.get("unit", ""), pattern)


def _line(entry: Entry) -> re.Pattern[str]:
    return compiled(entry["pattern"], is_whole=True)


def _injected(entry: Entry) -> tuple[str, str]:
    return entry["text"], entry["why"]


def _checked(make: Callable[[Entry], Made], needed: tuple[str, ...]) -> Callable[[Entry], Made]:
    """Return a maker that first looks at the keys and values of an entry."""

    def made(entry: Entry) -> Made:
        if lacking := [key for key in needed if not entry.get(key)]:
            raise Mistake(f"entry lacks {', '.join(lacking)}")
        for key, value in entry.items():
            if key != LINE and not _fits(key, value):
                choices = ", ".join(CHOICES.get(key, ()))
                hint = f"one of {choices}" if choices else "a text, or a list of texts"
                raise Mistake(f"{key} cannot be {value!r}", hint)
            if key not in PATTERNS:
                require_short(entry, **{key: LONGEST_LINE})
        try:
            return make(entry)
        except KeyError as error:
            raise Mistake(f"entry lacks {error.args[0]}") from None

    return made


def _fits(key: str, value: object) -> bool:
    """Say whether a field can have a value.

    That is one of its choices, a list where it is one, else a text or a number.
    """
    if key in CHOICES:
        return isinstance(value, str) and value in CHOICES[key]
    if isinstance(value, list):
        return key in LISTS and all(map(_is_word, value))
    return key not in LISTS - {"words"} and isinstance(value, str | int | float | bool)


def _is_word(value: object) -> bool:
    if isinstance(value, str):
        return 0 < len(value) <= LONGEST_WORD
    return isinstance(value, int | float)
