"""What was changed in the sources, what is doubted, and what could not be read."""

from baogao.corpus.corpus import Corpus
from baogao.corpus.report_summaries import Noted, UnreadNumber
from baogao.pages.controls import Column, named
from baogao.pages.page import Page


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
        "groups": list(map(_group, corpus.noted)),
        "doubts": _doubts(corpus),
        "columns": columns(strings),
        "unread": [_unread(one, words["reasons"]) for one in corpus.unread_numbers],
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


def _unread(one: UnreadNumber, reasons: dict[str, str]) -> dict:
    """Return a number that could not be read safely, with the words around it."""
    return {
        "address": f"reports/{one.report}/#{one.paragraph}",
        "text": f"{one.area} {one.year}",
        "before": one.before,
        "words": one.words,
        "after": one.after,
        "reason": reasons[one.reason],
    }


def _group(one: Noted) -> dict:
    address = f"reports/{one.report}/"
    return {
        "title": one.title,
        "address": address,
        "notes": one.notes,
        "rows": [
            {
                "found": note.found,
                "now": note.now,
                "why": note.why,
                "address": f"{address}#note-{number}",
            }
            for number, note in enumerate(one.changes, 1)
        ],
    }
