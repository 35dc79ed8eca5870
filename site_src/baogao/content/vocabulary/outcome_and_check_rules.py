"""The rules by which a target's state is told and numbers are checked.

They stand in `outcomes.yml` and `checks.yml`, and become records here.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from baogao.content.decimal_text import exact
from baogao.content.vocabulary.compiled_patterns import compiled
from baogao.content.vocabulary.qualifiers import Qualifier, Qualifiers
from baogao.content.yaml.yaml_entries import Entry, Mistake

POINTS = ("%", "‰", "百分点")
STATES = (REACHED, MISSED, INSIDE, OPEN, UNMATCHED, UNMENTIONED, INCOMPARABLE, ABSENT) = (
    "达到",
    "未达到",
    "区间内",
    "无法判定",
    "未能对上",
    "下一年未提及",
    "口径不同不可比",
    "下一年报告未收录",
)
STATE_CODES = {
    REACHED: "met",
    INSIDE: "within",
    MISSED: "not_met",
    OPEN: "undecidable",
    UNMATCHED: "unmatched",
    UNMENTIONED: "not_mentioned",
    INCOMPARABLE: "not_comparable",
    ABSENT: "no_next_report",
}
JUDGED = (REACHED, INSIDE, MISSED)
Range = tuple[Decimal, Decimal]
MeasureOf = tuple[str, str]  # an indicator, and what is measured of it


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a value about a number may lie from it.

    In points for shares and rates, elsewhere as a share of it.
    """

    points: Decimal = Decimal(0)
    share: Decimal = Decimal(0)

    def at(self, value: Decimal, unit: str) -> Decimal:
        """Return the distance allowed at a value of a unit."""
        return self.points if unit in POINTS else abs(value) * self.share


def state_name(state: str, strings: Mapping[str, Any]) -> str:
    """Return what a state is called in the language of these words."""
    name: str = strings["states"][STATE_CODES[state]]
    return name


EXACT = Tolerance()


@dataclass(frozen=True, slots=True)
class Basis:
    """Words that promise to keep up with the economy, and how that is judged."""

    pattern: re.Pattern[str]
    bound: str
    tolerance: Tolerance


@dataclass(frozen=True, slots=True)
class Ratio:
    """An indicator that is one indicator over another."""

    indicator: str
    over: str
    under: str


# Compared by identity, as the vocabulary is: what is looked up by it is kept beside it.
@dataclass(frozen=True, eq=False)
class Rules:
    """All rules; `sayings` are (sort, words) in order, for the methods page.

    `good` is the better direction by measure, `sides` the side on which a bound's word puts the
    truth, `tolerances` are those of `target` and `outcome`, `together` the indicators that one name
    stands for, `without_number` what is said right behind a name that is given no number,
    `not_of_levels` why an indicator's growth is not that of its levels, `plausible` the range of
    values by indicator and measure, `qualifiers` the words that narrow what is measured, `related`
    the indicators that a reader of one wants to see, `kept` the words in front of a number that is
    to stay as it is, `lacking` those of a paragraph about what is not well.
    """

    sayings: tuple[tuple[str, str], ...] = ()
    good: dict[str, str] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)
    tolerances: dict[str, Tolerance] = field(default_factory=dict)
    bases: tuple[Basis, ...] = ()
    together: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = ()
    without_number: tuple[re.Pattern[str], ...] = ()
    ratios: tuple[Ratio, ...] = ()
    not_of_levels: dict[str, str] = field(default_factory=dict)
    plausible: dict[MeasureOf, Range] = field(default_factory=dict)
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
    related: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kept: tuple[re.Pattern[str], ...] = ()
    lacking: tuple[re.Pattern[str], ...] = ()

    def allowed(self, of: str, value: Decimal, unit: str) -> Decimal:
        """Return how far from a value the truth of a `target` or an `outcome` about it may lie."""
        return self.tolerances.get(of, EXACT).at(value, unit)


SAID_TOGETHER = ("qualifier",)  # sorts of which one entry speaks for others


class RuleEntry(NamedTuple):
    """What an entry says: the sort of rule, words for the methods page, and the rule itself."""

    sort: str
    say: str
    value: Any  # as the maker of the sort gives it


