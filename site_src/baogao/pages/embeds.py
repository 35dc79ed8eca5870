"""Pages to stand in a frame on other sites: a chart, or a report's figures with their sentences.

They run no script, and each names its source and leads back to it. Of the figures the address
shows one; without one they are all there, with their fields.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from baogao.content.decimal_text import quantity
from baogao.corpus import addresses
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.page import Drawn, Page
from baogao.pages.reports.marked_text import merged, span
from baogao.records import Mention, Reading

STYLES = ("charts.css", "embed.css")
LINK = "<a href="  # how a link of a drawing begins


def chart(name: str, address: str, drawn: Drawn, strings: dict) -> Page:
    """Return the page of a chart; `name` is what the page at `address`, which has it, is called."""
    context = {
        "styles": STYLES,
        "title": name + strings["punctuation"]["colon"] + drawn.title,
        "description": drawn.alt,
        "chart": drawn,
        "home": address,
        "drawing": _drawing(drawn, address),
    }
    return Page(addresses.embedded_chart(drawn.id), "embed_chart.html", context)


def _drawing(chart: Drawn, address: str) -> Markup:
    """Return a chart's drawing with links that fit the embedded page and open in a new one."""
    way = addresses.relative(addresses.embedded_chart(chart.id))(address)
    return Markup(str(chart.svg).replace(LINK, f"<a target=_blank rel=noopener href={way}"))


def figures(reading: Reading, strings: dict) -> Page:
    """Return the page of a report's figures: all of them, or the one that the address names."""
    report = reading.report
    context = {
        "styles": STYLES,
        "title": report.title,
        "description": strings["embed"]["about"].format(report=report.title),
        "report": report,
        "home": addresses.report(report),
        "figures": join_html(_sections(reading, strings), "\n"),
    }
    return Page(addresses.embedded_report(report), "embed_report.html", context)


SHEET = "embed.css"  # where the rules below stand, behind what is written there
MOST = 40  # numbers of a sentence that have a rule: honest reports have twenty
RULE = (
    "article:has(mark:nth-of-type({0}):target,mark:nth-of-type({0}) :target)"
    " li:not(:nth-child({0})){{display:none}}"
)


def sheet() -> str:
    """Return the rules that leave of a sentence's figures the one that the address names."""
    return "\n".join(map(RULE.format, range(1, MOST + 1))) + "\n"


SENTENCE = "<article><p>{}<ul><li>{}</ul></article>"
MARK = "<mark id={}{}>{}{}</mark>"
PROMISED = Markup(" class=target")


def _sections(reading: Reading, strings: dict) -> Iterator[Markup]:
    """Yield the titles of sections, and each sentence with its figures below it."""
    groups = groupby(merged(reading.mentions), key=lambda group: group[0].section)
    for section, own in groups:
        if reading.sections and reading.sections[section].title:
            yield fill_html("<h2>{}</h2>", reading.sections[section].title)
        for _, sentence in groupby(own, key=lambda group: group[0].sentence_start):
            yield _sentence(reading, list(sentence), strings)


def _sentence(reading: Reading, groups: Sequence[Sequence[Mention]], strings: dict) -> Markup:
    """Return a sentence with its numbers marked, and for each number what was read there."""
    text, at = reading.report.text, groups[0][0].sentence_start
    words: list[object] = []
    for group in groups:
        start, end = span(group)
        words += [text[at:start], _mark(group, text[start:end])]
        at = end
    words.append(text[at : groups[-1][0].sentence_end])
    told = (
        join_html([_told(mention, strings) for mention in group], Markup("<br>"))
        for group in groups
    )
    return fill_html(SENTENCE, join_html(words), join_html(told, Markup("<li>")))


def _mark(group: Sequence[Mention], words: str) -> Markup:
    """Return a number; further ones that share its mark are places in it."""
    anchor = group[0].anchor
    further = dict.fromkeys(mention.anchor for mention in group[1:] if mention.anchor != anchor)
    ids = join_html([fill_html("<span id={}></span>", other) for other in further])
    promised = PROMISED if group[0].figure.status == "target" else ""
    return fill_html(MARK, anchor, promised, ids, words)


def _told(mention: Mention, strings: dict) -> str:
    """Return the fields of a figure, in the order of the figure table."""
    f = mention.figure
    fields = [
        f"{f.label} {f.area}" if f.label and f.area else f.label or f.area,
        quantity(f.value, f.value_high, f.unit),
        strings["kinds"][f.kind],
        strings["bounds"][f.bound] if f.bound != "eq" else "",
        strings["statuses"][f.status],
        f.period,
    ]
    return strings["punctuation"]["comma"].join(filter(None, fields))
