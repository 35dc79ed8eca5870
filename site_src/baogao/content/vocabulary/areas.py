"""The areas: the country and those of GB/T 2260, those that were, and those without a code there.

They stand in `content/vocabulary/areas.csv`, `areas_former.csv` and `areas_own.csv`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baogao.content.files.csv_table import Row, read_rows
from baogao.content.files.safe_read import exists
from baogao.content.limits import LONGEST_NAME
from baogao.content.vocabulary.vocabulary_layers import Layer, Layers
from baogao.records import Area, Problem

KEYS = ("code", "name", "level", "parent", "short", "from", "until", "successor", "absorbed_by")
FEWEST = 5  # columns: without years of validity
TODAY, FORMER, OWN = "areas.csv", "areas_former.csv", "areas_own.csv"
CODE = {
    TODAY: re.compile("[0-9]{6}"),
    FORMER: re.compile("[0-9]{6}(-[0-9]{4})?"),
    OWN: re.compile("[0-9]{6}-[a-z0-9][a-z0-9-]{0,39}"),
}
CODE_IS = {
    TODAY: "six digits",
    FORMER: "six digits, with a hyphen and its last year where the code has a new holder",
    OWN: "its parent's six digits, a hyphen and a short name: 330200-hangzhouwan",
}
YEAR = re.compile("(?:19|20)[0-9]{2}")
AND = ";"  # between the codes of `absorbed_by`
TOP = ("country", "province")  # they have no parent
OTHER = "other"  # a zone, a division of the 兵团, a town
LEVELS = ("country", "province", "prefecture", "county", OTHER)
HINT = f"{','.join(KEYS)}; a parent stands before its children"
CODE_HINT = "a code of content/vocabulary/areas.csv or areas_former.csv, or of areas_own.csv"
OWN_HINT = (
    f"a zone, a division or a town without a code is a row of content/vocabulary/{OWN}, as"
    " 330200-hangzhouwan,杭州湾新区,other,330200,杭州湾新区"
)


class Areas(NamedTuple):
    """The areas of today by code, and those that were, in the order of their file."""

    today: dict[str, Area]
    former: tuple[Area, ...]


def load(layers: Layers) -> tuple[Areas, list[Problem]]:
    """Return the areas, and the lines that are none: such a line is left out.

    What a later layer says of an area counts.
    """
    reader = _Reader(layers)
    today = {area.code: area for area in reader.read(TODAY)}
    former = {(area.code, area.until): area for area in reader.read(FORMER)}
    today |= {area.code: area for area in reader.read(OWN)}
    reader.hold_successors()
    return Areas(today, tuple(former.values())), reader.problems


class _Reader:
    """The three files of each layer while they are read."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.problems: list[Problem] = []
        self.codes: set[str] = set()
        self.seen: set[tuple[str, str, str]] = set()  # layers, codes and the years until which held
        self.placed: list[tuple[str, int, Area]] = []

    def read(self, name: str) -> Iterator[Area]:
        """Yield the areas of a file, layer by layer; where it is not there, none."""
        for layer in self.layers:
            if exists(layer.folder / name):
                yield from self._read(layer, name)

    def _read(self, layer: Layer, name: str) -> Iterator[Area]:
        path, shown = layer.folder / name, f"{layer.shown}/{name}"
        rows = read_rows(path, layer.within, shown, KEYS, self.problems, HINT, FEWEST)
        above = self.codes | {row["code"] for _, row in rows if name == FORMER}
        for line, row in rows:
            known = layer.shown, row["code"], row.get("until", "")
            if mistake := next(self._mistakes(name, row, above, known in self.seen), ""):
                hint = OWN_HINT if name == OWN else HINT
                self.problems.append(Problem(shown, line, mistake, hint))
                continue
            area = _area(row)
            self.codes.add(area.code)
            self.seen.add(known)
            self.placed.append((shown, line, area))
            yield area

    def hold_successors(self) -> None:
        """Note the areas whose successor is no area, or whose code another one has now."""
        last = {area.code: area for _, _, area in self.placed if area.until is None}
        for shown, line, area in self.placed:
            unknown = [code for code in area.after if code not in self.codes]
            if unknown:
                message = f"area {area.code} {area.name} has no successor {unknown[0]!r}"
                self.problems.append(Problem(shown, line, message, CODE_HINT))
            elif area.until and area.code in last and area.successor != area.code:
                message = f"area code {area.code} of {area.name} is that of another area now"
                hint = f"write {area.code}-{area.until}, or the code as successor of a mere name"
                self.problems.append(Problem(shown, line, message, hint))

    def _mistakes(self, name: str, row: Row, above: set[str], twice: bool) -> Iterator[str]:
        """Yield what is wrong with a line of a file; its parent is one `above` or read before."""
        code, parent = row["code"], row["parent"]
        if twice:
            yield f"area code {code!r} stands twice"
        if not CODE[name].fullmatch(code):
            yield f"area code {code!r} is not {CODE_IS[name]}"
        if max(len(row["name"]), len(row["short"])) > LONGEST_NAME:
            yield f"area {code} has a name of more than {LONGEST_NAME} characters"
        if row["level"] not in LEVELS or not row["name"] or not row["short"]:
            levels = ", ".join(LEVELS)
            yield f"area {code} lacks a name, or its level {row['level']!r} is none of {levels}"
        if row["level"] not in TOP and parent not in self.codes and parent not in above:
            yield f"area {code} {row['name']} has no parent {parent!r}"
        if row.get("successor") and row.get("absorbed_by"):
            yield f"area {code} {row['name']} has a successor, and was absorbed too"
        if name == OWN and code[:6] != parent[:6]:
            yield f"area {code} {row['name']} does not begin with its parent's code {parent[:6]}"
        yield from _wrong_years(name, row)


def _wrong_years(name: str, row: Row) -> Iterator[str]:
    """Yield what is wrong with the years of a line."""
    since, until = row.get("from", ""), row.get("until", "")
    for year in filter(None, (since, until)):
        if not YEAR.fullmatch(year):
            yield f"area {row['code']} has a year {year!r}: four digits, or nothing"
    if since and until and since > until:
        yield f"area {row['code']} is from {since} until {until}"
    if name == FORMER and not until:
        yield f"area {row['code']} {row['name']} lacks the year until which it was"


def _area(row: Row) -> Area:
    since, until = row.get("from", ""), row.get("until", "")
    return Area(
        code=row["code"],
        name=row["name"],
        level=row["level"],
        parent=row["parent"],
        short=row["short"],
        since=int(since) if since else None,
        until=int(until) if until else None,
        successor=row.get("successor", ""),
        absorbed_by=tuple(filter(None, row.get("absorbed_by", "").split(AND))),
    )


def not_in(area: Area, year: int, every: Sequence[Area]) -> tuple[str, str]:
    """Say when an area was that was not there in a year, and which there was then."""
    if area.until and area.until < year:
        when, then = f"until {area.until}", [one for one in every if one.code in area.after]
    else:
        when, then = f"from {area.since}", [one for one in every if area.code in one.after]
    names = ", ".join(f"{one.code} {one.name}" for one in then if one.holds_in(year))
    hint = f"in {year} it was {names}" if names else "take the area of that year"
    return f"{area.code} {area.name} is an area {when}, not in {year}", hint
