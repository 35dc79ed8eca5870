"""Small drawings of an indicator's values: a dot for every growth, from left to right by year.

Dots stand on whole points, each once: however many values there are, a drawing has a few hundred.
"""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from baogao.charts.quantity_words import amount
from baogao.pages.fast_html import fill_html
from baogao.records import Observation

WIDTH, HEIGHT, EDGE = 72, 20, 3
FEWEST = 2
DOT = "M{} {}h0"
DRAWING = '<svg class="spark" role="img" aria-label="{}" viewBox="0 0 {} {}"><path d="{}"/></svg>'


def sparkline(stated: Sequence[Observation], strings: dict) -> Markup:
    """Return a small drawing of the growth stated, empty for fewer than two values."""
    told = {(o.period, o.value) for o in stated if _is_growth_of_a_year(o)}
    seen = sorted((int(year), value) for year, value in told)
    if len(seen) < FEWEST:
        return Markup("")
    years, values = [year for year, _ in seen], [float(value) for _, value in seen]
    first, last, lowest, highest = min(years), max(years), min(values), max(values)
    dots = dict.fromkeys(
        DOT.format(
            _place(year, first, last, WIDTH), HEIGHT - _place(value, lowest, highest, HEIGHT)
        )
        for year, value in zip(years, values, strict=True)
    )
    return fill_html(DRAWING, _label(seen, strings), WIDTH, HEIGHT, "".join(dots))


def _is_growth_of_a_year(o: Observation) -> bool:
    return o.measure == "growth" and o.status == "actual" and len(o.period) == 4


def _label(seen: Sequence[tuple[int, Decimal]], strings: dict) -> str:
    """Say from which year to which the dots stand, and between which values."""
    values = [value for _, value in seen]
    return strings["indicators"]["spark"].format(
        first=seen[0][0],
        last=seen[-1][0],
        lowest=amount(min(values), "%", strings),
        highest=amount(max(values), "%", strings),
    )


def _place(value: float, low: float, high: float, size: int) -> int:
    """Return where a value lies between the edges; in the middle where all are the same."""
    return round(EDGE + (size - 2 * EDGE) * ((value - low) / (high - low) if high > low else 0.5))
