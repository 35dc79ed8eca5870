"""The area that a maintainer names with `--area`: by its code, or by its full name.

A name that several areas bear wants those of what it lies in before it: 南京市鼓楼区.
"""

from collections.abc import Sequence

from baogao.cleaning.areas_named import AreaNames
from baogao.content.vocabulary.areas import OWN_HINT, not_in
from baogao.records import Area

CODES = "six digits of GB/T 2260, see content/vocabulary/areas.csv, or a full name"


class NoSuchArea(Exception):
    """What is asked for is no area, or several, or none in the year; says which there are."""


class AskedFor:
    """An area as asked for: those that may be meant, until the year tells."""

    def __init__(self, words: str, areas: Sequence[Area]):
        """Find the areas of that code or name; raise `NoSuchArea` where there are none."""
        self._every = areas
        self._meant = [area for area in areas if area.code == words]
        self._meant = self._meant or [*AreaNames(areas).called(words)]
        if not self._meant:
            raise NoSuchArea(f"unknown area {words!r}: {CODES}; {OWN_HINT}")

    def in_year(self, year: int | None) -> Area:
        """Return the one area that is meant in a year; raise `NoSuchArea` where none is, or two."""
        then = [area for area in self._meant if year is None or area.holds_in(year)]
        if year is not None and not then:
            message, hint = not_in(self._meant[0], year, self._every)
            raise NoSuchArea(f"{message} ({hint})")
        now = then if year else [area for area in then if area.until is None] or then[:1]
        if len({area.code for area in now}) == 1:
            return now[0]
        names = AreaNames(self._every)
        shown = ", ".join(f"{area.code} {names.path(area)}" for area in now)
        raise NoSuchArea(f"which {now[0].name}? {shown}")
