"""What each release changed in the data, and what changed since; notes where pages have moved."""

from collections.abc import Iterable, Iterator
from itertools import islice

from baogao.content.data_dictionary import tables as described
from baogao.content.reports.published_addresses import Release
from baogao.corpus.corpus import Corpus
from baogao.corpus.observations import DOUBTFUL
from baogao.downloads.cells import written
from baogao.downloads.data_diff import Corrected, Difference, Row, differences
from baogao.downloads.table_rows import figures_of_all
from baogao.pages.data import table_in_words
from baogao.pages.page import Page
from baogao.pages.tables.controls import Column, named

ADDRESS = "updates/"
MOST_ENTRIES = 100
COUNTED = ("added", "removed", "corrected")


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of a release's reports."""
    return named(strings["updates"], ("report", *COUNTED))


def pages(corpus: Corpus, strings: dict) -> Iterator[Page]:
    """Yield the page of updates, the feed, and a note at every address that has moved."""
    yield from feed(corpus, strings)
    yield _page(corpus, strings)
    for alias in corpus.aliases:
        if "#" not in alias.old:
            context = {"title": strings["moved"]["title"], "to": alias.new, "why": alias.why}
            yield Page(alias.old, "moved.html", context)


def _page(corpus: Corpus, strings: dict) -> Page:
    """Return the page of updates."""
    words = strings["updates"]
    context = {
        "title": words["title"],
        "styles": ("tables.css",),
        "crumbs": [(words["title"], None)],
        "description": words["intro"],
        "groups": list(_groups(corpus, strings)),
        "columns": columns(strings),
        "counted": COUNTED,
        "released": bool(corpus.releases),
    }
    return Page(ADDRESS, "updates.html", context)


def has_feed(corpus: Corpus) -> bool:
    """Say whether there is a feed: it tells of releases, by whole addresses."""
    return bool(corpus.releases and corpus.site.base_url)


def feed(corpus: Corpus, strings: dict) -> Iterator[Page]:
    """Yield the Atom feed of new and changed reports, where there is one."""
    if has_feed(corpus):
        entries = (
            _entry(corpus, release, one, strings)
            for release, found in released(corpus)
            for one in found
        )
        newest = list(islice(entries, MOST_ENTRIES))
        context = {"updated": corpus.releases[-1].date, "entries": newest}
        yield Page("feed.xml", "feed.xml", context)


def _entry(corpus: Corpus, release: Release, one: Difference, strings: dict) -> dict:
    said = strings["updates"]["summary_new" if one.new else "summary_changed"]
    return {
        "title": f"{_name(corpus, one.report)} {release.version}",
        "date": release.date,
        "id": f"updates/#{release.version}/{one.report}",
        "address": f"reports/{one.report}/",
        "summary": said.format(version=release.version, **one.counts),
    }


def released(corpus: Corpus) -> Iterator[tuple[Release, tuple[Difference, ...]]]:
    """Yield the releases, the newest first, with what each changed."""
    for number, release in reversed(list(enumerate(corpus.releases))):
        before = corpus.releases[number - 1].rows if number else ()
        yield release, differences(before, release.rows)


def _groups(corpus: Corpus, strings: dict) -> Iterator[dict]:
    """Yield what has changed since the last release, and what each release changed."""
    if corpus.releases and (since := _since(corpus)):
        yield _group(corpus, strings["updates"]["since"], "", since, strings)
    for release, found in released(corpus):
        yield _group(corpus, release.version, release.date, found, strings)


def _since(corpus: Corpus) -> tuple[Difference, ...]:
    """Return what has changed since the last release; figures that have moved are the same."""
    moved = {
        alias.old.partition("#")[2]: alias.new.partition("#")[2]
        for alias in corpus.aliases
        if "#" in alias.old
    }
    return differences(corpus.releases[-1].rows, present(corpus), moved)


def present(corpus: Corpus) -> Iterator[Row]:
    """Yield the figures as they are now, as a release's file would hold them."""
    header = described()["figures"].header
    rows = figures_of_all(corpus)
    return (dict(zip(header, map(written, row), strict=True)) for row in rows)


def _group(
    corpus: Corpus, title: str, day: str, found: Iterable[Difference], strings: dict
) -> dict:
    return {
        "title": title,
        "date": day,
        "reports": [_report(corpus, one, strings) for one in found],
    }


def _report(corpus: Corpus, one: Difference, strings: dict) -> dict:
    here = any(report.id == one.report for report in corpus.listed)
    return {
        "name": _name(corpus, one.report),
        "address": f"reports/{one.report}/" if here else "",
        "new": one.new,
        "counts": one.counts,
        "added": [] if one.new else list(map(_with_doubt, one.added)),
        "removed": list(one.removed),
        "corrected": [_corrected(pair, strings) for pair in one.corrected],
    }


def _name(corpus: Corpus, report: str) -> str:
    code, year = report.split("/")
    area = corpus.vocabulary.area(code, int(year))
    return f"{area.name} {year}" if area else report


def _with_doubt(row: Row) -> dict:
    return {**row, "doubtful": DOUBTFUL in row.get("quality", "")}


def _corrected(pair: Corrected, strings: dict) -> dict:
    figures = table_in_words(described()["figures"], strings)
    columns = {column.name: column.zh for column in figures.columns}
    return {
        "figure": pair.new["figure"],
        "text": pair.new["text"],
        "quote": pair.new["quote"],
        "doubtful": DOUBTFUL in pair.new.get("quality", ""),
        "changes": [
            {
                "name": strings["report"]["columns"].get(name) or columns[name],
                "old": pair.old[name],
                "new": pair.new[name],
            }
            for name in pair.columns
        ],
    }
