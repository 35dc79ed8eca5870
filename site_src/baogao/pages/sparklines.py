"""An indicator's values at a glance: a dot for every growth that a report states, from left to right by year."""

from collections.abc import Sequence

from markupsafe import Markup

from baogao.charts.chart_words import amount
from baogao.records import Observation

WIDTH, HEIGHT, EDGE = 72, 20, 3
FEWEST = 2


def sparkline(stated: Sequence[Observation]) -> Markup:
    """Return a small drawing of the growth stated, empty for fewer than two values."""
    seen = sorted(
        {
            (o.period, o.value)
            for o in stated
            if o.measure == "growth" and o.status == "actual" and len(o.period) == 4
        }
    )
    if len(seen) < FEWEST:
        return Markup("")
    years, values = [int(period) for period, _ in seen], [value for _, value in seen]
    dots = Markup("").join(
        Markup('<circle cx="{:.1f}" cy="{:.1f}" r="2"/>').format(
            _place(year, min(years), max(years), WIDTH),
            HEIGHT - _place(float(value), float(min(values)), float(max(values)), HEIGHT),
        )
        for year, value in zip(years, values)
    )
    label = (
        f"{min(years)}–{max(years)}年增速，从{amount(min(values), '%')}到{amount(max(values), '%')}"
    )
    return Markup(
        '<svg class="spark" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>'
    ).format(label, WIDTH, HEIGHT, dots)


def _place(value: float, low: float, high: float, size: int) -> float:
    """Return where a value lies between the edges; in the middle where all are the same."""
    return EDGE + (size - 2 * EDGE) * ((value - low) / (high - low) if high > low else 0.5)
