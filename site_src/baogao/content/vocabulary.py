"""`content/vocabulary/`: the words that the stages know, read into one frozen `Vocabulary`."""

import re
from dataclasses import dataclass, field

from baogao.content import areas
from baogao.content.vocabulary_entries import Example, NonFigure, Unit, VocabularyEntries
from baogao.content.vocabulary_layers import Where, as_layers
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
    `traditional` are characters as written and as read.
    """

    indicators: dict[str, Indicator] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    spellings: dict[str, tuple[str, str]] = field(default_factory=dict)
    bounds: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sections: tuple[tuple[str, re.Pattern[str]], ...] = ()
    openers: tuple[tuple[str, re.Pattern[str]], ...] = ()
    cues: dict[str, re.Pattern[str]] = field(default_factory=dict)
    nonfigures: tuple[NonFigure, ...] = ()
    areas: dict[str, Area] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    problems: tuple[Problem, ...] = ()
    traditional: tuple[tuple[str, str], ...] = ()


def load(where: Where) -> Vocabulary:
    """Read a vocabulary folder, or layers of them.

    Never raises for what their files say, see `Vocabulary.problems`.
    """
    layers = as_layers(where)
    read = VocabularyEntries(layers)
    read.read_all()
    places: dict[str, Area] = {}
    mistakes: list[Problem] = []
    for layer in layers:
        shown = f"{layer.shown}/areas.csv"
        own, wrong = areas.load(layer.folder / "areas.csv", layer.within, shown, places)
        places |= own
        mistakes += wrong
    return Vocabulary(
        indicators=read.indicators,
        units=read.units,
        spellings=read.spellings,
        bounds=tuple(read.bounds),
        words=read.words,
        sections=tuple(read.sections),
        openers=tuple(read.openers),
        cues=read.cues,
        nonfigures=tuple(read.nonfigures),
        areas=places,
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
