"""What a person has checked of a report beside its figures: metadata, headings and doubts.

A row is `{metadata: date, read: "2020-04-27"}` (a key of the front matter, and what it was),
`{heading: p-…, read: 2}` (the anchor of a line, and its level, 0 for a paragraph), or
`{doubt: p-…, read: …}` (the anchor of a line, and the doubt).
"""

from baogao.content.limits import LONGEST_LINE, LONGEST_TITLE
from baogao.content.reports import front_matter
from baogao.content.yaml.yaml_entries import Entry, Mistake, require_keys
from baogao.content.yaml.yaml_with_lines import LINE
from baogao.records import PartReview, Report

METADATA = ("title", "area", "reviews", "plans", "date", "meeting", "office", "speaker")
LEVELS = (0, 2, 3, 4)
PARTS = {"metadata", "heading", "doubt"}
SHOWN = 40  # characters of what cannot have been read
FORM = "metadata: a key of the front matter, heading or doubt: a line's anchor; and read"


def part_review(entry: Entry) -> PartReview:
    """Return the review that an entry tells; raise `Mistake` where it is none."""
    require_keys(entry, *PARTS, "read")
    kinds = [kind for kind in entry if kind in PARTS]
    key, read = entry[kinds[0]], entry.get("read")
    is_called = isinstance(key, str) and 0 < len(key) <= LONGEST_TITLE
    if len(kinds) > 1 or not is_called or "read" not in entry:
        raise Mistake("a review lacks what it is of, or read", FORM)
    if not _can_be_read(kinds[0], key, read):
        raise Mistake(f"{kinds[0]} {key} cannot have been read as {read!r:.{SHOWN}}", FORM)
    return PartReview(kinds[0], key, kept(read), entry[LINE])


def _can_be_read(kind: str, key: str, read: object) -> bool:
    if kind == "heading":
        return read in LEVELS and not isinstance(read, bool)
    if kind == "doubt":
        return isinstance(read, str) and len(read) <= LONGEST_LINE
    if key == "area":
        return isinstance(read, str)
    return key in METADATA and front_matter.RULES[key].holds(read)


def kept(read: object) -> object:
    """Return what was read as a record keeps it."""
    return tuple(read) if isinstance(read, list) else read


def metadata_of(report: Report, key: str) -> object:
    """Return what a report's front matter says of a key that can be checked; None for nothing."""
    return getattr(report, key) or None
