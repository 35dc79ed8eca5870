"""`content/vocabulary/`: the words that the stages know, read into one frozen `Vocabulary`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from baogao.content import areas, yaml_with_lines
from baogao.content.hashed_folder import Folder
from baogao.content.limits import LONGEST_WORD
from baogao.content.numerals import exact
from baogao.content.patterns import compiled
from baogao.content.yaml_entries import entries
from baogao.record import record
from baogao.records import Area, Indicator, Problem, Unit

DIRECTIONS = ("up", "down", "none")
ID = re.compile("[a-z][a-z0-9_]{0,60}")
ROLE_FILES = ("predicates.yml", "subjects.yml")
INDICATOR_KEYS = ("id", "zh", "en", "unit", "topic", "direction")
RELATED = ("pair", "measure_of", "thing_of")  # their words say what belongs to what
LISTED = re.compile(r"[^=|]+(\|[^=|]+)*=[^=|]+(\|[^=|]+)*")
# A five-year plan by its name; the older ones only in quotation marks, for 十五 is a number too.
PLAN = r"(?:十[一二三四五六]五|(?<=“)[七八九十]五(?=”))"


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
    """Patterns around a number that is no figure: `before` it and `after` it, and why it is none."""

    before: re.Pattern | None
    after: re.Pattern | None
    why: str


# Compared by identity: the stages keep what they compile from a vocabulary beside it.
@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All words. `problems` holds the mistakes of the files, whose entries are left out.

    `units` go by name; `spellings` lead from a written unit to its name, with the characters that must
    not follow; `bounds` are (place, bound, words) with place one of before, after, glued; `words` go by
    role; `sections` are (kind, pattern of a heading) and `openers` (kind, pattern of a sentence), in order;
    `cues` tell a plan (sure, common) or a review (past) without a heading; `traditional` characters as written and as read.
    """

    indicators: dict[str, Indicator] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    spellings: dict[str, tuple[str, str]] = field(default_factory=dict)
    bounds: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sections: tuple[tuple[str, re.Pattern], ...] = ()
    openers: tuple[tuple[str, re.Pattern], ...] = ()
    cues: dict[str, re.Pattern] = field(default_factory=dict)
    nonfigures: tuple[NonFigure, ...] = ()
    areas: dict[str, Area] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    problems: tuple[Problem, ...] = ()
    traditional: tuple[tuple[str, str], ...] = ()


class Mistake(Exception):
    """What is wrong with an entry, and how to mend it."""

    def __init__(self, message: str, hint: str = ""):
        super().__init__(message)
        self.message, self.hint = message, hint


def load(path: str | Path, within: Folder | None = None) -> Vocabulary:
    """Read a vocabulary folder; never raises for what its files say, see `Vocabulary.problems`."""
    return _Reader(Path(path), within or Folder(Path(path))).read()


def five_years(plan: str) -> tuple[int, ...]:
    """Return the years of a five-year plan: 十三五 is 2016 to 2020, 九五 is 1996 to 2000."""
    first = (
        2006 + 5 * "一二三四五六".index(plan[1])
        if len(plan) == 3
        else 1986 + 5 * "七八九十".index(plan[0])
    )
    return tuple(range(first, first + 5))


