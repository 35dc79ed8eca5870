"""The entries of the vocabulary's files, checked one by one and sorted by what they are."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from baogao.content.decimal_text import exact
from baogao.content.limits import LARGEST, LONGEST_LINE, LONGEST_WORD
from baogao.content.vocabulary.compiled_patterns import compiled
from baogao.content.vocabulary.section_kinds import SECTION_KINDS
from baogao.content.vocabulary.tone_words import ToneWords, tone_words
from baogao.content.vocabulary.vocabulary_layers import Layers, called, in_order, read_layers
from baogao.content.yaml.yaml_entries import (
    Entry,
    Mistake,
    make_each,
    require_short,
    text_of,
    texts_of,
)
from baogao.content.yaml.yaml_with_lines import LINE
from baogao.record_decorator import record
from baogao.records import Indicator, Problem

CHOICES = {"direction": ("up", "down", "none"), "promised_as": ("growth", "level")}
ID = re.compile("[a-z][a-z0-9_]{0,60}")
ROLE_FILES = ("predicates.yml", "subjects.yml")
INDICATOR_KEYS = ("id", "zh", "en", "unit", "topic", "direction")
PLACES = ("before", "after", "glued")  # where a word of a bound stands, seen from the number
RELATED = ("pair", "measure_of", "thing_of")  # their words say what belongs to what
LISTED = re.compile(r"[^=|]+(\|[^=|]+)*=[^=|]+(\|[^=|]+)*")  # 总长|里程=铁路|公路
NAMES_HINT = "small letters, digits and _: it is an address"


@record
class Unit:
    """A unit of measure, its dimension, and what one of it is in the dimension's base unit."""

    name: str
    dimension: str
    base: str
    factor: Decimal


@record
class Example:
    """A sentence of an entry, and what must (or, with `no` set, must not) be read in it."""

    path: str
    line: int
    text: str
    expect: tuple[tuple[str, object], ...]
    no: bool = False


