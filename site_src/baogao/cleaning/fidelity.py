"""What a cleaned report changed of its source: nothing but what its corrections record.

The report's part of the source and the cleaned body are compared character by character, white
space and heading marks aside, the source in Chinese typography and with its corrections applied.
"""

import re
from os.path import commonprefix

from baogao.cleaning.typography import squeeze, typeset
from baogao.records import Correction, Note, Report

HEADING_MARK = re.compile(r"^#{2,4} ", re.M)


class Unfit(Exception):
    """Source and cleaned report cannot be brought together; says why, and on which line."""

    def __init__(self, message: str, line: int = 1, hint: str = "", where: str = "report"):
        super().__init__(message)
        self.message, self.line, self.hint, self.where = message, line, hint, where


def source_words(report: Report, source: str) -> str:
    """Return the report's part of its source, typeset, without white space."""
    words = typeset(squeeze(source))
    first, last = (typeset(squeeze(quote)) for quote in (report.source.first, report.source.last))
    begin = words.find(first)
    finish = words.find(last, begin)
    for name, quote, found in (("first", first, begin), ("last", last, finish)):
        if not quote or found < 0:
            raise Unfit(
                f"source.{name} {quote!r} is not in {report.source.file}",
                hint="quote the report's words as the source has them",
            )
    return words[begin : finish + len(last)]


def _places(words: str, correction: Correction) -> list[int]:
    found = typeset(squeeze(correction.found))
    places = [m.start() for m in re.finditer(re.escape(found), words)] if found else []
    if len(places) != correction.times:
        raise Unfit(
            f"correction no longer applies: {correction.found!r} stands {len(places)} times in the source, "
            f"not {correction.times}",
            correction.line,
            "quote more words around it, or set times",
            "corrections",
        )
    return places


def corrected(
    words: str, corrections: tuple[Correction, ...]
) -> tuple[str, list[tuple[int, int, Correction]]]:
    """Apply corrections; return the text and, for each, where its words now stand."""
    edits = sorted(
        ((place, c) for c in corrections for place in _places(words, c)), key=lambda edit: edit[0]
    )
    parts, spans, length, done = [], [], 0, 0
    for place, correction in edits:
        if place < done:
            raise Unfit(
                f"correction {correction.found!r} overlaps another",
                correction.line,
                "make one correction of the two",
                "corrections",
            )
        found = typeset(squeeze(correction.found))
        now = found if correction.now is None else typeset(squeeze(correction.now))
        parts += [words[done:place], now]
        length += place - done
        spans.append((length, length + len(now), correction))
        length, done = length + len(now), place + len(found)
    return "".join([*parts, words[done:]]), spans


def cleaned_characters(report: Report) -> list[int]:
    """Return the offset of every character of the body that counts (no blanks, no heading marks)."""
    marks = {i for m in HEADING_MARK.finditer(report.text, report.body) for i in range(*m.span())}
    return [
        i
        for i in range(report.body, len(report.text))
        if i not in marks and not report.text[i].isspace()
    ]


def notes(report: Report, source: str) -> tuple[Note, ...]:
    """Return the editor's notes, in the cleaned text; raise `Unfit` where a change is not recorded."""
    expected, spans = corrected(source_words(report, source), report.corrections)
    cleaned = "".join(HEADING_MARK.sub("", report.text[report.body :]).split())
    if cleaned == expected and not spans:
        return ()
    places = cleaned_characters(report)
    if cleaned != expected:
        raise Unfit(*_difference(report, expected, places, len(commonprefix((cleaned, expected)))))
    places.append(places[-1] + 1)
    return tuple(_note(report, places, start, end, c) for start, end, c in spans)


def _note(report: Report, places: list[int], start: int, end: int, correction: Correction) -> Note:
    stop = places[end - 1] + 1 if end > start else places[start]
    return Note(places[start], stop, correction.found, correction.now, correction.why)


def _difference(report: Report, expected: str, places: list[int], i: int) -> tuple[str, int, str]:
    at = places[min(i, len(places) - 1)]
    line = report.text.count("\n", 0, at) + 1
    here = "".join(report.text[p] for p in places[max(0, i - 6) : i + 12])
    there = expected[max(0, i - 6) : i + 12]
    return (
        f"the text differs from its source: {here!r} here, {there!r} there",
        line,
        "record the change in content/corrections, or restore the words",
    )
