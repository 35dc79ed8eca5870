"""Pages to stand in a frame on other sites: a chart, or one figure with its sentence.

They run no script, and each names its source and leads back to it.
"""

from markupsafe import Markup

from baogao.corpus import addresses
from baogao.pages.fast_html import fill_html, join_html
from baogao.pages.marked_text import merged
from baogao.pages.page import Drawn, Page
from baogao.records import Mention, Reading

STYLES = ("charts.css", "embed.css")
LINK = "<a href="  # how a link of a drawing begins


def chart(name: str, address: str, drawn: Drawn) -> Page:
    """Return the page of a chart; `name` is what the page at `address`, which has it, is called."""
    context = {
        "styles": STYLES,
        "title": f"{name}：{drawn.title}",
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
    """Return the page of a report's figures, of which the address shows one."""
    report = reading.report
    groups = merged(list(reading.mentions))
    context = {
        "styles": STYLES,
        "title": report.title,
        "description": strings["embed"]["about"].format(report=report.title),
        "report": report,
        "home": addresses.report(report),
        "figures": join_html((_figure(reading, group, strings) for group in groups), "\n"),
    }
    return Page(addresses.embedded_report(report), "embed_report.html", context)


FIGURE = (
    '<article id="{}">{}<blockquote>{}<mark class="{}">{}</mark>{}</blockquote><p>{}</p></article>'
)


def _figure(reading: Reading, group: list[Mention], strings: dict) -> Markup:
    """Return one figure in its sentence; further numbers that share its mark lead to the same."""
    first, end = group[0], max(mention.figure.end for mention in group)
    text, figure = reading.report.text, first.figure
    further = dict.fromkeys(mention.anchor for mention in group if mention.anchor != first.anchor)
    ids = join_html(fill_html('<span id="{}"></span>', anchor) for anchor in further)
    said = filter(None, [figure.label, figure.period, strings["statuses"][figure.status]])
    return fill_html(
        FIGURE,
        first.anchor,
        ids,
        text[first.sentence_start : figure.start],
        figure.status,
        text[figure.start : end],
        text[end : first.sentence_end],
        strings["punctuation"]["comma"].join(said),
    )