def rules(entries: Iterable[RuleEntry], plausible: dict[MeasureOf, Range]) -> Rules:
    """Put the entries of the rules together."""
    entries = tuple(entries)

    def of(sort: str) -> list[Any]:
        return [entry.value for entry in entries if entry.sort == sort]

    return Rules(
        sayings=tuple(
            (entry.value if entry.sort == "state" else entry.sort, entry.say) for entry in entries
        ),
        good=dict(of("good")),
        sides={word: lies for words, lies in of("side") for word in words},
        tolerances=dict(of("tolerance")),
        bases=tuple(of("basis")),
        together=tuple(of("together")),
        without_number=tuple(of("without_number")),
        ratios=tuple(of("ratio")),
        not_of_levels={id: say for ids, say in of("growth") for id in ids},
        plausible=plausible,
        qualifiers=Qualifiers(tuple(of("qualifier")), _by_indicator(of("implied"))),
        related=_related(group for groups in of("related") for group in groups),
        kept=tuple(of("kept")),
        lacking=tuple(of("lacking")),
    )


def _by_indicator(implied: Iterable[tuple[str, list[str]]]) -> dict[str, tuple[str, ...]]:
    """Return the qualifiers that each indicator has by nature."""
    found: dict[str, tuple[str, ...]] = {}
    for name, indicators in implied:
        for id in indicators:
            found[id] = (*found.get(id, ()), name)
    return found


def _related(groups: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the other indicators of the groups that each one stands in."""
    found: dict[str, tuple[str, ...]] = {}
    for ids in map(str.split, groups):
        for id in ids:
            found[id] = (*found.get(id, ()), *(other for other in ids if other != id))
    return found


def rule_entry(entry: Entry) -> RuleEntry:
    """Return what an entry of `outcomes.yml` or `checks.yml` says.

    Raises `Mistake`, KeyError for a key that is missing, re.error for a pattern that is none.
    """
    sort = entry.get("rule") or entry.get("check") or ""
    if sort not in MAKERS:
        raise Mistake(f"unknown rule {sort!r}, known are {', '.join(MAKERS)}")
    if "rule" in entry and sort not in SAID_TOGETHER and not entry.get("say"):
        raise Mistake("entry lacks say")
    return RuleEntry(sort, entry.get("say", ""), MAKERS[sort](entry))


def plausible_ranges(entry: Entry) -> list[tuple[MeasureOf, Range]]:
    """Return the plausible ranges that an entry of `indicators.yml` states.

    `plausible` is of growth in %, `plausible_level` of the level in the indicator's unit.
    """
    indicator = entry.get("id", "")
    if not isinstance(indicator, str):  # the vocabulary says so
        return []
    found = []
    if "plausible" in entry:
        growth = _range(entry["plausible"])
        found += [((indicator, "growth"), growth), ((indicator, "average_growth"), growth)]
    if "plausible_level" in entry:
        found.append(((indicator, "level"), _range(entry["plausible_level"])))
    return found


def _range(written: object) -> Range:
    if not isinstance(written, list) or len(written) != 2:
        raise Mistake(f"not a range: {written!r}, write [lowest, highest]")
    return _number(written[0]), _number(written[1])


def _number(written: object) -> Decimal:
    number = exact(written)
    if number is None:
        raise Mistake(f"not a number: {written!r}")
    return number


def _tolerance(entry: Entry) -> Tolerance:
    return Tolerance(_number(entry.get("points", "0")), _number(entry.get("share", "0")))


def _state(entry: Entry) -> str:
    state: str = entry["state"]
    if state not in STATES:
        raise Mistake(f"unknown state {state!r}, known are {', '.join(STATES)}")
    return state


MAKERS: dict[str, Callable[[Entry], object]] = {
    "state": _state,
    "good": lambda entry: (entry["measure"], entry["direction"]),
    "tolerance": lambda entry: (entry["of"], _tolerance(entry)),
    "side": lambda entry: (entry["words"], entry["lies"]),
    "basis": lambda entry: Basis(compiled(entry["pattern"]), entry["bound"], _tolerance(entry)),
    "together": lambda entry: (compiled(entry["name"]), tuple(entry["indicators"])),
    "without_number": lambda entry: compiled(entry["pattern"]),
    "ratio": lambda entry: Ratio(entry["indicator"], entry["over"], entry["under"]),
    "growth": lambda entry: (entry["indicators"], entry["say"]),
    "qualifier": lambda entry: Qualifier(
        entry["about"], entry["qualifier"], compiled(entry["pattern"])
    ),
    "implied": lambda entry: (entry["qualifier"], entry["indicators"]),
    "related": lambda entry: entry["groups"],
    "kept": lambda entry: compiled(entry["pattern"]),
    "lacking": lambda entry: compiled(entry["pattern"]),
}
