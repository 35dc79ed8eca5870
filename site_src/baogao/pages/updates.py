"""What each release changed in the data, and what has changed since; and the pages left where others stood."""

from collections.abc import Iterable, Iterator

from baogao.content.data_dictionary import tables as described
from baogao.content.published_releases import Release
from baogao.corpus.corpus import Corpus
from baogao.downloads.table_rows import table_rows
from baogao.downloads.cells import written
from baogao.downloads.data_diff import Corrected, Difference, Row, differences
from baogao.pages.controls import Column, named
from baogao.pages.page import Page

ADDRESS = "updates/"
MOST_ENTRIES = 100
COUNTED = ("added", "removed", "corrected")


def columns(strings: dict) -> tuple[Column, ...]:
    """Return the columns of a release's reports."""
    return named(strings["updates"], ("report", *COUNTED))


def pages(corpus: Corpus, strings: dict) -> Iterator[Page]:
    """Yield the page of updates, and a note at every address that has moved."""
    title = strings["updates"]["title"]
    groups = [
        _group(corpus, title, day, found, strings) for title, day, found in _told(corpus, strings)
    ]
    yield from feed(corpus, strings)
    yield Page(
        ADDRESS,
        "updates.html",
        {
            "title": title,
            "styles": ("tables.css",),
            "crumbs": [(title, None)],
            "description": strings["updates"]["intro"],
            "groups": groups,
            "columns": columns(strings),
            "counted": COUNTED,
            "released": bool(corpus.releases),
        },
    )
    for alias in corpus.aliases:
        if "#" not in alias.old:
            yield Page(
                alias.old,
                "moved.html",
                {"title": strings["moved"]["title"], "to": alias.new, "why": alias.why},
            )


def has_feed(corpus: Corpus) -> bool:
    """Say whether there is a feed: it tells of releases, by whole addresses."""
    return bool(corpus.releases and corpus.site.base_url)


def feed(corpus: Corpus, strings: dict) -> Iterator[Page]:
    """Yield the Atom feed of new and changed reports, where there is one."""
    if has_feed(corpus):
        entries = [
            _entry(corpus, release, one, strings)
            for release, found in released(corpus)
            for one in found
        ]
        yield Page(
            "feed.xml",
            "feed.xml",
            {"updated": corpus.releases[-1].date, "entries": entries[:MOST_ENTRIES]},
        )


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
    for last, release in reversed(list(zip([None, *corpus.releases], corpus.releases))):
        yield release, differences(last.rows if last else (), release.rows)


def _told(corpus: Corpus, strings: dict) -> Iterator[tuple[str, str, tuple[Difference, ...]]]:
    if corpus.releases:
        moved = {
            alias.old.partition("#")[2]: alias.new.partition("#")[2]
            for alias in corpus.aliases
            if "#" in alias.old
        }
        since = differences(corpus.releases[-1].rows, present(corpus), moved)
        yield from [(strings["updates"]["since"], "", since)] if since else []
    yield from ((release.version, release.date, found) for release, found in released(corpus))


def present(corpus: Corpus) -> Iterator[Row]:
    """Yield the figures as they are now, as a release's file would hold them."""
    header = described()["figures"].header
    rows = table_rows("figures", corpus)
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
        "added": [] if one.new else list(one.added),
        "removed": list(one.removed),
        "corrected": [_corrected(pair, strings) for pair in one.corrected],
    }


def _name(corpus: Corpus, report: str) -> str:
    code, year = report.split("/")
    return f"{corpus.area(code).name} {year}" if code in corpus.vocabulary.areas else report


def _corrected(pair: Corrected, strings: dict) -> dict:
    columns = {column.name: column.zh for column in described()["figures"].columns}
    return {
        "figure": pair.new["figure"],
        "text": pair.new["text"],
        "quote": pair.new["quote"],
        "changes": [
            {
                "name": strings["report"]["columns"].get(name) or columns[name],
                "old": pair.old[name],
                "new": pair.new[name],
            }
            for name in pair.columns
        ],
    }
