"""The glossary A to Z, with where each term is used and since when, and the terms of one report."""

from bisect import bisect_right
from collections import Counter
from itertools import groupby

from baogao.content.glossary import Term, Use
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages.first_term_uses import first_uses
from baogao.pages.page import Page
from baogao.records import Reading

ADDRESS = "terms/"
MOST_USES = 24  # reports listed with a term after the earliest: the newest


def page(corpus: Corpus, strings: dict) -> Page:
    """Return the glossary's page."""
    used = _used(corpus)
    terms = [term for term in corpus.glossary.terms if term.id in used]
    words = strings["terms"]
    return Page(
        ADDRESS,
        "terms.html",
        {
            "title": words["title"],
            "crumbs": [(words["title"], None)],
            "styles": ("terms.css",),
            "description": words["intro"].format(count=len(terms)),
            "intro": words["intro"].format(count=len(terms)),
            "letters": [
                {
                    "name": name,
                    "id": f"letter-{name[0].lower()}",
                    "entries": [_entry(term, used[term.id]) for term in group],
                }
                for name, group in groupby(terms, _letter)
            ],
        },
    )


def _letter(term: Term) -> str:
    """Return the letter under which a term stands; numbers share one."""
    first = term.pinyin.lstrip("“")[0]
    plain = term.id.removeprefix("t-")[0]
    return "0–9" if first.isdigit() else plain.upper()


def _entry(term: Term, used: list[tuple[Reading, str, int]]) -> dict:
    shown = [used[0], *used[1:][-MOST_USES:]]
    return {
        "term": term,
        "since": used[0][0].report.year,
        "times": sum(count for *_, count in used),
        "reports": len(used),
        "left_out": len(used) - len(shown),
        "used": [
            {
                "name": reading.report.area_name,
                "year": reading.report.year,
                "count": count,
                "address": f"{addresses.report(reading.report)}#{anchor}",
            }
            for reading, anchor, count in shown
        ],
    }


def _used(corpus: Corpus) -> dict[str, list[tuple[Reading, str, int]]]:
    """Return for each term the reports that use it, the earliest first, each with the first paragraph and how often."""
    used: dict[str, list[tuple[Reading, str, int]]] = {}
    for reading in sorted(corpus.readings, key=lambda r: (r.report.year, r.report.area)):
        uses = corpus.uses[reading.report.id]
        counts = Counter(use.term.id for use in uses)
        first: dict[str, Use] = {}
        for use in uses:
            first.setdefault(use.term.id, use)
        for term_id, use in first.items():
            used.setdefault(term_id, []).append(
                (reading, _paragraph(reading, use), counts[term_id])
            )
    return used


def _paragraph(reading: Reading, use: Use) -> str:
    """Return the anchor of the paragraph that a use stands in."""
    return reading.blocks[
        max(0, bisect_right(reading.blocks, use.start, key=lambda block: block.start) - 1)
    ].anchor


def of_report(corpus: Corpus, reading: Reading) -> tuple[list[tuple[int, Use]], list[dict]]:
    """Return the uses that a report's page marks, and its list of terms, each with the paragraphs they are marked in."""
    marked = list(first_uses(reading, corpus.uses_in(reading.report.id)))
    paragraphs: dict[str, list[str]] = {}
    for i, use in marked:
        paragraphs.setdefault(use.term.id, []).append(reading.blocks[i].anchor)
    return marked, [
        {"term": term, "paragraphs": paragraphs[term.id]}
        for term in corpus.glossary.terms
        if term.id in paragraphs
    ]