class _Reader:
    """Reads the files one after the other, collecting entries, examples and problems."""

    def __init__(self, folder: Path, within: Folder):
        self.folder, self.within = folder, within
        self.problems: list[Problem] = []
        self.examples: list[Example] = []
        self.indicators: dict[str, Indicator] = {}
        self.units: dict[str, Unit] = {}
        self.spellings: dict[str, tuple[str, str]] = {}
        self.bounds: list = []
        self.words: dict[str, tuple[str, ...]] = {}
        self.sections: list = []
        self.openers: list = []
        self.cues: dict[str, re.Pattern] = {}
        self.nonfigures: list[NonFigure] = []
        self.traditional: list[tuple[str, str]] = []

    def read(self) -> Vocabulary:
        self._entries("units.yml", self._unit)
        self._entries("bounds.yml", self._bound)
        self._entries("nonfigures.yml", self._nonfigure)
        self._entries("traditional.yml", self._traditional)
        self._entries("sections.yml", self._section)
        for name in ROLE_FILES:
            self._entries(name, self._role)
        self._entries("indicators.yml", self._indicator)
        return Vocabulary(
            self.indicators,
            self.units,
            self.spellings,
            tuple(self.bounds),
            self.words,
            tuple(self.sections),
            tuple(self.openers),
            self.cues,
            tuple(self.nonfigures),
            self._areas(),
            tuple(self.examples),
            tuple(self.problems),
            tuple(self.traditional),
        )

    def _entries(self, name: str, take: Callable[[str, dict], None]) -> None:
        path = str(self.folder / name)
        for entry in entries(self.folder / name, self.within, path, self.problems):
            line = entry[yaml_with_lines.LINE]
            try:
                take(path, entry)
            except Mistake as mistake:
                self.problems.append(Problem(path, line, mistake.message, mistake.hint))
            except re.error as error:
                self.problems.append(
                    Problem(path, line, f"not a pattern: {error}", "see Python's re")
                )

    def _unit(self, path: str, entry: dict) -> None:
        name, dimension, base = (_text(entry, key) for key in ("unit", "dimension", "base"))
        factor = exact(entry.get("factor", 1))
        if factor is None or factor <= 0:
            raise Mistake(f"unit {name}: factor is not a number: {entry['factor']!r}")
        unless = "".join(_texts(entry, "unless"))
        for spelling in (name, *_texts(entry, "words")):
            if spelling in self.spellings:
                raise Mistake(f"unit {spelling} stands twice", "give it once")
            self.spellings[spelling] = (name, unless)
        self.units[name] = Unit(name, dimension, base, factor)
        example = entry.get("example")
        known = example if isinstance(example, dict) and "text" in example else None
        self._example(path, entry, {"unit": name, **(known or {"text": _text(entry, "example")})})

    def _bound(self, path: str, entry: dict) -> None:
        places = [place for place in ("before", "after", "glued") if place in entry]
        if _text(entry, "bound") not in ("ge", "le", "approx") or len(places) != 1:
            raise Mistake("a bound is ge, le or approx, with words `before`, `after` or `glued`")
        self.bounds.append((places[0], entry["bound"], _texts(entry, places[0])))
        self._examples(path, entry)

    def _nonfigure(self, path: str, entry: dict) -> None:
        before, after = entry.get("before"), entry.get("after")
        if not before and not after:
            raise Mistake("neither `before` nor `after`", "give a pattern of what stands there")
        self.nonfigures.append(
            NonFigure(
                compiled(before) if before else None,
                compiled(after) if after else None,
                _text(entry, "why"),
            )
        )
        for text in _texts(entry, "examples"):
            self._example(path, entry, {"text": text, "figures": 0})

    def _traditional(self, path: str, entry: dict) -> None:
        written, plain = _text(entry, "written"), _text(entry, "read")
        if len(written) != len(plain):
            raise Mistake(
                f"{len(written)} characters are read as {len(plain)}",
                "one stands for one, in the same order",
            )
        self.traditional += zip(written, plain)
        self._examples(path, entry)

    def _section(self, path: str, entry: dict) -> None:
        kind = _text(entry, "kind")
        if "opener" in entry:
            opener = rf"[。\n!;] *(?P<opener>{_text(entry, 'opener')})"
            self.openers.append((kind, compiled(opener)))
        elif "cue" in entry:
            self.cues[_text(entry, "cue")] = compiled(_text(entry, "pattern"))
        else:
            self.sections.append((kind, compiled(_text(entry, "pattern"))))
        for text in _texts(entry, "examples"):
            self._example(path, entry, {"text": text, "section": kind})

    def _role(self, path: str, entry: dict) -> None:
        role = _text(entry, "role")
        if role in self.words:
            raise Mistake(f"role {role} stands twice", "put its words in one entry")
        words = _texts(entry, "words")
        for word in words:
            if role in RELATED and not LISTED.fullmatch(word):
                raise Mistake(f"{role} cannot hold {word!r}", "one|another=part|another part")
            for pattern in word.split("=") if role in RELATED else ():
                compiled(pattern)
        self.words[role] = tuple(dict.fromkeys(words))
        self._examples(path, entry)

    def _indicator(self, path: str, entry: dict) -> None:
        known = {key: _text(entry, key) for key in INDICATOR_KEYS}
        if not ID.fullmatch(known["id"]):
            raise Mistake(
                f"no indicator can be called {known['id']!r}",
                "small letters, digits and _: it is an address",
            )
        if known["id"] in self.indicators:
            raise Mistake(f"indicator {known['id']} stands twice")
        if known["direction"] not in DIRECTIONS:
            raise Mistake(f"direction {known['direction']!r}", "one of " + ", ".join(DIRECTIONS))
        units = _texts(entry, "units") or (known["unit"],)
        for unit in units:
            if (
                not all(part.lstrip("万亿") in self.spellings for part in unit.split("/"))
                and unit not in self.units
            ):
                raise Mistake(
                    f"indicator {known['id']}: unknown unit {unit}", "units are in units.yml"
                )
        self.indicators[known["id"]] = Indicator(
            **known,
            units=units,
            aliases=_texts(entry, "aliases"),
            definition=str(entry.get("definition") or ""),
            headline=bool(entry.get("headline")),
        )
        for key, no in (("examples", False), ("not", True)):
            for text in _texts(entry, key):
                self._example(path, entry, {"text": text, "indicator": known["id"]}, no)

    def _examples(self, path: str, entry: dict) -> None:
        examples = entry.get("examples") or []
        for example in examples if isinstance(examples, list) else [examples]:
            if not isinstance(example, dict) or "text" not in example:
                raise Mistake(
                    f"not an example: {example!r}", "an example is {text: …, field: value}"
                )
            self._example(path, entry, example)

    def _example(self, path: str, entry: dict, example: dict, no: bool = False) -> None:
        expect = tuple(
            (key, value)
            for key, value in example.items()
            if key not in ("text", yaml_with_lines.LINE)
        )
        self.examples.append(
            Example(path, entry[yaml_with_lines.LINE], str(example["text"]), expect, no)
        )

    def _areas(self) -> dict[str, Area]:
        found, mistakes = areas.load(self.folder / "areas.csv", self.within)
        self.problems += mistakes
        return found


def _text(entry: dict, key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise Mistake(
            f"lacks {key}" if value is None else f"{key} cannot be {value!r}",
            f"write {key}: and a word",
        )
    return value


def _texts(entry: dict, key: str) -> tuple[str, ...]:
    value = entry.get(key) or []
    if not isinstance(value, list):
        raise Mistake(f"{key} is not a list", f"write {key}: [one, another]")
    for item in value:
        if not isinstance(item, str) or not item:
            raise Mistake(f"{key} cannot hold {item!r}", "put it in quotation marks")
        if len(item) > LONGEST_WORD:
            raise Mistake(
                f"{key} holds a text of {len(item)} characters", f"at most {LONGEST_WORD}"
            )
    return tuple(value)
