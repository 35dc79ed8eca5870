"""An area as it passes between the stages: one of `records`, with the years that it was."""

from baogao.record_decorator import record


@record
class Area:
    """A place of GB/T 2260 (province, prefecture or county), or one of another kind below these.

    It has its code and name from the year `since` to the year `until`, both included: None where
    that is not known, or still holds. `successor` is the code of the place that came after it: its
    own where only the name changed. One that was merged or divided has none: `absorbed_by` are the
    codes of the places that took over its territory. Where pages in another language ask, its name
    may be spelled as it is read, for want of one that is written anywhere.
    """

    code: str
    name: str
    level: str
    parent: str
    short: str
    since: int | None = None
    until: int | None = None
    successor: str = ""
    absorbed_by: tuple[str, ...] = ()
    is_transliterated: bool = False

    @property
    def after(self) -> tuple[str, ...]:
        """Return the codes of the places that have its territory after it."""
        return (self.successor,) if self.successor else self.absorbed_by

    def holds_in(self, year: int | None) -> bool:
        """Say whether the area has its code and name in a year; today where none is given."""
        if year is None:
            return self.until is None
        return (self.since or year) <= year <= (self.until or year)
