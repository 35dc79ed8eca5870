"""Pages in words (methods, about), the corrections, 404, and what machines read: sitemap, robots."""
from collections.abc import Iterator

from baogao.corpus import Corpus
from baogao.markdowns import prose
from baogao.pages import addresses
from baogao.pages.page import Page
from baogao.records import Reading


def pages(corpus: Corpus, strings: dict) -> Iterator[Page]:
    """Yield the pages that are words about the site."""
    for name, text in corpus.prose.items():
        title, html = prose(text)
        yield Page(f"{name}/", "prose.html", {"title": title, "crumbs": [(title, None)], "html": html})
    yield corrections(corpus, strings)
    yield Page("404.html", "404.html", {"title": strings["missing"]["title"]})


def corrections(corpus: Corpus, strings: dict) -> Page:
    """Return the page of everything that was changed in the sources, and of the doubts."""
    title = strings["corrections"]["title"]
    groups = [_group(reading) for reading in corpus.readings if reading.notes or reading.report.notes]
    doubts = [{"address": f"reports/{d.area}/{d.year}/#{d.anchor}", "text": f"{corpus.area(d.area).name} {d.year}",
               "message": d.message} for d in corpus.doubts]
    return Page("corrections/", "corrections.html",
                {"title": title, "crumbs": [(title, None)], "groups": groups, "doubts": doubts})


def _group(reading: Reading) -> dict:
    address = addresses.report(reading.report)
    return {"title": reading.report.title, "address": address, "notes": reading.report.notes,
            "rows": [{"found": n.found, "now": n.now, "why": n.why, "address": f"{address}#note-{i}"}
                     for i, n in enumerate(reading.notes, 1)]}
