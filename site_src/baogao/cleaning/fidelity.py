"""What a cleaned report changed of its source: nothing but what its corrections record.

The report's part of the source and the cleaned body are compared character by character, white
space and heading marks aside, the source in Chinese typography and with its corrections applied.
"""

import re
from dataclasses import dataclass
from itertools import takewhile

from baogao.cleaning.typography import compact
from baogao.records import Correction, Note, Report

HEADING_MARK = re.compile(r"^#{2,4} ", re.M)
BEFORE, BEHIND = 6, 12  # characters around a difference in a message


class Unfit(Exception):
    """Source and cleaned report cannot be brought together; says why, and on which line."""

    def __init__(self, message: str, line: int = 1, hint: str = "", where: str = "report"):
        super().__init__(message)
        self.message, self.line, self.hint, self.where = message, line, hint, where


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction, and where its words stand in the corrected text."""

    start: int
    end: int
    correction: Correction


def source_words(report: Report, source: str) -> str:
    """Return the report's part of its source, typeset, without white space."""
    words = compact(source)
    first, last = compact(report.source.first), compact(report.source.last)
    begin = words.find(first)
    finish = words.find(last, begin)
    for name, quote, found in (("first", first, begin), ("last", last, finish)):
        if not quote or found < 0:
            message = f"source.{name} {quote!r} is not in {report.source.file}"
            raise Unfit(message, hint="quote the report's words as the source has them")
    return words[begin : finish + len(last)]


def _places(words: str, correction: Correction) -> list[int]:
    """Return where the words of a correction stand: as often as it says."""
    found = compact(correction.found)
    places = [m.start() for m in re.finditer(re.escape(found), words)] if found else []
    if len(places) != correction.times:
        message = (
            f"correction no longer applies: {correction.found!r} "
            f"stands {len(places)} times in the source, not {correction.times}"
        )
        hint = "quote more words around it, or set times"
        raise Unfit(message, correction.line, hint, "corrections")
    return places


def corrected(words: str, corrections: tuple[Correction, ...]) -> tuple[str, list[Applied]]:
    """Apply corrections; return the text and, for each, where its words now stand."""
    edits = [(place, c) for c in corrections for place in _places(words, c)]
    parts, applied, length, done = [], [], 0, 0
    for place, correction in sorted(edits, key=lambda edit: edit[0]):
        if place < done:
            message = f"correction {correction.found!r} overlaps another"
            hint = "make one correction of the two"
            raise Unfit(message, correction.line, hint, "corrections")
        found = compact(correction.found)
        now = found if correction.now is None else compact(correction.now)
        parts += [words[done:place], now]
        start = length + place - done
        length, done = start + len(now), place + len(found)
        applied.append(Applied(start, length, correction))
    return "".join([*parts, words[done:]]), applied


def cleaned_characters(report: Report) -> list[int]:
    """Return the offset of every character of the body that counts.

    Blanks and heading marks do not.
    """
    marks = {i for m in HEADING_MARK.finditer(report.text, report.body) for i in range(*m.span())}
    return [
        i
        for i in range(report.body, len(report.text))
        if i not in marks and not report.text[i].isspace()
    ]


def notes(report: Report, source: str) -> tuple[Note, ...]:
    """Return the editor's notes, in the cleaned text.

    Raises `Unfit` where a change is not recorded.
    """
    expected, applied = corrected(source_words(report, source), report.corrections)
    cleaned = "".join(HEADING_MARK.sub("", report.text[report.body :]).split())
    if cleaned == expected and not applied:
        return ()
    places = cleaned_characters(report)
    if cleaned != expected:
        raise _differs(report, cleaned, expected, places)
    places.append(places[-1] + 1)
    return tuple(_note(places, item) for item in applied)


def _note(places: list[int], item: Applied) -> Note:
    start = places[item.start]
    end = places[item.end - 1] + 1 if item.end > item.start else start
    correction = item.correction
    return Note(start, end, correction.found, correction.now, correction.why)


def _differs(report: Report, cleaned: str, expected: str, places: list[int]) -> Unfit:
    """Return what is wrong at the first character that differs."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(cleaned, expected, strict=False))
    first = sum(1 for _ in alike)
    around = slice(max(0, first - BEFORE), first + BEHIND)
    here = "".join(report.text[place] for place in places[around])
    at = places[min(first, len(places) - 1)]
    return Unfit(
        f"the text differs from its source: {here!r} here, {expected[around]!r} there",
        report.text.count("\n", 0, at) + 1,
        "record the change in content/corrections, or restore the words",
    )
