"""The record that grows on its way through the stages, and the sentence that it stands in.

A `Candidate` begins as a number with its unit. Each stage fills in its own fields and changes no
others; a field that no stage has reached yet cannot be read. What a stage found is a small frozen
record that also says by which rule, and by which words, it was found.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from baogao.content.vocabulary.vocabulary import Vocabulary
from baogao.reading.figures.subjects.subject_words import Words
from baogao.records import Figure, Section

# How an indicator is decided, as `records.Mention` tells it
NO_NAME, BY_NAME, OTHER_UNIT = "no indicator of that name", "alias", "alias of another unit"


class Quantity(NamedTuple):
    """A number and its unit: the text from `start` to `end`, the unit from `number_end` on.

    `value` has its magnitude multiplied in (`size`: 10,000 for 万); `high` is the upper end of a
    range. `form` is plain, ratio, share, fraction, percent, doubling, times or rank; `glued` a
    fuzzy word inside the number (`2万多`). `unit_from` says where a unit comes from that does not
    stand behind the number.
    """

    start: int
    end: int
    number_end: int
    value: Decimal
    high: Decimal | None
    unit: str
    form: str
    glued: str
    size: int
    unit_from: str = ""


class Veto(NamedTuple):
    """Why a quantity is no figure: the rule (of nonfigures.yml: its `why`), and the words it found.

    With `doubt` it tells a measure that could not be read safely.
    """

    rule: str
    words: str = ""
    doubt: bool = False


class Bound(NamedTuple):
    """On which side of the number the truth lies, the word that says so, and where that stands."""

    bound: str
    word: str = ""
    place: str = ""


class Kind(NamedTuple):
    """Kind and sign of a figure, and its subject without the words that told them.

    `turned` is a verb taken off the front of the subject (压减|一般性支出|5%).
    """

    kind: str
    sign: int
    subject: str
    turned: str = ""
    rule: str = "no word of change"
    words: str = ""


class Named(NamedTuple):
    """A label, and the area it is about ("" for the report's own)."""

    label: str
    area: str
    rule: str = "the subject in front"


class Time(NamedTuple):
    """Status and period; what set the years (rule and words), and what made a period of them."""

    status: str
    period: str
    rule: str
    words: str = ""
    span: str = ""


class Tone(NamedTuple):
    """How firmly a number is promised, the words that say so as printed, and where they stand."""

    tone: str = ""
    words: str = ""
    rule: str = "no target"

    def by(self, rule: str) -> "Tone":
        """Return the tone as told by another rule."""
        return self._replace(rule=rule)


class ToneOfList(NamedTuple):
    """A list under a heading that says how firmly it is promised (主要预期目标是:…)."""

    start: int
    end: int
    tone: Tone


class Known(NamedTuple):
    """The id of the indicator that a label is, or None, and the name by which it was found.

    A figure can be refused an indicator whatever its label: `refused` says why.
    """

    id: str | None = None
    alias: str = ""
    refused: str = ""

    @property
    def rule(self) -> str:
        """Return how the indicator was decided."""
        if self.refused:
            return self.refused
        if not self.alias:
            return NO_NAME
        return BY_NAME if self.id else OTHER_UNIT


class Caveat(NamedTuple):
    """A reason why the reading of one field is less than sure, and the words that gave it."""

    field: str
    rule: str
    words: str = ""


@dataclass(slots=True)
class Candidate:
    """A quantity that may be a figure, with what the stages have found so far.

    Where it stands in its clause: `join` is how it follows the figure before it (first, clause:
    after a comma, or list); `own` what stands in front of the number since then, which falls into
    `subject` and `predicate`; `earlier` the part of the sentence before that comma; `closing` the
    bound behind the number and `reach` where that ends; `noun` what follows directly. A `bare` one
    is a mere further number of a list.
    """

    quantity: Quantity
    veto: Veto | None = None

    join: str = field(init=False)
    own: str = field(init=False)
    earlier: str = field(init=False)
    subject: str = field(init=False)
    predicate: str = field(init=False)
    closing: Bound | None = field(init=False)
    reach: int = field(init=False)
    noun: str = field(init=False)
    bare: bool = field(init=False)

    kind: Kind = field(init=False)
    bound: Bound = field(init=False)
    named: Named = field(init=False)
    time: Time = field(init=False)
    tone: Tone = field(init=False)
    known: Known = field(init=False)
    section: Section | None = field(init=False)
    certainty: str = field(init=False)
    caveats: tuple[Caveat, ...] = ()
    figure: Figure = field(init=False)

    def caution(self, of: str, rule: str, words: str = "") -> None:
        """Note a reason why a field (`of`, as `Figure` calls it) is less than sure."""
        self.caveats += (Caveat(of, rule, words),)


class Source(NamedTuple):
    """A text as written and as `read` (normalised, of the same length), and what is known of it.

    `area_names` are the names that can open a subject and say which area it is of; `districts` are
    the districts that its paragraphs are about, each with the offset behind it; `lists` the lists
    of targets under a heading that tells their tone.
    """

    text: str
    read: str
    sections: tuple[Section, ...]
    vocabulary: Vocabulary
    area: str
    year: int | None
    words: Words
    area_names: re.Pattern[str]
    districts: list[tuple[int, str]]
    district_ends: list[int]
    section_starts: list[int]
    lists: list[ToneOfList]


@dataclass(slots=True)
class Sentence:
    """The candidates of a sentence up to a semicolon, and what they leave for those that follow.

    `begin` is where it begins, `whole` where the sentence with all its semicolons does: a year
    holds on over a semicolon, a subject does not. `groups` are the candidates, each group a leader
    and the bare numbers of its list.

    For the names: `area` is the area that the sentence has named last, `frame` a ranking that its
    figures belong to; `told` was named before the semicolon, `named` since, `previous` by the last
    group, whose leader is `last`.
    """

    source: Source
    begin: int
    whole: int
    section: Section | None
    candidates: list[Candidate]
    area: str
    told: list[Named]
    groups: list[list[Candidate]] = field(default_factory=list)
    frame: str = ""
    named: list[Named] = field(default_factory=list)
    previous: list[Named] = field(default_factory=list)
    last: Candidate | None = None
