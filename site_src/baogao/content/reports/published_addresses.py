"""Releases of the data: what figures each held, and addresses that were given a new place since."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from baogao.content.files.csv_table import Row
from baogao.records import Block, Problem, Reading

ALIASES = ("old", "new", "why")
PUBLISHED = re.compile(r"reports/[0-9]{6}(-[a-z0-9-]+)?/[0-9]{4}/(#[fp]-[a-z0-9]{1,20})?")
# How many columns `figures` had when it was first released: all of these keep names and places.
# Columns that came later stand behind them, and the file of an earlier release lacks them.
FIRST_COLUMNS = 19
LIKE = 0.6  # from here on two sentences are taken for versions of one


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its version and date, its file, and its figures.

    A row is a record, with the columns that `figures.csv` had then.
    """

    version: str
    date: str
    path: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """An address that was published, as `reports/330200/2019/#f-…`, and where that stands now."""

    old: str
    new: str
    why: str
    line: int


def lost_addresses(
    releases: tuple[Release, ...],
    aliases: tuple[Alias, ...],
    readings: Iterable[Reading],
    path: str,
) -> Iterator[Problem]:
    """Yield what any release published that is gone, and aliases that lead nowhere.

    What is gone and has an alias is not lost, nor is what a person has rejected: its address leads
    to its paragraph. `path` is the file of the aliases.
    """
    here = {reading.report.id: reading for reading in readings}
    present = {f"reports/{id}/#{anchor}" for id, read in here.items() for anchor in _anchors(read)}
    yield from _misleading(aliases, present, {f"reports/{id}/" for id in here}, path)
    kept = present | {alias.old for alias in aliases}
    kept |= {f"reports/{id}/#{old}" for id, read in here.items() for old, _ in read.rejected}
    for release in reversed(releases):
        for line, row in enumerate(release.rows, 2):
            page = f"reports/{row['report']}/"
            address = f"{page}#{row['figure']}"
            if address not in kept and page not in kept:
                kept.add(address)  # it is told once, whatever releases and records have it
                yield _gone(release, line, row, here.get(row["report"]), path)


def _misleading(
    aliases: Iterable[Alias], present: set[str], pages: set[str], path: str
) -> Iterator[Problem]:
    """Yield the aliases that lead nowhere, or from nowhere.

    An old id is put where the new one stands, so a figure has stood on the page where it stands
    now; a page that moved leaves a note.
    """
    for alias in aliases:
        if not PUBLISHED.fullmatch(alias.old):
            message = f"{alias.old!r} is no address that was published"
            hint = "reports/330200/2019/#f-…, or reports/330200/2019/"
            yield Problem(path, alias.line, message, hint)
        if alias.new not in present and alias.new not in pages:
            message = f"leads to {alias.new}, which is not there"
            hint = "the address of a figure, a paragraph or a report"
            yield Problem(path, alias.line, message, hint)
        if alias.old in present:
            yield Problem(path, alias.line, f"{alias.old} is still there", "remove the row")


def earlier_anchors(
    aliases: Iterable[Alias], address: str, rejected: Iterable[tuple[str, str]]
) -> dict[str, list[str]]:
    """Return the earlier ids of what stands on a page, by its id now.

    That of a figure that was rejected is its paragraph's, unless an alias gives it another place.
    """
    found: dict[str, list[str]] = {}
    given = set()
    for alias in aliases:
        page, _, anchor = alias.new.partition("#")
        if page == address and anchor and "#" in alias.old:
            found.setdefault(anchor, []).append(alias.old.partition("#")[2])
        given.add(alias.old)
    for old, paragraph in rejected:
        if f"{address}#{old}" not in given:
            found.setdefault(paragraph, []).append(old)
    return found


def _anchors(reading: Reading) -> Iterator[str]:
    yield from (mention.anchor for mention in reading.mentions)
    yield from (block.anchor for block in reading.blocks)


def _gone(release: Release, line: int, row: Row, reading: Reading | None, path: str) -> Problem:
    """Return the problem of a published figure that is not there any more."""
    page = f"reports/{row['report']}/"
    if reading is None:
        message = f"report {row['report']} was published and is gone"
        return Problem(release.path, line, message, f"give {page} a new address in {path}")
    anchor, words = _nearest_place(reading, row)
    message = (
        f"{row['figure']} ({row['text']}) was published and is gone; "
        f"its sentence was “{row['quote']}”{words}"
    )
    hint = f"give it a new address in {path}: {page}#{row['figure']},{page}#{anchor},why"
    return Problem(release.path, line, message, hint)


def _nearest_place(reading: Reading, row: Row) -> tuple[str, str]:
    """Return the anchor nearest to where a lost figure's sentence is now, and words about it."""
    text = reading.report.text
    place = text.find(row["quote"])
    if place >= 0 and not text[place - 1 : place].isalnum():
        return _block_at(reading, place).anchor, ", where it is no figure now"
    quotes = {mention: reading.quote(mention) for mention in reading.mentions}
    same_words = {m: quote for m, quote in quotes.items() if m.figure.text == row["text"]}
    likeness = {
        mention: SequenceMatcher(None, quote, row["quote"], autojunk=False).ratio()
        for mention, quote in (same_words or quotes).items()
    }
    likest = max(likeness, key=likeness.__getitem__, default=None)
    if likest and likeness[likest] >= LIKE:
        return likest.anchor, f", now “{quotes[likest]}”"
    return reading.blocks[0].anchor, ", and none is like it now"


def _block_at(reading: Reading, place: int) -> Block:
    number = bisect_right([block.start for block in reading.blocks], place) - 1
    return reading.blocks[max(number, 0)]
