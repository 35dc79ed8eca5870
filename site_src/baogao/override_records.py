"""What people write beside a report, as it passes between the stages: six of `records`.

Corrections of its source's words, edits of single figures, and what has been checked.
"""

from baogao.record_decorator import record


@record
class Correction:
    """A recorded change of a source's words; `now` None leaves them as printed, with a doubt."""

    found: str
    now: str | None
    why: str
    line: int
    times: int = 1


@record
class Edit:
    """A maintainer's word on one figure, by its anchor.

    `reject` it, or set fields to what a reader sees; with the words that are `added` it is a figure
    that the rules have missed.
    """

    anchor: str
    fields: tuple[tuple[str, object], ...]
    why: str
    line: int
    reject: bool = False
    nth: int = 0  # which record of the number, where it has several
    added: str = ""


@record
class Review:
    """A figure that a person has checked: holds as long as its fields are those that were `read`.

    Fields that a figure mostly has so (`content.figure_fields.DEFAULTS`) are left out.
    """

    anchor: str
    read: tuple[tuple[str, object], ...]
    line: int
    nth: int = 0


@record
class PartReview:
    """What else of a report a person has checked: holds as long as it is what was `read`.

    Its `kind` is `metadata` (a key of the front matter), `heading` (how a line is marked, by the
    line's anchor) or `doubt` (the words of one, by the line's anchor).
    """

    kind: str
    key: str
    read: object
    line: int


@record
class Checked:
    """A figure that a person has seen to, and what came of it.

    `outcome` is right, mended (`fields` were read wrongly), rejected or added; `certainty` is that
    of the rules, "" where they read nothing.
    """

    anchor: str
    nth: int
    outcome: str
    certainty: str
    fields: tuple[str, ...] = ()


@record
class ReviewCount:
    """The figures of a report that were read with as much `against` them: what people found.

    Those that were `missed` had no reading: their certainty is `unread`.
    """

    certainty: str
    against: int
    figures: int = 0
    right: int = 0
    wrong: int = 0
    rejected: int = 0
    missed: int = 0

    @property
    def checked(self) -> int:
        """Return how many of the figures that were read a person has checked."""
        return self.right + self.wrong + self.rejected
