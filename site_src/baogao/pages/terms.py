"""The glossary A to Z, with where each term is used and since when, and the terms of one report."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from baogao.content.files.json_bytes import json_bytes
from baogao.content.languages import is_chinese, of_language
from baogao.content.vocabulary.glossary import Term, Use
from baogao.corpus import addresses
from baogao.corpus.by_key import by_key
from baogao.corpus.corpus import Corpus
from baogao.corpus.report_summaries import Listed, TermPlace
from baogao.pages.fast_html import attribute, fill_html, join_html
from baogao.pages.page import Page
from baogao.pages.reports.first_term_uses import first_uses
from baogao.records import Reading

ADDRESS = "terms/"
FIRST = "<li><a{} href=#{}>{}</a>"
AGAIN = " <a href=#{}>{}</a>"
MOST_USES = 7  # reports listed with a term after the earliest: the newest


class _Uses(NamedTuple):
    """How often a report uses a term, and where first."""

    report: Listed
    place: TermPlace


def page(corpus: Corpus, strings: dict) -> Page:
    """Return the glossary's page."""
    used = _used(corpus)
    terms = [term for term in corpus.glossary.terms if term.id in used]
    words = strings["terms"]
    intro = words["intro"].format(count=len(terms))
    context = {
        "title": words["title"],
        "crumbs": [(words["title"], None)],
        "styles": ("terms.css",),
        "description": intro,
        "intro": intro,
        "lists": [
            (one.zh, addresses.word_list(one.id)) for one in corpus.wordlists.word_lists.lists
        ],
        "letters": [
            {
                "name": name,
                "id": f"letter-{name[0].lower()}",
                "entries": [_entry(corpus, term, used[term.id]) for term in group],
            }
            for name, group in groupby(terms, _letter)
        ],
    }
    return Page(ADDRESS, "terms.html", context)


def _letter(term: Term) -> str:
    """Return the letter under which a term stands; numbers share one."""
    first = term.pinyin.lstrip("“")[0]
    plain = term.id.removeprefix("t-")[0]
    return "0–9" if first.isdigit() else plain.upper()


def _entry(corpus: Corpus, term: Term, used: Sequence[_Uses]) -> dict:
    """Return a term with the reports that use it: the earliest, and as many of the newest."""
    shown = [used[0], *used[1:][-MOST_USES:]]
    return {
        "term": term,
        "since": used[0].report.year,
        "times": sum(one.place.times for one in used),
        "reports": len(used),
        "left_out": len(used) - len(shown),
        "used": [
            {
                "name": corpus.area(one.report.area, one.report.year).name,
                "year": one.report.year,
                "count": one.place.times,
                "address": f"{addresses.report(one.report)}#{one.place.paragraph}",
            }
            for one in shown
        ],
    }


def _used(corpus: Corpus) -> dict[str, tuple[_Uses, ...]]:
    """Return for each term the reports that use it, the earliest first."""
    in_order = sorted(corpus.listed, key=lambda one: (one.year, one.area))
    places = corpus.term_places
    return by_key(
        (place.term, _Uses(report, place)) for report in in_order for place in places[report.id]
    )


def terms_of_report(corpus: Corpus, reading: Reading) -> tuple[list[tuple[int, Use]], list[Markup]]:
    """Return the uses that a report's page marks, and its list of terms.

    Each term leads back to the paragraphs that it is marked in.
    """
    marked = list(first_uses(reading, corpus.uses_in(reading.report.id)))
    paragraphs = by_key((use.term.id, reading.blocks[index].anchor) for index, use in marked)
    terms = [
        _way_back(term, paragraphs[term.id])
        for term in corpus.glossary.terms
        if term.id in paragraphs
    ]
    return marked, terms


def _way_back(term: Term, paragraphs: Sequence[str]) -> Markup:
    """Return a term as an item of a list: its name leads to the first place, numbers to others."""
    further = (fill_html(AGAIN, anchor, number) for number, anchor in enumerate(paragraphs[1:], 2))
    first = fill_html(FIRST, attribute("id", term.id), paragraphs[0], term.term)
    return join_html([first, *further])


def file(corpus: Corpus, strings: dict) -> tuple[str, bytes]:
    """Return what explains the terms in reports, for `static/terms.js`: address and content."""
    own = is_chinese(strings)
    terms = corpus.glossary.terms
    explained = {one.id: (one.term if own else one.en, one.zh) for one in terms}
    return of_language("static/terms.json", strings), json_bytes(explained)
