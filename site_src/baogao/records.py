"""The records that pass between the stages: frozen, plain, and picklable.

Offsets are code points in `Report.text`, the whole cleaned file as read (front matter included, a
byte-order mark dropped, `\r\n` read as `\n`): a figure's text is `report.text[start:end]`.
"""

from decimal import Decimal
from typing import Any

from baogao.area_record import Area as Area
from baogao.indicator_record import Indicator as Indicator
from baogao.override_records import Checked as Checked
from baogao.override_records import Correction as Correction
from baogao.override_records import Edit as Edit
from baogao.override_records import PartReview as PartReview
from baogao.override_records import Review as Review
from baogao.override_records import ReviewCount as ReviewCount
from baogao.record_decorator import record


@record
class Problem:
    """A mistake in the content, as `path:line: message (hint)`."""

    path: str
    line: int
    message: str
    hint: str = ""


@record
class Excerpt:
    """Where in a source file a report stands: the first and the last words of it."""

    file: str
    first: str
    last: str


@record
class Report:
    """A cleaned report: what its front matter says, and its text from the offset `body` on.

    `year` is the year of delivery, `reviews` and `plans` the years it looks back on and ahead to.
    What somebody `altered` in the source, and what `may_be_wrong`, puts all of it in doubt.
    """

    path: str
    text: str
    body: int
    title: str
    area: str
    area_name: str
    area_level: str
    year: int
    reviews: tuple[int, ...]
    plans: tuple[int, ...]
    source: Excerpt
    date: str = ""
    meeting: str = ""
    speaker: str = ""
    office: str = ""
    area_inferred: str = ""
    excerpt: bool = False
    restored: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    may_be_wrong: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    edits: tuple[Edit, ...] = ()
    figure_reviews: tuple[Review, ...] = ()
    part_reviews: tuple[PartReview, ...] = ()

    @property
    def id(self) -> str:
        """`330200/2020`: also the report's address below `/reports/`."""
        return f"{self.area}/{self.year}"

    @property
    def doubtful(self) -> bool:
        """Say whether an editor doubts the source as a whole, and so every figure of it."""
        return bool(self.altered or self.may_be_wrong)

    @property
    def planned_year(self) -> int:
        """The year it plans first: of delivery, or the next one, where it speaks in December."""
        return self.year if self.year in self.plans else min(self.plans, default=self.year)


@record
class Note:
    """An editor's note: what stood at `start`..`end` in the source, and why it changed."""

    start: int
    end: int
    found: str
    now: str | None
    why: str


@record
class Block:
    """A heading (level 2 to 4) or a paragraph (0), marks left out; a run-in lead ends at `lead`."""

    start: int
    end: int
    level: int
    lead: int
    anchor: str
    section: int


@record
class Section:
    """A heading with all up to the next heading; the first may have none.

    `kind` is one of `section_kinds`; `years` are those that its figures are about unless they say
    otherwise.
    """

    start: int
    end: int
    level: int
    title: str
    kind: str
    years: tuple[int, ...]


@record
class Figure:
    """A quantity that the report states about the world; `tests/gold/README.md` has each field."""

    start: int
    end: int
    text: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: str
    kind: str
    status: str
    period: str
    label: str
    indicator: str | None
    area: str
    certainty: str = "high"  # how sure the reading is: high, medium or low
    bound_words: str = ""  # that say its bound, as printed: 以上
    tone_words: str = ""  # that say how firmly it is promised, as printed: 力争
    tone: str = ""  # firm, striving, expected, capped or plain; of what is no target mostly empty


@record
class Mention:
    """A figure in its place: the record `nth` of its number; `edited`: why fields were set by hand.

    `reviewed` says whether a person has checked it, as it is.
    `refused`: why it is of no indicator, whatever its label; `other_unit`: whose unit does not fit.
    `reasons` are the rules and words that set each field (`reading.field_reasons.Reason`).
    """

    figure: Figure
    anchor: str
    sentence_start: int
    sentence_end: int
    block: int
    section: int
    edited: str = ""
    nth: int = 0
    refused: str = ""
    other_unit: str = ""
    reasons: tuple[Any, ...] = ()
    reviewed: bool = False


@record
class Reading:
    """All that was understood of one report; a pure function of its files and the vocabulary.

    `unread` are the numbers that could not be read safely (`reading.figures.unsafe.Unread`),
    `checked` what a person has seen to, `voided` the reviews of what is read differently by now,
    `review_counts` how many figures were checked, and what was found; `rejected` are the anchors of
    figures that were taken out, each with its paragraph's.
    """

    report: Report
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]
    notes: tuple[Note, ...] = ()
    unread: tuple[Any, ...] = ()
    checked: tuple[Checked, ...] = ()
    voided: tuple[Review, ...] = ()
    review_counts: tuple[ReviewCount, ...] = ()
    rejected: tuple[tuple[str, str], ...] = ()

    def quote(self, mention: Mention) -> str:
        """Return the sentence that a mention stands in."""
        return self.report.text[mention.sentence_start : mention.sentence_end]


@record
class Observation:
    """A figure whose indicator is known, normalised to the indicator's base unit."""

    area: str
    year: int
    anchor: str
    indicator: str
    measure: str
    period: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: str
    status: str
    quote: str
    text: str = ""  # as printed: `1468.4亿元`
    bound_words: str = ""  # as printed: `接近`
    quality: tuple[str, ...] = ()  # `doubtful source`, `disagrees`
    nth: int = 0  # which record of the number
    against: str = ""  # of a gap: whom it is held against, `全国`
    tone_words: str = ""  # `力争`; `tone` is their class, as of a `Figure`
    tone: str = ""
    qualifiers: tuple[str, ...] = ()  # what narrows it: `省级`, `净增`

    @property
    def report(self) -> str:
        """The id of the report that states it."""
        return f"{self.area}/{self.year}"
