"""What was changed in the sources, what is doubted, and what could not be read."""

from baogao.content.languages import is_chinese
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
        "groups": [_group(corpus, one, strings) for one in corpus.noted],
        "doubts": _doubts(corpus),
        "columns": columns(strings),
        "unread": [_unread(corpus, one, words["reasons"]) for one in corpus.unread_numbers],
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


def _unread(corpus: Corpus, one: UnreadNumber, reasons: dict[str, str]) -> dict:
    """Return a number that could not be read safely, with the words around it."""
    return {
        "address": f"reports/{one.report}/#{one.paragraph}",
        "text": f"{_area(corpus, one.report)} {one.year}",
        "before": one.before,
        "words": one.words,
        "after": one.after,
        "reason": reasons[one.reason],
    }


def _area(corpus: Corpus, report: str) -> str:
    """Return the name of a report's area in its year."""
    code, year = report.split("/")
    return corpus.area(code, int(year)).name


def _group(corpus: Corpus, one: Noted, strings: dict) -> dict:
    address, year = f"reports/{one.report}/", one.report.partition("/")[2]
    title = strings["report"]["title"].format(year=year, area=_area(corpus, one.report))
    return {
        "title": one.title if is_chinese(strings) else title,
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
