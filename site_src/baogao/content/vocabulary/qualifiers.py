"""Qualifiers: the words that narrow what is measured, as `outcomes.yml` has them.

省级, 净增, 累计, 列入…名录, 规上: statements of one indicator with other qualifiers are of other
things. Where an indicator has a qualifier by its nature, saying it or not is the same.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from baogao.records import Indicator


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier: what it is about (级别), its name (省级), and the words that say it."""

    about: str
    name: str
    pattern: re.Pattern[str]


# Compared by identity, as the vocabulary is: what is looked up by it is kept beside it.
@dataclass(frozen=True, eq=False)
class Qualifiers:
    """All qualifiers in order; `implied` are the names of those of an indicator's nature."""

    known: tuple[Qualifier, ...] = ()
    implied: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, label: str, indicator: Indicator | None = None) -> tuple[str, ...]:
        """Return the names of what qualifies a label: what it says, and its indicator's own.

        What a label says takes the place of what its indicator has by nature: the country names
        高新技术企业, 省级 ones are others.
        """
        said = said_in(label, self)
        if indicator is None:
            return said
        about = {self.about[name] for name in said}
        own = (*said_in(indicator.zh, self), *self.implied.get(indicator.id, ()))
        names = {*said, *(name for name in own if self.about[name] not in about)}
        return tuple(one.name for one in self.known if one.name in names)

    @property
    def about(self) -> dict[str, str]:
        """What each qualifier is about, by its name."""
        return _about(self)

    def without(self, name: str) -> str:
        """Return a name without the words of qualifiers."""
        for one in self.known:
            name = one.pattern.sub("", name)
        return name


@lru_cache(maxsize=4)
def _about(qualifiers: Qualifiers) -> dict[str, str]:
    return {one.name: one.about for one in qualifiers.known}


@lru_cache(maxsize=100_000)
def said_in(label: str, qualifiers: Qualifiers) -> tuple[str, ...]:
    """Return the names of the qualifiers that a label says."""
    return tuple(one.name for one in qualifiers.known if one.pattern.search(label))


def different(
    one: Iterable[str], other: Iterable[str], qualifiers: Qualifiers
) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return what two statements differ in: what it is about, and what each has of it."""
    found = []
    for about in dict.fromkeys(item.about for item in qualifiers.known):
        first, second = (
            tuple(name for name in names if qualifiers.about.get(name) == about)
            for names in (tuple(one), tuple(other))
        )
        if first != second:
            found.append((about, first, second))
    return found
