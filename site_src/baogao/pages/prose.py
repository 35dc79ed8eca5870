"""Pages in words (methods, about), the corrections, 404, and what machines read: sitemap, robots."""

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from baogao.content.markdown_html import prose
from baogao.content.outcome_rules import STATES
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.pages import licences
from baogao.pages.controls import Column, named
from baogao.pages.page import Page
from baogao.records import Reading

# A line of its own in a page's Markdown: there stands the table of scores, the list of rules.
AROUND = 12  # the characters on each side by which a reader finds a number again
SCORES, RULES, LICENCES = "<p>[scores]</p>", "<p>[rules]</p>", "<p>[licences]</p>"


def page(corpus: Corpus, name: str, strings: dict) -> Page:
    """Return a page of words about the site."""
    title, html = prose(corpus.prose[name])
    html = html.replace(RULES, rules(corpus))
    if LICENCES in html:
        html = html.replace(LICENCES, licences.table(strings["licences"]))
    return Page(
        f"{name}/",
        "prose.html",
        {
            "title": title,
            "description": first_sentence(html),
            "crumbs": [(title, None)],
            "parts": html.split(SCORES),
            "scores": scores(corpus, strings["scores"]),
        },
    )


def missing(strings: dict) -> Page:
    """Return the page for what is not there."""
    return Page(
        "404.html",
        "404.html",
        {"title": strings["missing"]["title"], "description": strings["missing"]["text"]},
    )


def first_sentence(html: Markup) -> str:
    """Return the words of a page's first paragraph up to the first full stop."""
    words, stop, _ = html.partition("<p>")[2].partition("</p>")[0].striptags().partition("。")
    return words + stop


def rules(corpus: Corpus) -> Markup:
    """Return the rules by which the states of targets are told, as the vocabulary says them."""
    items = [
        Markup("<li><strong>{}</strong>：{}</li>").format(sort, words)
        if sort in STATES
        else Markup("<li>{}</li>").format(words)
        for sort, words in corpus.wordlists.rules.sayings
        if words
    ]
    return Markup("<ul>\n{}\n</ul>").format(Markup("\n").join(items))


def scores(corpus: Corpus, words: dict) -> list[list[str]]:
    """Return the rows of how well figures are read, shares in per cent."""
    return [
        [
            words["reports"].get(report, report),
            figures,
            *(f"{Decimal(share) * 100:.1f}%" for share in shares),
        ]
        for report, figures, *shares in map(dict.values, corpus.scores)
    ]


def corrected(strings: dict) -> tuple[Column, ...]:
    """Return the columns of a report's corrections."""
    return named(strings["corrections"]["columns"], ("found", "now", "why"))


def corrections(corpus: Corpus, strings: dict) -> Page:
    """Return the page of everything that was changed in the sources, and of the doubts."""
    title = strings["corrections"]["title"]
    groups = [
        _group(reading) for reading in corpus.readings if reading.notes or reading.report.notes
    ]
    doubts = [
        {
            "address": f"reports/{d.area}/{d.year}/#{d.anchor}",
            "text": f"{corpus.area(d.area).name} {d.year}",
            "message": d.message,
        }
        for d in corpus.doubts
    ]
    return Page(
        "corrections/",
        "corrections.html",
        {
            "title": title,
            "styles": ("tables.css",),
            "description": strings["corrections"]["intro"],
            "crumbs": [(title, None)],
            "groups": groups,
            "doubts": doubts,
            "columns": corrected(strings),
            "unread": [
                one
                for reading in corpus.readings
                for one in unread(reading, strings["corrections"]["reasons"])
            ],
        },
    )


def unread(reading: Reading, reasons: dict[str, str]) -> Iterator[dict]:
    """Yield the numbers of a report that could not be read safely, in their words, with the address of their paragraph."""
    report, starts = reading.report, [block.start for block in reading.blocks]
    for one in reading.unread:
        block = reading.blocks[max(bisect_right(starts, one.start) - 1, 0)]
        yield {
            "address": f"{addresses.report(report)}#{block.anchor}",
            "text": f"{report.area_name} {report.year}",
            "before": report.text[max(block.start, one.start - AROUND) : one.start],
            "words": one.words,
            "after": report.text[one.end : min(block.end, one.end + AROUND)],
            "reason": reasons[one.reason],
        }


def _group(reading: Reading) -> dict:
    address = addresses.report(reading.report)
    return {
        "title": reading.report.title,
        "address": address,
        "notes": reading.report.notes,
        "rows": [
            {"found": n.found, "now": n.now, "why": n.why, "address": f"{address}#note-{i}"}
            for i, n in enumerate(reading.notes, 1)
        ],
    }
