"""Many reports for measuring.

Those of `content/` again for other areas and years, with other numbers.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from baogao.records import Mention, Reading

FIGURES, YEARS = 300, 10


def many_readings(read: tuple[Reading, ...], areas: list[str], count: int) -> Iterator[Reading]:
    """Yield so many readings.

    Ten years of each area, one after the other, so that most have a next report.
    """
    chance = random.Random(7)
    for number in range(count):
        model = read[number % len(read)]
        area, year = areas[number // YEARS], 2015 + number % YEARS
        mentions = [
            replace(model.mentions[i % len(model.mentions)], anchor=f"f-{number}-{i}", nth=0)
            for i in range(FIGURES)
        ]
        later, factor = year - model.report.year, Decimal(chance.randint(80, 120)) / 100
        yield replace(
            model,
            report=replace(model.report, area=area, year=year),
            blocks=tuple(replace(b, anchor=f"p-{number}-{i}") for i, b in enumerate(model.blocks)),
            sections=tuple(
                replace(s, years=tuple(y + later for y in s.years)) for s in model.sections
            ),
            mentions=tuple(varied(mention, later, factor) for mention in mentions),
        )


def varied(mention: Mention, years: int, factor: Decimal) -> Mention:
    """Return a mention with another number, so many years later."""
    figure = mention.figure
    period = "-".join(str(int(year) + years) for year in figure.period.split("-") if year)
    return replace(mention, figure=replace(figure, value=figure.value * factor, period=period))
