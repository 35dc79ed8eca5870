"""`content/vocabulary/`: the words that the stages know, read into one frozen `Vocabulary`."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from baogao.content.vocabulary import areas
from baogao.content.vocabulary.tone_words import ToneWords
from baogao.content.vocabulary.vocabulary_entries import Example, NonFigure, Unit, VocabularyEntries
from baogao.content.vocabulary.vocabulary_layers import Where, as_layers
from baogao.records import Area, Indicator, Problem

# A five-year plan by its name; the older ones only in quotation marks, for 十五 is a number too.
PLAN = r"(?:十[一二三四五六]五|(?<=“)[七八九十]五(?=”))"


# Compared by identity: the stages keep what they compile from a vocabulary beside it.
@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All words. `problems` holds the mistakes of the files, whose entries are left out.

    `units` go by name; `spellings` lead from a written unit to its name, with the characters that
    must not follow; `bounds` are (place, bound, words) with place one of before, after, glued;
    `words` go by role; `sections` are (kind, pattern of a heading) and `openers` (kind, pattern of
    a sentence), in order; `cues` tell a plan (sure, common) or a review (past) without a heading;
    `traditional` are characters as written and as read; `areas` are those of today by code,
    `former_areas` those that were.
    """

    indicators: dict[str, Indicator] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    spellings: dict[str, tuple[str, str]] = field(default_factory=dict)
    bounds: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    tones: tuple[ToneWords, ...] = ()
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sections: tuple[tuple[str, re.Pattern[str]], ...] = ()
    openers: tuple[tuple[str, re.Pattern[str]], ...] = ()
    cues: dict[str, re.Pattern[str]] = field(default_factory=dict)
    nonfigures: tuple[NonFigure, ...] = ()
    areas: dict[str, Area] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    problems: tuple[Problem, ...] = ()
    traditional: tuple[tuple[str, str], ...] = ()
    former_areas: tuple[Area, ...] = ()

    @cached_property
    def _holders(self) -> dict[str, list[Area]]:
        """All that have or had a code, the last one last."""
        holders: dict[str, list[Area]] = {}
        for area in (*self.former_areas, *self.areas.values()):
            holders.setdefault(area.code, []).append(area)
        return holders

    @cached_property
    def headline(self) -> tuple[Indicator, ...]:
        """The indicators that overviews show and the target panel has."""
        return tuple(one for one in self.indicators.values() if one.headline)

    def area(self, code: str, year: int | None = None) -> Area | None:
        """Return the area that has a code, or had it last; in a year, the one that had it then."""
        holders = self._holders.get(code)
        if not holders:
            return None
        then = [area for area in holders if year and area.holds_in(year)]
        return (then or holders)[-1]

    def areas_around(self, codes: Iterable[str]) -> tuple[Area, ...]:
        """Return the areas of today, those that were, and those of the codes, in order of code.

        One that was and whose code is another's now (469025-2007) is there among the codes alone,
        and with it those before it. With an area stand those that its parent and successors are.
        """
        around = {code for code in self._holders if code in self.areas or code.isdigit()}
        while lost := {code for code in around if not around.issuperset(self._after(code))}:
            around -= lost
        ahead = list(codes)
        while ahead:
            code = ahead.pop()
            if code in self._holders and code not in around:
                around.add(code)
                ahead += [self._holders[code][-1].parent, *self._after(code)]
        return tuple(self._holders[code][-1] for code in sorted(around))

    def _after(self, code: str) -> tuple[str, ...]:
        return self._holders[code][-1].after

    def before(self, code: str) -> tuple[Area, ...]:
        """Return the areas whose territory, or part of it, that of a code took over."""
        return tuple(self._before.get(code, ()))

    @cached_property
    def _before(self) -> dict[str, list[Area]]:
        before: dict[str, list[Area]] = {}
        for area in self.former_areas:
            for code in set(area.after) - {area.code}:
                before.setdefault(code, []).append(area)
        return before

    @property
    def codes(self) -> Collection[str]:
        """Return every code that an area has or had."""
        return self._holders.keys()

    def areas_with(self, code: str) -> tuple[Area, ...]:
        """Return all that have or had a code, the last one last: their names differ."""
        return tuple(self._holders.get(code, ()))

    def all_areas(self) -> tuple[Area, ...]:
        """Return the areas of all years, those of today first."""
        return (*self.areas.values(), *self.former_areas)

    def areas_in(self, year: int | None) -> tuple[Area, ...]:
        """Return the areas that there were in a year; those of today where none is given."""
        if year not in self._in_years:
            every = self.all_areas()
            self._in_years[year] = tuple(area for area in every if area.holds_in(year))
        return self._in_years[year]

    @cached_property
    def _in_years(self) -> dict[int | None, tuple[Area, ...]]:
        return {}


def load(where: Where) -> Vocabulary:
    """Read a vocabulary folder, or layers of them.

    Never raises for what their files say, see `Vocabulary.problems`.
    """
    layers = as_layers(where)
    read = VocabularyEntries(layers)
    read.read_all()
    places, mistakes = areas.load(layers)
    return Vocabulary(
        indicators=read.indicators,
        units=read.units,
        spellings=read.spellings,
        bounds=tuple(read.bounds),
        tones=tuple(read.tones),
        words=read.words,
        sections=tuple(read.sections),
        openers=tuple(read.openers),
        cues=read.cues,
        nonfigures=tuple(read.nonfigures),
        areas=places.today,
        former_areas=places.former,
        examples=tuple(read.examples),
        problems=(*read.problems, *mistakes),
        traditional=tuple(read.traditional),
    )


def five_years(plan: str) -> tuple[int, ...]:
    """Return the years of a five-year plan: 十三五 is 2016 to 2020, 九五 is 1996 to 2000."""
    if len(plan) == 3:
        first = 2006 + 5 * "一二三四五六".index(plan[1])
    else:
        first = 1986 + 5 * "七八九十".index(plan[0])
    return tuple(range(first, first + 5))
