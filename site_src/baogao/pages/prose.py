"""Pages in words (methods, about), and the page for what is not there."""

import re
from decimal import Decimal

from markupsafe import Markup, escape

from baogao.content.content_folder import LED_TO
from baogao.content.languages import is_chinese, is_first, phrase
from baogao.content.markdown_html import prose
from baogao.content.vocabulary.outcome_and_check_rules import STATES, state_name
from baogao.corpus.corpus import Corpus
from baogao.pages import licence_table
from baogao.pages.page import Charts, Page
from baogao.pages.reports.review_findings import review_findings

# A line of its own in a page's Markdown, in whose place something else is put.
TABLES = re.compile(r"<p>\[(scores|certainty|reviews|about_parts)\]</p>")
SENTENCE = re.compile(r".*?(?:。|\. |$)", re.DOTALL)
RULES = "<p>[rules]</p>"
HELD_OUT = "<p>[held_out]</p>"
ELSEWHERE = "whole"  # texts that were read after the rules were written
LICENCES = "<p>[licences]</p>"
# A file of the site, from a page in words: /static/licences.txt
FILE = re.compile(r'(?<=href="\.\./)(?=[^"?#]*\.[a-z]+")')


def page(corpus: Corpus, name: str, certainty: Charts, strings: dict) -> Page:
    """Return a page of words about the site; `certainty` is the chart that one may show."""
    title, html = prose(corpus.prose[name])
    translated = is_chinese(strings) or f"{strings['language']}/{name}" in corpus.prose
    html = html if translated else in_place_of_translation(html)
    html = html.replace(RULES, rules(corpus, strings))
    html = html.replace(HELD_OUT, held_out(corpus, strings))
    if LICENCES in html:
        html = html.replace(LICENCES, licence_table.table(strings))
    context = {
        "title": title,
        "description": first_sentence(html) if translated else strings["site"]["untranslated"],
        "untranslated": not translated,
        "crumbs": [(title, None)],
        "parts": _parts(html),
        "further": further(corpus) if name == "about" else [],
        "certainty": certainty,
        "styles": ("charts.css",) if "[certainty]" in html else (),
        "scores": scores(corpus, strings["scores"]),
        "reviews": review_findings(corpus, strings) if "[reviews]" in html else {},
    }
    return Page(f"{name}/", "prose.html", context)


def further(corpus: Corpus) -> list[tuple[str, str]]:
    """Return the titles and addresses of the pages in words that no other page leads to."""
    names = sorted(name for name in corpus.prose if is_first(name) and name not in LED_TO)
    return [(prose(corpus.prose[name])[0] or name, f"{name}/") for name in names]


def in_place_of_translation(html: Markup) -> Markup:
    """Return a page as it is shown below /en/: files lie a folder further up, pages beside it."""
    return Markup(FILE.sub("../", html))


def _parts(html: Markup) -> list[tuple[str, Markup]]:
    """Return the parts of a page, each with the table that stands before it, if one does."""
    first, *others = TABLES.split(html)
    found = zip(others[::2], others[1::2], strict=True)
    return [("", Markup(first)), *((table, Markup(text)) for table, text in found)]


def missing(strings: dict, others: dict) -> Page:
    """Return the page for what is not there: there is one for all languages, so it says all."""
    words = strings["missing"]
    context = {
        "title": f"{words['title']} · {others['missing']['title']}",
        "description": words["text"],
        "others": others,
    }
    return Page("404.html", "404.html", context)


def first_sentence(html: Markup) -> str:
    """Return the words of a page's first paragraph up to the first full stop."""
    words = html.partition("<p>")[2].partition("</p>")[0].striptags()
    return SENTENCE.match(words)[0]  # type: ignore[index]  # it may be empty


def rules(corpus: Corpus, strings: dict) -> Markup:
    """Return the rules by which the states of targets are told, as the vocabulary says them."""
    items = [
        Markup("<li>{}</li>").format(_rule(sort, words, strings))
        for sort, words in corpus.wordlists.rules.sayings
        if words
    ]
    return Markup("<ul>\n{}\n</ul>").format(Markup("\n").join(items))


def _rule(sort: str, words: str, strings: dict) -> Markup:
    """Return the words of a rule, behind the state that it is about if it is about one."""
    words = phrase(words, strings)
    if sort not in STATES:
        return escape(words)
    name, colon = state_name(sort, strings), strings["punctuation"]["colon"]
    return Markup("<strong>{}</strong>{}{}").format(name, colon, words)


def held_out(corpus: Corpus, strings: dict) -> Markup:
    """Return how well figures are read in texts that the rules were not written for."""
    points = [point for point in corpus.certainty if point.texts == ELSEWHERE]
    figures = sum(point.figures for point in points)
    if not figures:
        return Markup()
    right = Decimal(figures - sum(point.wrong for point in points)) / figures
    words = strings["scores"]["held_out"].format(
        texts=strings["charts"]["certainty"]["texts"][ELSEWHERE],
        figures=figures,
        right=f"{right * 100:.1f}%",
    )
    return Markup("<p>{}</p>").format(words)


def scores(corpus: Corpus, words: dict) -> list[list[str]]:
    """Return the rows of how well figures are read, shares in per cent."""
    rows = []
    for row in corpus.scores:
        report, figures, *shares = row.values()
        name = words["reports"].get(report, report)
        rows.append([name, figures, *(f"{Decimal(share) * 100:.1f}%" for share in shares)])
    return rows
