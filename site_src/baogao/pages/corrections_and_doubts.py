"""What was changed in the sources, what is doubted, and what could not be read."""

from bisect import bisect_right
from collections.abc import Iterator

from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.controls import Column, named
from baogao.pages.page import Page
from baogao.records import Reading

AROUND = 12  # the characters on each side by which a reader finds a number again


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of a report's corrections."""
    return named(strings["corrections"]["columns"], ("found", "now", "why"))


def page(corpus: Corpus, strings: dict) -> Page:
    """Return the page of everything that was changed in the sources, and of the doubts."""
    words = strings["corrections"]
    context = {
        "title": words["title"],
        "styles": ("tables.css",),
        "description": words["intro"],
        "crumbs": [(words["title"], None)],
        "groups": [
            _group(reading) for reading in corpus.readings if reading.notes or reading.report.notes
        ],
        "doubts": _doubts(corpus),
        "columns": columns(strings),
        "unread": [one for reading in corpus.readings for one in unread(reading, words["reasons"])],
    }
    return Page("corrections/", "corrections.html", context)


def _doubts(corpus: Corpus) -> list[dict]:
    """Return the figures that are no data, as their unit does not suit their indicator."""
    return [
        {
            "address": f"reports/{doubt.area}/{doubt.year}/#{doubt.anchor}",
            "text": f"{corpus.area(doubt.area, doubt.year).name} {doubt.year}",
            "message": doubt.message,
        }
        for doubt in corpus.doubts
    ]


def unread(reading: Reading, reasons: dict[str, str]) -> Iterator[dict]:
    """Yield the numbers that could not be read safely, each with the words around it."""
    report = reading.report
    starts = [block.start for block in reading.blocks]
    for one in reading.unread:
        block = reading.blocks[max(bisect_right(starts, one.start) - 1, 0)]
        yield {
            "address": f"{addresses.report(report)}#{block.anchor}",
            "text": f"{report.area_name} {report.year}",
            "before": report.text[max(block.start, one.start - AROUND) : one.start],
            "words": one.words,
            "after": report.text[one.end : min(block.end, one.end + AROUND)],
            "reason": reasons[one.reason],
        }


def _group(reading: Reading) -> dict:
    address = addresses.report(reading.report)
    return {
        "title": reading.report.title,
        "address": address,
        "notes": reading.report.notes,
        "rows": [
            {
                "found": note.found,
                "now": note.now,
                "why": note.why,
                "address": f"{address}#note-{number}",
            }
            for number, note in enumerate(reading.notes, 1)
        ],
    }