@dataclass(frozen=True, slots=True)
class NonFigure:
    """Patterns around a number that is no figure: `before` and `after` it, and why it is none."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    why: str


class VocabularyEntries:
    """All entries of a vocabulary, its examples and problems; see `Vocabulary`."""

    def __init__(self, layers: Layers):
        self.layers = layers
        self.problems: list[Problem] = []
        self.examples: list[Example] = []
        self.indicators: dict[str, Indicator] = {}
        self.names: dict[str, str] = {}  # what is called so: the id of an indicator
        self.units: dict[str, Unit] = {}
        self.spellings: dict[str, tuple[str, str]] = {}
        self.bounds: list[tuple[str, str, tuple[str, ...]]] = []
        self.tones: list[ToneWords] = []
        self.words: dict[str, tuple[str, ...]] = {}
        self.sections: list[tuple[str, re.Pattern[str]]] = []
        self.openers: list[tuple[str, re.Pattern[str]]] = []
        self.cues: dict[str, re.Pattern[str]] = {}
        self.nonfigures: list[NonFigure] = []
        self.traditional: list[tuple[str, str]] = []

    def read_all(self) -> None:
        """Read the files; units come before the indicators that are measured in them."""
        self._read("units.yml", self._unit)
        self._read("bounds.yml", self._bound)
        self._read("tones.yml", self._tone)
        self._read("nonfigures.yml", self._nonfigure)
        self._read("traditional.yml", self._traditional)
        self._read("sections.yml", self._section)
        for name in ROLE_FILES:
            self._read(name, self._role)
        self._read("indicators.yml", self._indicator)
        self._put_indicators_in_order()

    def _read(self, name: str, take: Callable[[str, Entry], None]) -> None:
        for path, entries in read_layers(self.layers, name, self.problems):
            make_each(entries, partial(take, path), path, self.problems)

    def _put_indicators_in_order(self) -> None:
        """Let an indicator that the content says anew stay in its place among baogao's own."""
        places = {name: at for at, name in enumerate(in_order(self.layers, "indicators.yml"))}
        ids = sorted(self.indicators, key=lambda id: places[called({"id": id}, "indicators.yml")])
        self.indicators = {id: self.indicators[id] for id in ids}

    def _unit(self, path: str, entry: Entry) -> None:
        name, dimension, base = (text_of(entry, key) for key in ("unit", "dimension", "base"))
        factor = exact(entry.get("factor", 1))
        if factor is None or factor <= 0:
            raise Mistake(f"unit {name}: factor is not a number: {entry['factor']!r}")
        unless = "".join(texts_of(entry, "unless"))
        for spelling in (name, *texts_of(entry, "words")):
            if spelling in self.spellings:
                raise Mistake(f"unit {spelling} stands twice", "give it once")
            self.spellings[spelling] = (name, unless)
        self.units[name] = Unit(name, dimension, base, factor)
        example = entry.get("example")
        known = example if isinstance(example, dict) and "text" in example else None
        self._example(path, entry, {"unit": name, **(known or {"text": text_of(entry, "example")})})

    def _bound(self, path: str, entry: Entry) -> None:
        places = [place for place in PLACES if place in entry]
        if text_of(entry, "bound") not in ("ge", "le", "approx") or len(places) != 1:
            raise Mistake("a bound is ge, le or approx, with words `before`, `after` or `glued`")
        self.bounds.append((places[0], entry["bound"], texts_of(entry, places[0])))
        self._examples(path, entry)

    def _tone(self, path: str, entry: Entry) -> None:
        self.tones.append(tone_words(entry))
        self._examples(path, entry)
        for text in texts_of(entry, "not"):
            self._example(path, entry, {"text": text, "tone": entry["tone"]}, no=True)

    def _nonfigure(self, path: str, entry: Entry) -> None:
        before, after = entry.get("before"), entry.get("after")
        if not before and not after:
            raise Mistake("neither `before` nor `after`", "give a pattern of what stands there")
        self.nonfigures.append(
            NonFigure(
                before=compiled(before) if before else None,
                after=compiled(after) if after else None,
                why=text_of(entry, "why"),
            )
        )
        for text in texts_of(entry, "examples"):
            self._example(path, entry, {"text": text, "figures": 0})

    def _traditional(self, path: str, entry: Entry) -> None:
        written, read = text_of(entry, "written"), text_of(entry, "read")
        if len(written) != len(read):
            message = f"{len(written)} characters are read as {len(read)}"
            raise Mistake(message, "one stands for one, in the same order")
        self.traditional += zip(written, read, strict=True)
        self._examples(path, entry)

    def _section(self, path: str, entry: Entry) -> None:
        kind = text_of(entry, "kind")
        if kind not in SECTION_KINDS:
            raise Mistake(f"unknown kind of section {kind!r}", "one of " + ", ".join(SECTION_KINDS))
        if "opener" in entry:
            opener = rf"[。\n!;] {{0,9}}+(?P<opener>{text_of(entry, 'opener')})"
            self.openers.append((kind, compiled(opener, longest=LARGEST[".md"])))
        elif "cue" in entry:
            self.cues[text_of(entry, "cue")] = compiled(text_of(entry, "pattern"))
        else:
            self.sections.append((kind, compiled(text_of(entry, "pattern"))))
        for text in texts_of(entry, "examples"):
            self._example(path, entry, {"text": text, "section": kind})

    def _role(self, path: str, entry: Entry) -> None:
        role = text_of(entry, "role")
        if role in self.words:
            raise Mistake(f"role {role} stands twice", "put its words in one entry")
        words = texts_of(entry, "words")
        if role in RELATED:
            _require_relations(role, words)
        self.words[role] = tuple(dict.fromkeys(words))
        self._examples(path, entry)

    def _indicator(self, path: str, entry: Entry) -> None:
        known = {key: text_of(entry, key) for key in INDICATOR_KEYS}
        require_short(entry, definition=LONGEST_LINE, definition_en=LONGEST_LINE)
        known["promised_as"] = entry.get("promised_as", "growth")
        id = known["id"]
        if not ID.fullmatch(id):
            raise Mistake(f"no indicator can be called {id!r}", NAMES_HINT)
        if id in self.indicators:
            raise Mistake(f"indicator {id} stands twice")
        for key, choices in CHOICES.items():
            if known[key] not in choices:
                raise Mistake(f"{key} {known[key]!r}", "one of " + ", ".join(choices))
        units = texts_of(entry, "units") or (known["unit"],)
        if unknown := next((unit for unit in units if not self._is_unit(unit)), ""):
            raise Mistake(f"indicator {id}: unknown unit {unknown}", "units are in units.yml")
        aliases = texts_of(entry, "aliases")
        self._name(id, known["zh"], *aliases)
        self.indicators[id] = Indicator(
            **known,
            units=units,
            aliases=aliases,
            definition=str(entry.get("definition") or ""),
            definition_en=str(entry.get("definition_en") or ""),
            headline=bool(entry.get("headline")),
        )
        for key, no in (("examples", False), ("not", True)):
            for text in texts_of(entry, key):
                self._example(path, entry, {"text": text, "indicator": id}, no)

    def _name(self, id: str, *names: str) -> None:
        """Note what an indicator is called; raise where another is called so."""
        for name in names:
            if self.names.setdefault(name, id) != id:
                message = f"indicator {id}: {name} is a name of {self.names[name]} already"
                raise Mistake(message, "a name has one indicator: say more, or leave it out")

    def _is_unit(self, unit: str) -> bool:
        """Say whether a unit is known, or made of known ones: 元, 万元/公顷."""
        parts = (part.lstrip("万亿") for part in unit.split("/"))
        return unit in self.units or all(part in self.spellings for part in parts)

    def _examples(self, path: str, entry: Entry) -> None:
        examples = entry.get("examples") or []
        for example in examples if isinstance(examples, list) else [examples]:
            if not isinstance(example, dict) or "text" not in example:
                message = f"not an example: {example!r}"
                raise Mistake(message, "an example is {text: …, field: value}")
            require_short(example, text=LONGEST_WORD)
            self._example(path, entry, example)

    def _example(self, path: str, entry: Entry, example: Entry, no: bool = False) -> None:
        expect = tuple(item for item in example.items() if item[0] not in ("text", LINE))
        self.examples.append(Example(path, entry[LINE], str(example["text"]), expect, no))


def _require_relations(role: str, words: tuple[str, ...]) -> None:
    """Raise unless each word says what belongs to what, both sides being patterns."""
    for word in words:
        if not LISTED.fullmatch(word):
            raise Mistake(f"{role} cannot hold {word!r}", "one|another=part|another part")
        for pattern in word.split("="):
            compiled(pattern)
