"""The pages of the lists of words: what counts, and how often, by year and by report."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from baogao.charts.chart import Chart
from baogao.charts.word_charts import year_charts
from baogao.content.json_bytes import json_bytes
from baogao.content.languages import is_chinese, of_language, phrase
from baogao.content.section_kinds import LOOKING_AHEAD, LOOKING_BACK, SECTION_KINDS
from baogao.content.word_lists import GLOSSARY, WordList
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.corpus.report_summaries import Listed
from baogao.corpus.word_usage import NOTHING, Sides, Usage, per_10000, usage
from baogao.pages.page import Charts, Page

MOST_YEARS = 10  # columns of a table: the newest
MOST_REPORTS = 60  # rows of a table: those of the newest year that fill it
STYLES = ("tables.css", "words.css")
COMPARE = "words/"
SEPARATOR = ":"  # between a list and a word of it, in an address


def page(corpus: Corpus, id: str, used: Usage, charts: Charts, strings: dict) -> Page:
    """Return the page of a list."""
    one, words = corpus.wordlists.word_lists.by_id[id], strings["word_lists"]
    title, glosses = words["title"].format(name=one.zh), _glosses(corpus, one, strings)
    years = used.years[-MOST_YEARS:]
    context = {
        "title": title,
        "description": phrase(one.counts, strings),
        "crumbs": [(strings["terms"]["title"], "terms/"), (title, None)],
        "styles": STYLES,
        "list": _described(one, strings),
        "version": words["version"].format(version=one.version, count=len(_words(corpus, one))),
        "charts": charts,
        "compare": _compare(id),
        "years": years,
        "terms": [
            {**_term(corpus, one, word, used, years), "gloss": glosses.get(word)}
            for word in _in_order(used)
        ],
        "unused": [word for word in _words(corpus, one) if word not in used.hits],
        "reports": [_report(corpus, report, used) for report in _shown(corpus, used)],
        "left_out": len(corpus.listed) - len(_shown(corpus, used)),
        "unlike": {word.term: word.unlike for word in one.terms if word.unlike},
    }
    return Page(addresses.word_list(id), "word_list.html", context)


def _described(one: WordList, strings: dict) -> WordList:
    """Return a list that says in the language what counts and who proposes it."""
    return replace(
        one,
        counts=phrase(one.counts, strings),
        proposed_by=phrase(one.proposed_by, strings),
    )


def _glosses(corpus: Corpus, one: WordList, strings: dict) -> dict[str, str]:
    """Return what the words of a list mean, beside the words as they were counted."""
    if is_chinese(strings):
        return {}
    if one.id == GLOSSARY:
        return {_bare(term.term): term.en for term in corpus.glossary.terms}
    every = {word.term: phrase(word.term, strings) for word in one.terms}
    return {word: gloss for word, gloss in every.items() if gloss != word}


def chart(corpus: Corpus, strings: dict, id: str, used: Usage) -> Iterable[Chart]:
    """Return the chart of how often a list's words stand in the reports of each year."""
    one = corpus.wordlists.word_lists.by_id[id]
    shares = {
        year: _shares(used.year_of_all(year), length) for year, length in used.year_lengths.items()
    }
    return year_charts(f"words-{id}", one.zh, shares, strings["charts"]["words"], strings)


def used_of(corpus: Corpus, id: str) -> Usage:
    """Return how the words of a list are used; those of the glossary by their terms."""
    counts, lengths = corpus.counts_of(id), corpus.kind_characters
    return usage(counts, corpus.listed, lengths, _names(corpus) if id == GLOSSARY else {})


def _names(corpus: Corpus) -> dict[str, str]:
    """Return the terms of the glossary by the forms that are counted."""
    terms = corpus.glossary.terms
    return {_bare(form): _bare(term.term) for term in terms for form in term.spellings}


def _bare(text: str) -> str:
    return text.replace("“", "").replace("”", "")


def _words(corpus: Corpus, one: WordList) -> list[str]:
    if one.id == GLOSSARY:
        return [_bare(term.term) for term in corpus.glossary.terms]
    return [word.term for word in one.terms]


def _in_order(used: Usage) -> list[str]:
    """Return the words that are used, the most common first."""
    times = {word: sum(one.both for one in own.values()) for word, own in used.hits.items()}
    return sorted(times, key=lambda word: (-times[word], word))


def _term(corpus: Corpus, one: WordList, word: str, used: Usage, years: Iterable[int]) -> dict:
    """Return a word as a row: where it is told of, how often it stands, and in which years."""
    own = used.hits[word]
    return {
        "term": word,
        "address": _compare(one.id, word),
        "hits": sum(sides.both for sides in own.values()),
        "reports": len(own),
        "first": _first(corpus, own),
        "years": [
            _share(used.in_years.get((word, year), NOTHING), used.year_lengths[year])
            for year in years
        ],
    }


