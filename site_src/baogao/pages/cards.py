"""Pictures for those who pass a link on: one for each report with its headline numbers, one for the site.

Drawn as SVG in the site's light colours and turned into PNG, 1200 by 630 points.
"""

from collections.abc import Sequence

from markupsafe import escape

from baogao.charts import svg
from baogao.corpus import addresses
from baogao.corpus.corpus import Corpus
from baogao.records import Observation, Reading

WIDTH, HEIGHT, MARGIN = 1200, 630, 90
PAPER, ACCENT, INK, QUIET, NUMBER = "#fbfaf6", "#9d2a2a", "#20242b", "#5b6470", "#0b6b62"
MOST_ROWS = 3

Row = tuple[str, str]


def of_site(corpus: Corpus, strings: dict) -> tuple[str, bytes]:
    """Return the site's card as the file it is served from."""
    site, words = corpus.site, strings["cards"]
    counts = {
        "reports": len(corpus.listed),
        "figures": sum(one.figures for one in corpus.listed),
        "indicators": sum(bool(corpus.stated_of(id)) for id in corpus.vocabulary.indicators),
    }
    return addresses.CARD, svg.png(
        card(
            site.title,
            site.tagline,
            [
                (name, words["counts"][key].format(count=counts[key]))
                for key, name in words["names"].items()
            ],
        )
    )


def of_report(corpus: Corpus, reading: Reading, strings: dict) -> tuple[str, bytes]:
    """Return a report's card as the file it is served from."""
    report = reading.report
    return addresses.report(report) + addresses.CARD, svg.png(
        card(
            corpus.area(report.area).name,
            strings["cards"]["report"].format(year=report.year),
            headlines(corpus, reading, strings),
        )
    )


def headlines(corpus: Corpus, reading: Reading, strings: dict) -> list[Row]:
    """Return names and values of the first headline indicators that a report states for the year it looks back on."""
    report = reading.report
    own = [
        o
        for o in corpus.stated_in(report.id)
        if o.period == str(report.year - 1)
        and o.status == "actual"
        and o.bound == "eq"
        and not o.quality
    ]
    headline = [i for i in corpus.vocabulary.indicators.values() if i.headline]
    stated = [found for i in headline if (found := _of(own, i.id))]
    return [
        (
            strings["cards"]["row" if o.measure == "level" else "growth"].format(
                year=o.period, name=corpus.vocabulary.indicators[o.indicator].zh
            ),
            o.text,
        )
        for o in stated[:MOST_ROWS]
    ]


def _of(own: list[Observation], indicator: str) -> Observation | None:
    """Return an indicator's level where it is stated, else its growth."""
    return next(
        (
            o
            for measure in ("level", "growth")
            for o in own
            if (o.indicator, o.measure) == (indicator, measure)
        ),
        None,
    )


def card(title: str, under: str, rows: Sequence[Row]) -> str:
    """Draw a card: what it is about, and names with their numbers."""
    size = min(84, (WIDTH - 2 * MARGIN) // max(len(title), 1))
    lines = [_text(MARGIN, 170, size, INK, title, bold=True), _text(MARGIN, 250, 44, QUIET, under)]
    for place, (name, value) in enumerate(rows):
        lines += [
            _text(MARGIN, 370 + 80 * place, 34, QUIET, name),
            _text(WIDTH - MARGIN, 370 + 80 * place, 44, NUMBER, value, bold=True, end=True),
        ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<path fill="{PAPER}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/><path fill="{ACCENT}" d="M0 0h24v{HEIGHT}H0z"/>{"".join(lines)}</svg>'
    )


def _text(
    x: int, y: int, size: int, colour: str, words: str, bold: bool = False, end: bool = False
) -> str:
    style = ' font-weight="bold"' * bold + ' text-anchor="end"' * end
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}"{style}>{escape(words)}</text>'
