"""The pictures that networks show beside a link: one for each report, one for the site.

Drawn as SVG in the site's light colours and turned into PNG, 1200 by 630 points.
"""

from collections.abc import Sequence

from markupsafe import escape

from baogao.charts import vega_to_svg
from baogao.charts.quantity_words import as_printed
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.records import Observation, Reading

WIDTH, HEIGHT, MARGIN = 1200, 630, 90
STRIPE = 24
PAPER, ACCENT, INK, QUIET, NUMBER = "#fbfaf6", "#9d2a2a", "#20242b", "#5b6470", "#0b6b62"
MOST_ROWS = 3

NamedNumber = tuple[str, str]


def of_site(corpus: Corpus, strings: dict) -> tuple[str, bytes]:
    """Return the site's card as the file it is served from."""
    site, words = corpus.site, strings["cards"]
    counts = {
        "reports": len(corpus.listed),
        "figures": sum(one.figures for one in corpus.listed),
        "indicators": sum(bool(corpus.stated_of(id)) for id in corpus.vocabulary.indicators),
    }
    rows = [
        (name, words["counts"][key].format(count=counts[key]))
        for key, name in words["names"].items()
    ]
    return addresses.CARD, vega_to_svg.png(card(site.title, site.tagline, rows))


def of_report(corpus: Corpus, reading: Reading, strings: dict) -> tuple[str, bytes]:
    """Return a report's card as the file it is served from."""
    report = reading.report
    under = strings["cards"]["report"].format(year=report.year)
    if report.doubtful:
        under = strings["doubt"]["remark"].format(text=under)
    area = corpus.area(report.area, report.year)
    drawing = card(area.name, under, headlines(corpus, reading, strings))
    return addresses.report(report) + addresses.CARD, vega_to_svg.png(drawing)


def headlines(corpus: Corpus, reading: Reading, strings: dict) -> list[NamedNumber]:
    """Return names and values of the first headline indicators of the year that is reviewed."""
    own = [o for o in corpus.stated_in(reading.report.id) if _is_sound(o, reading.report.year - 1)]
    headline = [i for i in corpus.vocabulary.indicators.values() if i.headline]
    stated = [found for indicator in headline if (found := _of(own, indicator.id))]
    return [_named(corpus, o, strings) for o in stated[:MOST_ROWS]]


def _is_sound(o: Observation, year: int) -> bool:
    """Say whether a statement is an exact number reached in a year, of which nobody doubts."""
    return (o.period, o.status, o.bound) == (str(year), "actual", "eq") and not o.quality


def _of(own: list[Observation], indicator: str) -> Observation | None:
    """Return an indicator's level where it is stated, else its growth."""
    stated = [o for o in own if o.indicator == indicator]
    for measure in ("level", "growth"):
        for o in stated:
            if o.measure == measure:
                return o
    return None


def _named(corpus: Corpus, o: Observation, strings: dict) -> NamedNumber:
    words = strings["cards"]["row" if o.measure == "level" else "growth"]
    name = corpus.vocabulary.indicators[o.indicator].name
    return words.format(year=o.period, name=name), as_printed(o, strings)


def card(title: str, under: str, rows: Sequence[NamedNumber]) -> str:
    """Draw a card: what it is about, and names with their numbers."""
    size = min(84, (WIDTH - 2 * MARGIN) // max(len(title), 1))
    lines = [_text(MARGIN, 170, size, INK, title, bold=True), _text(MARGIN, 250, 44, QUIET, under)]
    for place, (name, value) in enumerate(rows):
        y = 370 + 80 * place
        lines.append(_text(MARGIN, y, 34, QUIET, name))
        lines.append(_text(WIDTH - MARGIN, y, 44, NUMBER, value, bold=True, end=True))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}">'
        f'<path fill="{PAPER}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
        f'<path fill="{ACCENT}" d="M0 0h{STRIPE}v{HEIGHT}H0z"/>{"".join(lines)}</svg>'
    )


def _text(
    x: int, y: int, size: int, colour: str, words: str, bold: bool = False, end: bool = False
) -> str:
    style = ' font-weight="bold"' * bold + ' text-anchor="end"' * end
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}"{style}>{escape(words)}</text>'
