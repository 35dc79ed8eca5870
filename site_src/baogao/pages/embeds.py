"""Pages to stand in a frame on other sites: a chart, or one figure with its sentence; no script, source and way back on each."""

from collections.abc import Iterator

from markupsafe import Markup

from baogao.corpus import addresses
from baogao.pages.fast_html import filled, joined
from baogao.pages.marked_text import merged
from baogao.pages.page import Drawn, Page
from baogao.records import Mention, Reading

STYLES = ("charts.css", "embed.css")


def chart(name: str, address: str, drawn: Drawn) -> Page:
    """Return the page of a chart; `name` is what the page at `address`, which it is of, is called."""
    return Page(
        addresses.embedded_chart(drawn.id),
        "embed_chart.html",
        {
            "styles": STYLES,
            "title": f"{name}：{drawn.title}",
            "description": drawn.alt,
            "chart": drawn,
            "home": address,
            "drawing": _drawing(drawn, address),
        },
    )


def _drawing(chart: Drawn, address: str) -> Markup:
    """Return a chart's drawing with its links made the embedded page's; they open beside the page it stands on."""
    way = addresses.relative(addresses.embedded_chart(chart.id))(address)
    return Markup(str(chart.svg).replace(' href="', f' target="_blank" rel="noopener" href="{way}'))


def figures(reading: Reading, strings: dict) -> Page:
    """Return the page of a report's figures, of which the address shows one."""
    report = reading.report
    return Page(
        addresses.embedded_report(report),
        "embed_report.html",
        {
            "styles": STYLES,
            "title": report.title,
            "description": strings["embed"]["about"].format(report=report.title),
            "report": report,
            "home": addresses.report(report),
            "figures": joined(
                (_figure(reading, group, strings) for group in _marked(reading)), "\n"
            ),
        },
    )


def _marked(reading: Reading) -> Iterator[list[Mention]]:
    yield from merged(list(reading.mentions))


def _figure(reading: Reading, group: list[Mention], strings: dict) -> Markup:
    """Return one figure in its sentence; further numbers that share its mark lead to the same."""
    first, end = group[0], max(m.figure.end for m in group)
    text, figure = reading.report.text, first.figure
    ids = joined(
        filled('<span id="{}"></span>', anchor)
        for anchor in dict.fromkeys(m.anchor for m in group)
        if anchor != first.anchor
    )
    said = "，".join(
        filter(None, [figure.label, figure.period, strings["statuses"][figure.status]])
    )
    return filled(
        '<article id="{}">{}<blockquote>{}<mark class="{}">{}</mark>{}</blockquote><p>{}</p></article>',
        first.anchor,
        ids,
        text[first.sentence_start : figure.start],
        figure.status,
        text[figure.start : end],
        text[end : first.sentence_end],
        said,
    )
