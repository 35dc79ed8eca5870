"""Releases of the data: what figures each held, and the addresses that have since been given a new place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from baogao.records import Problem, Reading

ALIASES = ("old", "new", "why")
PUBLISHED = re.compile(r"reports/[0-9]{6}/[0-9]{4}/(#[fp]-[a-z0-9]{1,20})?")
# How many columns `figures` had when it was first released: all of these keep names and places.
# Columns that came later stand behind them, and the file of an earlier release lacks them.
FIRST_COLUMNS = 19
LIKE = 0.6  # from here on two sentences are taken for versions of one
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its version and date, its file, and its figures, a row a record.

    Rows have the columns that `figures.csv` had then: those that are new since are absent.
    """

    version: str
    date: str
    path: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """An address that was published and where what stood there is now: `reports/330200/2019/#f-…`."""

    old: str
    new: str
    why: str
    line: int


def lost(
    releases: tuple[Release, ...],
    aliases: tuple[Alias, ...],
    readings: Iterable[Reading],
    path: str,
) -> Iterator[Problem]:
    """Yield what the last release published that is gone without an alias, and aliases that lead nowhere."""
    here = {reading.report.id: reading for reading in readings}
    # An old id is put where the new one stands, so it must have stood on the same page; a page that moved leaves a note.
    present = {
        f"reports/{id}/#{anchor}" for id, reading in here.items() for anchor in _anchors(reading)
    }
    moved = {alias.old for alias in aliases}
    for alias in aliases:
        if not PUBLISHED.fullmatch(alias.old):
            yield Problem(
                path,
                alias.line,
                f"{alias.old!r} is no address that was published",
                "reports/330200/2019/#f-…, or reports/330200/2019/",
            )
        if alias.new not in present and alias.new not in {f"reports/{id}/" for id in here}:
            yield Problem(
                path,
                alias.line,
                f"leads to {alias.new}, which is not there",
                "the address of a figure, a paragraph or a report",
            )
        if alias.old in present:
            yield Problem(path, alias.line, f"{alias.old} is still there", "remove the row")
    for line, row in enumerate(releases[-1].rows if releases else (), 2):
        address = f"reports/{row['report']}/"
        if (
            row["record"] == "0"
            and not {address, f"{address}#{row['figure']}"} & moved
            and f"{address}#{row['figure']}" not in present
        ):
            yield _gone(releases[-1], line, row, here.get(row["report"]), path)


def earlier(aliases: Iterable[Alias], address: str) -> dict[str, list[str]]:
    """Return the earlier ids of what stands on a page, by its id now."""
    found: dict[str, list[str]] = {}
    for alias in aliases:
        page, _, anchor = alias.new.partition("#")
        if page == address and anchor and "#" in alias.old:
            found.setdefault(anchor, []).append(alias.old.partition("#")[2])
    return found


def _anchors(reading: Reading) -> Iterator[str]:
    yield from (mention.anchor for mention in reading.mentions)
    yield from (block.anchor for block in reading.blocks)


def _gone(release: Release, line: int, row: Row, reading: Reading | None, path: str) -> Problem:
    if reading is None:
        return Problem(
            release.path,
            line,
            f"report {row['report']} was published and is gone",
            f"give reports/{row['report']}/ a new address in {path}",
        )
    anchor, words = _likest(reading, row)
    return Problem(
        release.path,
        line,
        f"{row['figure']} ({row['text']}) was published and is gone; its sentence was “{row['quote']}”"
        + words,
        f"give it a new address in {path}: reports/{row['report']}/#{row['figure']},reports/{row['report']}/#{anchor},why",
    )


def _likest(reading: Reading, row: Row) -> tuple[str, str]:
    """Return the anchor of the figure or paragraph where a lost figure's sentence is now, and what the sentence is now."""
    text, quotes = (
        reading.report.text,
        {mention: reading.quote(mention) for mention in reading.mentions},
    )
    place = text.find(row["quote"])
    if place >= 0 and not text[place - 1 : place].isalnum():
        block = reading.blocks[
            max(bisect_right([block.start for block in reading.blocks], place) - 1, 0)
        ]
        return block.anchor, ", where it is no figure now"
    same = {m: quote for m, quote in quotes.items() if m.figure.text == row["text"]} or quotes
    likest = max(
        same,
        key=lambda m: SequenceMatcher(None, same[m], row["quote"], autojunk=False).ratio(),
        default=None,
    )
    if likest and SequenceMatcher(None, same[likest], row["quote"], autojunk=False).ratio() >= LIKE:
        return likest.anchor, f", now “{same[likest]}”"
    return reading.blocks[0].anchor, ", and none is like it now"
