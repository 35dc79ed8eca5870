"""Which areas a text names by their full names, those of each name told apart by what it lies in.

呼伦贝尔市海拉尔区 is one area, 鼓楼区 are several, 南京市鼓楼区 is one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from baogao.records import Area

Areas = tuple[Area, ...]
ONLY_YEAR = re.compile(r"(?:\d{4}年)?")  # 杭州湾新区 is not 杭州
COMMON_NOUN = 2  # characters: 城区, 郊区, 矿区 name an area only behind what it lies in
COMMON_END = "区"
LEAST_SHORT = 2  # characters of a short name that can name an area


class Named(NamedTuple):
    """Areas that a text may mean at a place, and where that is."""

    start: int
    end: int
    areas: Areas


class AreaNames:
    """The areas of a year by their names."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self.by_code: dict[str, Area] = {}
        self.full: dict[str, list[Area]] = defaultdict(list)
        self.short: dict[str, list[Area]] = defaultdict(list)
        for area in areas:
            self.by_code[area.code] = area
            self.full[area.name].append(area)
            if len(area.short) >= LEAST_SHORT and not is_common_noun(area.short):
                self.short[area.short].append(area)

    def called(self, text: str) -> Areas:
        """Return the areas of which a text is the name, with or without what they lie in."""
        run = list(_scan(text, self.full))
        whole = [0, *(one.end for one in run)] == [*(one.start for one in run), len(text)]
        return self._within(run) if run and whole else ()

    def last(self, text: str) -> Areas:
        """Return what the last name in a text may mean, by what stands directly before it."""
        chains = list(self._chains(text))
        return chains[-1] if chains else ()

    def by_short_name(self, text: str) -> Areas:
        """Return what a short name may mean that ends a text but for a year: 绍兴|2020年."""
        found = list(_scan(text, self.short))
        ends = found and ONLY_YEAR.fullmatch(text, found[-1].end)
        return found[-1].areas if ends else ()

    def lies_in(self, area: Area, above: Areas) -> bool:
        """Say whether an area lies in one of others, directly or not."""
        codes = {one.code for one in above}
        at: Area | None = area
        while at and at.parent:
            if at.parent in codes:
                return True
            at = self.by_code.get(at.parent)
        return False

    def path(self, area: Area) -> str:
        """Return an area's name behind those of what it lies in: 江苏省南京市鼓楼区."""
        above = self.by_code.get(area.parent)
        return (self.path(above) if above else "") + area.name

    def _chains(self, text: str) -> Iterator[Areas]:
        """Yield, for each run of names without anything between them, what the last may mean."""
        run: list[Named] = []
        for found in _scan(text, self.full):
            if run and run[-1].end != found.start:
                yield from self._meant(run)
                run = []
            run.append(found)
        yield from self._meant(run)

    def _meant(self, run: list[Named]) -> Iterator[Areas]:
        """Yield what a run of names means, if it is more than a common noun."""
        if len(run) > 1 or (run and not is_common_noun(run[0].areas[0].name)):
            yield self._within(run)

    def _within(self, run: list[Named]) -> Areas:
        """Return what the last of a run of names may mean within those before it."""
        *above, last = run
        meant = last.areas
        for one in above:
            meant = tuple(area for area in meant if self.lies_in(area, one.areas))
        return meant


def is_common_noun(name: str) -> bool:
    """Say whether a name means an area only behind what it lies in: 城区, 郊区, 矿区."""
    return len(name) <= COMMON_NOUN and name.endswith(COMMON_END)


def _scan(text: str, names: dict[str, list[Area]]) -> Iterator[Named]:
    """Yield the names in a text from left to right, the longest at each place."""
    longest = max(map(len, names), default=0)
    at = 0
    while at < len(text):
        for end in range(min(len(text), at + longest), at, -1):
            if areas := names.get(text[at:end]):
                yield Named(at, end, tuple(areas))
                at = end - 1
                break
        at += 1
