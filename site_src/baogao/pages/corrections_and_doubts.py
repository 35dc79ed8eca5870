"""What was changed in the sources, what is doubted, and what could not be read."""

from collections.abc import Iterator, Sequence

from baogao.content.languages import is_chinese
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import Doubt
from baogao.corpus.report_summaries import Noted, UnreadNumber
from baogao.pages.controls import Column, named
from baogao.pages.page import Page
from baogao.pages.years_of_list import address, by_year, ways

MOST_ENTRIES = 200  # on a page: reports, and numbers that are doubted or not read
Entry = Noted | Doubt | UnreadNumber


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of a report's corrections."""
    return named(strings["corrections"]["columns"], ("found", "now", "why"))


def pages(corpus: Corpus, strings: dict) -> Iterator[Page]:
    """Yield the page of everything that was changed in the sources, and of the doubts.

    Where that is more than a page holds, it is of the newest year, and each year has a page.
    """
    home, words = addresses.CORRECTIONS, strings["corrections"]
    entries: tuple[Entry, ...] = (*corpus.noted, *corpus.doubts, *corpus.unread_numbers)
    years = by_year(entries, _year, MOST_ENTRIES)
    newest, shown = next(iter(years.items()), ("", entries))
    context = {
        "title": words["title"],
        "styles": ("tables.css",),
        "description": words["intro"],
        "crumbs": [(words["title"], None)],
        "columns": columns(strings),
        "years": ways(home, years),
        "year": "",
        "shown": words["shown"].format(year=newest),
    }
    yield Page(home, "corrections.html", context | _entries(corpus, shown, strings))
    for year, items in years.items():
        of_year = {
            "title": words["of_year"].format(year=year),
            "crumbs": [(words["title"], home), (str(year), None)],
            "year": year,
            "shown": "",
            **_entries(corpus, items, strings),
        }
        yield Page(address(home, year), "corrections.html", context | of_year)


def _year(one: Entry) -> int:
    """Return the year of the report that an entry is about."""
    return int(one.report.partition("/")[2]) if isinstance(one, Noted) else one.year


def _entries(corpus: Corpus, entries: Sequence[Entry], strings: dict) -> dict:
    """Return what a page lists: reports, figures that are no data, numbers not read."""
    reasons = strings["corrections"]["reasons"]
    return {
        "groups": [_group(corpus, one, strings) for one in entries if isinstance(one, Noted)],
        "doubts": [_doubt(corpus, one) for one in entries if isinstance(one, Doubt)],
        "unread": [
            _unread(corpus, one, reasons) for one in entries if isinstance(one, UnreadNumber)
        ],
    }


def _doubt(corpus: Corpus, doubt: Doubt) -> dict:
    """Return a figure that is no data, as its unit does not suit its indicator."""
    return {
        "address": f"reports/{doubt.area}/{doubt.year}/#{doubt.anchor}",
        "text": f"{corpus.area(doubt.area, doubt.year).name} {doubt.year}",
        "message": doubt.message,
    }


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
