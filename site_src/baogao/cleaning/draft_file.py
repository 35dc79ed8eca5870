"""One file as received, to the drafts of the reports in it: what can be done to many at once."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from baogao.cleaning.heading_breaks import count_breaks
from baogao.cleaning.page_to_drafts import Draft, Words, drafts
from baogao.cleaning.scraped_posts import Recognised, Refused
from baogao.content.content_folder import Content
from baogao.content.vocabulary.section_kinds import APPENDIX
from baogao.received.not_taken import NotTaken
from baogao.received.taken_text import Taken, require_size, take

NOTHING = r"(?!)"  # matches nothing


@dataclass(frozen=True, slots=True)
class Drafted:
    """A file, its text, and what was found in it; or why nothing can be."""

    file: Path
    data: bytes = b""
    taken: Taken = field(default_factory=Taken)
    found: tuple[Draft | Refused, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return hashlib.sha256(self.data).hexdigest()


def draft_file(words: Words, file: Path) -> Drafted:
    """Return the drafts of one file's reports; whatever is wrong with it is said of it alone."""
    try:
        return _draft_file(words, file)
    except OSError as error:
        return Drafted(file, refused=(f"cannot be read: {error.strerror}",))
    except NotTaken as error:
        return Drafted(file, refused=(str(error),))
    except Exception as error:  # a library's or our own mistake: the other files go on
        return Drafted(file, refused=(f"cannot be understood: {type(error).__name__}: {error}",))


def _draft_file(words: Words, file: Path) -> Drafted:
    require_size(file.stat().st_size)
    data = file.read_bytes()
    taken = take(data)
    found = tuple(drafts(file.name, taken.text, words))
    refused = [item for item in found if isinstance(item, Refused)]
    if len(refused) < len(found):
        return Drafted(file, data, taken, found)
    reasons = tuple(f"{item.title or 'untitled'}: {item.reason}" for item in refused)
    return Drafted(file, data, taken, found, reasons)


def words(here: Content) -> Words:
    """Return what cleaning knows.

    That are the vocabulary's lists, and how the reports already here are broken.
    """
    bodies = (report.text[report.body :] for report in here.reports)
    lines = (line for body in bodies for line in body.split("\n") if line)
    return Words(
        recognised(here),
        here.wordlists.injected,
        here.vocabulary.all_areas(),
        count_breaks(lines),
    )


def recognised(here: Content) -> Recognised:
    """Return what the lines of pages are known by."""
    kinds = here.vocabulary.sections
    headings = "|".join(f"(?:{pattern.pattern})" for kind, pattern in kinds if kind == APPENDIX)
    return Recognised(
        here.wordlists.boilerplate,
        re.compile(headings or NOTHING),
        str.maketrans(dict(here.vocabulary.traditional)),
    )