def _first(corpus: Corpus, reports: Iterable[str]) -> str:
    """Return the year and the area of the first report among some; of one year all the same."""
    year, code = min((int(id.partition("/")[2]), id.partition("/")[0]) for id in reports)
    return f"{year} {corpus.area(code, year).short}"


def _compare(id: str, word: str = "") -> str:
    """Return the address that compares a list or a word of it."""
    return f"{COMPARE}?t={id}{SEPARATOR}{word}" if word else f"{COMPARE}?t={id}"


def _share(hits: Sides, length: Sides) -> str:
    """Return hits per ten thousand characters of both sides, as a cell: nothing for no hit."""
    share = per_10000(hits.both, length.both)
    return f"{share:.2f}" if share and hits.both else ""


def _shares(hits: Sides, length: Sides) -> tuple[float | None, float | None]:
    return per_10000(hits.back, length.back), per_10000(hits.ahead, length.ahead)


def _shown(corpus: Corpus, used: Usage) -> list[Listed]:
    """Return the reports that the page shows, the newest first, of a year the fullest first."""
    return sorted(
        corpus.listed,
        key=lambda one: (-one.year, -used.in_reports.get(one.id, NOTHING).both, one.area),
    )[:MOST_REPORTS]


def _report(corpus: Corpus, one: Listed, used: Usage) -> dict:
    hits, length = used.in_reports.get(one.id, NOTHING), used.report_lengths.get(one.id, NOTHING)
    back, ahead = _shares(hits, length)
    return {
        "name": corpus.area(one.area, one.year).name,
        "year": one.year,
        "address": addresses.report(one),
        "hits": hits.both,
        "back": "" if back is None else f"{back:.2f}",
        "ahead": "" if ahead is None else f"{ahead:.2f}",
    }


# --- files that the comparison reads --------------------------------------------------------------


def counts_file(corpus: Corpus, id: str, used: Usage) -> tuple[str, bytes]:
    """Return how often each word of a list stands in each report, for `static/words.js`.

    Of each word there are three numbers a report: its place among all, what looks back and ahead.
    """
    places = _places(corpus)
    hits = {
        word: [number for report, sides in own.items() for number in (places[report], *sides)]
        for word, own in used.hits.items()
    }
    one = corpus.wordlists.word_lists.by_id[id]
    unlike = {word.term: word.unlike for word in one.terms if word.unlike}
    told = {"hits": hits, "unlike": unlike}
    if id == GLOSSARY:
        told["forms"] = _forms(corpus, used.hits)
    return f"terms/{id}.json", json_bytes(told)


def _forms(corpus: Corpus, used: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the spellings of terms that are used and have several."""
    spellings = {_bare(one.term): list(map(_bare, one.spellings)) for one in corpus.glossary.terms}
    return {term: forms for term, forms in spellings.items() if term in used and len(forms) > 1}


def _places(corpus: Corpus) -> dict[str, int]:
    return {one.id: place for place, one in enumerate(corpus.listed)}


def reports_file(corpus: Corpus, strings: dict) -> tuple[str, bytes]:
    """Return the reports with their names, levels and lengths, in the order of their places."""
    lengths = usage((), corpus.listed, corpus.kind_characters, {}).report_lengths
    told = [
        [
            one.id,
            corpus.area(one.area, one.year).name,
            corpus.area(one.area).level,
            *lengths.get(one.id, NOTHING),
        ]
        for one in corpus.listed
    ]
    return of_language("terms/reports.json", strings), json_bytes(told)


def compare(corpus: Corpus, strings: dict) -> Page:
    """Return the page that compares words: which ones, its address says."""
    own = strings["words_compared"]
    lists = corpus.wordlists.word_lists.lists
    words = {
        **own["script"],
        "levels": strings["levels"],
        "sections": strings["sections"],
        "kinds": {
            side: [kind for kind in SECTION_KINDS if kind in own]
            for side, own in (("back", LOOKING_BACK), ("ahead", LOOKING_AHEAD))
        },
    }
    context = {
        "title": own["title"],
        "description": own["intro"],
        "crumbs": [(strings["terms"]["title"], "terms/"), (own["title"], None)],
        "styles": STYLES,
        "scripts": ("words.js",),
        "lists": [(_described(one, strings), addresses.word_list(one.id)) for one in lists],
        "words": words,
        "names": {one.id: one.zh for one in lists},
    }
    return Page(COMPARE, "words_compared.html", context)
