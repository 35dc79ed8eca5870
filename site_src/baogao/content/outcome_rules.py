"""The rules by which a target's state is told and numbers are checked: `outcomes.yml` and `checks.yml` as records."""
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from baogao.content.numerals import exact
from baogao.content.patterns import compiled

POINTS = ("%", "‰", "百分点")
STATES = (REACHED, MISSED, INSIDE, OPEN, UNMENTIONED, INCOMPARABLE, ABSENT) = (
    "达到", "未达到", "区间内", "无法判定", "下一年未提及", "口径不同不可比", "下一年报告未收录")
JUDGED = (REACHED, INSIDE, MISSED)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a value about a number may lie from it: points for shares and rates, a share of it elsewhere."""
    points: Decimal = Decimal(0)
    share: Decimal = Decimal(0)

    def at(self, value: Decimal, unit: str) -> Decimal:
        """Return the distance allowed at a value of a unit."""
        return self.points if unit in POINTS else abs(value) * self.share


@dataclass(frozen=True, slots=True)
class Basis:
    """Words that promise to keep up with the economy, and how what is reached is held against its growth."""
    pattern: re.Pattern
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

    `good` is the better direction by measure, `sides` the side on which a bound's word puts the truth,
    `tolerances` are those of `target` and `outcome`, `together` the indicators that one name stands for,
    `not_of_levels` why an indicator's growth is not that of its levels, `plausible` the range of values
    by indicator and measure.
    """
    sayings: tuple[tuple[str, str], ...] = ()
    good: dict[str, str] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)
    tolerances: dict[str, Tolerance] = field(default_factory=dict)
    bases: tuple[Basis, ...] = ()
    together: tuple[tuple[re.Pattern, tuple[str, ...]], ...] = ()
    ratios: tuple[Ratio, ...] = ()
    not_of_levels: dict[str, str] = field(default_factory=dict)
    plausible: dict[tuple[str, str], tuple[Decimal, Decimal]] = field(default_factory=dict)

    def allowed(self, of: str, value: Decimal, unit: str) -> Decimal:
        """Return how far from a value the truth of a `target` or an `outcome` about it may lie."""
        return self.tolerances.get(of, Tolerance()).at(value, unit)


def rules(parts: Iterable[tuple[str, str, object]], plausible: dict) -> Rules:
    """Put the parts of the rules together: (sort, words, value) each."""
    sayings, sorts = [], {}
    for sort, say, value in parts:
        sayings.append((value if sort == "state" else sort, say))
        sorts.setdefault(sort, []).append(value)
    return Rules(tuple(sayings), dict(sorts.get("good", ())),
                 {word: lies for words, lies in sorts.get("side", ()) for word in words}, dict(sorts.get("tolerance", ())),
                 tuple(sorts.get("basis", ())), tuple(sorts.get("together", ())), tuple(sorts.get("ratio", ())),
                 {id: say for ids, say in sorts.get("growth", ()) for id in ids}, plausible)


def part(entry: dict) -> tuple[str, str, object]:
    """Return what an entry of `outcomes.yml` or `checks.yml` says; raise KeyError, ValueError or re.error."""
    sort = entry.get("rule") or entry.get("check") or ""
    if sort not in MAKERS:
        raise ValueError(f"unknown rule {sort!r}, known are {', '.join(MAKERS)}")
    return sort, entry.get("say", ""), MAKERS[sort](entry)


def limits(entry: dict) -> list[tuple[tuple[str, str], tuple[Decimal, Decimal]]]:
    """Return the plausible ranges that an entry of `indicators.yml` states: of growth in %, of level in its unit."""
    return [((entry.get("id", ""), measure), _range(entry[key]))
            for key, measures in (("plausible", ("growth", "average_growth")), ("plausible_level", ("level",)))
            if key in entry for measure in measures]


def _range(written: object) -> tuple[Decimal, Decimal]:
    if not isinstance(written, list) or len(written) != 2:
        raise ValueError(f"not a range: {written!r}, write [lowest, highest]")
    return _number(written[0]), _number(written[1])


def _number(written: object) -> Decimal:
    number = exact(written)
    if number is None:
        raise ValueError(f"not a number: {written!r}")
    return number


def _tolerance(entry: dict) -> Tolerance:
    return Tolerance(_number(entry.get("points", "0")), _number(entry.get("share", "0")))


def _state(entry: dict) -> str:
    if entry["state"] not in STATES:
        raise ValueError(f"unknown state {entry['state']!r}, known are {', '.join(STATES)}")
    return entry["state"]


MAKERS: dict[str, Callable[[dict], object]] = {
    "state": _state,
    "good": lambda e: (e["measure"], e["direction"]),
    "tolerance": lambda e: (e["of"], _tolerance(e)),
    "side": lambda e: (e["words"], e["lies"]),
    "basis": lambda e: Basis(compiled(e["pattern"]), e["bound"], _tolerance(e)),
    "together": lambda e: (compiled(e["name"]), tuple(e["indicators"])),
    "ratio": lambda e: Ratio(e["indicator"], e["over"], e["under"]),
    "growth": lambda e: (e["indicators"], e["say"]),
}
